#include "promise_charts.h"

#include <QEvent>
#include <QGridLayout>

#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/action_button.h>
#include <smartqueue/widgets/calibration_plot.h>
#include <smartqueue/widgets/card.h>
#include <smartqueue/widgets/figure_card.h>
#include <smartqueue/widgets/hour_error_chart.h>
#include <smartqueue/widgets/text_label.h>

#include "icon_label.h"
#include "promise_looks.h"
#include "promise_queue_table.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PromiseBoard;
using presentation::PromiseFigureWords;
using presentation::PromiseVerdict;
namespace words = presentation::words;

namespace {

constexpr int chartHeight = 262;

FigureCardData cardOf(const PromiseFigureWords &figure)
{
    const Tone tone = toneOf(figure.verdict);
    const Tone dot = figure.verdict == PromiseVerdict::tooEarly ? Tone::neutral : tone;
    return {figure.title, figure.value, figure.unit, figure.note, figure.definition, figure.verdictWord, iconOf(figure.verdict), tone,
            {figure.at, figure.low, figure.high, figure.axisLow, figure.axisHigh, figure.zoneLow, figure.zoneHigh, figure.target, dot}};
}

CalibrationData calibrationOf(const PromiseBoard &board)
{
    CalibrationData data;
    for (const auto &level : board.levels) {
        if (level.isTold) {
            data.told = int(data.points.size());
            data.callout = QStringLiteral("%1 → %2").arg(words::percent(level.promised), words::percent(level.came));
        }
        data.points.append({level.promised, level.came, level.low, level.high, level.words});
    }
    data.calloutTone = board.figures[2].verdict == PromiseVerdict::watch ? Tone::warning : Tone::neutral;
    data.above = PromiseCharts::tr("above: too cautious");
    data.below = PromiseCharts::tr("below: too sure");
    for (int tick = 0; tick < 3; ++tick)
        data.ticks[tick] = words::percent(tick / 2.0);
    return data;
}

HourErrorData hoursOf(const PromiseBoard &board)
{
    HourErrorData data;
    for (const auto &hour : board.hours)
        data.hours.append({hour.label, hour.miss, hour.bias, hour.beyondTarget, hour.tooFew, hour.miss == 0 && hour.bias == 0, hour.words});
    data.target = board.missTarget;
    data.targetLabel = PromiseCharts::tr("target %1 min").arg(int(board.missTarget));
    data.missLabel = PromiseCharts::tr("typical miss, min");
    data.biasLabel = PromiseCharts::tr("bias: told too long ↑, too short ↓");
    return data;
}

} // namespace

PromiseCharts::PromiseCharts(QWidget *parent) : QWidget(parent)
{
    m_figureGrid = new QGridLayout;
    m_figureGrid->setSpacing(space::m);
    for (FigureCard *&card : m_figures)
        card = new FigureCard(this);
    m_chartGrid = new QGridLayout;
    m_chartGrid->setSpacing(space::m);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::m, space::xl, space::m);
    column->setSpacing(space::m);
    column->addLayout(m_figureGrid);
    column->addWidget(queueCard());
    m_below = {levelCard(), hourCard(), adviceCard()};
    column->addLayout(m_chartGrid, 1);
    fit();
    retranslate();
}

Card *PromiseCharts::queueCard()
{
    auto *card = new Card(this);
    card->setPadding(1);
    card->column()->setSpacing(0);
    m_queuesTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_checked = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, card);
    m_queues = new PromiseQueueTable(card);
    connect(m_queues, &PromiseQueueTable::queueChosen, this, &PromiseCharts::queueRequested);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::s, space::s, space::s, space::s);
    head->addWidget(m_queuesTitle, 1);
    head->addWidget(m_checked);
    card->column()->addLayout(head);
    card->column()->addWidget(m_queues);
    // The last line of the table ends at the card's round corners.
    // A cell has the rest of the room in front of its words.
    card->column()->setContentsMargins(space::s, 1, space::s, space::s);
    return card;
}

Card *PromiseCharts::levelCard()
{
    auto *card = new Card(this);
    card->column()->setSpacing(space::xs);
    m_levelTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_levelNote = new TextLabel({}, TextSize::small, QFont::Normal, Ink::muted, card);
    m_levels = new CalibrationPlot(card);
    card->column()->addWidget(m_levelTitle);
    card->column()->addWidget(m_levelNote);
    card->column()->addWidget(m_levels, 1);
    return card;
}

Card *PromiseCharts::hourCard()
{
    auto *card = new Card(this);
    card->column()->setSpacing(space::xs);
    m_hourTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, card);
    m_hours = new HourErrorChart(card);
    card->column()->addWidget(m_hourTitle);
    card->column()->addWidget(m_hours, 1);
    return card;
}

Card *PromiseCharts::adviceCard()
{
    m_adviceCard = new Card(this);
    m_adviceTitle = new TextLabel({}, TextSize::heading, QFont::DemiBold, Ink::text, m_adviceCard);
    m_adviceCard->column()->setSpacing(space::s);
    m_adviceCard->column()->addWidget(m_adviceTitle);
    m_adviceCard->column()->addStretch(1);
    return m_adviceCard;
}

void PromiseCharts::show(const PromiseBoard &board)
{
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_figures[i]->setData(cardOf(board.figures[i]));
    m_checked->setText(board.checked);
    m_queues->show(board);
    m_levels->setData(calibrationOf(board));
    m_levels->setAccessibleDescription(board.summary);
    m_hours->setData(hoursOf(board));
    showAdvice(board);
    fit();
}

void PromiseCharts::showAdvice(const PromiseBoard &board)
{
    const bool hadFocus = m_advice && m_advice->isAncestorOf(focusWidget());
    delete m_advice;
    m_advice = new QWidget(m_adviceCard);
    auto *column = new QVBoxLayout(m_advice);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    for (const auto &advice : board.advice) {
        auto *inset = new Card(m_advice);
        inset->setInset(true);
        inset->setPadding(space::m);
        inset->column()->setSpacing(space::xs);
        auto *icon = new IconLabel(advice.isWarning ? Icon::warningTriangle : Icon::info, inset);
        icon->setTone(advice.isWarning ? Tone::warning : Tone::accent);
        auto *title = new TextLabel(advice.title, TextSize::body, QFont::DemiBold, Ink::text, inset);
        title->setWordWrap(true);
        auto *text = new TextLabel(advice.text, TextSize::small, QFont::Normal, Ink::muted, inset);
        text->setWordWrap(true);
        auto *head = new QHBoxLayout;
        head->setSpacing(space::s);
        head->addWidget(icon, 0, Qt::AlignTop);
        head->addWidget(title, 1);
        inset->column()->addLayout(head);
        inset->column()->addWidget(text);
        if (!advice.ticket.isEmpty()) {
            auto *open = new ActionButton(tr("See %1", "ticket").arg(advice.ticket), ButtonKind::secondary, inset);
            open->setObjectName(QStringLiteral("promiseTicket"));
            connect(open, &QAbstractButton::clicked, this, [this, number = advice.ticket] { Q_EMIT ticketRequested(number); });
            inset->column()->addWidget(open, 0, Qt::AlignLeading);
            if (hadFocus)
                open->setFocus(Qt::OtherFocusReason);
        }
        column->addWidget(inset);
    }
    m_adviceCard->column()->insertWidget(1, m_advice);
}

void PromiseCharts::enter()
{
    m_figures[0]->setFocus(Qt::OtherFocusReason);
}

void PromiseCharts::fit()
{
    int least = 0;
    for (const FigureCard *card : m_figures)
        least = std::max(least, card->minimumSizeHint().width());
    const int room = width() - 2 * space::xl;
    const int columns = room >= 4 * least + 3 * space::m ? 4 : room >= 2 * least + space::m ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        m_figureGrid->addWidget(m_figures[i], int(i) / columns, int(i) % columns);
    for (int i = 0; i < 4; ++i)
        m_figureGrid->setColumnStretch(i, i < columns ? 1 : 0);
    // The hours need the most room; what to look into reads well in a narrow column.
    const std::array<int, 3> shares{10, 13, 9};
    for (std::size_t i = 0; i < m_below.size(); ++i) {
        const bool beside = columns == 4;
        m_chartGrid->addWidget(m_below[i], beside ? 0 : int(i), beside ? int(i) : 0);
        m_chartGrid->setColumnStretch(int(i), beside ? shares[i] : i == 0 ? 1 : 0);
        m_below[i]->setMinimumHeight(i < 2 ? scaled(chartHeight) : 0);
    }
}

void PromiseCharts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PromiseCharts::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_columns = 0;
        fit();
    }
}

void PromiseCharts::retranslate()
{
    m_queuesTitle->setText(tr("Queue by queue"));
    m_queues->setAccessibleName(m_queuesTitle->text());
    m_levelTitle->setText(tr("Does 80% mean 80%?"));
    m_levelNote->setText(tr("share that came true, per promised level"));
    m_levels->setAccessibleName(m_levelTitle->text());
    m_hourTitle->setText(tr("Miss by hour of the day"));
    m_hours->setAccessibleName(m_hourTitle->text());
    m_adviceTitle->setText(tr("What to look into"));
}

} // namespace smartqueue::pages
