#pragma once

#include <functional>
#include <vector>

#include <QObject>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>

class QMenu;
class QWidget;

namespace smartqueue::pages {

/// What a supervisor may do for an agent: sign them out, take over the ticket in their hand, change their queues. Legal acts are
/// asked of the engine's own rules, allowed ones of the permissions.
class AgentActs : public QObject {
    Q_OBJECT
public:
    /// Dialogs open over `over`.
    AgentActs(presentation::Console &console, QWidget *over);

    bool mayManageAgents() const { return m_console.may(Permission::manageAgent); }
    bool mayTakeOver() const { return m_console.may(Permission::manageTicket); }

    bool canSignOut(AgentId agent) const;
    bool canTakeOver(AgentId agent) const;
    void signOut(AgentId agent);
    /// The ways to take over: to the front of its queue, to another agent, on hold. Empty when nothing is in the hand.
    void fillTakeOver(QMenu &menu, AgentId agent);
    void putBack(AgentId agent);
    void handTo(AgentId agent, AgentId other);
    void hold(AgentId agent);
    /// `done` hears whether it is in the log.
    void setQueues(AgentId agent, std::vector<Assignment> assignments, std::function<void(bool)> done);
    /// A profile in this branch for a user of its tenant.
    void createProfile(UserId user);

Q_SIGNALS:
    void refused(const smartqueue::Failure &failure);
    void done(const QString &sentence, smartqueue::Sequence act);
    void profileCreated(smartqueue::AgentId agent);

private:
    const Ticket *inHand(const engine::BranchSnapshot &snapshot, AgentId agent) const;
    void submit(CommandBody body, const QString &sentence, Undoable undoable);

    presentation::Console &m_console;
    QWidget *m_over;
};

} // namespace smartqueue::pages
