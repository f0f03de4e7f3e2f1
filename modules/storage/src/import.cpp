#include "import.h"

#include "statement.h"

namespace smartqueue::storage {

namespace {

LegEnd legEndOf(TicketState state)
{
    switch (state) {
    case TicketState::completed:
        return LegEnd::completed;
    case TicketState::noShow:
        return LegEnd::noShow;
    case TicketState::abandoned:
        return LegEnd::abandoned;
    case TicketState::cancelled:
        return LegEnd::cancelled;
    default:
        return LegEnd::open;
    }
}

} // namespace

engine::ImportedCounts importTickets(Connection &writer, const std::vector<engine::ImportedTicket> &tickets)
{
    Statement remember(writer, "INSERT OR IGNORE INTO imports (number, queue, arrived_at) VALUES (?, ?, ?)");
    Statement add(writer,
                  "INSERT INTO tickets (id, number, queue, state, priority, channel, agent, arrived_at, called_at,"
                  " started_at, ended_at, waited_ms, business_day, imported, service, customer, holder, reserved_for,"
                  " place_priority, place_since, place_tie, hold_reason, outcome, noted, revision)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, '', 0, 0, ?, ?, ?, '', '', 0, 0)");
    Statement addLeg(writer, "INSERT INTO legs (ticket, idx, queue, agent, counter, waiting_since, called_at, started_at,"
                             " ended_at, held_before_ms, held_ms, recalls, \"end\") VALUES (?, 0, ?, ?, '', ?, ?, ?, ?, 0, 0, 0, ?)");

    Transaction transaction(writer);
    std::int64_t lowest = writer.integer("SELECT min(0, coalesce((SELECT min(id) FROM tickets), 0),"
                                         " coalesce((SELECT min(id) FROM archived_tickets), 0))");
    engine::ImportedCounts counts;
    for (const engine::ImportedTicket &ticket : tickets) {
        if (remember.run(ticket.number, ticket.queue, ticket.arrivedAt) == 0) {
            ++counts.duplicates;
            counts.added.push_back(false);
            continue;
        }
        --lowest;
        // Logs without a call know only the start of service.
        const auto waitOver = ticket.calledAt ? ticket.calledAt : ticket.startedAt ? ticket.startedAt : ticket.endedAt;
        const Duration waited = waitOver ? *waitOver - ticket.arrivedAt : Duration(0);
        add.run(lowest, ticket.number, ticket.queue, ticket.state, ticket.priority, ticket.channel, ticket.agent,
                ticket.arrivedAt, ticket.calledAt, ticket.startedAt, ticket.endedAt, waited, ticket.businessDay, ticket.priority,
                ticket.arrivedAt, lowest);
        addLeg.run(lowest, ticket.queue, ticket.agent, ticket.arrivedAt, ticket.calledAt, ticket.startedAt,
                   ticket.endedAt, legEndOf(ticket.state));
        ++counts.imported;
        counts.added.push_back(true);
    }
    transaction.commit();
    return counts;
}

} // namespace smartqueue::storage
