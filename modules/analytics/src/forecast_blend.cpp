#include "smartqueue/analytics/forecast_blend.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace smartqueue::analytics {

namespace {

constexpr double halfLifeHours = 8 * hoursPerWeek;
constexpr double towardsEqual = 0.002;
constexpr int rounds = 300;

/// An hour in which somebody came or was expected, and every member had a forecast.
struct Sample {
    int hour;
    double weight;
};

std::vector<Sample> samplesOf(const ArrivalSeries &series, std::span<const HourlyValues> members, int from, int to)
{
    std::vector<Sample> samples;
    double arrivals = 0;
    for (int hour = std::max(from, 0); hour < std::min(to, series.size()); ++hour) {
        const bool complete = std::all_of(members.begin(), members.end(), [hour](const HourlyValues &member) { return !std::isnan(member[std::size_t(hour)]); });
        if (!complete || !series.isKnown(hour) || series.counts[std::size_t(hour)] + members.front()[std::size_t(hour)] <= 1)
            continue;
        samples.push_back({hour, std::exp2((hour - to) / halfLifeHours)});
        arrivals += samples.back().weight * series.counts[std::size_t(hour)];
    }
    if (arrivals <= 0)
        return {};
    for (Sample &sample : samples)
        sample.weight /= arrivals;
    return samples;
}

/// How the weighted absolute error changes with each member's weight.
std::vector<double> gradientOf(const ArrivalSeries &series, std::span<const HourlyValues> members, std::span<const Sample> samples,
                               const std::vector<double> &weights)
{
    std::vector<double> gradient(members.size(), 0.0);
    for (const Sample &sample : samples) {
        const double sign = blended(members, weights, sample.hour) > series.counts[std::size_t(sample.hour)] ? 1.0 : -1.0;
        for (std::size_t i = 0; i < members.size(); ++i)
            gradient[i] += sample.weight * sign * members[i][std::size_t(sample.hour)];
    }
    return gradient;
}

std::vector<double> softmax(const std::vector<double> &exponents)
{
    const double largest = *std::max_element(exponents.begin(), exponents.end());
    std::vector<double> weights;
    for (double exponent : exponents)
        weights.push_back(std::exp(exponent - largest));
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

} // namespace

std::vector<double> blendWeights(const ArrivalSeries &series, std::span<const HourlyValues> members, int from, int to)
{
    const std::size_t count = members.size();
    std::vector<double> weights(count, 1.0 / double(count));
    const std::vector<Sample> samples = samplesOf(series, members, from, to);
    if (samples.empty())
        return weights;
    std::vector<double> exponents(count, 0.0);
    // The mean of the later rounds: the last ones alone would jump about the optimum.
    std::vector<double> mean(count, 0.0);
    for (int round = 0; round < rounds; ++round) {
        const std::vector<double> gradient = gradientOf(series, members, samples, weights);
        const double step = 10.0 / std::sqrt(1.0 + round);
        for (std::size_t i = 0; i < count; ++i)
            exponents[i] -= step * (gradient[i] + towardsEqual * std::log(weights[i] * double(count) + 1e-12));
        weights = softmax(exponents);
        for (std::size_t i = 0; i < count && round >= rounds / 2; ++i)
            mean[i] += weights[i] / (rounds - rounds / 2);
    }
    return mean;
}

double blended(std::span<const HourlyValues> members, std::span<const double> weights, int hour)
{
    double sum = 0;
    double used = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const double forecast = members[i][std::size_t(hour)];
        if (std::isnan(forecast))
            continue;
        sum += weights[i] * forecast;
        used += weights[i];
    }
    return used > 0 ? sum / used : std::numeric_limits<double>::quiet_NaN();
}

} // namespace smartqueue::analytics
