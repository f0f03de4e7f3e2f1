#include "arrival_features.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace smartqueue::evaluation {

using analytics::ArrivalSeries;
using analytics::HourlyValues;
using analytics::hoursPerDay;
using analytics::hoursPerWeek;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Counts against the profile over any stretch of hours, by running sums.
class Ratios {
public:
    Ratios(const ArrivalSeries &series, const HourlyValues &profile) : m_counted{0}, m_expected{0}
    {
        for (int hour = 0; hour < series.size(); ++hour) {
            const bool both = series.isKnown(hour) && !std::isnan(profile[std::size_t(hour)]);
            m_counted.push_back(m_counted.back() + (both ? series.counts[std::size_t(hour)] : 0.0));
            m_expected.push_back(m_expected.back() + (both ? profile[std::size_t(hour)] : 0.0));
        }
    }

    double expected(int from, int to) const { return between(m_expected, from, to); }
    /// log of the ratio over [from, to), the pseudo-arrivals on both sides.
    double over(int from, int to, double pseudoArrivals) const
    {
        return std::log((between(m_counted, from, to) + pseudoArrivals) / (expected(from, to) + pseudoArrivals));
    }

private:
    static double between(const std::vector<double> &sums, int from, int to)
    {
        const int last = int(sums.size()) - 1;
        from = std::clamp(from, 0, last);
        return sums[std::size_t(std::clamp(to, from, last))] - sums[std::size_t(from)];
    }

    std::vector<double> m_counted;
    std::vector<double> m_expected;
};

/// For each day the last one before it on which somebody was expected.
std::vector<std::optional<int>> lastOpenDays(const ArrivalSeries &series, const Ratios &ratios)
{
    constexpr double open = 20;
    std::vector<std::optional<int>> days;
    std::optional<int> last;
    for (int day = 0; day < series.days(); ++day) {
        days.push_back(last);
        if (ratios.expected(series.firstHourOf(day), series.firstHourOf(day + 1)) > open)
            last = day;
    }
    return days;
}

class RowMaker {
public:
    RowMaker(const ArrivalSeries &series, const ArrivalBasis &basis)
        : m_series(series), m_basis(basis), m_ratios(series, basis.profile), m_lastOpen(lastOpenDays(series, m_ratios))
    {
    }

    void add(int hour, std::vector<double> &row) const
    {
        addCalendar(hour, row);
        addRecentHours(hour, row);
        addPastDays(hour, row);
        addMethods(hour, row);
        addCounts(hour, row);
    }

private:
    double count(int hour) const { return m_series.isKnown(hour) ? m_series.counts[std::size_t(hour)] : unknown; }
    static double at(const HourlyValues &values, int hour) { return hour < 0 ? unknown : values[std::size_t(hour)]; }
    static double against(double value, double other) { return std::log((value + 1) / (other + 1)); }

    void addCalendar(int hour, std::vector<double> &row) const
    {
        const double profile = at(m_basis.profile, hour);
        row.insert(row.end(), {double(m_series.hourOfDay(hour)), double(m_series.weekday(hour)), double(m_series.dayOfMonth(hour)),
                               std::log1p(profile), against(at(m_basis.fourWeekMean, hour), profile),
                               against(at(m_basis.longMean, hour), profile)});
    }

    void addRecentHours(int hour, std::vector<double> &row) const
    {
        const int midnight = m_series.firstHourOf(m_series.day(hour));
        row.insert(row.end(), {m_ratios.over(hour - 1, hour, 10), m_ratios.over(hour - 2, hour - 1, 10), m_ratios.over(hour - 3, hour - 2, 10),
                               m_ratios.over(hour - 2, hour, 20), m_ratios.over(hour - 4, hour, 20), m_ratios.over(hour - 6, hour - 4, 10),
                               m_ratios.over(midnight, hour, 20)});
    }

    void addPastDays(int hour, std::vector<double> &row) const
    {
        const int day = m_series.day(hour);
        const auto last = m_lastOpen[std::size_t(day)];
        const auto beforeLast = last ? m_lastOpen[std::size_t(*last)] : std::nullopt;
        row.insert(row.end(), {ofDay(last), ofDay(beforeLast), ofDay(day - 7), m_ratios.over(hour - hoursPerWeek, hour, 50),
                               m_ratios.over(hour - hoursPerDay, hour - hoursPerDay + 1, 10),
                               m_ratios.over(hour - hoursPerWeek, hour - hoursPerWeek + 1, 10)});
    }

    double ofDay(std::optional<int> day) const
    {
        return day ? m_ratios.over(m_series.firstHourOf(*day), m_series.firstHourOf(*day + 1), 20) : unknown;
    }

    void addMethods(int hour, std::vector<double> &row) const
    {
        const double profile = at(m_basis.profile, hour);
        row.insert(row.end(), {against(at(m_basis.levelFilter, hour), profile), against(at(m_basis.holtWinters, hour), profile),
                               against(at(m_basis.fadingRatio, hour), profile)});
    }

    void addCounts(int hour, std::vector<double> &row) const
    {
        row.insert(row.end(), {against(at(m_basis.profile, hour), at(m_basis.profile, hour - 1)),
                               against(count(hour - hoursPerDay), count(hour - hoursPerDay - 1)),
                               against(count(hour - hoursPerWeek), count(hour - hoursPerWeek - 1)), std::log1p(count(hour - 1)),
                               std::log1p(count(hour - hoursPerDay)), std::log1p(count(hour - hoursPerWeek))});
    }

    const ArrivalSeries &m_series;
    const ArrivalBasis &m_basis;
    Ratios m_ratios;
    std::vector<std::optional<int>> m_lastOpen;
};

} // namespace

analytics::RegressionRows arrivalFeatures(const ArrivalSeries &series, const ArrivalBasis &basis)
{
    const RowMaker maker(series, basis);
    analytics::RegressionRows rows;
    for (int hour = 0; hour < series.size(); ++hour) {
        maker.add(hour, rows.values);
        if (hour == 0)
            rows.columns = rows.values.size();
    }
    return rows;
}

} // namespace smartqueue::evaluation
