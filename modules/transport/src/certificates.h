#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <smartqueue/domain/accounts.h>

#include "openssl_handles.h"

namespace smartqueue::transport {

class DeviceIdentity;

/// SHA-256 of the public key (SubjectPublicKeyInfo in DER), in hexadecimal.
DeviceId idOfKey(const X509 &certificate);

/// The device that proves itself with this certificate, without a name; none when its key is not one of P-256.
std::optional<Device> deviceOf(const QSslCertificate &certificate);

/// The certificate of a device as others told of it; null when it is none, or not of the device it stands with.
QSslCertificate certificateOf(const Device &device);

/// Whether `signature` was made over `bytes` with the key of the device's certificate.
bool isSignedBy(const Device &device, std::string_view bytes, std::string_view signature);

/// The devices that may link, by their certificates.
class Roster {
public:
    Roster() = default;
    /// Leaves out the revoked, and those whose certificate is not theirs.
    explicit Roster(const std::vector<Device> &devices);

    /// Whose certificate it is, byte for byte; none when it is nobody's who may link.
    std::optional<DeviceId> deviceWith(const QSslCertificate &certificate) const;
    bool has(const DeviceId &device) const { return m_certificates.count(device) > 0; }
    QList<QSslCertificate> certificates() const;

private:
    std::map<DeviceId, QSslCertificate> m_certificates;
};

/// TLS 1.2 at least, with the device's certificate, and no others believed than those of the roster.
QSslConfiguration tlsFor(const DeviceIdentity &self, const Roster &roster, QSslSocket::PeerVerifyMode mode);

} // namespace smartqueue::transport
