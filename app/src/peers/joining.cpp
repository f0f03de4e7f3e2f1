#include "peers/joining.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <smartqueue/engine/address_book.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/transport/web_socket_network.h>

#include "peers/arrived_copy.h"
#include "peers/peer_folder.h"

namespace smartqueue::app {

namespace {

/// How long the copy may stand still.
constexpr auto copyPatience = std::chrono::minutes(1);
/// Whoever floods the network with invitations fills no more than this.
constexpr qsizetype mostFound = 20;

} // namespace

Joining::Joining(std::string database, std::string name, QObject *parent)
    : BranchJoiner(parent), m_database(std::move(database)), m_name(std::move(name))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(copyPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { end({replication::peer_failures::hostUnreachable, {{"address", m_address}}}); });
}

Joining::~Joining() = default;

void Joining::look()
{
    if (m_listener)
        return;
    m_listener = std::make_unique<transport::BeaconListener>();
    connect(m_listener.get(), &transport::BeaconListener::invited, this, [this](const std::string &name, const std::string &address) {
        const QString where = QString::fromStdString(address);
        const bool isFirst = !m_found.isEmpty() && m_found.first().address == where;
        m_found.removeIf([&](const presentation::FoundBranch &each) { return each.address == where; });
        m_found.prepend({QString::fromStdString(name), where});
        if (m_found.size() > mostFound)
            m_found.removeLast();
        if (!isFirst)
            Q_EMIT foundChanged();
    });
    // Where nobody can be heard the address is typed.
    (void)m_listener->listen();
}

QString Joining::rememberedAddress() const
{
    const auto places = engine::AddressBook(PeerFolder(m_database).addressBook()).all();
    return places.empty() ? QString() : QString::fromStdString(places.front().second);
}

void Joining::join(const QString &address, const QString &code)
{
    cancel();
    m_address = address.toStdString();
    if (!m_identity) {
        QDir().mkpath(QFileInfo(QString::fromStdString(m_database)).absolutePath());
        auto identity = transport::DeviceIdentity::open(transport::DeviceIdentity::folderBeside(m_database), m_name);
        if (!identity)
            return end(identity.error());
        m_identity = std::move(*identity);
    }
    if (!m_guest) {
        m_guest = std::make_unique<transport::PairingGuest>(*m_identity);
        connect(m_guest.get(), &transport::PairingGuest::digitsShown, this, [this](const std::string &digits, const std::string &host) {
            m_digits = digits;
            Q_EMIT digitsShown(QString::fromStdString(digits), QString::fromStdString(host));
        });
        connect(m_guest.get(), &transport::PairingGuest::failed, this, &Joining::end);
        connect(m_guest.get(), &transport::PairingGuest::joined, this, [this](const transport::PairingHandover &handover) {
            m_handover = handover;
            engine::AddressBook(PeerFolder(m_database).addressBook()).note(handover.host.id, m_address);
            Q_EMIT admitted(QString::fromStdString(handover.host.name));
            fetch();
        });
    }
    m_guest->join(m_address, code.toStdString());
}

void Joining::answer(bool same)
{
    if (m_guest)
        m_guest->answer(same);
}

void Joining::cancel()
{
    if (m_guest)
        m_guest->cancel();
    m_patience.stop();
    m_peers.reset();
    m_nothing.reset();
}

void Joining::end(const Failure &why)
{
    cancel();
    Q_EMIT failed(why);
}

void Joining::fetch()
{
    engine::EngineOptions none;
    none.regularWork = false;
    auto nothing = engine::Installation::start(std::make_unique<engine::MemoryStore>(), m_clock, none);
    if (!nothing)
        return end(nothing.error());
    m_nothing = std::move(*nothing);
    engine::PeersOptions options;
    options.snapshotPath = arrivalPlace(m_database);
    options.addressBook = PeerFolder(m_database).addressBook();
    options.listen = "127.0.0.1:0";
    options.hostAddress = m_address;
    options.program = QCoreApplication::applicationVersion().toStdString();
    options.cluster = m_handover.cluster;
    options.roster = m_handover.roster;
    auto peers = engine::Peers::start(*m_nothing, [this] { return std::make_unique<transport::WebSocketNetwork>(*m_identity); }, std::move(options));
    if (!peers)
        return end(peers.error());
    m_peers = std::move(*peers);
    m_copied = 0;
    connect(m_peers.get(), &engine::Peers::statusChanged, this, &Joining::followCopy, Qt::QueuedConnection);
    connect(m_peers.get(), &engine::Peers::snapshotArrived, this, [this] {
        cancel();
        Q_EMIT arrived();
    }, Qt::QueuedConnection);
    m_patience.start();
}

void Joining::followCopy()
{
    const auto copying = m_peers ? m_peers->status().copying : std::nullopt;
    if (!copying || copying->first <= m_copied)
        return;
    m_copied = copying->first;
    m_patience.start();
    Q_EMIT copied(copying->first, copying->second);
}

} // namespace smartqueue::app
