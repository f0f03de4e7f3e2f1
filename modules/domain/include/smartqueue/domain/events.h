#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <smartqueue/domain/account_events.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/values.h>

/// What happened. Effects, not requests: applying an event never asks a policy again.
namespace smartqueue {

/// `businessDay`: the day that runs from here on, in days since 1970-01-01; absent where it stays as it is.
struct BranchDefined { Branch branch; std::optional<std::int32_t> businessDay{}; SQ_FIELDS(v("branch", s.branch); v("business_day", s.businessDay);) };
struct ServiceDefined { Service service; SQ_FIELDS(v("service", s.service);) };
struct QueueDefined { Queue queue; SQ_FIELDS(v("queue", s.queue);) };
/// Profile and assignments; the live status is left as it is.
struct AgentDefined { Agent agent; SQ_FIELDS(v("agent", s.agent);) };
struct ServiceRemoved { ServiceId service; SQ_FIELDS(v("service", s.service);) };
struct QueueRemoved { QueueId queue; SQ_FIELDS(v("queue", s.queue);) };
/// `released`: tickets that were kept for this agent and are anybody's now.
struct AgentRemoved { AgentId agent; std::vector<TicketId> released; SQ_FIELDS(v("agent", s.agent); v("released", s.released);) };
struct DisciplineChanged { QueueId queue; Discipline discipline; SQ_FIELDS(v("queue", s.queue); v("discipline", s.discipline);) };
struct QueueStatusChanged { QueueId queue; QueueStatus status; SQ_FIELDS(v("queue", s.queue); v("status", s.status);) };
struct AgentAssigned { AgentId agent; QueueId queue; int rank = 1; SQ_FIELDS(v("agent", s.agent); v("queue", s.queue); v("rank", s.rank);) };
struct AgentUnassigned { AgentId agent; QueueId queue; SQ_FIELDS(v("agent", s.agent); v("queue", s.queue);) };

struct AgentSignedIn { AgentId agent; std::string counter; SQ_FIELDS(v("agent", s.agent); v("counter", s.counter);) };
/// `released`: tickets that were kept for this agent and are anybody's now.
struct AgentSignedOut { AgentId agent; std::vector<TicketId> released; SQ_FIELDS(v("agent", s.agent); v("released", s.released);) };
struct AgentStatusChanged { AgentId agent; AgentStatus status; std::string reason; SQ_FIELDS(v("agent", s.agent); v("status", s.status); v("reason", s.reason);) };
struct BreakArmed { AgentId agent; bool armed = true; std::string reason; SQ_FIELDS(v("agent", s.agent); v("armed", s.armed); v("reason", s.reason);) };

struct BusinessDayStarted { std::int32_t day = 0; SQ_FIELDS(v("day", s.day);) };
struct TicketIssued {
    TicketId ticket;
    std::string number;
    /// The running number behind the prefix; 0 for a number given from outside.
    int sequence = 0;
    QueueId queue;
    ServiceId service;
    int priority = 0;
    std::string channel;
    std::string customer;
    std::int32_t businessDay = 0;
    std::optional<Promise> promise;
    AgentId reservedFor;
    SQ_FIELDS(v("ticket", s.ticket); v("number", s.number); v("sequence", s.sequence); v("queue", s.queue);
              v("service", s.service); v("priority", s.priority); v("channel", s.channel); v("customer", s.customer);
              v("business_day", s.businessDay); v("promise", s.promise); v("reserved_for", s.reservedFor);)
};
/// How urgent a queue was for a call, by the branch's routing; the greater goes first.
struct CallUrgency {
    CallRouting by = CallRouting::longestQueue;
    /// Those in the line; the wait in SLAs, over the mean service in hours; seconds past the deadline, negative before it.
    double index = 0;

    SQ_FIELDS(v("by", s.by); v("index", s.index);)
};
/// Why this ticket and no other, as it was decided: read by the recorder, never recomputed.
struct CallBasis {
    /// Chosen by hand, against or with the rule.
    bool chosen = false;
    std::string reason;
    bool reserved = false;
    Discipline discipline = Discipline::fifo;
    /// None: the agent's ranks decide alone.
    std::optional<CallUrgency> urgency;
    /// Rank of the queue for the agent; 0 where none decided.
    int rank = 0;
    bool pastSla = false;
    Place place;
    /// Those waiting in the queue before the call, the called one included.
    int waiting = 0;
    SQ_FIELDS(v("chosen", s.chosen); v("reason", s.reason); v("reserved", s.reserved); v("discipline", s.discipline); v("urgency", s.urgency);
              v("rank", s.rank); v("past_sla", s.pastSla); v("place", s.place); v("waiting", s.waiting);)
};
struct TicketCalled {
    TicketId ticket;
    AgentId agent;
    std::string counter;
    CallBasis basis;
    SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent); v("counter", s.counter); v("basis", s.basis);)
};
struct TicketRecalled { TicketId ticket; AgentId agent; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent);) };
struct ServiceStarted { TicketId ticket; AgentId agent; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent);) };
struct TicketHeld { TicketId ticket; AgentId agent; std::string reason; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent); v("reason", s.reason);) };
struct TicketResumed { TicketId ticket; AgentId agent; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent);) };
struct ServiceCompleted { TicketId ticket; AgentId agent; std::string outcome; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent); v("outcome", s.outcome);) };
struct TicketNotShown { TicketId ticket; AgentId agent; SQ_FIELDS(v("ticket", s.ticket); v("agent", s.agent);) };
struct TicketReturned { TicketId ticket; Place place; SQ_FIELDS(v("ticket", s.ticket); v("place", s.place);) };
struct TicketTransferred {
    TicketId ticket;
    QueueId fromQueue;
    QueueId toQueue;
    ServiceId service;
    AgentId reservedFor;
    int priority = 0;
    SQ_FIELDS(v("ticket", s.ticket); v("from_queue", s.fromQueue); v("to_queue", s.toQueue); v("service", s.service);
              v("reserved_for", s.reservedFor); v("priority", s.priority);)
};
struct TicketAbandoned { TicketId ticket; SQ_FIELDS(v("ticket", s.ticket);) };
struct TicketCancelled { TicketId ticket; SQ_FIELDS(v("ticket", s.ticket);) };
struct PriorityChanged { TicketId ticket; int priority = 0; SQ_FIELDS(v("ticket", s.ticket); v("priority", s.priority);) };
struct NoteSaved { TicketId ticket; SQ_FIELDS(v("ticket", s.ticket);) };

struct SuggestionApplied {
    SuggestionId suggestion;
    SuggestedAction action;
    SQ_FIELDS(v("suggestion", s.suggestion); v("action", s.action);)
};
struct SuggestionDismissed { SuggestionId suggestion; std::string reason; SQ_FIELDS(v("suggestion", s.suggestion); v("reason", s.reason);) };
struct AlertRaised { AlertId alert; AlertType type; Severity severity; QueueId queue; double value = 0;
    SQ_FIELDS(v("alert", s.alert); v("type", s.type); v("severity", s.severity); v("queue", s.queue); v("value", s.value);) };
/// The same alert, with another severity or figure.
struct AlertUpdated { AlertId alert; Severity severity; double value = 0; SQ_FIELDS(v("alert", s.alert); v("severity", s.severity); v("value", s.value);) };
struct AlertCleared { AlertId alert; SQ_FIELDS(v("alert", s.alert);) };
struct AlertAcknowledged { AlertId alert; SQ_FIELDS(v("alert", s.alert);) };
struct AlertSnoozed { AlertId alert; Instant until{}; SQ_FIELDS(v("alert", s.alert); v("until", s.until);) };
struct AlertAssigned { AlertId alert; std::string owner; SQ_FIELDS(v("alert", s.alert); v("owner", s.owner);) };
struct HistoryImported {
    std::string source;
    std::int64_t rows = 0;
    std::vector<QueueHistory> queues;
    SQ_FIELDS(v("source", s.source); v("rows", s.rows); v("queues", s.queues);)
};
/// What follows in the batch happened then, on that business day, at a desktop that did not hear its host; the branch heard of it at
/// the batch's time.
struct HappenedAt {
    Instant at{};
    DeviceId device;
    std::int32_t businessDay = 0;
    SQ_FIELDS(v("at", s.at); v("device", s.device); v("business_day", s.businessDay);)
};
/// All that the device may give of the queue from here on.
struct NumbersGranted { QueueId queue; DeviceId device; std::vector<NumberBlock> blocks; SQ_FIELDS(v("queue", s.queue); v("device", s.device); v("blocks", s.blocks);) };
struct ConflictNoted { Conflict conflict; SQ_FIELDS(v("conflict", s.conflict);) };
struct ConflictSettled { ConflictId conflict; bool again = false; SQ_FIELDS(v("conflict", s.conflict); v("again", s.again);) };
/// What an undo gives back: the touched things as they were before. `command` names what was undone.
struct ActionUndone {
    CommandId command;
    Sequence undone = 0;
    std::string kind;
    SuggestionId suggestion;
    std::vector<Ticket> tickets;
    std::vector<Agent> agents;
    std::vector<Queue> queues;
    SQ_FIELDS(v("command", s.command); v("undone", s.undone); v("kind", s.kind); v("suggestion", s.suggestion);
              v("tickets", s.tickets); v("agents", s.agents); v("queues", s.queues);)
};

using BranchEvent = std::variant<
    BranchDefined, ServiceDefined, QueueDefined, AgentDefined, ServiceRemoved, QueueRemoved, AgentRemoved,
    DisciplineChanged, QueueStatusChanged, AgentAssigned, AgentUnassigned, AgentSignedIn, AgentSignedOut,
    AgentStatusChanged, BreakArmed, BusinessDayStarted, TicketIssued, TicketCalled, TicketRecalled, ServiceStarted,
    TicketHeld, TicketResumed, ServiceCompleted, TicketNotShown, TicketReturned, TicketTransferred, TicketAbandoned,
    TicketCancelled, PriorityChanged, NoteSaved, SuggestionApplied, SuggestionDismissed, AlertRaised, AlertUpdated,
    AlertCleared, AlertAcknowledged, AlertSnoozed, AlertAssigned, HistoryImported, ActionUndone,
    HappenedAt, NumbersGranted, ConflictNoted, ConflictSettled>;

using Event = JoinedVariant<BranchEvent, AccountEvent>;

/// All effects of one command: committed together, one row of the log.
struct EventBatch {
    Sequence sequence = 0;
    Instant at{};
    CommandId command;
    AgentId actor;
    /// The command's word, see nameOf(CommandBody).
    std::string kind;
    std::vector<Event> events;
    /// The branch whose events are among them; none when all of them stand above the branches.
    SiteId site = firstSite;
    /// Who asked for it; none: the owner of a database that has no users.
    UserId user = {};
    /// For the audit: what the events define or change, as it stood before. Applied by nobody.
    std::vector<Event> before = {};
    /// Under which host it was committed, and at which desktop; none: the log that it is appended to fills in its own.
    Epoch epoch = 0;
    std::string device = {};
};

/// Personal data that stands beside the log under a key of its own; to erase a person is to delete the key.
struct PersonalDatum {
    std::string key;
    std::string text;
    SQ_FIELDS(v("key", s.key); v("text", s.text);)
};

/// "ticket_called" and so on.
std::string_view nameOf(const Event &event);

} // namespace smartqueue
