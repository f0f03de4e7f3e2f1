#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/queueing/branch_state.h>

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
    struct Waiting {
        QueueId queue;
        std::vector<int> counts;
    };
    std::vector<Waiting> waiting(Duration step) const;

    /// The answer to "why was `first` called before `second`?" out of the recorded decision.
    struct Comparison {
        enum class Decider { chosen, reserved, rank, sla, priority, place, notWaiting, laterCalledFirst } decider;
        std::size_t batch = 0;
        Instant calledAt{};
        CallBasis basis;
        Ticket first;
        /// As it stood at that moment; absent when it was not there yet.
        std::optional<Ticket> second;
        /// Rank of each ticket's queue for the calling agent, 0 where not assigned.
        int firstRank = 0;
        int secondRank = 0;
        bool secondPastSla = false;
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
