#pragma once

#include <smartqueue/analytics/arrival_series.h>
#include <smartqueue/analytics/poisson_regression.h>

namespace smartqueue::evaluation {

/// What the learned methods stand on, hour by hour.
struct ArrivalBasis {
    analytics::HourlyValues profile;
    analytics::HourlyValues longMean;
    analytics::HourlyValues fourWeekMean;
    analytics::HourlyValues levelFilter;
    analytics::HourlyValues holtWinters;
    analytics::HourlyValues fadingRatio;
};

/// One row an hour of the series, of what is known before that hour: the calendar, the profile, and as logarithms of ratios how
/// the last hours, days and weeks went against the profile and what the simpler methods say. NaN where something is not known.
analytics::RegressionRows arrivalFeatures(const analytics::ArrivalSeries &series, const ArrivalBasis &basis);

} // namespace smartqueue::evaluation
