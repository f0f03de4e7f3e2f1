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

bool exists(const std::string &path)
{
    std::error_code ignored;
    return std::filesystem::exists(filePath(path), ignored);
}

bool sameFile(const std::string &a, const std::string &b)
{
    std::error_code ignored;
    return a == b || std::filesystem::equivalent(filePath(a), filePath(b), ignored);
}

/// Moves the database with its WAL, which may hold the newest commits.
void moveDatabase(const std::string &from, const std::string &to)
{
    removeFile(to + "-wal");
    if (exists(from + "-wal"))
        replaceFile(from + "-wal", to + "-wal");
    removeFile(from + "-shm");
    removeFile(to + "-shm");
    replaceFile(from, to);
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
    const auto lock = WriterLock::take(to);
    if (!lock)
        return tl::unexpected(lock.error());
    return guarded([&]() -> Done {
        const std::string fresh = to + ".restored";
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
        const bool replacing = exists(to);
        if (replacing)
            moveDatabase(to, to + ".replaced");
        try {
            replaceFile(fresh, to);
        } catch (const DatabaseError &) {
            if (replacing)
                moveDatabase(to + ".replaced", to);
            throw;
        }
        return {};
    });
}

} // namespace smartqueue::storage
