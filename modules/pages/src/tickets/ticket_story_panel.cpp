#include "ticket_story_panel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QScrollArea>

#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/flow_row.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/story_timeline.h>
#include <smartqueue/widgets/text_label.h>

#include "ticket_acts.h"
#include "ticket_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::StoryStep;
namespace words = presentation::words;

namespace {

Icon stepIcon(StoryStep::Kind kind)
{
    switch (kind) {
    case StoryStep::Kind::issued: return Icon::printer;
    case StoryStep::Kind::told: return Icon::flag;
    case StoryStep::Kind::called: return Icon::megaphone;
    case StoryStep::Kind::started: return Icon::person;
    case StoryStep::Kind::held: return Icon::hourglass;
    case StoryStep::Kind::resumed: return Icon::person;
    case StoryStep::Kind::transferred: return Icon::transfer;
    case StoryStep::Kind::returned: return Icon::undo;
    case StoryStep::Kind::priority: return Icon::star;
    case StoryStep::Kind::served: return Icon::checkCircle;
    case StoryStep::Kind::noShow: return Icon::personX;
    case StoryStep::Kind::abandoned: return Icon::arrowRight;
    case StoryStep::Kind::cancelled: return Icon::xCircle;
    case StoryStep::Kind::takenBack: return Icon::undo;
    }
    return Icon::info;
}

Tone stepTone(StoryStep::Kind kind)
{
    switch (kind) {
    case StoryStep::Kind::issued:
    case StoryStep::Kind::takenBack:
    case StoryStep::Kind::noShow:
    case StoryStep::Kind::abandoned:
    case StoryStep::Kind::cancelled: return Tone::neutral;
    case StoryStep::Kind::held: return Tone::warning;
    case StoryStep::Kind::served: return Tone::good;
    default: return Tone::accent;
    }
}

StorySpan spanOf(StoryStep::Stretch stretch)
{
    switch (stretch) {
    case StoryStep::Stretch::waiting: return StorySpan::waiting;
    case StoryStep::Stretch::withAgent: return StorySpan::withAgent;
    case StoryStep::Stretch::none: break;
    }
    return StorySpan::none;
}

} // namespace

TicketStoryPanel::TicketStoryPanel(engine::Engine &engine, TicketActs &acts, QWidget *parent)
    : Card(parent)
    , m_engine(engine)
    , m_acts(acts)
{
    setPadding(space::l);
    column()->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    m_number = new TextLabel({}, TextSize::title, QFont::Bold);
    m_number->setObjectName(QStringLiteral("storyNumber"));
    m_state = new Pill;
    head->addWidget(m_number, 1);
    head->addWidget(m_state);
    column()->addLayout(head);
    m_summary = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted);
    m_summary->setWordWrap(true);
    column()->addWidget(m_summary);
    column()->addSpacing(space::xs);
    column()->addWidget(new Divider);

    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, space::xs, 0, 0);
    rows->setSpacing(space::s);
    m_timeline = new StoryTimeline(QString());
    m_noteHead = new TextLabel({}, TextSize::small, QFont::Bold, Ink::muted);
    m_note = new TextLabel;
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_nothing = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_nothing->setWordWrap(true);
    rows->addWidget(m_timeline);
    rows->addWidget(m_noteHead);
    rows->addWidget(m_note);
    rows->addWidget(m_nothing);
    rows->addStretch();
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(inside);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    column()->addWidget(m_scroll, 1);

    m_actRow = new QWidget;
    auto *acting = new QVBoxLayout(m_actRow);
    acting->setContentsMargins(0, 0, 0, 0);
    acting->setSpacing(space::s);
    acting->addWidget(new Divider);
    acting->addSpacing(space::xs);
    m_call = new ActionButton(Icon::megaphone, QString());
    m_transfer = new ActionButton(Icon::transfer, QString());
    m_return = new ActionButton(Icon::undo, QString());
    m_undo = new ActionButton(Icon::undo, QString());
    m_more = new ActionButton(Icon::more, QString());
    m_copy = new ActionButton(Icon::copy, QString());
    m_call->setObjectName(QStringLiteral("ticketCall"));
    m_transfer->setObjectName(QStringLiteral("ticketTransfer"));
    m_undo->setObjectName(QStringLiteral("ticketUndo"));
    auto *first = new FlowRow;
    for (ActionButton *button : {m_call, m_transfer, m_return})
        first->addWidget(button);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::s);
    for (ActionButton *button : {m_undo, m_more, m_copy})
        second->addWidget(button);
    second->addStretch();
    acting->addLayout(first);
    acting->addLayout(second);
    column()->addWidget(m_actRow);

    // "Here for 3 min" grows without any event.
    connect(&m_engine, &engine::Engine::heartbeat, this, [this] {
        if (isVisible())
            tell();
    });
    connect(m_call, &QPushButton::clicked, this, [this] { popUp(m_call, &TicketActs::fillCallers); });
    connect(m_return, &QPushButton::clicked, this, [this] { popUp(m_return, &TicketActs::fillReturn); });
    connect(m_more, &QPushButton::clicked, this, [this] { popUp(m_more, &TicketActs::fill); });
    connect(m_transfer, &QPushButton::clicked, &m_acts, &TicketActs::transfer);
    connect(m_undo, &QPushButton::clicked, &m_acts, &TicketActs::undo);
    connect(m_copy, &QPushButton::clicked, &m_acts, &TicketActs::copy);
    connect(&m_acts, &TicketActs::actionsChanged, this, &TicketStoryPanel::showActs);
    retranslate();
}

void TicketStoryPanel::popUp(ActionButton *button, void (TicketActs::*fill)(QMenu &))
{
    auto *menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    (m_acts.*fill)(*menu);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

void TicketStoryPanel::retranslate()
{
    m_timeline->setAccessibleName(tr("Story of the ticket"));
    m_noteHead->setText(tr("Note"));
    m_call->setText(tr("Call by…"));
    m_transfer->setText(tr("Transfer…"));
    m_return->setText(tr("Return…"));
    m_undo->setText(tr("Undo"));
    m_more->setText(tr("More…"));
    m_copy->setText(tr("Copy"));
    retell();
}

void TicketStoryPanel::showTicket(const std::optional<engine::TicketRow> &row)
{
    const bool same = row && m_row && row->id == m_row->id;
    m_row = row;
    m_acts.setTicket(row);
    if (!row) {
        ++m_question;
        m_past.reset();
        m_story.reset();
        tell();
        return;
    }
    if (!same) {
        // The head follows the arrow keys at once; the stations follow when they are read.
        m_number->setText(QString::fromStdString(row->number));
        m_state->setLook(stateLook(row->state));
    }
    reread();
}

void TicketStoryPanel::reread()
{
    if (!m_row)
        return;
    const std::uint64_t question = ++m_question;
    engine::whenDone(
        m_engine.study([row = *m_row](engine::HistoryReader &reader) { return presentation::readPast(reader, row); }),
        this, [this, question](Result<presentation::TicketPast> past) {
            if (question != m_question)
                return;
            m_failure.reset();
            if (past)
                m_past = std::move(*past);
            else
                m_failure = past.error();
            tell();
        });
}

void TicketStoryPanel::retell()
{
    tell();
}

void TicketStoryPanel::focusStory()
{
    m_timeline->setFocus(Qt::OtherFocusReason);
}

void TicketStoryPanel::tell()
{
    const bool any = m_row && m_past && m_past->row.id == m_row->id && !m_failure;
    m_timeline->setVisible(any);
    m_state->setVisible(m_row.has_value());
    m_actRow->setVisible(m_row.has_value());
    m_nothing->setVisible(!any && (!m_row || m_failure));
    if (!m_row) {
        m_number->setText(tr("No ticket chosen"));
        m_summary->setText({});
        m_nothing->setText(tr("Choose a ticket in the list: its story appears here."));
    } else if (m_failure) {
        m_nothing->setText(words::failure(*m_failure));
    }
    if (!any) {
        m_noteHead->hide();
        m_note->hide();
        return;
    }
    const engine::SharedSnapshot snapshot = m_engine.snapshot();
    m_past->row = *m_row;
    m_story = presentation::tellStory(*m_past, *snapshot, m_engine.clock().now());
    m_number->setText(m_story->number);
    m_state->setLook(stateLook(m_story->state));
    m_summary->setText(m_story->summary);
    QList<StoryEntry> entries;
    for (const StoryStep &step : m_story->steps) {
        StoryEntry entry;
        entry.time = words::timeOfDay(step.at, snapshot->zone);
        entry.icon = stepIcon(step.kind);
        entry.tone = stepTone(step.kind);
        entry.title = step.title;
        entry.detail = step.detail;
        entry.duration = step.lasted;
        entry.span = spanOf(step.stretch);
        entries.append(entry);
    }
    m_timeline->setEntries(entries);
    m_noteHead->setVisible(!m_story->note.isEmpty());
    m_note->setVisible(!m_story->note.isEmpty());
    m_note->setText(m_story->note);
}

void TicketStoryPanel::showActs()
{
    const presentation::TicketActions &can = m_acts.actions();
    m_call->setVisible(!can.callers.empty());
    m_transfer->setVisible(!can.toQueues.empty() || !can.toAgents.empty());
    m_return->setVisible(can.returnToLine && can.callers.empty());
    m_more->setVisible(can.changePriority || can.abandon || can.cancel);
    m_undo->setVisible(m_acts.canUndo());
}

} // namespace smartqueue::pages
