#pragma once

#include <vector>

#include "tick_scale.h"

namespace smartqueue::simulation {

/// Counts waits in classes that are a two-thousandth wide, relative to their size (as HdrHistogram does): memory does not grow
/// with the customers.
class WaitHistogram {
public:
    void add(Ticks wait);
    void add(const WaitHistogram &other);
    /// The middle of the class in which the share (0 to 1) is reached; 0 without waits.
    double quantile(double share) const;

private:
    std::vector<std::int64_t> m_counts;
    std::int64_t m_total = 0;
};

} // namespace smartqueue::simulation
