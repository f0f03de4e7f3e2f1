#pragma once

#include <smartqueue/analytics/rolling_fit.h>

namespace smartqueue::analytics {

/// One hour ahead: the profile times exp(level), where the level is the sum of three mean-reverting states, of weeks, of the
/// day and of the hour, followed by an extended Kalman filter with Poisson noise and overdispersion (Durbin & Koopman 2012,
/// ch. 10). One count moves the level by at most 2.5 of its standard deviations, so an outage is not taken for a quiet day.
/// `profile` and `series` outlive the forecaster.
FittedForecaster levelFilter(const ArrivalSeries &series, const HourlyValues &profile);

} // namespace smartqueue::analytics
