#pragma once

#include <map>
#include <vector>

#include <smartqueue/engine/history.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/simulation/hindsight.h>

namespace smartqueue::presentation {

/// From when, and up to when what happened is known.
struct RecordedSpan {
    Instant from{};
    Instant until{};
};

/// Who was in the branch right before, and who came in that time, as far as is on record at its end. Somebody who was sent on while waiting counts
/// in the queue that they came to, as one visit; whoever waits again after having been called comes again. Fails with what hinders the reading.
Result<std::vector<simulation::RecordedVisit>> recordedVisits(engine::HistoryReader &reader, const queueing::BranchState &before, const RecordedSpan &span);

/// When agents were there in that time. Fails with what hinders the reading.
Result<std::map<AgentId, std::vector<simulation::RecordedPresence>>> recordedPresences(engine::HistoryReader &reader, const queueing::BranchState &before,
                                                                                       const RecordedSpan &span);

} // namespace smartqueue::presentation
