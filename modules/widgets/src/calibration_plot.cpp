#include "smartqueue/widgets/calibration_plot.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

/// Half the height of the band in which nobody would see a difference.
constexpr double tolerance = 0.03;

qreal line()
{
    return textHeight(textFont(TextSize::small));
}

} // namespace

CalibrationPlot::CalibrationPlot(QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::control);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void CalibrationPlot::setData(const CalibrationData &facts)
{
    if (data_ == facts)
        return;
    const bool same = data_.points.size() == facts.points.size();
    data_ = facts;
    if (!same || current_ < 0)
        current_ = data_.told >= 0 ? data_.told : int(data_.points.size()) - 1;
    updateGeometry();
    update();
}

QString CalibrationPlot::accessibleValue() const
{
    return data_.points.value(current_).words;
}

QSize CalibrationPlot::minimumSizeHint() const
{
    return {scaled(220), int(line() * 2) + scaled(100)};
}

QSize CalibrationPlot::sizeHint() const
{
    return {scaled(288), scaled(190)};
}

void CalibrationPlot::moveTo(int index)
{
    index = std::clamp(index, 0, std::max(0, int(data_.points.size()) - 1));
    if (index == current_ || data_.points.isEmpty())
        return;
    current_ = index;
    announceValue();
    update();
}

void CalibrationPlot::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(current_ - 1);
    case Qt::Key_Right:
        return moveTo(current_ + 1);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(int(data_.points.size()) - 1);
    default:
        PaintedWidget::keyPressEvent(event);
    }
}

void CalibrationPlot::mousePressEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    int nearest = current_;
    qreal best = 1e9;
    for (int i = 0; i < data_.points.size(); ++i) {
        const qreal off = std::abs(at(area, data_.points[i].promised, 0).x() - event->position().x());
        if (off < best) {
            best = off;
            nearest = i;
        }
    }
    moveTo(nearest);
}

QRectF CalibrationPlot::plot() const
{
    const qreal names = textWidth(textFont(TextSize::small), data_.ticks[2]) + space::s;
    return QRectF(rect()).adjusted(names + 2, line() / 2 + 2, -space::s - textWidth(textFont(TextSize::small), data_.ticks[2]) / 2.0, -2 * line() - 10);
}

QPointF CalibrationPlot::at(const QRectF &plot, double promised, double came) const
{
    // Shares grow to the right in every language.
    return {plot.left() + promised * plot.width(), plot.bottom() - std::clamp(came, 0.0, 1.0) * plot.height()};
}

void CalibrationPlot::paintFrame(QPainter &painter, const QRectF &area, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    QPolygonF band;
    band << at(area, 0, tolerance) << at(area, 1 - tolerance, 1) << at(area, 1, 1) << at(area, 1, 1 - tolerance) << at(area, tolerance, 0) << at(area, 0, 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.alternate);
    painter.drawPolygon(band);
    for (int tick = 0; tick < 3; ++tick) {
        const QPointF left = at(area, 0, tick / 2.0);
        const QPointF below = at(area, tick / 2.0, 0);
        painter.setPen(QPen(tick == 0 ? t.border : t.line, 1));
        painter.drawLine(left, QPointF(area.right(), left.y()));
        paintText(painter, QRectF(0, left.y() - line() / 2, area.left() - space::s, line()), data_.ticks[tick], small, t.muted,
                  Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
        paintText(painter, QRectF(below.x() - 40, area.bottom() + 4, 80, line()), data_.ticks[tick], small, t.muted, Qt::AlignCenter);
    }
    QPen dashed(t.border, 1);
    dashed.setDashPattern({4, 3});
    painter.setPen(dashed);
    painter.drawLine(at(area, 0, 0), at(area, 1, 1));
    paintText(painter, QRectF(area.left() + space::s, area.top() + 4, area.width() * 0.6, line()), data_.above, small, t.muted,
              Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
    paintText(painter, QRectF(area.left() + area.width() * 0.4, area.bottom() - line() - 6, area.width() * 0.6, line()), data_.below, small, t.muted,
              Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
}

void CalibrationPlot::paintPoints(QPainter &painter, const QRectF &area, const Tokens &t) const
{
    QPolygonF curve;
    QPolygonF range;
    for (const CalibrationPoint &point : data_.points) {
        curve << at(area, point.promised, point.came);
        range << at(area, point.promised, point.high);
    }
    for (auto point = data_.points.rbegin(); point != data_.points.rend(); ++point)
        range << at(area, point->promised, point->low);
    QColor soft = t.accent;
    soft.setAlphaF(0.14F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawPolygon(range);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(curve);
    const ToneColours tone = toneColours(t, data_.calloutTone);
    for (int i = 0; i < data_.points.size(); ++i) {
        const bool told = i == data_.told;
        painter.setPen(QPen(t.surface, 1.5));
        painter.setBrush(told && data_.calloutTone != Tone::neutral ? tone.text : t.accent);
        painter.drawEllipse(curve[i], told ? 5.5 : 3.5, told ? 5.5 : 3.5);
        if (i == current_ && hasFocus()) {
            painter.setPen(QPen(t.focus, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(curve[i], 8.5, 8.5);
        }
    }
    if (data_.told < 0 || data_.callout.isEmpty())
        return;
    const QFont bold = textFont(TextSize::small, QFont::Bold);
    const QPointF told = curve.value(data_.told);
    const QSizeF size(textWidth(bold, data_.callout) + 12, line() + 4);
    // On the side away from the diagonal.
    const bool under = data_.points[data_.told].came <= data_.points[data_.told].promised;
    // Below, it begins at the point, so that it lies clear of the curve that comes up to it.
    QRectF box(QPointF(std::min(told.x() - (under ? 12 : size.width() * 0.6), area.right() - size.width()), under ? told.y() + 17 : told.y() - 11 - size.height()), size);
    box.moveTop(std::max(box.top(), area.top()));
    if (!under && box.intersects(QRectF(told - QPointF(8, 8), QSizeF(16, 16))))
        box.moveRight(told.x() - 12);
    paintBox(painter, box, 4, data_.calloutTone == Tone::neutral ? t.alternate : tone.soft, QColor());
    paintText(painter, box, data_.callout, bold, data_.calloutTone == Tone::neutral ? t.text : tone.text, Qt::AlignCenter);
}

void CalibrationPlot::paintEvent(QPaintEvent *)
{
    if (data_.points.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const QRectF area = plot();
    paintFrame(painter, area, t);
    paintPoints(painter, area, t);
    paintText(painter, QRectF(0, height() - line() - 1, width(), line()), accessibleValue(), textFont(TextSize::small, QFont::Bold), t.text, Qt::AlignCenter);
}

} // namespace smartqueue::widgets
