#include "smartqueue/widgets/paint.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QTextLayout>
#include <QTextOption>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

void paintBox(QPainter &painter, const QRectF &box, qreal radius, const QColor &fill, const QColor &edge,
              qreal edgeWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    qreal inset = 0;
    if (edge.isValid()) {
        painter.setPen(QPen(edge, edgeWidth));
        inset = edgeWidth / 2.0;
    } else {
        painter.setPen(Qt::NoPen);
    }
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const QRectF &box, qreal radius, const Tokens &table)
{
    paintBox(painter, box.adjusted(-4, -4, 4, 4), radius + 4, QColor(), table.focus, 2.0);
}

void paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &colour,
               Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(colour);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.horizontalAdvance(text) > box.width() + 1.0
                              ? metrics.elidedText(text, Qt::ElideRight, box.width())
                              : text;
    const bool absolute = alignment.testFlag(Qt::AlignAbsolute);
    if (!absolute && painter.layoutDirection() == Qt::RightToLeft) {
        if (alignment.testFlag(Qt::AlignLeft))
            alignment = (alignment & ~Qt::AlignLeft) | Qt::AlignRight;
        else if (alignment.testFlag(Qt::AlignRight))
            alignment = (alignment & ~Qt::AlignRight) | Qt::AlignLeft;
    }
    // A text runs in its own direction wherever it stands, so that "14–19" is never turned round.
    const Qt::LayoutDirection layout = painter.layoutDirection();
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(box, int(alignment | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
    painter.setLayoutDirection(layout);
}

namespace {

/// Breaks the text into at most `lines` lines; the last one is elided when there is more.
QStringList brokenLines(const QString &text, const QFont &font, qreal width, int lines)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList result;
    while (int(result.size()) < lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width, 1.0));
        const int start = line.textStart();
        const bool more = start + line.textLength() < text.size();
        if (int(result.size()) == lines - 1 && more)
            result.append(QFontMetricsF(font).elidedText(text.mid(start), Qt::ElideRight, width));
        else
            result.append(text.mid(start, line.textLength()).trimmed());
    }
    layout.endLayout();
    return result;
}

} // namespace

qreal paintWrapped(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &colour,
                   int lines, Qt::LayoutDirection direction)
{
    const qreal pitch = std::ceil(QFontMetricsF(font).lineSpacing());
    const auto align = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    qreal top = box.top();
    painter.setFont(font);
    painter.setPen(colour);
    for (const QString &line : brokenLines(text, font, box.width(), lines)) {
        painter.drawText(QRectF(box.left(), top, box.width() + 1, pitch),
                         int(align | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, line);
        top += pitch;
    }
    return top - box.top();
}

qreal wrappedHeight(const QString &text, const QFont &font, qreal width, int lines)
{
    if (text.isEmpty())
        return 0;
    return qreal(brokenLines(text, font, width, lines).size()) * std::ceil(QFontMetricsF(font).lineSpacing());
}

int textWidth(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

int textHeight(const QFont &font)
{
    return int(std::ceil(QFontMetricsF(font).height()));
}

QRectF mirrored(const QRectF &box, const QRectF &frame, Qt::LayoutDirection direction)
{
    if (direction != Qt::RightToLeft)
        return box;
    return QRectF(frame.left() + frame.right() - box.right(), box.top(), box.width(), box.height());
}

namespace {

QFont pillFont(PillStyle style)
{
    return textFont(TextSize::small, style == PillStyle::filled ? QFont::Bold : QFont::Normal);
}

} // namespace

QSize pillSize(const PillLook &look)
{
    const QFont font = pillFont(look.style);
    const int glyph = look.icon == Icon::none ? 0 : scaled(14) + 6;
    return {textWidth(font, look.text) + glyph + scaled(20), std::max(scaled(24), textHeight(font) + 8)};
}

void paintPill(QPainter &painter, const QRectF &box, const PillLook &look, const Tokens &table,
               Qt::LayoutDirection direction)
{
    const ToneColours colours = toneColours(table, look.tone);
    const bool filled = look.style == PillStyle::filled;
    paintBox(painter, box, box.height() / 2, filled ? colours.soft : QColor(), filled ? QColor() : table.line);
    qreal left = box.left() + scaled(9);
    if (look.icon != Icon::none) {
        const QRectF glyph(left, box.center().y() - scaled(14) / 2.0, scaled(14), scaled(14));
        paintIcon(painter, mirrored(glyph, box, direction), look.icon, colours.text);
        left += scaled(14) + 6;
    }
    const QRectF words(left, box.top(), box.right() - scaled(6) - left, box.height());
    painter.save();
    painter.setLayoutDirection(direction);
    paintText(painter, mirrored(words, box, direction), look.text, pillFont(look.style),
              filled ? colours.text : table.muted);
    painter.restore();
}

QSize keyCapSize(const QString &keys)
{
    const QFont font = textFont(TextSize::small);
    return {std::max(textWidth(font, keys) + 12, scaled(18)), textHeight(font) + 4};
}

void paintKeyCap(QPainter &painter, const QRectF &box, const QString &keys, const QColor &ink, const QColor &edge)
{
    paintBox(painter, box, 4, QColor(), edge);
    painter.save();
    painter.setFont(textFont(TextSize::small));
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, keys);
    painter.restore();
}

void paintSparkline(QPainter &painter, const QRectF &box, const QList<double> &values, double target,
                    const QColor &line, const QColor &targetColour)
{
    if (values.isEmpty())
        return;
    double low = *std::min_element(values.begin(), values.end());
    double high = *std::max_element(values.begin(), values.end());
    if (target > 0) {
        low = std::min(low, target);
        high = std::max(high, target);
    }
    low = std::min(low, high * 0.6);
    const double range = std::max(high - low, 1e-9);
    const QRectF area = box.adjusted(1, 3, -4, -1);
    const auto y = [&](double value) { return area.bottom() - (value - low) / range * area.height(); };
    const qreal step = values.size() > 1 ? area.width() / qreal(values.size() - 1) : 0;
    QPolygonF points;
    for (qsizetype i = 0; i < values.size(); ++i)
        points << QPointF(area.left() + step * qreal(i), y(values[i]));

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF ground = points;
    ground << QPointF(points.last().x(), box.bottom()) << QPointF(points.first().x(), box.bottom());
    QColor soft = line;
    soft.setAlphaF(0.13F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(soft);
    painter.drawPolygon(ground);
    if (target > 0) {
        QPen dashed(targetColour, 1.0);
        dashed.setDashPattern({4, 3});
        painter.setPen(dashed);
        const qreal level = std::round(y(target)) + 0.5;
        painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(line, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawEllipse(points.last(), 3.0, 3.0);
    painter.restore();
}

void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1.0));
    // Lines start on a common grid so that neighbouring cells join.
    const qreal pitch = 6.0;
    const qreal first = std::floor((box.left() + box.top()) / pitch) * pitch;
    for (qreal sum = first; sum < box.right() + box.bottom() + pitch; sum += pitch)
        painter.drawLine(QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
    painter.restore();
}

} // namespace smartqueue::widgets
