#include "smartqueue/analytics/load_balance.h"

#include <algorithm>
#include <array>

#include <smartqueue/analytics/staffing.h>

namespace smartqueue::analytics {

LoadBalance loadBalanceOf(const queueing::BranchState &state, Instant)
{
    const Roster roster = rosterOf(state);
    LoadBalance balance;
    for (const auto &[id, queue] : state.queues) {
        if (queue.config.status != QueueStatus::active)
            continue;
        QueueLoad load;
        load.id = id;
        load.name = queue.config.name;
        load.waiting = queue.waitingCount();
        const auto staffing = roster.find(id);
        load.availableAgents = staffing == roster.end() ? 0 : staffing->second.onDuty;
        load.ratio = loadRatio(load.waiting, load.availableAgents);
        load.state = loadStateOf(load.ratio);
        balance.queues.push_back(std::move(load));
    }
    const auto [least, most] = std::minmax_element(balance.queues.begin(), balance.queues.end(),
                                                   [](const QueueLoad &a, const QueueLoad &b) { return a.ratio < b.ratio; });
    if (least != balance.queues.end())
        balance.score = std::max(0.0, 100.0 - 10.0 * (most->ratio - least->ratio));
    if (balance.score >= optimalFrom)
        balance.status = LoadBalance::Status::optimal;
    else
        balance.status = balance.score >= needsBalancingFrom ? LoadBalance::Status::needsBalancing : LoadBalance::Status::critical;
    return balance;
}

QueueLoad::State loadStateOf(double ratio)
{
    if (ratio > overloadedAbove)
        return QueueLoad::State::overloaded;
    return ratio < underloadedBelow ? QueueLoad::State::underloaded : QueueLoad::State::balanced;
}

std::string_view nameOf(LoadBalance::Status status)
{
    constexpr std::array<std::string_view, 3> names{"optimal", "needs_balancing", "critical"};
    return names[std::size_t(status)];
}

std::string_view nameOf(QueueLoad::State state)
{
    constexpr std::array<std::string_view, 3> names{"underloaded", "balanced", "overloaded"};
    return names[std::size_t(state)];
}

} // namespace smartqueue::analytics
