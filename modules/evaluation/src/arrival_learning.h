#pragma once

#include <smartqueue/analytics/arrival_series.h>
#include <smartqueue/analytics/poisson_regression.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::evaluation {

/// The past as the learned methods are taught it.
struct ArrivalLessons {
    const analytics::ArrivalSeries &series;
    /// One row an hour.
    const analytics::RegressionRows &features;
    /// What the lesson starts from: the learned part is a factor on it. NaN: no lesson.
    const analytics::HourlyValues &base;
};

/// Hours before which nothing is learned from, because their features stand on too little.
inline constexpr int firstLesson = 4 * analytics::hoursPerWeek;

/// Forecasts of [end, until) by a Poisson regression taught on the hours before `end`.
analytics::HourlyValues regressionForecast(const ArrivalLessons &lessons, int end, int until);

/// The same by boosted trees. Fails as BoostedTrees::train does.
Result<analytics::HourlyValues> treesForecast(const ArrivalLessons &lessons, int end, int until);

} // namespace smartqueue::evaluation
