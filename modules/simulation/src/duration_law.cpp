#include "smartqueue/simulation/duration_law.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace smartqueue::simulation {

namespace {

constexpr double tailFrom = 0.95;
constexpr std::size_t steps = 256;

double shareAt(std::size_t step)
{
    return tailFrom * double(step) / double(steps);
}

double standardNormalQuantile(double share)
{
    double low = -9;
    double high = 9;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (std::erfc(-middle / std::sqrt(2.0)) / 2 < share ? low : high) = middle;
    }
    return low;
}

} // namespace

DurationLaw DurationLaw::empirical(std::vector<double> sample)
{
    std::sort(sample.begin(), sample.end());
    const auto last = double(sample.size() - 1);
    DurationLaw law;
    for (std::size_t step = 0; step <= steps; ++step) {
        const double place = shareAt(step) * last;
        const auto below = std::size_t(place);
        const std::size_t above = std::min(below + 1, sample.size() - 1);
        law.m_table.push_back(sample[below] + (place - double(below)) * (sample[above] - sample[below]));
    }
    const auto tail = std::upper_bound(sample.begin(), sample.end(), law.m_table.back());
    const auto beyond = double(sample.end() - tail);
    if (beyond > 0)
        law.m_tail = std::accumulate(tail, sample.end(), 0.0) / beyond - law.m_table.back();
    law.setMean(std::accumulate(sample.begin(), sample.end(), 0.0) / double(sample.size()));
    return law;
}

DurationLaw DurationLaw::lognormal(double mean, double scv)
{
    const double sigma = std::sqrt(std::log1p(scv));
    DurationLaw law;
    for (std::size_t step = 0; step <= steps; ++step)
        law.m_table.push_back(step == 0 ? 0 : std::exp(sigma * standardNormalQuantile(shareAt(step))));
    // E[X; X > q] of a lognormal with median 1 is e^(σ²/2) Φ(σ − z).
    const double z = standardNormalQuantile(tailFrom);
    const double above = std::exp(sigma * sigma / 2) * std::erfc((z - sigma) / std::sqrt(2.0)) / 2;
    law.m_tail = above / (1 - tailFrom) - law.m_table.back();
    law.setMean(mean);
    return law;
}

DurationLaw DurationLaw::exponential(double mean)
{
    DurationLaw law;
    for (std::size_t step = 0; step <= steps; ++step)
        law.m_table.push_back(-std::log1p(-shareAt(step)));
    law.m_tail = 1;
    law.setMean(mean);
    return law;
}

double DurationLaw::quantile(double share) const
{
    if (m_table.empty())
        return 0;
    if (share >= tailFrom)
        return m_table.back() - m_tail * std::log((1 - share) / (1 - tailFrom));
    const double place = share / tailFrom * double(steps);
    const auto below = std::min(std::size_t(place), steps - 1);
    return m_table[below] + (place - double(below)) * (m_table[below + 1] - m_table[below]);
}

double DurationLaw::shareBelow(double milliseconds) const
{
    if (milliseconds >= m_table.back())
        return m_tail > 0 ? 1 - (1 - tailFrom) * std::exp(-(milliseconds - m_table.back()) / m_tail) : tailFrom;
    const auto above = std::upper_bound(m_table.begin(), m_table.end(), milliseconds);
    if (above == m_table.begin())
        return 0;
    const double low = *(above - 1);
    const auto step = double(above - m_table.begin() - 1);
    return tailFrom * (step + (milliseconds - low) / (*above - low)) / double(steps);
}

double DurationLaw::remaining(double spent, double share) const
{
    if (m_table.empty())
        return 0;
    // Past the table the tail forgets what was spent.
    if (spent >= m_table.back())
        return -m_tail * std::log1p(-share);
    const double below = shareBelow(spent);
    return std::max(0.0, quantile(below + share * (1 - below)) - spent);
}

double DurationLaw::mean() const
{
    if (m_table.empty())
        return 0;
    const double trapezoids = std::accumulate(m_table.begin(), m_table.end(), 0.0) - (m_table.front() + m_table.back()) / 2;
    return tailFrom * trapezoids / double(steps) + (1 - tailFrom) * (m_table.back() + m_tail);
}

void DurationLaw::setMean(double mean)
{
    const double factor = this->mean() > 0 ? mean / this->mean() : 0;
    for (double &each : m_table)
        each *= factor;
    m_tail *= factor;
}

} // namespace smartqueue::simulation
