#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "smartqueue/engine/event_log.h"

namespace smartqueue::engine {

/// What a state is rebuilt from: the log's own side, or a reader's for one branch.
template <class State>
struct LogSource {
    /// The newest checkpoint at or before the instant.
    std::function<Result<std::optional<Checkpoint>>(Instant)> checkpoint;
    std::function<Result<State>(std::string_view bytes)> unpack;
    std::function<Done(Sequence after, const std::function<bool(const EventBatch &)> &visit)> read;
    /// Throws when the batch does not fit the state.
    std::function<void(State &, const EventBatch &)> apply;
    /// Before anything happened.
    State empty;
};

template <class State>
struct Rebuilt {
    State state;
    /// The last batch that the checkpoint holds; 0 without one.
    Sequence checkpointed = 0;
};

/// The state after everything that `read` tells, helped by checkpoints up to `at`. A checkpoint only saves time: from one that
/// cannot be used the way leads back to an older one, and in the end to the empty state and the whole log.
template <class State>
Result<Rebuilt<State>> rebuild(const LogSource<State> &source, std::optional<Instant> at)
{
    Instant newest = at.value_or(Instant::max());
    for (;;) {
        Rebuilt<State> rebuilt{source.empty};
        auto checkpoint = source.checkpoint(newest);
        if (!checkpoint && !(checkpoint.error().code == storage_failures::damaged))
            return tl::unexpected(checkpoint.error());
        const bool fromCheckpoint = checkpoint && *checkpoint;
        if (fromCheckpoint) {
            newest = (*checkpoint)->at - Duration(1);
            auto state = source.unpack((*checkpoint)->state);
            if (!state)
                continue;
            rebuilt = {std::move(*state), (*checkpoint)->sequence};
        }
        Sequence last = rebuilt.checkpointed;
        try {
            const Done read = source.read(rebuilt.checkpointed, [&](const EventBatch &batch) {
                last = batch.sequence;
                source.apply(rebuilt.state, batch);
                return true;
            });
            if (!read)
                return tl::unexpected(read.error());
            return rebuilt;
        } catch (const std::exception &) {
            if (!fromCheckpoint)
                return fail(storage_failures::damaged, {{"path", ""}, {"reason", "oplog " + std::to_string(last) + ": does not fit"}});
        }
    }
}

} // namespace smartqueue::engine
