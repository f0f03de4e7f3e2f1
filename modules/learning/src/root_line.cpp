#include "smartqueue/learning/root_line.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::learning {

namespace {

/// Cases that the common line counts for within a group.
constexpr double commonWeight = 100;
/// Cases that the prediction as it is counts for: those of a busy hour are so alike that they say little more than one.
constexpr double beginWeight = 60;

} // namespace

void RootLine::Sums::fade(double kept)
{
    count *= kept;
    x *= kept;
    y *= kept;
    xx *= kept;
    xy *= kept;
    yy *= kept;
}

void RootLine::Sums::add(double weight, const Sums &other)
{
    count += weight * other.count;
    x += weight * other.x;
    y += weight * other.y;
    xx += weight * other.xx;
    xy += weight * other.xy;
    yy += weight * other.yy;
}

double RootLine::Sums::slope() const
{
    const double spread = xx - x * x / count;
    constexpr double nothing = 1e-9;
    return spread > nothing ? std::max(0.0, (xy - x * y / count) / spread) : 1;
}

double RootLine::Sums::variance() const
{
    const double b = slope();
    return std::max(0.0, (yy - y * y / count - b * (xy - x * y / count)) / count);
}

RootLine::RootLine(std::size_t groups, double memory) : m_kept(1 - 1 / memory), m_groups(groups)
{
    // From a minute to ten on the diagonal: the prediction as it is.
    for (const double seconds : {60.0, 120.0, 300.0, 600.0})
        m_begin.add(beginWeight / 4, {1, std::sqrt(seconds), std::sqrt(seconds), seconds, seconds, seconds});
}

void RootLine::learn(std::size_t group, double predicted, double actual)
{
    const double x = std::sqrt(std::max(0.0, predicted));
    const double y = std::sqrt(std::max(0.0, actual));
    const Sums one{1, x, y, x * x, x * y, y * y};
    for (Sums *sums : {&m_all, &m_groups[group]}) {
        sums->fade(m_kept);
        sums->add(1, one);
    }
}

RootLine::Estimate RootLine::estimate(std::size_t group, double predicted) const
{
    Sums sums = m_groups[group];
    sums.add(1, m_begin);
    if (m_all.count > 0)
        sums.add(std::min(1.0, commonWeight / m_all.count), m_all);
    const double b = sums.slope();
    const double root = std::max(0.0, (sums.y - b * sums.x) / sums.count + b * std::sqrt(std::max(0.0, predicted)));
    return {root * root, root * root + sums.variance()};
}

double RootLine::variance() const
{
    return m_all.count > 0 ? m_all.variance() : 0;
}

} // namespace smartqueue::learning
