#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/queueing/place.h>

namespace smartqueue::testing {

using namespace std::chrono_literals;

/// A branch put together by hand: what the analytics read, without the commands that would lead there.
class BranchBuilder {
public:
    queueing::BranchState state;
    Instant now = Instant(std::chrono::seconds(1'763'546'400));

    ServiceId service(std::chrono::seconds sla = 600s, std::vector<std::string> skills = {})
    {
        Service made;
        made.id = ServiceId{nextId()};
        made.name = "Service " + std::to_string(made.id.value);
        made.sla = sla;
        made.requiredSkills = std::move(skills);
        state.services[made.id] = made;
        return made.id;
    }

    QueueId queue(ServiceId service, Discipline discipline = Discipline::fifo, QueueStatus status = QueueStatus::active)
    {
        Queue made;
        made.id = QueueId{nextId()};
        made.name = "Queue " + std::to_string(made.id.value);
        made.service = service;
        made.discipline = discipline;
        made.status = status;
        state.queues[made.id].config = made;
        return made.id;
    }

    queueing::QueueState &at(QueueId queue) { return state.queues.at(queue); }

    /// Rank follows the order of the queues. A busy agent has some ticket in hand.
    AgentId agent(const std::vector<QueueId> &queues, AgentStatus status = AgentStatus::available,
                  std::vector<std::string> skills = {})
    {
        Agent made;
        made.id = AgentId{nextId()};
        made.name = "Agent " + std::to_string(made.id.value);
        made.status = status;
        made.skills = std::move(skills);
        for (const QueueId queue : queues)
            made.assignments.push_back({queue, int(made.assignments.size()) + 1});
        if (status == AgentStatus::busy)
            made.current = TicketId{nextId()};
        state.agents[made.id] = made;
        return made.id;
    }

    TicketId waiting(QueueId queue, Duration since = 0s, int priority = 0)
    {
        return add(queue, since, priority, {});
    }

    TicketId reserved(QueueId queue, AgentId agent, Duration since = 0s) { return add(queue, since, 0, agent); }

    /// `count` tickets, the first longest, one second between them.
    std::vector<TicketId> waitingMany(QueueId queue, int count, Duration since = 0s)
    {
        std::vector<TicketId> tickets;
        for (int i = 0; i < count; ++i)
            tickets.push_back(waiting(queue, since + std::chrono::seconds(count - i)));
        return tickets;
    }

    /// The last finished services of the queue, all as long.
    void served(QueueId queue, std::chrono::milliseconds each, int count = 50)
    {
        for (int i = 0; i < count; ++i)
            at(queue).services.push_back({TicketId{nextId()}, each});
    }

    void leaves(TicketId id)
    {
        const Ticket &ticket = state.tickets.at(id);
        at(ticket.queue).line.leave({ticket.place, id});
        state.tickets.erase(id);
    }

    /// As a transfer leaves it: another queue, priority + 10, the arrival kept.
    void transfers(TicketId id, QueueId to)
    {
        Ticket ticket = state.tickets.at(id);
        leaves(id);
        ticket.queue = to;
        ticket.place = queueing::placeAfterTransfer(ticket);
        ticket.priority = ticket.place.priority;
        at(to).line.join({ticket.place, id});
        state.tickets.set(id, ticket);
    }

    std::int64_t nextId() { return ++state.lastId; }

private:
    TicketId add(QueueId queue, Duration since, int priority, AgentId reservedFor)
    {
        Ticket ticket;
        ticket.id = TicketId{nextId()};
        ticket.number = "T" + std::to_string(ticket.id.value);
        ticket.queue = queue;
        ticket.service = at(queue).config.service;
        ticket.priority = priority;
        ticket.arrivedAt = now - since;
        ticket.place = queueing::placeOnArrival(priority, now - since, ticket.id);
        ticket.reservedFor = reservedFor;
        Leg leg;
        leg.queue = queue;
        leg.waitingSince = now - since;
        ticket.legs.push_back(leg);
        if (reservedFor)
            at(queue).reserved.push_back(ticket.id);
        else
            at(queue).line.join({ticket.place, ticket.id});
        state.numbers.set(ticket.number, ticket.id);
        state.tickets.set(ticket.id, ticket);
        return ticket.id;
    }
};

/// A branch of every kind: some queues unstaffed, some full, some closed, agents shared, skills missing.
inline BranchBuilder randomBranch(std::uint64_t seed)
{
    RandomSource random(seed);
    BranchBuilder builder;
    std::vector<ServiceId> services;
    for (std::int64_t i = random.between(1, 3); i > 0; --i)
        services.push_back(builder.service(std::chrono::seconds(random.between(60, 1200)),
                                           random.chance(0.3) ? std::vector<std::string>{"passports"} : std::vector<std::string>{}));
    std::vector<QueueId> queues;
    for (std::int64_t i = random.between(2, 8); i > 0; --i) {
        const auto discipline = Discipline(random.between(0, 2));
        const auto status = random.chance(0.15) ? QueueStatus(random.between(1, 2)) : QueueStatus::active;
        const QueueId id = builder.queue(services[std::size_t(random.between(0, std::int64_t(services.size()) - 1))], discipline, status);
        queues.push_back(id);
        if (random.chance(0.3))
            builder.at(id).config.maxCapacity = int(random.between(1, 30));
        builder.served(id, std::chrono::milliseconds(random.between(1'000, 900'000)), int(random.between(0, 50)));
        if (random.chance(0.5)) {
            builder.at(id).abandonments = random.between(0, 100);
            builder.at(id).waited = std::chrono::seconds(random.between(0, 100'000));
        }
        const std::int64_t waiting = random.chance(0.3) ? 0 : random.between(1, 30);
        for (std::int64_t t = 0; t < waiting; ++t)
            builder.waiting(id, std::chrono::seconds(random.between(0, 2000)), random.chance(0.3) ? int(random.between(1, 9)) : 0);
    }
    for (std::int64_t i = random.between(0, 12); i > 0; --i) {
        std::vector<QueueId> assigned;
        for (const QueueId id : queues) {
            if (random.chance(0.25))
                assigned.push_back(id);
        }
        builder.agent(assigned, AgentStatus(random.between(0, 3)),
                      random.chance(0.7) ? std::vector<std::string>{"passports"} : std::vector<std::string>{});
    }
    return builder;
}

} // namespace smartqueue::testing
