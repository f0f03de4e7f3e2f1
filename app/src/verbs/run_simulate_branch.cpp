#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/past_tickets.h>
#include <smartqueue/simulation/branch_study.h>
#include <smartqueue/simulation/closing.h>

#include "verbs/branch_moment.h"
#include "verbs/simulation_changes.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

using Json = nlohmann::ordered_json;

namespace {

constexpr double confidenceLevel = 0.99;

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

Json jsonOf(const simulation::Estimate &estimate)
{
    return {{"mean", rounded(estimate.mean)},
            {"low", rounded(estimate.low)},
            {"high", rounded(estimate.high)},
            {"day_low", rounded(estimate.dayLow)},
            {"day_high", rounded(estimate.dayHigh)}};
}

void add(Json &json, const simulation::OutcomeFigures &figures)
{
    json["mean_wait"] = jsonOf(figures.meanWait);
    json["p90_wait"] = jsonOf(figures.p90Wait);
    json["sla_share"] = jsonOf(figures.slaShare);
    json["abandoned"] = jsonOf(figures.abandoned);
}

void add(Json &json, const simulation::QueueOutcome &outcome)
{
    json["customers"] = rounded(outcome.customers);
    add(json, outcome.figures);
    json["no_shows"] = rounded(outcome.noShows);
    json["turned_away"] = rounded(outcome.turnedAway);
    json["unserved"] = rounded(outcome.unserved);
}

/// With both ways side by side and what lies between them, where there are two.
void addOutcome(Json &json, const simulation::QueueOutcome &asIs, const simulation::QueueOutcome *changed, const simulation::OutcomeFigures *difference)
{
    add(json, asIs);
    if (!changed || !difference)
        return;
    json["changed"] = Json::object();
    add(json["changed"], *changed);
    json["difference"] = Json::object();
    add(json["difference"], *difference);
}

void addBasis(Json &json, const simulation::QueueHabits &habits)
{
    const simulation::ModelBasis &basis = habits.basis;
    json["arrivals_from_days"] = basis.arrivalsFromDays;
    json["services_from"] = basis.services;
    json["service_law"] = nameOf(basis.service);
    json["service_mean"] = rounded(habits.service.mean() / 1000);
    json["patience_from_abandonments"] = basis.abandonments;
    json["patience_of"] = nameOf(basis.patience);
    json["patience_mean"] = habits.meanPatience ? Json(rounded(*habits.meanPatience / 1000)) : Json();
    json["low_confidence"] = basis.isLowConfidence();
    auto reasons = Json::array();
    if (basis.isFewDays())
        reasons.push_back("few_days");
    if (basis.isFewServices())
        reasons.push_back("few_services");
    json["low_confidence_reasons"] = reasons;
}

Json queueJson(const BranchMoment &moment, const simulation::BranchModel &model, const simulation::BranchStudy &study, std::size_t index)
{
    const QueueId id = study.asIs.queues[index].queue;
    const queueing::QueueState &queue = *moment.state.queue(id);
    Json json{{"queue", queue.config.name}, {"waiting_now", queue.waitingCount()}};
    addOutcome(json, study.asIs.queues[index], study.changed ? &study.changed->queues[index] : nullptr,
               study.changed ? &study.differences[index] : nullptr);
    addBasis(json, model.queues.at(id));
    return json;
}

Json lastOutJson(const simulation::RolloutPlan &plan, const simulation::Estimate &lastOut)
{
    const auto at = [&](double seconds) { return toIso8601(plan.now + std::chrono::seconds(std::llround(seconds))); };
    return {{"mean", at(lastOut.mean)}, {"day_low", at(lastOut.dayLow)}, {"day_high", at(lastOut.dayHigh)}};
}

Json studyJson(const Request &request, const BranchMoment &moment, const simulation::BranchModel &model, const simulation::RolloutPlan &plan,
               const simulation::BranchStudy &study)
{
    Json json{{"at", toIso8601(plan.now)},
              {"until", toIso8601(plan.until)},
              {"replications", plan.replications},
              {"seed", plan.seed},
              {"confidence_level", confidenceLevel},
              {"changes", request.changes},
              {"history", {{"days", model.days}, {"tickets", model.tickets}}}};
    auto queues = Json::array();
    bool isLow = false;
    for (std::size_t i = 0; i < study.asIs.queues.size(); ++i) {
        queues.push_back(queueJson(moment, model, study, i));
        isLow = isLow || model.queues.at(study.asIs.queues[i].queue).basis.isLowConfidence();
    }
    json["low_confidence"] = isLow;
    json["queues"] = queues;
    json["branch"] = Json::object();
    addOutcome(json["branch"], study.asIs.whole, study.changed ? &study.changed->whole : nullptr, study.changed ? &study.wholeDifference : nullptr);
    if (plan.doorsClose) {
        json["last_out"] = lastOutJson(plan, study.asIs.lastOut);
        if (study.changed)
            json["last_out_changed"] = lastOutJson(plan, study.changed->lastOut);
    }
    return json;
}

/// Of the branch as it is, when it is asked about the close.
Result<std::optional<simulation::ClosingAdvice>> closingAdvice(const BranchMoment &moment, const simulation::BranchModel &model, simulation::RolloutPlan plan)
{
    // A time on five minutes needs no more days.
    constexpr int enough = 200;
    if (!plan.doorsClose)
        return std::nullopt;
    plan.replications = std::min(plan.replications, enough);
    const Instant outBy = plan.until + simulation::clearingTime;
    return simulation::adviseClosing(moment.state, moment.zone, model, std::move(plan), outBy);
}

Json closingJson(const simulation::RolloutPlan &plan, const simulation::ClosingAdvice &closing)
{
    return {{"at", toIso8601(closing.stopAt)},
            {"out_by", toIso8601(plan.until + simulation::clearingTime)},
            {"last_out", lastOutJson(plan, closing.lastOut)},
            {"too_late", closing.isTooLate}};
}

} // namespace

int runSimulateBranch(const Request &request, engine::Engine &engine, const Caller &caller)
{
    // What was asked wrongly, and what the branch does not have.
    const auto refuse = [&](const Failure &failure) {
        const bool isMisuse = failure.code == failures::invalidValue || failure.code == failures::outOfRange;
        return isMisuse ? caller.output.misuse(failure) : caller.output.failure(failure);
    };
    const auto reader = engine.openReader();
    if (!reader)
        return caller.output.failure(reader.error());
    const auto moment = momentOf(request, engine, **reader);
    if (!moment)
        return refuse(moment.error());
    const auto changes = changesIn(request.changes, moment->state);
    if (!changes)
        return refuse(changes.error());
    auto plan = planOf(request, *moment);
    if (!plan)
        return refuse(plan.error());
    plan->progress = [&](double) { return !caller.gone(); };
    const auto past = engine::pastTickets(**reader, moment->now);
    if (!past)
        return caller.output.failure(past.error());
    const auto model = simulation::learnBranch(moment->state, moment->zone, *past, plan->now, plan->until);
    const auto study = simulation::simulateBranch(moment->state, moment->zone, model, *plan, *changes);
    if (!study)
        return refuse(study.error());
    const auto closing = closingAdvice(*moment, model, *plan);
    if (!closing)
        return refuse(closing.error());
    Json answer = studyJson(request, *moment, model, *plan, *study);
    if (*closing)
        answer["stop_issuing"] = closingJson(*plan, **closing);
    caller.output.answer(std::move(answer));
    return done;
}

} // namespace smartqueue::app
