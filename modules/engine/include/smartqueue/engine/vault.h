#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::engine {

/// The key to the personal data of customers and to the secrets in the database, for as long as the program runs. Shut until
/// somebody opens it: out of the keychain, with a password, with a passphrase. From any thread.
class Vault {
public:
    explicit Vault(Sealer &sealer) : m_sealer(sealer) {}

    bool isOpen() const;
    /// Seals with this key from now on, and reads what any key before it sealed.
    void adopt(SealingKey key);
    /// Takes the last adopt() back.
    void revert();
    SealingKey newKey() const { return m_sealer.newKey(); }
    /// For the keychain; empty while it is shut.
    SealingKey key() const;

    /// Fails with `locked` while it is shut.
    Result<std::string> seal(std::string_view plain) const;
    std::string sealedWith(const SealingKey &key, std::string_view plain) const;
    /// Texts that were kept before there was a key come back as they are. Fails with `locked`, or with `sealed` when no key it
    /// has is the one.
    Result<std::string> read(const std::string &kept) const;
    /// Whether the key opens the text; an open text no key opens.
    bool opens(const SealingKey &key, const std::string &kept) const;
    static bool isSealed(const std::string &kept);

    /// The key, locked with a password, so that relocked() can lock another one the same way without it. Slow. Fails with
    /// `no_memory`.
    Result<std::string> lockedWith(std::string_view password, const SealingKey &key) const;
    /// Empty when `locked` was not made by lockedWith().
    std::string relocked(const std::string &locked, const SealingKey &key) const;
    /// Opens with what lockedWith() or relocked() made. Fails with `sealed` or `no_memory`. Slow.
    Done openWith(std::string_view password, const std::string &locked);

private:
    Sealer &m_sealer;
    mutable std::mutex m_mutex;
    /// The newest last.
    std::vector<SealingKey> m_keys;
};

} // namespace smartqueue::engine
