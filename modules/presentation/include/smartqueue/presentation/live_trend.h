#pragma once

#include <map>
#include <vector>

#include <smartqueue/engine/history.h>

namespace smartqueue::presentation {

/// Waiting counts of every queue, one a minute.
using WaitingTrend = std::map<QueueId, std::vector<int>>;

inline constexpr std::size_t trendMinutes = 60;

/// The hour before `now` out of the log, oldest first, for a console that has just opened. Runs in the study pool.
Result<WaitingTrend> waitingBefore(engine::HistoryReader &reader, Instant now);

/// What was watched since, put behind what was read from before: at most trendMinutes, the last ones.
std::vector<int> joinedTrend(const std::vector<int> &before, const std::vector<int> &since);

} // namespace smartqueue::presentation
