#include "agent_acts.h"

#include <QMenu>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/icons.h>

#include "reason_dialog.h"

namespace smartqueue::pages {

using presentation::agentName;
using presentation::queueName;
using presentation::wouldAccept;
using widgets::Icon;
using widgets::themedIcon;
namespace words = presentation::words;

AgentActs::AgentActs(presentation::Console &console, QWidget *over) : QObject(over), m_console(console), m_over(over) {}

const Ticket *AgentActs::inHand(const engine::BranchSnapshot &snapshot, AgentId agent) const
{
    const Agent *found = snapshot.state.agent(agent);
    return found && found->current ? snapshot.state.ticket(found->current) : nullptr;
}

bool AgentActs::canSignOut(AgentId agent) const
{
    return mayManageAgents() && wouldAccept(*m_console.engine().snapshot(), SignOut{agent}, {}, m_console.now());
}

bool AgentActs::canTakeOver(AgentId agent) const
{
    return mayTakeOver() && inHand(*m_console.engine().snapshot(), agent);
}

void AgentActs::signOut(AgentId agent)
{
    submit(SignOut{agent}, tr("%1 is signed out.", "agent").arg(agentName(*m_console.engine().snapshot(), agent)), Undoable::no);
}

void AgentActs::fillTakeOver(QMenu &menu, AgentId agent)
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Ticket *ticket = inHand(*snapshot, agent);
    if (!ticket)
        return;
    const QString queue = queueName(*snapshot, ticket->queue);
    menu.addAction(themedIcon(Icon::undo), tr("Back to the front of %1", "queue").arg(queue), this, [this, agent] { putBack(agent); });
    QMenu *others = nullptr;
    for (const auto &[id, other] : snapshot->state.agents) {
        if (id == agent || !wouldAccept(*snapshot, TransferTicket{ticket->id, {}, id}, {}, m_console.now()))
            continue;
        if (!others)
            others = menu.addMenu(themedIcon(Icon::transfer), tr("Hand it to"));
        const QString name = QString::fromStdString(other.name);
        others->addAction(tr("%1 · %2", "agent, status").arg(name, words::agentStatus(other.status)), this,
                          [this, agent, id = id] { handTo(agent, id); });
    }
    menu.addAction(themedIcon(Icon::hourglass), tr("Put it on hold…"), this, [this, agent] { hold(agent); });
}

void AgentActs::putBack(AgentId agent)
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    if (const Ticket *ticket = inHand(*snapshot, agent)) {
        submit(ReturnTicket{ticket->id, {ReturnPlace::Kind::after, 0}},
               tr("%1 is first in %2 again.", "number, queue").arg(QString::fromStdString(ticket->number), queueName(*snapshot, ticket->queue)), Undoable::yes);
    }
}

void AgentActs::handTo(AgentId agent, AgentId other)
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    if (const Ticket *ticket = inHand(*snapshot, agent)) {
        submit(TransferTicket{ticket->id, {}, other},
               tr("%1 now waits for %2.", "number, agent").arg(QString::fromStdString(ticket->number), agentName(*snapshot, other)), Undoable::yes);
    }
}

void AgentActs::hold(AgentId agent)
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Ticket *ticket = inHand(*snapshot, agent);
    if (!ticket)
        return;
    const QString number = QString::fromStdString(ticket->number);
    auto *dialog = new ReasonDialog(tr("Put %1 on hold").arg(number), tr("Why is it taken out of %1’s hand? The reason is kept with the ticket.", "agent").arg(agentName(*snapshot, agent)),
                                    {tr("Left open by mistake"), tr("The agent is not there"), tr("The customer is not there")}, tr("Hold"), m_over);
    connect(dialog, &ReasonDialog::reasonGiven, this, [this, agent, number](const QString &reason) {
        submit(HoldTicket{agent, reason.toStdString()}, tr("%1 is on hold.", "number").arg(number), Undoable::yes);
    });
    dialog->open();
}

void AgentActs::setQueues(AgentId agent, std::vector<Assignment> assignments, std::function<void(bool)> done)
{
    // What else was changed meanwhile stays as it is now.
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Agent *known = snapshot->state.agent(agent);
    if (!known) {
        done(false);
        return;
    }
    Agent changed = *known;
    changed.assignments = std::move(assignments);
    presentation::submit(m_console.engine(), DefineAgent{changed}, AgentId{}, this, [this, done = std::move(done)](const engine::Answer &answer) {
        if (!answer)
            Q_EMIT refused(answer.error());
        done(answer.has_value());
    });
}

void AgentActs::createProfile(UserId user)
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Profile *profile = directory->profile(user);
    if (!profile)
        return;
    Agent agent;
    agent.user = user;
    agent.name = profile->name().empty() ? profile->email : profile->name();
    presentation::submit(m_console.engine(), DefineAgent{agent}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT profileCreated(AgentId{answer->entity});
        else
            Q_EMIT refused(answer.error());
    });
}

void AgentActs::submit(CommandBody body, const QString &sentence, Undoable undoable)
{
    presentation::submit(m_console.engine(), std::move(body), AgentId{}, this, [this, sentence, undoable](const engine::Answer &answer) {
        if (answer)
            Q_EMIT done(sentence, undoable == Undoable::yes ? answer->sequence : 0);
        else
            Q_EMIT refused(answer.error());
    });
}

} // namespace smartqueue::pages
