#include "certificates.h"

#include <openssl/ec.h>
#include <openssl/obj_mac.h>
#include <openssl/pem.h>

#include <QSslKey>

#include "smartqueue/transport/device_identity.h"

#include "digests.h"

namespace smartqueue::transport {

namespace {

CertificateHandle parsed(const QByteArray &der)
{
    const auto *at = reinterpret_cast<const unsigned char *>(der.constData());
    return CertificateHandle(d2i_X509(nullptr, &at, der.size()));
}

bool isP256(const X509 &certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(&certificate);
    char group[32] = {};
    return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_EC && EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1
        && std::string_view(group) == SN_X9_62_prime256v1;
}

} // namespace

DeviceId idOfKey(const X509 &certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&certificate), &der);
    if (size <= 0)
        return {};
    const std::string digest = sha256(std::string_view(reinterpret_cast<char *>(der), std::size_t(size)));
    OPENSSL_free(der);
    return toHex(digest);
}

std::optional<Device> deviceOf(const QSslCertificate &certificate)
{
    const CertificateHandle handle = certificate.isNull() ? nullptr : parsed(certificate.toDer());
    if (!handle || !isP256(*handle))
        return std::nullopt;
    Device device;
    device.id = idOfKey(*handle);
    device.certificate = certificate.toPem().toStdString();
    return device;
}

QSslCertificate certificateOf(const Device &device)
{
    const QSslCertificate certificate(QByteArray::fromStdString(device.certificate), QSsl::Pem);
    const auto owner = deviceOf(certificate);
    return owner && owner->id == device.id ? certificate : QSslCertificate();
}

bool isSignedBy(const Device &device, std::string_view bytes, std::string_view signature)
{
    const QSslCertificate certificate = certificateOf(device);
    const CertificateHandle handle = certificate.isNull() ? nullptr : parsed(certificate.toDer());
    const DigestHandle context(EVP_MD_CTX_new());
    return handle && context
        && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, X509_get0_pubkey(handle.get())) == 1
        && EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.data()), signature.size(),
                            reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size())
        == 1;
}

Roster::Roster(const std::vector<Device> &devices)
{
    for (const Device &device : devices) {
        const QSslCertificate certificate = device.revoked ? QSslCertificate() : certificateOf(device);
        if (!certificate.isNull())
            m_certificates[device.id] = certificate;
    }
}

std::optional<DeviceId> Roster::deviceWith(const QSslCertificate &certificate) const
{
    const auto device = deviceOf(certificate);
    const auto known = device ? m_certificates.find(device->id) : m_certificates.end();
    if (known == m_certificates.end() || known->second.toDer() != certificate.toDer())
        return std::nullopt;
    return known->first;
}

QList<QSslCertificate> Roster::certificates() const
{
    QList<QSslCertificate> all;
    for (const auto &[device, certificate] : m_certificates)
        all.append(certificate);
    return all;
}

QSslConfiguration tlsFor(const DeviceIdentity &self, const Roster &roster, QSslSocket::PeerVerifyMode mode)
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setLocalCertificate(self.certificate());
    tls.setPrivateKey(self.key());
    tls.setCaCertificates(roster.certificates());
    tls.setPeerVerifyMode(mode);
    // A resumed session would skip the certificates.
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return tls;
}

} // namespace smartqueue::transport
