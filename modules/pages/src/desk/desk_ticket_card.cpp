#include "desk_ticket_card.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <smartqueue/domain/limits.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/agent_facts.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/duration_bar.h>
#include <smartqueue/widgets/number_plate.h>
#include <smartqueue/widgets/pill.h>

#include "icon_label.h"
#include "shown_keys.h"
#include "ticket_looks.h"

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

namespace {

/// A pause this long while typing means that the thought is finished.
constexpr auto typingPause = std::chrono::milliseconds(800);

/// Not scaled: with a large text the words need the room.
constexpr int barWidth = 180;

QString otherId() { return QStringLiteral("other"); }

/// Two lines are enough to begin with; it grows where there is room.
class NotesEdit : public QPlainTextEdit {
public:
    QSize sizeHint() const override { return {scaled(240), scaled(52)}; }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

TextLabel *small(Ink ink = Ink::muted, QFont::Weight weight = QFont::Normal)
{
    return new TextLabel({}, TextSize::small, weight, ink);
}

} // namespace

DeskTicketCard::DeskTicketCard(DeskController &desk, QWidget *parent)
    : Card(parent)
    , m_desk(desk)
{
    column()->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_ticketSide = makeTicketSide();
    m_idleSide = makeIdleSide();
    column()->addWidget(m_idleSide, 1);
    column()->addWidget(m_ticketSide, 1);
    m_ticketSide->hide();

    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(typingPause);
    connect(&m_saveSoon, &QTimer::timeout, this, &DeskTicketCard::saveNote);
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling)
            return;
        m_dirty = true;
        m_saved->hide();
        m_savedIcon->hide();
        m_saveSoon.start();
    });
    connect(m_outcome, &ChoiceGroup::currentChanged, this, &DeskTicketCard::takeOutcome);
    connect(m_other, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_outcome->currentId() == otherId())
            m_desk.setOutcome(text.trimmed().isEmpty() ? otherId() : text.trimmed());
    });
    connect(&m_desk, &DeskController::factsChanged, this, &DeskTicketCard::showFacts);
    connect(&m_desk, &DeskController::noteSaved, this, [this](TicketId ticket) {
        if (ticket != m_shown || m_dirty)
            return;
        m_saved->show();
        m_savedIcon->show();
    });
    retranslate();
}

QWidget *DeskTicketCard::makeTicketSide()
{
    auto *side = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);

    auto *top = new QHBoxLayout;
    top->setSpacing(0);
    m_state = new Pill;
    m_since = small();
    m_channelIcon = new IconLabel(Icon::person);
    m_channel = small();
    top->addWidget(m_state);
    top->addSpacing(space::m);
    top->addWidget(m_since);
    top->addStretch();
    top->addWidget(m_channelIcon);
    top->addSpacing(6);
    top->addWidget(m_channel);
    rows->addLayout(top);
    rows->addSpacing(space::s);

    auto *whoRow = new QWidget;
    whoRow->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *who = new QHBoxLayout(whoRow);
    who->setContentsMargins(0, 0, 0, 0);
    m_number = new NumberPlate;
    m_number->setObjectName(QStringLiteral("deskNumber"));
    who->addWidget(m_number, 0, Qt::AlignVCenter);
    who->addSpacing(space::l);
    auto *service = new QVBoxLayout;
    service->setSpacing(space::s);
    m_service = new TextLabel({}, TextSize::title, QFont::Bold);
    m_service->setWordWrap(true);
    m_queue = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_queue->setWordWrap(true);
    service->addStretch();
    service->addWidget(m_service);
    service->addWidget(m_queue);
    service->addStretch();
    who->addLayout(service, 1);
    auto *time = new QVBoxLayout;
    time->setSpacing(6);
    m_timer = new TextLabel({}, TextSize::display, QFont::Bold);
    m_timer->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_bar = new DurationBar;
    m_bar->setMinimumWidth(barWidth);
    m_usual = small();
    m_usual->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    time->addStretch();
    time->addWidget(m_timer);
    time->addWidget(m_bar, 0, Qt::AlignTrailing);
    time->addWidget(m_usual);
    time->addStretch();
    who->addLayout(time);
    rows->addWidget(whoRow);
    rows->addSpacing(space::m);
    rows->addWidget(new Divider);
    rows->addSpacing(space::m);

    auto *told = new QGridLayout;
    told->setHorizontalSpacing(space::xl);
    told->setVerticalSpacing(6);
    m_waitedHead = small();
    m_calledHead = small();
    m_cameHead = small();
    m_waited = new TextLabel({}, TextSize::body, QFont::Bold);
    m_called = new TextLabel({}, TextSize::body, QFont::Bold);
    m_came = new TextLabel({}, TextSize::body, QFont::Bold);
    m_promise = new Pill;
    auto *waited = new QHBoxLayout;
    waited->setSpacing(space::m);
    waited->addWidget(m_waited);
    waited->addWidget(m_promise);
    waited->addStretch();
    told->addWidget(m_waitedHead, 0, 0);
    told->addWidget(m_calledHead, 0, 1);
    told->addWidget(m_cameHead, 0, 2);
    told->addLayout(waited, 1, 0);
    told->addWidget(m_called, 1, 1);
    told->addWidget(m_came, 1, 2);
    told->setRowMinimumHeight(1, m_promise->sizeHint().height());
    told->setColumnStretch(0, 4);
    told->setColumnStretch(1, 3);
    told->setColumnStretch(2, 4);
    rows->addLayout(told);
    rows->addSpacing(space::m);
    rows->addWidget(new Divider);
    rows->addSpacing(space::m);

    auto *notesHead = new QHBoxLayout;
    notesHead->setSpacing(0);
    m_notesHead = small(Ink::muted, QFont::Bold);
    m_savedIcon = new IconLabel(Icon::check);
    m_saved = small();
    notesHead->addWidget(m_notesHead);
    notesHead->addStretch();
    notesHead->addWidget(m_savedIcon);
    notesHead->addSpacing(6);
    notesHead->addWidget(m_saved);
    rows->addLayout(notesHead);
    rows->addSpacing(6);
    m_notes = new NotesEdit;
    m_notes->setObjectName(QStringLiteral("deskNotes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMaximumHeight(scaled(220));
    m_notes->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_notes->installEventFilter(this);
    m_notesHead->setBuddy(m_notes);
    rows->addWidget(m_notes, 100);
    rows->addSpacing(space::m);

    m_outcomeHead = small(Ink::muted, QFont::Bold);
    rows->addWidget(m_outcomeHead);
    rows->addSpacing(6);
    m_outcome = new OptionGroup(QString());
    m_outcome->setObjectName(QStringLiteral("deskOutcome"));
    // A second row of choices needs its height.
    QSizePolicy tall = m_outcome->sizePolicy();
    tall.setVerticalPolicy(QSizePolicy::Minimum);
    m_outcome->setSizePolicy(tall);
    rows->addWidget(m_outcome);
    m_other = new QLineEdit;
    m_other->setMaxLength(int(limits::nameCodePoints));
    m_other->hide();
    rows->addWidget(m_other);
    rows->addStretch();
    return side;
}

QWidget *DeskTicketCard::makeIdleSide()
{
    auto *side = new QWidget;
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::m);
    m_idlePill = new Pill;
    m_idleTitle = new TextLabel({}, TextSize::display, QFont::Bold);
    m_idleTitle->setWordWrap(true);
    m_idleText = new TextLabel({}, TextSize::body, QFont::Normal, Ink::muted);
    m_idleText->setWordWrap(true);
    rows->addWidget(m_idlePill, 0, Qt::AlignLeading);
    rows->addStretch();
    rows->addWidget(m_idleTitle);
    rows->addWidget(m_idleText);
    rows->addStretch();
    return side;
}

void DeskTicketCard::retranslate()
{
    m_waitedHead->setText(tr("Customer waited"));
    m_calledHead->setText(tr("Called at"));
    m_cameHead->setText(tr("Came to the desk"));
    m_notesHead->setText(tr("Notes"));
    m_notes->setAccessibleName(tr("Notes on this ticket"));
    m_saved->setText(tr("Saved"));
    m_outcomeHead->setText(tr("Outcome"));
    m_outcome->setAccessibleName(tr("Outcome"));
    m_other->setPlaceholderText(tr("What was the outcome?"));
    m_other->setAccessibleName(tr("Other outcome"));
    const auto choice = [](const char *id, const QString &text, const QString &key) {
        return Choice{QString::fromLatin1(id), text, Icon::none, -1, key};
    };
    m_outcome->setChoices({choice(presentation::outcomeDone, tr("Done"), QStringLiteral("1")),
                           choice(presentation::outcomeDocumentMissing, tr("Document missing"), QStringLiteral("2")),
                           choice(presentation::outcomeFollowUp, tr("To follow up"), QStringLiteral("3")),
                           choice("other", tr("Other…"), QStringLiteral("4"))});
    if (m_outcome->currentId().isEmpty())
        m_outcome->setCurrentId(QString::fromLatin1(presentation::outcomeDone));
    showFacts();
}

void DeskTicketCard::chooseOutcome(int number)
{
    if (!m_desk.facts().current || number < 1 || number > int(m_outcome->choices().size()))
        return;
    m_outcome->setCurrentId(m_outcome->choices()[number - 1].id);
    takeOutcome(m_outcome->currentId());
}

void DeskTicketCard::takeOutcome(const QString &id)
{
    const bool other = id == otherId();
    m_other->setVisible(other);
    if (!other) {
        m_desk.setOutcome(id);
        return;
    }
    m_desk.setOutcome(m_other->text().trimmed().isEmpty() ? otherId() : m_other->text().trimmed());
    m_other->setFocus(Qt::ShortcutFocusReason);
}

void DeskTicketCard::showFacts()
{
    const presentation::DeskFacts &facts = m_desk.facts();
    if (!facts.current) {
        if (m_shown)
            showNotes({});
        m_ticketSide->hide();
        m_idleSide->show();
        showIdle();
        return;
    }
    const presentation::DeskTicket &ticket = *facts.current;
    if (ticket.id != m_shown) {
        showNotes(ticket.id);
        m_outcome->setCurrentId(QString::fromLatin1(presentation::outcomeDone));
        m_other->clear();
        m_other->hide();
    }
    m_idleSide->hide();
    m_ticketSide->show();
    const TimeZone zone = m_desk.engine().snapshot()->zone;
    const Instant since = ticket.startedAt.value_or(ticket.calledAt);
    m_state->setLook(stateLook(ticket.state));
    m_since->setText(tr("since %1", "time of day").arg(words::timeOfDay(since, zone)));
    m_channelIcon->setIcon(channelIcon(ticket.channel));
    m_channel->setText(words::channel(ticket.channel.toStdString()));
    m_number->setNumber(ticket.number);
    m_service->setText(ticket.service.isEmpty() ? ticket.queue : ticket.service);
    m_queue->setText(tr("%1 · %2", "queue, priority")
                         .arg(ticket.queue, ticket.priority == 0 ? tr("no priority") : words::priority(ticket.priority)));
    m_waited->setText(words::minutes(ticket.waited));
    m_promise->setVisible(!ticket.promise.isEmpty());
    // Grey, never red: it is read with the customer in front of the screen.
    m_promise->setLook(ticket.asPromised
                           ? PillLook{Icon::checkCircle, tr("as told: %1").arg(ticket.promise), Tone::good, PillStyle::filled}
                           : PillLook{Icon::info, tr("told: %1").arg(ticket.promise), Tone::neutral, PillStyle::filled});
    m_called->setText(ticket.recalls > 0 ? tr("%1, announced %n time(s)", nullptr, ticket.recalls + 1)
                                               .arg(words::timeOfDay(ticket.calledAt, zone))
                                         : words::timeOfDay(ticket.calledAt, zone));
    m_came->setText(ticket.startedAt ? tr("after %1").arg(words::shortSpan(*ticket.startedAt - ticket.calledAt))
                                     : tr("not yet"));
    showTimer();
}

void DeskTicketCard::showTimer()
{
    const presentation::DeskTicket &ticket = *m_desk.facts().current;
    const Duration running = presentation::deskTimer(ticket, m_desk.now());
    m_timer->setText(words::timer(running));
    const bool serving = ticket.state == TicketState::serving && ticket.usual.has_value();
    QString usually;
    DurationBarData bar;
    bar.elapsed = std::chrono::floor<std::chrono::seconds>(running);
    if (serving) {
        bar.usualFrom = std::chrono::floor<std::chrono::seconds>(ticket.usual->first);
        bar.usualTo = std::chrono::floor<std::chrono::seconds>(ticket.usual->second);
        usually = tr("usually %1", "range of minutes").arg(words::waitRange(bar.usualFrom, bar.usualTo));
    } else if (ticket.state == TicketState::called) {
        usually = tr("since the call");
    }
    m_usual->setText(usually);
    m_bar->setVisible(serving);
    m_bar->setData(bar, usually.isEmpty() ? words::timer(running) : tr("%1, %2", "timer, usual range").arg(words::timer(running), usually));
}

void DeskTicketCard::followMain(const QAction *main)
{
    m_main = main;
    connect(main, &QAction::changed, this, &DeskTicketCard::showIdle);
    showIdle();
}

void DeskTicketCard::showIdle()
{
    const presentation::DeskFacts &facts = m_desk.facts();
    const TimeZone zone = m_desk.engine().snapshot()->zone;
    if (facts.status == AgentStatus::paused) {
        const auto standing = presentation::breakStanding(std::max(m_desk.now() - facts.statusSince, Duration(0)), facts.breakLimit);
        m_idlePill->setLook({standing.beyond ? Icon::warningTriangle : Icon::coffee, words::agentStatus(AgentStatus::paused),
                             standing.beyond ? Tone::warning : Tone::paused, PillStyle::filled});
        m_idleTitle->setText(facts.statusReason.isEmpty() ? tr("Break") : facts.statusReason);
        m_idleText->setInk(standing.beyond ? Ink::warning : Ink::muted);
        m_idleText->setText(tr("Since %1: %2. You get no tickets until you come back.", "time of day, how long")
                                .arg(words::timeOfDay(facts.statusSince, zone), standing.words));
        return;
    }
    m_idleText->setInk(Ink::muted);
    m_idlePill->setLook({Icon::checkCircle, words::agentStatus(facts.status), Tone::good, PillStyle::filled});
    if (facts.queues.empty()) {
        m_idleTitle->setText(tr("No queue is yours yet"));
        m_idleText->setText(tr("Ask the supervisor to assign you to a queue."));
    } else if (facts.upcoming.empty()) {
        m_idleTitle->setText(tr("Nobody is waiting"));
        const QString keys = shownKeys(m_main);
        m_idleText->setText(keys.isEmpty() ? tr("As soon as somebody comes, you can call them.") : tr("As soon as somebody comes, %1 calls them.", "key").arg(keys));
    } else {
        m_idleTitle->setText(tr("Ready for %1").arg(facts.upcoming.front().number));
        m_idleText->setText(tr("%n customer(s) waiting in your queues.", nullptr, facts.waiting));
    }
}

void DeskTicketCard::showNotes(TicketId ticket)
{
    if (m_dirty)
        saveNote();
    m_shown = ticket;
    m_filling = true;
    m_notes->clear();
    m_filling = false;
    m_dirty = false;
    m_saved->hide();
    m_savedIcon->hide();
    if (!ticket || !m_desk.facts().current || !m_desk.facts().current->noted)
        return;
    engine::whenDone(
        m_desk.engine().study([ticket](engine::HistoryReader &reader) { return reader.note(ticket); }),
        this, [this, ticket](const Result<std::string> &note) {
            // What is being typed wins over what was there.
            if (!note || ticket != m_shown || m_dirty)
                return;
            m_filling = true;
            m_notes->setPlainText(QString::fromStdString(*note));
            m_filling = false;
            m_saved->show();
            m_savedIcon->show();
        });
}

void DeskTicketCard::saveNote()
{
    m_saveSoon.stop();
    if (!m_dirty || !m_shown)
        return;
    m_dirty = false;
    m_desk.saveNote(m_shown, m_notes->toPlainText());
}

bool DeskTicketCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_notes && event->type() == QEvent::FocusOut)
        saveNote();
    return Card::eventFilter(watched, event);
}

} // namespace smartqueue::pages
