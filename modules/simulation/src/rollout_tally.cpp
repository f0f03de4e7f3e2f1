#include "rollout_tally.h"

#include <algorithm>
#include <cmath>

namespace smartqueue::simulation {

namespace {

constexpr auto fanStep = std::chrono::minutes(1);

/// Minutes of a fan, both ends included.
std::size_t fanSteps(const RolloutPlan &plan)
{
    return std::size_t((plan.until - plan.now) / fanStep) + 1;
}

/// The least value that nine of ten do not exceed; the values change places.
double ninetyPercent(std::vector<double> &values)
{
    if (values.empty())
        return 0;
    const auto place = values.begin() + std::ptrdiff_t(std::ceil(0.9 * double(values.size()))) - 1;
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

void add(RolloutCounts &all, const RolloutCounts &queue)
{
    all.customers += queue.customers;
    all.served += queue.served;
    all.onTime += queue.onTime;
    all.abandoned += queue.abandoned;
    all.noShows += queue.noShows;
    all.turnedAway += queue.turnedAway;
    all.unserved += queue.unserved;
    all.waited += queue.waited;
}

} // namespace

void RolloutTally::begin()
{
    for (auto &waits : m_waits)
        waits.clear();
    m_fanStep = 0;
    m_result = {};
    m_result.queues.resize(m_waits.size());
    if (m_plan.withFans)
        m_result.waiting.assign(fanSteps(m_plan) * (m_waits.size() - 1), 0);
}

void RolloutTally::addWait(int queue, Duration wait)
{
    const double seconds = std::max(0.0, std::chrono::duration<double>(wait).count());
    at(queue).waited += seconds;
    m_waits[std::size_t(queue)].push_back(seconds);
}

void RolloutTally::lastOutAt(Instant now)
{
    m_result.lastOut = std::chrono::duration<double>(now - m_plan.now).count();
}

void RolloutTally::follow(Instant to, const std::vector<int> &waiting)
{
    if (!m_plan.withFans)
        return;
    const std::size_t steps = fanSteps(m_plan);
    for (; m_fanStep < steps && m_plan.now + fanStep * std::int64_t(m_fanStep) < to; ++m_fanStep) {
        for (std::size_t queue = 0; queue < waiting.size(); ++queue)
            m_result.waiting[m_fanStep * waiting.size() + queue] = std::uint16_t(std::min(waiting[queue], 0xffff));
    }
}

RolloutResult RolloutTally::finish()
{
    RolloutCounts &all = m_result.queues.back();
    std::vector<double> &allWaits = m_waits.back();
    for (std::size_t queue = 0; queue + 1 < m_waits.size(); ++queue) {
        add(all, m_result.queues[queue]);
        allWaits.insert(allWaits.end(), m_waits[queue].begin(), m_waits[queue].end());
        m_result.queues[queue].p90Wait = ninetyPercent(m_waits[queue]);
    }
    all.p90Wait = ninetyPercent(allWaits);
    return std::move(m_result);
}

} // namespace smartqueue::simulation
