#pragma once
#include "smartqueue/widgets/theme.h"

#include <QRectF>

class QPainter;

namespace smartqueue::widgets {

/// A figure on an axis, in the unit of the axis. What lies beyond an end is shown as an arrow there.
struct TargetStrip {
    double at = 0;
    /// The range that holds the true figure.
    double low = 0;
    double high = 0;
    double axisLow = 0;
    double axisHigh = 1;
    /// The good zone; none when both ends are the same.
    double zoneLow = 0;
    double zoneHigh = 0;
    double target = 0;
    Tone tone = Tone::neutral;
    bool operator==(const TargetStrip &) const = default;
};

/// Axis, good zone, tick at the target, range and dot; the axis runs left to right in every language.
void paintTargetStrip(QPainter &painter, const QRectF &box, const TargetStrip &strip, const Tokens &table);

} // namespace smartqueue::widgets
