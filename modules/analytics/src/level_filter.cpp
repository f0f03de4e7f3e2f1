#include "smartqueue/analytics/level_filter.h"

#include <algorithm>
#include <array>
#include <limits>

namespace smartqueue::analytics {

namespace {

constexpr std::size_t states = 3;

double share(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

/// The states with their covariance.
class Level {
public:
    /// Three logits of what stays of each state after an hour, the logarithms of their variances and of the overdispersion.
    explicit Level(const std::vector<double> &parameters) : m_overdispersion(std::exp(parameters[2 * states]))
    {
        for (std::size_t i = 0; i < states; ++i) {
            m_stays[i] = share(parameters[i]);
            const double variance = std::exp(parameters[states + i]);
            m_renewed[i] = variance * (1 - m_stays[i] * m_stays[i]);
            m_covariance[i][i] = variance;
        }
    }

    void passHour()
    {
        for (std::size_t i = 0; i < states; ++i) {
            m_state[i] *= m_stays[i];
            for (std::size_t j = 0; j < states; ++j)
                m_covariance[i][j] *= m_stays[i] * m_stays[j];
            m_covariance[i][i] += m_renewed[i];
        }
    }

    double value() const { return m_state[0] + m_state[1] + m_state[2]; }

    void observe(double count, double expected)
    {
        // Hours in which hardly anybody is expected shall not divide by nothing.
        const double scale = expected + 0.3;
        std::array<double, states> gain{};
        double variance = 1 / scale + m_overdispersion;
        for (std::size_t i = 0; i < states; ++i) {
            gain[i] = m_covariance[i][0] + m_covariance[i][1] + m_covariance[i][2];
            variance += gain[i];
        }
        const double limit = 2.5 * std::sqrt(variance);
        const double surprise = std::clamp((count - expected) / scale, -limit, limit);
        for (std::size_t i = 0; i < states; ++i) {
            m_state[i] += gain[i] / variance * surprise;
            for (std::size_t j = 0; j < states; ++j)
                m_covariance[i][j] -= gain[i] * gain[j] / variance;
        }
    }

private:
    std::array<double, states> m_stays{};
    std::array<double, states> m_renewed{};
    double m_overdispersion;
    std::array<double, states> m_state{};
    std::array<std::array<double, states>, states> m_covariance{};
};

HourlyValues follow(const ArrivalSeries &series, const HourlyValues &profile, const std::vector<double> &parameters, int end)
{
    HourlyValues forecast(std::size_t(end), std::numeric_limits<double>::quiet_NaN());
    Level level(parameters);
    for (int hour = 0; hour < end; ++hour) {
        level.passHour();
        const double usual = profile[std::size_t(hour)];
        if (std::isnan(usual))
            continue;
        const double expected = usual * std::exp(std::clamp(level.value(), -5.0, 5.0));
        forecast[std::size_t(hour)] = expected;
        if (series.isKnown(hour))
            level.observe(series.counts[std::size_t(hour)], expected);
    }
    return forecast;
}

} // namespace

FittedForecaster levelFilter(const ArrivalSeries &series, const HourlyValues &profile)
{
    const std::vector<double> usual{6, 3, 0, std::log(0.03), std::log(0.03), std::log(0.02), std::log(0.01)};
    return {usual, [&series, &profile](const std::vector<double> &parameters, int end) { return follow(series, profile, parameters, end); }};
}

} // namespace smartqueue::analytics
