#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::analytics {

/// A queue above is overloaded.
inline constexpr double overloadedAbove = 3.0;
/// A queue below is underloaded.
inline constexpr double underloadedBelow = 1.5;
inline constexpr double optimalFrom = 80.0;
inline constexpr double needsBalancingFrom = 50.0;

struct QueueLoad {
    QueueId id;
    std::string name;
    int waiting = 0;
    /// Signed in, not paused, able to serve the queue; busy ones count.
    int availableAgents = 0;
    double ratio = 0;
    enum class State { underloaded, balanced, overloaded } state = State::underloaded;
};

struct LoadBalance {
    /// 0 to 100: max(0, 100 − 10 × (largest − smallest ratio)).
    double score = 100;
    enum class Status { optimal, needsBalancing, critical } status = Status::optimal;
    /// The active queues by id, idle ones included.
    std::vector<QueueLoad> queues;
};

LoadBalance loadBalanceOf(const queueing::BranchState &state, Instant now);

QueueLoad::State loadStateOf(double ratio);

/// "optimal", "needs_balancing", "critical".
std::string_view nameOf(LoadBalance::Status status);
/// "underloaded", "balanced", "overloaded".
std::string_view nameOf(QueueLoad::State state);

} // namespace smartqueue::analytics
