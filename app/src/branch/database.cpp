#include "branch/database.h"

#include <QByteArray>
#include <QDeadlineTimer>
#include <QSysInfo>
#include <QThread>
#include <QtGlobal>

#include <smartqueue/domain/failures.h>
#include <smartqueue/platform/surroundings.h>
#include <smartqueue/secrets/platform_keychain.h>
#include <smartqueue/storage/database_url.h>
#include <smartqueue/storage/sqlite_store.h>

namespace smartqueue::app {

namespace {

constexpr std::chrono::seconds patience{3};
constexpr int tryEveryMs = 20;

} // namespace

Result<std::string> databasePath(const std::string &option)
{
    if (!option.empty())
        return storage::parseDatabaseUrl(option);
    if (const QByteArray url = qgetenv("DATABASE_URL"); !url.isEmpty())
        return storage::parseDatabaseUrl(url.toStdString());
    return platform::dataFolder() + "/branch.db";
}

Result<SecretTools> makeSecretTools(secrets::Argon2Cost cost)
{
    auto argon2 = secrets::Argon2::start(cost);
    if (!argon2)
        return tl::unexpected(argon2.error());
    SecretTools tools;
    tools.argon2 = std::move(*argon2);
    tools.hasher = std::make_unique<secrets::SodiumHasher>(*tools.argon2);
    tools.sealer = std::make_unique<secrets::SodiumSealer>(*tools.argon2);
    tools.oneTimePasswords = std::make_unique<secrets::OathPasswords>();
    return tools;
}

std::unique_ptr<engine::Keychain> platformKeychain()
{
    if (qgetenv("SMARTQUEUE_KEYCHAIN") == "none")
        return nullptr;
    return std::make_unique<secrets::PlatformKeychain>();
}

Done openVaultByKeychain(engine::Installation &installation, engine::Keychain &keychain, bool make)
{
    if (installation.vault()->isOpen() || installation.directory()->hasUsers())
        return {};
    const std::string name = "key of " + installation.identity();
    const auto kept = keychain.read(name);
    if (!kept)
        return tl::unexpected(kept.error());
    if (*kept)
        return installation.openVaultWithKey(**kept);
    if (!make || installation.hasKey())
        return fail(failures::locked);
    // Sealed with a key that is not kept, everything would be lost at the next start.
    const engine::SealingKey key = installation.vault()->newKey();
    if (const Done proven = keychain.write(name, key); !proven)
        return proven;
    auto rotating = installation.submit(Command{{}, RotateKey{{}, key}, {}, {}});
    rotating.waitForFinished();
    if (const engine::Answer rotated = rotating.result(); !rotated) {
        (void)keychain.remove(name);
        return tl::unexpected(rotated.error());
    }
    return {};
}

Result<OpenDatabase> openDatabase(const std::string &path, bool createIfMissing, engine::EngineOptions options)
{
    storage::Options storeOptions;
    storeOptions.path = path;
    storeOptions.createIfMissing = createIfMissing;
    storeOptions.device = QSysInfo::machineHostName().toStdString();
    auto store = storage::SqliteStore::open(storeOptions);
    // A single command of somebody else's holds it for a moment.
    const QDeadlineTimer until(patience);
    while (!store && store.error().code == engine::storage_failures::inUse && !until.hasExpired()) {
        QThread::msleep(tryEveryMs);
        store = storage::SqliteStore::open(storeOptions);
    }
    if (!store)
        return tl::unexpected(store.error());
    OpenDatabase database;
    database.clock = std::make_unique<SystemClock>();
    auto tools = makeSecretTools();
    if (!tools)
        return tl::unexpected(tools.error());
    database.secrets = std::move(*tools);
    auto installation = engine::Installation::start(std::move(*store), *database.clock, options, database.secrets.ports());
    if (!installation)
        return tl::unexpected(installation.error());
    database.installation = std::move(*installation);
    const QByteArray passphrase = qgetenv("SMARTQUEUE_PASSPHRASE");
    if (!passphrase.isEmpty() && !database.installation->directory()->hasUsers()) {
        auto opening = database.installation->openVaultWithPassphrase(passphrase.toStdString());
        opening.waitForFinished();
        if (const Done opened = opening.result(); !opened)
            return tl::unexpected(opened.error());
    }
    return database;
}

} // namespace smartqueue::app
