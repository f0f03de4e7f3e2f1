#include "smartqueue/widgets/duration_bar.h"
#include "smartqueue/widgets/number_plate.h"
#include "smartqueue/widgets/paint.h"
#include "smartqueue/widgets/sparkline.h"

#include <QPainterPath>
#include <algorithm>

namespace smartqueue::widgets {

Sparkline::Sparkline(const QString &accessibleName, QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
{
    setAccessibleName(accessibleName);
}

void Sparkline::setValues(const QList<double> &values, double target, Tone tone)
{
    if (values_ == values && qFuzzyCompare(target_ + 1, target + 1) && tone_ == tone)
        return;
    values_ = values;
    target_ = target;
    tone_ = tone;
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    paintSparkline(painter, rect(), values_, target_, toneColours(t, tone_).fill, t.border);
}

NumberPlate::NumberPlate(const QString &number, QWidget *parent)
    : PaintedWidget(QAccessible::StaticText, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setNumber(number);
}

void NumberPlate::setNumber(const QString &number)
{
    number_ = number;
    setAccessibleName(number);
    updateGeometry();
    update();
}

QSize NumberPlate::sizeHint() const
{
    const QFont font = textFont(TextSize::plate, QFont::Bold);
    return {textWidth(font, number_) + 4, int(QFontMetrics(font).ascent() * 1.08)};
}

QSize NumberPlate::minimumSizeHint() const
{
    return {sizeHint().width() / 2, sizeHint().height()};
}

void NumberPlate::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = textFont(TextSize::plate, QFont::Bold);
    const int wanted = textWidth(font, number_);
    if (wanted > width()) {
        font.setPointSizeF(font.pointSizeF() * width() / wanted);
        // Hinted letters do not shrink in proportion.
        while (textWidth(font, number_) > width() - 2 && font.pointSizeF() > 8)
            font.setPointSizeF(font.pointSizeF() - 0.5);
    }
    painter.setLayoutDirection(layoutDirection());
    painter.setFont(font);
    painter.setPen(tokens(this).text);
    // Ticket numbers read left to right in every script, on the leading side.
    const auto side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.drawText(rect(), int(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, number_);
}

DurationBar::DurationBar(QWidget *parent)
    : PaintedWidget(QAccessible::ProgressBar, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DurationBar::setData(const DurationBarData &facts, const QString &words)
{
    if (facts == data_ && words == words_)
        return;
    data_ = facts;
    words_ = words;
    setAccessibleName(words);
    update();
}

void DurationBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const double top = std::max<double>(double(data_.usualTo.count()) * 4.0 / 3.0, double(data_.elapsed.count()));
    const auto x = [&](std::chrono::seconds at) {
        return frame.left() + (top > 0 ? frame.width() * double(at.count()) / top : 0);
    };
    const qreal radius = frame.height() / 2;
    paintBox(painter, frame, radius, t.alternate, QColor());
    QPainterPath outline;
    outline.addRoundedRect(frame, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setClipPath(outline);
    const QColor usual = mixed(t.accentSoft, t.accent, t.dark ? 0.3 : 0.18);
    painter.fillRect(mirrored(QRectF(x(data_.usualFrom), frame.top(), x(data_.usualTo) - x(data_.usualFrom),
                                     frame.height()),
                              frame, layoutDirection()),
                     usual);
    painter.restore();
    paintBox(painter, frame, radius, QColor(), t.line);
    const qreal done = std::max(x(data_.elapsed) - frame.left(), data_.elapsed.count() > 0 ? frame.height() : 0.0);
    if (done > 0)
        paintBox(painter, mirrored(QRectF(frame.left(), frame.top(), done, frame.height()), frame, layoutDirection()),
                 radius, t.accent, QColor());
}

} // namespace smartqueue::widgets
