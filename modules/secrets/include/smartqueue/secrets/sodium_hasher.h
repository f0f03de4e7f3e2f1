#pragma once

#include <smartqueue/engine/secret_ports.h>
#include <smartqueue/secrets/argon2.h>

namespace smartqueue::secrets {

class SodiumHasher final : public engine::PasswordHasher {
public:
    /// `argon2` outlives this.
    explicit SodiumHasher(Argon2 &argon2);

    Result<std::string> hash(std::string_view secret) override;
    bool verify(const std::string &hash, std::string_view secret) override;
    /// Looks at the first 100 bytes: zxcvbn's work grows faster than the length.
    bool isCommon(std::string_view password) override;

private:
    Argon2 &m_argon2;
    const std::string m_nobodysHash;
};

} // namespace smartqueue::secrets
