#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/queueing/choice.h>

namespace smartqueue::engine {

/// One day of the branch as it was recorded: any moment can be shown, nothing is recomputed. Immutable once loaded; may be
/// read from any thread.
class DayRecording {
public:
    /// Everything from `from` to `until`. Runs in the study pool; `keepGoing` is asked now and then with 0 to 1.
    static Result<std::shared_ptr<const DayRecording>> load(HistoryReader &reader, Instant from, Instant until,
                                                            const std::function<bool(double)> &keepGoing = {});

    Instant from() const { return m_from; }
    Instant until() const { return m_until; }
    const std::vector<EventBatch> &batches() const { return m_batches; }
    /// Index of the first batch after `at`.
    std::size_t indexAfter(Instant at) const;

    /// The branch right after everything that happened up to and including `at`.
    queueing::BranchState stateAt(Instant at) const;
    /// The branch right before batch `index`.
    queueing::BranchState stateBefore(std::size_t index) const;

    /// Waiting counts of every queue at from, from + step, …
    std::map<QueueId, std::vector<int>> waiting(Duration step) const;

    /// The answer to "why was `first` called before `second`?" out of the recorded decision.
    struct Comparison {
        /// Chosen by hand; something kept the second one from being called; a rule of the call; or it was the other way round.
        enum class Decider { chosen, notCallable, rule, secondCalledFirst } decider = Decider::rule;
        /// Set when a rule decided.
        queueing::CallRule rule = queueing::CallRule::place;
        /// What kept the calling agent from the second one; `notWaiting` also when it was not there yet.
        queueing::Obstacle obstacle = queueing::Obstacle::notWaiting;
        std::size_t batch = 0;
        Instant calledAt{};
        /// Of the first one as it was recorded, of the second one as it would have been.
        CallBasis basis;
        CallBasis secondBasis;
        Ticket first;
        /// As it stood at that moment; absent when it was not there yet.
        std::optional<Ticket> second;
        std::optional<Instant> secondCalledAt;
    };
    std::optional<Comparison> whyBefore(TicketId first, TicketId second) const;

private:
    struct KeyFrame {
        std::size_t index;
        queueing::BranchState state;
    };
    Instant m_from{};
    Instant m_until{};
    std::vector<EventBatch> m_batches;
    std::vector<KeyFrame> m_keyFrames;
};

} // namespace smartqueue::engine
