#pragma once

#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <smartqueue/engine/installation.h>
#include <smartqueue/optimizer/report.h>

namespace smartqueue::engine {

/// The one door into a running branch, for one user. Calls return at once, from any thread.
/// Signals come from the engine's thread, after the commit, in commit order.
class Engine : public QObject {
    Q_OBJECT
public:
    /// An installation of one branch and no users, which lives and ends with its door. The clock must outlive it.
    static Result<std::unique_ptr<Engine>> start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options = {});
    ~Engine() override;

    /// Finished after the commit. A refusal changes nothing. A command that brings no time happens at the time of this call; it
    /// is for this branch, and comes from this user unless from theProgram.
    QFuture<Answer> submit(Command command);
    /// submit() without an id, actor or time of its own.
    QFuture<Answer> submit(CommandBody body, AgentId actor = {});
    SharedSnapshot snapshot() const { return m_installation.snapshot(m_site); }
    /// The snapshot after everything that was submitted before this call.
    QFuture<SharedSnapshot> settledSnapshot() { return m_installation.settledSnapshot(m_site); }

    /// See Installation::importTickets. Fails with `permission_denied` (`manage_settings`) besides.
    QFuture<Result<ImportedCounts>> importTickets(std::vector<ImportedTicket> tickets);

    /// Runs a question about the past in the study pool, with a read-only connection of that thread's own.
    template <class Question>
    auto study(Question question) -> QFuture<std::invoke_result_t<Question, HistoryReader &>>;
    QThreadPool &studyPool() { return m_installation.studyPool(); }
    /// A reader of one's own, for the calling thread. Fails with `permission_denied` (`read_ticket`) or `sign_in_needed` for whoever
    /// may not, or no longer, look into the branch.
    Result<std::unique_ptr<HistoryReader>> openReader() const;

    /// The time in the branch; a replay moves it.
    const BranchClock &clock() const { return m_installation.clock(); }
    BranchClock &clock() { return m_installation.clock(); }
    SiteId site() const { return m_site; }
    UserId user() const { return m_user; }
    Installation &installation() { return m_installation; }
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
    friend class Installation;
    Done require(Permission permission) const;
    Engine(Installation &installation, SiteId site, UserId user);

    Installation &m_installation;
    SiteId m_site;
    UserId m_user;
    /// Of a branch of its own.
    std::unique_ptr<Installation> m_own;
};

template <class Question>
auto Engine::study(Question question) -> QFuture<std::invoke_result_t<Question, HistoryReader &>>
{
    using R = std::invoke_result_t<Question, HistoryReader &>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    studyPool().start([this, promise, question = std::move(question)]() mutable {
        if (auto reader = openReader())
            promise->addResult(question(**reader));
        else
            promise->addResult(R(tl::unexpected<Failure>(reader.error())));
        promise->finish();
    });
    return future;
}

} // namespace smartqueue::engine
