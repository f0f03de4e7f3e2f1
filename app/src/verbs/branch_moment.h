#pragma once

#include <smartqueue/engine/engine.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/simulation/branch_study.h>

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

/// From that moment on: until `request.until`, the closing time without it. Fails with `invalid_value` where that is no time after it.
Result<simulation::RolloutPlan> planOf(const Request &request, const BranchMoment &moment);

} // namespace smartqueue::app
