#pragma once

#include <smartqueue/presentation/twin_study.h>

#include <QWidget>

namespace smartqueue::widgets {
class ActionButton;
class ChangeStrip;
class KeyCap;
class PrimaryButton;
class TextLabel;
}

namespace smartqueue::pages {

/// What may be done about what is tried.
struct SimulatorDecision {
    bool canApply = false;
    bool canUndo = false;
    /// Why not, or what stays a what-if.
    QString reason;
    QString keys;
    bool operator==(const SimulatorDecision &) const = default;
};

/// The effect in a sentence of figures, with the decision beside it. GUI thread.
class SimulatorEffect : public QWidget {
    Q_OBJECT
public:
    explicit SimulatorEffect(QWidget *parent = nullptr);
    void show(const presentation::TwinWords &words);
    /// The figures are of before the last change.
    void setOld(bool old);
    void setDecision(const SimulatorDecision &decision);
    bool hasApplyFocus() const;
    void focusUndo();

Q_SIGNALS:
    void applyRequested();
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    widgets::ChangeStrip *m_figures;
    widgets::PrimaryButton *m_apply;
    widgets::KeyCap *m_keys;
    widgets::ActionButton *m_undo;
    widgets::TextLabel *m_reason;
    SimulatorDecision m_decision;
};

} // namespace smartqueue::pages
