#include "recorded_day.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/random_source.h>

#include "stream_seed.h"

namespace smartqueue::simulation {

namespace {

using Worker = RecordedDay::Worker;

/// Who took nobody for so long was away.
constexpr auto longestGap = std::chrono::minutes(30);
/// Who lets people wait for longer than that was not free: a break, or work after a service.
constexpr auto shortestHold = std::chrono::seconds(15);

struct Span {
    Instant begins{};
    Instant ends{};
};

/// When somebody of a queue had been waiting for so long: in order, without overlaps.
using HeldUp = std::vector<Span>;

std::map<QueueId, HeldUp> heldUpIn(const std::vector<PastTicket> &tickets)
{
    std::map<QueueId, HeldUp> queues;
    for (const PastTicket &ticket : tickets) {
        const Instant begins = ticket.arrivedAt + shortestHold;
        const Instant ends = ticket.calledAt.value_or(ticket.startedAt.value_or(ticket.endedAt.value_or(ticket.arrivedAt)));
        if (ends <= begins)
            continue;
        HeldUp &queue = queues[ticket.queue];
        // They are in the order of arrival.
        if (queue.empty() || begins > queue.back().ends)
            queue.push_back({begins, ends});
        queue.back().ends = std::max(queue.back().ends, ends);
    }
    return queues;
}

/// The last moment of the gap at which somebody was held up; its beginning when nobody was.
Instant lastHold(const HeldUp &queue, const Span &gap)
{
    auto after = std::lower_bound(queue.begin(), queue.end(), gap.ends, [](const Span &span, Instant at) { return span.begins < at; });
    return after == queue.begin() ? gap.begins : std::max(gap.begins, std::min((after - 1)->ends, gap.ends));
}

/// When the agent was there for these services: busy, or free while nobody was held up.
std::vector<Shift> stintsOf(std::vector<Span> services, const std::vector<const HeldUp *> &queues)
{
    std::sort(services.begin(), services.end(), [](const Span &a, const Span &b) { return a.begins < b.begins; });
    std::vector<Shift> stints;
    for (const Span &service : services) {
        if (stints.empty()) {
            stints.push_back({service.begins, service.ends});
            continue;
        }
        const Span gap{*stints.back().ends, service.begins};
        Instant back = gap.ends - gap.begins > longestGap ? gap.ends : gap.begins;
        for (const HeldUp *queue : queues)
            back = std::max(back, gap.begins < gap.ends ? lastHold(*queue, gap) : back);
        if (back > gap.begins)
            stints.push_back({back, service.ends});
        stints.back().ends = std::max(*stints.back().ends, service.ends);
    }
    return stints;
}

std::vector<Worker> workersOf(const std::vector<PastTicket> &tickets)
{
    const std::map<QueueId, HeldUp> heldUp = heldUpIn(tickets);
    std::map<AgentId, Worker> workers;
    std::map<AgentId, std::vector<Span>> services;
    for (const PastTicket &ticket : tickets) {
        const auto began = ticket.calledAt ? ticket.calledAt : ticket.startedAt;
        if (!ticket.agent || !began)
            continue;
        Worker &worker = workers[ticket.agent];
        worker.agent = ticket.agent;
        ++worker.served[ticket.queue];
        ++worker.total;
        services[ticket.agent].push_back({*began, ticket.endedAt.value_or(*began)});
    }
    std::vector<Worker> found;
    for (auto &[id, worker] : workers) {
        std::vector<const HeldUp *> queues;
        for (const auto &[queue, count] : worker.served) {
            if (const auto held = heldUp.find(queue); held != heldUp.end())
                queues.push_back(&held->second);
        }
        worker.stints = stintsOf(std::move(services[id]), queues);
        found.push_back(std::move(worker));
    }
    return found;
}

QueueId mostServed(const Worker &worker)
{
    return std::max_element(worker.served.begin(), worker.served.end(), [](const auto &a, const auto &b) { return a.second < b.second; })->first;
}

std::vector<Assignment> everyQueue(int queues)
{
    std::vector<Assignment> assignments;
    for (int queue = 1; queue <= queues; ++queue)
        assignments.push_back({QueueId{queue}, 1});
    return assignments;
}

std::vector<Assignment> assignmentsOf(const Worker &worker, Routing routing, int queues)
{
    if (routing == Routing::pooled)
        return everyQueue(queues);
    const QueueId primary = mostServed(worker);
    std::vector<Assignment> assignments{{primary, 1}};
    if (routing == Routing::dedicated)
        return assignments;
    for (const auto &[queue, count] : worker.served) {
        if (queue != primary)
            assignments.push_back({queue, routing == Routing::primary ? 2 : 1});
    }
    return assignments;
}

CallRouting callRoutingOf(Routing routing)
{
    switch (routing) {
    case Routing::longestQueue: return CallRouting::longestQueue;
    case Routing::costedDelay: return CallRouting::costedDelay;
    case Routing::deadline: return CallRouting::deadline;
    case Routing::skills:
    case Routing::primary:
    case Routing::dedicated:
    case Routing::pooled: break;
    }
    return CallRouting::ranks;
}

/// Who is there on that day this way, with the queues they call from.
struct Staff {
    Agent agent;
    std::vector<Shift> shifts;
};

std::vector<Staff> staffOf(const RecordedDay &day, int queues, const ReplayWay &way)
{
    std::vector<Worker> workers = day.workers;
    std::stable_sort(workers.begin(), workers.end(), [](const Worker &a, const Worker &b) { return a.total > b.total; });
    if (way.extraAgents < 0)
        workers.resize(std::size_t(std::max(1, int(workers.size()) + way.extraAgents)));
    Instant latest{};
    for (const Worker &worker : workers)
        latest = std::max(latest, *worker.stints.back().ends);
    std::vector<Staff> staff;
    std::int64_t id = queues + 1;
    const auto add = [&](std::vector<Assignment> assignments, std::vector<Shift> shifts) {
        Staff each;
        each.agent.id = AgentId{++id};
        each.agent.name = std::to_string(id);
        each.agent.assignments = std::move(assignments);
        each.shifts = std::move(shifts);
        staff.push_back(std::move(each));
    };
    for (const Worker &worker : workers) {
        std::vector<Shift> shifts = worker.stints;
        // Somebody is there until the last one is served.
        if (*shifts.back().ends >= std::min(day.lastArrival(), latest))
            shifts.back().ends.reset();
        add(assignmentsOf(worker, way.routing, queues), std::move(shifts));
    }
    for (int extra = 0; extra < way.extraAgents; ++extra)
        add(everyQueue(queues), {{day.opens(), std::nullopt}});
    return staff;
}

} // namespace

Instant RecordedDay::opens() const
{
    Instant first = tickets.front().arrivedAt;
    for (const Worker &worker : workers)
        first = std::min(first, worker.stints.front().begins);
    return first;
}

std::vector<RecordedDay> recordedDays(std::vector<PastTicket> past, const TimeZone &zone)
{
    std::stable_sort(past.begin(), past.end(), [](const PastTicket &a, const PastTicket &b) { return a.arrivedAt < b.arrivedAt; });
    std::vector<RecordedDay> days;
    for (PastTicket &ticket : past) {
        const LocalDay day = std::chrono::floor<std::chrono::days>(zone.toLocal(ticket.arrivedAt));
        if (days.empty() || days.back().day != day)
            days.push_back({day, {}, {}});
        days.back().tickets.push_back(std::move(ticket));
    }
    for (RecordedDay &day : days)
        day.workers = workersOf(day.tickets);
    std::erase_if(days, [](const RecordedDay &day) { return day.workers.empty(); });
    return days;
}

Result<BranchArm> armOf(const RecordedDay &day, int queues, const TimeZone &zone, const BranchModel &model, const ReplayWay &way, Duration sla)
{
    queueing::BranchState state;
    state.branch.routing = callRoutingOf(way.routing);
    const ServiceId service{queues + 1};
    state.services[service] = {service, "Service", std::chrono::duration_cast<std::chrono::seconds>(sla), {}};
    for (int id = 1; id <= queues; ++id) {
        Queue queue;
        queue.id = QueueId{id};
        queue.name = std::to_string(id);
        queue.prefix = std::to_string(id) + "-";
        queue.service = service;
        queue.discipline = way.discipline;
        queue.lastNumber = limits::number;
        state.queues[queue.id].config = std::move(queue);
    }
    const std::vector<Staff> staff = staffOf(day, queues, way);
    for (const Staff &each : staff)
        state.agents[each.agent.id] = each.agent;
    state.lastId = staff.back().agent.id.value;
    auto arm = makeArm(state, zone, model, day.opens(), {});
    if (!arm)
        return arm;
    // Both are in the order of the ids.
    for (std::size_t i = 0; i < staff.size(); ++i)
        arm->agents[i].shifts = staff[i].shifts;
    return arm;
}

std::vector<Visitor> visitorsOf(const RecordedDay &day, const BranchModel &model, std::uint64_t seed)
{
    RandomSource random(streamSeed(seed, {std::uint64_t(day.day.time_since_epoch().count())}));
    std::vector<Visitor> visitors;
    for (const PastTicket &ticket : day.tickets) {
        const QueueHabits &habits = model.queues.at(ticket.queue);
        Visitor visitor;
        visitor.arrivesAt = ticket.arrivedAt;
        visitor.queue = int(ticket.queue.value) - 1;
        visitor.priority = ticket.priority;
        // The same draws for everybody, whatever is on record.
        visitor.service = random.uniform();
        visitor.walk = random.uniform();
        const double longer = random.uniform();
        visitor.shows = 1;
        const auto calledAt = ticket.calledAt ? ticket.calledAt : ticket.startedAt;
        if (!calledAt)
            visitor.patience = std::max(Duration(1), ticket.endedAt.value_or(ticket.arrivedAt) - ticket.arrivedAt);
        else if (habits.meanPatience)
            visitor.patience = *calledAt - ticket.arrivedAt + Duration(1 + std::llround(-*habits.meanPatience * std::log1p(-longer)));
        if (calledAt && ticket.endedAt) {
            const bool comes = ticket.startedAt.has_value();
            const Instant reached = comes ? *ticket.startedAt : *ticket.endedAt;
            visitor.recorded = RecordedFate{comes ? double((*ticket.endedAt - reached).count()) : 0, double((reached - *calledAt).count()), comes};
        }
        visitors.push_back(visitor);
    }
    return visitors;
}

} // namespace smartqueue::simulation
