#include "smartqueue/widgets/fan_chart.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include "fan_bands.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QTime>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

constexpr int keyStep = 15;

qreal line()
{
    return textHeight(textFont(TextSize::small));
}

/// 1, 2 or 5 times a power of ten, so that about four lines cover `top`.
double niceStep(double top)
{
    const double rough = std::max(1.0, top / 4);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough)
            return factor * power;
    }
    return 10 * power;
}

QString clock(int minuteOfDay)
{
    return QLocale().toString(QTime(0, 0).addSecs((minuteOfDay % (24 * 60)) * 60), QLocale::ShortFormat);
}

} // namespace

FanChart::FanChart(QWidget *parent) : PaintedWidget(QAccessible::Chart, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::control);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FanChart::setData(const FanChartData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    current_ = std::min(current_, int(data_.ahead.size()) - 1);
    setAccessibleName(data_.title);
    update();
}

QString FanChart::accessibleValue() const
{
    return data_.ahead.value(std::max(0, current_)).words;
}

QSize FanChart::minimumSizeHint() const
{
    return {scaled(240), int(line() * 3) + scaled(90)};
}

QSize FanChart::sizeHint() const
{
    return {scaled(330), std::max(scaled(156), minimumSizeHint().height())};
}

void FanChart::moveTo(int minute)
{
    if (data_.ahead.isEmpty())
        return;
    minute = std::clamp(minute, 0, int(data_.ahead.size()) - 1);
    if (minute == current_)
        return;
    current_ = minute;
    announceValue();
    update();
}

void FanChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(current_ - keyStep);
    case Qt::Key_Right: return moveTo(current_ < 0 ? 0 : current_ + keyStep);
    case Qt::Key_Home: return moveTo(0);
    case Qt::Key_End: return moveTo(int(data_.ahead.size()) - 1);
    default: PaintedWidget::keyPressEvent(event);
    }
}

void FanChart::mousePressEvent(QMouseEvent *event)
{
    const Frame f = frame();
    moveTo(int(std::lround((event->position().x() - f.plot.left()) / f.plot.width() * f.minutes)) - nowMinute());
}

FanChart::Frame FanChart::frame() const
{
    Frame f;
    double top = 4;
    for (const double value : data_.observed)
        top = std::max(top, value);
    for (const FanSlice &slice : data_.ahead)
        top = std::max(top, slice.p90);
    for (const double value : data_.without)
        top = std::max(top, value);
    f.step = niceStep(top);
    f.high = std::ceil(top / f.step) * f.step;
    f.minutes = std::max(1, nowMinute() + int(data_.ahead.size()) - 1);
    const qreal names = textWidth(textFont(TextSize::small), QLocale().toString(qRound(f.high))) + space::s;
    // The first and the last hour stand below the ends.
    const qreal hour = textWidth(textFont(TextSize::small), clock(12 * 60)) / 2.0 + 2;
    f.plot = QRectF(rect()).adjusted(std::max(names + 2, hour), line() + space::m, -std::max<qreal>(space::l, hour), -2 * line() - space::s);
    return f;
}

void FanChart::paintAhead(QPainter &painter, const Frame &f, const Tokens &t) const
{
    if (data_.old)
        painter.setOpacity(0.45);
    QPolygonF without;
    for (int i = 0; i < data_.without.size(); ++i)
        without.append({f.x(nowMinute() + i), f.y(data_.without.at(i))});
    QPolygonF median;
    for (int i = 0; i < data_.ahead.size(); ++i)
        median.append({f.x(nowMinute() + i), f.y(data_.ahead.at(i).median)});
    painter.setBrush(Qt::NoBrush);
    QPen dashes(t.muted, 1.5, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin);
    painter.setPen(dashes);
    painter.drawPolyline(without);
    painter.setPen(QPen(data_.old ? t.muted : t.accent, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(median);
    painter.setOpacity(1);
}

void FanChart::paintAxes(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    for (double value = 0; value <= f.high + 1e-9; value += f.step) {
        const qreal y = std::round(f.y(value)) + 0.5;
        painter.setPen(QPen(value < 1e-9 ? t.border : t.line, 1));
        painter.drawLine(QPointF(f.plot.left(), y), QPointF(f.plot.right(), y));
        paintText(painter, QRectF(0, y - line() / 2, f.plot.left() - space::s, line()), QLocale().toString(qRound(value)), small, t.muted,
                  Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    // Whole hours, so far apart that their names do not touch.
    const qreal widest = textWidth(small, clock(12 * 60)) + space::m;
    int every = 60;
    while (f.x(every) - f.x(0) < widest)
        every *= 2;
    for (int minute = (every - data_.firstMinute % every) % every; minute <= f.minutes; minute += every) {
        const qreal x = std::round(f.x(minute)) + 0.5;
        painter.setPen(QPen(t.border, 1));
        painter.drawLine(QPointF(x, f.plot.bottom()), QPointF(x, f.plot.bottom() + 4));
        paintText(painter, QRectF(x - widest / 2, f.plot.bottom() + 5, widest, line()), clock(data_.firstMinute + minute), small, t.muted, Qt::AlignCenter);
    }
}

void FanChart::paintBand(QPainter &painter, const Frame &f, double FanSlice::*low, double FanSlice::*high, const QColor &fill) const
{
    QPolygonF band;
    for (int i = 0; i < data_.ahead.size(); ++i)
        band.append({f.x(nowMinute() + i), f.y(data_.ahead.at(i).*high)});
    for (int i = int(data_.ahead.size()) - 1; i >= 0; --i)
        band.append({f.x(nowMinute() + i), f.y(data_.ahead.at(i).*low)});
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(band);
}

void FanChart::paintLines(QPainter &painter, const Frame &f, const Tokens &t) const
{
    QPolygonF was;
    for (int i = 0; i < data_.observed.size(); ++i)
        was.append({f.x(i), f.y(data_.observed.at(i))});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.text, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(was);
}

void FanChart::paintNow(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small, QFont::DemiBold);
    const qreal x = std::round(f.x(nowMinute())) + 0.5;
    painter.setPen(QPen(t.text, 1));
    painter.drawLine(QPointF(x, f.plot.top()), QPointF(x, f.plot.bottom()));
    const qreal wide = textWidth(small, data_.nowLabel) + 2 * space::s;
    const qreal left = std::clamp<qreal>(x - wide / 2, 0, std::max<qreal>(0, width() - wide));
    const QRectF plate(left, f.plot.top() - line() - space::xs, wide, line() + space::xs);
    paintBox(painter, plate, 3, t.text, QColor());
    paintText(painter, plate, data_.nowLabel, small, t.surface, Qt::AlignCenter);
    if (!data_.observed.isEmpty()) {
        painter.setPen(QPen(t.surface, 1.5));
        painter.setBrush(t.text);
        painter.drawEllipse(QPointF(x, f.y(data_.observed.last())), 4, 4);
    }
}

void FanChart::paintCurrent(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    const QRectF box(0, height() - line(), width(), line());
    if (current_ < 0 || !hasFocus())
        return;
    const FanSlice &slice = data_.ahead.at(current_);
    const qreal x = f.x(nowMinute() + current_);
    painter.setPen(QPen(t.focus, 1.5));
    painter.drawLine(QPointF(x, f.y(slice.p90)), QPointF(x, f.y(slice.p10)));
    painter.setPen(QPen(t.surface, 1.5));
    painter.setBrush(t.focus);
    painter.drawEllipse(QPointF(x, f.y(slice.median)), 4.5, 4.5);
    paintText(painter, box, slice.words, small, t.text);
}

void FanChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const Frame f = frame();
    paintBand(painter, f, &FanSlice::p10, &FanSlice::p90, data_.old ? t.alternate : mostBand(t));
    paintBand(painter, f, &FanSlice::p25, &FanSlice::p75, data_.old ? t.line : halfBand(t));
    paintAxes(painter, f, t);
    paintAhead(painter, f, t);
    paintLines(painter, f, t);
    paintNow(painter, f, t);
    paintCurrent(painter, f, t);
}

} // namespace smartqueue::widgets
