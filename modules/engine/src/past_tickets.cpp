#include "smartqueue/engine/past_tickets.h"

#include <smartqueue/domain/checks.h>

namespace smartqueue::engine {

namespace {

/// Of a busy branch the last weeks are enough.
constexpr int mostPastTickets = 300'000;

} // namespace

Result<std::vector<simulation::PastTicket>> pastTickets(HistoryReader &reader, Instant from, Instant until)
{
    TicketQuery query;
    query.from = from;
    query.until = until;
    query.limit = mostPastTickets;
    const auto rows = reader.tickets(query);
    SQ_CHECK(rows);
    std::vector<simulation::PastTicket> past;
    past.reserve(rows->size());
    for (const TicketRow &row : *rows)
        past.push_back({row.queue, row.agent, row.priority, row.arrivedAt, row.calledAt, row.startedAt, row.endedAt, row.state});
    return past;
}

Result<std::vector<simulation::PastTicket>> pastTickets(HistoryReader &reader, Instant now)
{
    return pastTickets(reader, now - std::chrono::weeks(simulation::modelWeeks), now);
}

} // namespace smartqueue::engine
