#include "reallocations.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <smartqueue/analytics/staffing.h>

#include "smartqueue/optimizer/rules.h"

namespace smartqueue::optimizer {

namespace {

struct Needy {
    const queueing::QueueState *queue;
    int waiting;
    int onDuty;

    double ratio() const { return analytics::loadRatio(waiting, onDuty); }
    bool needsHelp() const { return ratio() > rules::needyRatio && waiting > rules::needyWaiting; }
};

struct Spare {
    const Agent *agent;
    int waiting;
    std::optional<QueueId> from;
};

std::vector<Needy> needyQueues(const queueing::BranchState &state)
{
    const analytics::Roster roster = analytics::rosterOf(state);
    std::vector<Needy> needy;
    for (const auto &[id, queue] : state.queues) {
        const auto staffing = roster.find(id);
        const Needy candidate{&queue, queue.waitingCount(), staffing == roster.end() ? 0 : staffing->second.onDuty};
        if (queue.config.status == QueueStatus::active && candidate.needsHelp())
            needy.push_back(candidate);
    }
    std::stable_sort(needy.begin(), needy.end(), [](const Needy &a, const Needy &b) { return a.ratio() > b.ratio(); });
    return needy;
}

std::vector<Spare> spareAgents(const queueing::BranchState &state)
{
    std::vector<Spare> spare;
    for (const auto &[id, agent] : state.agents) {
        if (agent.status != AgentStatus::available || agent.current)
            continue;
        Spare candidate{&agent, 0, std::nullopt};
        int best = 0;
        for (const Assignment &assignment : agent.assignments) {
            const queueing::QueueState *queue = state.queue(assignment.queue);
            if (!queue)
                continue;
            if (queue->config.status == QueueStatus::active)
                candidate.waiting += queue->waitingCount();
            if (!candidate.from || assignment.rank < best) {
                candidate.from = assignment.queue;
                best = assignment.rank;
            }
        }
        if (candidate.waiting < rules::spareWaiting)
            spare.push_back(candidate);
    }
    std::stable_sort(spare.begin(), spare.end(), [](const Spare &a, const Spare &b) {
        return std::pair(a.from.has_value(), a.waiting) < std::pair(b.from.has_value(), b.waiting);
    });
    return spare;
}

bool couldServe(const queueing::BranchState &state, const Agent &agent, const Queue &queue)
{
    const bool assigned = std::any_of(agent.assignments.begin(), agent.assignments.end(),
                                      [&](const Assignment &assignment) { return assignment.queue == queue.id; });
    return !assigned && queueing::hasSkillsFor(state, agent, queue);
}

ReallocationSuggestion suggestionFor(const queueing::BranchState &state, const Spare &spare, const Needy &needy)
{
    const Queue &to = needy.queue->config;
    ReallocationSuggestion suggestion;
    suggestion.id = "move-" + std::to_string(spare.agent->id.value) + "-" + std::to_string(to.id.value);
    suggestion.agent = spare.agent->id;
    suggestion.agentName = spare.agent->name;
    suggestion.from = spare.from;
    if (spare.from)
        suggestion.fromName = state.queues.at(*spare.from).config.name;
    suggestion.to = to.id;
    suggestion.toName = to.name;
    suggestion.toWaiting = needy.waiting;
    suggestion.toRatio = needy.ratio();
    suggestion.impactScore = int(std::min<double>(rules::impactAtMost, std::floor(needy.ratio() * rules::impactPerRatio + 1e-9)));
    return suggestion;
}

} // namespace

std::vector<ReallocationSuggestion> reallocationsFor(const queueing::BranchState &state)
{
    std::vector<ReallocationSuggestion> suggestions;
    std::vector<Spare> spare = spareAgents(state);
    for (Needy &needy : needyQueues(state)) {
        std::set<QueueId> helped;
        for (auto candidate = spare.begin(); candidate != spare.end() && needy.needsHelp();) {
            const bool taken = candidate->from && helped.count(*candidate->from);
            if (taken || !couldServe(state, *candidate->agent, needy.queue->config)) {
                ++candidate;
                continue;
            }
            suggestions.push_back(suggestionFor(state, *candidate, needy));
            if (candidate->from)
                helped.insert(*candidate->from);
            ++needy.onDuty;
            candidate = spare.erase(candidate);
        }
    }
    return suggestions;
}

} // namespace smartqueue::optimizer
