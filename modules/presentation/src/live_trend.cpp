#include "smartqueue/presentation/live_trend.h"

#include <algorithm>

#include <smartqueue/engine/day_recording.h>

namespace smartqueue::presentation {

Result<WaitingTrend> waitingBefore(engine::HistoryReader &reader, Instant now)
{
    const auto recording = engine::DayRecording::load(reader, now - std::chrono::minutes(trendMinutes), now);
    if (!recording)
        return tl::unexpected(recording.error());
    WaitingTrend trend;
    for (auto &queue : (*recording)->waiting(std::chrono::minutes(1)))
        trend.emplace(queue.queue, std::move(queue.counts));
    return trend;
}

std::vector<int> joinedTrend(const std::vector<int> &before, const std::vector<int> &since)
{
    const std::size_t wanted = trendMinutes > since.size() ? trendMinutes - since.size() : 0;
    std::vector<int> joined(before.end() - std::ptrdiff_t(std::min(wanted, before.size())), before.end());
    joined.insert(joined.end(), since.end() - std::ptrdiff_t(std::min(trendMinutes, since.size())), since.end());
    return joined;
}

} // namespace smartqueue::presentation
