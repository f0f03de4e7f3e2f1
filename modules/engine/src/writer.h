#pragma once

#include <chrono>
#include <map>
#include <set>
#include <vector>

#include <QObject>
#include <QPromise>
#include <QTimer>

#include "smartqueue/engine/engine.h"

namespace smartqueue::engine {

/// The single writer, alone in its thread: decides, commits in groups, publishes.
class Engine::Writer : public QObject {
    Q_OBJECT
public:
    Writer(Engine &engine, Store &store, const Clock &clock, EngineOptions options);

    /// Takes the branch out of the log: newest checkpoint, then what came after it.
    Done load();
    /// Starts the timers; call it in the writer's thread.
    void begin();
    /// Commits what waits and leaves a checkpoint behind.
    void finish();

    void enqueue(Command command, QPromise<Answer> promise);
    void enqueueSettled(QPromise<SharedSnapshot> promise);
    Store &store() { return m_store; }

private:
    struct Submission {
        Command command;
        QPromise<Answer> promise;
    };

    void flush();
    Answer carryOut(Command &command, CommitGroup &group, std::set<TicketId> &touched);
    /// What the engine knows and the pure rules do not: the zone's rules, the promise, what a suggestion stands for.
    Done complete(Command &command, Instant now);
    Done commit(CommitGroup &group);
    void publish();
    void publishSoon();
    void work();
    void checkpoint();
    Instant timeOf(const Command &command) const;

    Engine &m_engine;
    Store &m_store;
    const Clock &m_clock;
    EngineOptions m_options;
    queueing::BranchState m_state;
    TimeZone m_zone;
    std::vector<Submission> m_pending;
    std::vector<QPromise<SharedSnapshot>> m_settling;
    bool m_flushPosted = false;
    /// The state may hold what the log does not; it is read again before the next command.
    bool m_mustReload = false;
    bool m_degraded = false;
    bool m_publishPending = false;
    int m_sinceCheckpoint = 0;
    std::chrono::steady_clock::time_point m_lastCommit{};
    std::int64_t m_cleanedDay = 0;
    QTimer m_publishTimer;
    QTimer m_workTimer;
};

} // namespace smartqueue::engine
