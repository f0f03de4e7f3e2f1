#include "smartqueue/presentation/applied_outcomes.h"

#include <algorithm>

#include <smartqueue/domain/checks.h>
#include <smartqueue/engine/past_state.h>
#include <smartqueue/queueing/apply.h>

#include "recorded_visits.h"

namespace smartqueue::presentation {

namespace {

bool carriesOut(const EventBatch &batch, const AppliedSuggestion &applied)
{
    return batch.command == applied.command && std::any_of(batch.events.begin(), batch.events.end(), [&](const Event &event) {
        const auto *each = std::get_if<SuggestionApplied>(&event);
        return each && each->suggestion == applied.id;
    });
}

/// Others may have been committed in the same millisecond before it.
Result<queueing::BranchState> stateBefore(engine::HistoryReader &reader, const AppliedSuggestion &applied)
{
    auto state = engine::stateAt(reader, applied.at - Duration(1));
    SQ_CHECK(state);
    const Done read = reader.readLog(state->sequence, applied.at, [&](const EventBatch &batch) {
        if (batch.at == applied.at && carriesOut(batch, applied))
            return false;
        queueing::apply(*state, batch);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return state;
}

Result<simulation::Hindsight> hindsightOf(engine::HistoryReader &reader, const OutcomeQuestion &question, const AppliedOutcome &outcome,
                                          std::function<bool(double)> progress)
{
    const AppliedSuggestion &applied = outcome.applied;
    simulation::HindsightPlan plan;
    plan.suggestion = applied.id;
    plan.actions = applied.actions;
    plan.at = applied.at;
    plan.until = std::min(simulation::closingTime(outcome.before->branch, question.zone, applied.at), std::max(applied.at, question.now));
    plan.replications = question.replications;
    plan.seed = question.seed;
    plan.progress = std::move(progress);
    auto visits = recordedVisits(reader, *outcome.before, {applied.at, question.now});
    SQ_CHECK(visits);
    plan.visits = std::move(*visits);
    auto presences = recordedPresences(reader, *outcome.before, {applied.at, plan.until});
    SQ_CHECK(presences);
    plan.presences = std::move(*presences);
    const auto model = simulation::learnBranch(*outcome.before, question.zone, question.past, applied.at, plan.until);
    return simulation::lookBack(*outcome.before, question.zone, model, plan);
}

} // namespace

std::vector<AppliedSuggestion> appliedSuggestions(const queueing::BranchState &state)
{
    std::vector<AppliedSuggestion> applied;
    for (const queueing::DecidedSuggestion &decided : state.decided) {
        if (decided.dismissed || !decided.action)
            continue;
        // One act is several entries, an action each.
        if (applied.empty() || applied.back().id != decided.id || applied.back().command != decided.command || applied.back().at != decided.at)
            applied.push_back({decided.id, decided.at, decided.command, {}, decided.undone});
        applied.back().actions.push_back(*decided.action);
    }
    return applied;
}

Result<std::vector<AppliedOutcome>> outcomesOf(engine::HistoryReader &reader, const OutcomeQuestion &question)
{
    std::vector<AppliedSuggestion> applied = appliedSuggestions(question.state);
    if (applied.size() > question.most)
        applied.erase(applied.begin(), applied.end() - std::ptrdiff_t(question.most));
    std::vector<AppliedOutcome> outcomes;
    for (AppliedSuggestion &each : applied) {
        const auto progress = [&](double share) {
            return !question.progress || question.progress((double(outcomes.size()) + share) / double(applied.size()));
        };
        auto before = stateBefore(reader, each);
        SQ_CHECK(before);
        AppliedOutcome outcome{std::move(each), std::make_shared<const queueing::BranchState>(std::move(*before)), {}};
        if (!outcome.applied.isUndone) {
            auto hindsight = hindsightOf(reader, question, outcome, progress);
            SQ_CHECK(hindsight);
            outcome.hindsight = *hindsight;
        }
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

} // namespace smartqueue::presentation
