#include "backup.h"

#include <smartqueue/engine/event_log.h>

#include "check.h"
#include "file_steps.h"
#include "migrations.h"
#include "smartqueue/storage/restore.h"
#include "writer_lock.h"

namespace smartqueue::storage {

namespace {

namespace codes = engine::storage_failures;

constexpr std::chrono::milliseconds patience{2000};

bool sameFile(const std::string &a, const std::string &b)
{
    std::error_code ignored;
    return a == b || std::filesystem::equivalent(filePath(a), filePath(b), ignored);
}

/// Brings what the WAL holds into the database's file, so that the file alone is the whole of it. It may be damaged, which may
/// be the reason for the restore.
void settle(const std::string &path)
{
    try {
        Connection database(path, Access::write, {}, patience);
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const DatabaseError &) {
    }
}

/// Puts the file `fresh` in the place of the database. At every moment there is a whole database at `place`, or, where its WAL
/// could not be brought in, at "<place>.replaced".
void exchangeDatabase(const std::string &fresh, const std::string &place)
{
    const std::string kept = place + ".replaced";
    for (const char *side : {"-wal", "-shm"})
        removeFile(kept + side);
    keepFile(place, kept);
    if (fileExists(place + "-wal"))
        keepFile(place + "-wal", kept + "-wal");
    syncFolderOf(place);
    settle(place);
    std::error_code unknown;
    if (std::filesystem::file_size(filePath(kept + "-wal"), unknown) == 0 && !unknown)
        removeFile(kept + "-wal");
    // A WAL of the former database would be taken for one of the new one.
    for (const char *side : {"-wal", "-shm"})
        removeFile(place + side);
    replaceFile(fresh, place);
}

} // namespace

void backupDatabase(const std::string &path, const std::string &target, const std::string &vfs,
                    std::chrono::milliseconds busyTimeout)
{
    if (sameFile(path, target))
        throw DatabaseError{Failure{codes::cannotOpen, {{"path", target}, {"reason", "the database itself"}}}};
    Connection source(path, Access::read, vfs, busyTimeout);
    copyDatabase(source, target, vfs);
}

Done restoreDatabase(const std::string &from, const std::string &to)
{
    for (const std::string &path : {from, to}) {
        if (const Done absolute = requireAbsolute(path); !absolute)
            return absolute;
    }
    if (sameFile(from, to))
        return fail(codes::cannotOpen, {{"path", from}, {"reason", "the database itself"}});
    const std::string place = canonicalPath(to);
    const auto lock = WriterLock::take(place);
    if (!lock)
        return tl::unexpected(lock.error());
    return guarded([&]() -> Done {
        const std::string fresh = place + ".restored";
        {
            Connection source(from, Access::read, {}, patience);
            const int newest = embeddedMigrations().back().version;
            const int version = schemaVersion(source, newest);
            if (version == 0)
                source.raise(codes::notADatabase, "empty");
            const auto findings = findingsOf(source, version == newest ? CheckDepth::everything : CheckDepth::log);
            if (!findings.empty())
                source.raise(codes::damaged, findings.front());
            copyDatabase(source, fresh, {});
        }
        if (fileExists(place))
            exchangeDatabase(fresh, place);
        else
            replaceFile(fresh, place);
        syncFolderOf(place);
        return {};
    });
}

} // namespace smartqueue::storage
