#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/domain/names.h>

#include "smartqueue/queueing/decide.h"

/// One overload a command; decide() visits them. Shared checks stand below.
namespace smartqueue::queueing {

struct Context {
    const BranchState &state;
    const Command &command;
    Instant now;
    const TimeZone &zone;
    /// The business day of `now`; later than the state's when the batch starts it.
    std::int32_t businessDay;
    bool startsDay;
};

/// At which rank an applied reallocation lets the agent call from the queue in need.
inline constexpr int reallocationRank = 1;

using Events = std::vector<Event>;
using Decision = Result<Events>;

/// One event, moved there: an initializer list would copy it.
template <class E>
Events just(E event)
{
    Events events;
    events.emplace_back(std::move(event));
    return events;
}

Decision rule(const Context &, const DefineBranch &);
Decision rule(const Context &, const DefineService &);
Decision rule(const Context &, const DefineQueue &);
Decision rule(const Context &, const DefineAgent &);
Decision rule(const Context &, const RemoveService &);
Decision rule(const Context &, const RemoveQueue &);
Decision rule(const Context &, const RemoveAgent &);
Decision rule(const Context &, const SetDiscipline &);
Decision rule(const Context &, const SetQueueStatus &);
Decision rule(const Context &, const AssignAgent &);
Decision rule(const Context &, const UnassignAgent &);
Decision rule(const Context &, const SignIn &);
Decision rule(const Context &, const SignOut &);
Decision rule(const Context &, const SetAgentStatus &);
Decision rule(const Context &, const IssueTicket &);
Decision rule(const Context &, const CallNext &);
Decision rule(const Context &, const CallTicket &);
Decision rule(const Context &, const RecallTicket &);
Decision rule(const Context &, const StartService &);
Decision rule(const Context &, const CompleteService &);
Decision rule(const Context &, const MarkNoShow &);
Decision rule(const Context &, const HoldTicket &);
Decision rule(const Context &, const ResumeTicket &);
Decision rule(const Context &, const TransferTicket &);
Decision rule(const Context &, const ReturnTicket &);
Decision rule(const Context &, const AbandonTicket &);
Decision rule(const Context &, const CancelTicket &);
Decision rule(const Context &, const ChangePriority &);
Decision rule(const Context &, const SaveNote &);
Decision rule(const Context &, const ApplySuggestion &);
Decision rule(const Context &, const DismissSuggestion &);
Decision rule(const Context &, const Undo &);
Decision rule(const Context &, const RaiseAlert &);
Decision rule(const Context &, const ClearAlert &);
Decision rule(const Context &, const AcknowledgeAlert &);
Decision rule(const Context &, const SnoozeAlert &);
Decision rule(const Context &, const AssignAlert &);
Decision rule(const Context &, const StartBusinessDay &);
Decision rule(const Context &, const RecordImport &);
Decision rule(const Context &, const GrantNumbers &);
Decision rule(const Context &, const SettleConflict &);

Result<const Ticket *> findTicket(const Context &, TicketId);
Result<const Agent *> findAgent(const Context &, AgentId);
Result<const QueueState *> findQueue(const Context &, QueueId);
/// The queue of a ticket.
Result<const QueueState *> queueOf(const Context &, const Ticket &);
/// For the detail of a refusal; empty when there is none.
std::string numberOf(const BranchState &, TicketId);
std::string agentName(const BranchState &, AgentId);
/// The ticket in the agent's hand. Fails with `not_in_hand` where the command is done already and was about another one.
Result<const Ticket *> currentTicket(const Context &, AgentId);

tl::unexpected<Failure> wrongState(const Ticket &ticket, std::string_view wanted);

/// The waiting tickets that are kept for the agent.
std::vector<TicketId> keptFor(const BranchState &, AgentId);
/// Whether the number stands on an open ticket, or was given on this business day.
bool numberInUse(const Context &, const std::string &number);
/// The numbers with this prefix that desktops were granted and have not given yet, in whatever queue.
std::vector<NumberBlock> grantedWith(const BranchState &, const std::string &prefix);
bool holds(const std::vector<NumberBlock> &blocks, int sequence);
/// Whether the text is that of a number which a desktop was granted and has not given yet.
bool isGranted(const BranchState &, const std::string &number);
/// When the command happens: now, or before it where it was done alone.
Instant happened(const Context &);
/// The business day of that instant: never one that is not begun here.
std::int32_t dayOf(const Context &, Instant happened);
/// When the ticket and the agents of the events were last touched: nothing happens to them before.
Instant lastTouched(const BranchState &, const std::vector<Event> &events);
/// Whether somebody may come into the queue.
Done mayIssue(const QueueState &);
/// What a transfer to a queue would do, or why it cannot.
Result<TicketTransferred> transferTo(const Context &, const Ticket &ticket, const QueueState &target);

} // namespace smartqueue::queueing
