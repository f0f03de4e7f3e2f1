#include "smartqueue/evaluation/arrival_forecasts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <smartqueue/analytics/arrival_profile.h>
#include <smartqueue/analytics/forecast_blend.h>
#include <smartqueue/analytics/holt_winters.h>
#include <smartqueue/analytics/level_filter.h>
#include <smartqueue/analytics/shrunken_ratio.h>
#include <smartqueue/learning/training_failures.h>

#include "arrival_features.h"
#include "arrival_learning.h"

namespace smartqueue::evaluation {

using analytics::ArrivalSeries;
using analytics::HourlyValues;
using analytics::hoursPerDay;
using analytics::hoursPerWeek;

namespace {

constexpr int firstFitWeek = 5;
constexpr int firstLearningWeek = 8;
constexpr int learningWeeksAhead = 20;

/// The first hour from `least` on that lies whole weeks before or after `from`.
int alignedFrom(int least, int from)
{
    const int offset = ((from - least) % hoursPerWeek + hoursPerWeek) % hoursPerWeek;
    return least + offset;
}

ArrivalBasis basisOf(const ArrivalSeries &series, int from)
{
    const int firstFit = alignedFrom(firstFitWeek * hoursPerWeek, from);
    ArrivalBasis basis;
    basis.profile = analytics::seasonalProfile(series);
    basis.fourWeekMean = analytics::meanOfWeeks(series, 4);
    basis.longMean = analytics::robustMean(series, analytics::robustMean(series, basis.fourWeekMean, 0.8, 8), 1.0, 26);
    basis.levelFilter = analytics::rollingForecast(series, analytics::levelFilter(series, basis.profile), firstFit);
    basis.holtWinters = analytics::rollingForecast(series, analytics::holtWinters(series), firstFit);
    basis.fadingRatio = analytics::fadingRatio(series, basis.profile, 30, 0.75);
    return basis;
}

/// What is said of an hour that no method knows: the mean of that hour of the day over two weeks, or the last count.
double roughGuess(const ArrivalSeries &series, int hour)
{
    double sum = 0;
    int known = 0;
    for (int past = hour - hoursPerDay; past >= hour - 14 * hoursPerDay; past -= hoursPerDay) {
        known += series.isKnown(past);
        sum += series.knownCount(past);
    }
    return known > 0 ? sum / known : series.knownCount(hour - 1);
}

/// Fills what a method has no forecast for: from the level filter, and where that has none either, roughly.
HourlyValues completed(const ArrivalSeries &series, HourlyValues forecast, const HourlyValues &levelFilter)
{
    forecast.resize(series.counts.size(), std::numeric_limits<double>::quiet_NaN());
    for (int hour = 0; hour < series.size(); ++hour) {
        double &mean = forecast[std::size_t(hour)];
        if (std::isnan(mean))
            mean = levelFilter[std::size_t(hour)];
        if (std::isnan(mean))
            mean = roughGuess(series, hour);
    }
    return forecast;
}

struct Learned {
    HourlyValues regression;
    HourlyValues trees;
    HourlyValues treesLong;
};

Done learnWeek(const ArrivalSeries &series, const ArrivalBasis &basis, const analytics::RegressionRows &features, int week, Learned &learned)
{
    const int until = std::min(series.size(), week + hoursPerWeek);
    const ArrivalLessons onProfile{series, features, basis.profile};
    const HourlyValues regression = regressionForecast(onProfile, week, until);
    const auto trees = treesForecast(onProfile, week, until);
    const auto treesLong = trees ? treesForecast({series, features, basis.longMean}, week, until) : trees;
    if (!treesLong)
        return tl::unexpected(treesLong.error());
    std::copy(regression.begin(), regression.end(), learned.regression.begin() + week);
    std::copy(trees->begin(), trees->end(), learned.trees.begin() + week);
    std::copy(treesLong->begin(), treesLong->end(), learned.treesLong.begin() + week);
    return {};
}

bool hasLessons(const ArrivalSeries &series, const ArrivalBasis &basis, int week)
{
    for (int hour = firstLesson; hour < week; ++hour) {
        if (series.isKnown(hour) && basis.profile[std::size_t(hour)] > 1)
            return true;
    }
    return false;
}

Result<Learned> learn(const ArrivalSeries &series, const ArrivalBasis &basis, int firstWeek, const ForecastProgress &progress)
{
    const analytics::RegressionRows features = arrivalFeatures(series, basis);
    const HourlyValues nothing(series.counts.size(), std::numeric_limits<double>::quiet_NaN());
    Learned learned{nothing, nothing, nothing};
    for (int week = firstWeek; week < series.size(); week += hoursPerWeek) {
        if (progress && !progress(double(week - firstWeek) / (series.size() - firstWeek)))
            return fail(learning::training_failures::trainingCancelled);
        if (!hasLessons(series, basis, week))
            continue;
        if (const Done done = learnWeek(series, basis, features, week, learned); !done)
            return tl::unexpected(done.error());
    }
    return learned;
}

/// Weights are made anew every week from the errors since `firstWeek`; equal ones before there are two weeks of them.
HourlyValues blend(const ArrivalSeries &series, std::span<const HourlyValues> members, int firstWeek)
{
    constexpr int settled = 2 * hoursPerWeek;
    constexpr int remembered = 32 * hoursPerWeek;
    std::vector<double> weights(members.size(), 1.0 / double(members.size()));
    HourlyValues means;
    for (int hour = 0; hour < series.size(); ++hour) {
        if (hour >= firstWeek + settled && (hour - firstWeek) % hoursPerWeek == 0)
            weights = analytics::blendWeights(series, members, std::max(firstWeek, hour - remembered), hour);
        means.push_back(analytics::blended(members, weights, hour));
    }
    return means;
}

} // namespace

Result<std::vector<ArrivalForecast>> forecastArrivals(const ArrivalSeries &series, int from, const ForecastProgress &progress)
{
    const int firstWeek = alignedFrom(std::max(firstLearningWeek * hoursPerWeek, from - learningWeeksAhead * hoursPerWeek), from);
    const ArrivalBasis basis = basisOf(series, from);
    auto learned = learn(series, basis, firstWeek, progress);
    if (!learned)
        return tl::unexpected(learned.error());
    const auto whole = [&](const HourlyValues &forecast) { return completed(series, forecast, basis.levelFilter); };
    const std::array<HourlyValues, 6> members{whole(basis.holtWinters),       whole(basis.fadingRatio), whole(basis.levelFilter),
                                              whole(learned->regression), whole(learned->trees),    whole(learned->treesLong)};
    return std::vector<ArrivalForecast>{
        {arrival_methods::seasonalNaive, whole(analytics::lastWeek(series))},
        {arrival_methods::fourWeekMean, whole(basis.fourWeekMean)},
        {arrival_methods::shrunkenRatio, whole(analytics::shrunkenRatio(series, basis.fourWeekMean, 50, 2))},
        {arrival_methods::holtWinters, members[0]},
        {arrival_methods::fadingRatio, members[1]},
        {arrival_methods::levelFilter, members[2]},
        {arrival_methods::poissonRegression, members[3]},
        {arrival_methods::boostedTrees, members[4]},
        {arrival_methods::boostedTreesLong, members[5]},
        {arrival_methods::ensemble, blend(series, members, firstWeek < from ? firstWeek : alignedFrom(leastHistoryHours, from))},
    };
}

} // namespace smartqueue::evaluation
