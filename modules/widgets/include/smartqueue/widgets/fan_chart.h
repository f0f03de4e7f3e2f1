#pragma once
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QString>

namespace smartqueue::widgets {

/// One minute of a fan.
struct FanSlice {
    double p10 = 0;
    double p25 = 0;
    double median = 0;
    double p75 = 0;
    double p90 = 0;
    QString words;
    bool operator==(const FanSlice &) const = default;
};

struct FanChartData {
    QString title;
    QList<double> observed; ///< one a minute, the last one is now
    QList<FanSlice> ahead; ///< one a minute from now on
    QList<double> without; ///< the medians of another way, one a minute from now on; dashed and grey
    bool old = false; ///< what lies ahead is about to be replaced, and greyed
    int firstMinute = 0; ///< of the day, of the first observed value
    QString nowLabel;
    bool operator==(const FanChartData &) const = default;
};

/// What was, as a line, and what is likely to come, as a median in a band that holds half and a band that holds 8 of 10 cases.
/// Arrow keys go a quarter of an hour ahead or back, Home and End to the ends. Time runs left to right everywhere.
class FanChart : public PaintedWidget {
    Q_OBJECT
public:
    explicit FanChart(QWidget *parent = nullptr);
    void setData(const FanChartData &facts);
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
        double high = 1;
        double step = 1;
        int minutes = 1;
        qreal x(double minute) const { return plot.left() + plot.width() * minute / minutes; }
        qreal y(double value) const { return plot.bottom() - plot.height() * value / high; }
    };
    Frame frame() const;
    int nowMinute() const { return int(data_.observed.size()) - 1; }
    void moveTo(int minute);
    void paintAxes(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintBand(QPainter &painter, const Frame &frame, double FanSlice::*low, double FanSlice::*high, const QColor &fill) const;
    void paintAhead(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintLines(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintNow(QPainter &painter, const Frame &frame, const Tokens &table) const;
    void paintCurrent(QPainter &painter, const Frame &frame, const Tokens &table) const;

    FanChartData data_;
    /// Of `ahead`; -1: none.
    int current_ = -1;
};

/// What the lines and bands of a page's fans mean, said once; on further lines where the room ends.
class FanLegend : public PaintedWidget {
    Q_OBJECT
public:
    enum class Sample { observed, median, half, most, without };
    struct Entry {
        Sample sample = Sample::observed;
        QString word;
    };

    explicit FanLegend(QWidget *parent = nullptr);
    void setWords(const QString &what, const QList<Entry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRectF> arranged(int width) const;
    void paintSample(QPainter &painter, const QRectF &box, Sample sample) const;

    QString what_;
    QList<Entry> entries_;
};

} // namespace smartqueue::widgets
