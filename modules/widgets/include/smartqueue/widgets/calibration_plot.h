#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

/// Shares, 0 to 1: what was promised, what came of it, and the range that holds the true one.
struct CalibrationPoint {
    double promised = 0;
    double came = 0;
    double low = 0;
    double high = 0;
    QString words;
    bool operator==(const CalibrationPoint &) const = default;
};

struct CalibrationData {
    QList<CalibrationPoint> points;
    /// The one that people were told; −1: none.
    int told = -1;
    QString callout;
    Tone calloutTone = Tone::neutral;
    QString above;
    QString below;
    /// 0, 50 and 100 %, as written.
    QString ticks[3];
    bool operator==(const CalibrationData &) const = default;
};

/// What came true against what was promised; on the dashed diagonal both are the same. Arrow keys move from level to level, the
/// current one is put into words below.
class CalibrationPlot : public PaintedWidget {
    Q_OBJECT
public:
    explicit CalibrationPlot(QWidget *parent = nullptr);
    void setData(const CalibrationData &facts);
    int current() const { return current_; }
    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF plot() const;
    QPointF at(const QRectF &plot, double promised, double came) const;
    void moveTo(int index);
    void paintFrame(QPainter &painter, const QRectF &plot, const Tokens &table) const;
    void paintPoints(QPainter &painter, const QRectF &plot, const Tokens &table) const;

    CalibrationData data_;
    int current_ = -1;
};

} // namespace smartqueue::widgets
