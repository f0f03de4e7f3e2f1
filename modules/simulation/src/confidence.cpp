#include "confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace smartqueue::simulation {

namespace {

double meanOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double squaresRound(const std::vector<double> &values, double mean)
{
    return std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double value) { return sum + (value - mean) * (value - mean); });
}

Interval intervalOf(const std::vector<double> &values, double inflation)
{
    const double mean = meanOf(values);
    const auto count = double(values.size());
    const double half = studentPoint995(int(values.size()) - 1) * std::sqrt(inflation * squaresRound(values, mean) / (count - 1) / count);
    return {std::max(0.0, mean - half), mean + half};
}

} // namespace

double studentPoint995(int degrees)
{
    static constexpr std::array<double, 10> few{63.656741, 9.924843, 5.840909, 4.604095, 4.032143, 3.707428, 3.499483, 3.355387, 3.249836, 3.169273};
    if (degrees <= int(few.size()))
        return few[std::size_t(std::max(degrees, 1) - 1)];
    // Abramowitz & Stegun 26.7.5, from the normal point; from 11 degrees on off by less than 0.0003.
    constexpr double z = 2.5758293035489;
    constexpr double z2 = z * z;
    const double n = degrees;
    const double g1 = z * (z2 + 1) / 4;
    const double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
    const double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    return z + g1 / n + g2 / (n * n) + g3 / (n * n * n);
}

Interval interval99(const std::vector<double> &values)
{
    return intervalOf(values, 1);
}

Interval batchInterval99(const std::vector<double> &means)
{
    const double mean = meanOf(means);
    const double squares = squaresRound(means, mean);
    double products = 0;
    for (std::size_t i = 1; i < means.size(); ++i)
        products += (means[i] - mean) * (means[i - 1] - mean);
    constexpr double most = 0.8;
    const double inCommon = squares > 0 ? std::clamp(products / squares, 0.0, most) : 0.0;
    return intervalOf(means, (1 + inCommon) / (1 - inCommon));
}

} // namespace smartqueue::simulation
