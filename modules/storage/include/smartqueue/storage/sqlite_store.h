#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <smartqueue/engine/history.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

class Connection;
class SqliteEventLog;
class WriterLock;

struct Options {
    /// Absolute, UTF-8.
    std::string path;
    /// Name of a registered SQLite VFS; empty: the platform's own.
    std::string vfs = {};
    bool createIfMissing = true;
    /// How long a statement waits for another program that holds the file.
    std::chrono::milliseconds busyTimeout{2000};
    /// Below this much free space nothing more is written.
    std::uint64_t reserveBytes = 64ull << 20;
    /// Names this desktop in the log.
    std::string device = {};
};

/// All branches and those above them in one SQLite file: one writing connection, which also makes the checkpoints of the WAL, and read-only ones
/// for every reader. Holds "<path>.lock" as long as it lives, so that no second process writes. Made on any thread and then
/// used by one; openReader, backup and check work on connections of their own and may be called from any thread.
class SqliteStore final : public engine::Store {
public:
    /// Creates or migrates the database where needed. Fails with a code of engine::storage_failures, detail `path` and `reason`.
    static Result<std::unique_ptr<engine::Store>> open(const Options &options);
    ~SqliteStore() override;

    engine::EventLog &log() override;
    Result<std::unique_ptr<engine::HistoryReader>> openReader(SiteId site) override;
    Result<std::unique_ptr<engine::AuditReader>> openAudit() override;
    Result<std::unique_ptr<engine::TailReader>> openTail() override;
    Result<engine::ImportedCounts> importTickets(const std::vector<engine::ImportedTicket> &tickets) override;
    Done backup(const std::string &path) override;
    Result<std::vector<std::string>> check() override;
    Result<std::int64_t> cleanUp(SiteId site, Instant before) override;
    std::string path() const override;
    std::string identity() const override { return m_identity; }
    Result<std::int64_t> incarnation() override;
    Done renewIncarnation(std::int64_t incarnation) override;

private:
    SqliteStore(Options options, std::unique_ptr<WriterLock> lock, std::unique_ptr<Connection> writer);

    Options m_options;
    std::unique_ptr<WriterLock> m_lock;
    std::unique_ptr<Connection> m_writer;
    std::unique_ptr<SqliteEventLog> m_log;
    std::string m_identity;
};

} // namespace smartqueue::storage
