#include "bench/bench_rollouts.h"

#include <chrono>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <smartqueue/queueing/place.h>
#include <smartqueue/simulation/branch_study.h>

#include "bench/percentile.h"

namespace smartqueue::app {

namespace {

constexpr int queueCount = 10;
constexpr int agentCount = 25;
constexpr double customers = 400;
constexpr int hours = 8;
constexpr int rollouts = 1'000;
constexpr int rounds = 5;

/// Everybody serves two queues and somebody waits in each.
queueing::BranchState branchAt(Instant now)
{
    queueing::BranchState state;
    state.at = now;
    state.dayStartedAt = now;
    const ServiceId service{++state.lastId};
    state.services[service] = {service, "Service", std::chrono::minutes(10), {}};
    std::vector<QueueId> ids;
    for (int i = 0; i < queueCount; ++i) {
        Queue queue;
        queue.id = QueueId{++state.lastId};
        queue.name = "Queue " + std::to_string(i);
        queue.prefix = std::string(1, char('A' + i));
        queue.service = service;
        ids.push_back(queue.id);
        state.queues[queue.id].config = std::move(queue);
    }
    for (int i = 0; i < agentCount; ++i) {
        Agent agent;
        agent.id = AgentId{++state.lastId};
        agent.name = "Agent " + std::to_string(i);
        agent.status = AgentStatus::available;
        agent.assignments = {{ids[std::size_t(i % queueCount)], 1}, {ids[std::size_t((i + 3) % queueCount)], 2}};
        state.agents[agent.id] = std::move(agent);
    }
    for (const QueueId queue : ids) {
        Ticket ticket;
        ticket.id = TicketId{++state.lastId};
        ticket.number = "W" + std::to_string(ticket.id.value);
        ticket.queue = queue;
        ticket.service = service;
        ticket.arrivedAt = now;
        ticket.place = queueing::placeOnArrival(0, now, ticket.id);
        ticket.legs.push_back({});
        ticket.leg().queue = queue;
        ticket.leg().waitingSince = now;
        state.queues.at(queue).line.join({ticket.place, ticket.id});
        state.numbers.set(ticket.number, ticket.id);
        state.tickets.set(ticket.id, std::move(ticket));
    }
    return state;
}

/// Busy nine parts of ten, and people lose patience.
simulation::BranchModel modelOf(const queueing::BranchState &state, Instant now)
{
    const double perHour = customers / queueCount / hours;
    const double service = 0.9 * agentCount / queueCount / perHour * 3'600'000;
    simulation::BranchModel model;
    for (const auto &[id, queue] : state.queues) {
        simulation::QueueHabits habits;
        habits.arrivals = {now, std::vector<double>(hours, perHour), 0.02};
        habits.service = simulation::DurationLaw::lognormal(service, 1);
        habits.walk = simulation::DurationLaw::exponential(20'000);
        habits.meanPatience = 1'800'000;
        model.queues[id] = std::move(habits);
    }
    return model;
}

} // namespace

Result<nlohmann::ordered_json> rolloutFigures()
{
    const Instant now{std::chrono::days(20'000) + std::chrono::hours(9)};
    const queueing::BranchState state = branchAt(now);
    const simulation::BranchModel model = modelOf(state, now);
    simulation::RolloutPlan plan;
    plan.now = now;
    plan.until = now + std::chrono::hours(hours);
    plan.replications = rollouts;
    plan.threads = 2;
    plan.withFans = true;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        const auto study = simulation::simulateBranch(state, TimeZone(), model, plan);
        if (!study)
            return tl::unexpected(study.error());
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return nlohmann::ordered_json{{"rollouts_1000_ms", percentile(times, 0.5)}};
}

} // namespace smartqueue::app
