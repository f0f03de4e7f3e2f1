#include "smartqueue/engine/engine.h"

#include <smartqueue/accounts/permissions.h>

#include "decision.h"

namespace smartqueue::engine {

Engine::Engine(Installation &installation, SiteId site, UserId user) : m_installation(installation), m_site(site), m_user(user)
{
    // Passed on in the engine's thread, as they come.
    connect(&installation, &Installation::eventsCommitted, this, [this](SiteId where, const SharedBatches &batches) {
        if (where == m_site)
            Q_EMIT eventsCommitted(batches);
    }, Qt::DirectConnection);
    connect(&installation, &Installation::snapshotChanged, this, [this](SiteId where, const SharedSnapshot &snapshot) {
        if (where == m_site)
            Q_EMIT snapshotChanged(snapshot);
    }, Qt::DirectConnection);
    connect(&installation, &Installation::heartbeat, this, [this](SiteId where, Instant at) {
        if (where == m_site)
            Q_EMIT heartbeat(at);
    }, Qt::DirectConnection);
    connect(&installation, &Installation::degraded, this, &Engine::degraded, Qt::DirectConnection);
    connect(&installation, &Installation::recovered, this, &Engine::recovered, Qt::DirectConnection);
}

Result<std::unique_ptr<Engine>> Engine::start(std::unique_ptr<Store> store, const Clock &clock, EngineOptions options)
{
    auto installation = Installation::start(std::move(store), clock, options);
    if (!installation)
        return tl::unexpected(installation.error());
    std::unique_ptr<Engine> engine(new Engine(**installation, firstSite, {}));
    engine->m_own = std::move(*installation);
    return engine;
}

Engine::~Engine()
{
    // Its thread may still be passing a signal on.
    m_own.reset();
}

QFuture<Answer> Engine::submit(Command command)
{
    command.site = m_site;
    if (!(command.user == theProgram))
        command.user = m_user;
    return m_installation.submit(std::move(command));
}

QFuture<Answer> Engine::submit(CommandBody body, AgentId actor)
{
    return submit(Command{{}, std::move(body), actor, {}});
}

Done Engine::require(Permission permission) const
{
    return accounts::require(*m_installation.directory(), m_user, m_site, permission);
}

Result<std::unique_ptr<HistoryReader>> Engine::openReader() const
{
    if (const Done may = require(Permission::readTicket); !may)
        return tl::unexpected(may.error());
    return m_installation.openReader(m_site);
}

QFuture<Result<ImportedCounts>> Engine::importTickets(std::vector<ImportedTicket> tickets)
{
    if (const Done may = require(Permission::manageSettings); !may) {
        QPromise<Result<ImportedCounts>> refused;
        refused.start();
        refused.addResult(tl::unexpected(may.error()));
        refused.finish();
        return refused.future();
    }
    return m_installation.importTickets(m_site, std::move(tickets));
}

Result<std::map<QueueId, optimizer::History>> Engine::recentHistory(HistoryReader &reader, const queueing::BranchState &state, Instant now)
{
    return recentHistoryOf(reader, state, now);
}

} // namespace smartqueue::engine
