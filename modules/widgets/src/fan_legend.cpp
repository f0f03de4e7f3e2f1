#include "smartqueue/widgets/fan_chart.h"

#include "smartqueue/widgets/paint.h"

#include "fan_bands.h"

#include <cmath>

namespace smartqueue::widgets {

namespace {

constexpr qreal sampleWidth = 24;

qreal line()
{
    return textHeight(textFont(TextSize::small));
}

} // namespace

FanLegend::FanLegend(QWidget *parent) : PaintedWidget(QAccessible::StaticText, parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FanLegend::setWords(const QString &what, const QList<Entry> &entries)
{
    what_ = what;
    entries_ = entries;
    QStringList words;
    for (const Entry &entry : entries)
        words.append(entry.word);
    setAccessibleName(what_ + QStringLiteral(": ") + words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

/// The title first, then sample and word of each entry.
QList<QRectF> FanLegend::arranged(int width) const
{
    const qreal high = line() + space::xs;
    const QFont small = textFont(TextSize::small);
    qreal x = textWidth(textFont(TextSize::small, QFont::DemiBold), what_) + 1;
    qreal y = 0;
    QList<QRectF> boxes{QRectF(0, 0, x, high)};
    for (const Entry &entry : entries_) {
        const qreal wide = sampleWidth + space::s + textWidth(small, entry.word) + 1;
        x += space::l;
        if (x + wide > width) {
            x = 0;
            y += high;
        }
        boxes.append(QRectF(x, y, wide, high));
        x += wide;
    }
    return boxes;
}

QSize FanLegend::sizeHint() const
{
    const QList<QRectF> boxes = arranged(QWIDGETSIZE_MAX);
    return {int(std::ceil(boxes.last().right())), int(std::ceil(boxes.last().bottom()))};
}

QSize FanLegend::minimumSizeHint() const
{
    return {scaled(120), int(line()) + space::xs};
}

int FanLegend::heightForWidth(int width) const
{
    return int(std::ceil(arranged(width).last().bottom()));
}

void FanLegend::paintSample(QPainter &painter, const QRectF &box, Sample sample) const
{
    const Tokens &t = tokens(this);
    if (sample == Sample::half || sample == Sample::most)
        return paintBox(painter, QRectF(box.left(), box.center().y() - 5, box.width(), 10), 2, sample == Sample::half ? halfBand(t) : mostBand(t), QColor());
    switch (sample) {
    case Sample::median: painter.setPen(QPen(t.accent, 2.5)); break;
    case Sample::without: painter.setPen(QPen(t.muted, 1.5, Qt::DashLine)); break;
    default: painter.setPen(QPen(t.text, 1.5)); break;
    }
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

void FanLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const QList<QRectF> boxes = arranged(width());
    const auto place = [this](const QRectF &box) { return mirrored(box, rect(), layoutDirection()); };
    paintText(painter, place(boxes.first()), what_, textFont(TextSize::small, QFont::DemiBold), t.text);
    for (int i = 0; i < entries_.size(); ++i) {
        const QRectF &box = boxes.at(i + 1);
        paintSample(painter, place(QRectF(box.left(), box.top(), sampleWidth, box.height())), entries_.at(i).sample);
        paintText(painter, place(box.adjusted(sampleWidth + space::s, 0, 0, 0)), entries_.at(i).word, textFont(TextSize::small), t.muted);
    }
}

} // namespace smartqueue::widgets
