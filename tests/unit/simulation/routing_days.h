#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <queue>
#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/suggestion_study.h>

#include "branch_house.h"

/// Five services, thirteen agents with the skills of two each, nine tenths of their time sold: whole days through the real kernel.
namespace smartqueue::testing {

constexpr int routingHours = 8;
/// By so much the peaks of each service, at hours of its own, stand above its mean.
constexpr double routingPeak = 0.3;

struct RoutingCustomer {
    Instant arrivesAt{};
    int queue = 0;
    Duration service{0};
    Duration patience{0};
};

struct RoutingResult {
    int customers = 0;
    int abandoned = 0;
    int accepted = 0;
    /// Seconds, of all.
    double waited = 0;

    double meanWait() const { return waited / customers; }
    RoutingResult &operator+=(const RoutingResult &other)
    {
        customers += other.customers;
        abandoned += other.abandoned;
        accepted += other.accepted;
        waited += other.waited;
        return *this;
    }
};

class RoutingBranch {
public:
    enum class Skills { primary, both };

    explicit RoutingBranch(Skills skills)
    {
        static constexpr int primaries[]{0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4};
        static constexpr int seconds[]{1, 2, 3, 2, 3, 4, 3, 4, 0, 4, 0, 0, 1};
        const std::vector<Duration> means{4min, 6min, 5min, 8min, 3min};
        for (int i = 0; i < 5; ++i) {
            const auto staff = std::count(std::begin(primaries), std::end(primaries), i);
            m_perHour.push_back(0.9 * double(staff) * 60 / std::chrono::duration<double, std::ratio<60>>(means[std::size_t(i)]).count());
            m_means.push_back(double(means[std::size_t(i)].count()));
            m_queues.push_back(house.queue(m_perHour.back(), means[std::size_t(i)], {"s" + std::to_string(i)}));
            house.model.queues.at(m_queues.back()).meanPatience = meanPatience;
        }
        for (int i = 0; i < 13; ++i) {
            const int first = primaries[i];
            const int second = seconds[i];
            const AgentId id = house.agent({m_queues[std::size_t(first)]}, {"s" + std::to_string(first), "s" + std::to_string(second)});
            if (skills == Skills::both)
                house.tell(AssignAgent{id, m_queues[std::size_t(second)], 1});
        }
    }

    /// Each service has a level of its own on each day, and peaks at its own hour.
    std::vector<RoutingCustomer> day(std::uint64_t seed) const
    {
        RandomSource random(seed);
        std::vector<RoutingCustomer> customers;
        for (int queue = 0; queue < 5; ++queue) {
            const double level = random.lognormal(1, 0.06);
            for (int hour = 0; hour < routingHours; ++hour) {
                const double mean = 3'600'000 / (level * expected(queue, hour));
                for (double at = random.exponential(mean); at < 3'600'000; at += random.exponential(mean))
                    customers.push_back({house.now + std::chrono::hours(hour) + Duration(std::int64_t(at)), queue,
                                         Duration(std::int64_t(random.exponential(m_means[std::size_t(queue)])) + 1),
                                         Duration(std::int64_t(random.exponential(meanPatience)) + 1)});
            }
        }
        std::sort(customers.begin(), customers.end(), [](const auto &a, const auto &b) { return a.arrivesAt < b.arrivesAt; });
        return customers;
    }

    double expected(int queue, int hour) const
    {
        return m_perHour[std::size_t(queue)] * (1 + routingPeak * std::sin(2 * std::numbers::pi * (hour / double(routingHours) + queue / 5.0)));
    }

    /// What a supervisor knows at that time: the usual day, times how today has gone so far.
    simulation::BranchModel modelAt(Instant now, const std::vector<int> &came) const
    {
        simulation::BranchModel model = house.model;
        const double hours = std::chrono::duration<double, std::ratio<3600>>(now - house.now).count();
        for (int queue = 0; queue < 5; ++queue) {
            double usual = 0;
            for (int hour = 0; hour < routingHours; ++hour)
                usual += expected(queue, hour) * std::clamp(hours - hour, 0.0, 1.0);
            const double level = (came[std::size_t(queue)] + 50) / (usual + 50);
            auto &arrivals = model.queues.at(m_queues[std::size_t(queue)]).arrivals;
            arrivals.perHour.clear();
            for (int hour = 0; hour < routingHours && hour < hours + 3; ++hour)
                arrivals.perHour.push_back(level * expected(queue, hour));
            arrivals.dispersion = 0.01;
        }
        return model;
    }

    QueueId queueId(int queue) const { return m_queues[std::size_t(queue)]; }

    BranchHouse house;
    static constexpr double meanPatience = 25 * 60'000.0;

private:
    std::vector<double> m_perHour;
    std::vector<double> m_means;
    std::vector<QueueId> m_queues;
};

struct RoutingPlan {
    /// Zero: nobody asks.
    Duration askEvery{0};
    Duration acceptAfter = 1min;
    Duration outlook = 90min;
    int replications = 60;
    simulation::SuggestionOptions options = {};
};

/// One day of a branch; agents call as soon as they are free.
class RoutingDay {
public:
    RoutingDay(const RoutingBranch &branch, const std::vector<RoutingCustomer> &customers, const RoutingPlan &plan)
        : m_branch(branch), m_house(branch.house), m_customers(customers), m_plan(plan), m_came(5, 0)
    {
        m_close = m_house.now + std::chrono::hours(routingHours);
        for (std::size_t i = 0; i < customers.size(); ++i)
            schedule(customers[i].arrivesAt, What::arrival, int(i));
        if (plan.askEvery > Duration(0)) {
            for (Instant at = m_house.now + plan.askEvery; at < m_close; at += plan.askEvery)
                schedule(at, What::ask, 0);
        }
    }

    RoutingResult run()
    {
        while (!m_pending.empty()) {
            const Pending next = m_pending.top();
            m_pending.pop();
            m_house.now = next.at;
            happen(next);
        }
        m_result.customers = int(m_customers.size());
        return m_result;
    }

private:
    enum class What { end, arrival, patience, ask, accept };
    struct Pending {
        Instant at{};
        int order = 0;
        What what = What::end;
        int who = 0;
    };
    struct Later {
        bool operator()(const Pending &a, const Pending &b) const { return a.at != b.at ? a.at > b.at : a.order > b.order; }
    };

    void schedule(Instant at, What what, int who) { m_pending.push({at, m_order++, what, who}); }

    void happen(const Pending &pending)
    {
        switch (pending.what) {
        case What::arrival: return arrive(pending.who);
        case What::end:
            m_house.tell(CompleteService{AgentId{pending.who}, {}});
            return callAll();
        case What::patience: return leave(pending.who);
        case What::ask: return ask();
        case What::accept: return accept();
        }
    }

    void arrive(int index)
    {
        const RoutingCustomer &customer = m_customers[std::size_t(index)];
        ++m_came[std::size_t(customer.queue)];
        m_house.tell(IssueTicket{m_branch.queueId(customer.queue)});
        m_waiting[TicketId{m_house.state.lastId}] = index;
        schedule(m_house.now + customer.patience, What::patience, index);
        callAll();
    }

    /// Whoever has been free longest first.
    void callAll()
    {
        std::vector<std::pair<Instant, AgentId>> free;
        for (const auto &[id, agent] : m_house.state.agents) {
            if (!agent.current)
                free.push_back({agent.statusSince, id});
        }
        std::sort(free.begin(), free.end());
        for (const auto &[since, id] : free) {
            if (!m_house.tries(CallNext{id}))
                continue;
            const auto called = m_waiting.find(m_house.state.agents.at(id).current);
            const RoutingCustomer &customer = m_customers[std::size_t(called->second)];
            m_result.waited += std::chrono::duration<double>(m_house.now - customer.arrivesAt).count();
            m_waiting.erase(called);
            m_house.tell(StartService{id});
            schedule(m_house.now + customer.service, What::end, int(id.value));
        }
    }

    void leave(int index)
    {
        const auto found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](const auto &each) { return each.second == index; });
        if (found == m_waiting.end())
            return;
        m_house.tell(AbandonTicket{found->first});
        m_result.waited += std::chrono::duration<double>(m_customers[std::size_t(index)].patience).count();
        ++m_result.abandoned;
        m_waiting.erase(found);
    }

    void ask()
    {
        simulation::RolloutPlan plan;
        plan.now = m_house.now;
        plan.until = std::min(m_close, m_house.now + m_plan.outlook);
        plan.doorsClose = plan.until == m_close;
        plan.replications = m_plan.replications;
        plan.seed = std::uint64_t(m_house.now.time_since_epoch().count());
        const auto study = simulation::proveSuggestions(m_house.state, m_house.zone, m_branch.modelAt(m_house.now, m_came), plan, m_plan.options);
        if (!study)
            qFatal("no study");
        if (study->suggestions.empty())
            return;
        m_accepted = study->suggestions.front().changes.commands;
        schedule(m_house.now + m_plan.acceptAfter, What::accept, 0);
    }

    /// A minute later it may not fit any more.
    void accept()
    {
        for (const CommandBody &command : m_accepted)
            m_result.accepted += bool(m_house.tries(command));
        callAll();
    }

    const RoutingBranch &m_branch;
    BranchHouse m_house;
    const std::vector<RoutingCustomer> &m_customers;
    RoutingPlan m_plan;
    Instant m_close{};
    std::priority_queue<Pending, std::vector<Pending>, Later> m_pending;
    int m_order = 0;
    std::vector<int> m_came;
    std::map<TicketId, int> m_waiting;
    std::vector<CommandBody> m_accepted;
    RoutingResult m_result;
};

} // namespace smartqueue::testing
