#include "smartqueue/widgets/stacked_area_timeline.h"

#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

qreal line()
{
    return textHeight(textFont(TextSize::small));
}

/// A round whole step so that about four lines divide `top`.
double roundStep(double top)
{
    const double rough = std::max(top / 4.0, 1.0);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
        if (factor * power >= rough && (factor != 2.5 || power >= 10))
            return factor * power;
    return 10 * power;
}

} // namespace

StackedAreaTimeline::StackedAreaTimeline(QWidget *parent)
    : PaintedWidget(QAccessible::Slider, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::card);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void StackedAreaTimeline::setData(const TimelineData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    data_.step = std::max(1, data_.step);
    setAccessibleName(facts.title);
    setPosition(position_);
    update();
}

void StackedAreaTimeline::setPosition(int second)
{
    second = std::clamp(second, 0, std::max(0, data_.seconds));
    if (position_ == second)
        return;
    position_ = second;
    announceValue();
    update();
}

QString StackedAreaTimeline::clock(int second, bool withSeconds) const
{
    const QTime time = data_.start.addSecs(second);
    return time.toString(withSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString StackedAreaTimeline::accessibleValue() const
{
    QStringList words{clock(position_, true)};
    const qsizetype at = position_ / data_.step;
    for (const TimelineArea &area : data_.areas)
        if (at < area.values.size())
            words.append(area.name + QLatin1Char(' ') + QLocale().toString(qRound(area.values[at])));
    return words.join(QStringLiteral(", "));
}

QSize StackedAreaTimeline::minimumSizeHint() const
{
    return {scaled(360), scaled(170)};
}

QSize StackedAreaTimeline::sizeHint() const
{
    return {scaled(1036), scaled(216)};
}

QRectF StackedAreaTimeline::plot() const
{
    const qreal head = 12 + textHeight(textFont(TextSize::body)) + 8 + scaled(24) + 4;
    return QRectF(48, head, width() - 48 - scaled(24), height() - head - line() - 20);
}

qreal StackedAreaTimeline::x(int second) const
{
    const QRectF area = plot();
    return area.left() + area.width() * second / std::max(1, data_.seconds);
}

QColor StackedAreaTimeline::areaColour(const Tokens &t, qsizetype index) const
{
    const double spread = data_.areas.size() > 1 ? double(index) / double(data_.areas.size() - 1) : 0;
    return heatColour(t, t.dark ? 0.95 - 0.55 * spread : 0.85 - 0.5 * spread);
}

void StackedAreaTimeline::request(int second)
{
    second = std::clamp(second, 0, data_.seconds);
    if (second == position_)
        return;
    setPosition(second);
    Q_EMIT positionRequested(second);
}

void StackedAreaTimeline::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Right ? 1 : (event->key() == Qt::Key_Left ? -1 : 0);
    if (by != 0 && event->modifiers().testFlag(Qt::ControlModifier)) {
        int best = by > 0 ? data_.seconds : 0;
        for (const TimelineMark &mark : std::as_const(data_.marks)) {
            if (by > 0 && mark.second > position_)
                best = std::min(best, mark.second);
            if (by < 0 && mark.second < position_)
                best = std::max(best, mark.second);
        }
        request(best);
        return;
    }
    if (by != 0) {
        request(position_ + by * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 60));
        return;
    }
    if (event->key() == Qt::Key_Home)
        request(0);
    else if (event->key() == Qt::Key_End)
        request(data_.seconds);
    else
        PaintedWidget::keyPressEvent(event);
}

void StackedAreaTimeline::mousePressEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    if (event->button() == Qt::LeftButton && area.width() > 0)
        request(qRound((event->position().x() - area.left()) / area.width() * data_.seconds));
}

void StackedAreaTimeline::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF area = plot();
    if (event->buttons().testFlag(Qt::LeftButton) && area.width() > 0)
        request(qRound((event->position().x() - area.left()) / area.width() * data_.seconds));
}

bool StackedAreaTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        for (const TimelineMark &mark : std::as_const(data_.marks)) {
            if (std::abs(x(mark.second) - help->pos().x()) < 10 && help->pos().y() < plot().top()) {
                QToolTip::showText(help->globalPos(), mark.text, this);
                return true;
            }
        }
        QToolTip::hideText();
        return true;
    }
    return PaintedWidget::event(event);
}

void StackedAreaTimeline::paintLegend(QPainter &painter, const Tokens &t) const
{
    const Qt::LayoutDirection direction = layoutDirection();
    const QRectF frame(rect());
    painter.setLayoutDirection(direction);
    const QFont bold = textFont(TextSize::body, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const qreal high = textHeight(bold);
    qreal at = 16;
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    const qreal title = textWidth(bold, data_.title) + 1;
    paintText(painter, place(QRectF(at, 10, title, high)), data_.title, bold, t.text);
    at += title + 20;
    qreal end = width() - 16;
    const qreal glyph = scaled(14);
    for (qsizetype i = data_.kinds.size(); i-- > 0;) {
        const TimelineKind &kind = data_.kinds[i];
        const qreal wide = textWidth(small, kind.text) + 1;
        const QRectF words(end - wide, 10, wide, high);
        paintText(painter, place(words), kind.text, small, t.muted);
        paintIcon(painter, place(QRectF(words.left() - glyph - 6, 10 + (high - glyph) / 2, glyph, glyph)), kind.icon,
                  toneColours(t, kind.tone).text);
        end = words.left() - glyph - 6 - 14;
    }
    for (qsizetype i = 0; i < data_.areas.size(); ++i) {
        const qreal wide = textWidth(small, data_.areas[i].name) + 1;
        if (at + 18 + wide > end)
            break;
        paintBox(painter, place(QRectF(at, 10 + high / 2 - 6, 12, 12)), 3, areaColour(t, i), t.border);
        paintText(painter, place(QRectF(at + 18, 10, wide, high)), data_.areas[i].name, small, t.muted);
        at += 18 + wide + 14;
    }
}

void StackedAreaTimeline::paintHead(QPainter &painter, const Tokens &t) const
{
    const QRectF area = plot();
    const qreal at = std::round(x(position_));
    painter.setPen(QPen(t.text, 2));
    painter.drawLine(QPointF(at, area.top() - scaled(26)), QPointF(at, area.bottom() + 4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawEllipse(QPointF(at, area.top() - scaled(28)), 5, 5);
    const QFont bold = textFont(TextSize::small, QFont::Bold);
    const QString words = clock(position_, position_ % 60 != 0);
    const qreal wide = textWidth(bold, words) + 20;
    const qreal left = std::clamp(at - wide / 2, 2.0, width() - wide - 2);
    const QRectF pill(left, area.bottom() + 5, wide, line() + 6);
    paintBox(painter, pill, pill.height() / 2, t.text, QColor());
    paintText(painter, pill, words, bold, t.surface, Qt::AlignCenter);
}

void StackedAreaTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    paintCard(painter, rect(), t, std::nullopt, layoutDirection());
    paintLegend(painter, t);
    const QRectF area = plot();
    if (data_.seconds <= 0 || area.height() < 10)
        return;
    const QFont small = textFont(TextSize::small);

    qsizetype count = 0;
    for (const TimelineArea &entry : std::as_const(data_.areas))
        count = std::max(count, entry.values.size());
    QList<double> total(count, 0.0);
    double top = 1;
    for (const TimelineArea &entry : std::as_const(data_.areas))
        for (qsizetype i = 0; i < entry.values.size(); ++i)
            top = std::max(top, total[i] += entry.values[i]);
    const double gridStep = roundStep(top);
    const double ceiling = std::ceil(top / gridStep) * gridStep;
    const auto y = [&](double value) { return area.bottom() - area.height() * value / ceiling; };

    for (double level = 0; level <= ceiling + 1e-9; level += gridStep) {
        painter.fillRect(QRectF(area.left(), std::round(y(level)), area.width(), 1), level == 0 ? t.border : t.line);
        paintText(painter, QRectF(0, y(level) - line() / 2, area.left() - 12, line()), QLocale().toString(level), small, t.muted,
                  Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    // The areas overlap from the highest sum down, so that no seam shows between two of them.
    QList<double> sum = total;
    for (qsizetype layer = data_.areas.size(); layer-- > 0;) {
        QPolygonF shape{QPointF(area.left(), area.bottom())};
        for (qsizetype i = 0; i < count; ++i)
            shape << QPointF(std::min(x(int(i) * data_.step), area.right()), y(sum[i]));
        shape << QPointF(shape.last().x(), area.bottom());
        painter.setBrush(areaColour(t, layer));
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(shape);
        shape.removeFirst();
        shape.removeLast();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.surface, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(shape);
        const TimelineArea &entry = data_.areas[layer];
        for (qsizetype i = 0; i < entry.values.size(); ++i)
            sum[i] -= entry.values[i];
    }
    QColor veil = t.surface;
    veil.setAlphaF(0.5F);
    const qreal head = x(position_);
    painter.fillRect(QRectF(head, area.top() - 1, area.right() - head + 1, area.height()), veil);

    const qreal labelWidth = textWidth(small, QStringLiteral("00:00")) + 24;
    const int hours = std::max(1, int(std::ceil(labelWidth * data_.seconds / std::max(1.0, area.width()) / 3600.0)));
    const int firstTick = (3600 - (data_.start.minute() * 60 + data_.start.second())) % 3600;
    const qreal headLabel = textWidth(textFont(TextSize::small, QFont::Bold), clock(position_, true)) / 2.0 + 14;
    for (int second = firstTick; second <= data_.seconds; second += hours * 3600) {
        painter.fillRect(QRectF(std::round(x(second)), area.bottom(), 1, 4), t.border);
        if (std::abs(x(second) - head) < headLabel + labelWidth / 2 - 10)
            continue;
        paintText(painter, QRectF(x(second) - labelWidth / 2, area.bottom() + 7, labelWidth, line()), clock(second, false), small,
                  t.muted, Qt::AlignCenter);
    }
    const qreal side = scaled(20);
    for (const TimelineMark &mark : std::as_const(data_.marks)) {
        const qreal at = x(mark.second);
        const ToneColours colours = toneColours(t, mark.tone);
        const QRectF spot(at - side / 2, area.top() - side - 6, side, side);
        painter.fillRect(QRectF(at - 0.5, spot.bottom() + 1, 1.25, 6), colours.text);
        paintBox(painter, spot, side / 2, colours.soft, QColor());
        paintIcon(painter, spot.adjusted(3, 3, -3, -3), mark.icon, colours.text);
    }
    paintHead(painter, t);
}

} // namespace smartqueue::widgets
