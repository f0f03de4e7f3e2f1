#pragma once

#include <smartqueue/foundation/clock.h>

namespace smartqueue::exchange {

// Before it no machine wrote a time, after it a digit is wrong.
inline constexpr Instant earliestTime = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
inline constexpr Instant endOfTimes = std::chrono::sys_days(std::chrono::year(2200) / 1 / 1);

} // namespace smartqueue::exchange
