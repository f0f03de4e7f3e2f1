#pragma once

#include <smartqueue/domain/events.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::queueing {

/// Carries out what was decided. Total: every batch that `decide` made for this state applies. Pure but for `state`.
void apply(BranchState &state, const EventBatch &batch);

} // namespace smartqueue::queueing
