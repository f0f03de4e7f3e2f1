#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

struct HourError {
    QString label;
    double miss = 0; ///< height of the bar, not negative
    double bias = 0; ///< of the line, with its sign
    bool beyond = false; ///< amber and hatched
    bool thin = false; ///< little behind it: an outline
    bool none = false; ///< nothing to show
    QString words;
    bool operator==(const HourError &) const = default;
};

struct HourErrorData {
    QList<HourError> hours;
    double target = 0;
    QString targetLabel;
    QString missLabel;
    QString biasLabel;
    bool operator==(const HourErrorData &) const = default;
};

/// A bar an hour for the size of the errors and a line for their sign. Arrow keys move from hour to hour, the current one is put
/// into words below.
class HourErrorChart : public PaintedWidget {
    Q_OBJECT
public:
    explicit HourErrorChart(QWidget *parent = nullptr);
    void setData(const HourErrorData &facts);
    int current() const { return current_; }
    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Frame {
        QRectF plot;
        qreal pitch = 0;
        double low = 0;
        double high = 0;
        double step = 1;
        qreal y(double value) const { return plot.bottom() - (value - low) / (high - low) * plot.height(); }
    };
    Frame frame() const;
    void moveTo(int index);
    void paintLegend(QPainter &painter, const Tokens &table) const;
    void paintAxes(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintBars(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintBias(QPainter &painter, const Frame &frame, const Tokens &table) const;

    HourErrorData data_;
    int current_ = -1;
};

} // namespace smartqueue::widgets
