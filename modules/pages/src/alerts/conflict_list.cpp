#include "conflict_list.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <smartqueue/engine/failure_codes.h>
#include <smartqueue/presentation/audit_words.h>
#include <smartqueue/presentation/peer_facts.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// More of them would push the alerts out of sight; the next follow as these are settled.
constexpr std::size_t shownAtOnce = 3;

Failure reasonOf(const Conflict &conflict)
{
    Failure why;
    if (const auto code = engine::failureCode(conflict.reason))
        why.code = *code;
    for (const ConflictDetail &detail : conflict.detail)
        why.detail[detail.name] = detail.text;
    return why;
}

/// "A001 is now: Serving, Ann.": how the branch has the ticket.
QString standingOf(const Conflict &conflict, const queueing::BranchState &state)
{
    const Ticket *ticket = state.ticket(conflict.ticket);
    if (!ticket)
        return {};
    const Agent *agent = state.agent(ticket->agent);
    const QString number = QString::fromStdString(ticket->number);
    const QString word = words::ticketState(ticket->state);
    return agent ? ConflictList::tr("%1 is now: %2, %3.", "ticket, state, agent").arg(number, word, QString::fromStdString(agent->name))
                 : ConflictList::tr("%1 is now: %2.", "ticket, state").arg(number, word);
}

} // namespace

ConflictList::ConflictList(presentation::Console &console, QWidget *parent) : QWidget(parent), m_console(console), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("conflictList"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::m);
    hide();
}

void ConflictList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_told = told();
        rebuild();
    }
    QWidget::changeEvent(event);
}

void ConflictList::follow()
{
    std::vector<Told> now = told();
    const int count = int(m_console.engine().snapshot()->state.conflicts.size());
    const bool maySettle = m_console.may(Permission::manageTicket);
    const auto sameCard = [](const Told &a, const Told &b) { return a.conflict == b.conflict; };
    const bool sameCards = count == m_count && maySettle == m_maySettle && std::equal(now.begin(), now.end(), m_told.begin(), m_told.end(), sameCard);
    if (sameCards && now == m_told)
        return;
    m_told = std::move(now);
    m_count = count;
    m_maySettle = maySettle;
    // Whoever is about to press a button keeps it.
    if (sameCards)
        retell();
    else
        rebuild();
}

std::vector<ConflictList::Told> ConflictList::told() const
{
    const auto snapshot = m_console.engine().snapshot();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    std::vector<Told> all;
    for (const auto &[id, conflict] : snapshot->state.conflicts) {
        if (all.size() == shownAtOnce)
            break;
        Told one;
        one.conflict = id;
        const QString number = QString::fromStdString(conflict.number);
        one.title = number.isEmpty() ? tr("Two stories of one act") : tr("%1: two stories", "ticket").arg(number);
        const Agent *agent = snapshot->state.agent(conflict.agent);
        const QString desktop = presentation::deviceName(*directory, conflict.device);
        const QString who = agent ? tr("%1 at %2", "agent, desktop").arg(QString::fromStdString(agent->name), desktop) : desktop;
        one.deed = tr("%1, %2, without the host: %3.", "who, time, the deed")
                       .arg(who, words::timeOfDay(conflict.doneAt, snapshot->zone), presentation::AuditWords::deed(conflict.act));
        one.standing = tr("The branch, when it heard of it at %1: %2").arg(words::timeOfDay(conflict.notedAt, snapshot->zone), words::explain(reasonOf(conflict)).what);
        if (const QString standing = standingOf(conflict, snapshot->state); !standing.isEmpty())
            one.standing += QLatin1Char(' ') + standing;
        all.push_back(std::move(one));
    }
    return all;
}

void ConflictList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    m_labels.clear();
    for (const Told &each : m_told)
        m_rows->addWidget(makeCard(each.conflict));
    retell();
    if (m_count > int(m_told.size()))
        m_rows->addWidget(new TextLabel(tr("%Ln more conflict(s) wait.", nullptr, m_count - int(m_told.size())), TextSize::small, QFont::Normal, Ink::muted, this));
    setVisible(m_count > 0);
}

void ConflictList::retell()
{
    for (std::size_t i = 0; i < m_told.size(); ++i) {
        m_labels[i].title->setText(m_told[i].title);
        m_labels[i].deed->setText(m_told[i].deed);
        m_labels[i].standing->setText(m_told[i].standing);
    }
}

QWidget *ConflictList::makeCard(ConflictId conflict)
{
    auto *card = new Card(this);
    card->setObjectName(QStringLiteral("conflictCard"));
    card->setEdge(Tone::warning);
    const auto label = [card](TextSize size, QFont::Weight weight) {
        auto *made = new TextLabel({}, size, weight, Ink::text, card);
        made->setWordWrap(true);
        return made;
    };
    const Labels labels{label(TextSize::heading, QFont::Bold), label(TextSize::body, QFont::Normal), label(TextSize::body, QFont::Normal)};
    m_labels.push_back(labels);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    auto *mark = new IconLabel(Icon::warningTriangle, card);
    mark->setTone(Tone::warning);
    head->addWidget(mark, 0, Qt::AlignVCenter);
    head->addWidget(labels.title, 1);
    card->column()->addLayout(head);
    card->column()->addWidget(labels.deed);
    card->column()->addWidget(labels.standing);
    if (!m_maySettle)
        return card;
    auto *leave = new ActionButton(Icon::check, tr("Leave it as the branch has it"), ButtonKind::secondary, card);
    leave->setObjectName(QStringLiteral("conflictLeave"));
    auto *again = new ActionButton(tr("Do it now as well"), ButtonKind::secondary, card);
    again->setObjectName(QStringLiteral("conflictAgain"));
    auto *acts = new FlowRow;
    acts->setSpacing(space::s);
    for (ActionButton *button : {leave, again}) {
        button->setCompact(true);
        acts->addWidget(button);
    }
    card->column()->addLayout(acts);
    connect(leave, &QAbstractButton::clicked, this, [this, conflict] { settle(conflict, Story::ofBranch); });
    connect(again, &QAbstractButton::clicked, this, [this, conflict] { settle(conflict, Story::ofDesktop); });
    return card;
}

void ConflictList::settle(ConflictId conflict, Story story)
{
    const bool again = story == Story::ofDesktop;
    presentation::submit(m_console.engine(), SettleConflict{conflict, again}, AgentId{}, this, [this, again](const engine::Answer &answer) {
        if (answer)
            Q_EMIT settled(again ? tr("Done now; the conflict is settled.") : tr("The conflict is settled."));
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace smartqueue::pages
