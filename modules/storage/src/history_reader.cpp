#include "history_reader.h"

#include <smartqueue/domain/personal_keys.h>

#include "checkpoint_table.h"
#include "ticket_filter.h"
#include "ticket_table.h"

namespace smartqueue::storage {

void makeReadOnly(Connection &connection)
{
    connection.execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY");
}

SqliteHistoryReader::SqliteHistoryReader(const std::string &path, const std::string &vfs,
                                         std::chrono::milliseconds busyTimeout, SiteId site)
    : m_site(site), m_connection(path, Access::read, vfs, busyTimeout), m_rows(m_connection)
{
    makeReadOnly(m_connection);
}

SqliteAuditReader::SqliteAuditReader(const std::string &path, const std::string &vfs, std::chrono::milliseconds busyTimeout)
    : m_connection(path, Access::read, vfs, busyTimeout), m_rows(m_connection)
{
    makeReadOnly(m_connection);
}

Done SqliteAuditReader::read(const engine::AuditQuery &query, const std::function<bool(const engine::AuditEntry &)> &visit)
{
    return guarded([&]() -> Done {
        m_rows.audit(query, visit);
        return {};
    });
}

Statement &SqliteHistoryReader::prepared(const std::string &sql)
{
    // Shapes of queries are few; the bound holds against a caller that varies the list of states without end.
    constexpr std::size_t statementsKept = 64;
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return found->second;
    if (m_statements.size() >= statementsKept)
        m_statements.clear();
    return m_statements.try_emplace(sql, m_connection, sql).first->second;
}

Result<std::vector<engine::TicketRow>> SqliteHistoryReader::tickets(const engine::TicketQuery &query)
{
    return guarded([&]() -> Result<std::vector<engine::TicketRow>> {
        const TicketFilter filter(m_site, query, WithStates::yes);
        Statement &find = prepared("SELECT " + std::string(ticketRowColumns) + " FROM tickets" + filter.clause()
                                   + orderOf(query) + " LIMIT ? OFFSET ?");
        const int position = filter.bind(find);
        find.bind(position, std::max(query.limit, 0));
        find.bind(position + 1, std::max(query.offset, 0));
        std::vector<engine::TicketRow> found;
        auto rows = find.query();
        while (rows.next())
            found.push_back(ticketRowOf(rows));
        return found;
    });
}

Result<std::int64_t> SqliteHistoryReader::ticketCount(const engine::TicketQuery &query)
{
    return guarded([&]() -> Result<std::int64_t> {
        const TicketFilter filter(m_site, query, WithStates::yes);
        Statement &count = prepared("SELECT count(*) FROM tickets" + filter.clause());
        filter.bind(count);
        auto rows = count.query();
        return rows.next() ? rows.integer(0) : 0;
    });
}

Result<std::array<std::int64_t, 8>> SqliteHistoryReader::ticketCountsByState(const engine::TicketQuery &query)
{
    return guarded([&]() -> Result<std::array<std::int64_t, 8>> {
        const TicketFilter filter(m_site, query, WithStates::no);
        Statement &count = prepared("SELECT state, count(*) FROM tickets" + filter.clause() + " GROUP BY state");
        filter.bind(count);
        std::array<std::int64_t, 8> counts{};
        auto rows = count.query();
        while (rows.next()) {
            if (const auto state = std::size_t(rows.integer(0)); state < counts.size())
                counts[state] = rows.integer(1);
        }
        return counts;
    });
}

Result<std::optional<Ticket>> SqliteHistoryReader::ticket(TicketId id)
{
    return guarded([&]() -> Result<std::optional<Ticket>> {
        // Ticket and legs from one moment.
        const Transaction moment(m_connection, Transaction::Kind::reading);
        auto found = findTicket(m_connection, id);
        return found && siteOf(found->queue) == m_site ? found : std::nullopt;
    });
}

Result<std::vector<EventBatch>> SqliteHistoryReader::story(TicketId id)
{
    return guarded([&]() -> Result<std::vector<EventBatch>> {
        auto story = m_rows.touching(id);
        std::erase_if(story, [this](const EventBatch &batch) { return batch.site != m_site; });
        return story;
    });
}

Result<std::string> SqliteHistoryReader::note(TicketId id)
{
    return guarded([&]() -> Result<std::string> {
        const std::string key = noteKey(id);
        if (siteOf(id) != m_site)
            return std::string();
        auto rows = prepared("SELECT text FROM personal WHERE key = ?").query(key);
        return rows.next() ? rows.text(0) : std::string();
    });
}

Done SqliteHistoryReader::readPersonal(const std::function<bool(TicketId, const PersonalDatum &)> &visit)
{
    return guarded([&]() -> Done {
        for (const std::string_view prefix : {customerPrefix, notePrefix}) {
            // The character after the hyphen in ASCII ends the range.
            const std::string begin(prefix);
            const std::string end = begin.substr(0, begin.size() - 1) + '.';
            auto rows = prepared("SELECT key, text FROM personal WHERE key >= ? AND key < ?").query(begin, end);
            while (rows.next()) {
                const PersonalDatum datum{rows.text(0), rows.text(1)};
                const auto ticket = ticketOfKey(prefix, datum.key);
                if (ticket && siteOf(*ticket) == m_site && !visit(*ticket, datum))
                    return {};
            }
        }
        return {};
    });
}

Result<engine::QueueFigures> SqliteHistoryReader::figures(QueueId queue, Instant from, Instant until, Duration sla)
{
    return guarded([&]() -> Result<engine::QueueFigures> {
        auto rows = prepared("SELECT count(*), coalesce(sum(priority >= 5), 0), count(started_at),"
                             " coalesce(sum(started_at IS NOT NULL AND waited_ms > ?), 0)"
                             " FROM tickets WHERE queue = ? AND arrived_at >= ? AND arrived_at < ?")
                        .query(sla, queue, from, until);
        engine::QueueFigures figures;
        if (siteOf(queue) == m_site && rows.next())
            figures = {int(rows.integer(0)), int(rows.integer(1)), int(rows.integer(2)), int(rows.integer(3))};
        return figures;
    });
}

Result<engine::HourlyArrivals> SqliteHistoryReader::arrivals(QueueId queue, const std::vector<Instant> &starts)
{
    return guarded([&]() -> Result<engine::HourlyArrivals> {
        engine::HourlyArrivals arrivals;
        if (siteOf(queue) != m_site)
            return arrivals;
        Statement &count =
            prepared("SELECT count(*) FROM tickets WHERE queue = ? AND arrived_at >= ? AND arrived_at < ?");
        for (const Instant start : starts) {
            auto rows = count.query(queue, start, start + std::chrono::hours(1));
            arrivals.weeks.push_back(rows.next() ? int(rows.integer(0)) : 0);
        }
        auto rows = prepared("SELECT count(*) FROM tickets WHERE queue = ?").query(queue);
        arrivals.historySize = rows.next() ? rows.integer(0) : 0;
        return arrivals;
    });
}

Result<std::optional<engine::Checkpoint>> SqliteHistoryReader::checkpointBefore(Instant at)
{
    return guarded([&]() -> Result<std::optional<engine::Checkpoint>> { return findCheckpoint(m_connection, at); });
}

Done SqliteHistoryReader::readLog(Sequence after, std::optional<Instant> until,
                                  const std::function<bool(const EventBatch &)> &visit)
{
    return guarded([&]() -> Done {
        m_rows.readSite(m_site, after, until, visit);
        return {};
    });
}

Result<std::optional<std::pair<Instant, Instant>>> SqliteHistoryReader::logSpan()
{
    return guarded([&]() -> Result<std::optional<std::pair<Instant, Instant>>> {
        auto rows = prepared("SELECT (SELECT at_ms FROM oplog WHERE site = ?1 ORDER BY seq LIMIT 1),"
                             " (SELECT at_ms FROM oplog WHERE site = ?1 ORDER BY seq DESC LIMIT 1)")
                        .query(m_site);
        if (!rows.next() || rows.isNull(0))
            return std::nullopt;
        return std::pair(rows.instant(0), rows.instant(1));
    });
}

} // namespace smartqueue::storage
