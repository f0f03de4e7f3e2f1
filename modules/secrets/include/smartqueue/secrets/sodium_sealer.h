#pragma once

#include <smartqueue/engine/secret_ports.h>
#include <smartqueue/secrets/argon2.h>

namespace smartqueue::secrets {

/// Secretbox (XSalsa20 and Poly1305) under a random nonce for sealing, sealed boxes (X25519) for key pairs, BLAKE2b for digests.
class SodiumSealer final : public engine::Sealer {
public:
    /// `argon2` outlives this.
    explicit SodiumSealer(Argon2 &argon2);

    engine::SealingKey newKey() override;
    std::string seal(const engine::SealingKey &key, std::string_view plain) override;
    Result<std::string> open(const engine::SealingKey &key, std::string_view sealed) override;
    std::pair<std::string, std::string> newKeyPair() override;
    Result<std::string> sealFor(const std::string &publicHalf, std::string_view plain) override;
    Result<std::string> openFor(const std::string &secretHalf, const std::string &publicHalf, std::string_view sealed) override;
    /// Any text will do as salt: a damaged one makes another key.
    Result<engine::SealingKey> keyFrom(std::string_view password, const std::string &salt) override;
    /// 32 hexadecimal digits.
    std::string newSalt() override;
    std::string newCode(int characters) override;
    /// 64 hexadecimal digits.
    std::string digest(std::string_view text) override;

private:
    Argon2 &m_argon2;
};

} // namespace smartqueue::secrets
