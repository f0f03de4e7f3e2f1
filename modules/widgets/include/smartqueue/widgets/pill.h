#pragma once
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/painted_widget.h"

namespace smartqueue::widgets {

/// A state as icon and word. Open states are filled, closed ones outlined with colour only in the icon.
class Pill : public PaintedWidget {
    Q_OBJECT
public:
    explicit Pill(QWidget *parent = nullptr);
    explicit Pill(const PillLook &look, QWidget *parent = nullptr);
    void setLook(const PillLook &look);
    const PillLook &look() const { return look_; }
    QSize sizeHint() const override { return pillSize(look_); }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    Pill(QAccessible::Role role, QWidget *parent);
    void paintEvent(QPaintEvent *event) override;

private:
    PillLook look_;
};

/// A pill that says more when it is pressed. The whole sentence is its name and its tool tip.
class PillButton : public Pill {
    Q_OBJECT
public:
    explicit PillButton(QWidget *parent = nullptr);
    void setLook(const PillLook &look, const QString &sentence);
    void press() override;
    bool pressable() const override { return true; }

Q_SIGNALS:
    void pressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
};

} // namespace smartqueue::widgets
