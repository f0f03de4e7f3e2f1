#include "desk_last_card.h"

#include <algorithm>

#include <QAction>
#include <QGridLayout>

#include <smartqueue/domain/limits.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "shown_keys.h"
#include "ticket_looks.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

DeskLastCard::DeskLastCard(DeskController &desk, const QList<QAction *> &quiet, QWidget *parent)
    : Card(parent)
    , m_desk(desk)
    , m_most(presentation::lastShown)
{
    setPadding(space::l);
    m_title = new TextLabel({}, TextSize::heading, QFont::Bold);
    m_empty = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_empty->setWordWrap(true);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::l);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(1, 6);
    m_grid->setColumnStretch(2, 5);
    m_grid->setColumnStretch(3, 5);
    m_grid->setColumnStretch(4, 5);
    for (int at = 0; at < int(presentation::lastShown); ++at)
        m_rows.push_back(makeRow(at));
    column()->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column()->setSpacing(space::xs);
    auto *head = new QHBoxLayout;
    m_who = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_who);
    for (QAction *action : quiet) {
        auto *button = new ActionButton(QString(), ButtonKind::link);
        const auto follow = [action, button] {
            button->setText(action->text());
            button->setEnabled(action->isEnabled());
        };
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        follow();
        head->addWidget(button);
    }
    column()->addLayout(head);
    column()->addWidget(m_empty);
    column()->addLayout(m_grid);
    column()->addStretch();
    connect(&m_desk, &DeskController::factsChanged, this, &DeskLastCard::showFacts);
    retranslate();
}

void DeskLastCard::followUndo(QAction *undo)
{
    const auto showKeys = [this, undo] {
        for (const Row &row : m_rows)
            row.undo->setKeyCap(shownKeys(undo));
    };
    connect(undo, &QAction::changed, this, showKeys);
    showKeys();
}

void DeskLastCard::fitInto(int height)
{
    const int pitch = scaled(metric::row);
    const int head = column()->contentsMargins().top() + column()->contentsMargins().bottom() + m_title->sizeHint().height() + space::s;
    const auto most = std::size_t(std::clamp((height - head) / pitch, 1, int(m_rows.size())));
    if (most == m_most)
        return;
    m_most = most;
    showFacts();
}

DeskLastCard::Row DeskLastCard::makeRow(int at)
{
    Row row;
    row.number = new TextLabel({}, TextSize::body, QFont::Bold);
    row.queue = new TextLabel;
    row.end = new Pill;
    row.time = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    row.undo = new ActionButton(Icon::undo, QString());
    row.undo->setObjectName(QStringLiteral("deskUndo%1").arg(at));
    row.link = new ActionButton(Icon::undo, QString(), ButtonKind::link);
    row.final = new QWidget;
    auto *final = new QHBoxLayout(row.final);
    final->setContentsMargins(0, 0, 0, 0);
    row.finalText = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    final->addWidget(new IconLabel(Icon::lock));
    final->addWidget(row.finalText);

    const int line = at * 2;
    m_grid->addWidget(row.number, line, 0);
    m_grid->addWidget(row.queue, line, 1);
    m_grid->addWidget(row.end, line, 2, Qt::AlignLeading | Qt::AlignVCenter);
    m_grid->addWidget(row.time, line, 3);
    auto *end = new QHBoxLayout;
    end->setSpacing(0);
    end->addStretch();
    end->addWidget(row.undo);
    end->addWidget(row.link);
    end->addWidget(row.final);
    m_grid->addLayout(end, line, 4);
    row.line = new Divider;
    m_grid->addWidget(row.line, line + 1, 0, 1, 5);
    for (ActionButton *button : {row.undo, row.link}) {
        connect(button, &QPushButton::clicked, this, [this, at] { m_desk.undo(m_rows[std::size_t(at)].steps); });
    }
    return row;
}

void DeskLastCard::retranslate()
{
    m_title->setText(tr("Your last tickets"));
    m_empty->setText(tr("What you finished in the last half hour is listed here, with a way to take it back for %n second(s).", nullptr,
                        int(limits::undoWindow / std::chrono::seconds(1))));
    for (Row &row : m_rows) {
        row.undo->setText(tr("Undo"));
        row.link->setText(tr("Undo"));
        row.finalText->setText(tr("Final"));
        row.final->setToolTip(tr("An act can be taken back for %n second(s), while nobody has gone on from it.", nullptr,
                                 int(limits::undoWindow / std::chrono::seconds(1))));
    }
    showFacts();
}

void DeskLastCard::showFacts()
{
    const auto &last = m_desk.facts().last;
    m_empty->setVisible(last.empty());
    m_who->setText(m_desk.facts().agentName);
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        Row &row = m_rows[at];
        const bool shown = at < std::min(last.size(), m_most);
        m_grid->setRowMinimumHeight(int(at) * 2, shown ? scaled(metric::row - 1) : 0);
        for (QWidget *part : {static_cast<QWidget *>(row.number), static_cast<QWidget *>(row.queue),
                              static_cast<QWidget *>(row.end), static_cast<QWidget *>(row.time)})
            part->setVisible(shown);
        row.line->setVisible(at + 1 < std::min(last.size(), m_most));
        if (shown) {
            showRow(row, last[at]);
        } else {
            row.undo->hide();
            row.link->hide();
            row.final->hide();
        }
    }
}

void DeskLastCard::showRow(Row &row, const presentation::LastTicket &ticket)
{
    const TimeZone zone = m_desk.engine().snapshot()->zone;
    row.number->setText(ticket.number);
    row.queue->setText(ticket.queue);
    row.end->setLook(endLook(ticket.end));
    const QString from = words::timeOfDay(ticket.from, zone);
    row.time->setText(ticket.end == LegEnd::open ? from
                                                 : tr("%1–%2", "from, until").arg(from, words::timeOfDay(ticket.until, zone)));
    row.steps = ticket.undoSteps;
    row.undo->setVisible(ticket.undoSteps == 1);
    row.undo->setAccessibleName(tr("Undo: %1").arg(ticket.number));
    row.link->setVisible(ticket.undoSteps > 1);
    row.link->setAccessibleName(tr("Undo back to %1").arg(ticket.number));
    row.link->setToolTip(tr("Takes back everything since, %n step(s).", nullptr, ticket.undoSteps));
    row.final->setVisible(ticket.undoSteps == 0);
}

} // namespace smartqueue::pages
