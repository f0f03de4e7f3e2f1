#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>

namespace smartqueue::widgets {

/// A small line of recent values with a dashed target (none when 0) and a dot on the last.
class Sparkline : public PaintedWidget {
    Q_OBJECT
public:
    explicit Sparkline(const QString &accessibleName, QWidget *parent = nullptr);
    void setValues(const QList<double> &values, double target, Tone tone);
    QSize sizeHint() const override { return {scaled(200), scaled(36)}; }
    QSize minimumSizeHint() const override { return {60, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<double> values_;
    double target_ = 0;
    Tone tone_ = Tone::accent;
};

} // namespace smartqueue::widgets
