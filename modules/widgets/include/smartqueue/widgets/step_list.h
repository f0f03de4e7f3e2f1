#pragma once
#include "smartqueue/widgets/painted_widget.h"

#include <QStringList>

namespace smartqueue::widgets {

/// The steps of a guided start: done ones ticked, the current one filled softly, the rest numbered.
class StepList : public PaintedWidget {
    Q_OBJECT
public:
    explicit StepList(const QString &heading, QWidget *parent = nullptr);
    /// `current` counts from 0.
    void setSteps(const QStringList &steps, int current);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// A step already done, or the current one, was clicked.
    void stepRequested(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int pitch() const;
    int top() const;
    QString heading_;
    QStringList steps_;
    int current_ = 0;
};

} // namespace smartqueue::widgets
