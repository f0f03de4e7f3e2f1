#pragma once

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::secrets {

/// Through liboath. A secret that is no base 32 matches nothing and shows no code.
class OathPasswords final : public engine::OneTimePasswords {
public:
    OathPasswords();

    std::string newSecret() override;
    std::optional<std::int64_t> match(const std::string &secret, std::string_view code, Instant now,
                                      std::int64_t lastStep) override;
    std::string codeAt(const std::string &secret, Instant at) override;
    /// Colons go from the names: in the label one parts issuer and account.
    std::string address(const std::string &secret, const std::string &issuer, const std::string &account) override;
};

} // namespace smartqueue::secrets
