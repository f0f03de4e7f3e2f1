#include "smartqueue/analytics/count_range.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace smartqueue::analytics {

namespace {

constexpr double exactUpTo = 200;

/// Standard normal quantile: Abramowitz & Stegun 26.2.23, refined by a step of Newton's method.
double normalQuantile(double level)
{
    const double tail = std::min(level, 1 - level);
    const double t = std::sqrt(-2 * std::log(tail));
    double z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    constexpr double normalising = 0.3989422804014327;
    z -= (tail - 0.5 * std::erfc(z / std::sqrt(2.0))) / (-normalising * std::exp(-z * z / 2));
    return level < 0.5 ? -z : z;
}

double exactQuantile(double level, double mean, double dispersion)
{
    // Below, the negative binomial is the Poisson distribution to all digits that matter.
    const double size = 1 / std::max(dispersion, 1e-6);
    const double ratio = mean / (size + mean);
    double probability = std::exp(-size * std::log1p(mean / size));
    double sum = probability;
    int count = 0;
    while (sum < level && count < 100'000) {
        probability *= (count + size) / (count + 1) * ratio;
        sum += probability;
        ++count;
    }
    return count;
}

} // namespace

double countQuantile(double level, double mean, double dispersion)
{
    if (mean <= 0)
        return 0;
    if (mean <= exactUpTo)
        return exactQuantile(level, mean, dispersion);
    const double shape = mean * mean / (mean + dispersion * mean * mean);
    const double root = 1 - 1 / (9 * shape) + normalQuantile(level) / (3 * std::sqrt(shape));
    return std::max(0.0, std::round(mean * root * root * root));
}

std::size_t CountRangeTracker::bandOf(double mean)
{
    constexpr std::array<double, 3> upTo{3, 15, 60};
    return std::size_t(std::upper_bound(upTo.begin(), upTo.end(), mean) - upTo.begin());
}

double CountRangeTracker::dispersionOf(const Band &band) const
{
    constexpr double before = 0.02;
    if (band.scale <= 0)
        return before;
    return std::clamp(band.squares / band.scale, 1e-6, 4.0);
}

CountRange CountRangeTracker::rangeOf(double mean) const
{
    const Band &band = m_bands[bandOf(mean)];
    const double dispersion = dispersionOf(band);
    return {countQuantile(band.lowLevel, mean, dispersion), countQuantile(0.5, mean, dispersion),
            countQuantile(band.highLevel, mean, dispersion)};
}

void CountRangeTracker::observe(double mean, double count)
{
    constexpr double step = 0.01;
    constexpr double memory = 0.995;
    constexpr double farthest = 3;
    Band &band = m_bands[bandOf(mean)];
    const CountRange range = rangeOf(mean);
    // Where one more or less is the whole range, a level could wander off for good.
    band.lowLevel = std::clamp(band.lowLevel + step * (0.1 - double(count < range.low)), 0.02, 0.35);
    band.highLevel = std::clamp(band.highLevel - step * (0.1 - double(count > range.high)), 0.65, 0.98);
    const double variance = mean + dispersionOf(band) * mean * mean;
    const double square = std::min((count - mean) * (count - mean), farthest * farthest * variance);
    band.squares = memory * band.squares + square - mean;
    band.scale = memory * band.scale + mean * mean;
}

} // namespace smartqueue::analytics
