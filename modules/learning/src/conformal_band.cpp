#include "smartqueue/learning/conformal_band.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::learning {

namespace {

constexpr std::size_t kept = 600;
/// Cases before a group is measured by its own, and before anything is.
constexpr std::size_t enoughOfGroup = 150;
constexpr std::size_t enough = 20;
/// How far one case moves the level, and how far the level may go.
constexpr double step = 0.004;
constexpr double leastTail = 0.02;
constexpr double mostTail = 0.3;

/// The value that a share of the errors stays below, between two of them by weight.
double quantile(const std::deque<double> &errors, double share)
{
    std::vector<double> sorted(errors.begin(), errors.end());
    const double rank = std::clamp(share * double(sorted.size() + 1) - 1, 0.0, double(sorted.size() - 1));
    const auto lower = std::size_t(rank);
    std::nth_element(sorted.begin(), sorted.begin() + std::ptrdiff_t(lower), sorted.end());
    const double first = sorted[lower];
    if (lower + 1 == sorted.size())
        return first;
    const double second = *std::min_element(sorted.begin() + std::ptrdiff_t(lower) + 1, sorted.end());
    return first + (rank - double(lower)) * (second - first);
}

double squared(double root)
{
    return root <= 0 ? 0 : root * root;
}

void keep(std::deque<double> &errors, double error)
{
    errors.push_back(error);
    if (errors.size() > kept)
        errors.pop_front();
}

} // namespace

ConformalBand::ConformalBand(std::size_t groups) : m_groups(groups) {}

const std::deque<double> &ConformalBand::errorsFor(const Group &group) const
{
    return group.errors.size() >= enoughOfGroup ? group.errors : m_all;
}

ConformalBand::Range ConformalBand::range(std::size_t index, double predicted) const
{
    const Group &group = m_groups[index];
    const std::deque<double> &errors = errorsFor(group);
    if (errors.size() < enough)
        return {-std::log(1 - tail) * predicted, -std::log(tail) * predicted};
    const double root = std::sqrt(predicted);
    return {squared(root + quantile(errors, group.below)), squared(root + quantile(errors, 1 - group.above))};
}

void ConformalBand::learn(std::size_t index, double predicted, double actual, const Range &given)
{
    Group &group = m_groups[index];
    const double error = std::sqrt(actual) - std::sqrt(predicted);
    keep(group.errors, error);
    keep(m_all, error);
    group.below = std::clamp(group.below + step * (tail - double(actual < given.low)), leastTail, mostTail);
    group.above = std::clamp(group.above + step * (tail - double(actual > given.high)), leastTail, mostTail);
}

} // namespace smartqueue::learning
