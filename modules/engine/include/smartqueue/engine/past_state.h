#pragma once

#include <smartqueue/engine/history.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::engine {

/// The branch right after everything up to and including `at`, rebuilt from the newest readable checkpoint before it and the
/// log behind that; its `sequence` says where to read on. Call it in a study. Fails with what hinders the reading, or
/// `database_damaged` when the log itself cannot be followed.
Result<queueing::BranchState> stateAt(HistoryReader &reader, Instant at);

} // namespace smartqueue::engine
