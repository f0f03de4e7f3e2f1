#include "wait_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace smartqueue::simulation {

namespace {

constexpr int bits = 11;
/// Of each doubling.
constexpr std::size_t classes = std::size_t(1) << bits;

/// The leading bits of the wait; below `classes` it is exact.
std::size_t classOf(Ticks wait)
{
    const auto value = std::uint64_t(wait);
    if (value < classes)
        return std::size_t(value);
    const int shift = std::bit_width(value) - 1 - bits;
    return std::size_t(shift) * classes + std::size_t(value >> shift);
}

double middleOf(std::size_t index)
{
    if (index < 2 * classes)
        return double(index);
    const auto shift = int(index / classes) - 1;
    return std::ldexp(double(index - std::size_t(shift) * classes) + 0.5, shift);
}

} // namespace

void WaitHistogram::add(Ticks wait)
{
    const std::size_t index = classOf(wait);
    if (index >= m_counts.size())
        m_counts.resize(index + 1);
    ++m_counts[index];
    ++m_total;
}

void WaitHistogram::add(const WaitHistogram &other)
{
    m_counts.resize(std::max(m_counts.size(), other.m_counts.size()));
    for (std::size_t i = 0; i < other.m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_total += other.m_total;
}

double WaitHistogram::quantile(double share) const
{
    std::int64_t below = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        below += m_counts[i];
        if (double(below) >= share * double(m_total))
            return m_total == 0 ? 0 : middleOf(i);
    }
    return 0;
}

} // namespace smartqueue::simulation
