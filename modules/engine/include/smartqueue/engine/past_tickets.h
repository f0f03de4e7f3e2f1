#pragma once

#include <vector>

#include <smartqueue/engine/history.h>
#include <smartqueue/simulation/branch_model.h>

namespace smartqueue::engine {

/// Those that came from `from` until `until`, newest first, 300,000 at most. Fails as HistoryReader::tickets() does.
Result<std::vector<simulation::PastTicket>> pastTickets(HistoryReader &reader, Instant from, Instant until);

/// What a model of the branch is learned from: those of the last simulation::modelWeeks weeks before `now`.
Result<std::vector<simulation::PastTicket>> pastTickets(HistoryReader &reader, Instant now);

} // namespace smartqueue::engine
