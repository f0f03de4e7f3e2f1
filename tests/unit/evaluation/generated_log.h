#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include <smartqueue/evaluation/ticket_record.h>
#include <smartqueue/foundation/random_source.h>

namespace smartqueue::testing {

/// Days of one queue with Poisson arrivals and exponential services: M/M/c, as long as nobody has high priority or leaves.
struct GeneratedDays {
    int agents = 4;
    double load = 0.9;
    double meanService = 180;
    int days = 21;
    double highShare = 0;
    std::chrono::seconds headStart{0};
    /// Mean of an exponential patience in seconds; 0: everybody stays.
    double patience = 0;
    bool namedAgents = true;
    std::uint64_t seed = 1;
};

struct GeneratedLog {
    evaluation::TicketLog log;
    /// How many were to be called before each ticket when it came.
    std::vector<int> ahead;
};

inline constexpr Instant firstDay{std::chrono::sys_days(std::chrono::year(2026) / 1 / 5)};

class DayMaker {
public:
    DayMaker(const GeneratedDays &days, GeneratedLog &made) : m_days(days), m_made(made), m_random(days.seed)
    {
        made.log.queues = 1;
    }

    void make(int day)
    {
        const double opens =
            double((firstDay + std::chrono::days(day) + std::chrono::hours(8)).time_since_epoch().count()) / 1000;
        const double closes = opens + 10 * 3600;
        m_free.assign(std::size_t(m_days.agents), opens);
        double arrival = opens;
        while (true) {
            // No two at the same moment, so that the order of the lines decides nothing.
            arrival += 0.001 + m_random.exponential(m_days.meanService / m_days.agents / m_days.load);
            if (arrival > closes)
                break;
            callUntil(arrival);
            arrive(arrival);
        }
        // Whoever is in by then is served.
        callUntil(std::numeric_limits<double>::max());
    }

private:
    struct Waiting {
        double place;
        double leaves;
        std::size_t ticket;
    };

    static Instant instant(double seconds) { return Instant(Duration(std::llround(seconds * 1000))); }

    void arrive(double at)
    {
        evaluation::TicketRecord ticket;
        ticket.priority = m_random.chance(m_days.highShare) ? 5 : 0;
        ticket.arrivedAt = instant(at);
        const double place = at - (ticket.priority >= 5 ? double(m_days.headStart.count()) : 0);
        const auto before = std::upper_bound(m_waiting.begin(), m_waiting.end(), place,
                                             [](double value, const Waiting &each) { return value < each.place; });
        m_made.ahead.push_back(int(before - m_waiting.begin()));
        const double leaves = m_days.patience > 0 ? at + m_random.exponential(m_days.patience) : 1e18;
        m_waiting.insert(before, {place, leaves, m_made.log.tickets.size()});
        m_made.log.tickets.push_back(ticket);
        callUntil(at);
    }

    /// Whoever gets free by then calls the first in line who is still there.
    void callUntil(double now)
    {
        while (!m_waiting.empty()) {
            const auto agent = std::min_element(m_free.begin(), m_free.end());
            const Waiting next = m_waiting.front();
            evaluation::TicketRecord &ticket = m_made.log.tickets[next.ticket];
            const double came = double(ticket.arrivedAt.time_since_epoch().count()) / 1000;
            const double called = std::max(*agent, came);
            if (called > now)
                return;
            m_waiting.erase(m_waiting.begin());
            if (next.leaves < called) {
                ticket.endedAt = instant(next.leaves);
                continue;
            }
            ticket.calledAt = instant(called);
            *agent = called + m_random.exponential(m_days.meanService);
            ticket.endedAt = instant(*agent);
            if (m_days.namedAgents)
                ticket.agent = std::size_t(agent - m_free.begin());
            ticket.served = true;
        }
    }

    GeneratedDays m_days;
    GeneratedLog &m_made;
    RandomSource m_random;
    std::vector<double> m_free;
    std::vector<Waiting> m_waiting;
};

inline GeneratedLog generated(const GeneratedDays &days)
{
    GeneratedLog made;
    DayMaker maker(days, made);
    for (int day = 0; day < days.days; ++day)
        maker.make(day);
    return made;
}

} // namespace smartqueue::testing
