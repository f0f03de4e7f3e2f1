#include "database.h"

#include <QByteArray>
#include <QSysInfo>
#include <QtGlobal>

#include <smartqueue/platform/surroundings.h>
#include <smartqueue/storage/database_url.h>
#include <smartqueue/storage/sqlite_store.h>

namespace smartqueue::app {

Result<std::string> databasePath(const std::string &option)
{
    if (!option.empty())
        return storage::parseDatabaseUrl(option);
    if (const QByteArray url = qgetenv("DATABASE_URL"); !url.isEmpty())
        return storage::parseDatabaseUrl(url.toStdString());
    return platform::dataFolder() + "/branch.db";
}

Result<OpenBranch> openBranch(const std::string &path, bool createIfMissing, engine::EngineOptions options)
{
    storage::Options storeOptions;
    storeOptions.path = path;
    storeOptions.createIfMissing = createIfMissing;
    storeOptions.device = QSysInfo::machineHostName().toStdString();
    auto store = storage::SqliteStore::open(storeOptions);
    if (!store)
        return tl::unexpected(store.error());
    OpenBranch branch;
    branch.clock = std::make_unique<SystemClock>();
    auto engine = engine::Engine::start(std::move(*store), *branch.clock, options);
    if (!engine)
        return tl::unexpected(engine.error());
    branch.engine = std::move(*engine);
    return branch;
}

} // namespace smartqueue::app
