#include "bench/bench_desktop.h"

#include <functional>

#include <QDeadlineTimer>
#include <QThread>
#include <QUuid>

#include <smartqueue/storage/sqlite_store.h>
#include <smartqueue/transport/web_socket_network.h>

namespace smartqueue::app {

namespace {

bool waitFor(const std::function<bool()> &condition)
{
    const QDeadlineTimer until(std::chrono::minutes(1));
    while (!condition()) {
        if (until.hasExpired())
            return false;
        QThread::msleep(1);
    }
    return true;
}

} // namespace

Result<std::unique_ptr<BenchDesktop>> BenchDesktop::open(const std::string &database)
{
    auto identity = transport::DeviceIdentity::open(transport::DeviceIdentity::folderBeside(database));
    if (!identity)
        return tl::unexpected(identity.error());
    storage::Options options;
    options.path = database;
    auto store = storage::SqliteStore::open(options);
    if (!store)
        return tl::unexpected(store.error());
    std::unique_ptr<BenchDesktop> desktop(new BenchDesktop(database, std::move(*identity)));
    auto timed = std::make_unique<TimedStore>(std::move(*store));
    desktop->m_store = timed.get();
    engine::EngineOptions engineOptions;
    engineOptions.regularWork = false;
    auto installation = engine::Installation::start(std::move(timed), desktop->m_clock, engineOptions);
    if (!installation)
        return tl::unexpected(installation.error());
    desktop->m_installation = std::move(*installation);
    desktop->m_durable = desktop->m_installation->lastSequence();
    // The first command comes behind it.
    QObject::connect(desktop->m_installation.get(), &engine::Installation::eventsCommitted, desktop->m_installation.get(),
                     [of = desktop.get()](SiteId, const engine::SharedBatches &batches) { of->m_durable = batches->back().sequence; },
                     Qt::DirectConnection);
    return desktop;
}

BenchDesktop::~BenchDesktop()
{
    m_peers.reset();
}

Done BenchDesktop::meetOthers(const std::string &hostAddress)
{
    engine::PeersOptions options;
    options.snapshotPath = m_database + ".incoming";
    options.listen = "127.0.0.1:0";
    options.hostAddress = hostAddress;
    auto peers = engine::Peers::start(*m_installation, [this] { return std::make_unique<transport::WebSocketNetwork>(m_identity); }, std::move(options));
    if (!peers)
        return tl::unexpected(peers.error());
    m_peers = std::move(*peers);
    return {};
}

QFuture<engine::Answer> BenchDesktop::submit(CommandBody body, UserId user)
{
    Command command{QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(), std::move(body), {}, {}};
    command.user = user;
    return m_installation->submit(std::move(command));
}

engine::Answer BenchDesktop::now(CommandBody body, UserId user)
{
    auto future = submit(std::move(body), user);
    future.waitForFinished();
    return future.result();
}

bool BenchDesktop::meet(const BenchDesktop &host, const BenchDesktop &replica)
{
    return waitFor([&] {
        auto status = host.m_peers->status();
        const engine::PeerStatus *peer = status.peer(replica.m_identity.id());
        return peer && peer->live && replica.m_peers->isInStep();
    });
}

bool BenchDesktop::waitUntilDurable(Sequence sequence) const
{
    return waitFor([&] { return m_durable >= sequence; });
}

} // namespace smartqueue::app
