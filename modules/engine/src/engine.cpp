#include "smartqueue/engine/engine.h"

#include "smartqueue/engine/when_done.h"
#include "writer.h"

namespace smartqueue::engine {

Engine::Engine(const Clock &clock, std::unique_ptr<Store> store)
    : m_clock(clock), m_store(std::move(store)), m_studyPool(std::make_unique<QThreadPool>())
{
    m_studyPool->setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    m_studyPool->setThreadPriority(QThread::LowPriority);
}

Result<std::unique_ptr<Engine>> Engine::start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options)
{
    std::unique_ptr<Engine> engine(new Engine(clock, std::move(store)));
    engine->m_writer = new Writer(*engine, *engine->m_store, options);
    if (const Done loaded = engine->m_writer->load(); !loaded) {
        delete engine->m_writer;
        engine->m_writer = nullptr;
        return tl::unexpected(loaded.error());
    }
    Writer *writer = engine->m_writer;
    writer->moveToThread(&engine->m_thread);
    engine->m_thread.setObjectName(QStringLiteral("engine"));
    engine->m_thread.start();
    QMetaObject::invokeMethod(writer, [writer] { writer->begin(); }, Qt::QueuedConnection);
    return engine;
}

Engine::~Engine()
{
    m_studyPool->clear();
    m_studyPool->waitForDone();
    if (m_writer) {
        QMetaObject::invokeMethod(m_writer, [writer = m_writer] { writer->finish(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
        delete m_writer;
    }
}

QFuture<Answer> Engine::submit(Command command)
{
    QPromise<Answer> promise;
    promise.start();
    QFuture<Answer> future = promise.future();
    m_writer->submit(std::move(command), std::move(promise));
    return future;
}

QFuture<Answer> Engine::submit(CommandBody body, AgentId actor)
{
    return submit(Command{{}, std::move(body), actor, {}});
}

SharedSnapshot Engine::snapshot() const
{
    const std::lock_guard lock(m_snapshotMutex);
    return m_snapshot;
}

QFuture<SharedSnapshot> Engine::settledSnapshot()
{
    auto promise = std::make_shared<QPromise<SharedSnapshot>>();
    promise->start();
    QFuture<SharedSnapshot> future = promise->future();
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, promise] { writer->enqueueSettled(std::move(*promise)); }, Qt::QueuedConnection);
    return future;
}

QFuture<Result<ImportedCounts>> Engine::importTickets(std::vector<ImportedTicket> tickets)
{
    auto import = std::make_shared<Writer::Import>();
    import->tickets = std::move(tickets);
    import->promise.start();
    QFuture<Result<ImportedCounts>> future = import->promise.future();
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, import = std::move(import)] { writer->importSome(import); }, Qt::QueuedConnection);
    return future;
}

QFuture<Done> Engine::backup(std::string path)
{
    return inPool(*m_studyPool, [store = m_store.get(), path = std::move(path)] { return store->backup(path); });
}

QFuture<Result<std::vector<std::string>>> Engine::check()
{
    return inPool(*m_studyPool, [store = m_store.get()] { return store->check(); });
}

Result<std::unique_ptr<HistoryReader>> Engine::openReader() const
{
    return m_store->openReader();
}

std::string Engine::storePath() const
{
    return m_store->path();
}

Result<std::map<QueueId, optimizer::History>> Engine::recentHistory(HistoryReader &reader, const queueing::BranchState &state, Instant now)
{
    std::map<QueueId, optimizer::History> histories;
    for (const auto &[id, queue] : state.queues) {
        const auto figures = reader.figures(id, now - std::chrono::days(7), now, state.slaOf(queue.config));
        if (!figures)
            return tl::unexpected(figures.error());
        histories[id] = {figures->tickets, figures->highPriority, figures->started, figures->startedLate};
    }
    return histories;
}

} // namespace smartqueue::engine
