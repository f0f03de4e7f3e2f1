#include "smartqueue/analytics/arrival_series.h"

#include <algorithm>
#include <limits>

namespace smartqueue::analytics {

namespace {

LocalDay dayOf(LocalHour hour)
{
    return std::chrono::floor<std::chrono::days>(hour);
}

} // namespace

int ArrivalSeries::hourOfDay(int hour) const
{
    return int((at(hour) - dayOf(at(hour))).count());
}

int ArrivalSeries::weekday(int hour) const
{
    return int(std::chrono::weekday(dayOf(at(hour))).c_encoding());
}

int ArrivalSeries::dayOfMonth(int hour) const
{
    return int(unsigned(std::chrono::year_month_day(dayOf(at(hour))).day()));
}

double weightedAbsoluteError(const ArrivalSeries &series, const HourlyValues &forecast, int from, int to)
{
    double errors = 0;
    double arrivals = 0;
    for (int hour = std::max(from, 0); hour < std::min(to, series.size()); ++hour) {
        const double expected = forecast[std::size_t(hour)];
        if (!series.isKnown(hour) || std::isnan(expected))
            continue;
        errors += std::abs(series.counts[std::size_t(hour)] - expected);
        arrivals += series.counts[std::size_t(hour)];
    }
    return arrivals > 0 ? errors / arrivals : std::numeric_limits<double>::quiet_NaN();
}

} // namespace smartqueue::analytics
