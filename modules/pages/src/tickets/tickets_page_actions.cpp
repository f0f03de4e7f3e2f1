#include "smartqueue/pages/tickets_page.h"

#include <QAction>

#include <smartqueue/pages/customer_dialog.h>

#include "ticket_acts.h"

namespace smartqueue::pages {

QList<QAction *> TicketsPage::paletteActions() const
{
    QList<QAction *> offered{m_newAction, m_transferAction, m_priorityAction, m_leftAction, m_cancelAction, m_undoAction, m_copyAction};
    if (!m_console.may(Permission::writeTicket))
        offered = {m_copyAction};
    if (m_console.may(Permission::readCustomer) && m_console.may(Permission::manageTicket))
        offered.append(m_customersAction);
    return offered;
}

void TicketsPage::makeActions()
{
    const auto action = [this](const char *name, const QKeySequence &keys) {
        auto *made = new QAction(this);
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        return made;
    };
    m_newAction = action("tickets.new", QKeySequence::New);
    m_transferAction = action("tickets.transfer", Qt::Key_F10);
    m_priorityAction = action("tickets.priority", Qt::Key_P);
    m_leftAction = action("tickets.left", Qt::Key_L);
    m_cancelAction = action("tickets.cancel", Qt::Key_Delete);
    m_undoAction = action("tickets.undo", QKeySequence::Undo);
    m_copyAction = action("tickets.copy", QKeySequence::Copy);
    m_customersAction = action("tickets.customers", {});
    m_newAction->setEnabled(m_console.may(Permission::writeTicket));
    addAction(m_newAction);
    m_acts->setKeySource([this] {
        return TicketKeys{m_transferAction->shortcut(), m_priorityAction->shortcut(), m_leftAction->shortcut(),
                          m_cancelAction->shortcut(),   m_undoAction->shortcut(),     m_copyAction->shortcut()};
    });
    connect(m_newAction, &QAction::triggered, this, &TicketsPage::openNewTicket);
    connect(m_transferAction, &QAction::triggered, m_acts, &TicketActs::transfer);
    connect(m_priorityAction, &QAction::triggered, m_acts, &TicketActs::changePriority);
    connect(m_leftAction, &QAction::triggered, m_acts, &TicketActs::abandon);
    connect(m_cancelAction, &QAction::triggered, m_acts, &TicketActs::cancel);
    connect(m_undoAction, &QAction::triggered, m_acts, &TicketActs::undo);
    connect(m_copyAction, &QAction::triggered, m_acts, &TicketActs::copy);
    connect(m_customersAction, &QAction::triggered, this, [this] {
        auto *dialog = new CustomerDialog(m_console, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &CustomerDialog::carriedOut, this, [this](const QString &said) { Q_EMIT toastRequested(said); });
        dialog->open();
    });
    connect(m_acts, &TicketActs::actionsChanged, this, [this] {
        const presentation::TicketActions &can = m_acts->actions();
        m_transferAction->setEnabled(!can.toQueues.empty() || !can.toAgents.empty());
        m_priorityAction->setEnabled(can.changePriority);
        m_leftAction->setEnabled(can.abandon);
        m_cancelAction->setEnabled(can.cancel);
        m_undoAction->setEnabled(m_acts->canUndo());
        m_copyAction->setEnabled(m_acts->ticket().has_value());
    });
}

} // namespace smartqueue::pages
