#pragma once

#include <cstddef>
#include <deque>
#include <vector>

namespace smartqueue::learning {

/// The range around predictions that holds 8 of 10 of what comes: split conformal on the last cases (Lei et al. 2018), the error
/// measured between roots so that one width fits short and long waits, with levels that follow the coverage reached (Gibbs &
/// Candès 2021). A group with too few cases is measured by all of them. Not thread-safe.
class ConformalBand {
public:
    /// Share of the cases meant to lie below, and above, the range.
    static constexpr double tail = 0.1;

    explicit ConformalBand(std::size_t groups);

    struct Range {
        double low = 0;
        double high = 0;
    };
    /// For a prediction of at least 0. Before anything is known, that of an exponential wait.
    Range range(std::size_t group, double predicted) const;
    /// What became of a prediction, and the range that was given for it.
    void learn(std::size_t group, double predicted, double actual, const Range &given);

private:
    struct Group {
        std::deque<double> errors;
        double below = tail;
        double above = tail;
    };
    const std::deque<double> &errorsFor(const Group &group) const;

    std::vector<Group> m_groups;
    std::deque<double> m_all;
};

} // namespace smartqueue::learning
