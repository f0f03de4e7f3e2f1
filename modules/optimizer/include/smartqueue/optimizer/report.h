#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/analytics/load_balance.h>
#include <smartqueue/domain/values.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::optimizer {

/// Move one waiting ticket to a shorter queue of the same service.
struct TransferSuggestion {
    /// "transfer-<ticket>-<from>-<to>"
    SuggestionId id;
    TicketId ticket;
    std::string ticketNumber;
    QueueId from;
    QueueId to;
    std::string fromName;
    std::string toName;
    /// By time saved: high above 300 s, medium above 120 s, else low.
    Severity priority = Severity::low;
    /// Baseline ETA here − baseline ETA there, when the suggestions before it in the list are applied.
    std::chrono::seconds timeSaved{0};
    /// As they stand now, before any suggestion.
    int fromWaiting = 0;
    int toWaiting = 0;
};

/// Let a free agent serve a queue in need.
struct ReallocationSuggestion {
    /// "move-<agent>-<to>"
    SuggestionId id;
    AgentId agent;
    std::string agentName;
    /// The agent's first queue by rank; none without an assignment.
    std::optional<QueueId> from;
    QueueId to;
    /// Empty without a queue.
    std::string fromName;
    std::string toName;
    /// min(100, ratio × 10), 0 to 100.
    int impactScore = 0;
    int toWaiting = 0;
    /// Of the needy queue, when the suggestions before it in the list are applied.
    double toRatio = 0;
};

/// Which discipline the last seven days speak for.
struct DisciplineAdvice {
    /// "discipline-<queue>-<recommended>"
    SuggestionId id;
    QueueId queue;
    std::string queueName;
    Discipline recommended = Discipline::fifo;
    Discipline current = Discipline::fifo;
    enum class Reason { lateTickets, priorityShare, simple, tooLittleHistory } reason = Reason::simple;
    enum class Confidence { low, medium, high } confidence = Confidence::medium;
    /// Started late / started, 0 to 1.
    double lateShare = 0;
    /// Tickets of priority 5 or more / tickets, 0 to 1.
    double priorityShare = 0;
    int tickets = 0;
};

/// The last seven days of one queue.
struct History {
    int tickets = 0;
    /// Priority 5 or more.
    int highPriority = 0;
    int started = 0;
    /// Started after waiting longer than the service's SLA.
    int startedLate = 0;
};

struct Report {
    analytics::LoadBalance loadBalance;
    /// At most ten, worst queue first; made to be applied all together.
    std::vector<TransferSuggestion> transfers;
    std::vector<ReallocationSuggestion> reallocations;
    /// Only those that differ from today's discipline.
    std::vector<DisciplineAdvice> disciplines;
    /// By balance score: high below 50, medium below 80, else low.
    Severity priority = Severity::low;
    Instant at{};
};

/// The reference rules over the active queues. A queue missing from `history` counts as one without any.
Report reportOf(const queueing::BranchState &state, Instant now, const std::map<QueueId, History> &history);

/// The queue must exist.
DisciplineAdvice adviceFor(const queueing::BranchState &state, QueueId queue, const History &history);

/// What applying this suggestion does; none when the report does not hold it (any more).
std::optional<SuggestedAction> actionOf(const Report &report, const SuggestionId &suggestion);

/// Whether an id of this form needs the history to be judged.
bool isDisciplineAdvice(const SuggestionId &suggestion);

/// "late_tickets", "priority_share", "simple", "too_little_history".
std::string_view nameOf(DisciplineAdvice::Reason reason);
/// "low", "medium", "high".
std::string_view nameOf(DisciplineAdvice::Confidence confidence);

} // namespace smartqueue::optimizer
