#include "smartqueue/analytics/shrunken_ratio.h"

#include <limits>

namespace smartqueue::analytics {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

} // namespace

HourlyValues shrunkenRatio(const ArrivalSeries &series, const HourlyValues &profile, double pseudoArrivals, int hours)
{
    HourlyValues forecast(series.counts.size(), unknown);
    for (int hour = 0; hour < series.size(); ++hour) {
        double counted = pseudoArrivals;
        double expected = pseudoArrivals;
        for (int past = hour - hours; past < hour; ++past) {
            if (!series.isKnown(past) || std::isnan(profile[std::size_t(past)]))
                continue;
            counted += series.counts[std::size_t(past)];
            expected += profile[std::size_t(past)];
        }
        forecast[std::size_t(hour)] = profile[std::size_t(hour)] * counted / expected;
    }
    return forecast;
}

HourlyValues fadingRatio(const ArrivalSeries &series, const HourlyValues &profile, double pseudoArrivals, double memory)
{
    HourlyValues forecast(series.counts.size(), unknown);
    double counted = 0;
    double expected = 0;
    for (std::size_t hour = 0; hour < series.counts.size(); ++hour) {
        if (std::isnan(profile[hour]))
            continue;
        forecast[hour] = profile[hour] * (counted + pseudoArrivals) / (expected + pseudoArrivals);
        if (!series.isKnown(int(hour)))
            continue;
        counted = memory * counted + series.counts[hour];
        expected = memory * expected + profile[hour];
    }
    return forecast;
}

} // namespace smartqueue::analytics
