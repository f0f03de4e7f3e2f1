#include "smartqueue/presentation/live_trend.h"

#include <algorithm>

#include <smartqueue/engine/past_state.h>
#include <smartqueue/engine/waiting_series.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::presentation {

Result<WaitingTrend> waitingBefore(engine::HistoryReader &reader, Instant now)
{
    const Instant from = now - std::chrono::minutes(trendMinutes);
    auto state = engine::stateAt(reader, from);
    if (!state)
        return tl::unexpected(state.error());
    engine::WaitingSeries series(from, std::chrono::minutes(1));
    const Done read = reader.readLog(state->sequence, now, [&](const EventBatch &batch) {
        series.stood(*state, batch.at);
        queueing::apply(*state, batch);
        return true;
    });
    if (!read)
        return tl::unexpected(read.error());
    series.stood(*state, now + Duration(1));
    return std::move(series).counts();
}

std::vector<int> joinedTrend(const std::vector<int> &before, const std::vector<int> &since)
{
    const std::size_t wanted = trendMinutes > since.size() ? trendMinutes - since.size() : 0;
    std::vector<int> joined(before.end() - std::ptrdiff_t(std::min(wanted, before.size())), before.end());
    joined.insert(joined.end(), since.end() - std::ptrdiff_t(std::min(trendMinutes, since.size())), since.end());
    return joined;
}

} // namespace smartqueue::presentation
