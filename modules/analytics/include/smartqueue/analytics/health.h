#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/analytics/eta.h>

namespace smartqueue::analytics {

/// The figures of the baseline rules, named so that the rules' page can show them.
namespace thresholds {
inline constexpr int capacityNearlyFullPercent = 70;
inline constexpr int capacityFullPercent = 90;
inline constexpr int nearlyFullPenalty = 15;
inline constexpr int fullPenalty = 30;
inline constexpr int latePenalty = 5;
inline constexpr int latePenaltyAtMost = 40;
inline constexpr int noAgentPenalty = 50;
inline constexpr int warningBelow = 60;
inline constexpr int criticalBelow = 30;
/// The capacity alert, in percent of the capacity.
inline constexpr int capacityAlertPercent = 90;
/// Share of late tickets among the waiting above which the SLA alert is severe.
inline constexpr int severeLatePercent = 50;
/// The wait alert looks at the first ten and compares their mean with this many times the SLA.
inline constexpr int waitAlertTickets = 10;
inline constexpr double waitAlertSlas = 2.0;
} // namespace thresholds

/// A rule that holds at this moment; see AlertTracker for what becomes an alert.
struct AlertFinding {
    AlertType type = AlertType::capacity;
    Severity severity = Severity::low;
    /// capacity and noAgents: waiting; slaBreach: late tickets; highWaitTime: seconds.
    double value = 0;
};

struct QueueHealth {
    QueueId id;
    std::string name;
    Discipline discipline = Discipline::fifo;
    QueueStatus status = QueueStatus::active;
    int waiting = 0;
    /// Waiting longer than the service's SLA.
    int late = 0;
    /// late / waiting, 0 to 1.
    double breachRate = 0;
    /// On duty: able to serve this queue, and available or with a ticket in hand. A queue whose only agent is serving is not
    /// without agents; one whose only agent is on a break, or busy without a ticket, is.
    int availableAgents = 0;
    /// The same people, under the name that the estimates use.
    int onDuty = 0;
    /// On duty with nothing in hand.
    int freeAgents = 0;
    int assignedAgents = 0;
    /// 0 to 100.
    int score = 100;
    enum class Status { good, warning, critical } healthStatus = Status::good;
    std::vector<AlertFinding> alerts;
    /// The likely wait of someone who would come now; none when nobody serves the queue.
    std::optional<std::chrono::seconds> eta;
    std::optional<Eta> newArrival;
    /// Waiting per available agent; ten times the waiting with none.
    double loadRatio = 0;
    /// Served within the SLA over served, of today; none before the first.
    std::optional<double> onTimeShare;
    std::optional<int> maxCapacity;
    std::chrono::seconds sla{0};
    /// Mean baseline ETA of the first waitAlertTickets who wait, in seconds; 0 when nobody waits or nobody serves.
    double meanEtaOfFirst = 0;
    /// What a card says in one sentence: the most pressing thing that is true.
    enum class Cause { quiet, withinTarget, noAgents, late, nearlyFull, busy, paused, closed } cause = Cause::quiet;
};

struct Overview {
    /// By id.
    std::vector<QueueHealth> queues;
    int totalQueues = 0;
    int queuesWithAlerts = 0;
    Instant at{};
};

/// The reference rules over all queues. O(agents × assignments + queues × log waiting).
Overview overviewOf(const queueing::BranchState &state, Instant now);
/// One queue; it must exist. O(agents + log waiting).
QueueHealth healthOf(const queueing::BranchState &state, QueueId queue, Instant now);

/// "good", "warning", "critical".
std::string_view nameOf(QueueHealth::Status status);
/// "quiet", "within_target", "no_agents", "late", "nearly_full", "busy", "paused", "closed".
std::string_view nameOf(QueueHealth::Cause cause);

} // namespace smartqueue::analytics
