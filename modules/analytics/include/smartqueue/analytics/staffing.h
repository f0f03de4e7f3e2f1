#pragma once

#include <unordered_map>

#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::analytics {

/// Who stands behind a queue. An agent who serves several queues counts fully in each of them: the reference rule.
struct Staffing {
    /// With an assignment to it, signed in or not.
    int assigned = 0;
    /// Able to serve it, and available or with a ticket in hand, because they will take the next one; see queueing::isOnDuty.
    int onDuty = 0;
    /// On duty with nothing in hand.
    int free = 0;
};

using Roster = std::unordered_map<QueueId, Staffing>;

/// All queues at once in one pass over the agents and their assignments; a queue without an assignment is not in it.
Roster rosterOf(const queueing::BranchState &state);

/// One queue. O(agents).
Staffing staffingOf(const queueing::BranchState &state, const Queue &queue);

/// Waiting per agent on duty; ten times the waiting when there is none.
double loadRatio(int waiting, int onDuty);

} // namespace smartqueue::analytics
