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

} // namespace smartqueue::app
