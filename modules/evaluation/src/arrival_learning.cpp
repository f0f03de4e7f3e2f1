#include "arrival_learning.h"

#include <algorithm>
#include <cmath>

#include <smartqueue/learning/boosted_trees.h>

namespace smartqueue::evaluation {

using analytics::HourlyValues;
using analytics::hoursPerWeek;

namespace {

/// A base below is lifted to it, so that an hour in which nobody is expected can still learn otherwise.
constexpr double lift = 0.05;
/// Hours with a smaller base teach nothing about ratios.
constexpr double leastBase = 0.25;

struct Lesson {
    int hour;
    double count;
    double base;
};

std::vector<Lesson> lessonsBefore(const ArrivalLessons &lessons, int end)
{
    std::vector<Lesson> chosen;
    for (int hour = firstLesson; hour < end; ++hour) {
        const double base = lessons.base[std::size_t(hour)];
        if (lessons.series.isKnown(hour) && base >= leastBase)
            chosen.push_back({hour, lessons.series.counts[std::size_t(hour)], base + lift});
    }
    return chosen;
}

double baseOf(const ArrivalLessons &lessons, int hour)
{
    const double base = lessons.base[std::size_t(hour)];
    return (std::isnan(base) ? 0.0 : base) + lift;
}

/// φ of a variance μ + φμ², by moments, the large hours no more than the middling ones.
double overdispersion(const std::vector<Lesson> &lessons)
{
    constexpr double enough = 100;
    double excess = 0;
    double weights = 0;
    for (const Lesson &lesson : lessons) {
        const double weight = std::min(lesson.base, enough);
        const double relative = (lesson.count - lesson.base) / lesson.base;
        excess += weight * (relative * relative - 1 / lesson.base);
        weights += weight;
    }
    return weights > 0 ? std::clamp(excess / weights, 0.0005, 0.3) : 0.3;
}

/// What a lesson weighs beside its Poisson information: less when it is old, and less when its noise is not Poisson.
double weightOf(const Lesson &lesson, int end, double overdispersion, double halfLifeWeeks)
{
    return std::exp2((lesson.hour - end) / (halfLifeWeeks * hoursPerWeek)) / (1 + overdispersion * lesson.base);
}

} // namespace

HourlyValues regressionForecast(const ArrivalLessons &lessons, int end, int until)
{
    constexpr double halfLifeWeeks = 20;
    constexpr double ridge = 50;
    const std::vector<Lesson> past = lessonsBefore(lessons, end);
    HourlyValues forecast;
    if (past.empty()) {
        for (int hour = end; hour < until; ++hour)
            forecast.push_back(baseOf(lessons, hour));
        return forecast;
    }
    const double noise = overdispersion(past);
    analytics::RegressionRows rows{lessons.features.columns, {}};
    std::vector<double> counts, bases, weights;
    for (const Lesson &lesson : past) {
        const auto row = lessons.features.row(std::size_t(lesson.hour));
        rows.values.insert(rows.values.end(), row.begin(), row.end());
        counts.push_back(lesson.count);
        bases.push_back(lesson.base);
        weights.push_back(weightOf(lesson, end, noise, halfLifeWeeks));
    }
    const auto regression = analytics::PoissonRegression::fit(rows, counts, bases, weights, ridge);
    for (int hour = end; hour < until; ++hour)
        forecast.push_back(regression.predict(lessons.features.row(std::size_t(hour)), baseOf(lessons, hour)));
    return forecast;
}

namespace {

learning::TreeParameters treeParameters()
{
    learning::TreeParameters parameters;
    parameters.objective = learning::Objective::poisson;
    parameters.trees = 300;
    parameters.depth = 5;
    parameters.learningRate = 0.05;
    parameters.rowShare = 0.6;
    parameters.columnShare = 0.5;
    // In units of information, so a leaf may say 10 % only where the noise is well below that.
    parameters.leastLeafWeight = 100;
    parameters.ridge = 100;
    return parameters;
}

void addRow(learning::FeatureTable &table, std::span<const double> row)
{
    std::vector<float> values(row.begin(), row.end());
    table.add(values);
}

} // namespace

Result<HourlyValues> treesForecast(const ArrivalLessons &lessons, int end, int until)
{
    constexpr double halfLifeWeeks = 30;
    // The library's Poisson trees begin at a half. A ratio of counts weighed by its base has the likelihood of the counts.
    constexpr double start = 0.5;
    const std::vector<Lesson> past = lessonsBefore(lessons, end);
    const double noise = overdispersion(past);
    learning::FeatureTable rows(lessons.features.columns);
    std::vector<float> ratios, weights;
    for (const Lesson &lesson : past) {
        addRow(rows, lessons.features.row(std::size_t(lesson.hour)));
        ratios.push_back(float(start * lesson.count / lesson.base));
        weights.push_back(float(weightOf(lesson, end, noise, halfLifeWeeks) * lesson.base / start));
    }
    const auto trees = learning::BoostedTrees::train(rows, ratios, treeParameters(), weights);
    if (!trees)
        return tl::unexpected(trees.error());
    learning::FeatureTable asked(lessons.features.columns);
    for (int hour = end; hour < until; ++hour)
        addRow(asked, lessons.features.row(std::size_t(hour)));
    const auto answers = trees->predict(asked);
    if (!answers)
        return tl::unexpected(answers.error());
    HourlyValues forecast;
    for (int hour = end; hour < until; ++hour)
        forecast.push_back(double((*answers)[std::size_t(hour - end)]) / start * baseOf(lessons, hour));
    return forecast;
}

} // namespace smartqueue::evaluation
