#include "rebuild.h"

#include <exception>

#include <QByteArray>

#include <smartqueue/queueing/apply.h>

#include "smartqueue/engine/past_state.h"

namespace smartqueue::engine {

namespace {

Result<queueing::BranchState> unpackState(std::string_view bytes)
{
    const QByteArray packed = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    const QByteArray state = qUncompress(packed);
    return queueing::decodeState({state.constData(), std::size_t(state.size())});
}

/// Follows the log behind the state; false when a batch does not fit what stands there.
Result<bool> follow(const LogSource &source, std::optional<Instant> at, Rebuilt &rebuilt)
{
    try {
        const Done read = source.read(rebuilt.state.sequence, at, [&](const EventBatch &batch) {
            queueing::apply(rebuilt.state, batch);
            ++rebuilt.replayed;
            return true;
        });
        if (!read)
            return tl::unexpected(read.error());
        return true;
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace

std::string packState(const queueing::BranchState &state)
{
    const std::string plain = queueing::encodeState(state);
    // Level 1: the state is text that repeats itself.
    return qCompress(QByteArray::fromRawData(plain.data(), qsizetype(plain.size())), 1).toStdString();
}

Result<Rebuilt> rebuild(const LogSource &source, std::optional<Instant> at)
{
    Instant newest = at.value_or(Instant::max());
    for (;;) {
        Rebuilt rebuilt;
        auto checkpoint = source.checkpoint(newest);
        if (!checkpoint && !(checkpoint.error().code == storage_failures::damaged))
            return tl::unexpected(checkpoint.error());
        const bool fromCheckpoint = checkpoint && *checkpoint;
        if (fromCheckpoint) {
            newest = (*checkpoint)->at - Duration(1);
            auto state = unpackState((*checkpoint)->state);
            if (!state)
                continue;
            rebuilt.state = std::move(*state);
        }
        const auto followed = follow(source, at, rebuilt);
        if (!followed)
            return tl::unexpected(followed.error());
        if (*followed)
            return rebuilt;
        if (!fromCheckpoint)
            return fail(storage_failures::damaged,
                        {{"path", ""}, {"reason", "oplog " + std::to_string(rebuilt.state.sequence) + ": does not fit"}});
    }
}

Result<queueing::BranchState> stateAt(HistoryReader &reader, Instant at)
{
    const LogSource source{[&reader](Instant before) { return reader.checkpointBefore(before); },
                           [&reader](Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit) {
                               return reader.readLog(after, until, visit);
                           }};
    auto rebuilt = rebuild(source, at);
    if (!rebuilt)
        return tl::unexpected(std::move(rebuilt.error()));
    return std::move(rebuilt->state);
}

} // namespace smartqueue::engine
