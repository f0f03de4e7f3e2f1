#include "smartqueue/analytics/health.h"

#include <algorithm>
#include <array>

#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/analytics/places.h>

namespace smartqueue::analytics {

namespace {

using Status = QueueHealth::Status;
using Cause = QueueHealth::Cause;

/// Compared in whole tickets, so that no rounding decides at a boundary.
bool fillsMoreThan(const QueueHealth &health, int percent)
{
    return health.maxCapacity && *health.maxCapacity > 0
        && std::int64_t(health.waiting) * 100 > std::int64_t(*health.maxCapacity) * percent;
}

bool fillsAtLeast(const QueueHealth &health, int percent)
{
    return health.maxCapacity && *health.maxCapacity > 0
        && std::int64_t(health.waiting) * 100 >= std::int64_t(*health.maxCapacity) * percent;
}

int scoreOf(const QueueHealth &health)
{
    int score = 100;
    if (fillsMoreThan(health, thresholds::capacityFullPercent))
        score -= thresholds::fullPenalty;
    else if (fillsMoreThan(health, thresholds::capacityNearlyFullPercent))
        score -= thresholds::nearlyFullPenalty;
    score -= int(std::min<std::int64_t>(std::int64_t(health.late) * thresholds::latePenalty, thresholds::latePenaltyAtMost));
    if (health.availableAgents == 0)
        score -= thresholds::noAgentPenalty;
    return std::max(0, score);
}

Status statusOf(int score)
{
    if (score < thresholds::criticalBelow)
        return Status::critical;
    return score < thresholds::warningBelow ? Status::warning : Status::good;
}

/// The first ones have 0, 1, 2 … ahead whatever the discipline, so no order is needed.
double meanBaselineOfFirst(int waiting, int onDuty, double meanService)
{
    const int first = std::min(waiting, thresholds::waitAlertTickets);
    if (first == 0 || onDuty == 0)
        return 0;
    return (first - 1) / 2.0 / onDuty * meanService;
}

bool waitsTooLong(const QueueHealth &health)
{
    return health.meanEtaOfFirst > thresholds::waitAlertSlas * double(health.sla.count());
}

std::vector<AlertFinding> findingsOf(const QueueHealth &health)
{
    std::vector<AlertFinding> findings;
    if (fillsAtLeast(health, thresholds::capacityAlertPercent))
        findings.push_back({AlertType::capacity, Severity::high, double(health.waiting)});
    if (health.late > 0) {
        const bool severe = std::int64_t(health.late) * 100 > std::int64_t(health.waiting) * thresholds::severeLatePercent;
        findings.push_back({AlertType::slaBreach, severe ? Severity::high : Severity::medium, double(health.late)});
    }
    if (health.availableAgents == 0 && health.waiting > 0)
        findings.push_back({AlertType::noAgents, Severity::critical, double(health.waiting)});
    if (waitsTooLong(health))
        findings.push_back({AlertType::highWaitTime, Severity::medium, health.meanEtaOfFirst});
    return findings;
}

Cause causeOf(const QueueHealth &health)
{
    if (health.status == QueueStatus::paused)
        return Cause::paused;
    if (health.status == QueueStatus::closed)
        return Cause::closed;
    if (health.availableAgents == 0)
        return Cause::noAgents;
    if (health.late > 0)
        return Cause::late;
    if (fillsMoreThan(health, thresholds::capacityNearlyFullPercent))
        return Cause::nearlyFull;
    if (waitsTooLong(health) || health.loadRatio > overloadedAbove)
        return Cause::busy;
    return health.waiting == 0 ? Cause::quiet : Cause::withinTarget;
}

QueueHealth healthOf(const queueing::BranchState &state, const queueing::QueueState &queue, const Staffing &staffing,
                     Instant now)
{
    const Duration sla = state.slaOf(queue.config);
    QueueHealth health;
    health.id = queue.config.id;
    health.name = queue.config.name;
    health.discipline = queue.config.discipline;
    health.status = queue.config.status;
    health.maxCapacity = queue.config.maxCapacity;
    health.sla = std::chrono::duration_cast<std::chrono::seconds>(sla);
    health.waiting = queue.waitingCount();
    health.late = lateCount(state, queue, now, sla);
    health.breachRate = health.waiting == 0 ? 0 : double(health.late) / health.waiting;
    health.assignedAgents = staffing.assigned;
    health.availableAgents = staffing.onDuty;
    health.onDuty = staffing.onDuty;
    health.freeAgents = staffing.free;
    health.loadRatio = loadRatio(health.waiting, staffing.onDuty);
    if (queue.today.served > 0)
        health.onTimeShare = double(queue.today.onTime) / queue.today.served;

    const Eta eta = etaOfNewArrival(state, queue.config.id, 0, now, staffing);
    if (!eta.nobodyServes) {
        health.newArrival = eta;
        health.eta = eta.likely;
        health.meanEtaOfFirst = meanBaselineOfFirst(health.waiting, staffing.onDuty, meanServiceSeconds(state, queue));
    }
    health.score = scoreOf(health);
    health.healthStatus = statusOf(health.score);
    health.alerts = findingsOf(health);
    health.cause = causeOf(health);
    return health;
}

} // namespace

Overview overviewOf(const queueing::BranchState &state, Instant now)
{
    Overview overview;
    overview.at = now;
    overview.totalQueues = int(state.queues.size());
    overview.queues.reserve(state.queues.size());
    const Roster roster = rosterOf(state);
    for (const auto &[id, queue] : state.queues) {
        const auto staffing = roster.find(id);
        overview.queues.push_back(healthOf(state, queue, staffing == roster.end() ? Staffing{} : staffing->second, now));
        if (!overview.queues.back().alerts.empty())
            ++overview.queuesWithAlerts;
    }
    return overview;
}

QueueHealth healthOf(const queueing::BranchState &state, QueueId id, Instant now)
{
    const queueing::QueueState &queue = state.queues.at(id);
    return healthOf(state, queue, staffingOf(state, queue.config), now);
}

std::string_view nameOf(Status status)
{
    constexpr std::array<std::string_view, 3> names{"good", "warning", "critical"};
    return names[std::size_t(status)];
}

std::string_view nameOf(Cause cause)
{
    constexpr std::array<std::string_view, 8> names{"quiet", "within_target", "no_agents", "late",
                                                    "nearly_full", "busy", "paused", "closed"};
    return names[std::size_t(cause)];
}

} // namespace smartqueue::analytics
