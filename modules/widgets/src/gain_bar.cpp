#include "smartqueue/widgets/gain_bar.h"

#include "smartqueue/widgets/target_strip.h"

#include <QPainter>
#include <algorithm>

namespace smartqueue::widgets {

GainBar::GainBar(QWidget *parent)
    : PaintedWidget(QAccessible::Graphic, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void GainBar::setData(const GainBarData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    update();
}

QSize GainBar::sizeHint() const
{
    return {scaled(132), scaled(20)};
}

void GainBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double end = std::max(data_.axisHigh, 1e-9);
    TargetStrip strip;
    strip.at = data_.at;
    // A little before nothing, so that its tick has room.
    strip.axisLow = std::min(data_.axisLow, -end / 40);
    strip.low = data_.axisLow < 0 ? std::max(data_.low, strip.axisLow) : data_.low;
    strip.high = std::min(data_.high, end);
    strip.axisHigh = end;
    strip.tone = data_.tone;
    paintTargetStrip(painter, QRectF(rect()).adjusted(4, 0, -4, 0), strip, tokens(this));
}

} // namespace smartqueue::widgets
