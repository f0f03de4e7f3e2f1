#pragma once

#include <functional>
#include <optional>
#include <utility>

#include <QKeySequence>
#include <QObject>

#include <smartqueue/engine/engine.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/ticket_facts.h>

class QMenu;
class QWidget;

namespace smartqueue::pages {

/// The keys of the acts, as they are bound now.
struct TicketKeys {
    QKeySequence transfer;
    QKeySequence priority;
    QKeySequence left;
    QKeySequence cancel;
    QKeySequence undo;
    QKeySequence copy;
};

/// What the one who sits here may do with the chosen ticket: the same list behind the panel's buttons, the context menu and the keys.
class TicketActs : public QObject {
    Q_OBJECT
public:
    /// Dialogs open over `over`.
    TicketActs(presentation::Console &console, QWidget *over);

    /// None: nothing is chosen.
    void setTicket(const std::optional<engine::TicketRow> &row);
    const std::optional<engine::TicketRow> &ticket() const { return m_row; }
    const presentation::TicketActions &actions() const { return m_actions; }
    /// Asks again what is legal; call it when the branch has moved on.
    void refresh();
    bool canUndo() const { return m_canUndo; }

    /// Asked each time the acts are listed; without it they have no keys.
    void setKeySource(std::function<TicketKeys()> keys) { m_keys = std::move(keys); }

    void callBy(AgentId agent);
    void transfer();
    void returnTo(ReturnPlace place);
    void returnAfter();
    void changePriority();
    void abandon();
    void cancel();
    void undo();
    void copy();

    /// Only what is legal now, each with its key.
    void fill(QMenu &menu);
    void fillCallers(QMenu &menu);
    void fillReturn(QMenu &menu);

Q_SIGNALS:
    void actionsChanged();
    void refused(const smartqueue::Failure &failure);
    /// Done and worth a toast; `act` is the batch that an Undo would take back, 0 without one.
    void done(const QString &sentence, smartqueue::Sequence act);

private:
    void submit(CommandBody body, const QString &sentence, Undoable undoable);
    QString number() const;

    /// An agent acts on what is nobody's and on what is theirs; whoever only reads, on nothing.
    void leaveWhatIsAllowed(const engine::BranchSnapshot &snapshot);

    presentation::Console &m_console;
    engine::Engine &m_engine;
    QWidget *m_over;
    std::function<TicketKeys()> m_keys;
    std::optional<engine::TicketRow> m_row;
    presentation::TicketActions m_actions;
    bool m_canUndo = false;
};

} // namespace smartqueue::pages
