#pragma once
#include <QAccessible>
#include <QWidget>

namespace smartqueue::widgets {

/// Base of everything painted as one piece: repaints on a change of theme, asks for room again on a change of
/// text size, and appears to assistive technology with one name, a role and, if it can be pressed, an action.
class PaintedWidget : public QWidget {
public:
    explicit PaintedWidget(QAccessible::Role role, QWidget *parent = nullptr);

    QAccessible::Role accessibleRole() const { return role_; }
    /// What Enter does; nothing unless overridden together with pressable().
    virtual void press() {}
    virtual bool pressable() const { return false; }
    /// The current value in words, for sliders and grids.
    virtual QString accessibleValue() const { return {}; }

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Sends the current value to assistive technology.
    void announceValue();

private:
    QAccessible::Role role_;
};

/// Makes assistive technology speak `text` without moving the focus.
void announce(QObject *source, const QString &text);

} // namespace smartqueue::widgets
