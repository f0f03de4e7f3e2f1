#include <cmath>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>
#include <smartqueue/engine/promise_ledger.h>

#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

using analytics::Measured;
using analytics::PromiseFigures;

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

nlohmann::ordered_json rangeOf(const Measured &figure)
{
    return nlohmann::ordered_json::array({rounded(figure.low), rounded(figure.high)});
}

void addFigures(nlohmann::ordered_json &json, const PromiseFigures &figures)
{
    json["n"] = figures.promises;
    json["mae_seconds"] = rounded(figures.miss.value);
    json["mae_seconds_95"] = rangeOf(figures.miss);
    json["bias_seconds"] = rounded(figures.bias.value);
    json["bias_seconds_95"] = rangeOf(figures.bias);
    json["with_range"] = figures.withRange;
    json["coverage_80"] = rounded(figures.inRange.value);
    json["coverage_80_95"] = rangeOf(figures.inRange);
    json["within_5_minutes"] = rounded(figures.withinFive.value);
    json["within_5_minutes_95"] = rangeOf(figures.withinFive);
    json["mean_width_seconds"] = rounded(figures.meanWidth);
    json["low_confidence"] = figures.lowConfidence();
}

std::string queueName(const queueing::BranchState &state, QueueId queue)
{
    const queueing::QueueState *found = state.queue(queue);
    return found ? found->config.name : std::string();
}

/// The first moment of a day such as 2026-01-31 in the branch; none: no such day.
std::optional<Instant> dayStart(const std::string &date, const TimeZone &zone, std::chrono::days later = std::chrono::days(0))
{
    const auto midnight = fromIso8601(date + "T00:00:00Z");
    return midnight ? std::optional(zone.toInstant(LocalInstant(midnight->time_since_epoch() + later))) : std::nullopt;
}

nlohmann::ordered_json jsonOf(const std::vector<engine::ToldPromise> &promises, const queueing::BranchState &state, const TimeZone &zone)
{
    const analytics::PromiseScoreboard board = analytics::scoreboardOf(engine::answeredOf(promises, zone));
    const engine::PromiseCounts counts = engine::countsOf(promises);
    nlohmann::ordered_json json{{"promises", promises.size()}, {"left_before_call", counts.uncalled}, {"still_waiting", counts.waiting}};
    nlohmann::ordered_json all;
    addFigures(all, board.all);
    json["all"] = all;
    json["queues"] = nlohmann::ordered_json::array();
    for (const analytics::QueuePromises &queue : board.queues) {
        nlohmann::ordered_json row{{"queue", queueName(state, queue.queue)}};
        addFigures(row, queue.figures);
        json["queues"].push_back(row);
    }
    json["predictors"] = nlohmann::ordered_json::array();
    for (const analytics::MethodPromises &method : board.methods) {
        nlohmann::ordered_json row{{"predictor", nameOf(method.method)}};
        addFigures(row, method.figures);
        json["predictors"].push_back(row);
    }
    json["hours"] = nlohmann::ordered_json::array();
    for (std::size_t hour = 0; hour < board.hours.size(); ++hour) {
        if (board.hours[hour].promises == 0)
            continue;
        nlohmann::ordered_json row{{"hour", hour}};
        addFigures(row, board.hours[hour]);
        json["hours"].push_back(row);
    }
    json["levels"] = nlohmann::ordered_json::array();
    for (const analytics::PromisedLevel &level : board.levels)
        json["levels"].push_back({{"promised", level.level}, {"came_true", rounded(level.share.value)}, {"came_true_95", rangeOf(level.share)}});
    return json;
}

} // namespace

int runScoreboard(const Request &request, engine::Engine &engine, const Caller &caller)
{
    auto settling = engine.settledSnapshot();
    settling.waitForFinished();
    const engine::SharedSnapshot snapshot = settling.result();
    const auto from = request.from.empty() ? std::optional(Instant{}) : dayStart(request.from, snapshot->zone);
    const auto until = request.until.empty() ? std::optional(Instant::max()) : dayStart(request.until, snapshot->zone, std::chrono::days(1));
    if (!from || !until)
        return caller.output.misuse({failures::invalidValue, {{"field", from ? "to" : "from"}, {"expected", "a date such as 2026-01-31"}}});
    const auto reader = engine.openReader();
    if (!reader)
        return caller.output.failure(reader.error());
    engine::PromiseLedger ledger(*from);
    if (const Done read = ledger.advance(**reader); !read)
        return caller.output.failure(read.error());
    caller.output.answer(jsonOf(ledger.told(*from, *until), snapshot->state, snapshot->zone));
    return done;
}

} // namespace smartqueue::app
