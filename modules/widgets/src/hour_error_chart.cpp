#include "smartqueue/widgets/hour_error_chart.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

qreal line()
{
    return textHeight(textFont(TextSize::small));
}

QString withMinus(double value)
{
    const QString text = QLocale().toString(std::abs(qRound(value)));
    return value < 0 ? QString(QChar(0x2212)) + text : text;
}

} // namespace

HourErrorChart::HourErrorChart(QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::control);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HourErrorChart::setData(const HourErrorData &facts)
{
    if (data_ == facts)
        return;
    const bool same = data_.hours.size() == facts.hours.size();
    data_ = facts;
    if (!same || current_ < 0) {
        // What matters first is read first.
        const auto worst = std::max_element(data_.hours.begin(), data_.hours.end(), [](const HourError &a, const HourError &b) {
            return std::pair(!a.thin, a.miss) < std::pair(!b.thin, b.miss);
        });
        current_ = worst == data_.hours.end() ? -1 : int(worst - data_.hours.begin());
    }
    updateGeometry();
    update();
}

QString HourErrorChart::accessibleValue() const
{
    return data_.hours.value(current_).words;
}

QSize HourErrorChart::minimumSizeHint() const
{
    return {scaled(260), int(line() * 3) + scaled(90)};
}

QSize HourErrorChart::sizeHint() const
{
    return {scaled(372), scaled(210)};
}

void HourErrorChart::moveTo(int index)
{
    index = std::clamp(index, 0, std::max(0, int(data_.hours.size()) - 1));
    if (index == current_ || data_.hours.isEmpty())
        return;
    current_ = index;
    announceValue();
    update();
}

void HourErrorChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(current_ - 1);
    case Qt::Key_Right:
        return moveTo(current_ + 1);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(int(data_.hours.size()) - 1);
    default:
        PaintedWidget::keyPressEvent(event);
    }
}

void HourErrorChart::mousePressEvent(QMouseEvent *event)
{
    const Frame f = frame();
    if (f.pitch > 0 && event->position().x() >= f.plot.left())
        moveTo(int((event->position().x() - f.plot.left()) / f.pitch));
}

HourErrorChart::Frame HourErrorChart::frame() const
{
    Frame f;
    double top = data_.target * 1.2;
    double bottom = 0;
    for (const HourError &hour : data_.hours) {
        top = std::max({top, hour.miss, hour.bias});
        bottom = std::min(bottom, hour.bias);
    }
    f.step = std::max(1.0, std::ceil((top - bottom) / 5));
    f.high = std::ceil(top / f.step) * f.step;
    f.low = std::floor(bottom / f.step) * f.step;
    const qreal names = std::max(textWidth(textFont(TextSize::small), withMinus(f.high)), textWidth(textFont(TextSize::small), withMinus(f.low))) + space::s;
    f.plot = QRectF(rect()).adjusted(names + 2, line() + space::m, -2, -2 * line() - 10);
    f.pitch = f.plot.width() / std::max<qreal>(1, qreal(data_.hours.size()));
    return f;
}

void HourErrorChart::paintLegend(QPainter &painter, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    qreal x = 2;
    const auto words = [&](const QString &text) {
        const qreal wide = std::min<qreal>(textWidth(small, text) + 1, width() - x);
        paintText(painter, QRectF(x, 0, wide, line()), text, small, t.muted, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        x += wide + space::l;
    };
    paintBox(painter, QRectF(x, line() / 2 - 4, 12, 8), 2, mixed(t.surface, t.accent, 0.5), QColor());
    x += 18;
    words(data_.missLabel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.text);
    painter.drawEllipse(QPointF(x + 4, line() / 2), 3.5, 3.5);
    x += 14;
    words(data_.biasLabel);
}

void HourErrorChart::paintAxes(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    for (double value = f.low; value <= f.high + 1e-9; value += f.step) {
        const qreal y = std::round(f.y(value)) + 0.5;
        painter.setPen(QPen(std::abs(value) < 1e-9 ? t.border : t.line, 1));
        painter.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
        paintText(painter, QRectF(0, y - line() / 2, f.plot.left() - space::s, line()), withMinus(value), small, t.muted,
                  Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    // Labels thin out before they touch.
    qreal widest = 1;
    for (const HourError &hour : data_.hours)
        widest = std::max<qreal>(widest, textWidth(small, hour.label) + 8);
    const int every = std::max(1, int(std::ceil(widest / std::max(1.0, f.pitch))));
    for (int i = 0; i < data_.hours.size(); i += every) {
        const QRectF box(f.plot.left() + f.pitch * (i + 0.5) - widest / 2, f.plot.bottom() + 4, widest, line());
        paintText(painter, box, data_.hours[i].label, small, t.muted, Qt::AlignCenter);
    }
}

void HourErrorChart::paintBars(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const qreal wide = std::min<qreal>(f.pitch * 0.66, scaled(40));
    for (int i = 0; i < data_.hours.size(); ++i) {
        const HourError &hour = data_.hours[i];
        const qreal middle = f.plot.left() + f.pitch * (i + 0.5);
        const QRectF bar(middle - wide / 2, f.y(hour.miss), wide, f.y(0) - f.y(hour.miss));
        if (!hour.none && bar.height() > 0.5) {
            const QColor fill = hour.beyond ? mixed(t.surface, t.warning.fill, 0.75) : mixed(t.surface, t.accent, 0.5);
            paintBox(painter, bar, 3, hour.thin ? t.surface : fill, hour.thin ? t.border : QColor());
            if (hour.beyond)
                paintHatch(painter, bar, t.warning.text);
        }
        if (i == current_ && hasFocus())
            paintBox(painter, QRectF(middle - wide / 2 - 3, std::min(bar.top(), f.y(0) - 6) - 3, wide + 6, std::max<qreal>(bar.height(), 6) + 6), 4, QColor(), t.focus, 2);
    }
    QPen dashed(t.warning.text, 1.5);
    dashed.setDashPattern({3, 2});
    painter.setPen(dashed);
    const qreal y = std::round(f.y(data_.target)) + 0.5;
    painter.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
    const QFont small = textFont(TextSize::small);
    const qreal label = textWidth(small, data_.targetLabel) + 6;
    const QRectF words(f.plot.right() - label, y - line() - 1, label, line());
    // Over a bar it would not be read.
    paintBox(painter, words, 3, t.surface, QColor());
    paintText(painter, words, data_.targetLabel, small, t.warning.text, Qt::AlignCenter);
}

void HourErrorChart::paintBias(QPainter &painter, const Frame &f, const Tokens &t) const
{
    QPolygonF run;
    const auto finish = [&] {
        painter.setPen(QPen(t.text, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(run);
        painter.setPen(QPen(t.surface, 1.5));
        painter.setBrush(t.text);
        for (const QPointF &point : run)
            painter.drawEllipse(point, 4, 4);
        run.clear();
    };
    for (int i = 0; i < data_.hours.size(); ++i) {
        if (data_.hours[i].none)
            finish();
        else
            run << QPointF(f.plot.left() + f.pitch * (i + 0.5), f.y(data_.hours[i].bias));
    }
    finish();
}

void HourErrorChart::paintEvent(QPaintEvent *)
{
    if (data_.hours.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const Frame f = frame();
    paintLegend(painter, t);
    paintAxes(painter, f, t);
    paintBars(painter, f, t);
    paintBias(painter, f, t);
    paintText(painter, QRectF(0, height() - line() - 1, width(), line()), accessibleValue(), textFont(TextSize::small, QFont::Bold), t.text, Qt::AlignCenter);
}

} // namespace smartqueue::widgets
