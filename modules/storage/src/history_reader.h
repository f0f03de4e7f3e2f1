#pragma once

#include <map>
#include <string>

#include <smartqueue/engine/history.h>

#include "log_rows.h"
#include "statement.h"

namespace smartqueue::storage {

/// Sees one branch, and of it what was committed before each question. On a read-only connection of its own; one thread.
class SqliteHistoryReader final : public engine::HistoryReader {
public:
    /// Throws DatabaseError.
    SqliteHistoryReader(const std::string &path, const std::string &vfs, std::chrono::milliseconds busyTimeout, SiteId site);

    SiteId site() const override { return m_site; }
    Result<std::vector<engine::TicketRow>> tickets(const engine::TicketQuery &query) override;
    Result<std::int64_t> ticketCount(const engine::TicketQuery &query) override;
    Result<std::array<std::int64_t, 8>> ticketCountsByState(const engine::TicketQuery &query) override;
    Result<std::optional<Ticket>> ticket(TicketId id) override;
    Result<std::vector<EventBatch>> story(TicketId id) override;
    Result<std::string> note(TicketId id) override;
    Done readPersonal(const std::function<bool(TicketId, const PersonalDatum &)> &visit) override;
    Result<engine::QueueFigures> figures(QueueId queue, Instant from, Instant until, Duration sla) override;
    Result<engine::HourlyArrivals> arrivals(QueueId queue, const std::vector<Instant> &starts) override;
    Result<std::optional<engine::Checkpoint>> checkpointBefore(Instant at) override;
    Done readLog(Sequence after, std::optional<Instant> until,
                 const std::function<bool(const EventBatch &)> &visit) override;
    Result<std::optional<std::pair<Instant, Instant>>> logSpan() override;

private:
    Statement &prepared(const std::string &sql);

    SiteId m_site;
    Connection m_connection;
    LogRows m_rows;
    std::map<std::string, Statement> m_statements;
};

/// On a read-only connection of its own; one thread.
class SqliteAuditReader final : public engine::AuditReader {
public:
    /// Throws DatabaseError.
    SqliteAuditReader(const std::string &path, const std::string &vfs, std::chrono::milliseconds busyTimeout);

    Done read(const engine::AuditQuery &query, const std::function<bool(const engine::AuditEntry &)> &visit) override;

private:
    Connection m_connection;
    LogRows m_rows;
};

/// A connection that cannot write. Throws.
void makeReadOnly(Connection &connection);

} // namespace smartqueue::storage
