#pragma once

#include <vector>

#include <smartqueue/foundation/clock.h>

namespace smartqueue::simulation {

/// How long something takes, as a quantile function: an evenly spaced table up to the last twentieth, an exponential tail beyond it. Monotone, so
/// that one uniform number means a long or a short one whatever the law: common random numbers.
class DurationLaw {
public:
    /// Always 0.
    DurationLaw() = default;
    /// What was observed, in any order, none negative; at least one. The mean is that of the sample.
    static DurationLaw empirical(std::vector<double> milliseconds);
    /// `mean` in milliseconds, above 0; `scv` is the squared coefficient of variation, above 0.
    static DurationLaw lognormal(double mean, double scv);
    static DurationLaw exponential(double mean);

    /// For a share in [0, 1), in milliseconds.
    double quantile(double share) const;
    /// What is still to come after `spent` of it, for a uniform share of those that lasted longer: both in milliseconds.
    double remaining(double spent, double share) const;
    /// In milliseconds.
    double mean() const;

private:
    /// Scales the table so that the law has this mean.
    void setMean(double mean);
    double shareBelow(double milliseconds) const;

    /// Quantiles from 0 to tailFrom, evenly spaced; empty: always 0.
    std::vector<double> m_table;
    /// Mean of what comes on top beyond the table.
    double m_tail = 0;
};

} // namespace smartqueue::simulation
