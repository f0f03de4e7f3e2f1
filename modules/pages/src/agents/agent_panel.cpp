#include "agent_panel.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>

#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

#include "agent_acts.h"
#include "agent_figures_box.h"
#include "agent_looks.h"
#include "agent_queues_box.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::AgentGroup;
namespace words = presentation::words;

namespace {

QString text16(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

AgentGroup groupOf(AgentStatus status)
{
    switch (status) {
    case AgentStatus::available: return AgentGroup::available;
    case AgentStatus::busy: return AgentGroup::serving;
    case AgentStatus::paused: return AgentGroup::onBreak;
    case AgentStatus::offline: break;
    }
    return AgentGroup::signedOut;
}

} // namespace

AgentPanel::AgentPanel(presentation::Console &console, AgentActs &acts, const presentation::AgentHistory &history, QWidget *parent)
    : Card(parent), m_console(console), m_acts(acts), m_history(history)
{
    setPadding(space::l);
    column()->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    m_name = new TextLabel({}, TextSize::title, QFont::Bold);
    m_name->setObjectName(QStringLiteral("agentPanelName"));
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_pill = new Pill;
    m_pill->setObjectName(QStringLiteral("agentPanelStatus"));
    head->addWidget(m_name, 1);
    head->addWidget(m_pill, 0, Qt::AlignTop);
    column()->addLayout(head);
    m_email = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_email->setTextFormat(Qt::PlainText);
    m_status = new TextLabel;
    m_status->setObjectName(QStringLiteral("agentPanelSentence"));
    for (TextLabel *label : {m_email, m_status}) {
        label->setWordWrap(true);
        column()->addWidget(label);
    }
    column()->addSpacing(space::xs);
    column()->addWidget(new Divider);

    m_facts = new QWidget;
    auto *rows = new QVBoxLayout(m_facts);
    rows->setContentsMargins(0, space::xs, 0, 0);
    rows->setSpacing(space::l);
    rows->addWidget(makeHand());
    m_queues = new AgentQueuesBox(m_console.engine(), m_acts);
    rows->addWidget(m_queues);
    m_figures = new AgentFiguresBox;
    rows->addWidget(m_figures);
    auto *profile = new QGridLayout;
    profile->setHorizontalSpacing(space::l);
    profile->setVerticalSpacing(space::xs);
    profile->setColumnStretch(1, 1);
    m_skillsHead = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text);
    m_skills = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_skills->setWordWrap(true);
    m_skills->setTextFormat(Qt::PlainText);
    m_costHead = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text);
    m_cost = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_cost->setObjectName(QStringLiteral("agentPanelCost"));
    for (TextLabel *label : {m_skills, m_cost})
        label->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    profile->addWidget(m_skillsHead, 0, 0, Qt::AlignTop);
    profile->addWidget(m_skills, 0, 1);
    profile->addWidget(m_costHead, 1, 0);
    profile->addWidget(m_cost, 1, 1);
    rows->addLayout(profile);
    rows->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_facts);
    scroll->viewport()->setAutoFillBackground(false);
    m_facts->setAutoFillBackground(false);
    column()->addWidget(scroll, 1);

    m_actRow = new QWidget;
    auto *acting = new QVBoxLayout(m_actRow);
    acting->setContentsMargins(0, 0, 0, 0);
    acting->setSpacing(space::s);
    acting->addWidget(new Divider);
    m_signOutHint = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_signOutHint->setWordWrap(true);
    acting->addWidget(m_signOutHint);
    m_edit = new ActionButton(Icon::edit, QString());
    m_edit->setObjectName(QStringLiteral("agentEdit"));
    m_signOut = new ActionButton(Icon::arrowRight, QString());
    m_signOut->setObjectName(QStringLiteral("agentSignOut"));
    m_create = new ActionButton(Icon::plus, QString());
    m_create->setObjectName(QStringLiteral("agentCreateProfile"));
    auto *buttons = new FlowRow;
    for (ActionButton *button : {m_edit, m_signOut, m_create})
        buttons->addWidget(button);
    acting->addLayout(buttons);
    column()->addWidget(m_actRow);

    connect(m_takeOver, &QPushButton::clicked, this, &AgentPanel::openTakeOver);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editRequested(m_key.agent); });
    connect(m_signOut, &QPushButton::clicked, this, [this] { m_acts.signOut(m_key.agent); });
    connect(m_create, &QPushButton::clicked, this, [this] { m_acts.createProfile(m_key.user); });
    retranslate();
}

QWidget *AgentPanel::makeHand()
{
    m_hand = new Card;
    m_hand->setInset(true);
    m_hand->setPadding(space::m);
    m_hand->column()->setSpacing(space::xs);
    m_handHead = new TextLabel({}, TextSize::small, QFont::Bold, Ink::muted);
    m_handTicket = new TextLabel({}, TextSize::heading, QFont::Bold);
    m_handTicket->setObjectName(QStringLiteral("agentPanelTicket"));
    m_handTime = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_takeOver = new ActionButton(Icon::transfer, QString());
    m_takeOver->setObjectName(QStringLiteral("agentTakeOver"));
    for (TextLabel *label : {m_handHead, m_handTicket, m_handTime}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        m_hand->column()->addWidget(label);
    }
    m_hand->column()->addSpacing(space::xs);
    m_hand->column()->addWidget(m_takeOver, 0, Qt::AlignLeading);
    return m_hand;
}

void AgentPanel::showAgent(const presentation::AgentKey &key)
{
    m_key = key;
    refresh();
}

void AgentPanel::saveNow()
{
    m_queues->saveNow();
}

void AgentPanel::focusFirst()
{
    for (QWidget *first : {static_cast<QWidget *>(m_takeOver), static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_create)}) {
        if (first->isVisible()) {
            first->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void AgentPanel::refresh()
{
    const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
    const Agent *agent = snapshot->state.agent(m_key.agent);
    const bool any = agent || m_key.user;
    m_pill->setVisible(any);
    m_facts->setVisible(agent);
    m_create->setVisible(!agent && m_key.user && m_acts.mayManageAgents());
    m_edit->setVisible(agent && m_acts.mayManageAgents());
    if (!agent) {
        m_signOut->hide();
        m_signOutHint->hide();
        m_actRow->setVisible(m_create->isVisibleTo(m_actRow));
        m_queues->showAgent({});
        if (m_key.user)
            showUser();
        else
            showNobody();
        return;
    }
    const Instant now = m_console.now();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Profile *profile = agent->user ? directory->profile(agent->user) : nullptr;
    m_name->setText(text16(agent->name));
    m_email->setText(profile ? text16(profile->email) : tr("No account"));
    m_email->setVisible(profile || directory->hasUsers());
    showStatus(*snapshot, *agent, now);
    showHand(*snapshot, *agent, now);
    m_queues->showAgent(agent->id);
    m_figures->showFigures(m_history.today(agent->id), m_history.week(agent->id), snapshot->state.branch.onTimeTarget, agent->hourlyCost);
    QStringList skills;
    for (const std::string &skill : agent->skills)
        skills.append(text16(skill));
    m_skills->setText(skills.isEmpty() ? tr("none", "skills") : skills.join(QStringLiteral(", ")));
    m_cost->setText(agent->hourlyCost ? presentation::amount(*agent->hourlyCost) : tr("not known", "cost"));
    const bool offline = agent->status == AgentStatus::offline;
    const bool keptByTicket = !offline && agent->current && m_acts.mayManageAgents();
    m_signOut->setVisible(!offline && !keptByTicket && m_acts.canSignOut(agent->id));
    m_signOutHint->setVisible(keptByTicket);
    m_actRow->setVisible(m_acts.mayManageAgents());
}

void AgentPanel::showNobody()
{
    m_name->setText(tr("Nobody chosen"));
    m_email->hide();
    m_status->setInk(Ink::muted);
    m_status->setText(tr("Choose somebody in the list: how they stand and what they did appears here."));
}

void AgentPanel::showUser()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const Profile *profile = directory->profile(m_key.user);
    const User *user = directory->user(m_key.user);
    if (!profile || !user)
        return;
    const QString word = tr("No profile here");
    m_name->setText(profile->name().empty() ? text16(profile->email) : text16(profile->name()));
    m_pill->setLook(agentLook(AgentGroup::noProfile, false, false, word));
    m_email->setText(text16(profile->email));
    m_email->show();
    m_status->setInk(Ink::text);
    m_status->setText(user->hasPassword ? tr("Has an account, and no profile in this branch. With a profile they can have queues and call tickets here.")
                                        : tr("Is invited and has not set a password yet. With a profile they can have queues and call tickets here."));
}

void AgentPanel::showStatus(const engine::BranchSnapshot &snapshot, const Agent &agent, Instant now)
{
    const Ticket *ticket = agent.current ? snapshot.state.ticket(agent.current) : nullptr;
    const Duration lasted = std::max(now - agent.statusSince, Duration(0));
    const auto standing = presentation::breakStanding(lasted, presentation::breakLimit(snapshot.state.branch, agent.statusReason));
    const bool beyond = agent.status == AgentStatus::paused && standing.beyond;
    const bool calling = ticket && ticket->state == TicketState::called;
    m_pill->setLook(agentLook(groupOf(agent.status), calling, beyond, ticket ? words::ticketState(ticket->state) : words::agentStatus(agent.status)));
    QString sentence;
    if (agent.status == AgentStatus::offline)
        sentence = agent.statusSince == Instant{} ? tr("Has never signed in here.")
                                                  : tr("Signed out for %1.", "how long").arg(words::shortSpan(lasted));
    else if (agent.status == AgentStatus::paused)
        sentence = agent.statusReason.empty() ? tr("On a break: %1.", "how long").arg(standing.words)
                                              : tr("On a break, %1: %2.", "reason, how long").arg(text16(agent.statusReason), standing.words);
    else
        sentence = tr("%1 for %2.", "status, how long").arg(words::agentStatus(agent.status), words::shortSpan(lasted));
    if (agent.breakArmed)
        sentence += QLatin1Char(' ') + (agent.armedReason.empty() ? tr("A break comes after this ticket.")
                                                                  : tr("A break comes after this ticket: %1.", "reason").arg(text16(agent.armedReason)));
    if (agent.status != AgentStatus::offline && !agent.counter.empty())
        sentence = tr("%1. %2", "counter, sentence").arg(words::counter(agent.counter), sentence);
    m_status->setInk(beyond ? Ink::warning : Ink::text);
    m_status->setText(sentence);
}

void AgentPanel::showHand(const engine::BranchSnapshot &snapshot, const Agent &agent, Instant now)
{
    const Ticket *ticket = agent.current ? snapshot.state.ticket(agent.current) : nullptr;
    m_hand->setVisible(ticket);
    if (!ticket)
        return;
    const QString number = text16(ticket->number);
    const Duration lasted = presentation::timeInHand(*ticket, now);
    const bool forgotten = lasted > presentation::forgottenAfter(snapshot, *ticket);
    m_handTicket->setText(tr("%1 · %2", "number, queue").arg(number, presentation::queueName(snapshot, ticket->queue)));
    QString time = ticket->leg().startedAt ? tr("Served for %1", "timer").arg(words::timer(lasted)) : tr("Called %1 ago", "timer").arg(words::timer(lasted));
    if (const auto usual = presentation::usualService(snapshot, ticket->queue); usual && ticket->leg().startedAt) {
        using std::chrono::floor;
        using std::chrono::seconds;
        time = tr("%1, usually %2", "time, range").arg(time, words::waitRange(floor<seconds>(usual->first), floor<seconds>(usual->second)));
    }
    m_handTime->setText(forgotten ? tr("%1. It seems to be forgotten.", "sentence about the time").arg(time) : time);
    m_handTime->setInk(forgotten ? Ink::warning : Ink::muted);
    m_takeOver->setText(tr("Take over %1…", "number").arg(number));
    m_takeOver->setVisible(m_acts.mayTakeOver());
    m_signOutHint->setText(tr("To sign %1 out, take over %2 first.", "agent, number").arg(text16(agent.name), number));
}

void AgentPanel::openTakeOver()
{
    auto *menu = new QMenu(m_takeOver);
    menu->setObjectName(QStringLiteral("takeOverMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_acts.fillTakeOver(*menu, m_key.agent);
    // The agent may have finished it this moment.
    if (menu->isEmpty()) {
        delete menu;
        return;
    }
    menu->popup(m_takeOver->mapToGlobal(QPoint(0, m_takeOver->height() + 2)));
}

void AgentPanel::retranslate()
{
    m_handHead->setText(tr("In hand"));
    m_skillsHead->setText(tr("Skills"));
    m_costHead->setText(tr("Cost of an hour"));
    m_edit->setText(tr("Edit…"));
    m_signOut->setText(tr("Sign out"));
    m_create->setText(tr("Give a profile in this branch"));
    m_queues->retranslate();
    m_figures->retranslate();
    refresh();
}

} // namespace smartqueue::pages
