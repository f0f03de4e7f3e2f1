#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include <smartqueue/engine/engine.h>

namespace smartqueue::app {

/// The branch right after each committed batch, one batch after the other: a snapshot is published later and skips some. For
/// one thread that is not the engine's.
class LogFollower {
public:
    explicit LogFollower(engine::Engine &engine);
    ~LogFollower();
    LogFollower(const LogFollower &) = delete;
    LogFollower &operator=(const LogFollower &) = delete;

    const queueing::BranchState &state() const { return m_state; }
    /// Goes on to right after the batch of a receipt that was handed out; does nothing when it is past that. To what is committed
    /// now where the batch does not come within seconds.
    void advanceTo(Sequence sequence);
    /// Goes on to what is committed now.
    void settle();

private:
    struct Inbox {
        std::mutex mutex;
        std::condition_variable arrived;
        std::deque<engine::SharedBatches> batches;
        Sequence newest = 0;
        /// Nobody came for a long time and what waited was let go.
        bool spilled = false;
    };

    engine::Engine &m_engine;
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    QMetaObject::Connection m_listening;
    queueing::BranchState m_state;
    /// It holds what this desktop did alone: the log's batches do not follow from it.
    bool m_isAhead = false;
    /// The newest batch that was told when one was waited for in vain.
    Sequence m_missedAt = -1;
};

/// The branch right after a batch of long ago, read from the log; quick when asked for one batch after the other.
class PastStates {
public:
    explicit PastStates(engine::Engine &engine) : m_engine(engine) {}

    /// Nothing when the log cannot be read.
    const queueing::BranchState *after(const engine::Receipt &receipt);

private:
    engine::Engine &m_engine;
    std::unique_ptr<engine::HistoryReader> m_reader;
    std::optional<queueing::BranchState> m_state;
};

} // namespace smartqueue::app
