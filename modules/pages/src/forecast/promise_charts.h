#pragma once

#include <array>

#include <QWidget>

#include <smartqueue/presentation/promise_board.h>

class QGridLayout;

namespace smartqueue::widgets {
class ActionButton;
class CalibrationPlot;
class Card;
class FigureCard;
class HourErrorChart;
class TextLabel;
}

namespace smartqueue::pages {

class PromiseQueueTable;

/// The scoreboard as it is seen: four figures, the queues, the two charts and what to look into.
class PromiseCharts : public QWidget {
    Q_OBJECT
public:
    explicit PromiseCharts(QWidget *parent = nullptr);
    void show(const presentation::PromiseBoard &board);
    /// Takes the focus.
    void enter();
    void retranslate();

Q_SIGNALS:
    void ticketRequested(const QString &number);
    void queueRequested(smartqueue::QueueId queue);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    widgets::Card *queueCard();
    widgets::Card *levelCard();
    widgets::Card *hourCard();
    widgets::Card *adviceCard();
    void showAdvice(const presentation::PromiseBoard &board);
    /// Side by side where there is room.
    void fit();

    QGridLayout *m_figureGrid;
    QGridLayout *m_chartGrid;
    std::array<widgets::FigureCard *, 4> m_figures{};
    widgets::TextLabel *m_queuesTitle;
    widgets::TextLabel *m_checked;
    PromiseQueueTable *m_queues;
    std::array<widgets::Card *, 3> m_below{};
    widgets::TextLabel *m_levelTitle;
    widgets::TextLabel *m_levelNote;
    widgets::CalibrationPlot *m_levels;
    widgets::TextLabel *m_hourTitle;
    widgets::HourErrorChart *m_hours;
    widgets::TextLabel *m_adviceTitle;
    QWidget *m_advice = nullptr;
    widgets::Card *m_adviceCard;
    int m_columns = 0;
};

} // namespace smartqueue::pages
