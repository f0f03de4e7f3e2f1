#include "bench/bench_simulation.h"

#include <chrono>
#include <deque>
#include <queue>
#include <vector>

#include <nlohmann/json.hpp>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/study.h>

#include "bench/percentile.h"

namespace smartqueue::app {

namespace {

constexpr int servers = 5;
constexpr double arrivalRate = 4.5;
constexpr std::int64_t customers = 100'000;
constexpr int rounds = 5;

double perSecond(std::int64_t events, std::chrono::steady_clock::time_point start)
{
    return double(events) / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What a simulation by hand does and no more: next events in a heap, who waits in a line, a record a customer.
class BareQueue {
public:
    /// Arrivals and ends of service until so many have come.
    std::int64_t run()
    {
        m_records.reserve(std::size_t(customers));
        m_pending.push({m_random.exponential(1 / arrivalRate), true, 0});
        std::int64_t events = 0;
        while (!m_pending.empty()) {
            const Next next = m_pending.top();
            m_pending.pop();
            ++events;
            if (next.isArrival)
                arrive(next.at);
            else
                finish(next);
        }
        return events;
    }

private:
    struct Next {
        double at = 0;
        bool isArrival = false;
        std::size_t customer = 0;
        bool operator<(const Next &other) const { return at > other.at; }
    };
    struct Record {
        double arrivedAt = 0;
        double startedAt = 0;
        double endedAt = 0;
    };

    void arrive(double at)
    {
        m_records.push_back({at, 0, 0});
        if (m_busy < servers) {
            ++m_busy;
            start(m_records.size() - 1, at);
        } else {
            m_waiting.push_back(m_records.size() - 1);
        }
        if (std::int64_t(m_records.size()) < customers)
            m_pending.push({at + m_random.exponential(1 / arrivalRate), true, 0});
    }
    void start(std::size_t customer, double at)
    {
        m_records[customer].startedAt = at;
        m_pending.push({at + m_random.exponential(1), false, customer});
    }
    void finish(const Next &next)
    {
        m_records[next.customer].endedAt = next.at;
        if (m_waiting.empty()) {
            --m_busy;
            return;
        }
        start(m_waiting.front(), next.at);
        m_waiting.pop_front();
    }

    RandomSource m_random{3};
    std::priority_queue<Next> m_pending;
    std::deque<std::size_t> m_waiting;
    std::vector<Record> m_records;
    int m_busy = 0;
};

} // namespace

Result<nlohmann::ordered_json> simulationFigures()
{
    simulation::QueueModel model;
    model.classes = {{1, arrivalRate}};
    model.servers = servers;
    std::vector<double> ours;
    std::vector<double> bare;
    for (int round = 0; round < rounds; ++round) {
        auto start = std::chrono::steady_clock::now();
        const auto figures = simulation::simulate(model, {customers, 3, 1, 1});
        if (!figures)
            return tl::unexpected(figures.error());
        ours.push_back(perSecond(figures->events, start));
        start = std::chrono::steady_clock::now();
        bare.push_back(perSecond(BareQueue().run(), start));
    }
    return nlohmann::ordered_json{{"simulation_events_per_second", percentile(ours, 0.5)},
                                  {"simulation_vs_heap_ratio", percentile(ours, 0.5) / percentile(bare, 0.5)}};
}

} // namespace smartqueue::app
