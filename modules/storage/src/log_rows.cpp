#include "log_rows.h"

#include <limits>

#include <smartqueue/domain/codec.h>
#include <smartqueue/engine/event_log.h>

#include "command_key.h"

namespace smartqueue::storage {

namespace {

constexpr std::string_view rowColumns =
    "SELECT seq, epoch, cmd_id, device, actor, kind, schema, at_ms, payload, prev_hash, hash, site, by_user, before FROM oplog ";

/// Places for that many values; nothing for none.
std::string oneOf(std::string_view column, std::size_t values)
{
    std::string places;
    for (std::size_t i = 0; i < values; ++i)
        places += i == 0 ? "?" : ", ?";
    return values == 0 ? places : " AND " + std::string(column) + " IN (" + places + ")";
}

LogRow rowOf(const Rows &rows)
{
    LogRow row;
    row.sequence = rows.integer(0);
    row.epoch = rows.integer(1);
    if (!rows.isNull(2))
        row.command = rows.bytes(2);
    row.device = rows.bytes(3);
    row.actor = rows.integer(4);
    row.kind = rows.bytes(5);
    row.schema = int(rows.integer(6));
    row.at = rows.integer(7);
    row.payload = rows.bytes(8);
    row.site = rows.integer(11);
    row.user = rows.integer(12);
    row.before = rows.bytes(13);
    return row;
}

Result<EventBatch> batchOf(const LogRow &row)
{
    if (row.schema > payloadSchema)
        return fail(engine::storage_failures::newerSchema, {{"schema", std::to_string(row.schema)}});
    EventBatch batch;
    batch.sequence = row.sequence;
    batch.at = Instant(Duration(row.at));
    if (row.command)
        batch.command = commandOf(*row.command);
    batch.site = SiteId{row.site};
    batch.user = UserId{row.user};
    batch.actor = AgentId{row.actor};
    batch.kind = std::string(row.kind);
    batch.epoch = row.epoch;
    batch.device = std::string(row.device);
    auto events = codec::decodeEvents(row.payload);
    if (!events)
        return tl::unexpected(events.error());
    batch.events = std::move(*events);
    return batch;
}

[[noreturn]] void raiseUnreadable(const Connection &connection, const LogRow &row, Failure failure)
{
    if (failure.code == codec::unreadable)
        failure.code = engine::storage_failures::damaged;
    failure.detail.emplace("path", connection.path());
    failure.detail.emplace("reason", "oplog " + std::to_string(row.sequence));
    throw DatabaseError{failure};
}

/// The batch of a row that stands by itself: its hash must follow from the one it names.
EventBatch soundBatch(const Connection &connection, const LogRow &row, const Rows &rows)
{
    if (rows.bytes(10) != chainHash(rows.bytes(9), row))
        connection.raise(engine::storage_failures::damaged, "oplog " + std::to_string(row.sequence) + ": hash");
    auto batch = batchOf(row);
    if (!batch)
        raiseUnreadable(connection, row, batch.error());
    return std::move(*batch);
}

/// What is wrong with the row behind `tail`; empty when nothing is.
std::string fault(const LogTail &tail, const LogRow &row, const Rows &rows)
{
    if (row.sequence != tail.sequence + 1)
        return "gap after " + std::to_string(tail.sequence);
    if (rows.bytes(9) != tail.hash)
        return "previous hash";
    if (rows.bytes(10) != chainHash(tail.hash, row))
        return "hash";
    return {};
}

} // namespace

LogRows::LogRows(Connection &connection)
    : m_connection(connection),
      m_tail(connection, "SELECT seq, hash, epoch FROM oplog ORDER BY seq DESC LIMIT 1"),
      m_hashOf(connection, "SELECT hash FROM oplog WHERE seq = ?"),
      m_read(connection, std::string(rowColumns) + "WHERE seq > ? ORDER BY seq"),
      m_readSite(connection, std::string(rowColumns) + "WHERE site = ? AND seq > ? ORDER BY seq"),
      m_touching(connection,
                 std::string(rowColumns) + "WHERE seq IN (SELECT seq FROM ticket_batches WHERE ticket = ?) ORDER BY seq")
{
}

LogTail LogRows::tail()
{
    auto rows = m_tail.query();
    return rows.next() ? LogTail{rows.integer(0), rows.text(1), rows.integer(2)} : LogTail{};
}

void LogRows::read(Sequence after, const std::function<bool(const EventBatch &)> &visit)
{
    LogTail tail;
    tail.sequence = after;
    if (after > 0) {
        const auto hash = hashOf(after);
        // Behind the end of the log there is nothing to read.
        if (!hash) {
            if (this->tail().sequence > after)
                m_connection.raise(engine::storage_failures::damaged, "oplog " + std::to_string(after) + ": missing");
            return;
        }
        tail.hash = *hash;
    }
    readBehind(std::move(tail), [&](const EventBatch &batch, const LogRow &, const LogTail &) { return visit(batch); });
}

bool LogRows::holds(const engine::Position &end)
{
    return end.sequence == 0 || hashOf(end.sequence) == end.hash;
}

std::optional<ChainHash> LogRows::hashOf(Sequence sequence)
{
    auto rows = m_hashOf.query(sequence);
    return rows.next() ? std::optional<ChainHash>(rows.text(0)) : std::nullopt;
}

bool LogRows::readFrom(const engine::Position &after, const std::function<bool(const EventBatch &, const LogTail &)> &visit)
{
    LogTail tail;
    tail.sequence = after.sequence;
    if (!holds(after))
        return false;
    if (after.sequence > 0)
        tail.hash = after.hash;
    readBehind(std::move(tail), [&](EventBatch &batch, const LogRow &row, const LogTail &end) {
        if (!row.before.empty()) {
            if (auto before = codec::decodeEvents(row.before))
                batch.before = std::move(*before);
        }
        return visit(batch, end);
    });
    return true;
}

void LogRows::readBehind(LogTail tail, const std::function<bool(EventBatch &, const LogRow &, const LogTail &)> &visit)
{
    auto rows = m_read.query(tail.sequence);
    while (rows.next()) {
        const LogRow row = rowOf(rows);
        if (const std::string wrong = fault(tail, row, rows); !wrong.empty())
            m_connection.raise(engine::storage_failures::damaged, "oplog " + std::to_string(row.sequence) + ": " + wrong);
        auto batch = batchOf(row);
        if (!batch)
            raiseUnreadable(m_connection, row, batch.error());
        tail = {row.sequence, rows.text(10), row.epoch};
        if (!visit(*batch, row, tail))
            return;
    }
}

void LogRows::readSite(SiteId site, Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit)
{
    auto rows = m_readSite.query(site, after);
    while (rows.next()) {
        const LogRow row = rowOf(rows);
        if ((until && row.at > until->time_since_epoch().count()) || !visit(soundBatch(m_connection, row, rows)))
            return;
    }
}

void LogRows::audit(const engine::AuditQuery &query, const std::function<bool(const engine::AuditEntry &)> &visit)
{
    std::string sql = std::string(rowColumns) + "WHERE seq < ? AND seq > ? AND at_ms >= ? AND at_ms < ?";
    if (query.user)
        sql += " AND by_user = ?";
    if (!query.kind.empty())
        sql += " AND kind = ?";
    if (query.site)
        sql += " AND site = ?";
    sql += oneOf("kind", query.kinds.size()) + oneOf("by_user", query.users.size());
    Statement find(m_connection, sql + " ORDER BY seq DESC");
    find.bind(1, query.before.value_or(std::numeric_limits<Sequence>::max()));
    find.bind(2, query.after.value_or(0));
    find.bind(3, query.from.value_or(Instant::min()));
    find.bind(4, query.until.value_or(Instant::max()));
    int position = 5;
    if (query.user)
        find.bind(position++, *query.user);
    if (!query.kind.empty())
        find.bind(position++, query.kind);
    if (query.site)
        find.bind(position++, *query.site);
    for (const std::string &kind : query.kinds)
        find.bind(position++, kind);
    for (const UserId user : query.users)
        find.bind(position++, user);
    auto rows = find.query();
    while (rows.next()) {
        const LogRow row = rowOf(rows);
        engine::AuditEntry entry{soundBatch(m_connection, row, rows), std::string(row.device)};
        if (!row.before.empty()) {
            if (auto before = codec::decodeEvents(row.before))
                entry.batch.before = std::move(*before);
        }
        if (!visit(entry))
            return;
    }
}

std::vector<EventBatch> LogRows::touching(TicketId ticket)
{
    std::vector<EventBatch> story;
    auto rows = m_touching.query(ticket);
    while (rows.next()) {
        story.push_back(soundBatch(m_connection, rowOf(rows), rows));
    }
    return story;
}

std::vector<std::string> LogRows::findings(std::size_t limit, const std::function<void(const EventBatch &)> &visit)
{
    std::vector<std::string> found;
    LogTail tail;
    auto rows = m_read.query(std::int64_t(0));
    while (found.size() < limit && rows.next()) {
        const LogRow row = rowOf(rows);
        if (const std::string wrong = fault(tail, row, rows); !wrong.empty())
            found.push_back("oplog " + std::to_string(row.sequence) + ": " + wrong);
        if (const auto batch = batchOf(row))
            visit(*batch);
        else
            found.push_back("oplog " + std::to_string(row.sequence) + ": payload");
        tail = {row.sequence, rows.text(10), row.epoch};
    }
    return found;
}

} // namespace smartqueue::storage
