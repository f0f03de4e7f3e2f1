#pragma once

#include <string>
#include <vector>

#include <QtGlobal>

#include <smartqueue/domain/limits.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>
#include <smartqueue/simulation/branch_study.h>

namespace smartqueue::testing {

using namespace std::chrono_literals;

/// A branch that came about by commands, and what is to be known of its next hours.
class BranchHouse {
public:
    queueing::BranchState state;
    TimeZone zone;
    /// A Monday.
    Instant now = *fromIso8601("2026-01-05T09:00:00Z");
    simulation::BranchModel model;

    Done tries(CommandBody body)
    {
        Command command;
        command.body = std::move(body);
        auto events = queueing::decide(state, command, {now, zone});
        if (!events)
            return tl::unexpected(events.error());
        EventBatch batch;
        batch.at = now;
        batch.events = std::move(*events);
        batch.sequence = state.sequence + 1;
        queueing::apply(state, batch);
        return {};
    }
    void tell(CommandBody body)
    {
        if (const Done told = tries(std::move(body)); !told)
            qFatal("refused: %s", std::string(told.error().code.name()).c_str());
    }

    /// Exponential services, nobody leaves, `perHour` for a week.
    QueueId queue(double perHour, Duration meanService, std::vector<std::string> skills = {})
    {
        Service service;
        service.name = "Service " + std::to_string(state.services.size());
        service.requiredSkills = std::move(skills);
        tell(DefineService{service});
        Queue made;
        made.name = "Queue " + std::to_string(state.queues.size());
        made.prefix = std::string(1, char('A' + int(state.queues.size())));
        made.service = state.services.rbegin()->first;
        made.lastNumber = limits::number;
        tell(DefineQueue{made});
        const QueueId id = state.queues.rbegin()->first;
        simulation::QueueHabits &habits = model.queues[id];
        habits.service = simulation::DurationLaw::exponential(double(meanService.count()));
        habits.arrivals.start = now;
        habits.arrivals.perHour.assign(24 * 8, perHour);
        return id;
    }

    /// Signed in; the ranks follow the order.
    AgentId agent(const std::vector<QueueId> &queues, std::vector<std::string> skills = {})
    {
        Agent made;
        made.name = "Agent " + std::to_string(state.agents.size());
        made.skills = std::move(skills);
        for (const QueueId queue : queues)
            made.assignments.push_back({queue, int(made.assignments.size()) + 1});
        tell(DefineAgent{made});
        const AgentId id = state.agents.rbegin()->first;
        tell(SignIn{id, {}});
        return id;
    }
    void agents(int count, const std::vector<QueueId> &queues)
    {
        for (int i = 0; i < count; ++i)
            agent(queues);
    }

    simulation::RolloutPlan plan(Duration span, int replications = 100, std::uint64_t seed = 1) const
    {
        simulation::RolloutPlan made;
        made.now = now;
        made.until = now + span;
        made.replications = replications;
        made.seed = seed;
        return made;
    }

    simulation::BranchStudy study(const simulation::RolloutPlan &plan, const simulation::Changes &changes = {}) const
    {
        const auto found = simulation::simulateBranch(state, zone, model, plan, changes);
        if (!found)
            qFatal("no study: %s", std::string(found.error().code.name()).c_str());
        return *found;
    }
};

} // namespace smartqueue::testing
