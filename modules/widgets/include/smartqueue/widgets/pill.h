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
    void paintEvent(QPaintEvent *event) override;

private:
    PillLook look_;
};

} // namespace smartqueue::widgets
