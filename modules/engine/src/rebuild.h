#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/queueing/branch_state.h>

#include "smartqueue/engine/event_log.h"

namespace smartqueue::engine {

/// The bytes of a checkpoint: the canonical state, compressed by zlib behind its length, as qCompress writes it.
std::string packState(const queueing::BranchState &state);

/// What a state is rebuilt from: the log's own side or a reader's.
struct LogSource {
    /// The newest checkpoint at or before the instant.
    std::function<Result<std::optional<Checkpoint>>(Instant)> checkpoint;
    std::function<Done(Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit)> read;
};

struct Rebuilt {
    queueing::BranchState state;
    /// Batches that were read behind the checkpoint.
    int replayed = 0;
};

/// The state after everything up to and including `at`, or after the whole log. A checkpoint only saves time: from one that
/// cannot be used the way leads back to an older one, and in the end to the empty branch and the whole log.
Result<Rebuilt> rebuild(const LogSource &source, std::optional<Instant> at);

} // namespace smartqueue::engine
