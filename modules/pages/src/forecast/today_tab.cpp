#include "today_tab.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedWidget>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "page_scroll.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::DayOutlookModel;
using presentation::DayOutlookWords;
namespace words = presentation::words;

namespace {

constexpr int narrowestFan = 380;

} // namespace

TodayTab::TodayTab(presentation::Console &console, QWidget *parent)
    : ForecastTab(parent), m_model(console.engine()), m_stack(new QStackedWidget(this)),
      m_tools(new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted))
{
    m_tools->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_outlookView = new PageScroll(makeFans());
    m_skeleton = new Skeleton(6, this);
    m_stack->addWidget(m_outlookView);
    m_stack->addWidget(m_skeleton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(&m_model, &DayOutlookModel::phaseChanged, this, &TodayTab::showPhase);
    connect(&m_model, &DayOutlookModel::outlookChanged, this, &TodayTab::showOutlook);
    retranslate();
    showPhase();
}

QWidget *TodayTab::makeFans()
{
    auto *ground = new QWidget;
    m_figures = new KpiStrip(ground);
    m_caution = new TextLabel({}, TextSize::body, QFont::Normal, Ink::warning, ground);
    m_caution->setWordWrap(true);
    m_legend = new FanLegend(ground);
    m_grid = new QGridLayout;
    m_grid->setSpacing(space::l);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_figures);
    column->addWidget(m_caution);
    column->addWidget(m_legend);
    column->addLayout(m_grid, 1);
    return ground;
}

TodayTab::Fan TodayTab::makeFan()
{
    Fan fan;
    fan.card = new Card(m_grid->parentWidget());
    fan.name = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, fan.card);
    fan.note = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, fan.card);
    fan.confidence = new Pill(fan.card);
    fan.chart = new FanChart(fan.card);
    auto *head = new QHBoxLayout;
    head->addWidget(fan.name, 1);
    head->addWidget(fan.confidence, 0, Qt::AlignTop);
    fan.card->column()->setSpacing(space::xs);
    fan.card->column()->addLayout(head);
    fan.card->column()->addWidget(fan.note);
    fan.card->column()->addWidget(fan.chart, 1);
    return fan;
}

QString TodayTab::title() const
{
    return tr("Today");
}

QWidget *TodayTab::tools()
{
    return m_tools;
}

void TodayTab::setWatched(bool watched)
{
    m_model.setWatching(watched);
}

void TodayTab::enter()
{
    if (m_stack->currentWidget() == m_outlookView && !m_fans.isEmpty())
        m_fans.first().chart->setFocus(Qt::OtherFocusReason);
    else if (m_statePage)
        m_statePage->setFocus(Qt::OtherFocusReason);
}

void TodayTab::showStatePage(QWidget *page)
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

void TodayTab::showPhase()
{
    using Phase = DayOutlookModel::Phase;
    m_skeleton->end();
    m_tools->setVisible(m_model.phase() == Phase::ready);
    switch (m_model.phase()) {
    case Phase::idle:
    case Phase::loading:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_skeleton);
        m_skeleton->begin();
        return;
    case Phase::ready:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_outlookView);
        showOutlook();
        return;
    case Phase::closed:
        return showStatePage(new EmptyState(Icon::clock, tr("The branch is closed. The forecast of the day begins when it opens."), {}, this));
    case Phase::failed: {
        auto *failed = new EmptyState(Icon::warningTriangle, words::failure(m_model.failure()), tr("Try again"), this);
        connect(failed, &EmptyState::actionRequested, &m_model, &DayOutlookModel::look);
        return showStatePage(failed);
    }
    }
}

void TodayTab::showOutlook()
{
    if (m_model.phase() != DayOutlookModel::Phase::ready)
        return;
    const DayOutlookWords outlook = m_model.words();
    m_tools->setText(outlook.made);
    QList<Kpi> figures;
    for (const presentation::OutlookFigure &figure : outlook.figures)
        figures.append({figure.title, figure.value, figure.note});
    m_figures->setKpis(figures);
    m_caution->setText(outlook.caution);
    m_caution->setVisible(!outlook.caution.isEmpty());
    while (m_fans.size() > outlook.queues.size())
        delete m_fans.takeLast().card;
    while (m_fans.size() < outlook.queues.size()) {
        m_fans.append(makeFan());
        m_columns = 0;
    }
    for (qsizetype i = 0; i < m_fans.size(); ++i)
        show(m_fans.at(i), outlook.queues.at(i), outlook);
    fit();
}

void TodayTab::show(const Fan &fan, const presentation::QueueOutlook &queue, const DayOutlookWords &outlook)
{
    fan.name->setText(queue.name);
    fan.note->setText(queue.note);
    fan.confidence->setVisible(queue.isLowConfidence);
    fan.confidence->setLook({Icon::hourglass, tr("Low confidence"), Tone::paused, PillStyle::outlined});
    FanChartData facts;
    facts.title = tr("%1: people waiting").arg(queue.name);
    facts.observed = queue.observed;
    facts.firstMinute = outlook.firstMinute;
    facts.nowLabel = tr("now %1").arg(words::timeOfDay(queue.now, queue.zone));
    for (int minute = 0; minute < queue.ahead.size(); ++minute) {
        const simulation::FanStep &step = queue.ahead.at(minute);
        facts.ahead.append({step.p10, step.p25, step.median, step.p75, step.p90, queue.wordsAt(minute)});
    }
    fan.chart->setData(facts);
}

void TodayTab::fit()
{
    const int columns = width() >= 2 * scaled(narrowestFan) + space::l + 2 * space::xl ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_fans.size(); ++i)
        m_grid->addWidget(m_fans.at(i).card, i / columns, i % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void TodayTab::resizeEvent(QResizeEvent *event)
{
    ForecastTab::resizeEvent(event);
    fit();
}

void TodayTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TodayTab::retranslate()
{
    m_legend->setWords(tr("People waiting"), tr("so far"), tr("median"), tr("5 of 10 days"), tr("8 of 10 days"));
    showPhase();
}

} // namespace smartqueue::pages
