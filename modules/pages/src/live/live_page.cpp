#include "smartqueue/pages/live_page.h"

#include <algorithm>

#include <QEvent>
#include <QVBoxLayout>

#include <smartqueue/presentation/live_figures.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/load_balance_bar.h>
#include <smartqueue/widgets/skeleton.h>

#include "live_alerts.h"
#include "live_history.h"
#include "live_suggestions.h"
#include "page_scroll.h"
#include "tone_of.h"

namespace smartqueue::pages {

using namespace presentation;

LivePage::LivePage(Console &console, QWidget *parent) : Page(parent), m_console(console)
{
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(widgets::space::xl, widgets::space::l, widgets::space::xl, widgets::space::xl);
    m_skeleton = new widgets::Skeleton(8);
    m_column->addWidget(m_skeleton);
    m_column->addWidget(makeContent());
    m_column->addStretch(1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(new PageScroll(inside));

    retranslate();
    m_content->hide();
    m_skeleton->begin();
    connect(&console.monitor(), &engine::Monitor::insightsChanged, this, &LivePage::take);
    if (const auto insights = console.monitor().insights())
        take(insights);
    readTrend();
}

QWidget *LivePage::makeContent()
{
    m_content = new QWidget;
    auto *rows = new QVBoxLayout(m_content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(widgets::space::l);
    m_figures = new widgets::KpiStrip;
    m_cards = new widgets::CardFlow;
    m_alerts = new LiveAlerts(m_console.may(Permission::writeQueue));
    m_suggestions = new LiveSuggestions(m_console);
    m_history = new LiveHistory(m_console.engine());
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(widgets::space::l);
    m_foot->addWidget(m_history, 1);
    rows->addWidget(m_figures);
    rows->addWidget(m_cards);
    rows->addWidget(m_alerts);
    rows->addWidget(m_suggestions);
    rows->addLayout(m_foot);

    connect(m_cards, &widgets::CardFlow::cardActivated, this,
            [this](qint64 queue) { Q_EMIT navigateRequested(PageId::tickets, qlonglong(queue)); });
    connect(m_alerts, &LiveAlerts::allRequested, this, [this] { Q_EMIT navigateRequested(PageId::alerts, {}); });
    connect(m_alerts, &LiveAlerts::acknowledgeRequested, this, &LivePage::acknowledge);
    connect(m_history, &LiveHistory::undoRequested, this, [this](const QString &id) { m_suggestions->undo(id.toStdString()); });
    connect(m_suggestions, &LiveSuggestions::refreshed, this, &LivePage::orderFocus);
    connect(m_suggestions, &LiveSuggestions::toastRequested, this, &LivePage::toastRequested);
    connect(m_suggestions, &LiveSuggestions::failed, this, &LivePage::failed);
    return m_content;
}

void LivePage::readTrend()
{
    auto study = m_console.engine().study([now = m_console.now()](engine::HistoryReader &reader) { return waitingBefore(reader, now); });
    engine::whenDone(std::move(study), this, [this](const Result<WaitingTrend> &trend) {
        // Without it the line begins with what is seen from here on.
        if (!trend)
            return;
        m_before = *trend;
        showInsights();
    });
}

QString LivePage::title() const
{
    return tr("Live");
}

QString LivePage::subtitle() const
{
    return QString::fromStdString(m_console.engine().snapshot()->state.branch.name);
}

QList<QAction *> LivePage::paletteActions() const
{
    return m_suggestions->acts();
}

void LivePage::setStale(bool stale)
{
    m_stale = stale;
    m_suggestions->setStale(stale);
    showInsights();
}

QByteArray LivePage::viewState() const
{
    return encoded(m_suggestions->wish());
}

void LivePage::restoreView(const QByteArray &state)
{
    m_suggestions->setWish(wishOf(state));
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void LivePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_suggestions->setWatched(true);
    showInsights();
}

void LivePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_suggestions->setWatched(false);
}

void LivePage::retranslate()
{
    delete m_empty;
    m_empty = new widgets::EmptyState(widgets::Icon::building, tr("This branch has no queue yet."), tr("Set up the branch"));
    m_column->insertWidget(0, m_empty, 3);
    m_empty->hide();
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] { Q_EMIT navigateRequested(PageId::administration, {}); });
    m_alerts->retranslate();
    m_suggestions->retranslate();
    m_history->retranslate();
    delete m_load;
    m_load = new widgets::LoadBalanceBar(tr("Load balance"));
    m_foot->insertWidget(0, m_load, 1);
    showInsights();
    Q_EMIT headerChanged();
}

void LivePage::take(const engine::SharedInsights &insights)
{
    m_insights = insights;
    const QString name = QString::fromStdString(insights->snapshot->state.branch.name);
    if (name != m_branchName) {
        m_branchName = name;
        Q_EMIT headerChanged();
    }
    if (isVisible())
        showInsights();
}

void LivePage::showInsights()
{
    if (!m_insights)
        return;
    m_skeleton->end();
    const bool anyQueue = !m_insights->overview.queues.empty();
    m_empty->setVisible(!anyQueue);
    m_content->setVisible(anyQueue);
    if (!anyQueue)
        return;
    QList<widgets::Kpi> figures;
    for (const Figure &figure : branchFigures(*m_insights))
        figures.append({figure.label, figure.value, figure.beside, m_stale ? widgets::Tone::neutral : toneOf(figure.urgency)});
    m_figures->setKpis(figures);
    showCards();
    m_alerts->show(*m_insights->snapshot);
    m_suggestions->refresh();
    showLoad();
    m_history->show(m_insights->snapshot);
    orderFocus();
}

void LivePage::orderFocus()
{
    QList<QWidget *> stops;
    for (widgets::HealthCard *card : m_cards->cards())
        stops.append(card);
    stops += m_alerts->stops();
    stops += m_suggestions->stops();
    stops += m_history->stops();
    if (stops == m_stops)
        return;
    m_stops = stops;
    for (qsizetype i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}

void LivePage::showCards()
{
    QList<widgets::HealthCardData> cards;
    for (const QueueCard &card : queueCards(*m_insights)) {
        widgets::HealthCardData data;
        data.id = card.id.value;
        data.name = card.name;
        data.statusTone = toneOf(card.urgency);
        data.statusWord = card.statusWord;
        data.waiting = card.waiting;
        data.waitingLabel = tr("waiting");
        data.etaLabel = tr("Est. wait");
        data.etaText = card.eta;
        const auto before = m_before.find(card.id);
        const auto since = m_insights->waitingTrend.find(card.id);
        const std::vector<int> none;
        const auto trend = joinedTrend(before == m_before.end() ? none : before->second,
                                       since == m_insights->waitingTrend.end() ? none : since->second);
        data.sparkline = QList<double>(trend.begin(), trend.end());
        data.target = card.target;
        data.slaText = card.onTime;
        data.countersText = card.counters;
        data.cause = card.cause;
        data.causeTone = toneOf(card.causeUrgency);
        data.stale = m_stale;
        cards.append(data);
    }
    m_cards->setCards(cards);
}

void LivePage::showLoad()
{
    using Status = analytics::LoadBalance::Status;
    using State = analytics::QueueLoad::State;
    widgets::LoadBalanceData data;
    data.scoreText = tr("%1 of 100").arg(qRound(m_insights->loadBalance.score));
    switch (m_insights->loadBalance.status) {
    case Status::optimal: data.sentence = tr("The work lies evenly."); break;
    case Status::needsBalancing: data.sentence = tr("Some queues carry more than others."); break;
    case Status::critical: data.sentence = tr("One queue carries far more than another."); break;
    }
    data.attentionMark = analytics::underloadedBelow;
    data.crisisMark = analytics::overloadedAbove;
    for (const auto &queue : m_insights->loadBalance.queues) {
        widgets::LoadBar bar;
        bar.name = QString::fromStdString(queue.name);
        bar.ratio = queue.ratio;
        bar.valueText = tr("%1 per agent").arg(words::number(queue.ratio, 1));
        // Balanced is as it should be: only too much calls for someone.
        bar.tone = queue.state == State::overloaded && !m_stale ? widgets::Tone::critical : widgets::Tone::neutral;
        data.bars.append(bar);
    }
    m_load->setData(data);
}

void LivePage::acknowledge(AlertId alert)
{
    submit(m_console.engine(), AcknowledgeAlert{alert}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            Q_EMIT toastRequested(tr("Acknowledged."), 0);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace smartqueue::pages
