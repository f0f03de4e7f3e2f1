#pragma once

#include <optional>

#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/twin_model.h>

#include "forecast_tab.h"

class QStackedWidget;

namespace smartqueue::widgets {
class FanLegend;
class Skeleton;
class TextLabel;
}

namespace smartqueue::pages {

class FanGrid;
class SimulatorControls;
class SimulatorEffect;
struct SimulatorDecision;

/// Today's twin: what could be done on one side, what would come of it on the other, and the decision. GUI thread.
class SimulatorTab : public ForecastTab {
    Q_OBJECT
public:
    explicit SimulatorTab(presentation::Console &console, QWidget *parent = nullptr);

    QString title() const override;
    QWidget *tools() override;
    void setWatched(bool watched) override;
    void enter() override;
    QList<QAction *> acts() const override;
    void setStale(bool stale) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeTwin();
    void connectEngine();
    void showPhase();
    void showStatePage(QWidget *page);
    void showCauses();
    void showStudy();
    void showDecision();
    QString whyNot() const;
    QString whatHappens() const;
    void apply();
    void undo();
    void retranslate();

    presentation::Console &m_console;
    presentation::TwinModel m_model;
    QStackedWidget *m_stack;
    widgets::TextLabel *m_tools;
    QWidget *m_twinView;
    SimulatorControls *m_controls;
    SimulatorEffect *m_effect;
    widgets::TextLabel *m_caution;
    widgets::FanLegend *m_legend;
    FanGrid *m_fans;
    widgets::Skeleton *m_skeleton;
    QWidget *m_loadingView;
    QWidget *m_statePage = nullptr;
    QAction *m_apply;
    QAction *m_reset;
    bool m_isStale = false;
    /// What the engine cannot write.
    std::optional<Failure> m_trouble;
    /// An answer is awaited.
    bool m_isApplying = false;
    /// The newest act from here; 0: none.
    Sequence m_applied = 0;
    /// The focus was on the button that has applied: it goes where Enter cannot apply again.
    bool m_goesToUndo = false;
    /// Somebody changed something and is told what comes of it.
    bool m_isAsked = false;
};

} // namespace smartqueue::pages
