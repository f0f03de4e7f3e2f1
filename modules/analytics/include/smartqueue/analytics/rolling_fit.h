#pragma once

#include <functional>

#include <smartqueue/analytics/arrival_series.h>

namespace smartqueue::analytics {

/// A forecaster one hour ahead with parameters that are fitted to the past and then stay for a week.
struct FittedForecaster {
    /// What holds before the first fit.
    std::vector<double> parameters;
    /// Forecasts of the hours before `end`, that of hour t from the counts before t alone.
    std::function<HourlyValues(const std::vector<double> &parameters, int end)> forecast;
};

/// Forecasts of the whole series. At `firstFit` and every week after it the parameters are fitted anew to the weighted absolute
/// error of the sixteen weeks before, starting from the last ones, and hold for the week that follows; so no forecast knows its
/// own hour or a later one.
HourlyValues rollingForecast(const ArrivalSeries &series, FittedForecaster forecaster, int firstFit);

} // namespace smartqueue::analytics
