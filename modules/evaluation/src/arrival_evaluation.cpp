#include "smartqueue/evaluation/arrival_evaluation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <smartqueue/analytics/arrival_profile.h>
#include <smartqueue/analytics/count_range.h>

namespace smartqueue::evaluation {

using analytics::ArrivalSeries;
using analytics::HourlyValues;
using analytics::hoursPerWeek;

namespace {

std::vector<int> openHours(const ArrivalSeries &series)
{
    const HourlyValues usual = analytics::meanOfWeeks(series, 8);
    std::vector<int> hours;
    for (int hour = 0; hour < series.size(); ++hour) {
        if (series.isKnown(hour) && (series.counts[std::size_t(hour)] > 0 || usual[std::size_t(hour)] > 0))
            hours.push_back(hour);
    }
    return hours;
}

double quantileLoss(double level, double quantile, double count)
{
    return count >= quantile ? level * (count - quantile) : (1 - level) * (quantile - count);
}

/// Mean absolute error of the seasonal naive forecast over the open hours before `to`.
double naiveError(const ArrivalSeries &series, const std::vector<int> &open, int to)
{
    double sum = 0;
    int hours = 0;
    for (const int hour : open) {
        if (hour >= to || !series.isKnown(hour - hoursPerWeek))
            continue;
        sum += std::abs(series.counts[std::size_t(hour)] - series.counts[std::size_t(hour - hoursPerWeek)]);
        ++hours;
    }
    return hours > 0 ? sum / hours : std::numeric_limits<double>::quiet_NaN();
}

ArrivalScore scoreOf(const ArrivalSeries &series, const std::vector<int> &open, const ArrivalForecast &forecast, int from)
{
    ArrivalScore score{forecast.name};
    analytics::CountRangeTracker ranges;
    double arrivals = 0;
    double errors = 0;
    int hours = 0;
    for (const int hour : open) {
        if (hour < leastHistoryHours)
            continue;
        const double mean = forecast.means[std::size_t(hour)];
        const double count = series.counts[std::size_t(hour)];
        if (hour >= from) {
            const analytics::CountRange range = ranges.rangeOf(mean);
            ++hours;
            arrivals += count;
            errors += std::abs(count - mean);
            score.coverage80 += range.holds(count);
            score.pinball += (quantileLoss(0.1, range.low, count) + quantileLoss(0.5, range.median, count) + quantileLoss(0.9, range.high, count)) / 3;
        }
        ranges.observe(mean, count);
    }
    score.wape = errors / arrivals;
    score.mase = errors / hours / naiveError(series, open, from);
    score.coverage80 /= hours;
    score.pinball /= hours;
    return score;
}

std::string_view chosenBefore(const ArrivalSeries &series, const std::vector<ArrivalForecast> &forecasts, int from)
{
    constexpr int compared = 8 * hoursPerWeek;
    // A method that won by less may have been lucky, and the blend follows it anyway.
    constexpr double clearlyBetter = 0.97;
    const int since = std::max(leastHistoryHours, from - compared);
    std::string_view chosen = arrival_methods::ensemble;
    if (from - since < hoursPerWeek)
        return chosen;
    const auto error = [&](const ArrivalForecast &forecast) { return analytics::weightedAbsoluteError(series, forecast.means, since, from); };
    double least = clearlyBetter * error(forecasts.back());
    for (const ArrivalForecast &forecast : forecasts) {
        if (const double its = error(forecast); its < least) {
            least = its;
            chosen = forecast.name;
        }
    }
    return chosen;
}

} // namespace

Result<ArrivalEvaluation> evaluateArrivals(const ArrivalSeries &series, analytics::LocalHour testFrom, const ForecastProgress &progress)
{
    const int from = series.indexOf(testFrom);
    if (from < leastHistoryHours)
        return fail(arrival_failures::tooLittleHistory, {{"days", std::to_string(std::max(from, 0) / analytics::hoursPerDay)},
                                                         {"needed", std::to_string(leastHistoryHours / analytics::hoursPerDay)}});
    const std::vector<int> open = openHours(series);
    ArrivalEvaluation evaluation;
    for (const int hour : open) {
        evaluation.hours += hour >= from;
        evaluation.arrivals += hour >= from ? series.counts[std::size_t(hour)] : 0.0;
    }
    if (evaluation.arrivals <= 0)
        return fail(arrival_failures::nothingToTest);
    const auto forecasts = forecastArrivals(series, from, progress);
    if (!forecasts)
        return tl::unexpected(forecasts.error());
    for (const ArrivalForecast &forecast : *forecasts)
        evaluation.methods.push_back(scoreOf(series, open, forecast, from));
    evaluation.chosen = chosenBefore(series, *forecasts, from);
    return evaluation;
}

} // namespace smartqueue::evaluation
