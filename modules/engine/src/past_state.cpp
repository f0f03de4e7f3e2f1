#include "smartqueue/engine/past_state.h"

#include <smartqueue/queueing/apply.h>

#include "agent_names.h"
#include "rebuild.h"
#include "world.h"

namespace smartqueue::engine {

Result<queueing::BranchState> stateAt(HistoryReader &reader, Instant at)
{
    const SiteId site = reader.site();
    const LogSource<queueing::BranchState> source{
        [&](Instant before) { return reader.checkpointBefore(before); },
        [&](std::string_view bytes) { return unpackBranch(bytes, site); },
        [&](Sequence after, const std::function<bool(const EventBatch &)> &visit) { return reader.readLog(after, at, visit); },
        [](queueing::BranchState &state, const EventBatch &batch) { queueing::apply(state, batch); }, emptyBranch(site)};
    auto rebuilt = rebuild(source, at);
    if (!rebuilt)
        return tl::unexpected(std::move(rebuilt.error()));
    nameAgents(rebuilt->state, [&reader](UserId user) { return reader.profile(user); });
    return std::move(rebuilt->state);
}

} // namespace smartqueue::engine
