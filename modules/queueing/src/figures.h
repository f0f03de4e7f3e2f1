#pragma once

#include "smartqueue/queueing/branch_state.h"

/// The figures of the day and of the moving means. Each is a function of the ticket: counted with +1 when it comes about, and
/// with −1 when an undo takes it back, so nothing counts twice.
namespace smartqueue::queueing {

/// Adds all finished waits of the ticket to their queues, or takes them away.
void countWaits(BranchState &state, const Ticket &ticket, int sign);

/// Adds a closed ticket to its queue's figures, or takes it away. A ticket closed before the running day leaves the day alone.
void countClosed(BranchState &state, const Ticket &ticket, int sign);

} // namespace smartqueue::queueing
