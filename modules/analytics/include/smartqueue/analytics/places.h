#pragma once

#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::analytics {

/// How many of the line are called before `entry` at `now`, whether `entry` is in it or not. Reserved tickets are not in the
/// line. O(p log n) for p distinct priorities.
int aheadOf(const queueing::QueueState &queue, const queueing::WaitingLine::Entry &entry, Instant now, Duration sla);

/// How many of the queue wait longer than `sla`, by their place as the discipline sees it, reserved ones included.
/// O(p log n + reserved).
int lateCount(const queueing::BranchState &state, const queueing::QueueState &queue, Instant now, Duration sla);

} // namespace smartqueue::analytics
