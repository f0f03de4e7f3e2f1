#pragma once

#include <string>
#include <vector>

#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/simulation/branch_study.h>

namespace smartqueue::app {

/// Reads "move-agent NAME QUEUE", "open-counter QUEUE", "algorithm QUEUE NAME" and "arrivals QUEUE +20%" with the names of the branch. Fails
/// with `invalid_value` (`field`, `value`, `expected`) where the sentence is none of them, with `unknown_agent`, `unknown_queue`,
/// `agent_offline` or `missing_skill`.
Result<simulation::Changes> changesIn(const std::vector<std::string> &sentences, const queueing::BranchState &state);

} // namespace smartqueue::app
