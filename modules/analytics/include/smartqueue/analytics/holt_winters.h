#pragma once

#include <smartqueue/analytics/rolling_fit.h>

namespace smartqueue::analytics {

/// One hour ahead by exponential smoothing with a daily and a weekly season and first-order autoregressive errors (Taylor 2003
/// and 2010), on the logarithm of one plus the count, so that the seasons multiply. The seasons start from the first two weeks,
/// of which there are no forecasts. `series` outlives the forecaster.
FittedForecaster holtWinters(const ArrivalSeries &series);

} // namespace smartqueue::analytics
