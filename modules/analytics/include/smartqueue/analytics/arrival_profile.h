#pragma once

#include <smartqueue/analytics/arrival_series.h>

namespace smartqueue::analytics {

/// What an hour of the week usually brings. All of these know, of hour t, only counts of days before the day of t, and give
/// NaN where the same hour of the week was never recorded. Values beyond the last count reach to the end of its day.

/// The count of a week ago.
HourlyValues lastWeek(const ArrivalSeries &series);

/// Mean of the last `weeks` recorded counts of the same hour of the week, looked for in twice as many weeks.
HourlyValues meanOfWeeks(const ArrivalSeries &series, int weeks);

/// A day whose arrivals were out of this range of what its reference expected was not a usual one: a holiday, an outage.
inline constexpr double usualDayFrom = 0.6;
inline constexpr double usualDayTo = 1.6;

/// Mean of the same hour of up to `weeks` past weeks, a week weighing `decay` times the one after it, and unusual days, as
/// `reference` has it, a twentieth.
HourlyValues robustMean(const ArrivalSeries &series, const HourlyValues &reference, double decay, int weeks);

/// robustMean with the day's shape borrowed in part from the other weekdays, the more the likelier the shapes are: what each
/// weekday alone has too few counts for. The day's total stays its own weekday's.
HourlyValues seasonalProfile(const ArrivalSeries &series);

} // namespace smartqueue::analytics
