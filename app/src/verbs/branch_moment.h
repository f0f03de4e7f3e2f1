#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/queueing/branch_state.h>

#include "verbs/request.h"

namespace smartqueue::app {

/// The branch as it is, or as it was.
struct BranchMoment {
    queueing::BranchState state;
    TimeZone zone;
    Instant now;
    /// Something was committed after it.
    bool isPast = false;
};

/// At `request.at`; without it, now. Fails with `invalid_value` where that is no time.
Result<BranchMoment> momentOf(const Request &request, engine::Engine &engine, engine::HistoryReader &reader);

} // namespace smartqueue::app
