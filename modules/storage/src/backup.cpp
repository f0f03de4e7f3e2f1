#include "backup.h"

#include <smartqueue/engine/event_log.h>

#include "check.h"
#include "file_steps.h"
#include "migrations.h"
#include "smartqueue/storage/restore.h"
#include "statement.h"
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

/// "<place>.replaced", or behind a number where an earlier restore has put a database there: that one may be the only copy of a
/// day. A restore that was cut short goes on where it was.
std::string placeForReplaced(const std::string &place)
{
    std::string kept = place + ".replaced";
    for (int number = 2; fileExists(kept) && !sameFile(kept, place); ++number)
        kept = place + ".replaced." + std::to_string(number);
    return kept;
}

/// The hash of the first batch: backups of one branch share it, no two branches do. Empty while nothing has happened.
std::string beginningOf(Connection &database)
{
    Statement first(database, "SELECT hash FROM oplog WHERE seq = 1");
    auto rows = first.query();
    return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

/// A backup may take the place of an earlier one of the same branch, and of nothing else.
void requireReplaceable(Connection &source, const std::string &target)
{
    if (!fileExists(target))
        return;
    const auto refuse = [&](const char *reason) { throw DatabaseError{Failure{codes::cannotOpen, {{"path", target}, {"reason", reason}}}}; };
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(filePath(target), ignored))
        refuse("it is not a file");
    if (std::filesystem::file_size(filePath(target), ignored) == 0)
        return;
    const auto lock = WriterLock::take(canonicalPath(target));
    if (!lock)
        throw DatabaseError{lock.error()};
    Connection former(target, Access::read, {}, patience);
    if (schemaVersion(former, embeddedMigrations().back().version) == 0)
        refuse("it is not a backup");
    const std::string beginning = beginningOf(former);
    if (!beginning.empty() && beginning != beginningOf(source))
        refuse("it belongs to another branch");
}

/// Puts the file `fresh` in the place of the database. At every moment there is a whole database at `place`, or, where its WAL
/// could not be brought in, at placeForReplaced(), which comes back.
std::string exchangeDatabase(const std::string &fresh, const std::string &place)
{
    const std::string kept = placeForReplaced(place);
    keepToOwner(place);
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
    return kept;
}

} // namespace

void backupDatabase(const std::string &path, const std::string &target, const std::string &vfs,
                    std::chrono::milliseconds busyTimeout)
{
    if (sameFile(path, target))
        throw DatabaseError{Failure{codes::cannotOpen, {{"path", target}, {"reason", "it is the database itself"}}}};
    Connection source(path, Access::read, vfs, busyTimeout);
    requireReplaceable(source, target);
    copyDatabase(source, target, vfs);
}

Result<std::string> restoreDatabase(const std::string &from, const std::string &to)
{
    for (const std::string &path : {from, to}) {
        if (const Done absolute = requireAbsolute(path); !absolute)
            return tl::unexpected(absolute.error());
    }
    std::error_code unknown;
    if (std::filesystem::exists(filePath(from), unknown) && !std::filesystem::is_regular_file(filePath(from), unknown))
        return fail(codes::notADatabase, {{"path", from}, {"reason", "it is not a file"}});
    if (sameFile(from, to))
        return fail(codes::cannotOpen, {{"path", from}, {"reason", "it is the database itself"}});
    const std::string place = canonicalPath(to);
    const auto lock = WriterLock::take(place);
    if (!lock)
        return tl::unexpected(lock.error());
    return guarded([&]() -> Result<std::string> {
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
        std::string kept;
        if (fileExists(place))
            kept = exchangeDatabase(fresh, place);
        else
            replaceFile(fresh, place);
        syncFolderOf(place);
        return kept;
    });
}

} // namespace smartqueue::storage
