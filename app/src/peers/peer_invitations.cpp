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
    const std::string address = m_peers ? m_peers->status().address : std::string();
    if (address.empty() || isOnlyHere(address))
        return;
    if (!m_beacon)
        m_beacon = std::make_unique<transport::Beacon>(*m_identity);
    m_beacon->invite(address);
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

void PeerDesktop::ownAgain()
{
    if (m_isOwn || !m_peers || m_peers->status().role != engine::PeersStatus::Role::replica || !m_peers->isInStep())
        return;
    m_isOwn = true;
    noteTakeOver();
}

} // namespace smartqueue::app
