#include "ticket_table.h"

namespace smartqueue::storage {

namespace {

std::optional<Promise> promiseOf(const Rows &rows, int firstColumn)
{
    if (rows.isNull(firstColumn))
        return std::nullopt;
    Promise promise;
    promise.low = std::chrono::seconds(rows.integer(firstColumn));
    promise.likely = std::chrono::seconds(rows.integer(firstColumn + 1));
    promise.high = std::chrono::seconds(rows.integer(firstColumn + 2));
    return promise;
}

std::vector<Leg> legsOf(Connection &connection, TicketId ticket)
{
    Statement find(connection, "SELECT queue, agent, counter, waiting_since, called_at, started_at, ended_at,"
                               " held_before_ms, held_ms, recalls, \"end\" FROM legs WHERE ticket = ? ORDER BY idx");
    std::vector<Leg> legs;
    auto rows = find.query(ticket);
    while (rows.next()) {
        Leg &leg = legs.emplace_back();
        leg.queue = rows.id<QueueId>(0);
        leg.agent = rows.id<AgentId>(1);
        leg.counter = rows.text(2);
        leg.waitingSince = rows.instant(3);
        leg.calledAt = rows.optionalInstant(4);
        leg.startedAt = rows.optionalInstant(5);
        leg.endedAt = rows.optionalInstant(6);
        leg.heldBefore = Duration(rows.integer(7));
        leg.held = Duration(rows.integer(8));
        leg.recalls = int(rows.integer(9));
        leg.end = static_cast<LegEnd>(rows.integer(10));
    }
    return legs;
}

} // namespace

engine::TicketRow ticketRowOf(const Rows &rows)
{
    engine::TicketRow row;
    row.id = rows.id<TicketId>(0);
    row.number = rows.text(1);
    row.queue = rows.id<QueueId>(2);
    row.state = static_cast<TicketState>(rows.integer(3));
    row.priority = int(rows.integer(4));
    row.channel = rows.text(5);
    row.agent = rows.id<AgentId>(6);
    row.arrivedAt = rows.instant(7);
    row.calledAt = rows.optionalInstant(8);
    row.startedAt = rows.optionalInstant(9);
    row.endedAt = rows.optionalInstant(10);
    row.waited = Duration(rows.integer(11));
    row.promise = promiseOf(rows, 12);
    row.imported = rows.integer(15) != 0;
    return row;
}

Duration waitedOf(const Ticket &ticket)
{
    Duration waited{0};
    for (const Leg &leg : ticket.legs) {
        if (const auto over = leg.calledAt ? leg.calledAt : leg.endedAt)
            waited += *over - leg.waitingSince;
    }
    return waited;
}

TicketTable::TicketTable(Connection &connection)
    : m_write(connection,
              "INSERT INTO tickets (id, number, queue, state, priority, channel, agent, arrived_at, called_at, started_at,"
              " ended_at, waited_ms, promise_low, promise_likely, promise_high, business_day, imported, service, customer,"
              " holder, reserved_for, place_priority, place_since, place_tie, held_since, hold_reason, outcome, noted,"
              " revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
              " ON CONFLICT (id) DO UPDATE SET number = excluded.number, queue = excluded.queue, state = excluded.state,"
              " priority = excluded.priority, channel = excluded.channel, agent = excluded.agent,"
              " called_at = excluded.called_at, started_at = excluded.started_at, ended_at = excluded.ended_at,"
              " waited_ms = excluded.waited_ms, promise_low = excluded.promise_low,"
              " promise_likely = excluded.promise_likely, promise_high = excluded.promise_high,"
              " business_day = excluded.business_day, service = excluded.service, customer = excluded.customer,"
              " holder = excluded.holder, reserved_for = excluded.reserved_for,"
              " place_priority = excluded.place_priority, place_since = excluded.place_since,"
              " place_tie = excluded.place_tie, held_since = excluded.held_since, hold_reason = excluded.hold_reason,"
              " outcome = excluded.outcome, noted = excluded.noted, revision = excluded.revision"),
      m_writeLeg(connection,
                 "INSERT OR REPLACE INTO legs (ticket, idx, queue, agent, counter, waiting_since, called_at, started_at,"
                 " ended_at, held_before_ms, held_ms, recalls, \"end\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_dropLegs(connection, "DELETE FROM legs WHERE ticket = ? AND idx >= ?")
{
}

void TicketTable::write(const Ticket &ticket)
{
    const Leg none;
    const Leg &leg = ticket.legs.empty() ? none : ticket.leg();
    const AgentId agent = ticket.agent ? ticket.agent : leg.agent;
    std::optional<std::chrono::seconds> low, likely, high;
    if (ticket.promise) {
        low = ticket.promise->low;
        likely = ticket.promise->likely;
        high = ticket.promise->high;
    }
    m_write.run(ticket.id, ticket.number, ticket.queue, ticket.state, ticket.priority, ticket.channel, agent,
                ticket.arrivedAt, leg.calledAt, leg.startedAt, ticket.closedAt, waitedOf(ticket), low, likely, high,
                ticket.businessDay, ticket.service, ticket.customer, ticket.agent, ticket.reservedFor,
                ticket.place.priority, ticket.place.since, ticket.place.tie, ticket.heldSince, ticket.holdReason,
                ticket.outcome, ticket.noted, ticket.revision);

    int index = 0;
    for (const Leg &each : ticket.legs) {
        m_writeLeg.run(ticket.id, index++, each.queue, each.agent, each.counter, each.waitingSince, each.calledAt,
                       each.startedAt, each.endedAt, each.heldBefore, each.held, each.recalls, each.end);
    }
    // An undone transfer takes its leg back.
    m_dropLegs.run(ticket.id, index);
}

std::optional<Ticket> findTicket(Connection &connection, TicketId id)
{
    Statement find(connection,
                   "SELECT number, queue, service, priority, channel, customer, business_day, arrived_at, state,"
                   " place_priority, place_since, place_tie, holder, reserved_for, promise_low, promise_likely,"
                   " promise_high, held_since, hold_reason, outcome, ended_at, noted, revision FROM tickets WHERE id = ?");
    auto rows = find.query(id);
    if (!rows.next())
        return std::nullopt;
    Ticket ticket;
    ticket.id = id;
    ticket.number = rows.text(0);
    ticket.queue = rows.id<QueueId>(1);
    ticket.service = rows.id<ServiceId>(2);
    ticket.priority = int(rows.integer(3));
    ticket.channel = rows.text(4);
    ticket.customer = rows.text(5);
    ticket.businessDay = std::int32_t(rows.integer(6));
    ticket.arrivedAt = rows.instant(7);
    ticket.state = static_cast<TicketState>(rows.integer(8));
    ticket.place = {int(rows.integer(9)), rows.instant(10), rows.integer(11)};
    ticket.agent = rows.id<AgentId>(12);
    ticket.reservedFor = rows.id<AgentId>(13);
    ticket.promise = promiseOf(rows, 14);
    ticket.heldSince = rows.optionalInstant(17);
    ticket.holdReason = rows.text(18);
    ticket.outcome = rows.text(19);
    ticket.closedAt = rows.optionalInstant(20);
    ticket.noted = rows.integer(21) != 0;
    ticket.revision = rows.integer(22);
    ticket.legs = legsOf(connection, id);
    return ticket;
}

} // namespace smartqueue::storage
