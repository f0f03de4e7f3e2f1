#include "smartqueue/widgets/load_balance_bar.h"

#include "smartqueue/widgets/card.h"
#include "smartqueue/widgets/paint.h"

#include <QLocale>
#include <algorithm>

namespace smartqueue::widgets {

LoadBalanceBar::LoadBalanceBar(const QString &title, QWidget *parent)
    : PaintedWidget(QAccessible::Chart, parent)
    , title_(title)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
}

void LoadBalanceBar::setData(const LoadBalanceData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    QStringList words{title_, facts.scoreText, facts.sentence};
    for (const LoadBar &bar : facts.bars)
        words.append(bar.name + QLatin1Char(' ') + bar.valueText);
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int LoadBalanceBar::rowHeight() const
{
    return std::max(26, textHeight(textFont(TextSize::body)) + 8);
}

QSize LoadBalanceBar::minimumSizeHint() const
{
    const int head = textHeight(textFont(TextSize::heading)) + (data_.sentence.isEmpty() ? 0 : textHeight(textFont(TextSize::small)) + 2);
    return {scaled(280), 2 * space::l + head + space::s + rowHeight() * int(data_.bars.size())
                             + textHeight(textFont(TextSize::small)) + space::xs};
}

QSize LoadBalanceBar::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(480), 0));
}

void LoadBalanceBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    paintCard(painter, frame, t, std::nullopt, direction);
    const QRectF inner = frame.adjusted(space::l, space::l - 2, -space::l, -space::l + 2);
    const QFont heading = textFont(TextSize::heading, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const QFont body = textFont(TextSize::body);
    const QFont bold = textFont(TextSize::body, QFont::Bold);
    const qreal scoreWidth = textWidth(heading, data_.scoreText) + 1;
    paintText(painter, place(QRectF(inner.left(), inner.top(), inner.width() - scoreWidth - 8, textHeight(heading))), title_, heading, t.text);
    paintText(painter, place(QRectF(inner.right() - scoreWidth, inner.top(), scoreWidth, textHeight(heading))), data_.scoreText,
              heading, t.text, Qt::AlignTrailing | Qt::AlignVCenter);
    qreal y = inner.top() + textHeight(heading);
    if (!data_.sentence.isEmpty()) {
        paintText(painter, place(QRectF(inner.left(), y + 2, inner.width(), textHeight(small))), data_.sentence, small, t.muted);
        y += textHeight(small) + 2;
    }
    y += space::s;
    qreal names = 0;
    qreal values = 0;
    double top = data_.crisisMark * 1.15;
    for (const LoadBar &bar : data_.bars) {
        names = std::max<qreal>(names, textWidth(body, bar.name));
        values = std::max<qreal>(values, textWidth(bold, bar.valueText));
        top = std::max(top, bar.ratio * 1.05);
    }
    names = std::min(names + 1, inner.width() * 0.4);
    const QRectF lane(inner.left() + names + space::m, y, inner.width() - names - values - 2 * space::m - 2,
                      rowHeight() * qreal(data_.bars.size()));
    const auto x = [&](double ratio) { return lane.left() + lane.width() * std::clamp(ratio / top, 0.0, 1.0); };
    for (const LoadBar &bar : data_.bars) {
        paintText(painter, place(QRectF(inner.left(), y, names, rowHeight())), bar.name, body, t.text);
        const QRectF track(lane.left(), y + rowHeight() / 2.0 - 5, lane.width(), 10);
        paintBox(painter, place(track), 5, t.alternate, QColor());
        const QRectF filled(track.left(), track.top(), std::max(x(bar.ratio) - track.left(), 4.0), 10);
        const QColor colour = bar.tone == Tone::neutral ? t.border : toneColours(t, bar.tone).fill;
        paintBox(painter, place(filled), 5, colour, QColor());
        paintText(painter, place(QRectF(inner.right() - values - 1, y, values + 1, rowHeight())), bar.valueText, bold,
                  bar.tone == Tone::neutral ? t.text : toneColours(t, bar.tone).text, Qt::AlignTrailing | Qt::AlignVCenter);
        y += rowHeight();
    }
    for (const double mark : {data_.attentionMark, data_.crisisMark}) {
        QPen pen(t.muted, 1.25);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        const qreal at = place(QRectF(x(mark), 0, 0, 0)).left();
        painter.drawLine(QPointF(at, lane.top() - 2), QPointF(at, lane.bottom() + 2));
        const QString words = QLocale().toString(mark, 'f', 1);
        const qreal width = textWidth(small, words) + 2;
        paintText(painter, QRectF(at - width / 2, lane.bottom() + 3, width, textHeight(small)), words, small, t.muted, Qt::AlignCenter);
    }
}

} // namespace smartqueue::widgets
