#include "ticket_acts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/icons.h>

#include "reason_dialog.h"
#include "transfer_dialog.h"

namespace smartqueue::pages {

using presentation::agentName;
using presentation::queueName;
using widgets::Icon;
using widgets::themedIcon;
namespace words = presentation::words;

TicketActs::TicketActs(presentation::Console &console, QWidget *over)
    : QObject(over)
    , m_console(console)
    , m_engine(console.engine())
    , m_over(over)
{
}

void TicketActs::setTicket(const std::optional<engine::TicketRow> &row)
{
    m_row = row;
    refresh();
}

void TicketActs::refresh()
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    const Instant now = m_engine.clock().now();
    m_actions = m_row && !m_row->imported ? presentation::ticketActions(*snapshot, m_row->id, {}, now)
                                          : presentation::TicketActions{};
    leaveWhatIsAllowed(*snapshot);
    // Only an act from this side of the desks: an agent's own is theirs to take back.
    m_canUndo = m_console.may(Permission::writeTicket) && presentation::ownUndo(*snapshot, now).has_value();
    Q_EMIT actionsChanged();
}

void TicketActs::leaveWhatIsAllowed(const engine::BranchSnapshot &snapshot)
{
    if (m_console.may(Permission::manageTicket))
        return;
    const auto isOwn = [&](AgentId id) {
        const Agent *agent = snapshot.state.agent(id);
        return agent && agent->user && agent->user == m_engine.user();
    };
    const Ticket *ticket = m_row ? snapshot.state.ticket(m_row->id) : nullptr;
    const AgentId holder = !ticket ? AgentId{} : ticket->agent ? ticket->agent : ticket->reservedFor;
    if (!m_console.may(Permission::writeTicket) || (holder && !isOwn(holder)))
        m_actions = {};
    std::erase_if(m_actions.callers, [&](AgentId caller) { return !isOwn(caller); });
}

QString TicketActs::number() const
{
    return m_row ? QString::fromStdString(m_row->number) : QString();
}

void TicketActs::callBy(AgentId agent)
{
    if (!m_row)
        return;
    const TicketId ticket = m_row->id;
    const QString sentence = tr("%1 is called to %2.", "number, agent").arg(number(), agentName(*m_engine.snapshot(), agent));
    auto *dialog = new ReasonDialog(tr("Call %1 now").arg(number()),
                                    tr("Why this ticket before the others? The reason is kept with the ticket."),
                                    {tr("Needs help to wait"), tr("Was called by mistake before"), tr("Asked for this agent"),
                                     tr("Appointment")},
                                    tr("Call"), m_over);
    connect(dialog, &ReasonDialog::reasonGiven, this, [this, agent, ticket, sentence](const QString &reason) {
        submit(CallTicket{agent, ticket, reason.toStdString()}, sentence, Undoable::yes);
    });
    dialog->open();
}

void TicketActs::transfer()
{
    if (!m_row || (m_actions.toQueues.empty() && m_actions.toAgents.empty()))
        return;
    const TicketId ticket = m_row->id;
    const QString moved = number();
    auto *dialog = new TransferDialog(m_engine.snapshot(), moved, m_actions.toQueues, m_actions.toAgents,
                                      m_engine.clock().now(), m_over);
    connect(dialog, &TransferDialog::queueChosen, this, [this, ticket, moved](QueueId queue) {
        submit(TransferTicket{ticket, queue, {}},
               tr("%1 now waits in %2.", "number, queue").arg(moved, queueName(*m_engine.snapshot(), queue)), Undoable::yes);
    });
    connect(dialog, &TransferDialog::agentChosen, this, [this, ticket, moved](AgentId agent) {
        submit(TransferTicket{ticket, {}, agent},
               tr("%1 now waits for %2.", "number, agent").arg(moved, agentName(*m_engine.snapshot(), agent)), Undoable::yes);
    });
    dialog->open();
}

void TicketActs::returnTo(ReturnPlace place)
{
    if (m_row)
        submit(ReturnTicket{m_row->id, place}, tr("%1 waits again.").arg(number()), Undoable::yes);
}

void TicketActs::returnAfter()
{
    if (!m_row)
        return;
    const TicketId ticket = m_row->id;
    const QString sentence = tr("%1 waits again.").arg(number());
    auto *dialog = new QInputDialog(m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Return %1").arg(number()));
    dialog->setLabelText(tr("Behind how many who wait?"));
    dialog->setIntRange(0, 999);
    dialog->setIntValue(3);
    connect(dialog, &QInputDialog::intValueSelected, this, [this, ticket, sentence](int after) {
        submit(ReturnTicket{ticket, {ReturnPlace::Kind::after, after}}, sentence, Undoable::yes);
    });
    dialog->open();
}

void TicketActs::changePriority()
{
    if (!m_row)
        return;
    const TicketId ticket = m_row->id;
    const QString changed = number();
    auto *dialog = new QInputDialog(m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setWindowTitle(tr("Priority of %1").arg(changed));
    dialog->setLabelText(tr("Higher is called sooner; 0 is normal, 5 and more is high."));
    dialog->setIntRange(-limits::priority, limits::priority);
    dialog->setIntValue(m_row->priority);
    connect(dialog, &QInputDialog::intValueSelected, this, [this, ticket, changed](int priority) {
        submit(ChangePriority{ticket, priority},
               tr("%1: %2.", "number, priority in words").arg(changed, words::priority(priority)), Undoable::no);
    });
    dialog->open();
}

void TicketActs::abandon()
{
    if (m_row && m_actions.abandon)
        submit(AbandonTicket{m_row->id}, tr("%1 left without service.").arg(number()), Undoable::no);
}

void TicketActs::cancel()
{
    if (m_row && m_actions.cancel)
        submit(CancelTicket{m_row->id}, tr("%1 is cancelled.").arg(number()), Undoable::no);
}

void TicketActs::undo()
{
    if (const auto undo = presentation::ownUndo(*m_engine.snapshot(), m_engine.clock().now()))
        submit(*undo, tr("Taken back."), Undoable::no);
    else
        refresh();
}

void TicketActs::copy()
{
    if (m_row)
        QGuiApplication::clipboard()->setText(number());
}

void TicketActs::fill(QMenu &menu)
{
    if (!m_row)
        return;
    const TicketKeys keys = m_keys ? m_keys() : TicketKeys{};
    if (!m_actions.callers.empty()) {
        QMenu *callers = menu.addMenu(themedIcon(Icon::megaphone), tr("Call now by"));
        fillCallers(*callers);
    }
    if (!m_actions.toQueues.empty() || !m_actions.toAgents.empty())
        menu.addAction(themedIcon(Icon::transfer), tr("Transfer…"), keys.transfer, this, &TicketActs::transfer);
    if (m_actions.returnToLine) {
        QMenu *back = menu.addMenu(themedIcon(Icon::undo), tr("Return to the queue"));
        fillReturn(*back);
    }
    if (m_actions.changePriority)
        menu.addAction(themedIcon(Icon::star), tr("Change priority…"), keys.priority, this, &TicketActs::changePriority);
    if (m_actions.abandon)
        menu.addAction(themedIcon(Icon::arrowRight), tr("Left without service"), keys.left, this, &TicketActs::abandon);
    if (m_actions.cancel)
        menu.addAction(themedIcon(Icon::xCircle), tr("Cancel the ticket"), keys.cancel, this, &TicketActs::cancel);
    if (!menu.isEmpty())
        menu.addSeparator();
    if (m_canUndo)
        menu.addAction(themedIcon(Icon::undo), tr("Undo the last act"), keys.undo, this, &TicketActs::undo);
    menu.addAction(themedIcon(Icon::copy), tr("Copy the number"), keys.copy, this, &TicketActs::copy);
}

void TicketActs::fillCallers(QMenu &menu)
{
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    for (AgentId agent : m_actions.callers) {
        const Agent *found = snapshot->state.agent(agent);
        if (!found)
            continue;
        const QString name = QString::fromStdString(found->name);
        menu.addAction(found->counter.empty()
                           ? name
                           : tr("%1, %2", "agent, counter").arg(name, words::counter(found->counter)),
                       this, [this, agent] { callBy(agent); });
    }
}

void TicketActs::fillReturn(QMenu &menu)
{
    menu.addAction(tr("To its own place"), this, [this] { returnTo({ReturnPlace::Kind::own, 0}); });
    menu.addAction(tr("To the end"), this, [this] { returnTo({ReturnPlace::Kind::end, 0}); });
    menu.addAction(tr("Behind the first…"), this, &TicketActs::returnAfter);
}

void TicketActs::submit(CommandBody body, const QString &sentence, Undoable undoable)
{
    presentation::submit(m_engine, std::move(body), AgentId{}, this, [this, sentence, undoable](const engine::Answer &answer) {
        if (answer)
            Q_EMIT done(sentence, undoable == Undoable::yes ? answer->sequence : 0);
        else
            Q_EMIT refused(answer.error());
        refresh();
    });
}

} // namespace smartqueue::pages
