#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <smartqueue/domain/account_commands.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/values.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/variants.h>

namespace smartqueue {

// Setup. A value without an id is created, one with an id is changed.
/// The engine adds the business day that runs under the new zone and hour.
struct DefineBranch { Branch branch; std::optional<std::int32_t> businessDay{}; SQ_FIELDS(v("branch", s.branch);) };
struct DefineService { Service service; SQ_FIELDS(v("service", s.service);) };
struct DefineQueue { Queue queue; SQ_FIELDS(v("queue", s.queue);) };
struct DefineAgent { Agent agent; SQ_FIELDS(v("agent", s.agent);) };
struct RemoveService { ServiceId service; SQ_FIELDS(v("service", s.service);) };
struct RemoveQueue { QueueId queue; SQ_FIELDS(v("queue", s.queue);) };
struct RemoveAgent { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct SetDiscipline { QueueId queue; Discipline discipline = Discipline::fifo; SQ_FIELDS(v("queue", s.queue); v("discipline", s.discipline);) };
struct SetQueueStatus { QueueId queue; QueueStatus status = QueueStatus::active; SQ_FIELDS(v("queue", s.queue); v("status", s.status);) };
/// Without a rank the queue comes behind those the agent has.
struct AssignAgent { AgentId agent; QueueId queue; std::optional<int> rank; SQ_FIELDS(v("agent", s.agent); v("queue", s.queue); v("rank", s.rank);) };
struct UnassignAgent { AgentId agent; QueueId queue; SQ_FIELDS(v("agent", s.agent); v("queue", s.queue);) };

// Agents.
struct SignIn { AgentId agent; std::string counter; SQ_FIELDS(v("agent", s.agent); v("counter", s.counter);) };
struct SignOut { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct SetAgentStatus {
    AgentId agent;
    AgentStatus status = AgentStatus::available;
    std::string reason;
    SQ_FIELDS(v("agent", s.agent); v("status", s.status); v("reason", s.reason);)
};

// Tickets.
struct GrantedNumber {
    DeviceId device;
    int sequence = 0;
    TicketId ticket;
    /// As the customer was told.
    std::string number = {};

    SQ_FIELDS(v("device", s.device); v("sequence", s.sequence); v("ticket", s.ticket); v("number", s.number);)
};
struct IssueTicket {
    QueueId queue{};
    int priority = 0;
    std::string channel = "desk";
    /// Personal data: stored beside the log, never in it.
    std::string customer{};
    std::optional<Promise> promise{};
    /// A number given from outside; refused when an open ticket or one of the business day has it.
    std::string number{};
    /// Reserves the ticket for this agent, who is signed in.
    AgentId reservedFor{};
    /// A number of a block that a desktop was granted, and the ticket that goes with it.
    std::optional<GrantedNumber> granted{};

    SQ_FIELDS(v("queue", s.queue); v("priority", s.priority); v("channel", s.channel); v("customer", s.customer); v("promise", s.promise);
              v("number", s.number); v("reserved_for", s.reservedFor); v("granted", s.granted);)
};
struct CallNext { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct CallTicket {
    AgentId agent;
    TicketId ticket;
    std::string reason;
    SQ_FIELDS(v("agent", s.agent); v("ticket", s.ticket); v("reason", s.reason);)
};
struct RecallTicket { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct StartService { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct CompleteService { AgentId agent; std::string outcome; SQ_FIELDS(v("agent", s.agent); v("outcome", s.outcome);) };
struct MarkNoShow { AgentId agent; SQ_FIELDS(v("agent", s.agent);) };
struct HoldTicket { AgentId agent; std::string reason; SQ_FIELDS(v("agent", s.agent); v("reason", s.reason);) };
struct ResumeTicket { AgentId agent; TicketId ticket; SQ_FIELDS(v("agent", s.agent); v("ticket", s.ticket);) };
/// Exactly one of `queue` and `agent` is set.
struct TransferTicket { TicketId ticket; QueueId queue; AgentId agent; SQ_FIELDS(v("ticket", s.ticket); v("queue", s.queue); v("agent", s.agent);) };
struct ReturnTicket { TicketId ticket; ReturnPlace place; SQ_FIELDS(v("ticket", s.ticket); v("place", s.place);) };
struct AbandonTicket { TicketId ticket; SQ_FIELDS(v("ticket", s.ticket);) };
struct CancelTicket { TicketId ticket; SQ_FIELDS(v("ticket", s.ticket);) };
struct ChangePriority { TicketId ticket; int priority = 0; SQ_FIELDS(v("ticket", s.ticket); v("priority", s.priority);) };
/// Personal data: the text is stored beside the log.
struct SaveNote { TicketId ticket; std::string text; SQ_FIELDS(v("ticket", s.ticket); v("text", s.text);) };

// Supervision.
/// Without `actions` the engine takes those of the suggestion that stands under this id.
struct ApplySuggestion { SuggestionId suggestion; std::vector<SuggestedAction> actions; SQ_FIELDS(v("suggestion", s.suggestion); v("actions", s.actions);) };
struct DismissSuggestion { SuggestionId suggestion; std::string reason; SQ_FIELDS(v("suggestion", s.suggestion); v("reason", s.reason);) };
/// The last undoable command: of the agent if one is named, with the id if one is given.
struct Undo { AgentId agent{}; CommandId command{}; SQ_FIELDS(v("agent", s.agent); v("command", s.command);) };
struct RaiseAlert {
    AlertType type = AlertType::capacity;
    Severity severity = Severity::low;
    QueueId queue;
    double value = 0;
    SQ_FIELDS(v("type", s.type); v("severity", s.severity); v("queue", s.queue); v("value", s.value);)
};
struct ClearAlert { AlertId alert; SQ_FIELDS(v("alert", s.alert);) };
struct AcknowledgeAlert { AlertId alert; SQ_FIELDS(v("alert", s.alert);) };
struct SnoozeAlert { AlertId alert; std::chrono::minutes duration{15}; SQ_FIELDS(v("alert", s.alert); v("duration", s.duration);) };
struct AssignAlert { AlertId alert; std::string owner; SQ_FIELDS(v("alert", s.alert); v("owner", s.owner);) };

// Regular work and history.
struct StartBusinessDay { SQ_FIELDS() };
/// What an import knows of a queue, so that the first estimates stand before the doors open.
struct QueueHistory {
    QueueId queue;
    std::vector<Duration> services;
    std::int64_t abandonments = 0;
    Duration waited{0};

    SQ_FIELDS(v("queue", s.queue); v("services_ms", s.services); v("abandonments", s.abandonments); v("waited_ms", s.waited);)
};
struct RecordImport {
    std::string source;
    std::int64_t rows = 0;
    std::vector<QueueHistory> queues;
    SQ_FIELDS(v("source", s.source); v("rows", s.rows); v("queues", s.queues);)
};

// Desktops that may lose their host.
/// Each of the devices has numbers of its own in each queue afterwards, nobody else any more.
struct GrantNumbers { std::vector<DeviceId> devices; SQ_FIELDS(v("devices", s.devices);) };
/// `again`: what the desktop did is asked for once more, now; otherwise the branch's story stands.
struct SettleConflict { ConflictId conflict; bool again = false; SQ_FIELDS(v("conflict", s.conflict); v("again", s.again);) };

/// What is asked of one branch.
using BranchCommand = std::variant<
    DefineBranch, DefineService, DefineQueue, DefineAgent, RemoveService, RemoveQueue, RemoveAgent, SetDiscipline,
    SetQueueStatus, AssignAgent, UnassignAgent, SignIn, SignOut, SetAgentStatus, IssueTicket, CallNext, CallTicket,
    RecallTicket, StartService, CompleteService, MarkNoShow, HoldTicket, ResumeTicket, TransferTicket, ReturnTicket,
    AbandonTicket, CancelTicket, ChangePriority, SaveNote, ApplySuggestion, DismissSuggestion, Undo, RaiseAlert,
    ClearAlert, AcknowledgeAlert, SnoozeAlert, AssignAlert, StartBusinessDay, RecordImport, GrantNumbers,
    SettleConflict>;

using CommandBody = JoinedVariant<BranchCommand, AccountCommand>;

inline bool isAccountCommand(const CommandBody &body)
{
    return body.index() >= std::variant_size_v<BranchCommand>;
}

/// Says of a command that a desktop has carried it out already, while it did not hear its host.
struct DoneAlone {
    DeviceId device;
    /// By the desktop's clock.
    Instant at{};
    /// The one in the agent's hand: with another in hand by now the command does not fit.
    TicketId ticket;

    SQ_FIELDS(v("device", s.device); v("at", s.at); v("ticket", s.ticket);)
};

struct Command {
    CommandId id;
    CommandBody body;
    /// The agent on whose behalf it comes; none: the supervisor or owner.
    AgentId actor;
    /// When it happened; without it, the engine's clock decides. Never before the last committed command.
    std::optional<Instant> at;
    /// For a command without `at`: it happens then, or with the last committed command where that is later.
    std::optional<Instant> notBefore = {};
    /// Set by whoever could not make out what is asked for: this is the answer, kept under the id like any other.
    std::optional<Failure> refusal = {};
    /// The branch it is for: of the account commands only InviteAgent, EraseCustomer and ExportCustomer have one. The door it comes through says so.
    SiteId site = firstSite;
    /// Who asks; none: the owner of a database that has no users. The door it comes through says so.
    UserId user = {};
    /// It is done already: what does not fit is kept as a conflict and not refused.
    std::optional<DoneAlone> alone = {};
    /// Nobody was asked under this id before: no host can have carried it out. Neither travels nor is kept.
    bool isNew = false;
};

/// "call_next" and so on: the word of the command line and of the log.
std::string_view nameOf(const CommandBody &command);

} // namespace smartqueue
