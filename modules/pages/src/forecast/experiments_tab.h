#pragma once

#include <QTimer>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/experiment_model.h>

#include "forecast_tab.h"

class QGridLayout;
class QBoxLayout;
class QStackedWidget;

namespace smartqueue::widgets {
class ActionButton;
class Card;
class ProgressSheet;
class SegmentedControl;
class TextLabel;
}

namespace smartqueue::pages {

class WayPicker;

/// Past days over again under two ways to run the branch: the question, then the verdict with what each queue gains or pays. GUI thread.
class ExperimentsTab : public ForecastTab {
    Q_OBJECT
public:
    explicit ExperimentsTab(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void setWatched(bool) override {}
    void enter() override;
    QList<QAction *> acts() const override { return {m_runAct}; }

    presentation::ExperimentModel &model() { return m_model; }
    /// Without a question where; `toastRequested` says how it went.
    void saveTo(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeQuestion();
    QWidget *makeVerdict();
    void run();
    void save();
    presentation::ExperimentQuestion asked() const;
    void showPhase();
    void showProgress();
    void showVerdict();
    void showLines(const QList<presentation::ExperimentLine> &lines);
    void showMessage(QWidget *message);
    void showWhatRuns();
    void retranslate();

    presentation::Console &m_console;
    presentation::ExperimentModel m_model;
    QAction *m_runAct;
    QWidget *m_tools;
    widgets::ActionButton *m_save;
    QBoxLayout *m_row;
    widgets::TextLabel *m_intro;
    widgets::SegmentedControl *m_period;
    WayPicker *m_a;
    WayPicker *m_b;
    widgets::ActionButton *m_run;
    widgets::TextLabel *m_hint;
    QStackedWidget *m_stack;
    QWidget *m_verdictView;
    widgets::Card *m_verdictCard;
    widgets::TextLabel *m_verdict;
    widgets::TextLabel *m_price;
    widgets::TextLabel *m_question;
    QWidget *m_linesGround = nullptr;
    widgets::TextLabel *m_made;
    widgets::TextLabel *m_trust;
    QWidget *m_message = nullptr;
    widgets::ProgressSheet *m_progress = nullptr;
    QTimer m_progressDelay;
};

} // namespace smartqueue::pages
