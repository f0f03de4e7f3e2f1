#pragma once

#include <cstddef>

namespace smartqueue::analytics {

/// What was said of a wait, and the range that was meant to hold 8 of 10. Seconds.
struct WaitPrediction {
    double seconds = 0;
    double low = 0;
    double high = 0;
};

/// How predictions turned out. The figures are 0 while nothing was scored.
class PredictionScore {
public:
    void add(const WaitPrediction &prediction, double actual);

    std::size_t count() const { return m_count; }
    double meanAbsoluteError() const { return mean(m_absolute); }
    double rootMeanSquaredError() const;
    /// Above 0: predicted longer than it was.
    double bias() const { return mean(m_signed); }
    /// Share of the predictions that were off by a minute at most.
    double withinMinute() const { return mean(double(m_close)); }
    /// Share of the waits that lay in their range, both ends included.
    double coverage() const { return mean(double(m_covered)); }
    double meanWidth() const { return mean(m_width); }

private:
    double mean(double sum) const { return m_count == 0 ? 0 : sum / double(m_count); }

    std::size_t m_count = 0;
    std::size_t m_close = 0;
    std::size_t m_covered = 0;
    double m_absolute = 0;
    double m_squared = 0;
    double m_signed = 0;
    double m_width = 0;
};

} // namespace smartqueue::analytics
