#pragma once

#include <cstddef>
#include <vector>

namespace smartqueue::learning {

/// Sets predictions right by what became of earlier ones: √actual = a + b·√predicted, by least squares that forget, for
/// each group on its own as far as it has cases and like all others otherwise. The root makes errors of short and long waits
/// alike. Begins with a = 0, b = 1, and leaves it as far as the cases say otherwise. Seconds, or any other unit that is not
/// negative. Not thread-safe.
class RootLine {
public:
    /// `memory`: cases it remembers in effect.
    RootLine(std::size_t groups, double memory);

    void learn(std::size_t group, double predicted, double actual);

    struct Estimate {
        double median = 0;
        double mean = 0;
    };
    Estimate estimate(std::size_t group, double predicted) const;
    /// Variance of √actual around the line, over all groups.
    double variance() const;

private:
    struct Sums {
        double count = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
        void fade(double kept);
        void add(double weight, const Sums &other);
        double slope() const;
        double variance() const;
    };

    double m_kept;
    std::vector<Sums> m_groups;
    Sums m_all;
    Sums m_begin;
};

} // namespace smartqueue::learning
