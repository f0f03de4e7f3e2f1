#pragma once

#include <optional>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/queueing/branch_state.h>

/// Who is called next by an agent, and why: one order for the call itself, the list of next tickets and the recorder.
namespace smartqueue::queueing {

/// A waiting ticket as it competes for the next call of one agent.
struct Choice {
    TicketId ticket;
    CallBasis basis;
};

/// What keeps an agent from calling a ticket; the first that holds, in this order.
enum class Obstacle { none, notWaiting, keptForAnother, queuePaused, notAssigned, missingSkill };

struct Standing {
    Obstacle obstacle = Obstacle::none;
    /// Filled whatever the obstacle; rank 0 where no assignment leads to the queue.
    Choice choice;
};

/// How a ticket of the state stands before the next call of `agent`.
Standing standingOf(const BranchState &state, const Agent &agent, const Ticket &ticket, Instant now);

/// The rules of a call in the order in which they are asked.
enum class CallRule { reserved, urgency, rank, sla, priority, place };

struct Precedence {
    bool firstGoes = true;
    /// The rule that tells the two apart.
    CallRule rule = CallRule::place;
};

/// Which of two tickets without obstacle the same agent calls first. Each queue's own discipline says what counts, and within
/// one queue it is that queue's order; so it is one total order over all queues.
Precedence precedenceOf(const Choice &a, const Choice &b);

/// How urgent the queue is by the branch's routing with `next` at its head and `waiting` in its line; none under CallRouting::ranks. Longest queue first
/// (Tassiulas & Ephremides 1993); generalised cμ with delays costing their square in SLAs (Van Mieghem 1995); earliest deadline first.
std::optional<CallUrgency> urgencyOf(const BranchState &state, const QueueState &queue, const Place &next, std::size_t waiting, Instant now);

/// Being late counts under sla only, priority under sla and priority.
bool countsAsLate(const CallBasis &basis);
/// 0 where priority does not count.
int countedPriority(const CallBasis &basis);

/// The ticket that CallNext would call for the agent.
std::optional<Choice> nextFor(const BranchState &state, const Agent &agent, Instant now);

/// The next `count` tickets for the agent, first to be called first, assuming nobody else calls.
std::vector<Choice> upcomingFor(const BranchState &state, const Agent &agent, Instant now, std::size_t count);

} // namespace smartqueue::queueing
