#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/shared_map.h>
#include <smartqueue/queueing/waiting_line.h>

namespace smartqueue::queueing {

/// What happened in a queue today, counted once a ticket whatever recalls, transfers and undos did.
struct DayCounters {
    int issued = 0;
    int served = 0;
    /// Served whose last wait was within the service's SLA.
    int onTime = 0;
    int abandoned = 0;
    int noShow = 0;
    int cancelled = 0;
    /// Over the served.
    Duration waited{0};
    Duration walked{0};
    Duration inService{0};

    SQ_FIELDS(v("issued", s.issued); v("served", s.served); v("on_time", s.onTime); v("abandoned", s.abandoned);
              v("no_show", s.noShow); v("cancelled", s.cancelled); v("waited_ms", s.waited); v("walked_ms", s.walked);
              v("in_service_ms", s.inService);)
};

/// One finished service, for the moving mean.
struct FinishedService {
    TicketId ticket;
    Duration duration{0};

    SQ_FIELDS(v("ticket", s.ticket); v("duration_ms", s.duration);)
};

struct QueueState {
    Queue config;
    WaitingLine line;
    /// Waiting tickets that only their agent may call, by place; not in `line`.
    std::vector<TicketId> reserved;
    /// The last limits::serviceHistory services and, before them, limits::serviceSpares, oldest first; never emptied overnight.
    std::vector<FinishedService> services;
    /// For the patience rate: abandonments over all time waited (maximum likelihood for an exponential patience).
    std::int64_t abandonments = 0;
    Duration waited{0};
    DayCounters today;
    /// Numbers that only one desktop gives.
    std::map<DeviceId, std::vector<NumberBlock>> granted;

    /// Everyone waiting, reserved ones included.
    int waitingCount() const { return int(line.size() + reserved.size()); }
};

/// Prefix and first number: queues that share both count on together.
using NumberSeries = std::pair<std::string, int>;

/// What a command changed, as it was before, so that it can be taken back.
struct UndoRecord {
    Sequence sequence = 0;
    CommandId command;
    std::string kind;
    AgentId actor;
    Instant at{};
    SuggestionId suggestion;
    /// What the suggestion did.
    std::vector<SuggestedAction> actions;
    std::vector<Ticket> tickets;
    std::vector<Agent> agents;
    std::vector<Queue> queues;

    SQ_FIELDS(v("sequence", s.sequence); v("command", s.command); v("kind", s.kind); v("actor", s.actor); v("at", s.at);
              v("suggestion", s.suggestion); v("actions", s.actions); v("tickets", s.tickets); v("agents", s.agents); v("queues", s.queues);)
};

/// A suggestion that was decided on today.
struct DecidedSuggestion {
    SuggestionId id;
    Instant at{};
    bool dismissed = false;
    bool undone = false;
    std::string reason;
    std::optional<SuggestedAction> action;
    CommandId command;

    SQ_FIELDS(v("id", s.id); v("at", s.at); v("dismissed", s.dismissed); v("undone", s.undone); v("reason", s.reason);
              v("action", s.action); v("command", s.command);)
};

/// The whole live branch as a value: configuration, open tickets, agents, lines, the day's counters. Only `apply` changes
/// it. Closed tickets stay for limits::closedTicketsStay. A copy shares the tickets
/// that neither changes, so handing one out is cheap. Not thread-safe; share it as const.
struct BranchState {
    Branch branch;
    std::map<ServiceId, Service> services;
    std::map<QueueId, QueueState> queues;
    std::map<AgentId, Agent> agents;
    SharedMap<TicketId, Ticket> tickets;
    /// Number → ticket, for all tickets in `tickets`, the newest where a number was given again on another day; and without a
    /// ticket for those given in the running business day whose ticket has left the live state.
    SharedMap<std::string, TicketId> numbers;
    /// Closed tickets in the order of closing.
    std::deque<TicketId> closed;
    /// The last running number of each series.
    std::map<NumberSeries, int> numbering;
    /// Days since 1970-01-01 of the running business day; 0 before the first.
    std::int32_t businessDay = 0;
    Instant dayStartedAt{};
    /// Open ones, and those cleared in the business day, of these at most limits::keptOfTheDay.
    std::map<AlertId, Alert> alerts;
    /// Of the business day, oldest first, at most limits::keptOfTheDay.
    std::vector<DecidedSuggestion> decided;
    /// Those that nobody has settled.
    std::map<ConflictId, Conflict> conflicts;
    /// Newest last.
    std::deque<UndoRecord> undoable;
    std::int64_t lastId = 0;
    Sequence sequence = 0;
    Instant at{};

    const Ticket *ticket(TicketId id) const;
    const Agent *agent(AgentId id) const;
    const QueueState *queue(QueueId id) const;
    const Service *service(ServiceId id) const;
    const Ticket *ticketByNumber(const std::string &number) const;
    Duration slaOf(const Queue &queue) const;
    /// Waiting in the queue, reserved ones first, then in calling order at `now`.
    std::vector<TicketId> waitingInOrder(QueueId queue, Instant now) const;
};

/// Mean of the last limits::serviceHistory finished services in seconds, without any the SLA of the service; at least 1 ms.
double meanServiceSeconds(const BranchState &state, const QueueState &queue);

/// A running number as it stands on tickets and displays.
std::string numberText(const std::string &prefix, int sequence);

/// Whether the agent's skills cover the queue's service.
bool hasSkillsFor(const BranchState &state, const Agent &agent, const Queue &queue);

/// Whether the agent's skills cover the service and an assignment leads to the queue.
bool canServe(const BranchState &state, const Agent &agent, const Queue &queue);

/// Assigned, skilled, and available or with a ticket in hand: who will take the next one. Whoever is paused, offline or has
/// called themselves busy without a ticket does not count.
bool isOnDuty(const BranchState &state, const Agent &agent, const Queue &queue);

/// The whole state in a canonical form: equal states give equal bytes. Also the form in which checkpoints are stored.
std::string encodeState(const BranchState &state);
Result<BranchState> decodeState(std::string_view json);

} // namespace smartqueue::queueing
