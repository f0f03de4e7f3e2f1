#include "smartqueue/optimizer/report.h"

#include <algorithm>

#include "reallocations.h"
#include "transfers.h"

namespace smartqueue::optimizer {

namespace {

template <class Suggestions>
auto find(const Suggestions &suggestions, const SuggestionId &id) -> const typename Suggestions::value_type *
{
    const auto found = std::find_if(suggestions.begin(), suggestions.end(),
                                    [&](const auto &suggestion) { return suggestion.id == id; });
    return found == suggestions.end() ? nullptr : &*found;
}

Severity priorityOf(double balanceScore)
{
    if (balanceScore < analytics::needsBalancingFrom)
        return Severity::high;
    return balanceScore < analytics::optimalFrom ? Severity::medium : Severity::low;
}

} // namespace

Report reportOf(const queueing::BranchState &state, Instant now, const std::map<QueueId, History> &history)
{
    Report report;
    report.at = now;
    report.loadBalance = analytics::loadBalanceOf(state, now);
    report.priority = priorityOf(report.loadBalance.score);
    report.transfers = transfersFor(state, now);
    report.reallocations = reallocationsFor(state);
    for (const auto &[id, queue] : state.queues) {
        if (queue.config.status != QueueStatus::active)
            continue;
        const auto past = history.find(id);
        DisciplineAdvice advice = adviceFor(state, id, past == history.end() ? History{} : past->second);
        if (advice.recommended != advice.current)
            report.disciplines.push_back(std::move(advice));
    }
    return report;
}

std::optional<SuggestedAction> actionOf(const Report &report, const SuggestionId &id)
{
    SuggestedAction action;
    if (const TransferSuggestion *transfer = find(report.transfers, id)) {
        action.kind = SuggestionKind::transfer;
        action.ticket = transfer->ticket;
        action.fromQueue = transfer->from;
        action.toQueue = transfer->to;
        return action;
    }
    if (const ReallocationSuggestion *move = find(report.reallocations, id)) {
        action.kind = SuggestionKind::reallocation;
        action.agent = move->agent;
        action.fromQueue = move->from.value_or(QueueId{});
        action.toQueue = move->to;
        return action;
    }
    if (const DisciplineAdvice *advice = find(report.disciplines, id)) {
        action.kind = SuggestionKind::discipline;
        action.toQueue = advice->queue;
        action.discipline = advice->recommended;
        return action;
    }
    return std::nullopt;
}

} // namespace smartqueue::optimizer
