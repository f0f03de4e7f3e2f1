#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::analytics {

/// Weeks behind the next-hour prediction, and its divisor.
inline constexpr int forecastWeeks = 4;
/// Reinforcement is needed above this share of the hourly capacity.
inline constexpr double reinforcementShare = 0.8;
/// Up to this many tickets in the history the confidence is low.
inline constexpr std::int64_t littleHistory = 10;

struct NextHour {
    double predictedTicketsNextHour = 0;
    int currentWaiting = 0;
    /// The baseline rule knows low and medium.
    enum class Confidence { low, medium, high } confidence = Confidence::low;
    bool reinforcementNeeded = false;
    /// floor(predicted / (3600 / mean service)) + 1
    int recommendedAgents = 1;
    /// The fewest agents with whom no reinforcement would be needed; never fewer than recommendedAgents.
    int agentsWithMargin = 1;
};

/// The reference rule. `sameHourLastFourWeeks`: tickets issued in the coming hour's counterparts, most recent week first; only
/// the first forecastWeeks count, and the divisor stays forecastWeeks. `historySize`: all tickets in the queue's history.
/// The queue must exist.
NextHour nextHourOf(const queueing::BranchState &state, QueueId queue, const std::vector<int> &sameHourLastFourWeeks,
                    std::int64_t historySize);

/// When the hour that comes after the one of `now` began on the same weekday in each of the last `weeks` weeks, most recent
/// first, by the clock on the site's wall. Of an hour that a spring change skipped, the hour after it stands in.
std::vector<Instant> sameHourStarts(Instant now, const TimeZone &zone, int weeks);

/// "low", "medium", "high".
std::string_view nameOf(NextHour::Confidence confidence);

} // namespace smartqueue::analytics
