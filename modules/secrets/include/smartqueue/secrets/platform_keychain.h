#pragma once

#include <chrono>

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::secrets {

/// The keychain of the person's account through QtKeychain, never its plain text store. Needs a QCoreApplication. Calls
/// may come from any thread and block it for four times `limit` at most; a person who is asked to unlock the keychain and
/// takes longer than `limit` opens it for a later call.
class PlatformKeychain final : public engine::Keychain {
public:
    explicit PlatformKeychain(std::chrono::milliseconds limit = std::chrono::seconds(10));

    Result<std::optional<std::string>> read(const std::string &name) override;
    Done write(const std::string &name, const std::string &secret) override;
    Done remove(const std::string &name) override;

private:
    Result<std::optional<std::string>> readOnce(const std::string &name) const;
    Done removeOnce(const std::string &name) const;
    Done proveOpen() const;

    const std::chrono::milliseconds m_limit;
};

} // namespace smartqueue::secrets
