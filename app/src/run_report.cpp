#include <algorithm>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/forecast.h>
#include <smartqueue/analytics/health.h>
#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/report_json.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/apply.h>

#include "verbs.h"

namespace smartqueue::app {

namespace {

/// The branch at a moment: as it is, with time gone on, or rebuilt from the log for a moment in the past.
Result<queueing::BranchState> stateAt(engine::HistoryReader &reader, const queueing::BranchState &newest, Instant at)
{
    if (at >= newest.at)
        return newest;
    queueing::BranchState state;
    const auto checkpoint = reader.checkpointBefore(at);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    if (*checkpoint) {
        if (auto decoded = queueing::decodeState((*checkpoint)->state))
            state = std::move(*decoded);
    }
    const Done read = reader.readLog(state.sequence, at, [&](const EventBatch &batch) {
        queueing::apply(state, batch);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    return state;
}

Result<std::string> reportJson(const Request &request, engine::HistoryReader &reader, const queueing::BranchState &state,
                               const TimeZone &zone, Instant now)
{
    if (request.verb == "overview")
        return exchange::overviewJson(analytics::overviewOf(state, now));
    if (request.verb == "load-balance")
        return exchange::loadBalanceJson(analytics::loadBalanceOf(state, now));
    if (request.verb == "optimization-report") {
        const auto history = engine::Engine::recentHistory(reader, state, now);
        if (!history)
            return tl::unexpected(history.error());
        return exchange::optimizationReportJson(optimizer::reportOf(state, now, *history));
    }

    const auto found = std::find_if(state.queues.begin(), state.queues.end(),
                                    [&](const auto &item) { return sameName(item.second.config.name, request.queue); });
    if (found == state.queues.end())
        return fail(failures::unknownQueue, {{"queue", request.queue}});
    const auto &[id, queue] = *found;
    if (request.verb == "health")
        return exchange::healthJson(analytics::healthOf(state, id, now));
    if (request.verb == "stats")
        return exchange::statsJson(state, id);
    if (request.verb == "tickets")
        return exchange::waitingTicketsJson(state, id, analytics::etasOf(state, id, now), now);
    if (request.verb == "predictions") {
        const auto arrivals = reader.arrivals(id, analytics::sameHourStarts(now, zone, analytics::forecastWeeks));
        if (!arrivals)
            return tl::unexpected(arrivals.error());
        return exchange::predictionsJson(queue.config.name, analytics::nextHourOf(state, id, arrivals->weeks, arrivals->historySize));
    }
    const auto figures = reader.figures(id, now - std::chrono::days(7), now, state.slaOf(queue.config));
    if (!figures)
        return tl::unexpected(figures.error());
    return exchange::algorithmRecommendationJson(
        optimizer::adviceFor(state, id, {figures->tickets, figures->highPriority, figures->started, figures->startedLate}));
}

} // namespace

int runReport(const Request &request, engine::Engine &engine, const Output &output)
{
    auto settling = engine.settledSnapshot();
    settling.waitForFinished();
    const engine::SharedSnapshot snapshot = settling.result();
    Instant now = std::max(engine.clock().now(), snapshot->state.at);
    if (!request.at.empty()) {
        const auto at = fromIso8601(request.at);
        if (!at)
            return output.failure({failures::invalidValue, {{"field", "at"}, {"value", request.at}}});
        now = *at;
    }
    const auto reader = engine.openReader();
    if (!reader)
        return output.failure(reader.error());
    const auto state = stateAt(**reader, snapshot->state, now);
    if (!state)
        return output.failure(state.error());
    const auto text = reportJson(request, **reader, *state, snapshot->zone, now);
    if (!text)
        return output.failure(text.error());
    output.answer(*text);
    return done;
}

} // namespace smartqueue::app
