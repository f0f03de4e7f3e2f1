#pragma once

#include <chrono>
#include <cmath>
#include <vector>

#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::analytics {

/// A full hour of the clock on the site's wall.
using LocalHour = std::chrono::local_time<std::chrono::hours>;

inline constexpr int hoursPerDay = 24;
inline constexpr int hoursPerWeek = 7 * hoursPerDay;

/// Forecasts and counts stand hour by hour beside a series; NaN where there is none.
using HourlyValues = std::vector<double>;

/// Arrivals per hour without a gap in time. An hour nobody recorded (closed, or before the log began) is NaN and not 0.
struct ArrivalSeries {
    LocalHour start{};
    HourlyValues counts;

    int size() const { return int(counts.size()); }
    /// False outside the series too.
    bool isKnown(int hour) const { return hour >= 0 && hour < size() && !std::isnan(counts[std::size_t(hour)]); }
    LocalHour at(int hour) const { return start + std::chrono::hours(hour); }
    /// Index of an hour; it need not lie within the series.
    int indexOf(LocalHour hour) const { return int((hour - start).count()); }

    /// 0 to 23.
    int hourOfDay(int hour) const;
    /// 0 (Sunday) to 6.
    int weekday(int hour) const;
    /// 1 to 31.
    int dayOfMonth(int hour) const;
    /// Calendar days since that of the first hour.
    int day(int hour) const { return (hour + hourOfDay(0)) / hoursPerDay; }
    /// Index of a day's midnight; negative for the first day unless the series begins at midnight.
    int firstHourOf(int day) const { return day * hoursPerDay - hourOfDay(0); }
    /// Days the series touches.
    int days() const { return counts.empty() ? 0 : day(size() - 1) + 1; }
    /// Count of an hour, 0 where unknown.
    double knownCount(int hour) const { return isKnown(hour) ? counts[std::size_t(hour)] : 0.0; }
};

/// Σ|error| / Σ actual over the known hours in [from, to); NaN when nobody came.
double weightedAbsoluteError(const ArrivalSeries &series, const HourlyValues &forecast, int from, int to);

} // namespace smartqueue::analytics
