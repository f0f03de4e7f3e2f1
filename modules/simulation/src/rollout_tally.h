#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <smartqueue/simulation/branch_study.h>

namespace smartqueue::simulation {

/// What one rollout counted in one queue, or in all.
struct RolloutCounts {
    int customers = 0;
    int served = 0;
    int onTime = 0;
    int abandoned = 0;
    int noShows = 0;
    int turnedAway = 0;
    int unserved = 0;
    /// Seconds.
    double waited = 0;
    double p90Wait = 0;
};

struct RolloutResult {
    /// One a queue, and the whole branch behind them.
    std::vector<RolloutCounts> queues;
    /// Seconds after the start; none: nobody was there.
    std::optional<double> lastOut;
    /// Minute by minute, queue by queue; empty unless asked for.
    std::vector<std::uint16_t> waiting;
};

/// Counts one rollout after the other. The plan outlives it.
class RolloutTally {
public:
    RolloutTally(const RolloutPlan &plan, std::size_t queues) : m_plan(plan), m_waits(queues + 1) {}

    void begin();
    RolloutCounts &at(int queue) { return m_result.queues[std::size_t(queue)]; }
    /// A counted wait is over.
    void addWait(int queue, Duration wait);
    void lastOutAt(Instant now);
    /// So many have waited in each queue since the last call, up to that moment.
    void follow(Instant to, const std::vector<int> &waiting);
    /// Adds the queues up to the whole branch; the next rollout has to begin anew.
    RolloutResult finish();

private:
    const RolloutPlan &m_plan;
    std::vector<std::vector<double>> m_waits;
    std::size_t m_fanStep = 0;
    RolloutResult m_result;
};

} // namespace smartqueue::simulation
