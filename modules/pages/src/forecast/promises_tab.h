#pragma once

#include <QTimer>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/promise_board_model.h>

#include "forecast_tab.h"

class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace smartqueue::widgets {
class ActionButton;
class ProgressSheet;
class SegmentedControl;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

class PromiseCharts;

/// Promises kept: whether the waits that people were told came true, as charts or as a table.
class PromisesTab : public ForecastTab {
    Q_OBJECT
public:
    explicit PromisesTab(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override { return m_tools; }
    void setWatched(bool watched) override;
    void enter() override;

    presentation::PromiseBoardModel &model() { return m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTools();
    QWidget *makeTable();
    QWidget *makeLoading();
    void showPhase();
    void showBoard();
    void showProgress();
    void showStatePage(QWidget *page);
    void setAsTable(bool asTable);
    void retranslate();

    presentation::PromiseBoardModel m_model;
    QStackedWidget *m_stack;
    QWidget *m_tools;
    widgets::SegmentedControl *m_period;
    widgets::ActionButton *m_asTableButton;
    PromiseCharts *m_charts;
    QWidget *m_chartsView;
    QWidget *m_tableView;
    widgets::TextLabel *m_summary;
    widgets::TextLabel *m_levelsTitle;
    QTableView *m_figures;
    QTableView *m_levels;
    QWidget *m_loadingView;
    QVBoxLayout *m_loadingColumn;
    widgets::Skeleton *m_skeleton;
    widgets::ProgressSheet *m_progress = nullptr;
    QWidget *m_statePage = nullptr;
    QTimer m_progressDelay;
    bool m_asTable = false;
};

} // namespace smartqueue::pages
