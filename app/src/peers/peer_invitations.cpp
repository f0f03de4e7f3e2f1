#include <QPromise>

#include "peers/peer_desktop.h"

namespace smartqueue::app {

namespace {

/// Where nobody else can come nobody is called.
bool isOnlyHere(const std::string &address)
{
    return address.starts_with("127.") || address.starts_with("[::1]") || address.starts_with("localhost");
}

} // namespace

Done PeerDesktop::beginToListen()
{
    if (m_peers)
        return {};
    if (const Done started = startPeers(); !started)
        return started;
    Q_EMIT listening();
    return {};
}

void PeerDesktop::watchDesk()
{
    connect(m_desk, &transport::PairingDesk::opened, this, [this] {
        callOthers();
        Q_EMIT invited(invitation());
    }, Qt::QueuedConnection);
    connect(m_desk, &transport::PairingDesk::tried, this, &PeerDesktop::wrongCodeTried, Qt::QueuedConnection);
    connect(m_desk, &transport::PairingDesk::failed, this, &PeerDesktop::joiningFailed, Qt::QueuedConnection);
    connect(m_desk, &transport::PairingDesk::closed, this, [this](transport::PairingDesk::End why) {
        if (m_beacon)
            m_beacon->stopInviting();
        Q_EMIT invitationClosed(why);
    }, Qt::QueuedConnection);
}

void PeerDesktop::callOthers()
{
    if (m_beacon)
        m_beacon->invite(m_peers->status().address);
}

void PeerDesktop::beFound()
{
    const std::string address = m_peers->status().address;
    if (isOnlyHere(address))
        return;
    m_beacon = std::make_unique<transport::Beacon>(*m_identity);
    m_beacon->announce(installation().identity(), address);
    m_listener = std::make_unique<transport::BeaconListener>();
    connect(m_listener.get(), &transport::BeaconListener::found, this, [this](const DeviceId &device, const std::string &where) { m_peers->heardAt(device, where); });
    connect(&installation(), &engine::Installation::directoryChanged, m_listener.get(), [this] { learnRoster(); }, Qt::QueuedConnection);
    learnRoster();
    // Without it others are found where they were before.
    (void)m_listener->listen();
}

void PeerDesktop::learnRoster()
{
    std::vector<Device> devices;
    const engine::SharedDirectory directory = installation().directory();
    for (const auto &[id, device] : directory->devices)
        devices.push_back(device);
    m_listener->setRoster(installation().identity(), devices);
}

QFuture<Result<PeerDesktop::Invitation>> PeerDesktop::openInvitation()
{
    auto promise = std::make_shared<QPromise<Result<Invitation>>>();
    promise->start();
    QFuture<Result<Invitation>> future = promise->future();
    if (!m_peers || installation().follows()) {
        promise->addResult(fail(replication::peer_failures::notHost));
        promise->finish();
        return future;
    }
    QMetaObject::invokeMethod(m_desk, [promise, desk = m_desk] {
        const auto code = desk->open();
        promise->addResult(code ? Result<Invitation>(Invitation{*code, desk->remaining()}) : Result<Invitation>(tl::unexpected(code.error())));
        promise->finish();
    }, Qt::QueuedConnection);
    return future;
}

void PeerDesktop::closeInvitation()
{
    if (m_peers)
        QMetaObject::invokeMethod(m_desk, [desk = m_desk] { desk->close(); }, Qt::QueuedConnection);
}

void PeerDesktop::noteTakeOver()
{
    m_folder.forgetIncarnation();
    m_folder.notePlace();
    (void)originOfFiles();
}

void PeerDesktop::noteTakeOverAside()
{
    // The engine may wait for the others meanwhile, and the windows shall not wait with it.
    installation().studyPool().start([this] { noteTakeOver(); });
}

void PeerDesktop::ownAgain()
{
    if (m_isOwn || !m_peers || m_peers->status().role != engine::PeersStatus::Role::replica || !m_peers->isInStep() || !m_peers->hasFollowed())
        return;
    m_isOwn = true;
    noteTakeOver();
}

} // namespace smartqueue::app
