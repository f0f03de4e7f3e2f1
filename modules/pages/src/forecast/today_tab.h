#pragma once

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/day_outlook_model.h>

#include "forecast_tab.h"

class QStackedWidget;

namespace smartqueue::widgets {
class FanLegend;
class KpiStrip;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

class FanGrid;

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
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFans();
    void showPhase();
    void showOutlook();
    void showStatePage(QWidget *page);
    void retranslate();

    presentation::DayOutlookModel m_model;
    QStackedWidget *m_stack;
    widgets::TextLabel *m_tools;
    QWidget *m_outlookView;
    widgets::KpiStrip *m_figures;
    widgets::TextLabel *m_caution;
    widgets::FanLegend *m_legend;
    FanGrid *m_fans;
    widgets::Skeleton *m_skeleton;
    QWidget *m_loadingView;
    QWidget *m_statePage = nullptr;
};

} // namespace smartqueue::pages
