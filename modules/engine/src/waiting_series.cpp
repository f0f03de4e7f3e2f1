#include "smartqueue/engine/waiting_series.h"

#include <utility>

namespace smartqueue::engine {

void WaitingSeries::stood(const queueing::BranchState &state, Instant until)
{
    for (; m_next < until; m_next += m_step, ++m_points) {
        for (const auto &[id, queue] : state.queues) {
            auto &series = m_counts[id];
            series.resize(m_points, 0);
            series.push_back(queue.waitingCount());
        }
    }
}

std::map<QueueId, std::vector<int>> WaitingSeries::counts() &&
{
    for (auto &[id, series] : m_counts)
        series.resize(m_points, 0);
    return std::exchange(m_counts, {});
}

} // namespace smartqueue::engine
