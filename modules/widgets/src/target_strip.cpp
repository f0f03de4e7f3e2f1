#include "smartqueue/widgets/target_strip.h"

#include "smartqueue/widgets/paint.h"

#include <QPainterPath>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

class Strip {
public:
    Strip(QPainter &painter, const QRectF &box, const TargetStrip &strip)
        : m_painter(painter), m_box(box), m_strip(strip), m_span(std::max(strip.axisHigh - strip.axisLow, 1e-9))
    {
    }

    double x(double value) const { return m_box.left() + std::clamp((value - m_strip.axisLow) / m_span, 0.0, 1.0) * m_box.width(); }

    void bar(double from, double to, qreal high, qreal radius, const QColor &colour) const
    {
        const qreal left = x(from);
        paintBox(m_painter, QRectF(left, m_box.center().y() - high / 2, std::max<qreal>(x(to) - left, 1), high), radius, colour, QColor());
    }

    /// Where the axis ends before the figure.
    void arrow(bool right, qreal half, const QColor &colour) const
    {
        const qreal tip = right ? m_box.right() + 1 : m_box.left() - 1;
        const qreal back = right ? tip - 2 * half : tip + 2 * half;
        QPainterPath path(QPointF(tip, m_box.center().y()));
        path.lineTo(back, m_box.center().y() - half);
        path.lineTo(back, m_box.center().y() + half);
        path.closeSubpath();
        m_painter.fillPath(path, colour);
    }

private:
    QPainter &m_painter;
    QRectF m_box;
    const TargetStrip &m_strip;
    double m_span;
};

} // namespace

void paintTargetStrip(QPainter &painter, const QRectF &box, const TargetStrip &data, const Tokens &t)
{
    const bool plain = data.zoneLow == data.zoneHigh;
    const ToneColours tone = toneColours(t, data.tone);
    const QColor dot = data.tone == Tone::neutral ? t.text : tone.text;
    const QColor range = mixed(t.surface, data.tone == Tone::neutral ? t.border : tone.fill, 0.55);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Strip strip(painter, box, data);
    strip.bar(data.axisLow, data.axisHigh, plain ? 1 : 4, plain ? 0 : 2, plain ? t.border : t.line);
    if (!plain)
        strip.bar(data.zoneLow, data.zoneHigh, 8, 2, mixed(t.surface, t.good.fill, t.dark ? 0.5 : 0.4));
    strip.bar(data.low, data.high, plain ? 7 : 6, plain ? 1 : 3, range);
    const qreal tick = plain ? 14 : 18;
    painter.fillRect(QRectF(strip.x(data.target) - (plain ? 0.5 : 1), box.center().y() - tick / 2, plain ? 1 : 2, tick), plain ? t.muted : t.text);
    const qreal radius = plain ? 3 : 5;
    if (data.at > data.axisHigh || data.at < data.axisLow) {
        strip.arrow(data.at > data.axisHigh, radius, dot);
    } else {
        painter.setPen(QPen(t.surface, plain ? 1 : 2));
        painter.setBrush(dot);
        painter.drawEllipse(QPointF(strip.x(data.at), box.center().y()), radius + 1, radius + 1);
    }
    painter.restore();
}

} // namespace smartqueue::widgets
