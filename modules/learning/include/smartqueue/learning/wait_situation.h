#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::learning {

/// Somebody who joins a line now.
struct Newcomer {
    /// Index of the queue, as the watch was told of it.
    std::size_t queue = 0;
    int priority = 0;
    Instant at{};
    /// The same moment on the branch's clock.
    LocalInstant local{};
};

/// A line as the formulas see it. Times in seconds.
struct LineFigures {
    /// How many will be called before the newcomer.
    int ahead = 0;
    /// On duty: with a ticket in hand, or seen within QueueWatch::seenFor. At least 1.
    int agents = 1;
    /// How long a ticket keeps its agent: means that forget over about 50, 200, 1,000 and 5,000 services.
    static constexpr std::size_t memories = 4;
    std::array<double, memories> meanService{};
    /// θ a second: abandonments over all time waited, 0 while unknown.
    double patienceRate = 0;
};

/// What is known when somebody joins a line: all that a prediction may use.
struct WaitSituation {
    Newcomer newcomer;
    /// The newcomer's queue with those who serve it, and all queues with all agents: which of the two is the line depends on
    /// how far the agents are shared.
    LineFigures own;
    LineFigures whole;
    /// Somebody on duty is free and nobody is ahead, as far as can be seen.
    bool agentFree = false;
    /// Mean of the queue's last 50 services, as the reference rule has it; 0 without any.
    double meanOfLast50 = 0;
    /// Wait so far of whoever has waited longest in the queue, and the wait of the last who was called from it. Seconds.
    double headOfLine = 0;
    double lastCalled = 0;
    /// Everything else, in the order of QueueWatch::featureNames().
    std::vector<float> features;
};

} // namespace smartqueue::learning
