#pragma once

#include <QObject>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/domain/ids.h>
#include <smartqueue/engine/engine.h>
#include <smartqueue/engine/monitor.h>

namespace smartqueue::presentation {

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

    /// Whose desk this is; none: nobody has said so yet.
    AgentId deskAgent() const { return m_deskAgent; }
    void setDeskAgent(AgentId agent)
    {
        if (agent == m_deskAgent)
            return;
        m_deskAgent = agent;
        Q_EMIT deskAgentChanged(agent);
    }

    /// Puts this backup in the place of the database: everything closes, and opens again on it. Not for a demo.
    void requestRestore(const QString &file) { Q_EMIT restoreRequested(file); }

Q_SIGNALS:
    void restoreRequested(const QString &file);
    void deskAgentChanged(smartqueue::AgentId agent);

private:
    engine::Engine &m_engine;
    engine::Monitor &m_monitor;
    bool m_demo;
    AgentId m_deskAgent;
};

} // namespace smartqueue::presentation
