#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <QSslCertificate>
#include <QSslKey>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::transport {

/// Whom this desktop is to the others: a P-256 key and the certificate that it signed itself. Cheap to copy; any thread.
class DeviceIdentity {
public:
    /// "<database>.peer".
    static std::string folderBeside(const std::string &database);

    /// Reads the identity that is kept in the folder, or makes one there when there is none; nobody else can read it. `name` is
    /// what people call the desktop; without one, the machine's. Fails with `identity_unreadable` for what is no identity of
    /// ours, which stays as it is, and `identity_unwritable`, both with `path` and `reason`.
    static Result<DeviceIdentity> open(const std::string &folder, const std::string &name = {});

    /// Whose identity is kept in the folder; none where none is, or none that can be read.
    static std::optional<DeviceId> idIn(const std::string &folder);

    const DeviceId &id() const;
    /// With name and certificate, not yet admitted by anybody.
    Device device() const;

    const QSslCertificate &certificate() const;
    const QSslKey &key() const;

    /// ECDSA over SHA-256, in DER.
    std::string sign(std::string_view bytes) const;
    /// 32 bytes that only this desktop can know, always the same ones for the same purpose.
    std::string derive(std::string_view purpose) const;

private:
    struct Parts;
    explicit DeviceIdentity(std::shared_ptr<const Parts> parts);
    static Result<DeviceIdentity> read(const std::string &path, const std::string &name);

    std::shared_ptr<const Parts> m_parts;
};

namespace identity_failures {
inline constexpr FailureCode unreadable{"identity_unreadable"};
inline constexpr FailureCode unwritable{"identity_unwritable"};
} // namespace identity_failures

} // namespace smartqueue::transport
