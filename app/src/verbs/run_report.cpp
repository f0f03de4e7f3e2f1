#include <algorithm>
#include <limits>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/forecast.h>
#include <smartqueue/analytics/health.h>
#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/exchange/report_json.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/decide.h>

#include "verbs/branch_moment.h"
#include "verbs/verbs.h"

namespace smartqueue::app {

namespace {

engine::TicketQuery ticketsUntil(const BranchMoment &moment, QueueId queue)
{
    engine::TicketQuery query;
    query.queue = queue;
    query.until = moment.now;
    return query;
}

/// The last seven days of a queue as they stood then: a start that came later does not count yet.
Result<optimizer::History> historyOf(engine::HistoryReader &reader, const BranchMoment &moment, QueueId id)
{
    const Duration sla = moment.state.slaOf(moment.state.queue(id)->config);
    const Instant from = moment.now - std::chrono::days(7);
    if (!moment.isPast) {
        const auto figures = reader.figures(id, from, moment.now, sla);
        if (!figures)
            return tl::unexpected(figures.error());
        return optimizer::History{figures->tickets, figures->highPriority, figures->started, figures->startedLate};
    }
    engine::TicketQuery query = ticketsUntil(moment, id);
    query.from = from;
    query.limit = std::numeric_limits<int>::max();
    const auto rows = reader.tickets(query);
    if (!rows)
        return tl::unexpected(rows.error());
    optimizer::History history;
    for (const engine::TicketRow &row : *rows) {
        const bool started = row.startedAt && *row.startedAt <= moment.now;
        ++history.tickets;
        history.highPriority += row.priority >= 5;
        history.started += started;
        history.startedLate += started && row.waited > sla;
    }
    return history;
}

Result<std::string> reportJson(const Request &request, engine::HistoryReader &reader, const BranchMoment &moment)
{
    const auto &[state, zone, now, isPast] = moment;
    if (request.verb == "overview")
        return exchange::overviewJson(analytics::overviewOf(state, now));
    if (request.verb == "load-balance")
        return exchange::loadBalanceJson(analytics::loadBalanceOf(state, now));
    if (request.verb == "optimization-report") {
        std::map<QueueId, optimizer::History> histories;
        for (const auto &[id, queue] : state.queues) {
            const auto history = historyOf(reader, moment, id);
            if (!history)
                return tl::unexpected(history.error());
            histories[id] = *history;
        }
        return exchange::optimizationReportJson(optimizer::reportOf(state, now, histories));
    }

    auto found = std::find_if(state.queues.begin(), state.queues.end(), [&](const auto &item) { return item.second.config.name == request.queue; });
    if (found == state.queues.end())
        found = std::find_if(state.queues.begin(), state.queues.end(), [&](const auto &item) { return sameName(item.second.config.name, request.queue); });
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
        const auto size = reader.ticketCount(ticketsUntil(moment, id));
        if (!size)
            return tl::unexpected(size.error());
        return exchange::predictionsJson(queue.config.name, analytics::nextHourOf(state, id, arrivals->weeks, *size));
    }
    const auto history = historyOf(reader, moment, id);
    if (!history)
        return tl::unexpected(history.error());
    return exchange::algorithmRecommendationJson(optimizer::adviceFor(state, id, *history));
}

} // namespace

int runReport(const Request &request, engine::Engine &engine, const Caller &caller)
{
    const auto reader = engine.openReader();
    if (!reader)
        return caller.output.failure(reader.error());
    const auto moment = momentOf(request, engine, **reader);
    if (!moment)
        return moment.error().code == failures::invalidValue ? caller.output.misuse(moment.error()) : caller.output.failure(moment.error());
    const auto text = reportJson(request, **reader, *moment);
    if (!text)
        return caller.output.failure(text.error());
    caller.output.answer(*text);
    return done;
}

} // namespace smartqueue::app
