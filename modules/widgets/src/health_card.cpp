#include "smartqueue/widgets/health_card.h"

#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QLocale>
#include <QMouseEvent>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int padding = 16;
constexpr int leastWidth = 240;
constexpr int leastHeight = 188;

} // namespace

Icon statusIcon(Tone tone)
{
    switch (tone) {
    case Tone::good:
        return Icon::checkCircle;
    case Tone::warning:
        return Icon::warningTriangle;
    case Tone::critical:
        return Icon::xCircle;
    case Tone::paused:
        return Icon::pauseCircle;
    case Tone::accent:
    case Tone::neutral:
        return Icon::info;
    }
    return Icon::info;
}

HealthCard::HealthCard(QWidget *parent)
    : PaintedWidget(QAccessible::Button, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setRingShape(this, RingShape::card);
}

void HealthCard::setData(const HealthCardData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    const QString figures = QStringLiteral("%1 %2").arg(QLocale().toString(facts.waiting), facts.waitingLabel);
    QStringList parts{facts.name, facts.statusWord, figures, facts.etaLabel + QLatin1Char(' ') + facts.etaText,
                      facts.slaText, facts.countersText, facts.cause};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
    setToolTip(textWidth(textFont(TextSize::body, QFont::Bold), data_.name) > scaled(110) ? data_.name : QString());
    updateGeometry();
    update();
}

void HealthCard::press()
{
    Q_EMIT activated(data_.id);
}

void HealthCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        press();
    PaintedWidget::mouseReleaseEvent(event);
}

int HealthCard::heightFor(int) const
{
    const int small = textHeight(textFont(TextSize::small));
    const int pill = pillSize({statusIcon(data_.statusTone), data_.statusWord, data_.statusTone}).height();
    const int figure = textHeight(textFont(TextSize::display, QFont::Bold));
    return std::max(leastHeight, padding - 4 + pill + figure + scaled(34) + small * 3 + 22 + padding - 4);
}

QSize HealthCard::minimumSizeHint() const
{
    const int pill = pillSize({statusIcon(data_.statusTone), data_.statusWord, data_.statusTone}).width();
    const int head = std::min(textWidth(textFont(TextSize::body, QFont::Bold), data_.name), scaled(110)) + pill;
    const int foot = textWidth(textFont(TextSize::small), data_.slaText)
                     + textWidth(textFont(TextSize::small), data_.countersText);
    const int middle = textWidth(textFont(TextSize::display, QFont::Bold), QLocale().toString(data_.waiting))
                       + textWidth(textFont(TextSize::small), data_.waitingLabel) + space::s
                       + std::max(textWidth(textFont(TextSize::heading, QFont::Bold), data_.etaText),
                                  textWidth(textFont(TextSize::small), data_.etaLabel));
    const int width = std::max({leastWidth, head + space::m + 2 * padding, foot + space::s + 2 * padding + 1,
                                middle + space::s + 2 * padding + 1});
    // A very long name may be elided, figures may not.
    return {std::min(width, scaled(360)), heightFor(width)};
}

QSize HealthCard::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(260), 0));
}

void HealthCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const QRectF frame(rect());
    const Tone tone = data_.stale ? Tone::paused : data_.statusTone;
    const QColor ink = data_.stale ? t.muted : t.text;
    paintCard(painter, frame, t, tone, direction);
    if (underMouse())
        paintBox(painter, frame, metric::cardRadius, QColor(), t.border);

    const QRectF inner = frame.adjusted(padding + 2, padding - 4, -padding + 2, -padding + 4);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    const QFont small = textFont(TextSize::small);
    const QFont bold = textFont(TextSize::body, QFont::Bold);

    const PillLook pill{statusIcon(data_.statusTone), data_.statusWord, tone, PillStyle::filled};
    const QSize pillBox = pillSize(pill);
    const QRectF pillPlace(inner.right() - pillBox.width(), inner.top(), pillBox.width(), pillBox.height());
    paintPill(painter, place(pillPlace), pill, t, direction);
    paintText(painter, place(QRectF(inner.left(), inner.top(), pillPlace.left() - inner.left() - space::s, pillBox.height())),
              data_.name, bold, ink);

    const QFont figureFont = textFont(TextSize::display, QFont::Bold);
    const QString figure = QLocale().toString(data_.waiting);
    const qreal figureHeight = textHeight(figureFont);
    qreal top = inner.top() + pillBox.height() + 2;
    const qreal figureWidth = textWidth(figureFont, figure);
    paintText(painter, place(QRectF(inner.left(), top, figureWidth + 1, figureHeight)), figure, figureFont, ink);
    const qreal baseline = top + QFontMetricsF(figureFont).ascent();
    const qreal wordTop = baseline - QFontMetricsF(small).ascent();
    paintText(painter,
              place(QRectF(inner.left() + figureWidth + space::s, wordTop, textWidth(small, data_.waitingLabel) + 1,
                           textHeight(small))),
              data_.waitingLabel, small, t.muted);
    const QFont etaFont = textFont(TextSize::heading, QFont::Bold);
    const qreal etaTop = baseline - QFontMetricsF(etaFont).ascent() + 1;
    const qreal etaWidth = inner.width() - figureWidth - textWidth(small, data_.waitingLabel) - 2 * space::s;
    paintText(painter, place(QRectF(inner.right() - etaWidth, etaTop, etaWidth, textHeight(etaFont))), data_.etaText,
              etaFont, ink, Qt::AlignTrailing | Qt::AlignVCenter);
    paintText(painter, place(QRectF(inner.right() - etaWidth, etaTop - textHeight(small) + 2, etaWidth, textHeight(small))),
              data_.etaLabel, small, t.muted, Qt::AlignTrailing | Qt::AlignVCenter);
    top += figureHeight + 2;

    // The room left between figures and foot belongs to the line of the last hour; time runs left to right everywhere.
    const qreal lineHeight = textHeight(small);
    const qreal footTop = inner.bottom() - 3 * lineHeight - 4;
    const QRectF chart(inner.left(), top + 2, inner.width(), std::max(footTop - top - 6, 12.0));
    paintSparkline(painter, place(chart), data_.sparkline, data_.target, toneColours(t, tone).fill, t.border);

    const qreal countersWidth = textWidth(small, data_.countersText) + 1;
    paintText(painter, place(QRectF(inner.left(), footTop, inner.width() - countersWidth - space::s, lineHeight)),
              data_.slaText, small, t.muted);
    paintText(painter, place(QRectF(inner.right() - countersWidth, footTop, countersWidth, lineHeight)),
              data_.countersText, small, t.muted, Qt::AlignTrailing | Qt::AlignVCenter);
    const QFont causeFont = textFont(TextSize::small, QFont::Bold);
    const QColor causeInk = data_.stale || data_.causeTone == Tone::neutral ? t.muted
                                                                           : toneColours(t, data_.causeTone).text;
    paintWrapped(painter, place(QRectF(inner.left(), footTop + lineHeight + 4, inner.width(), 2 * lineHeight)), data_.cause,
                 causeFont, causeInk, 2, direction);
}

} // namespace smartqueue::widgets
