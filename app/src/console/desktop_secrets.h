#pragma once

#include <optional>

#include <QFuture>
#include <QThreadPool>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/installation.h>

namespace smartqueue::app {

/// What this desktop keeps of one database in the keychain, and never a password. Each call answers when the keychain has, in
/// the order of the calls; a person may have to unlock it.
class DesktopSecrets {
public:
    /// Somebody who wants to be signed in at the next start.
    struct KeptSession {
        accounts::Session session;
        Instant until{};
        /// To the customers' data; empty when it was not at hand.
        engine::SealingKey key;
    };

    /// Without a keychain the calls that need it fail with `no_keychain`. Both outlive it.
    DesktopSecrets(engine::Installation &installation, engine::Keychain *keychain);
    ~DesktopSecrets();

    bool hasKeychain() const { return m_keychain != nullptr; }
    QFuture<Result<std::optional<KeptSession>>> session();
    QFuture<Done> keep(const KeptSession &kept);
    QFuture<Done> forget();
    /// See Installation; both work without a keychain too.
    QFuture<bool> hasKey();
    QFuture<Done> openVaultWith(const engine::SealingKey &key);
    /// See openVaultByKeychain; makes the key where there is none.
    QFuture<Done> openVault();

private:
    std::string nameOfSession() const;

    engine::Installation &m_installation;
    engine::Keychain *m_keychain;
    QThreadPool m_pool;
};

} // namespace smartqueue::app
