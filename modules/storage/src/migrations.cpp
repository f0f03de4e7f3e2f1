#include "migrations.h"

#include <QDir>
#include <QFile>

#include <smartqueue/engine/event_log.h>

#include "file_steps.h"
#include "free_space.h"

static void initStorageResource()
{
    // Resources of a static library are dropped by the linker unless something asks for them.
    Q_INIT_RESOURCE(storage);
}

namespace smartqueue::storage {

namespace {

/// "SMQ1" in the header of every database of this program.
constexpr std::int64_t applicationId = 0x534D5131;

} // namespace

std::vector<Migration> embeddedMigrations()
{
    initStorageResource();
    const QDir folder(QStringLiteral(":/smartqueue/storage/migrations"));
    std::vector<Migration> migrations;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            migrations.push_back({name.section(QLatin1Char('_'), 0, 0).toInt(), name.toStdString(),
                                  file.readAll().toStdString()});
    }
    return migrations;
}

int schemaVersion(Connection &connection, int newestKnown)
{
    const std::int64_t tables = connection.integer("SELECT count(*) FROM sqlite_schema");
    const std::int64_t version = connection.integer("PRAGMA user_version");
    const std::int64_t owner = connection.integer("PRAGMA application_id");
    if (tables == 0 && version == 0 && owner == 0)
        return 0;
    if (owner != applicationId)
        connection.raise(engine::storage_failures::notADatabase, "a database of another program");
    if (version > newestKnown)
        throw DatabaseError{Failure{engine::storage_failures::newerSchema,
                                    {{"path", connection.path()},
                                     {"reason", "schema"},
                                     {"schema", std::to_string(version)},
                                     {"known", std::to_string(newestKnown)}}}};
    return int(version);
}

void migrate(Connection &writer, const std::vector<Migration> &migrations, std::uint64_t reserveBytes)
{
    const int newest = migrations.empty() ? 0 : migrations.back().version;
    const int present = schemaVersion(writer, newest);
    if (present > 0 && present < newest) {
        const auto size = writer.integer("PRAGMA page_count") * writer.integer("PRAGMA page_size");
        if (const Done enough = FreeSpace(writer.path(), reserveBytes + std::uint64_t(size)).require(0); !enough)
            throw DatabaseError{enough.error()};
        copyDatabase(writer, writer.path() + ".before-" + std::to_string(newest), {});
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= present)
            continue;
        Transaction transaction(writer);
        writer.execute(migration.sql.c_str());
        writer.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
        writer.execute(("PRAGMA user_version = " + std::to_string(migration.version)).c_str());
        transaction.commit();
    }
}

} // namespace smartqueue::storage
