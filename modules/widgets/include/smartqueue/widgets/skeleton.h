#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QTimer>

namespace smartqueue::widgets {

/// Grey shapes where content will be; appears 150 ms after `begin()`, so that quick loads never flicker.
/// Stands still when motion is reduced.
class Skeleton : public PaintedWidget {
    Q_OBJECT
public:
    explicit Skeleton(int rows = 4, QWidget *parent = nullptr);
    void begin();
    void end();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rows_;
    bool shown_ = false;
    int phase_ = 0;
    QTimer delay_;
    QTimer pulse_;
};

} // namespace smartqueue::widgets
