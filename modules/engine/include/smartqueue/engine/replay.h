#pragma once

#include <functional>
#include <string>
#include <vector>

#include <smartqueue/engine/engine.h>

namespace smartqueue::engine {

/// One ticket of a recorded day, by the log's own names.
struct RecordedTicket {
    std::string number;
    std::string queue;
    int priority = 0;
    std::string channel;
    Instant arrivedAt{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    std::string agent;
    enum class Outcome { served, abandoned, noShow } outcome = Outcome::served;
};

struct ReplayReport {
    std::int64_t tickets = 0;
    std::int64_t served = 0;
    std::int64_t abandoned = 0;
    std::int64_t noShow = 0;
    std::int64_t commands = 0;
    std::int64_t refused = 0;
    std::int64_t calledTwice = 0;
    std::int64_t lost = 0;
    std::int64_t duplicateNumbers = 0;
    double meanWaitSeconds = 0;
    double wallSeconds = 0;
};

/// Follows recorded decisions through the real engine: arrivals, calls, starts, ends, each at its time. Overlaps that the log
/// has for one agent get further counters of that agent's name. `speed` 0 is as fast as the machine goes; otherwise one log
/// second takes 1/speed seconds of wall time. The branch lives in the recording's time meanwhile, see Engine::clock(), so a
/// console can watch. `progress` gets 0 to 1 before every step and while it waits, and returns false to stop (`cancelled`).
/// Fails with `time_backwards` before anything happens when the branch is past the recording's first instant already, and
/// with the engine's refusal when a queue or an agent of the log cannot be made. Blocks; not in the engine's thread.
Result<ReplayReport> replay(Engine &engine, std::vector<RecordedTicket> tickets, double speed,
                            const std::function<bool(double)> &progress = {});

} // namespace smartqueue::engine
