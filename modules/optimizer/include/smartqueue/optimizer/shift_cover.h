#pragma once

#include <chrono>
#include <span>
#include <vector>

#include <smartqueue/foundation/result.h>

namespace smartqueue::optimizer {

/// So many agents who come at the same hour for the same time.
struct Shift {
    /// Index of the hour they begin.
    int start = 0;
    int hours = 0;
    int agents = 0;

    friend bool operator==(const Shift &, const Shift &) = default;
};

struct ShiftPlan {
    /// By start, then by length.
    std::vector<Shift> shifts;
    /// Agents on duty in each hour, at least as many as were asked for.
    std::vector<int> onDuty;
    /// Hours of all shifts, those beyond the last hour asked for included.
    int agentHours = 0;
    /// False: the best that was found within the time limit.
    bool isOptimal = true;
};

namespace shift_failures {
/// Detail `hours` and `most`: nothing to cover, or more than the solver is given.
inline constexpr FailureCode badHorizon{"bad_horizon"};
/// Detail `hours`: no length, or one outside 1 to longestShift.
inline constexpr FailureCode badShiftLength{"bad_shift_length"};
/// Detail `status`, the solver's number.
inline constexpr FailureCode notSolved{"not_solved"};
} // namespace shift_failures

inline constexpr int longestShift = 24;
/// Five weeks.
inline constexpr int longestHorizon = 35 * 24;

/// The fewest agent-hours in shifts of the given lengths that have `needed` agents on duty in every hour (Dantzig 1954), as an
/// integer program by GLPK. Among equals fewer and fuller shifts. A shift begins at any hour asked for and may end after the
/// last. The same question has the same answer. Blocks for `timeLimit` at most. Fails with shift_failures.
Result<ShiftPlan> coverByShifts(std::span<const int> needed, std::span<const int> lengths,
                                std::chrono::milliseconds timeLimit = std::chrono::seconds(10));

} // namespace smartqueue::optimizer
