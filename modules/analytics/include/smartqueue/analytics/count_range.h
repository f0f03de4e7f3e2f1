#pragma once

#include <vector>

namespace smartqueue::analytics {

/// The least k with P(count ≤ k) ≥ level for a negative binomial count of this mean and variance mean + dispersion × mean²;
/// exact up to a mean of 200, beyond that by the gamma distribution of the same mean and variance (Wilson & Hilferty 1931).
/// `level` in (0, 1), the mean and the dispersion not negative.
double countQuantile(double level, double mean, double dispersion);

struct CountRange {
    double low = 0;
    double median = 0;
    double high = 0;

    bool holds(double count) const { return count >= low && count <= high; }
};

/// Ranges for counts that hold 8 of 10, hour after hour. The dispersion follows the errors, and the levels of the two ends
/// follow how often they were missed (adaptive conformal inference, Gibbs & Candès 2021), for small and large counts apart.
/// Ask for a range, then tell what came.
class CountRangeTracker {
public:
    CountRange rangeOf(double mean) const;
    /// `mean` is what the range was asked for.
    void observe(double mean, double count);

private:
    struct Band {
        double squares = 0;
        double scale = 0;
        double lowLevel = 0.1;
        double highLevel = 0.9;
    };
    static std::size_t bandOf(double mean);
    double dispersionOf(const Band &band) const;

    std::vector<Band> m_bands = std::vector<Band>(4);
};

} // namespace smartqueue::analytics
