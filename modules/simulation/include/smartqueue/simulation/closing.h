#pragma once

#include <optional>

#include <smartqueue/simulation/branch_study.h>

/// When to issue the last ticket of the day.
namespace smartqueue::simulation {

/// After the doors shut, in which those who are in are still to be served.
inline constexpr auto clearingTime = std::chrono::minutes(15);

struct ClosingAdvice {
    /// Between the plan's now and its end; the end: no need to stop before the doors shut.
    Instant stopAt{};
    /// When the last customer has left, if issuing stops then: in seconds after the plan's now, from dayLow to dayHigh on 8 of 10 days.
    Estimate lastOut;
    /// Even if nobody more came, people would be there longer.
    bool isTooLate = false;
};

/// The latest of the full five minutes after which nobody may come, so that on nine of ten days the last customer has left by `outBy`. Everybody who comes
/// is the same customer whenever issuing stops. None where somebody would be called by nobody. Plays the plan again and again, its fans left out;
/// fails as simulateBranch() does.
Result<std::optional<ClosingAdvice>> adviseClosing(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, RolloutPlan plan,
                                                   Instant outBy);

} // namespace smartqueue::simulation
