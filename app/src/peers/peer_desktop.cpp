#include "peers/peer_desktop.h"

#include <algorithm>
#include <cstdlib>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTcpServer>

#include <smartqueue/coordination/etcd_authority.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/storage/sqlite_outbox.h>

#include "peers/arrived_copy.h"

namespace smartqueue::app {

namespace {

constexpr auto onlyHere = "127.0.0.1:0";
constexpr auto everywhere = "0.0.0.0:0";

bool isFree(int port)
{
    QTcpServer server;
    return server.listen(QHostAddress::Any, quint16(port));
}

/// Copies made for others that a kill left behind: what is erased in the branch must not live on in them.
void removeForgottenCopies(const std::string &place)
{
    const QFileInfo info(QString::fromStdString(place));
    const QDir folder = info.dir();
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (name.startsWith(info.fileName() + QStringLiteral(".for-")))
            QFile::remove(folder.filePath(name));
    }
}

} // namespace

Result<std::unique_ptr<PeerDesktop>> PeerDesktop::open(Options options)
{
    std::unique_ptr<PeerDesktop> desktop(new PeerDesktop(std::move(options)));
    if (const Done started = desktop->start(); !started)
        return tl::unexpected(started.error());
    return desktop;
}

PeerDesktop::~PeerDesktop()
{
    m_peers.reset();
}

Done PeerDesktop::start()
{
    // An empty branch under the key of a desktop that others know would look like theirs.
    if (!QFileInfo::exists(QString::fromStdString(m_options.database)) && m_folder.knowsAny())
        return fail(engine::storage_failures::noDatabase, {{"path", m_options.database}, {"reason", "gone"}});
    auto database = openDatabase(m_options.database, m_options.create, m_options.engine);
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    const bool knowsOthers = !m_database.installation->directory()->devices.empty();
    return knowsOthers || !m_options.listen.empty() ? startPeers() : Done();
}

Result<engine::PeersOptions::Origin> PeerDesktop::originOfFiles()
{
    using Origin = engine::PeersOptions::Origin;
    const auto present = installation().incarnation();
    if (!present)
        return tl::unexpected(present.error());
    const bool hasOthers = !installation().directory()->devices.empty();
    if (hasOthers && m_folder.isDisowned())
        return Origin::disowned;
    if (!m_folder.knows(*present))
        return hasOthers ? Origin::putBack : Origin::own;
    if (hasOthers && m_folder.isCopy())
        return Origin::copied;
    m_folder.notePlace();
    const auto next = std::int64_t(QRandomGenerator::system()->generate64() >> 2);
    if (const Done noted = m_folder.expect(*present, next); !noted)
        return tl::unexpected(noted.error());
    if (const Done renewed = installation().renewIncarnation(next); !renewed)
        return tl::unexpected(renewed.error());
    // From here on a copy of the files as they were before is one.
    if (const Done noted = m_folder.expect(next, next); !noted)
        return tl::unexpected(noted.error());
    return Origin::own;
}

std::string PeerDesktop::placeToListen() const
{
    if (!isToBeFound())
        return onlyHere;
    const std::string place = m_options.listen.empty() ? everywhere : m_options.listen;
    const int port = place.ends_with(":0") ? m_folder.port() : 0;
    return port > 0 && isFree(port) ? place.substr(0, place.size() - 1) + std::to_string(port) : place;
}

Done PeerDesktop::startPeers()
{
    auto identity = transport::DeviceIdentity::open(m_folder.path(), m_options.name);
    if (!identity)
        return tl::unexpected(identity.error());
    m_identity = std::move(*identity);
    const auto origin = originOfFiles();
    if (!origin)
        return tl::unexpected(origin.error());
    engine::PeersOptions options;
    options.origin = *origin;
    options.snapshotPath = arrivalPlace(m_options.database);
    // What lies there did not arrive whole, or is in its place already.
    QFile::remove(QString::fromStdString(options.snapshotPath));
    removeForgottenCopies(options.snapshotPath);
    options.addressBook = m_folder.addressBook();
    options.listen = placeToListen();
    options.program = QCoreApplication::applicationVersion().toStdString();
    if (!m_options.withoutAuthority) {
        options.authority = [](const DeviceId &self, const std::string &cluster, const std::vector<std::string> &endpoints) {
            return std::make_unique<coordination::EtcdAuthority>(self, coordination::EtcdOptions{endpoints, cluster});
        };
    }
    options.fromNothing = m_folder.isWithdrawn();
    auto outbox = storage::SqliteOutbox::open(m_options.database + ".outbox");
    // It may hold what was done here without the host: it is left for whoever can read it, and nothing is given without it.
    if (outbox)
        options.outbox = std::move(*outbox);
    else
        qWarning("%s.outbox cannot be read: this desktop waits for its host until the file is moved away", m_options.database.c_str());
    transport::WebSocketNetwork *sockets = nullptr;
    const auto makeNetwork = [&] {
        auto network = std::make_unique<transport::WebSocketNetwork>(*m_identity);
        sockets = network.get();
        return network;
    };
    const auto listenTo = [this, isOwn = options.origin == engine::PeersOptions::Origin::own](engine::Peers &made) {
        if (!isOwn)
            connect(&made, &engine::Peers::statusChanged, this, &PeerDesktop::ownAgain, Qt::QueuedConnection);
        connect(&made, &engine::Peers::snapshotArrived, this, &PeerDesktop::outlived, Qt::QueuedConnection);
        connect(&made, &engine::Peers::tookOver, this, &PeerDesktop::noteTakeOverAside, Qt::QueuedConnection);
        connect(&made, &engine::Peers::steppedDown, this, [this](bool withdrawn) {
            m_folder.disown(withdrawn);
            Q_EMIT outlived();
        }, Qt::QueuedConnection);
    };
    auto peers = engine::Peers::start(installation(), makeNetwork, std::move(options), listenTo);
    if (!peers)
        return tl::unexpected(peers.error());
    m_peers = std::move(*peers);
    const std::string address = m_peers->status().address;
    QMetaObject::invokeMethod(sockets, [this, sockets, address] {
        transport::PairingHost host;
        host.confirm = [this](const transport::PairingRequest &request, const std::function<void(bool)> &answer) {
            Q_EMIT joining(request.device, QString::fromStdString(request.digits));
            // Whoever knows the code and compares the digits at the other screen is believed.
            answer(true);
        };
        host.admit = [this, address](const Device &device, std::function<void(Result<transport::PairingHandover>)> answer) {
            admit(device, address, std::move(answer));
        };
        // Its child: it goes after all that the network uses it with.
        m_desk = new transport::PairingDesk(*m_identity, std::move(host), {}, sockets);
        sockets->setPairingDesk(m_desk);
        connect(m_desk, &transport::PairingDesk::paired, this, &PeerDesktop::joined, Qt::QueuedConnection);
        watchDesk();
    }, Qt::BlockingQueuedConnection);
    if (isToBeFound())
        m_folder.notePort(std::atoi(address.c_str() + address.rfind(':') + 1));
    beFound();
    return {};
}

void PeerDesktop::admit(const Device &device, const std::string &address, std::function<void(Result<transport::PairingHandover>)> answer)
{
    Command command{{}, AdmitDevice{device, m_identity->device()}, {}, {}};
    command.site = {};
    command.user = theProgram;
    engine::whenDone(installation().submit(std::move(command)), m_desk, [this, address, answer](const engine::Answer &admitted) {
        if (!admitted) {
            answer(tl::unexpected(admitted.error()));
            return;
        }
        engine::whenDone(installation().settledSnapshot(firstSite), m_desk, [this, address, answer](const engine::SharedSnapshot &) {
            transport::PairingHandover handover;
            handover.cluster = installation().identity();
            handover.host = m_identity->device();
            const engine::SharedDirectory directory = installation().directory();
            for (const auto &[id, known] : directory->devices)
                handover.roster.push_back(known);
            handover.addresses = {address};
            answer(std::move(handover));
        });
    });
}

void PeerDesktop::waitForHost() const
{
    constexpr auto patience = std::chrono::seconds(3);
    if (!m_peers || !m_database.installation->follows())
        return;
    const QDeadlineTimer until(patience);
    while (!m_peers->isInStep() && !until.hasExpired())
        QThread::msleep(10);
}

engine::Answer PeerDesktop::takeOver(UserId user, std::set<DeviceId> without)
{
    if (!m_peers)
        return fail(engine::peers_failures::hostIsAlive);
    auto taking = m_peers->takeOver(user, std::move(without));
    taking.waitForFinished();
    if (taking.resultCount() == 0)
        return fail(replication::peer_failures::hostUnreachable);
    const engine::Answer taken = taking.result();
    // A single command has no event loop that tookOver() would come to.
    if (taken && QThread::currentThread() == thread())
        noteTakeOver();
    return taken;
}

Result<std::string> PeerDesktop::invite()
{
    if (!m_peers)
        return fail(exchange::refusals::notServed);
    if (installation().follows())
        return fail(replication::peer_failures::notHost);
    Result<std::string> code;
    QMetaObject::invokeMethod(m_desk, [&] { code = m_desk->open(); }, Qt::BlockingQueuedConnection);
    return code;
}

std::string PeerDesktop::invitation() const
{
    std::string code;
    if (m_desk)
        QMetaObject::invokeMethod(m_desk, [&] { code = m_desk->code(); }, Qt::BlockingQueuedConnection);
    return code;
}

} // namespace smartqueue::app
