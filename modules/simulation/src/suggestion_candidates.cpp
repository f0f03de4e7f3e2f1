#include "suggestion_candidates.h"

#include <algorithm>
#include <set>

#include <smartqueue/analytics/staffing.h>
#include <smartqueue/domain/names.h>

namespace smartqueue::simulation {

namespace {

constexpr std::size_t mostCandidates = 300;

/// As one batch of the kernel.
Candidate ofActions(ProposalKind kind, SuggestionId id, std::vector<SuggestedAction> actions)
{
    Candidate candidate;
    candidate.kind = kind;
    candidate.changes.commands = {ApplySuggestion{id, actions}};
    candidate.id = std::move(id);
    candidate.actions = std::move(actions);
    return candidate;
}

/// Short, and the same for the same parts (FNV-1a).
SuggestionId idOf(std::string_view kind, const std::vector<SuggestionId> &parts)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const SuggestionId &part : parts) {
        for (const char letter : part + ';')
            hash = (hash ^ std::uint64_t(static_cast<unsigned char>(letter))) * 0x100000001b3ULL;
    }
    return std::string(kind) + "-" + std::to_string(hash);
}

std::vector<Candidate> reported(const optimizer::Report &report)
{
    std::vector<Candidate> candidates;
    std::vector<SuggestionId> ids;
    std::vector<SuggestedAction> transfers;
    for (const auto &transfer : report.transfers) {
        ids.push_back(transfer.id);
        transfers.push_back(*optimizer::actionOf(report, transfer.id));
    }
    if (!transfers.empty())
        candidates.push_back(ofActions(ProposalKind::transfers, idOf("transfers", ids), std::move(transfers)));
    for (const auto &move : report.reallocations)
        candidates.push_back(ofActions(ProposalKind::reallocation, move.id, {*optimizer::actionOf(report, move.id)}));
    for (const auto &advice : report.disciplines)
        candidates.push_back(ofActions(ProposalKind::discipline, advice.id, {*optimizer::actionOf(report, advice.id)}));
    return candidates;
}

std::vector<const Queue *> neediestFirst(const queueing::BranchState &state)
{
    const analytics::Roster roster = analytics::rosterOf(state);
    std::vector<std::pair<double, const Queue *>> queues;
    for (const auto &[id, queue] : state.queues) {
        const auto staffing = roster.find(id);
        const int onDuty = staffing == roster.end() ? 0 : staffing->second.onDuty;
        if (queue.config.status == QueueStatus::active)
            queues.push_back({analytics::loadRatio(queue.waitingCount(), onDuty), &queue.config});
    }
    std::stable_sort(queues.begin(), queues.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<const Queue *> sorted;
    for (const auto &[ratio, queue] : queues)
        sorted.push_back(queue);
    return sorted;
}

/// Not for those whom the move would leave as they are.
std::optional<SuggestedAction> moveOf(const queueing::BranchState &state, const Agent &agent, const Queue &queue)
{
    if (agent.status == AgentStatus::offline || !queueing::hasSkillsFor(state, agent, queue))
        return std::nullopt;
    SuggestedAction action;
    action.kind = SuggestionKind::reallocation;
    action.agent = agent.id;
    action.toQueue = queue.id;
    const Assignment *first = nullptr;
    for (const Assignment &assignment : agent.assignments) {
        if (assignment.queue == queue.id && assignment.rank <= 1)
            return std::nullopt;
        if (!first || assignment.rank < first->rank)
            first = &assignment;
    }
    if (first)
        action.fromQueue = first->queue;
    return action;
}

void addMeasures(const Queue &queue, std::vector<Candidate> &candidates)
{
    Candidate counter;
    counter.kind = ProposalKind::counter;
    counter.id = "counter-" + std::to_string(queue.id.value);
    counter.changes.openedCounters = {queue.id};
    candidates.push_back(std::move(counter));
    Candidate pause;
    pause.kind = ProposalKind::pause;
    pause.id = "pause-" + std::to_string(queue.id.value);
    // A closed queue issues nothing, and whoever waits in it is still called.
    pause.changes.commands = {SetQueueStatus{queue.id, QueueStatus::closed}};
    candidates.push_back(std::move(pause));
}

std::vector<Candidate> searched(const queueing::BranchState &state)
{
    std::vector<Candidate> candidates;
    for (const Queue *queue : neediestFirst(state)) {
        const std::string to = std::to_string(queue->id.value);
        for (const auto &[id, agent] : state.agents) {
            if (const auto move = moveOf(state, agent, *queue))
                candidates.push_back(ofActions(ProposalKind::reallocation, "move-" + std::to_string(id.value) + "-" + to, {*move}));
        }
        for (const Discipline discipline : {Discipline::fifo, Discipline::priority, Discipline::sla}) {
            SuggestedAction action;
            action.kind = SuggestionKind::discipline;
            action.toQueue = queue->id;
            action.discipline = discipline;
            if (discipline != queue->discipline)
                candidates.push_back(ofActions(ProposalKind::discipline, "discipline-" + to + "-" + std::string(nameOf(discipline)), {action}));
        }
        addMeasures(*queue, candidates);
    }
    return candidates;
}

bool contradict(const SuggestedAction &a, const SuggestedAction &b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case SuggestionKind::transfer: return true;
    case SuggestionKind::reallocation: return a.agent == b.agent;
    case SuggestionKind::discipline: return a.toQueue == b.toQueue;
    }
    return true;
}

std::set<QueueId> queuesOf(const Candidate &candidate)
{
    std::set<QueueId> queues(candidate.changes.openedCounters.begin(), candidate.changes.openedCounters.end());
    for (const SuggestedAction &action : candidate.actions) {
        queues.insert(action.fromQueue);
        queues.insert(action.toQueue);
    }
    for (const CommandBody &command : candidate.changes.commands) {
        if (const auto *paused = std::get_if<SetQueueStatus>(&command))
            queues.insert(paused->queue);
    }
    return queues;
}

} // namespace

std::vector<Candidate> candidatesFor(const queueing::BranchState &state, Instant now, const std::map<QueueId, optimizer::History> &history)
{
    std::vector<Candidate> candidates;
    std::set<SuggestionId> known;
    for (auto &found : {reported(optimizer::reportOf(state, now, history)), searched(state)}) {
        for (const Candidate &candidate : found) {
            if (candidates.size() < mostCandidates && known.insert(candidate.id).second)
                candidates.push_back(candidate);
        }
    }
    return candidates;
}

std::optional<Candidate> joined(const Candidate &first, const Candidate &second)
{
    for (const SuggestedAction &action : second.actions) {
        if (std::any_of(first.actions.begin(), first.actions.end(), [&](const SuggestedAction &other) { return contradict(action, other); }))
            return std::nullopt;
    }
    std::vector<SuggestedAction> actions = first.actions;
    actions.insert(actions.end(), second.actions.begin(), second.actions.end());
    return ofActions(ProposalKind::bundle, idOf("bundle", {first.id, second.id}), std::move(actions));
}

Instant goodUntil(const Candidate &candidate, const queueing::BranchState &state, const BranchModel &model, const RolloutPlan &plan)
{
    constexpr double shortest = 2 * 60'000;
    constexpr double longest = 15 * 60'000;
    const analytics::Roster roster = analytics::rosterOf(state);
    double milliseconds = shortest;
    for (const QueueId id : queuesOf(candidate)) {
        const queueing::QueueState *queue = state.queue(id);
        const auto habits = model.queues.find(id);
        if (!queue || habits == model.queues.end())
            continue;
        const auto staffing = roster.find(id);
        const int onDuty = staffing == roster.end() ? 0 : staffing->second.onDuty;
        milliseconds = std::max(milliseconds, queue->waitingCount() * habits->second.service.mean() / std::max(1, onDuty));
    }
    return std::min(plan.until, plan.now + Duration(std::int64_t(std::min(milliseconds, longest))));
}

} // namespace smartqueue::simulation
