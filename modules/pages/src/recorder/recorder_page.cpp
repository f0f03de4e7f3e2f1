#include "smartqueue/pages/recorder_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/progress_sheet.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/stacked_area_timeline.h>
#include <smartqueue/widgets/text_label.h>

#include "recorder_cards.h"
#include "recorder_transport.h"
#include "recorder_why_panel.h"
#include "tone_of.h"

namespace smartqueue::pages {

using namespace widgets;
using namespace std::chrono_literals;
using presentation::RecordedMark;
using presentation::RecorderModel;
using presentation::RecorderWords;
namespace words = presentation::words;

namespace {

RecorderQueueFacts factsOf(const analytics::QueueHealth &health, double target)
{
    RecorderQueueFacts facts;
    facts.name = QString::fromStdString(health.name);
    facts.waiting = health.waiting;
    facts.waitingWord = RecorderPage::tr("waiting");
    facts.status = presentation::statusWord(health);
    facts.tone = toneOf(presentation::urgencyOf(health));
    facts.wait = health.newArrival && !health.newArrival->nobodyServes ? words::waitRange(health.newArrival->low, health.newArrival->high)
                                                                       : RecorderPage::tr("Nobody serves");
    facts.onTime = presentation::onTimeWords(health, target);
    return facts;
}

/// As many cards as facts; those that are there stay.
template <class Card>
void matchCards(QList<Card *> &cards, RecorderGrid &grid, qsizetype count)
{
    if (cards.size() == count)
        return;
    while (cards.size() > count)
        delete cards.takeLast();
    while (cards.size() < count)
        cards.append(new Card(&grid));
    grid.setCards(QList<QWidget *>(cards.begin(), cards.end()));
}

} // namespace

RecorderPage::RecorderPage(presentation::Console &console, QWidget *parent)
    : Page(parent), m_console(console), m_model(console.engine()), m_stack(new QStackedWidget(this))
{
    m_recordedView = recordedView();
    m_loadingView = loadingView();
    m_stack->addWidget(m_recordedView);
    m_stack->addWidget(m_loadingView);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);

    auto *play = new QAction(this);
    connect(play, &QAction::triggered, this, [this] { m_model.setPlaying(!m_model.isPlaying()); });
    auto *reload = new QAction(this);
    connect(reload, &QAction::triggered, &m_model, &RecorderModel::reload);
    m_actions = {play, reload};

    m_progressDelay.setSingleShot(true);
    m_progressDelay.setInterval(300ms);
    connect(&m_progressDelay, &QTimer::timeout, this, &RecorderPage::showProgress);
    connect(&m_model, &RecorderModel::phaseChanged, this, &RecorderPage::showPhase);
    connect(&m_model, &RecorderModel::progressChanged, this, [this](double share) {
        if (m_progress)
            m_progress->setProgress(int(share * 100), 100, tr("%L1 % of the day").arg(int(share * 100)));
    });
    connect(&m_model, &RecorderModel::recordedChanged, this, &RecorderPage::showDay);
    connect(&m_model, &RecorderModel::momentChanged, this, &RecorderPage::showMoment);
    connect(&m_model, &RecorderModel::frameChanged, this, &RecorderPage::showFrame);
    retranslate();
    showPhase();
}

QWidget *RecorderPage::recordedView()
{
    m_transport = new RecorderTransport(m_model, this);
    m_timeline = new StackedAreaTimeline(this);
    m_timeline->setFixedHeight(scaled(216));
    m_timeline->installEventFilter(this);
    connect(m_timeline, &StackedAreaTimeline::positionRequested, this, [this](int second) {
        if (const auto day = m_model.recorded())
            m_model.moveTo(day->axisFrom + std::chrono::seconds(second));
    });
    m_why = new RecorderWhyPanel(m_model, this);

    auto *ground = new QWidget(this);
    m_lower = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lower->setSpacing(space::l);
    m_lower->addWidget(branchView(), 1);
    m_lower->addWidget(m_why);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_transport);
    column->addWidget(m_timeline);
    column->addLayout(m_lower, 1);
    m_ground = ground;
    m_ground->installEventFilter(this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void RecorderPage::fitTimeline()
{
    const int others = m_ground->layout()->heightForWidth(width()) - m_timeline->minimumHeight();
    m_timeline->setFixedHeight(std::clamp(height() - others, scaled(172), scaled(520)));
}

QWidget *RecorderPage::branchView()
{
    auto *view = new QWidget(this);
    m_branchTitle = new TextLabel({}, TextSize::heading, QFont::Bold, Ink::text, view);
    m_backToLive = new ActionButton(Icon::broadcast, {}, ButtonKind::link, view);
    m_queueGrid = new RecorderGrid(260, view);
    m_countersTitle = new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::text, view);
    m_counterGrid = new RecorderGrid(152, view);
    m_events = new RecorderEvents(view);
    connect(m_backToLive, &QAbstractButton::clicked, this, &RecorderPage::leave);
    connect(m_events, &RecorderEvents::momentRequested, &m_model, &RecorderModel::moveTo);
    auto *head = new QHBoxLayout;
    head->addWidget(m_branchTitle, 1);
    head->addWidget(m_backToLive);
    auto *column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addWidget(m_queueGrid);
    column->addWidget(m_countersTitle);
    column->addWidget(m_counterGrid);
    column->addWidget(m_events);
    column->addStretch(1);
    return view;
}

QWidget *RecorderPage::loadingView()
{
    auto *view = new QWidget(this);
    m_skeleton = new Skeleton(6, view);
    m_loadingColumn = new QVBoxLayout(view);
    m_loadingColumn->setContentsMargins(space::xl, space::l, space::xl, space::l);
    m_loadingColumn->setSpacing(space::l);
    m_loadingColumn->addWidget(m_skeleton, 1);
    return view;
}

QString RecorderPage::title() const
{
    return tr("Recorder");
}

QString RecorderPage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QString RecorderPage::headerChip() const
{
    return tr("Replay, not live");
}

void RecorderPage::activated(const QVariant &argument)
{
    m_pendingQuestion = argument.toStringList().size() == 2 ? argument.toStringList() : QStringList();
    const bool shown = m_model.phase() == RecorderModel::Phase::ready;
    if (shown && !m_pendingQuestion.isEmpty()) {
        m_model.ask(m_pendingQuestion.at(0), m_pendingQuestion.at(1));
        m_pendingQuestion.clear();
    }
    m_model.open();
    // The running day has gone on meanwhile.
    if (shown && m_pendingQuestion.isEmpty() && !m_model.days().isEmpty() && m_model.day() == m_model.days().first() && m_model.isFollowing())
        m_model.reload();
    // Not the play button: a button takes the arrows for itself.
    m_timeline->setFocus(Qt::OtherFocusReason);
}

void RecorderPage::showStatePage(QWidget *page)
{
    if (m_statePage) {
        m_stack->removeWidget(m_statePage);
        m_statePage->deleteLater();
    }
    m_statePage = page;
    if (page) {
        m_stack->addWidget(page);
        m_stack->setCurrentWidget(page);
    }
}

void RecorderPage::showPhase()
{
    using Phase = RecorderModel::Phase;
    const Phase phase = m_model.phase();
    if (phase != Phase::loading) {
        m_progressDelay.stop();
        m_skeleton->end();
        delete m_progress;
        m_progress = nullptr;
    }
    switch (phase) {
    case Phase::idle:
    case Phase::ready:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_recordedView);
        return;
    case Phase::loading:
        // A quick load never flickers: what is shown stays for the first moments.
        m_progressDelay.start();
        if (!m_model.recorded()) {
            showStatePage(nullptr);
            m_stack->setCurrentWidget(m_loadingView);
            m_skeleton->begin();
        }
        return;
    case Phase::empty: {
        auto *empty = new EmptyState(Icon::history, tr("Nothing is recorded yet. As soon as tickets are drawn, every minute can be seen again here."),
                                     tr("Back to Live"), this);
        connect(empty, &EmptyState::actionRequested, this, &RecorderPage::leave);
        showStatePage(empty);
        return;
    }
    case Phase::failed: {
        auto *failed = new EmptyState(Icon::warningTriangle, words::failure(m_model.failure()), tr("Try again"), this);
        connect(failed, &EmptyState::actionRequested, &m_model, &RecorderModel::reload);
        showStatePage(failed);
        return;
    }
    }
}

void RecorderPage::showProgress()
{
    showStatePage(nullptr);
    m_progress = new ProgressSheet(tr("Reading the recorded day"), m_loadingView);
    m_progress->setProgress(int(m_model.progress() * 100), 100, tr("Nothing is recomputed: every step is taken from the log."));
    m_loadingColumn->insertWidget(0, m_progress, 0, Qt::AlignTop | Qt::AlignHCenter);
    connect(m_progress, &ProgressSheet::cancelRequested, &m_model, &RecorderModel::cancelLoading);
    m_stack->setCurrentWidget(m_loadingView);
}

void RecorderPage::showDay()
{
    const auto day = m_model.recorded();
    if (!day)
        return;
    const auto secondOf = [&](Instant at) { return int(std::chrono::floor<std::chrono::seconds>(at - day->axisFrom).count()); };
    TimelineData shown;
    shown.title = tr("People waiting");
    const LocalInstant start = day->zone.toLocal(day->axisFrom);
    shown.start = QTime::fromMSecsSinceStartOfDay(int((start - std::chrono::floor<std::chrono::days>(start)).count()));
    shown.seconds = secondOf(day->axisUntil);
    shown.step = int(std::chrono::floor<std::chrono::seconds>(day->step).count());
    for (const auto &band : day->bands) {
        TimelineArea area{QString::fromStdString(band.name), {}};
        for (const int count : band.counts)
            area.values.append(count);
        shown.areas.append(area);
    }
    QList<RecordedMark::Kind> kinds;
    for (const RecordedMark &mark : day->marks) {
        if (mark.at < day->axisFrom || mark.at > day->axisUntil)
            continue;
        const bool applied = mark.kind == RecordedMark::Kind::applied;
        const bool critical = mark.kind == RecordedMark::Kind::critical;
        shown.marks.append({secondOf(mark.at), applied ? Icon::lightbulb : critical ? Icon::xCircle : Icon::warningTriangle,
                           applied ? Tone::accent : critical ? Tone::critical : Tone::warning, RecorderWords::mark(*day, mark)});
        if (!kinds.contains(mark.kind))
            kinds.append(mark.kind);
    }
    if (kinds.contains(RecordedMark::Kind::critical))
        shown.kinds.append({Icon::xCircle, Tone::critical, tr("Critical alert")});
    if (kinds.contains(RecordedMark::Kind::warning))
        shown.kinds.append({Icon::warningTriangle, Tone::warning, tr("Warning")});
    if (kinds.contains(RecordedMark::Kind::applied))
        shown.kinds.append({Icon::lightbulb, Tone::accent, tr("Applied")});
    m_timeline->setData(shown);
    if (!m_pendingQuestion.isEmpty()) {
        m_model.ask(m_pendingQuestion.at(0), m_pendingQuestion.at(1));
        m_pendingQuestion.clear();
    }
    showMoment();
}

void RecorderPage::showMoment()
{
    const auto day = m_model.recorded();
    if (!day)
        return;
    m_timeline->setPosition(int(std::chrono::floor<std::chrono::seconds>(m_model.moment() - day->axisFrom).count()));
    m_branchTitle->setText(tr("The branch at %1").arg(words::timeOfDay(m_model.moment(), day->zone)));
}

void RecorderPage::showFrame()
{
    const auto day = m_model.recorded();
    const auto frame = m_model.frame();
    if (!day || !frame)
        return;
    QList<RecorderQueueFacts> queues;
    for (const auto &band : day->bands) {
        for (const analytics::QueueHealth &health : frame->overview.queues) {
            if (health.id == band.queue)
                queues.append(factsOf(health, frame->state.branch.onTimeTarget));
        }
    }
    matchCards(m_queueCards, *m_queueGrid, queues.size());
    for (int i = 0; i < queues.size(); ++i)
        m_queueCards.at(i)->setFacts(queues.at(i));

    const auto counters = RecorderWords::counters(*day, *frame);
    matchCards(m_counterCards, *m_counterGrid, counters.size());
    for (int i = 0; i < counters.size(); ++i)
        m_counterCards.at(i)->setFacts(counters.at(i));
    m_countersTitle->setVisible(!counters.isEmpty());
    m_events->setEvents(RecorderWords::happenings(*day, *frame));
}

void RecorderPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fit();
    fitTimeline();
}

void RecorderPage::fit()
{
    const int room = viewWidth() - 2 * space::xl;
    const int beside = scaled(360);
    // With large text the answer stands below the branch instead of beside it.
    const bool narrow = room < beside + space::l + scaled(500);
    m_lower->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_why->setMinimumWidth(narrow ? 0 : beside);
    m_why->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : beside);
    m_transport->setNarrow(narrow);
}

void RecorderPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    fit();
}

void RecorderPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    // Nobody watches a recording behind another page.
    if (!event->spontaneous())
        m_model.setPlaying(false);
}

bool RecorderPage::handleKey(const QKeyEvent &event)
{
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Space:
        m_model.setPlaying(!m_model.isPlaying());
        return true;
    case Qt::Key_Left:
        control ? m_model.toPreviousEvent() : m_model.moveBy(shift ? Duration(-10s) : Duration(-1min));
        return true;
    case Qt::Key_Right:
        control ? m_model.toNextEvent() : m_model.moveBy(shift ? Duration(10s) : Duration(1min));
        return true;
    case Qt::Key_Home:
        m_model.toStart();
        return true;
    case Qt::Key_End:
        m_model.toEnd();
        return true;
    case Qt::Key_1:
    case Qt::Key_2:
    case Qt::Key_3:
        if (control)
            return false;
        m_model.setSpeed(event.key() == Qt::Key_1 ? 1 : event.key() == Qt::Key_2 ? 10 : 100);
        return true;
    case Qt::Key_Escape:
        if (m_why->leaveFields())
            m_timeline->setFocus(Qt::OtherFocusReason);
        else
            leave();
        return true;
    default:
        return false;
    }
}

void RecorderPage::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(*event))
        Page::keyPressEvent(event);
}

bool RecorderPage::eventFilter(QObject *watched, QEvent *event)
{
    // The time line moves by marks; on this page the keys mean the same everywhere.
    if (watched == m_timeline && event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent *>(event)))
        return true;
    if (watched == m_ground && event->type() == QEvent::LayoutRequest)
        fitTimeline();
    return Page::eventFilter(watched, event);
}

void RecorderPage::leave()
{
    m_model.setPlaying(false);
    Q_EMIT navigateRequested(PageId::live, {});
}

void RecorderPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void RecorderPage::retranslate()
{
    m_backToLive->setText(tr("Back to live"));
    m_backToLive->setKeyCap(tr("Esc"));
    m_countersTitle->setText(tr("Counters"));
    m_actions.at(0)->setText(tr("Play or pause the recording"));
    m_actions.at(1)->setText(tr("Read the recorded day again"));
    showDay();
    showFrame();
    if (m_model.phase() == RecorderModel::Phase::empty || m_model.phase() == RecorderModel::Phase::failed)
        showPhase();
    Q_EMIT headerChanged();
}

} // namespace smartqueue::pages
