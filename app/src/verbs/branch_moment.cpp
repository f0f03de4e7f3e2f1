#include "verbs/branch_moment.h"

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/past_state.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/queueing/decide.h>

namespace smartqueue::app {

Result<BranchMoment> momentOf(const Request &request, engine::Engine &engine, engine::HistoryReader &reader)
{
    auto settling = engine.settledSnapshot();
    settling.waitForFinished();
    const engine::SharedSnapshot snapshot = settling.result();
    BranchMoment moment{snapshot->state, snapshot->zone, std::max(engine.clock().now(), snapshot->state.at)};
    if (!request.at.empty()) {
        const auto at = fromIso8601(request.at);
        if (!at)
            return fail(failures::invalidValue, {{"field", "at"}, {"value", request.at}});
        moment.now = *at;
        moment.isPast = *at < snapshot->state.at;
        if (moment.isPast) {
            auto past = engine::stateAt(reader, *at);
            SQ_CHECK(past);
            moment.state = std::move(*past);
        }
    }
    moment.state = queueing::asOf(moment.state, moment.now, moment.zone);
    return moment;
}

Result<simulation::RolloutPlan> planOf(const Request &request, const BranchMoment &moment)
{
    simulation::RolloutPlan plan;
    plan.now = moment.now;
    plan.replications = request.replications;
    plan.seed = request.seed;
    plan.doorsClose = request.until.empty() || request.until == "close";
    if (plan.doorsClose) {
        plan.until = simulation::closingTime(moment.state.branch, moment.zone, moment.now);
        return plan;
    }
    const auto until = fromIso8601(request.until);
    if (!until || *until <= moment.now || *until > moment.now + simulation::longestOutlook)
        return fail(failures::invalidValue, {{"field", "until"},
                                             {"value", request.until},
                                             {"expected", "close, or a time after " + toIso8601(moment.now) + " and within 7 days"}});
    plan.until = *until;
    return plan;
}

} // namespace smartqueue::app
