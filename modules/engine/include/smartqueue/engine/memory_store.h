#pragma once

#include <memory>

#include <smartqueue/engine/history.h>

namespace smartqueue::engine {

/// What a MemoryStore and its readers hold in common.
class MemoryTables;

/// The store without a disk, for tests and simulations: the same answers as the real one, gone with the object. Readers may be
/// used from any thread, also after the store is gone.
class MemoryStore final : public Store {
public:
    MemoryStore();
    ~MemoryStore() override;

    EventLog &log() override;
    Result<std::unique_ptr<HistoryReader>> openReader(SiteId site) override;
    Result<std::unique_ptr<AuditReader>> openAudit() override;
    Result<std::unique_ptr<TailReader>> openTail() override;
    Result<ImportedCounts> importTickets(const std::vector<ImportedTicket> &tickets) override;
    /// Always `cannot_open`: there is no file.
    Done backup(const std::string &path) override;
    Result<std::vector<std::string>> check() override;
    Result<std::int64_t> cleanUp(SiteId site, Instant before) override;
    /// Empty.
    std::string path() const override;
    std::string identity() const override { return "memory"; }
    Result<std::int64_t> incarnation() override;
    Done renewIncarnation(std::int64_t incarnation) override;

    /// The next `count` appends fail with `failure` and leave nothing behind.
    void failAppends(int count, Failure failure);

private:
    std::shared_ptr<MemoryTables> m_tables;
    std::unique_ptr<EventLog> m_log;
};

} // namespace smartqueue::engine
