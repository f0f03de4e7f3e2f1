#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/queueing/branch_state.h>

#include "smartqueue/engine/event_log.h"

namespace smartqueue::engine {

/// Everything the log says, as a value: the directory above, and under it a state of its own for each branch, which holds nothing
/// of another.
struct World {
    accounts::Directory directory;
    std::map<SiteId, queueing::BranchState> branches;
    Sequence sequence = 0;

    /// The latest instant in any branch.
    Instant at() const;
    /// None before anything happened there.
    const queueing::BranchState *branch(SiteId site) const;
};

/// The branch before anything happened in it.
queueing::BranchState emptyBranch(SiteId site);

/// The effects of the batch on the directory and on its branch.
void apply(World &world, const EventBatch &batch);

/// The bytes of a checkpoint: a line of JSON that names the sites, one for the directory and one a branch, compressed by zlib
/// behind their length, as qCompress writes it. Databases of one branch hold that branch's line alone.
/// Names that stand beside the log stay there.
std::string pack(World world);
Result<World> unpackWorld(std::string_view bytes);
/// Of the one branch; the others are passed over.
Result<queueing::BranchState> unpackBranch(std::string_view bytes, SiteId site);

} // namespace smartqueue::engine
