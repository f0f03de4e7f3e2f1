#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include <smartqueue/analytics/arrival_series.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::evaluation {

/// The ways to say how many will come in the next hour. Contract names of the command line.
namespace arrival_methods {
/// What came a week ago.
inline constexpr std::string_view seasonalNaive{"seasonal_naive"};
inline constexpr std::string_view fourWeekMean{"four_week_mean"};
/// fourWeekMean times the ratio of the last two hours, shrunk by 50 arrivals.
inline constexpr std::string_view shrunkenRatio{"shrunken_ratio"};
inline constexpr std::string_view holtWinters{"holt_winters"};
/// The seasonal profile times a ratio with a fading memory.
inline constexpr std::string_view fadingRatio{"fading_ratio"};
inline constexpr std::string_view levelFilter{"level_filter"};
inline constexpr std::string_view poissonRegression{"poisson_regression"};
/// Trees on what the profile leaves unexplained, and on what a mean of half a year does.
inline constexpr std::string_view boostedTrees{"boosted_trees"};
inline constexpr std::string_view boostedTreesLong{"boosted_trees_long"};
/// The last six, blended by their recent errors.
inline constexpr std::string_view ensemble{"ensemble"};
} // namespace arrival_methods

struct ArrivalForecast {
    std::string_view name;
    /// One an hour of the series, from its second week on never NaN.
    analytics::HourlyValues means;
};

/// Told the share done, 0 to 1; false cancels.
using ForecastProgress = std::function<bool(double)>;

/// The first week in which Holt-Winters has forecasts; a series needs at least so much before what is to be forecast.
inline constexpr int leastHistoryHours = 2 * analytics::hoursPerWeek;

/// Every method over the whole series, one hour ahead: the forecast of an hour is made of the counts before it, by parameters and
/// models fitted at most weekly to the weeks before. The weeks are counted from `from`, which has leastHistoryHours before it;
/// what learns from many weeks begins up to 20 weeks earlier and needs eight of history, and stands in the level filter's forecast
/// until then. The ensemble comes last. Takes seconds for a year: not in the GUI thread. Fails as BoostedTrees::train does.
Result<std::vector<ArrivalForecast>> forecastArrivals(const analytics::ArrivalSeries &series, int from, const ForecastProgress &progress = {});

} // namespace smartqueue::evaluation
