#pragma once

#include <memory>

#include <smartqueue/engine/history.h>

namespace smartqueue::engine {

/// A store that passes everything on, for whoever changes one thing about it.
class StoreAround : public Store {
public:
    explicit StoreAround(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
    EventLog &log() override { return m_store->log(); }
    Result<std::unique_ptr<HistoryReader>> openReader(SiteId site) override { return m_store->openReader(site); }
    Result<std::unique_ptr<AuditReader>> openAudit() override { return m_store->openAudit(); }
    Result<ImportedCounts> importTickets(const std::vector<ImportedTicket> &tickets) override { return m_store->importTickets(tickets); }
    Done backup(const std::string &path) override { return m_store->backup(path); }
    Result<std::vector<std::string>> check() override { return m_store->check(); }
    Result<std::int64_t> cleanUp(SiteId site, Instant before) override { return m_store->cleanUp(site, before); }
    std::string path() const override { return m_store->path(); }
    std::string identity() const override { return m_store->identity(); }
    Result<std::unique_ptr<TailReader>> openTail() override { return m_store->openTail(); }
    Result<std::int64_t> incarnation() override { return m_store->incarnation(); }
    Done renewIncarnation(std::int64_t incarnation) override { return m_store->renewIncarnation(incarnation); }

private:
    std::unique_ptr<Store> m_store;
};

} // namespace smartqueue::engine
