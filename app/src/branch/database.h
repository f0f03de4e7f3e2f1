#pragma once

#include <memory>
#include <string>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/engine/secret_ports.h>
#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

namespace smartqueue::app {

/// `--db` (absolute path or sqlite:////…), else DATABASE_URL, else branch.db in the platform's data folder. A relative one is
/// refused: the command line makes those that people type absolute.
Result<std::string> databasePath(const std::string &option);

/// What the secrets of a database are made and read with; outlives the installation.
struct SecretTools {
    std::unique_ptr<secrets::Argon2> argon2;
    std::unique_ptr<secrets::SodiumHasher> hasher;
    std::unique_ptr<secrets::SodiumSealer> sealer;
    std::unique_ptr<secrets::OathPasswords> oneTimePasswords;

    engine::SecretPorts ports() const { return {hasher.get(), sealer.get(), oneTimePasswords.get()}; }
};
/// The cost is that of every hash and key; the demo's are worth nothing.
Result<SecretTools> makeSecretTools(secrets::Argon2Cost cost = {});

/// The keychain of the person's account; null where SMARTQUEUE_KEYCHAIN is "none". Needs a QCoreApplication.
std::unique_ptr<engine::Keychain> platformKeychain();
/// Opens the vault of a database without users by the key that the keychain keeps for it. With `make` a database that has no key
/// gets one, and everything personal in it is sealed. Fails with `locked` when none is kept, with `sealed` when it is not the
/// one, or as the keychain does. Blocks the calling thread; a person may have to unlock the keychain.
Done openVaultByKeychain(engine::Installation &installation, engine::Keychain &keychain, bool make);

/// A database with the engine on it, in this process.
struct OpenDatabase {
    std::unique_ptr<Clock> clock;
    SecretTools secrets;
    std::unique_ptr<engine::Installation> installation;
};
/// Runs on the system's clock. In a database without users the vault opens with SMARTQUEUE_PASSPHRASE, where that is set.
Result<OpenDatabase> openDatabase(const std::string &path, bool createIfMissing, engine::EngineOptions options);

} // namespace smartqueue::app
