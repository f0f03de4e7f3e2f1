#pragma once

#include <QString>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/event_log.h>

namespace smartqueue::samples {

using namespace std::chrono_literals;

/// Monday 2026-01-05T08:00:00Z.
inline constexpr Instant opening = Instant(std::chrono::sys_days(std::chrono::year{2026} / 1 / 5)) + 8h;

inline Ticket waitingTicket(std::int64_t id, Instant at, QueueId queue = QueueId{1})
{
    Ticket ticket;
    ticket.id = TicketId{id};
    ticket.number = "A" + QString::number(id).rightJustified(3, QLatin1Char('0')).toStdString();
    ticket.queue = queue;
    ticket.service = ServiceId{1};
    ticket.channel = "desk";
    ticket.businessDay = 20458;
    ticket.arrivedAt = at;
    ticket.place = {0, at, id};
    ticket.legs.push_back({});
    ticket.leg().queue = queue;
    ticket.leg().waitingSince = at;
    return ticket;
}

inline EventBatch issued(Sequence sequence, const Ticket &ticket)
{
    TicketIssued event;
    event.ticket = ticket.id;
    event.number = ticket.number;
    event.queue = ticket.queue;
    event.service = ticket.service;
    event.channel = ticket.channel;
    event.businessDay = ticket.businessDay;
    event.priority = ticket.priority;
    event.promise = ticket.promise;
    return {sequence, ticket.arrivedAt, "issue-" + std::to_string(sequence), {}, "issue", {event}};
}

/// One ticket issued: batch `sequence`, ticket with the same id, `sequence` minutes after the opening.
inline engine::CommitGroup issueGroup(Sequence sequence, QueueId queue = QueueId{1})
{
    engine::CommitGroup group;
    Ticket ticket = waitingTicket(sequence, opening + std::chrono::minutes(sequence), queue);
    ticket.revision = sequence;
    group.batches.push_back(issued(sequence, ticket));
    group.answers.push_back({group.batches[0].command, ticket.arrivedAt,
                             engine::Receipt{group.batches[0].command, sequence, ticket.arrivedAt, ticket.id,
                                             ticket.number, 0}});
    group.tickets.push_back(std::move(ticket));
    return group;
}

/// All batches of a log.
inline std::vector<EventBatch> batchesOf(engine::EventLog &log, Sequence after = 0)
{
    std::vector<EventBatch> batches;
    const Done done = log.read(after, [&](const EventBatch &batch) {
        batches.push_back(batch);
        return true;
    });
    return done ? batches : std::vector<EventBatch>();
}

} // namespace smartqueue::samples
