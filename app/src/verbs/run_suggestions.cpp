#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/presentation/applied_outcomes.h>
#include <smartqueue/presentation/proven_suggestions.h>

#include "verbs/branch_moment.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

using Json = nlohmann::ordered_json;

namespace {

Result<simulation::SuggestionOptions> optionsOf(const Request &request)
{
    simulation::SuggestionOptions options;
    const auto objective = simulation::objectiveNamed(request.objective);
    if (!objective)
        return fail(failures::invalidValue, {{"field", "objective"}, {"value", request.objective}, {"expected", "mean-wait, p90, sla or cmu"}});
    options.objective = *objective;
    options.fairnessSeconds = request.fairnessSeconds;
    return options;
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json jsonOf(const simulation::Difference &difference)
{
    return {{"mean", rounded(difference.mean)}, {"low", rounded(difference.low)}, {"high", rounded(difference.high)}};
}

/// With the names that people know.
class ProposalWriter {
public:
    explicit ProposalWriter(const queueing::BranchState &state) : m_state(state) {}

    Json actionsOf(const std::vector<SuggestedAction> &suggested) const
    {
        auto actions = Json::array();
        for (const SuggestedAction &action : suggested)
            actions.push_back(jsonOf(action));
        return actions;
    }

    Json listOf(const std::vector<simulation::Proposal> &proposals) const
    {
        auto list = Json::array();
        for (const simulation::Proposal &proposal : proposals)
            list.push_back(jsonOf(proposal));
        return list;
    }

private:
    Json jsonOf(const simulation::Proposal &proposal) const
    {
        Json json{{"id", proposal.id},
                  {"kind", nameOf(proposal.kind)},
                  {"actions", actionsOf(proposal)},
                  {"gain", app::jsonOf(proposal.gain)},
                  {"as_is", rounded(proposal.asIs)}};
        auto payers = Json::array();
        for (const simulation::Payer &payer : proposal.payers)
            payers.push_back({{"queue", queue(payer.queue)},
                              {"moved", payer.isMoved},
                              {"customers", rounded(payer.customers)},
                              {"longer", app::jsonOf(payer.longer)}});
        json["pays"] = payers;
        json["turned_away"] = rounded(proposal.turnedAway);
        json["good_until"] = toIso8601(proposal.goodUntil);
        return json;
    }

    Json actionsOf(const simulation::Proposal &proposal) const
    {
        Json actions = actionsOf(proposal.actions);
        for (const QueueId counter : proposal.changes.openedCounters)
            actions.push_back({{"action", "open_counter"}, {"queue", queue(counter)}});
        for (const CommandBody &command : proposal.changes.commands) {
            if (const auto *paused = std::get_if<SetQueueStatus>(&command))
                actions.push_back({{"action", "pause_issuing"}, {"queue", queue(paused->queue)}});
        }
        return actions;
    }

    Json jsonOf(const SuggestedAction &action) const
    {
        Json json{{"action", nameOf(action.kind)}};
        switch (action.kind) {
        case SuggestionKind::transfer: json["ticket"] = m_state.tickets.at(action.ticket).number; break;
        case SuggestionKind::reallocation: json["agent"] = m_state.agents.at(action.agent).name; break;
        case SuggestionKind::discipline:
            json["queue"] = queue(action.toQueue);
            json["algorithm"] = nameOf(action.discipline);
            return json;
        }
        json["from_queue"] = m_state.queue(action.fromQueue) ? queue(action.fromQueue) : Json();
        json["to_queue"] = queue(action.toQueue);
        return json;
    }

    Json queue(QueueId id) const { return m_state.queues.at(id).config.name; }

    const queueing::BranchState &m_state;
};

bool isLowConfidence(const simulation::BranchModel &model)
{
    return std::any_of(model.queues.begin(), model.queues.end(), [](const auto &queue) { return queue.second.basis.isLowConfidence(); });
}

Json studyJson(const Request &request, const BranchMoment &moment, const simulation::BranchModel &model, const simulation::RolloutPlan &plan,
               const simulation::SuggestionStudy &study)
{
    const ProposalWriter writer(moment.state);
    return {{"at", toIso8601(plan.now)},
            {"until", toIso8601(plan.until)},
            {"objective", request.objective},
            {"fairness_seconds", rounded(request.fairnessSeconds)},
            {"replications", plan.replications},
            {"seed", plan.seed},
            {"confidence_level", simulation::suggestionLevel},
            {"candidates", study.candidates},
            {"proven", study.proven},
            {"history", {{"days", model.days}, {"tickets", model.tickets}}},
            {"low_confidence", isLowConfidence(model)},
            {"suggestions", writer.listOf(study.suggestions)},
            {"measures", writer.listOf(study.measures)}};
}

Json jsonOf(const presentation::AppliedOutcome &outcome)
{
    const ProposalWriter writer(*outcome.before);
    Json json{{"id", outcome.applied.id},
              {"at", toIso8601(outcome.applied.at)},
              {"actions", writer.actionsOf(outcome.applied.actions)},
              {"undone", outcome.applied.isUndone}};
    if (const auto &hindsight = outcome.hindsight) {
        json["customers"] = hindsight->customers;
        json["without"] = rounded(hindsight->without);
        json["with"] = rounded(hindsight->with);
        json["difference"] = jsonOf(hindsight->difference);
    }
    json["verdict"] = outcome.hindsight ? Json(nameOf(outcome.hindsight->verdict)) : Json();
    return json;
}

Result<Json> appliedJson(const Request &request, const BranchMoment &moment, engine::HistoryReader &reader, const Caller &caller)
{
    const auto past = engine::pastTickets(reader, moment.now);
    SQ_CHECK(past);
    presentation::OutcomeQuestion question{moment.state, moment.zone, moment.now, *past};
    question.replications = request.replications;
    question.seed = request.seed;
    question.progress = [&](double) { return !caller.gone(); };
    const auto outcomes = presentation::outcomesOf(reader, question);
    SQ_CHECK(outcomes);
    auto applied = Json::array();
    for (const presentation::AppliedOutcome &outcome : *outcomes)
        applied.push_back(jsonOf(outcome));
    return Json{{"at", toIso8601(moment.now)},
                {"replications", request.replications},
                {"seed", request.seed},
                {"confidence_level", simulation::hindsightLevel},
                {"applied", applied}};
}

} // namespace

int runSuggestions(const Request &request, engine::Engine &engine, const Caller &caller)
{
    // What was asked wrongly, and what the branch does not have.
    const auto refuse = [&](const Failure &failure) {
        const bool isMisuse = failure.code == failures::invalidValue || failure.code == failures::outOfRange;
        return isMisuse ? caller.output.misuse(failure) : caller.output.failure(failure);
    };
    auto options = optionsOf(request);
    if (!options)
        return refuse(options.error());
    const auto reader = engine.openReader();
    if (!reader)
        return caller.output.failure(reader.error());
    const auto moment = momentOf(request, engine, **reader);
    if (!moment)
        return refuse(moment.error());
    if (request.applied) {
        const auto applied = appliedJson(request, *moment, **reader, caller);
        if (!applied)
            return refuse(applied.error());
        caller.output.answer(*applied);
        return done;
    }
    auto plan = planOf(request, *moment);
    if (!plan)
        return refuse(plan.error());
    plan->progress = [&](double) { return !caller.gone(); };
    const auto past = engine::pastTickets(**reader, moment->now);
    if (!past)
        return caller.output.failure(past.error());
    const auto model = simulation::learnBranch(moment->state, moment->zone, *past, plan->now, plan->until);
    const auto study = presentation::proveWithHistory(**reader, moment->state, moment->zone, model, *plan, *options);
    if (!study)
        return refuse(study.error());
    caller.output.answer(studyJson(request, *moment, model, *plan, *study));
    return done;
}

} // namespace smartqueue::app
