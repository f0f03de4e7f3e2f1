#include "simulator_controls.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QSlider>

#include <smartqueue/domain/names.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/agent_board.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
using presentation::TwinAgent;
using presentation::TwinZone;
namespace words = presentation::words;

namespace {

constexpr int arrivalStep = 5;

QComboBox *makeBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    return box;
}

/// Keeps what is chosen; told nobody.
void fill(QComboBox &box, const QList<std::pair<QString, qint64>> &items, qint64 chosen)
{
    const QSignalBlocker quiet(box);
    bool isSame = box.count() == items.size();
    for (int i = 0; isSame && i < box.count(); ++i)
        isSame = box.itemText(i) == items.at(i).first && box.itemData(i).toLongLong() == items.at(i).second;
    // Somebody may have the list open.
    if (!isSame) {
        box.clear();
        for (const auto &[text, id] : items)
            box.addItem(text, id);
    }
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

BoardAgent boardAgent(const TwinAgent &agent)
{
    BoardAgent each{agent.id.value, agent.name, agent.note, agent.home.value, {}};
    for (const auto &[queue, reason] : agent.refusals)
        each.refusals.insert(queue.value, reason);
    return each;
}

BoardZone boardZone(const TwinZone &zone)
{
    BoardZone each{zone.queue.value, zone.name, zone.note, zone.isChanged, !zone.queue, {}};
    for (const TwinAgent &agent : zone.agents)
        each.agents.append(boardAgent(agent));
    return each;
}

QHBoxLayout *labelled(QWidget *label, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(label);
    row->addWidget(control, 1);
    return row;
}

TextLabel *small(Ink ink, QWidget *parent)
{
    return new TextLabel({}, TextSize::small, QFont::Normal, ink, parent);
}

} // namespace

SimulatorControls::SimulatorControls(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::m);
    column->addWidget(makeAgents());
    column->addWidget(makeWhatIf());
    column->addStretch(1);
    connectParts();
    retranslate();
}

QWidget *SimulatorControls::makeAgents()
{
    auto *card = new Card(this);
    m_agentsTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_agentsHint = small(Ink::muted, card);
    m_board = new AgentBoard(card);
    m_board->setObjectName(QStringLiteral("simulatorBoard"));
    m_boardNote = small(Ink::muted, card);
    m_boardNote->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_agentsTitle, 1);
    head->addWidget(m_agentsHint);
    card->column()->setSpacing(space::s);
    card->column()->addLayout(head);
    card->column()->addWidget(m_board);
    card->column()->addWidget(m_boardNote);
    return card;
}

QWidget *SimulatorControls::makeWhatIf()
{
    auto *card = new Card(this);
    m_whatIfTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_reset = new LinkButton({}, card);
    m_reset->setGlyph(Icon::undo);
    m_reset->setObjectName(QStringLiteral("simulatorReset"));
    m_counterLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, card);
    m_counter = makeBox(QStringLiteral("simulatorCounter"), card);
    m_arrivalsLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, card);
    m_arrivalsValue = new TextLabel({}, TextSize::body, QFont::DemiBold, Ink::accent, card);
    m_arrivals = new QSlider(Qt::Horizontal, card);
    m_arrivals->setObjectName(QStringLiteral("simulatorArrivals"));
    m_arrivals->setRange(-presentation::mostArrivals / arrivalStep, presentation::mostArrivals / arrivalStep);
    m_arrivals->setPageStep(2);
    m_ruleLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, card);
    m_ruleQueue = makeBox(QStringLiteral("simulatorRuleQueue"), card);
    m_rule = new SegmentedControl({}, card);
    m_rule->setObjectName(QStringLiteral("simulatorRule"));
    m_routingLabel = new TextLabel({}, TextSize::body, QFont::Normal, Ink::text, card);
    m_routing = makeBox(QStringLiteral("simulatorRouting"), card);
    auto *head = new QHBoxLayout;
    head->addWidget(m_whatIfTitle, 1);
    head->addWidget(m_reset);
    auto *arrivals = labelled(m_arrivalsLabel, m_arrivals);
    arrivals->addWidget(m_arrivalsValue);
    QVBoxLayout *column = card->column();
    column->setSpacing(space::s);
    column->addLayout(head);
    column->addLayout(labelled(m_counterLabel, m_counter));
    column->addLayout(arrivals);
    column->addLayout(labelled(m_ruleLabel, m_ruleQueue));
    column->addWidget(m_rule);
    column->addLayout(labelled(m_routingLabel, m_routing));
    return card;
}

void SimulatorControls::connectParts()
{
    connect(m_board, &AgentBoard::moveRequested, this, [this](qint64 agent, qint64 zone) { move({agent}, {zone}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { Q_EMIT changesRequested({}); });
    connect(m_counter, &QComboBox::activated, this, [this] {
        presentation::TwinChanges changes = m_changes;
        changes.counter = {m_counter->currentData().toLongLong()};
        Q_EMIT changesRequested(changes);
    });
    connect(m_arrivals, &QSlider::valueChanged, this, [this](int steps) {
        presentation::TwinChanges changes = m_changes;
        changes.arrivals = steps * arrivalStep;
        Q_EMIT changesRequested(changes);
    });
    connect(m_ruleQueue, &QComboBox::activated, this, &SimulatorControls::showRule);
    connect(m_rule, &ChoiceGroup::currentChanged, this, &SimulatorControls::setRule);
    connect(m_routing, &QComboBox::activated, this, [this] {
        presentation::TwinChanges changes = m_changes;
        changes.routing = CallRouting(m_routing->currentData().toInt());
        Q_EMIT changesRequested(changes);
    });
}

void SimulatorControls::show(const presentation::TwinChanges &changes, const engine::SharedSnapshot &snapshot)
{
    m_changes = changes;
    m_snapshot = snapshot;
    refresh();
}

void SimulatorControls::enter()
{
    m_board->setFocus(Qt::OtherFocusReason);
}

void SimulatorControls::refresh()
{
    if (!m_snapshot)
        return;
    m_isShowing = true;
    showBoard();
    showQueues();
    m_arrivals->setValue(m_changes.arrivals / arrivalStep);
    const QString percent = words::percent(std::abs(m_changes.arrivals) / 100.0);
    m_arrivalsValue->setText(m_changes.arrivals == 0 ? tr("as usual") : m_changes.arrivals > 0 ? tr("+%1").arg(percent) : tr("−%1").arg(percent));
    m_arrivals->setAccessibleDescription(m_arrivalsValue->text());
    showRule();
    showRouting();
    m_reset->setEnabled(!m_changes.isEmpty());
    m_isShowing = false;
}

void SimulatorControls::showBoard()
{
    QList<BoardZone> zones;
    bool anybody = false;
    for (const TwinZone &zone : presentation::zonesOf(m_changes, m_snapshot->state)) {
        zones.append(boardZone(zone));
        anybody = anybody || !zone.agents.isEmpty();
    }
    m_board->setZones(zones);
    m_boardNote->setText(anybody ? tr("Agents stand at the queue they serve first; whoever moves serves both alike.")
                                 : tr("Nobody is signed in: there is nobody to move."));
}

void SimulatorControls::showQueues()
{
    QList<std::pair<QString, qint64>> queues;
    for (const auto &[id, queue] : m_snapshot->state.queues)
        queues.append({QString::fromStdString(queue.config.name), id.value});
    fill(*m_ruleQueue, queues, ruleQueue().value);
    queues.prepend({tr("none"), 0});
    fill(*m_counter, queues, m_changes.counter.value);
}

QueueId SimulatorControls::ruleQueue() const
{
    return {m_ruleQueue->currentData().toLongLong()};
}

void SimulatorControls::showRule()
{
    const queueing::QueueState *queue = m_snapshot ? m_snapshot->state.queue(ruleQueue()) : nullptr;
    m_rule->setEnabled(queue != nullptr);
    if (!queue)
        return;
    const auto tried = m_changes.disciplines.find(ruleQueue());
    const Discipline discipline = tried == m_changes.disciplines.end() ? queue->config.discipline : tried->second;
    const QSignalBlocker quiet(m_rule);
    m_rule->setCurrentId(QString::number(int(discipline)));
    m_rule->setAccessibleDescription(words::discipline(discipline));
    m_rule->setToolTip(words::discipline(discipline));
}

void SimulatorControls::showRouting()
{
    QList<std::pair<QString, qint64>> rules;
    for (std::size_t i = 0; i < namesOf<CallRouting>().size(); ++i)
        rules.append({words::routing(CallRouting(i)), qint64(i)});
    const CallRouting tried = m_changes.routing.value_or(m_snapshot->state.branch.routing);
    fill(*m_routing, rules, qint64(tried));
    m_routing->setToolTip(words::routing(tried));
}

void SimulatorControls::move(AgentId agent, QueueId queue)
{
    presentation::TwinChanges changes = m_changes;
    changes.moves[agent] = queue;
    // Back home is no move: who asks for the possible ones drops it.
    Q_EMIT changesRequested(changes);
}

void SimulatorControls::setRule(const QString &id)
{
    if (m_isShowing)
        return;
    presentation::TwinChanges changes = m_changes;
    changes.disciplines[ruleQueue()] = Discipline(id.toInt());
    Q_EMIT changesRequested(changes);
}

void SimulatorControls::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SimulatorControls::retranslate()
{
    m_agentsTitle->setText(tr("Agents"));
    m_agentsHint->setText(tr("Drag, or Space"));
    m_board->setAccessibleName(tr("Agents by queue"));
    m_whatIfTitle->setText(tr("What if…"));
    m_reset->setText(tr("Reset"));
    m_counterLabel->setText(tr("One more counter"));
    m_counter->setAccessibleName(tr("One more counter"));
    m_arrivalsLabel->setText(tr("Arrivals"));
    m_arrivals->setAccessibleName(tr("Arrivals, in steps of five percent"));
    // So that the slider keeps its length.
    m_arrivalsValue->setMinimumWidth(textWidth(textFont(TextSize::body, QFont::DemiBold), tr("as usual")) + 2);
    m_ruleLabel->setText(tr("First called in"));
    m_ruleQueue->setAccessibleName(tr("First called in"));
    m_rule->setAccessibleName(tr("Who is called first"));
    m_routingLabel->setText(tr("Between queues"));
    m_routing->setAccessibleName(tr("Which queue goes first"));
    {
        const QSignalBlocker quiet(m_rule);
        m_rule->setChoices({{QString::number(int(Discipline::fifo)), tr("Arrival"), Icon::none, -1, {}},
                            {QString::number(int(Discipline::priority)), tr("Priority"), Icon::none, -1, {}},
                            {QString::number(int(Discipline::sla)), tr("Late first"), Icon::none, -1, {}}});
    }
    refresh();
}

} // namespace smartqueue::pages
