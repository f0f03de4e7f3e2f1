#pragma once

#include <QTemporaryDir>

#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/store_around.h>
#include <smartqueue/storage/sqlite_store.h>

namespace smartqueue {

/// One queue, one agent at a counter, opened at 2026-11-19T09:00:00Z.
struct TestBranch {
    static constexpr Instant opening = Instant(std::chrono::sys_days(std::chrono::year{2026} / 11 / 19)) + std::chrono::hours(9);

    std::unique_ptr<engine::Engine> engine;
    QueueId queue;
    AgentId agent;

    TestBranch(std::unique_ptr<engine::Store> store, const Clock &clock, const engine::EngineOptions &options)
        : engine(engine::Engine::start(std::move(store), clock, options).value())
    {
        const auto state = settled();
        if (!state->state.queues.empty()) {
            queue = state->state.queues.begin()->first;
            agent = state->state.agents.begin()->first;
            return;
        }
        Service service;
        service.name = "Passports";
        Queue config;
        config.name = "Passports";
        config.service = {tell(DefineService{service})->entity};
        config.lastNumber = 999'999;
        queue = {tell(DefineQueue{config})->entity};
        Agent profile;
        profile.name = "Ann";
        profile.assignments = {{queue, 1}};
        agent = {tell(DefineAgent{profile})->entity};
        (void)tell(SignIn{agent, "1"});
    }

    QFuture<engine::Answer> send(CommandBody body, std::optional<Instant> at = {}) { return engine->submit(Command{{}, std::move(body), {}, at}); }
    engine::Answer tell(CommandBody body, std::optional<Instant> at = {})
    {
        auto future = send(std::move(body), at);
        future.waitForFinished();
        return future.result();
    }
    IssueTicket issuing() const
    {
        IssueTicket issue;
        issue.queue = queue;
        return issue;
    }
    /// A customer who is served at once.
    TicketId serve(Instant at)
    {
        const engine::Answer issued = tell(issuing(), at);
        (void)tell(CallNext{agent}, at);
        (void)tell(StartService{agent}, at);
        (void)tell(CompleteService{agent, {}}, at);
        return issued ? issued->ticket : TicketId{};
    }
    engine::SharedSnapshot settled()
    {
        auto future = engine->settledSnapshot();
        future.waitForFinished();
        return future.result();
    }
};

inline engine::EngineOptions quietEngine()
{
    engine::EngineOptions options;
    options.regularWork = false;
    return options;
}

inline std::unique_ptr<engine::Store> databaseIn(const QTemporaryDir &folder)
{
    storage::Options options;
    options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
    return storage::SqliteStore::open(options).value();
}

} // namespace smartqueue
