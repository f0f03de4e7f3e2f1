#pragma once

#include <QObject>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/ids.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/engine/user_files.h>

namespace smartqueue::presentation {

class BranchPeers;
class BranchJoiner;

/// What every page works with, built once by the composition root. GUI thread.
class Console : public QObject {
    Q_OBJECT
public:
    Console(engine::Engine &engine, engine::Monitor &monitor, bool demo, QObject *parent = nullptr)
        : QObject(parent), m_engine(engine), m_monitor(monitor), m_demo(demo)
    {
    }

    engine::Engine &engine() const { return m_engine; }
    engine::Monitor &monitor() const { return m_monitor; }
    /// Invented people, gone when the program closes.
    bool isDemo() const { return m_demo; }
    /// Whether the one who sits here may do this in the branch. Everybody may, in a database without users.
    bool may(Permission permission) const
    {
        const engine::SharedDirectory directory = m_engine.installation().directory();
        return accounts::require(*directory, m_engine.user(), m_engine.site(), permission).has_value() || (!directory->hasUsers());
    }
    Instant now() const { return m_engine.clock().now(); }

    /// Lists of people in and out; none: this console has no files of them.
    engine::UserFiles *userFiles() const { return m_userFiles; }
    /// They outlive the console.
    void setUserFiles(engine::UserFiles &files) { m_userFiles = &files; }

    /// The other desktops; none: this console knows of none, as in a demo.
    BranchPeers *peers() const { return m_peers; }
    /// They outlive the console.
    void setPeers(BranchPeers &peers) { m_peers = &peers; }
    /// How this desktop becomes one of a branch that runs already; none: it cannot.
    BranchJoiner *joiner() const { return m_joiner; }
    /// It outlives the console.
    void setJoiner(BranchJoiner &joiner) { m_joiner = &joiner; }

    /// Whose desk this is; none: nobody has said so yet.
    AgentId deskAgent() const { return m_deskAgent; }
    void setDeskAgent(AgentId agent)
    {
        if (agent == m_deskAgent)
            return;
        m_deskAgent = agent;
        Q_EMIT deskAgentChanged(agent);
    }

    /// Somebody is to become the first superadmin of this database, which has no users yet.
    void requestOwnership() { Q_EMIT ownershipRequested(); }
    /// Leads the one who sits here to another branch of theirs.
    void requestBranch(SiteId site) { Q_EMIT branchRequested(site); }

    /// While the one who sits here changes their own password, which ends every session: theirs is to go on.
    bool isRenewing() const { return m_renewing; }
    void beginRenewing() { m_renewing = true; }
    void endRenewing(bool changed)
    {
        m_renewing = false;
        Q_EMIT renewed(changed);
    }

    /// Puts this backup in the place of the database: everything closes, and opens again on it. Not for a demo.
    void requestRestore(const QString &file) { Q_EMIT restoreRequested(file); }

Q_SIGNALS:
    void restoreRequested(const QString &file);
    void ownershipRequested();
    void branchRequested(smartqueue::SiteId site);
    void renewed(bool changed);
    void deskAgentChanged(smartqueue::AgentId agent);

private:
    engine::Engine &m_engine;
    engine::Monitor &m_monitor;
    engine::UserFiles *m_userFiles = nullptr;
    BranchPeers *m_peers = nullptr;
    BranchJoiner *m_joiner = nullptr;
    bool m_demo;
    bool m_renewing = false;
    AgentId m_deskAgent;
};

} // namespace smartqueue::presentation
