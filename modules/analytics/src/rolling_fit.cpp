#include "smartqueue/analytics/rolling_fit.h"

#include <algorithm>

#include "smartqueue/analytics/simplex_search.h"

namespace smartqueue::analytics {

namespace {

constexpr int fittedWeeks = 16;

std::vector<double> fitted(const ArrivalSeries &series, const FittedForecaster &forecaster, int end, int rounds)
{
    // The first weeks are where the states settle.
    const int from = std::max(2 * hoursPerWeek, end - fittedWeeks * hoursPerWeek);
    const auto loss = [&](const std::vector<double> &parameters) {
        const double error = weightedAbsoluteError(series, forecaster.forecast(parameters, end), from, end);
        // Where the loss is flat the parameters stay.
        double moved = 0;
        for (std::size_t i = 0; i < parameters.size(); ++i)
            moved += (parameters[i] - forecaster.parameters[i]) * (parameters[i] - forecaster.parameters[i]);
        constexpr double beyondAnyError = 1e6;
        return (std::isfinite(error) ? error : beyondAnyError) + 1e-5 * moved;
    };
    return simplexSearch(loss, forecaster.parameters, 0.7, rounds);
}

} // namespace

HourlyValues rollingForecast(const ArrivalSeries &series, FittedForecaster forecaster, int firstFit)
{
    constexpr int firstRounds = 120;
    constexpr int laterRounds = 60;
    HourlyValues forecast = forecaster.forecast(forecaster.parameters, std::min(firstFit, series.size()));
    forecast.resize(series.counts.size());
    for (int week = firstFit; week < series.size(); week += hoursPerWeek) {
        const int end = std::min(series.size(), week + hoursPerWeek);
        forecaster.parameters = fitted(series, forecaster, week, week == firstFit ? firstRounds : laterRounds);
        const HourlyValues ofWeek = forecaster.forecast(forecaster.parameters, end);
        std::copy(ofWeek.begin() + week, ofWeek.begin() + end, forecast.begin() + week);
    }
    return forecast;
}

} // namespace smartqueue::analytics
