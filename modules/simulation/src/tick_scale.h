#pragma once

#include <cmath>
#include <cstdint>

namespace smartqueue::simulation {

/// The kernel's milliseconds as model time: a million to a mean service, so that rounding a duration changes it by less than a
/// millionth of one.
inline constexpr std::int64_t ticksOfService = 1'000'000;

using Ticks = std::int64_t;

/// Beyond it a duration is as good as endless; sums of such still fit.
inline constexpr double endlessTicks = 1e15;

/// A duration in ticks, to the nearest. What math libraries differ in, the last bit, does not reach the figures so.
inline Ticks rounded(double ticks)
{
    return ticks < endlessTicks ? std::llround(ticks) : Ticks(endlessTicks);
}

} // namespace smartqueue::simulation
