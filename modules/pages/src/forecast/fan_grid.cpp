#include "fan_grid.h"

#include <QCoreApplication>
#include <QGridLayout>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/text_label.h>

namespace smartqueue::pages {

using namespace widgets;
namespace words = presentation::words;

FanChartData fanOf(const presentation::QueueOutlook &queue, int firstMinute)
{
    FanChartData facts;
    facts.title = FanGrid::tr("%1: people waiting").arg(queue.name);
    facts.observed = queue.observed;
    facts.firstMinute = firstMinute;
    facts.nowLabel = FanGrid::tr("now %1").arg(words::timeOfDay(queue.now, queue.zone));
    for (int minute = 0; minute < queue.ahead.size(); ++minute) {
        const simulation::FanStep &step = queue.ahead.at(minute);
        facts.ahead.append({step.p10, step.p25, step.median, step.p75, step.p90, queue.wordsAt(minute)});
    }
    return facts;
}

FanGrid::FanGrid(int narrowest, QWidget *parent) : QWidget(parent), m_narrowest(narrowest), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::l);
}

FanGrid::Fan FanGrid::makeFan()
{
    Fan fan;
    fan.card = new Card(this);
    fan.name = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, fan.card);
    fan.note = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, fan.card);
    fan.note->setWordWrap(true);
    fan.pill = new Pill(fan.card);
    fan.chart = new FanChart(fan.card);
    auto *head = new QHBoxLayout;
    head->addWidget(fan.name, 1);
    head->addWidget(fan.pill, 0, Qt::AlignTop);
    fan.card->column()->setSpacing(space::xs);
    fan.card->column()->addLayout(head);
    fan.card->column()->addWidget(fan.note);
    fan.card->column()->addWidget(fan.chart, 1);
    return fan;
}

void FanGrid::setFans(const QList<FanFacts> &fans)
{
    while (m_fans.size() > fans.size())
        delete m_fans.takeLast().card;
    while (m_fans.size() < fans.size()) {
        m_fans.append(makeFan());
        m_columns = 0;
    }
    for (qsizetype i = 0; i < m_fans.size(); ++i) {
        const Fan &fan = m_fans.at(i);
        const FanFacts &facts = fans.at(i);
        fan.name->setText(facts.name);
        fan.note->setText(facts.note);
        fan.pill->setVisible(facts.pill.has_value());
        if (facts.pill)
            fan.pill->setLook(*facts.pill);
        fan.chart->setData(facts.chart);
    }
    fit();
}

QWidget *FanGrid::firstChart() const
{
    return m_fans.isEmpty() ? nullptr : m_fans.first().chart;
}

void FanGrid::fit()
{
    const int columns = width() >= 2 * scaled(m_narrowest) + space::l ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_fans.size(); ++i)
        m_grid->addWidget(m_fans.at(i).card, i / columns, i % columns);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns > 1 ? 1 : 0);
}

void FanGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

} // namespace smartqueue::pages
