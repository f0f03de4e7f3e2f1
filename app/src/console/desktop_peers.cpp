#include "console/desktop_peers.h"

#include <algorithm>
#include <set>

#include <QFile>

#include <smartqueue/domain/touched_tickets.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/storage/divergence.h>

#include "peers/arrived_copy.h"

namespace smartqueue::app {

namespace {

template <class T>
QFuture<T> atOnce(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

presentation::AsideLog logAt(const std::string &path, const std::string &database)
{
    presentation::AsideLog log;
    log.path = QString::fromStdString(path);
    const auto tail = storage::onlyIn(path, database);
    if (!tail) {
        log.unreadable = tail.error();
        return log;
    }
    std::set<TicketId> tickets;
    for (const EventBatch &batch : tail->oldest) {
        for (const TicketId ticket : touchedTickets(batch.events))
            tickets.insert(ticket);
    }
    log.entries = int(tail->batches);
    if (!tail->oldest.empty()) {
        log.first = tail->oldest.front().at;
        log.last = tail->last;
    }
    log.tickets.assign(tickets.begin(), tickets.end());
    return log;
}

Done renameSettled(const QString &path)
{
    QString settled = path;
    settled.replace(QStringLiteral(".conflict-"), QStringLiteral(".settled-"));
    for (const QString &side : {QStringLiteral("-wal"), QStringLiteral("-shm"), QString()}) {
        QFile file(path + side);
        if (file.exists() && !file.rename(settled + side))
            return fail(engine::storage_failures::ioError, {{"path", path.toStdString()}, {"reason", file.errorString().toStdString()}});
    }
    return {};
}

presentation::BranchPeers::InvitationEnd endOf(transport::PairingDesk::End why)
{
    using End = transport::PairingDesk::End;
    using presentation::BranchPeers;
    switch (why) {
    case End::byHand: return BranchPeers::InvitationEnd::stopped;
    case End::paired: return BranchPeers::InvitationEnd::joined;
    case End::expired: return BranchPeers::InvitationEnd::expired;
    case End::tooManyTries: return BranchPeers::InvitationEnd::tooManyTries;
    case End::digitsDiffered: return BranchPeers::InvitationEnd::digitsDiffered;
    }
    return BranchPeers::InvitationEnd::stopped;
}

} // namespace

DesktopPeers::DesktopPeers(PeerDesktop &desktop, std::string database, QObject *parent)
    : BranchPeers(parent), m_desktop(desktop), m_database(std::move(database))
{
    connect(&desktop, &PeerDesktop::listening, this, &DesktopPeers::followPeers);
    connect(&desktop, &PeerDesktop::joining, this, &BranchPeers::joining, Qt::QueuedConnection);
    connect(&desktop, &PeerDesktop::joined, this, &BranchPeers::joined, Qt::QueuedConnection);
    connect(&desktop, &PeerDesktop::wrongCodeTried, this, &BranchPeers::wrongCodeTried);
    connect(&desktop, &PeerDesktop::joiningFailed, this, &BranchPeers::joiningFailed);
    connect(&desktop, &PeerDesktop::invitationClosed, this, [this](transport::PairingDesk::End why) { Q_EMIT invitationClosed(endOf(why)); });
    followPeers();
}

void DesktopPeers::followPeers()
{
    if (m_desktop.peers())
        connect(m_desktop.peers(), &engine::Peers::statusChanged, this, &BranchPeers::changed, Qt::QueuedConnection);
}

std::optional<engine::PeersStatus> DesktopPeers::status() const
{
    return m_desktop.peers() ? std::optional(m_desktop.peers()->status()) : std::nullopt;
}

QFuture<Result<presentation::PeerInvitation>> DesktopPeers::invite()
{
    using Invited = Result<presentation::PeerInvitation>;
    if (const Done begun = m_desktop.beginToListen(); !begun)
        return atOnce(Invited(tl::unexpected(begun.error())));
    auto promise = std::make_shared<QPromise<Invited>>();
    promise->start();
    engine::whenDone(m_desktop.openInvitation(), this, [this, promise](const Result<PeerDesktop::Invitation> &opened) {
        if (opened) {
            const QString address = QString::fromStdString(m_desktop.peers()->status().address);
            promise->addResult(Invited(presentation::PeerInvitation{QString::fromStdString(opened->code), address, opened->remaining}));
        } else {
            promise->addResult(Invited(tl::unexpected(opened.error())));
        }
        promise->finish();
    });
    return promise->future();
}

QFuture<replication::TakeOverAdvice> DesktopPeers::lookAround()
{
    return m_desktop.peers() ? m_desktop.peers()->lookAround() : atOnce(replication::TakeOverAdvice{replication::TakeOverAdvice::Verdict::hostIsAlive, {}, 0, {}, {}});
}

QFuture<engine::Answer> DesktopPeers::takeOver(UserId user, std::set<DeviceId> without)
{
    if (!m_desktop.peers())
        return atOnce(engine::Answer(fail(engine::peers_failures::hostIsAlive)));
    return m_desktop.peers()->takeOver(user, std::move(without));
}

QFuture<std::vector<presentation::AsideLog>> DesktopPeers::setAside()
{
    return engine::inPool(m_desktop.installation().studyPool(), [database = m_database] {
        std::vector<presentation::AsideLog> logs;
        for (const std::string &path : app::setAside(database))
            logs.push_back(logAt(path, database));
        return logs;
    });
}

QFuture<Done> DesktopPeers::settle(const QString &path)
{
    return engine::inPool(m_desktop.installation().studyPool(), [path, database = m_database]() -> Done {
        const std::vector<std::string> known = app::setAside(database);
        if (std::find(known.begin(), known.end(), path.toStdString()) == known.end())
            return {};
        return renameSettled(path);
    });
}

} // namespace smartqueue::app
