#pragma once

#include <vector>

#include <smartqueue/optimizer/report.h>

namespace smartqueue::optimizer {

/// Each suggestion is made on the branch as the ones before it leave it.
std::vector<TransferSuggestion> transfersFor(const queueing::BranchState &state, Instant now);

} // namespace smartqueue::optimizer
