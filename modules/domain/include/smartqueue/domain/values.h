#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/ids.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/clock.h>

/// The facts of a branch. Every struct lists its members once in `fields`, from which the codec reads and writes it.
namespace smartqueue {

enum class Discipline { fifo, priority, sla };
/// Which of the queues an agent may call from goes first; within one queue its discipline says who. Ranks: the agent's. Otherwise the queue whose next
/// customer or line is the most urgent, and the ranks only where two are as urgent: the longest line; the dearest delay (generalised cμ: the wait by its
/// SLA, over the mean service); the nearest deadline (arrival and SLA).
enum class CallRouting { ranks, longestQueue, costedDelay, deadline };
/// Paused: no issuing, no calling. Closed: no issuing, those who wait are still called.
enum class QueueStatus { active, paused, closed };
enum class AgentStatus { available, busy, paused, offline };
enum class TicketState { waiting, called, serving, held, completed, noShow, abandoned, cancelled };
enum class LegEnd { open, completed, noShow, transferred, returned, abandoned, cancelled };
enum class AlertType { capacity, slaBreach, noAgents, highWaitTime };
enum class Severity { low, medium, high, critical };
enum class SuggestionKind { transfer, reallocation, discipline };
/// What a waiting time was told by: queue length and pace of service, or the same with those who leave counted (Ibrahim & Whitt 2009).
enum class PromiseMethod { qls, qlr };

/// At what hour of the site's local time numbers start again; `never` counts on.
struct NumberReset {
    bool never = false;
    int hour = 4;

    SQ_FIELDS(v("never", s.never); v("hour", s.hour);)
};

/// Why agents pause, and for how long at most; without a limit as long as it takes.
struct BreakReason {
    std::string name;
    std::optional<std::chrono::minutes> limit;

    SQ_FIELDS(v("name", s.name); v("limit_minutes", s.limit);)
};

struct Branch {
    std::string name;
    std::string timeZone = "UTC";
    NumberReset numberReset;
    int retentionDays = 365;
    /// Share of customers to be called within the service's SLA, 0 to 1.
    double onTimeTarget = 0.8;
    /// Opening hours, minutes after local midnight.
    int opensAt = 8 * 60;
    int closesAt = 18 * 60;
    std::vector<std::string> counters;
    /// Those to choose from; empty: the usual ones.
    std::vector<BreakReason> breakReasons;
    /// How long an own command can be taken back.
    std::chrono::seconds undoWindow = limits::undoWindow;
    CallRouting routing = CallRouting::ranks;

    SQ_FIELDS(v("name", s.name); v("time_zone", s.timeZone); v("number_reset", s.numberReset);
              v("retention_days", s.retentionDays); v("on_time_target", s.onTimeTarget);
              v("opens_at", s.opensAt); v("closes_at", s.closesAt); v("counters", s.counters);
              v("break_reasons", s.breakReasons); v("undo_seconds", s.undoWindow); v("routing", s.routing);)
};

struct Service {
    ServiceId id;
    std::string name;
    std::chrono::seconds sla{600};
    /// An agent needs all of them to serve it.
    std::vector<std::string> requiredSkills;

    SQ_FIELDS(v("id", s.id); v("name", s.name); v("sla_seconds", s.sla); v("required_skills", s.requiredSkills);)
};

struct Queue {
    QueueId id;
    std::string name;
    ServiceId service;
    Discipline discipline = Discipline::fifo;
    QueueStatus status = QueueStatus::active;
    std::string prefix;
    int firstNumber = 1;
    int lastNumber = 9999;
    std::optional<int> maxCapacity;

    SQ_FIELDS(v("id", s.id); v("name", s.name); v("service", s.service); v("discipline", s.discipline);
              v("status", s.status); v("prefix", s.prefix); v("first_number", s.firstNumber);
              v("last_number", s.lastNumber); v("max_capacity", s.maxCapacity);)
};

/// Rank 1 is called from first.
struct Assignment {
    QueueId queue;
    int rank = 1;

    SQ_FIELDS(v("queue", s.queue); v("rank", s.rank);)
};

struct Agent {
    AgentId id;
    /// The user whose profile it is; none: an agent without an account.
    UserId user;
    std::string name;
    std::vector<std::string> skills;
    /// Hundredths of the tenant's currency; none: not known.
    std::optional<int> hourlyCost;
    /// Ordered by rank.
    std::vector<Assignment> assignments;
    AgentStatus status = AgentStatus::offline;
    std::string statusReason;
    Instant statusSince{};
    std::string counter;
    /// The called or serving ticket in hand.
    TicketId current;
    /// A break asked for while serving; it begins when the ticket is done.
    bool breakArmed = false;
    std::string armedReason;
    Sequence revision = 0;

    SQ_FIELDS(v("id", s.id); v("user", s.user); v("name", s.name); v("skills", s.skills); v("hourly_cost", s.hourlyCost); v("assignments", s.assignments);
              v("status", s.status); v("status_reason", s.statusReason); v("status_since", s.statusSince);
              v("counter", s.counter); v("current", s.current); v("break_armed", s.breakArmed);
              v("armed_reason", s.armedReason); v("revision", s.revision);)
};

/// Where a waiting ticket stands: higher priority first, then the earlier time, then the smaller tie.
/// A return "after N" changes the place, never the arrival that statistics read.
struct Place {
    int priority = 0;
    Instant since{};
    std::int64_t tie = 0;

    SQ_FIELDS(v("priority", s.priority); v("since", s.since); v("tie", s.tie);)
};

/// One wait and the service after it. Walking time is `startedAt − calledAt − heldBefore`, service `endedAt − startedAt − held`.
struct Leg {
    QueueId queue;
    Instant waitingSince{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    AgentId agent;
    std::string counter;
    /// Time on hold between the call and the service, ended holds only.
    Duration heldBefore{0};
    /// Time on hold inside the service, ended holds only.
    Duration held{0};
    int recalls = 0;
    LegEnd end = LegEnd::open;

    SQ_FIELDS(v("queue", s.queue); v("waiting_since", s.waitingSince); v("called_at", s.calledAt);
              v("started_at", s.startedAt); v("ended_at", s.endedAt); v("agent", s.agent); v("counter", s.counter);
              v("held_before_ms", s.heldBefore); v("held_ms", s.held); v("recalls", s.recalls); v("end", s.end);)
};

/// The waiting time told to the customer at issue.
struct Promise {
    std::chrono::seconds likely{0};
    std::chrono::seconds low{0};
    std::chrono::seconds high{0};
    PromiseMethod method = PromiseMethod::qls;

    SQ_FIELDS(v("likely", s.likely); v("low", s.low); v("high", s.high); v("method", s.method);)
};

struct Ticket {
    TicketId id;
    std::string number;
    QueueId queue;
    ServiceId service;
    int priority = 0;
    std::string channel;
    /// Key of the customer's data, which lies beside the log; empty without any.
    std::string customer;
    std::int32_t businessDay = 0;
    Instant arrivedAt{};
    TicketState state = TicketState::waiting;
    Place place;
    /// The agent who has it, or holds it.
    AgentId agent;
    /// Only this agent may call it, as long as they are signed in.
    AgentId reservedFor;
    std::optional<Promise> promise;
    std::optional<Instant> heldSince;
    std::string holdReason;
    std::string outcome;
    std::optional<Instant> closedAt;
    bool noted = false;
    /// Never empty; the last one is current.
    std::vector<Leg> legs;
    Sequence revision = 0;

    const Leg &leg() const { return legs.back(); }
    Leg &leg() { return legs.back(); }

    SQ_FIELDS(v("id", s.id); v("number", s.number); v("queue", s.queue); v("service", s.service);
              v("priority", s.priority); v("channel", s.channel); v("customer", s.customer);
              v("business_day", s.businessDay); v("arrived_at", s.arrivedAt); v("state", s.state); v("place", s.place);
              v("agent", s.agent); v("reserved_for", s.reservedFor); v("promise", s.promise);
              v("held_since", s.heldSince); v("hold_reason", s.holdReason); v("outcome", s.outcome);
              v("closed_at", s.closedAt); v("noted", s.noted); v("legs", s.legs); v("revision", s.revision);)
};

struct Alert {
    AlertId id;
    AlertType type = AlertType::capacity;
    Severity severity = Severity::low;
    QueueId queue;
    /// The measured figure behind it: waiting count, late count or seconds, by type.
    double value = 0;
    Instant raisedAt{};
    std::optional<Instant> clearedAt;
    std::optional<Instant> acknowledgedAt;
    std::optional<Instant> snoozedUntil;
    std::string owner;

    SQ_FIELDS(v("id", s.id); v("type", s.type); v("severity", s.severity); v("queue", s.queue); v("value", s.value);
              v("raised_at", s.raisedAt); v("cleared_at", s.clearedAt); v("acknowledged_at", s.acknowledgedAt);
              v("snoozed_until", s.snoozedUntil); v("owner", s.owner);)
};

/// Running numbers of a queue that one desktop alone gives, while it does not hear its host, and the ids of their tickets. The
/// first is given first.
struct NumberBlock {
    int first = 0;
    int count = 0;
    TicketId firstTicket;
    /// The queue's when they were granted: what a customer was told holds, whatever the queue's is by now.
    std::string prefix = {};

    SQ_FIELDS(v("first", s.first); v("count", s.count); v("first_ticket", s.firstTicket); v("prefix", s.prefix);)
};

/// A member of a refusal's detail.
struct ConflictDetail { std::string name; std::string text; SQ_FIELDS(v("name", s.name); v("text", s.text);) };

/// What a desktop did while it did not hear its host, and what did not fit any more when the branch heard of it.
struct Conflict {
    ConflictId id;
    DeviceId device;
    UserId user;
    AgentId agent;
    TicketId ticket;
    std::string number;
    /// The command's word, see nameOf(CommandBody).
    std::string act;
    /// When it was done, by the desktop's clock, and when the branch heard of it.
    Instant doneAt{};
    Instant notedAt{};
    /// The code of the refusal and its detail.
    std::string reason;
    std::vector<ConflictDetail> detail;
    /// codec::encode() of the command.
    std::string command;

    SQ_FIELDS(v("id", s.id); v("device", s.device); v("user", s.user); v("agent", s.agent); v("ticket", s.ticket); v("number", s.number);
              v("act", s.act); v("done_at", s.doneAt); v("noted_at", s.notedAt); v("reason", s.reason); v("detail", s.detail);
              v("command", s.command);)
};

/// What one suggestion does; exactly the members of its kind are set.
struct SuggestedAction {
    SuggestionKind kind = SuggestionKind::transfer;
    TicketId ticket;
    AgentId agent;
    QueueId fromQueue;
    QueueId toQueue;
    Discipline discipline = Discipline::fifo;

    SQ_FIELDS(v("kind", s.kind); v("ticket", s.ticket); v("agent", s.agent); v("from_queue", s.fromQueue);
              v("to_queue", s.toQueue); v("discipline", s.discipline);)
};

inline bool isOpen(TicketState state)
{
    return state == TicketState::waiting || state == TicketState::called || state == TicketState::serving
        || state == TicketState::held;
}

/// Where a returned ticket goes: to the place it had, to the end, or behind the first `after` who wait in its queue, those kept
/// for an agent included.
struct ReturnPlace {
    enum class Kind { own, end, after };
    Kind kind = Kind::own;
    int after = 0;

    SQ_FIELDS(v("kind", s.kind); v("after", s.after);)
};

} // namespace smartqueue
