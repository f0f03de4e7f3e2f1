#pragma once

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/day_outlook_model.h>

#include "forecast_tab.h"

class QGridLayout;
class QStackedWidget;

namespace smartqueue::widgets {
class Card;
class FanChart;
class FanLegend;
class KpiStrip;
class Pill;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

/// The rest of the day, many times over: how many will wait, until when, and when the last one leaves.
class TodayTab : public ForecastTab {
    Q_OBJECT
public:
    explicit TodayTab(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void setWatched(bool watched) override;
    void enter() override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Fan {
        widgets::Card *card = nullptr;
        widgets::TextLabel *name = nullptr;
        widgets::TextLabel *note = nullptr;
        widgets::Pill *confidence = nullptr;
        widgets::FanChart *chart = nullptr;
    };
    Fan makeFan();
    QWidget *makeFans();
    void showPhase();
    void showOutlook();
    void show(const Fan &fan, const presentation::QueueOutlook &queue, const presentation::DayOutlookWords &words);
    void showStatePage(QWidget *page);
    /// Two side by side where there is room.
    void fit();
    void retranslate();

    presentation::DayOutlookModel m_model;
    QStackedWidget *m_stack;
    widgets::TextLabel *m_tools;
    QWidget *m_outlookView;
    widgets::KpiStrip *m_figures;
    widgets::TextLabel *m_caution;
    widgets::FanLegend *m_legend;
    QGridLayout *m_grid;
    QList<Fan> m_fans;
    int m_columns = 0;
    widgets::Skeleton *m_skeleton;
    QWidget *m_statePage = nullptr;
};

} // namespace smartqueue::pages
