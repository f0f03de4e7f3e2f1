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

/// "Waits", "Being served by Ann": how the branch has the ticket.
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
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

void ConflictList::follow()
{
    const auto snapshot = m_console.engine().snapshot();
    std::vector<Conflict> now;
    for (const auto &[id, conflict] : snapshot->state.conflicts)
        now.push_back(conflict);
    const auto sameId = [](const Conflict &one, const Conflict &other) { return one.id == other.id; };
    if (std::equal(now.begin(), now.end(), m_shown.begin(), m_shown.end(), sameId))
        return;
    m_shown = std::move(now);
    rebuild();
}

void ConflictList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < std::min(shownAtOnce, m_shown.size()); ++i)
        m_rows->addWidget(cardOf(m_shown[i]));
    if (m_shown.size() > shownAtOnce)
        m_rows->addWidget(new TextLabel(tr("%Ln more conflict(s) wait.", nullptr, int(m_shown.size() - shownAtOnce)), TextSize::small, QFont::Normal, Ink::muted, this));
    setVisible(!m_shown.empty());
}

QWidget *ConflictList::cardOf(const Conflict &conflict)
{
    const auto snapshot = m_console.engine().snapshot();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    auto *card = new Card(this);
    card->setObjectName(QStringLiteral("conflictCard"));
    card->setEdge(Tone::warning);
    const auto paragraph = [card](const QString &text, Ink ink) {
        auto *label = new TextLabel(text, TextSize::body, QFont::Normal, ink, card);
        label->setWordWrap(true);
        card->column()->addWidget(label);
    };
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    auto *mark = new IconLabel(Icon::warningTriangle, card);
    mark->setTone(Tone::warning);
    head->addWidget(mark, 0, Qt::AlignVCenter);
    const QString number = QString::fromStdString(conflict.number);
    auto *title = new TextLabel(number.isEmpty() ? tr("Two stories of one act") : tr("%1: two stories", "ticket").arg(number), TextSize::heading, QFont::Bold, Ink::text, card);
    title->setWordWrap(true);
    head->addWidget(title, 1);
    card->column()->addLayout(head);

    const Agent *agent = snapshot->state.agent(conflict.agent);
    const QString desktop = presentation::deviceName(*directory, conflict.device);
    const QString who = agent ? tr("%1 at %2", "agent, desktop").arg(QString::fromStdString(agent->name), desktop) : desktop;
    paragraph(tr("%1, %2, without the host: %3.", "who, time, the deed")
                  .arg(who, words::timeOfDay(conflict.doneAt, snapshot->zone), presentation::AuditWords::deed(conflict.act)),
              Ink::text);
    QString story = tr("The branch, when it heard of it at %1: %2").arg(words::timeOfDay(conflict.notedAt, snapshot->zone), words::explain(reasonOf(conflict)).what);
    if (const QString standing = standingOf(conflict, snapshot->state); !standing.isEmpty())
        story += QLatin1Char(' ') + standing;
    paragraph(story, Ink::text);

    if (!m_console.may(Permission::manageTicket))
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
    connect(leave, &QAbstractButton::clicked, this, [this, id = conflict.id] { settle(id, false); });
    connect(again, &QAbstractButton::clicked, this, [this, id = conflict.id] { settle(id, true); });
    return card;
}

void ConflictList::settle(ConflictId conflict, bool again)
{
    presentation::submit(m_console.engine(), SettleConflict{conflict, again}, AgentId{}, this, [this, again](const engine::Answer &answer) {
        if (answer)
            Q_EMIT settled(again ? tr("Done now; the conflict is settled.") : tr("The conflict is settled."));
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace smartqueue::pages
