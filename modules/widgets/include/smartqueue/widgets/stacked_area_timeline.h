#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/painted_widget.h"
#include "smartqueue/widgets/theme.h"

#include <QList>
#include <QTime>
#include <chrono>

namespace smartqueue::widgets {

struct TimelineArea {
    QString name;
    QList<double> values; ///< one per step from the start
    bool operator==(const TimelineArea &) const = default;
};

/// Something that happened, on the lane above the areas.
struct TimelineMark {
    int second = 0; ///< since the start
    Icon icon = Icon::info;
    Tone tone = Tone::accent;
    QString text;
    bool operator==(const TimelineMark &) const = default;
};

/// What one kind of mark means, for the legend.
struct TimelineKind {
    Icon icon = Icon::info;
    Tone tone = Tone::accent;
    QString text;
    bool operator==(const TimelineKind &) const = default;
};

/// A day as stacked areas, the first at the bottom and darkest.
struct TimelineData {
    QString title;
    QTime start; ///< wall clock at second 0
    int seconds = 0;
    int step = 60; ///< seconds between two values
    QList<TimelineArea> areas;
    QList<TimelineMark> marks;
    QList<TimelineKind> kinds; ///< those that occur among the marks
    bool operator==(const TimelineData &) const = default;
};

/// The recorder's axis. The play head can be dragged or moved by keys: arrows a minute, with Shift ten seconds,
/// with Ctrl to the next mark, Home and End. What lies after the head is veiled. Time runs left to right everywhere.
class StackedAreaTimeline : public PaintedWidget {
    Q_OBJECT
public:
    explicit StackedAreaTimeline(QWidget *parent = nullptr);
    void setData(const TimelineData &facts);
    int position() const { return position_; }
    /// Seconds since the start, clamped. Does not emit.
    void setPosition(int second);
    QString accessibleValue() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The user moved the head; `second` since the start.
    void positionRequested(int second);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    QString clock(int second, bool withSeconds) const;
    qreal x(int second) const;
    void request(int second);
    void paintHead(QPainter &painter, const Tokens &table) const;
    void paintLegend(QPainter &painter, const Tokens &table) const;
    QColor areaColour(const Tokens &table, qsizetype index) const;

    TimelineData data_;
    int position_ = 0;
};

} // namespace smartqueue::widgets
