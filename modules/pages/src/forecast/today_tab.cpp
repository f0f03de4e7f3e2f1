#include "today_tab.h"

#include <QEvent>
#include <QStackedWidget>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/kpi_strip.h>
#include <smartqueue/widgets/skeleton.h>
#include <smartqueue/widgets/text_label.h>

#include "fan_grid.h"
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
    m_skeleton = new Skeleton(6);
    m_loadingView = framed(m_skeleton);
    m_stack->addWidget(m_outlookView);
    m_stack->addWidget(m_loadingView);
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
    m_fans = new FanGrid(narrowestFan, ground);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->setSpacing(space::m);
    column->addWidget(m_figures);
    column->addWidget(m_caution);
    column->addWidget(m_legend);
    column->addWidget(m_fans, 1);
    return ground;
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
    if (m_stack->currentWidget() == m_outlookView && m_fans->firstChart())
        m_fans->firstChart()->setFocus(Qt::OtherFocusReason);
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
    m_tools->clear();
    switch (m_model.phase()) {
    case Phase::idle:
    case Phase::loading:
        showStatePage(nullptr);
        m_stack->setCurrentWidget(m_loadingView);
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
    QList<FanFacts> fans;
    for (const presentation::QueueOutlook &queue : outlook.queues) {
        FanFacts facts{queue.name, queue.note, {}, fanOf(queue, outlook.firstMinute)};
        if (queue.isLowConfidence)
            facts.pill = PillLook{Icon::hourglass, tr("Low confidence"), Tone::paused, PillStyle::outlined};
        fans.append(facts);
    }
    m_fans->setFans(fans);
}

void TodayTab::changeEvent(QEvent *event)
{
    ForecastTab::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TodayTab::retranslate()
{
    m_legend->setWords(tr("People waiting"), {{FanLegend::Sample::observed, tr("so far")},
                                            {FanLegend::Sample::median, tr("median")},
                                            {FanLegend::Sample::half, tr("5 of 10 days")},
                                            {FanLegend::Sample::most, tr("8 of 10 days")}});
    showPhase();
}

} // namespace smartqueue::pages
