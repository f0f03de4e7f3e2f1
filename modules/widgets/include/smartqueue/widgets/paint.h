#pragma once
#include "smartqueue/widgets/icons.h"
#include "smartqueue/widgets/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace smartqueue::widgets {

/// A filled box whose edge lies wholly inside `box`; pass an invalid colour to leave a part out.
void paintBox(QPainter &painter, const QRectF &box, qreal radius, const QColor &fill, const QColor &edge,
              qreal edgeWidth = 1.0);

/// The 2 px ring, 2 px outside of `box`, for items that are no widgets of their own.
void paintFocusRing(QPainter &painter, const QRectF &box, qreal radius, const Tokens &table);

/// One line of text; `alignment` is mirrored in right-to-left layouts. Elided at the end only when it cannot fit.
void paintText(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &colour,
               Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter);

/// Wrapped text over at most `lines` lines. Returns the height used in pixels.
qreal paintWrapped(QPainter &painter, const QRectF &box, const QString &text, const QFont &font, const QColor &colour,
                   int lines, Qt::LayoutDirection direction);
/// Height in pixels that `text` takes at `width`, at most `lines` lines.
qreal wrappedHeight(const QString &text, const QFont &font, qreal width, int lines);

int textWidth(const QFont &font, const QString &text);
int textHeight(const QFont &font);

/// `box` mirrored inside `frame` when the layout runs right to left.
QRectF mirrored(const QRectF &box, const QRectF &frame, Qt::LayoutDirection direction);

enum class PillStyle { filled, outlined };

/// A pill: icon and word. The outlined one keeps its colour to the icon.
struct PillLook {
    Icon icon = Icon::none;
    QString text;
    Tone tone = Tone::neutral;
    PillStyle style = PillStyle::filled;
};
QSize pillSize(const PillLook &look);
void paintPill(QPainter &painter, const QRectF &box, const PillLook &look, const Tokens &table,
               Qt::LayoutDirection direction);

QSize keyCapSize(const QString &keys);
void paintKeyCap(QPainter &painter, const QRectF &box, const QString &keys, const QColor &ink, const QColor &edge);

/// A line through `values` over a soft area with a dashed target and a dot on the last value.
/// Straight segments only: a curve would overshoot.
void paintSparkline(QPainter &painter, const QRectF &box, const QList<double> &values, double target,
                    const QColor &line, const QColor &targetColour);

/// Diagonal hatching for what is closed.
void paintHatch(QPainter &painter, const QRectF &box, const QColor &colour);

} // namespace smartqueue::widgets
