#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <QThreadPool>

#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/engine/branch_clock.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::engine {

/// The committed branch at one moment. Immutable, shared between threads.
struct BranchSnapshot {
    queueing::BranchState state;
    TimeZone zone;
    /// The engine's time when it was published.
    Instant at{};
};
using SharedSnapshot = std::shared_ptr<const BranchSnapshot>;

using SharedBatches = std::shared_ptr<const std::vector<EventBatch>>;

struct EngineOptions {
    /// Snapshots follow one another by at least this, one a frame; the last change is always published.
    Duration publishInterval{16};
    /// The daily work (clean-up, business day) and the heartbeat run. Off for tests that drive time.
    bool regularWork = true;
    /// Batches between two checkpoints, or half as many as there are tickets; a start after a crash reads so many, and those committed while the last was packed, at
    /// most four times as many.
    int checkpointEvery = 1000;
    /// Commands that wait at most; those beyond are refused with `busy`.
    std::size_t pendingLimit = 50'000;
};

/// The one door into the running branch. Calls return at once, from any thread.
/// Signals come from the engine's thread, after the commit, in commit order.
class Engine : public QObject {
    Q_OBJECT
public:
    /// Takes the branch out of the store. The clock must outlive the engine.
    static Result<std::unique_ptr<Engine>> start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options = {});
    /// Finishes what was submitted, writes a checkpoint and stops the thread.
    ~Engine() override;

    /// Finished after the commit. A refusal changes nothing. A command that brings no time happens at the time of this call.
    QFuture<Answer> submit(Command command);
    /// submit() without an id, actor or time of its own.
    QFuture<Answer> submit(CommandBody body, AgentId actor = {});
    SharedSnapshot snapshot() const;
    /// The snapshot after everything that was submitted before this call.
    QFuture<SharedSnapshot> settledSnapshot();

    /// In steps, between which commands are carried out. What was added before a failure stays.
    QFuture<Result<ImportedCounts>> importTickets(std::vector<ImportedTicket> tickets);
    /// In the study pool, see Store; commands are carried out meanwhile.
    QFuture<Done> backup(std::string path);
    QFuture<Result<std::vector<std::string>>> check();

    /// Runs a question about the past in the study pool, with a read-only connection of that thread's own.
    template <class Question>
    auto study(Question question) -> QFuture<std::invoke_result_t<Question, HistoryReader &>>;
    QThreadPool &studyPool() { return *m_studyPool; }
    /// A reader of one's own, for the calling thread.
    Result<std::unique_ptr<HistoryReader>> openReader() const;

    /// The time in the branch; a replay moves it.
    const BranchClock &clock() const { return m_clock; }
    BranchClock &clock() { return m_clock; }
    std::string storePath() const;
    /// The figures of the last seven days per queue, for the discipline advice. Call it in a study.
    static Result<std::map<QueueId, optimizer::History>> recentHistory(HistoryReader &reader, const queueing::BranchState &state, Instant now);

Q_SIGNALS:
    void eventsCommitted(const smartqueue::engine::SharedBatches &batches);
    void snapshotChanged(const smartqueue::engine::SharedSnapshot &snapshot);
    /// The engine is alive and not degraded; every second. `at` is the branch's time.
    void heartbeat(smartqueue::Instant at);
    /// Something could not be written: commands fail with what hinders it until recovered(), which a successful write brings.
    void degraded(const smartqueue::Failure &failure);
    void recovered();

private:
    class Writer;
    Engine(const Clock &clock, std::unique_ptr<Store> store);

    BranchClock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QThreadPool> m_studyPool;
    QThread m_thread;
    Writer *m_writer = nullptr;
    mutable std::mutex m_snapshotMutex;
    SharedSnapshot m_snapshot;
};

template <class Question>
auto Engine::study(Question question) -> QFuture<std::invoke_result_t<Question, HistoryReader &>>
{
    using R = std::invoke_result_t<Question, HistoryReader &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    m_studyPool->start([this, promise, question = std::move(question)]() mutable {
        if (auto reader = openReader())
            promise->addResult(question(**reader));
        else
            promise->addResult(R(tl::unexpected<Failure>(reader.error())));
        promise->finish();
    });
    return future;
}

} // namespace smartqueue::engine
