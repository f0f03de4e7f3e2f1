#include "arrival_outlook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <smartqueue/analytics/arrival_profile.h>

namespace smartqueue::simulation {

using analytics::ArrivalSeries;
using analytics::HourlyValues;
using analytics::LocalHour;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

LocalDay dayOf(Instant instant, const TimeZone &zone)
{
    return std::chrono::floor<std::chrono::days>(zone.toLocal(instant));
}

LocalHour hourOf(Instant instant, const TimeZone &zone)
{
    return std::chrono::floor<std::chrono::hours>(zone.toLocal(instant));
}

/// From the first recorded day to the end of the outlook; what is not over, or was not open, is unknown.
ArrivalSeries seriesOf(const std::vector<Instant> &arrivals, const RecordedDays &days, const TimeZone &zone, Instant now, Instant end)
{
    ArrivalSeries series;
    series.start = LocalHour(days.first());
    const int size = series.indexOf(hourOf(end, zone)) + 1;
    const int over = series.indexOf(hourOf(now, zone));
    for (int hour = 0; hour < size; ++hour) {
        const LocalDay day = std::chrono::floor<std::chrono::days>(series.at(hour));
        series.counts.push_back(hour < over && days.isOpen(day) ? 0 : unknown);
    }
    for (const Instant arrival : arrivals) {
        const int hour = series.indexOf(hourOf(arrival, zone));
        if (series.isKnown(hour))
            ++series.counts[std::size_t(hour)];
    }
    return series;
}

/// What stands in where no week of history says more: the mean of the hour of the day.
std::array<double, analytics::hoursPerDay> meanDay(const ArrivalSeries &series)
{
    std::array<double, analytics::hoursPerDay> sums{};
    std::array<int, analytics::hoursPerDay> found{};
    for (int hour = 0; hour < series.size(); ++hour) {
        if (!series.isKnown(hour))
            continue;
        sums[std::size_t(series.hourOfDay(hour))] += series.counts[std::size_t(hour)];
        ++found[std::size_t(series.hourOfDay(hour))];
    }
    for (std::size_t hour = 0; hour < sums.size(); ++hour)
        sums[hour] = found[hour] > 0 ? sums[hour] / found[hour] : 0;
    return sums;
}

/// Of a branch on its first day: as many an hour as have come since the first one, while it is open.
std::array<double, analytics::hoursPerDay> firstDay(const std::vector<Instant> &arrivals, const OutlookSpan &span)
{
    std::array<double, analytics::hoursPerDay> rates{};
    if (arrivals.empty())
        return rates;
    const auto since = std::chrono::duration<double, std::ratio<3600>>(span.now - *std::min_element(arrivals.begin(), arrivals.end()));
    constexpr double leastHours = 1;
    constexpr int minutes = 60;
    for (int hour = span.opensAt / minutes; hour * minutes < span.closesAt; ++hour)
        rates[std::size_t(hour)] = double(arrivals.size()) / std::max(leastHours, since.count());
    return rates;
}

HourlyValues profileOf(const ArrivalSeries &series, const std::array<double, analytics::hoursPerDay> &usual)
{
    HourlyValues profile = analytics::seasonalProfile(series);
    profile.resize(series.counts.size(), unknown);
    for (int hour = 0; hour < series.size(); ++hour) {
        if (std::isnan(profile[std::size_t(hour)]))
            profile[std::size_t(hour)] = usual[std::size_t(series.hourOfDay(hour))];
    }
    return profile;
}

struct DayCount {
    double came = 0;
    double expected = 0;
};

std::vector<DayCount> dayCounts(const ArrivalSeries &series, const HourlyValues &profile)
{
    std::vector<DayCount> counts(std::size_t(series.days()));
    for (int hour = 0; hour < series.size(); ++hour) {
        if (!series.isKnown(hour))
            continue;
        DayCount &day = counts[std::size_t(series.day(hour))];
        day.came += series.counts[std::size_t(hour)];
        day.expected += profile[std::size_t(hour)];
    }
    return counts;
}

/// Of the level of days by moments: what their counts vary beyond a Poisson count's variance. Days out of the usual are left aside, as
/// nobody plans for a holiday.
double dispersionOf(const std::vector<DayCount> &days)
{
    constexpr double largest = 0.5;
    double beyond = 0;
    double squares = 0;
    for (const DayCount &day : days) {
        if (day.expected <= 0 || day.came < analytics::usualDayFrom * day.expected || day.came > analytics::usualDayTo * day.expected)
            continue;
        beyond += (day.came - day.expected) * (day.came - day.expected) - day.expected;
        squares += day.expected * day.expected;
    }
    return squares > 0 ? std::clamp(beyond / squares, 0.0, largest) : 0;
}

/// How today has gone, held at 1 while little was expected (see analytics::shrunkenRatio).
double levelOf(const DayCount &today)
{
    constexpr double pseudoArrivals = 50;
    return (today.came + pseudoArrivals) / (today.expected + pseudoArrivals);
}

} // namespace

RecordedDays::RecordedDays(const std::vector<PastTicket> &past, const TimeZone &zone, Instant now) : m_first(dayOf(now, zone)), m_today(m_first)
{
    for (const PastTicket &ticket : past)
        m_first = std::min(m_first, dayOf(ticket.arrivedAt, zone));
    m_first = std::max(m_first, m_today - std::chrono::weeks(modelWeeks));
    m_open.resize(std::size_t((m_today - m_first).count() + 1));
    for (const PastTicket &ticket : past) {
        const LocalDay day = dayOf(ticket.arrivedAt, zone);
        if (day >= m_first && day <= m_today)
            m_open[std::size_t((day - m_first).count())] = true;
    }
    m_count = int(std::count(m_open.begin(), m_open.end() - 1, true));
}

bool RecordedDays::isOpen(LocalDay day) const
{
    return day >= m_first && day <= m_today && m_open[std::size_t((day - m_first).count())];
}

ArrivalOutlook outlookOf(const std::vector<Instant> &arrivals, const RecordedDays &days, const TimeZone &zone, const OutlookSpan &span)
{
    const Instant end = span.until + outlookTail;
    const ArrivalSeries series = seriesOf(arrivals, days, zone, span.now, end);
    const HourlyValues profile = profileOf(series, days.count() > 0 ? meanDay(series) : firstDay(arrivals, span));
    std::vector<DayCount> counted = dayCounts(series, profile);
    const int today = series.day(series.indexOf(LocalHour(days.today())));
    const double level = days.count() > 0 ? levelOf(counted[std::size_t(today)]) : 1;
    counted.resize(std::size_t(today));

    ArrivalOutlook outlook;
    outlook.start = zone.toInstant(hourOf(span.now, zone));
    outlook.dispersion = dispersionOf(counted);
    for (Instant hour = outlook.start; hour < end; hour += std::chrono::hours(1)) {
        const int index = std::min(series.indexOf(hourOf(hour, zone)), series.size() - 1);
        outlook.perHour.push_back(profile[std::size_t(index)] * (series.day(index) == today ? level : 1));
    }
    return outlook;
}

} // namespace smartqueue::simulation
