#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include "alone_work.h"
#include "decision.h"
#include "smartqueue/engine/installation.h"
#include "world.h"

namespace smartqueue::engine {

/// The single writer, alone in its thread: decides, commits in groups, publishes; its regular work stands in writer_work.cpp.
class Installation::Writer : public QObject {
    Q_OBJECT
public:
    Writer(Installation &installation, Store &store, QThreadPool &pool, EngineOptions options, Vault *vault);

    /// Takes the world out of the log: newest readable checkpoint, then what came after it.
    Done load();
    /// Starts the timers; call it in the writer's thread.
    void begin();
    /// Commits what waits and leaves a checkpoint behind.
    void finish();

    void confirmWith(Confirmation *confirmation) { m_confirmation = confirmation; }
    void decideElsewhere(Upstream *upstream);
    Done workAlone(Outbox *outbox, DeviceId device);
    /// While the host is not heard.
    Answer carryOutAlone(Command command);
    /// To the host, once it has answered what this desktop did alone.
    void submitBehindOffer(Command command, std::shared_ptr<QPromise<Answer>> promise);
    /// To whoever leads, what this desktop did alone.
    void offer();
    /// On its own, before anything else is decided here.
    Answer takeOver(Command command, Confirmation *confirmation);
    /// Appends and shows what the host committed.
    Done follow(CommitGroup group);

    /// From any thread.
    void submit(Command command, QPromise<Answer> promise);
    /// One after the other, and nothing in between.
    QFuture<std::vector<Answer>> submitTogether(std::vector<Command> commands);
    /// Beside the log; empty when there is nothing. In the writer's thread.
    std::string readBeside(const std::string &key);
    void enqueueSettled(SiteId site, QPromise<SharedSnapshot> promise);

    /// Rows on their way into the history of a branch.
    struct Import {
        SiteId site;
        std::vector<ImportedTicket> tickets;
        std::size_t next = 0;
        ImportedCounts counts;
        QPromise<Result<ImportedCounts>> promise;
    };
    /// Adds the next rows; commands that wait come before the rest.
    void importSome(const std::shared_ptr<Import> &import);

private:
    /// Several that are answered at once.
    struct Together {
        QPromise<std::vector<Answer>> promise;
        std::vector<Answer> answers;
        std::size_t left = 0;
    };
    struct Submission {
        Command command;
        QPromise<Answer> promise = {};
        /// Instead of the promise, and the place in it.
        std::shared_ptr<Together> together = {};
        std::size_t place = 0;

        void answer(Answer answer);
    };
    void submit(std::vector<Submission> submissions);
    /// The tickets that a group touched, as each stood after the last batch that did.
    using Touched = std::map<TicketId, Ticket>;

    /// Runs flush() as long as something waits, other events in between.
    void pump();
    /// Commits one group; false when nothing waited.
    bool flush();
    std::vector<Submission> takeGroup();
    Answer carryOut(Command &command, CommitGroup &group, Touched &touched);
    void adopt(const EventBatch &batch, const std::vector<PersonalDatum> &personal, Touched &touched);
    /// Those of the branches where one of the users has an agent: two of one name are told apart.
    void nameAgentsOf(const std::set<UserId> &users);
    Done commit(CommitGroup &group);
    /// Waits until all that this log holds may be told; where it never may, this desktop decides nothing any more.
    Done confirm();
    /// Shows what was committed, and leaves a checkpoint behind when one is due.
    void committed(std::vector<EventBatch> batches);
    void announce(std::vector<EventBatch> batches);
    void degrade(const Failure &failure);
    void recover();
    void publish();
    void publishSoon();
    /// What was done alone has come, gone or been answered.
    void aloneChanged();
    /// Now and then, for what no host takes at present.
    void offerAgain(Instant now);
    /// The offer is answered, or was in vain.
    void letThoseBehindGo();
    void work();
    /// Every desktop has numbers for when it is alone.
    void grantNumbers(SiteId site);
    /// What a desktop that follows does itself: tidies its own past, and says that it is alive while it is in step.
    void workOfReplica(Instant now, const Upstream &upstream);
    /// Agents of those who have gone leave the branch, agents of those who may not sign in leave their counter.
    void retireAgents(SiteId site, const queueing::BranchState &state);
    void cleanUp(SiteId site, const queueing::BranchState &state, Instant now);
    /// Names of removed people leave when the history they stand in has left.
    void forgetRemovedUsers(Instant now);
    void checkpoint();
    /// Batches between two checkpoints, with the branches as large as they are.
    int checkpointInterval() const;
    /// The state is packed in the study pool, so that commands wait for the short write alone.
    void checkpointBeside();
    void save(const Checkpoint &checkpoint);
    std::int64_t sinceCheckpoint() const { return m_world.sequence - m_checkpointed; }
    Done readZone(SiteId site);

    Installation &m_installation;
    Store &m_store;
    QThreadPool &m_pool;
    const BranchClock &m_clock;
    EngineOptions m_options;
    Vault *m_vault;
    Confirmation *m_confirmation = nullptr;
    /// Another desktop decides by now: what was committed last is told to nobody.
    bool m_deposed = false;
    World m_world;
    Zones m_zones;
    Decider m_decider;
    std::unique_ptr<AloneWork> m_alone;
    bool m_offering = false;
    Instant m_offeredAt{};
    std::vector<std::pair<Command, std::shared_ptr<QPromise<Answer>>>> m_behindOffer;
    /// Guards the two below it.
    std::mutex m_inboxMutex;
    std::deque<Submission> m_inbox;
    /// pump() is posted or runs.
    bool m_pumping = false;
    /// The vault's newest key came with the group that is not committed yet.
    bool m_keyOnTrial = false;
    /// The world may hold what the log does not; it is read again before the next command.
    bool m_mustReload = false;
    bool m_degraded = false;
    bool m_packing = false;
    /// Branches whose snapshot is older than they are.
    std::set<SiteId> m_unpublished;
    bool m_directoryUnpublished = false;
    /// A recording was followed when the regular work last looked.
    bool m_followed = false;
    /// The newest batch that a checkpoint holds.
    Sequence m_checkpointed = 0;
    struct CleanUp {
        /// The hour of cleaning up that was obeyed last.
        Instant at{};
        std::chrono::steady_clock::time_point next{};
    };
    std::map<SiteId, CleanUp> m_cleanUps;
    QTimer m_publishTimer;
    QTimer m_workTimer;
};

} // namespace smartqueue::engine
