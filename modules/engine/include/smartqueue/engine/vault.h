#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/engine/secret_ports.h>

namespace smartqueue::engine {

/// The key to the personal data of customers and to the secrets in the database, for as long as the program runs. Shut until
/// somebody opens it: out of the keychain, with a password, with a passphrase. From any thread.
class Vault {
public:
    explicit Vault(Sealer &sealer) : m_sealer(sealer) {}

    bool isOpen() const;
    void open(SealingKey key);
    /// Opens a vault that is shut with a key of its own making; one that is open stays as it is.
    void openWithNewKey();

    /// Fails with `locked` while it is shut.
    Result<std::string> seal(std::string_view plain) const;
    /// Texts that were kept before there was a key come back as they are. Fails with `locked`, or with `sealed` when the key is
    /// not the one.
    Result<std::string> read(const std::string &kept) const;

    /// The key, locked with a password; empty while the vault is shut. Slow.
    Result<std::string> lockedWith(std::string_view password) const;
    /// Opens with what lockedWith() made. Fails with `sealed`. Slow.
    Done openWith(std::string_view password, const std::string &locked);
    /// Opens with a key out of a passphrase; `identity` is the database's. Slow.
    Done openWithPassphrase(std::string_view passphrase, const std::string &identity);
    /// For the keychain; none while it is shut.
    std::optional<SealingKey> key() const;

private:
    Sealer &m_sealer;
    mutable std::mutex m_mutex;
    std::optional<SealingKey> m_key;
};

} // namespace smartqueue::engine
