#include "smartqueue/analytics/forecast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include <smartqueue/analytics/eta.h>

namespace smartqueue::analytics {

NextHour nextHourOf(const queueing::BranchState &state, QueueId id, const std::vector<int> &sameHourLastFourWeeks,
                    std::int64_t historySize)
{
    const queueing::QueueState &queue = state.queues.at(id);
    const auto weeks = std::min<std::size_t>(sameHourLastFourWeeks.size(), forecastWeeks);
    const auto tickets = std::accumulate(sameHourLastFourWeeks.begin(),
                                         sameHourLastFourWeeks.begin() + std::ptrdiff_t(weeks), std::int64_t(0));
    const double perAgent = 3600.0 / meanServiceSeconds(state, queue);
    const int agents = agentsOnDuty(state, queue.config);

    NextHour next;
    next.predictedTicketsNextHour = double(tickets) / forecastWeeks;
    next.currentWaiting = queue.waitingCount();
    next.confidence = historySize <= littleHistory ? NextHour::Confidence::low : NextHour::Confidence::medium;
    next.reinforcementNeeded = next.predictedTicketsNextHour > reinforcementShare * (agents * perAgent);
    next.recommendedAgents = int(std::floor(next.predictedTicketsNextHour / perAgent)) + 1;
    next.agentsWithMargin = std::max(next.recommendedAgents,
                                     int(std::ceil(next.predictedTicketsNextHour / (reinforcementShare * perAgent))));
    return next;
}

std::vector<Instant> sameHourStarts(Instant now, const TimeZone &zone, int weeks)
{
    using namespace std::chrono;
    const LocalInstant local = zone.toLocal(now);
    const Instant coming = now + (hours(1) - (local - floor<hours>(local)));
    // Taken from the instant and not by adding an hour to the wall clock, which repeats or skips one at a change.
    const LocalInstant comingLocal = floor<hours>(zone.toLocal(coming));
    std::vector<Instant> starts;
    for (int week = 1; week <= weeks; ++week)
        starts.push_back(zone.toInstant(comingLocal - days(7 * week)));
    return starts;
}

std::string_view nameOf(NextHour::Confidence confidence)
{
    constexpr std::array<std::string_view, 3> names{"low", "medium", "high"};
    return names[std::size_t(confidence)];
}

} // namespace smartqueue::analytics
