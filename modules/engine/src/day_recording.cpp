#include "smartqueue/engine/day_recording.h"

#include <algorithm>

#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "smartqueue/engine/past_state.h"
#include "smartqueue/engine/waiting_series.h"

namespace smartqueue::engine {

namespace {

/// Batches between two key frames: few enough that any moment is rebuilt within a frame of the screen.
constexpr std::size_t keyFrameEvery = 200;

} // namespace

Result<std::shared_ptr<const DayRecording>> DayRecording::load(HistoryReader &reader, Instant from, Instant until,
                                                               const std::function<bool(double)> &keepGoing)
{
    auto recording = std::make_shared<DayRecording>();
    recording->m_from = from;
    recording->m_until = until;
    auto opening = engine::stateAt(reader, from);
    if (!opening)
        return tl::unexpected(opening.error());
    queueing::BranchState state = std::move(*opening);
    auto &frames = recording->m_keyFrames;
    auto &batches = recording->m_batches;
    bool cancelled = false;
    frames.push_back({0, state});
    const Done read = reader.readLog(state.sequence, until, [&](const EventBatch &batch) {
        if (batches.size() - frames.back().index >= keyFrameEvery) {
            frames.push_back({batches.size(), state});
            const double share = double((batch.at - from).count()) / double(std::max<std::int64_t>(1, (until - from).count()));
            cancelled = keepGoing && !keepGoing(share);
        }
        batches.push_back(batch);
        queueing::apply(state, batch);
        return !cancelled;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (cancelled)
        return fail(FailureCode("cancelled"));
    return std::shared_ptr<const DayRecording>(std::move(recording));
}

std::size_t DayRecording::indexAfter(Instant at) const
{
    const auto after = std::upper_bound(m_batches.begin(), m_batches.end(), at, [](Instant t, const EventBatch &batch) { return t < batch.at; });
    return std::size_t(after - m_batches.begin());
}

queueing::BranchState DayRecording::stateAt(Instant at) const
{
    return stateBefore(indexAfter(at));
}

queueing::BranchState DayRecording::stateBefore(std::size_t index) const
{
    const auto after = std::upper_bound(m_keyFrames.begin(), m_keyFrames.end(), index, [](std::size_t i, const KeyFrame &frame) { return i < frame.index; });
    const KeyFrame &frame = *std::prev(after);
    queueing::BranchState state = frame.state;
    for (std::size_t i = frame.index; i < index; ++i)
        queueing::apply(state, m_batches[i]);
    return state;
}

std::map<QueueId, std::vector<int>> DayRecording::waiting(Duration step) const
{
    WaitingSeries series(m_from, step);
    queueing::BranchState state = m_keyFrames.front().state;
    for (const EventBatch &batch : m_batches) {
        series.stood(state, batch.at);
        queueing::apply(state, batch);
    }
    series.stood(state, m_until + Duration(1));
    return std::move(series).counts();
}

std::optional<DayRecording::Comparison> DayRecording::whyBefore(TicketId first, TicketId second) const
{
    const auto callOf = [&](TicketId ticket, const EventBatch &batch) -> const TicketCalled * {
        for (const Event &event : batch.events) {
            if (const auto *called = std::get_if<TicketCalled>(&event); called && called->ticket == ticket)
                return called;
        }
        return nullptr;
    };
    std::optional<std::size_t> firstCall;
    std::optional<std::size_t> secondCall;
    for (std::size_t i = 0; i < m_batches.size(); ++i) {
        if (!firstCall && callOf(first, m_batches[i]))
            firstCall = i;
        if (!secondCall && callOf(second, m_batches[i]))
            secondCall = i;
    }
    if (!firstCall)
        return std::nullopt;

    const TicketCalled &called = *callOf(first, m_batches[*firstCall]);
    const queueing::BranchState state = stateBefore(*firstCall);
    Comparison comparison{};
    comparison.batch = *firstCall;
    comparison.calledAt = m_batches[*firstCall].at;
    comparison.basis = called.basis;
    if (const Ticket *ticket = state.ticket(first))
        comparison.first = *ticket;
    if (secondCall)
        comparison.secondCalledAt = m_batches[*secondCall].at;
    const Ticket *other = state.ticket(second);
    if (other)
        comparison.second = *other;
    comparison.decider = Comparison::Decider::notCallable;
    const Agent *caller = state.agent(called.agent);
    if (other && caller) {
        const queueing::Standing standing = queueing::standingOf(state, *caller, *other, comparison.calledAt);
        comparison.obstacle = standing.obstacle;
        comparison.secondBasis = standing.choice.basis;
        if (called.basis.chosen) {
            comparison.decider = Comparison::Decider::chosen;
        } else if (standing.obstacle == queueing::Obstacle::none) {
            comparison.decider = Comparison::Decider::rule;
            comparison.rule = queueing::precedenceOf({first, called.basis}, standing.choice).rule;
        }
    }
    // Whoever was not there to be called, or had been called already, was not passed over.
    if (comparison.obstacle == queueing::Obstacle::notWaiting)
        comparison.decider = Comparison::Decider::notCallable;
    if (secondCall && *secondCall < *firstCall)
        comparison.decider = Comparison::Decider::secondCalledFirst;
    return comparison;
}

} // namespace smartqueue::engine
