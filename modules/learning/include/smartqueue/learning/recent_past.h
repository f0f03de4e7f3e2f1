#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>

#include <smartqueue/learning/wait_situation.h>

/// Small memories of what happened lately. Times and lengths in seconds; nothing here grows without bound.
namespace smartqueue::learning {

inline constexpr double longAgo = -1e12;

/// When something happened within the last half hour; beyond `most` the oldest are forgotten.
class RecentTimes {
public:
    static constexpr double horizon = 1800;
    static constexpr std::size_t most = 20'000;

    void add(double at)
    {
        m_times.push_back(at);
        while (m_times.front() < at - horizon || m_times.size() > most)
            m_times.pop_front();
    }

    /// How often in the `window` before `now`.
    int count(double now, double window) const
    {
        return int(m_times.end() - std::upper_bound(m_times.begin(), m_times.end(), now - window));
    }

private:
    std::deque<double> m_times;
};

/// A mean that weighs each value less than the one after it; `length` is how many it remembers in effect.
class FadingMean {
public:
    explicit FadingMean(double length) : m_share(2 / (length + 1)) {}

    void add(double value)
    {
        m_sum += m_share * (value - m_sum);
        m_weight += m_share * (1 - m_weight);
    }
    bool isKnown() const { return m_weight > 0; }
    double value() const { return m_sum / m_weight; }
    double valueOr(double unknown) const { return isKnown() ? value() : unknown; }

private:
    double m_share;
    double m_sum = 0;
    double m_weight = 0;
};

/// How long services take, over shorter and longer memories.
class ServiceMeans {
public:
    /// The 50 of the reference rule.
    static constexpr std::size_t kept = 50;

    void add(double seconds)
    {
        for (FadingMean &mean : m_fading)
            mean.add(seconds);
        m_last.push_back(seconds);
        if (m_last.size() > kept)
            m_last.pop_front();
    }
    bool isKnown() const { return !m_last.empty(); }
    double fading(std::size_t memory) const { return m_fading[memory].value(); }
    /// Of the last `count`, at most `kept`; 0 without any.
    double last(std::size_t count) const
    {
        const std::size_t counted = std::min(count, m_last.size());
        double sum = 0;
        for (auto value = m_last.end() - std::ptrdiff_t(counted); value != m_last.end(); ++value)
            sum += *value;
        return counted == 0 ? 0 : sum / double(counted);
    }

private:
    std::array<FadingMean, LineFigures::memories> m_fading{FadingMean(50), FadingMean(200), FadingMean(1000), FadingMean(5000)};
    std::deque<double> m_last;
};

/// θ of an exponential patience by maximum likelihood: abandonments over all time waited.
class Patience {
public:
    /// Abandonments before it is believed.
    static constexpr int trusted = 10;

    void waited(double seconds) { m_waited += seconds; }
    void abandoned() { ++m_abandonments; }
    double rate() const { return m_abandonments < trusted || m_waited <= 0 ? 0 : m_abandonments / m_waited; }

private:
    int m_abandonments = 0;
    double m_waited = 0;
};

} // namespace smartqueue::learning
