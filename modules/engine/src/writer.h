#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <mutex>
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
    Writer(Engine &engine, Store &store, EngineOptions options);

    /// Takes the branch out of the log: newest readable checkpoint, then what came after it.
    Done load();
    /// Starts the timers; call it in the writer's thread.
    void begin();
    /// Commits what waits and leaves a checkpoint behind.
    void finish();

    /// From any thread.
    void submit(Command command, QPromise<Answer> promise);
    void enqueueSettled(QPromise<SharedSnapshot> promise);

    /// Rows on their way into history.
    struct Import {
        std::vector<ImportedTicket> tickets;
        std::size_t next = 0;
        ImportedCounts counts;
        QPromise<Result<ImportedCounts>> promise;
    };
    /// Adds the next rows; commands that wait come before the rest.
    void importSome(const std::shared_ptr<Import> &import);

private:
    struct Submission {
        Command command;
        QPromise<Answer> promise;
    };
    /// The tickets that a group touched, as each stood after the last batch that did.
    using Touched = std::map<TicketId, Ticket>;

    /// Runs flush() as long as something waits, other events in between.
    void pump();
    /// Commits one group; false when nothing waited.
    bool flush();
    std::vector<Submission> takeGroup();
    Answer carryOut(Command &command, CommitGroup &group, Touched &touched);
    void apply(const EventBatch &batch, Touched &touched);
    /// What the engine knows and the pure rules do not: the zone's rules, the promise, what a suggestion stands for.
    Done complete(Command &command, Instant now);
    /// What the suggestion would do now; fails with `suggestion_outdated` where it no longer stands.
    Result<SuggestedAction> suggestedAction(const std::string &suggestion, Instant now) const;
    Done commit(CommitGroup &group);
    void degrade(const Failure &failure);
    void recover();
    void publish();
    void publishSoon();
    void work();
    void cleanUp(Instant now);
    void checkpoint();
    /// Batches between two checkpoints, with the branch as large as it is.
    int checkpointInterval() const;
    /// The state is packed in the study pool, so that commands wait for the short write alone.
    void checkpointBeside();
    void save(const Checkpoint &checkpoint);
    std::int64_t sinceCheckpoint() const { return m_state.sequence - m_checkpointed; }
    Instant timeOf(const Command &command) const;

    Engine &m_engine;
    Store &m_store;
    const BranchClock &m_clock;
    EngineOptions m_options;
    queueing::BranchState m_state;
    TimeZone m_zone;
    /// Guards the two below it.
    std::mutex m_inboxMutex;
    std::deque<Submission> m_inbox;
    /// pump() is posted or runs.
    bool m_pumping = false;
    /// The state may hold what the log does not; it is read again before the next command.
    bool m_mustReload = false;
    bool m_degraded = false;
    bool m_publishPending = false;
    bool m_packing = false;
    /// A recording was followed when the regular work last looked.
    bool m_followed = false;
    /// The newest batch that a checkpoint holds.
    Sequence m_checkpointed = 0;
    /// The hour of cleaning up that was obeyed last.
    Instant m_cleanedUpAt{};
    std::chrono::steady_clock::time_point m_nextCleanUp{};
    QTimer m_publishTimer;
    QTimer m_workTimer;
};

} // namespace smartqueue::engine
