#pragma once

#include <vector>

#include <smartqueue/optimizer/report.h>

namespace smartqueue::optimizer {

/// Neediest queue first; each agent at most once, and no more of them than the queue needs.
std::vector<ReallocationSuggestion> reallocationsFor(const queueing::BranchState &state);

} // namespace smartqueue::optimizer
