#include "simulator_tab.h"

#include <QEvent>
#include <QStackedWidget>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "fan_grid.h"
#include "simulator_columns.h"
#include "simulator_controls.h"
#include "simulator_effect.h"
#include "tone_of.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::TwinModel;
using presentation::TwinWords;
namespace words = presentation::words;

namespace {

constexpr int narrowestFan = 320;

Icon iconOf(presentation::Urgency urgency)
{
    return urgency == presentation::Urgency::good ? Icon::checkCircle : Icon::warningTriangle;
}

} // namespace

SimulatorTab::SimulatorTab(presentation::Console &console, QWidget *parent)
    : ForecastTab(parent), m_console(console), m_model(console.engine()), m_stack(new QStackedWidget(this)),
      m_tools(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted)), m_apply(new QAction(this)), m_reset(new QAction(this))
{
    m_tools->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_twinView = makeTwin();
    m_skeleton = new Skeleton(6);
    m_loadingView = framed(m_skeleton);
    m_stack->addWidget(m_twinView);
    m_stack->addWidget(m_loadingView);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_apply->setObjectName(QStringLiteral("simulator.apply"));
    m_apply->setShortcut(Qt::CTRL | Qt::Key_Return);
    // Wherever the focus is, as long as the tab is in front: the key stands below the button.
    m_apply->setShortcutContext(Qt::WindowShortcut);
    addAction(m_apply);
    m_reset->setObjectName(QStringLiteral("simulator.reset"));
    connect(m_apply, &QAction::triggered, this, &SimulatorTab::apply);
    connect(m_apply, &QAction::changed, this, &SimulatorTab::showDecision);
    connect(m_reset, &QAction::triggered, this, [this] { m_model.setChanges({}); });
    connect(&m_model, &TwinModel::phaseChanged, this, &SimulatorTab::showPhase);
    connect(&m_model, &TwinModel::studyChanged, this, &SimulatorTab::showStudy);
    connect(&m_model, &TwinModel::changesChanged, this, &SimulatorTab::showCauses);
    connect(&m_model, &TwinModel::lineupChanged, this, &SimulatorTab::showCauses);
    connectEngine();
    retranslate();
    showPhase();
}

QWidget *SimulatorTab::makeTwin()
{
    m_controls = new SimulatorControls;
    connect(m_controls, &SimulatorControls::changesRequested, this, [this](const presentation::TwinChanges &changes) {
        m_isAsked = true;
        m_model.setChanges(changes);
        // What the branch does not allow jumps back.
        showCauses();
    });
    auto *head = new QWidget;
    m_effect = new SimulatorEffect(head);
    m_caution = new TextLabel({}, TextSize::small, QFont::Normal, Ink::warning, head);
    m_caution->setWordWrap(true);
    m_legend = new FanLegend(head);
    auto *headColumn = new QVBoxLayout(head);
    headColumn->setSpacing(space::s);
    headColumn->addWidget(m_effect);
    headColumn->addWidget(m_caution);
    headColumn->addWidget(m_legend);
    connect(m_effect, &SimulatorEffect::applyRequested, this, &SimulatorTab::apply);
    connect(m_effect, &SimulatorEffect::undoRequested, this, &SimulatorTab::undo);
    auto *effects = new QWidget;
    m_fans = new FanGrid(narrowestFan, effects);
    auto *effectsColumn = new QVBoxLayout(effects);
    effectsColumn->addWidget(m_fans, 1);
    return new SimulatorColumns(m_controls, head, effects);
}

void SimulatorTab::connectEngine()
{
    const engine::Engine &engine = m_console.engine();
    // The time to take something back runs out without any news.
    connect(&engine, &engine::Engine::heartbeat, this, &SimulatorTab::showDecision);
    connect(&engine, &engine::Engine::degraded, this, [this](const Failure &failure) {
        m_trouble = failure;
        showDecision();
    });
    connect(&engine, &engine::Engine::recovered, this, [this] {
        m_trouble.reset();
        showDecision();
    });
}

QString SimulatorTab::title() const
{
    return tr("Simulator");
}

QWidget *SimulatorTab::tools()
{
    return m_tools;
}

void SimulatorTab::setWatched(bool watched)
{
    m_model.setWatching(watched);
    if (watched)
        showCauses();
}

void SimulatorTab::enter()
{
    if (m_stack->currentWidget() == m_twinView)
        m_controls->enter();
    else if (m_statePage)
        m_statePage->setFocus(Qt::OtherFocusReason);
}

QList<QAction *> SimulatorTab::acts() const
{
    return {m_apply, m_reset};
}

void SimulatorTab::setStale(bool stale)
{
    m_isStale = stale;
    showStudy();
}

void SimulatorTab::showStatePage(QWidget *page)
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

void SimulatorTab::showPhase()
{
    using Phase = TwinModel::Phase;
    m_skeleton->end();
    m_tools->clear();
    switch (m_model.phase()) {
    case Phase::idle:
    case Phase::loading:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_loadingView);
        m_skeleton->begin();
        break;
    case Phase::ready:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_twinView);
        showCauses();
        showStudy();
        break;
    case Phase::closed:
        showStatePage(new EmptyState(Icon::clock, tr("The branch is closed. Its twin opens with it."), {}, this));
        break;
    case Phase::failed: {
        auto *failed = new EmptyState(Icon::warningTriangle, words::failure(m_model.failure()), tr("Try again"), this);
        connect(failed, &EmptyState::actionRequested, &m_model, &TwinModel::look);
        showStatePage(failed);
        break;
    }
    }
    showDecision();
}

void SimulatorTab::showCauses()
{
    if (!isVisible())
        return;
    m_controls->show(m_model.changes(), m_console.engine().snapshot());
    showDecision();
}

void SimulatorTab::showStudy()
{
    if (m_model.phase() != TwinModel::Phase::ready)
        return;
    const TwinWords twin = m_model.words();
    const bool isOld = m_isStale || !m_model.isCurrent();
    m_tools->setText(m_isStale || m_model.isCurrent() ? twin.made : tr("Computing…"));
    m_effect->show(twin);
    m_effect->setOld(isOld);
    m_caution->setText(twin.caution);
    m_caution->setVisible(!twin.caution.isEmpty());
    QList<FanFacts> fans;
    for (const presentation::TwinQueue &queue : twin.queues) {
        FanFacts facts{queue.outlook.name, queue.outlook.note, PillLook{iconOf(queue.urgency), queue.onTime, toneOf(queue.urgency)},
                       fanOf(queue.outlook, twin.firstMinute)};
        facts.chart.without = queue.without;
        facts.chart.old = isOld;
        if (isOld)
            facts.pill->tone = Tone::neutral;
        fans.append(facts);
    }
    m_fans->setFans(fans);
    showDecision();
    if (m_isAsked && m_model.isWhole()) {
        m_isAsked = false;
        announce(m_effect, twin.sentence);
    }
}

void SimulatorTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SimulatorTab::retranslate()
{
    using Sample = FanLegend::Sample;
    m_legend->setWords(tr("People waiting"), {{Sample::observed, tr("so far")},
                                              {Sample::median, tr("median")},
                                              {Sample::half, tr("5 of 10 days")},
                                              {Sample::most, tr("8 of 10 days")},
                                              {Sample::without, tr("without the change")}});
    m_apply->setText(tr("Apply what is tried in the simulator"));
    m_reset->setText(tr("Reset the simulator"));
    showPhase();
}

} // namespace smartqueue::pages
