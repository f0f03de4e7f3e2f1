#pragma once

#include "smartqueue/queueing/branch_state.h"

namespace smartqueue::queueing {

/// Keeps what an undoable command is about to touch as it is now; other commands leave no image. Call it before the batch
/// is carried out. At most limits::undoDepth images an actor, the oldest gives way.
void rememberForUndo(BranchState &state, const EventBatch &batch);

} // namespace smartqueue::queueing
