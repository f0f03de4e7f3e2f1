#pragma once

#include <string>

#include <smartqueue/presentation/branch_peers.h>

#include "peers/peer_desktop.h"

namespace smartqueue::app {

/// The other desktops of a database that is open here, as its windows see them. GUI thread.
class DesktopPeers : public presentation::BranchPeers {
    Q_OBJECT
public:
    /// The desktop, whose database has that path, outlives this.
    DesktopPeers(PeerDesktop &desktop, std::string database, QObject *parent = nullptr);

    std::optional<engine::PeersStatus> status() const override;
    QFuture<Result<presentation::PeerInvitation>> invite() override;
    void closeInvitation() override { m_desktop.closeInvitation(); }
    QFuture<replication::TakeOverAdvice> lookAround() override;
    QFuture<engine::Answer> takeOver(UserId user, std::set<DeviceId> without) override;
    QFuture<std::vector<presentation::AsideLog>> setAside() override;
    QFuture<Done> settle(const QString &path) override;

private:
    void followPeers();

    PeerDesktop &m_desktop;
    const std::string m_database;
};

} // namespace smartqueue::app
