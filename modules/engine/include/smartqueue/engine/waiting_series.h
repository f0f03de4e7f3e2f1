#pragma once

#include <map>
#include <vector>

#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::engine {

/// How many waited in each queue at from, from + step, …: fed with the state as the log is walked, it keeps the counts alone.
class WaitingSeries {
public:
    WaitingSeries(Instant from, Duration step) : m_next(from), m_step(step) {}

    /// The branch stood like this up to, but not at, `until`.
    void stood(const queueing::BranchState &state, Instant until);
    /// Every series as long as the others: a queue counts 0 where it was not there.
    std::map<QueueId, std::vector<int>> counts() &&;

private:
    Instant m_next;
    Duration m_step;
    std::size_t m_points = 0;
    std::map<QueueId, std::vector<int>> m_counts;
};

} // namespace smartqueue::engine
