#include "smartqueue/analytics/holt_winters.h"

#include <algorithm>
#include <array>
#include <limits>

namespace smartqueue::analytics {

namespace {

constexpr int startHours = 2 * hoursPerWeek;
/// Beyond this factor, e², a count is an outage or a mistake and moves the seasons no further.
constexpr double largestSurprise = 2.0;

double share(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

struct Smoothing {
    double level;
    double day;
    double week;
    double error;

    explicit Smoothing(const std::vector<double> &parameters)
        : level(0.3 * share(parameters[0])), day(share(parameters[1])), week(share(parameters[2])), error(1.4 * share(parameters[3]) - 0.2)
    {
    }
};

class Seasons {
public:
    explicit Seasons(const ArrivalSeries &series) : m_series(series)
    {
        std::array<int, hoursPerDay> days{};
        std::array<int, hoursPerWeek> weeks{};
        int known = 0;
        for (int hour = 0; hour < std::min(startHours, series.size()); ++hour) {
            if (!series.isKnown(hour))
                continue;
            const double value = std::log1p(series.counts[std::size_t(hour)]);
            m_level += value;
            dayOf(hour) += value;
            ++days[std::size_t(series.hourOfDay(hour))];
            ++known;
        }
        m_level /= std::max(known, 1);
        for (std::size_t i = 0; i < m_day.size(); ++i)
            m_day[i] = days[i] > 0 ? m_day[i] / days[i] - m_level : 0.0;
        for (int hour = 0; hour < std::min(startHours, series.size()); ++hour) {
            if (!series.isKnown(hour))
                continue;
            weekOf(hour) += std::log1p(series.counts[std::size_t(hour)]) - m_level - dayOf(hour);
            ++weeks[std::size_t(hour % hoursPerWeek)];
        }
        for (std::size_t i = 0; i < m_week.size(); ++i)
            m_week[i] /= std::max(weeks[i], 1);
    }

    double expected(int hour, const Smoothing &smoothing) { return m_level + dayOf(hour) + weekOf(hour) + smoothing.error * m_error; }

    void observe(int hour, double value, const Smoothing &smoothing)
    {
        const double ahead = expected(hour, smoothing);
        const double taken = ahead + std::clamp(value - ahead, -largestSurprise, largestSurprise);
        double &day = dayOf(hour);
        double &week = weekOf(hour);
        m_error = taken - (m_level + day + week);
        const double level = smoothing.level * (taken - day - week) + (1 - smoothing.level) * m_level;
        const double newDay = smoothing.day * (taken - m_level - week) + (1 - smoothing.day) * day;
        week = smoothing.week * (taken - m_level - day) + (1 - smoothing.week) * week;
        day = newDay;
        m_level = level;
    }

    void passUnknown(const Smoothing &smoothing) { m_error *= smoothing.error; }

private:
    double &dayOf(int hour) { return m_day[std::size_t(m_series.hourOfDay(hour))]; }
    double &weekOf(int hour) { return m_week[std::size_t(hour % hoursPerWeek)]; }

    const ArrivalSeries &m_series;
    double m_level = 0;
    double m_error = 0;
    std::array<double, hoursPerDay> m_day{};
    std::array<double, hoursPerWeek> m_week{};
};

HourlyValues smoothed(const ArrivalSeries &series, const std::vector<double> &parameters, int end)
{
    HourlyValues forecast(std::size_t(end), std::numeric_limits<double>::quiet_NaN());
    const Smoothing smoothing(parameters);
    if (end <= startHours)
        return forecast;
    Seasons seasons(series);
    for (int hour = startHours; hour < end; ++hour) {
        forecast[std::size_t(hour)] = std::max(0.0, std::expm1(std::min(seasons.expected(hour, smoothing), 25.0)));
        if (series.isKnown(hour))
            seasons.observe(hour, std::log1p(series.counts[std::size_t(hour)]), smoothing);
        else
            seasons.passUnknown(smoothing);
    }
    return forecast;
}

} // namespace

FittedForecaster holtWinters(const ArrivalSeries &series)
{
    return {{-3, -2, -2, 1}, [&series](const std::vector<double> &parameters, int end) { return smoothed(series, parameters, end); }};
}

} // namespace smartqueue::analytics
