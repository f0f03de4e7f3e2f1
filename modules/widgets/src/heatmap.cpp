#include "smartqueue/widgets/heatmap.h"

#include "smartqueue/widgets/console_style.h"
#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <QLinearGradient>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace smartqueue::widgets {

namespace {

constexpr qreal gap = 2;

int smallHeight()
{
    return textHeight(textFont(TextSize::small));
}

} // namespace

Heatmap::Heatmap(const QString &accessibleName, QWidget *parent)
    : PaintedWidget(QAccessible::Table, parent)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    setRingShape(this, RingShape::none);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void Heatmap::setData(const HeatmapData &facts)
{
    if (data_ == facts)
        return;
    data_ = facts;
    if (data_.cells.size() != data_.rows.size() * data_.columns.size())
        data_.cells.clear();
    bool first = true;
    low_ = high_ = 0;
    for (const HeatCell &entry : std::as_const(data_.cells)) {
        if (!entry.value)
            continue;
        low_ = first ? *entry.value : std::min(low_, *entry.value);
        high_ = first ? *entry.value : std::max(high_, *entry.value);
        first = false;
    }
    row_ = std::clamp(row_, 0, std::max(0, int(data_.rows.size()) - 1));
    column_ = std::clamp(column_, 0, std::max(0, int(data_.columns.size()) - 1));
    updateGeometry();
    update();
}

const HeatCell &Heatmap::cell(int row, int column) const
{
    static const HeatCell none;
    const qsizetype at = row * data_.columns.size() + column;
    return at >= 0 && at < data_.cells.size() ? data_.cells[at] : none;
}

QList<QStringList> Heatmap::table() const
{
    QList<QStringList> lines{QStringList{QString()} + data_.columns};
    for (int row = 0; row < data_.rows.size(); ++row) {
        QStringList line{data_.rows[row]};
        for (int column = 0; column < data_.columns.size(); ++column) {
            const HeatCell &entry = cell(row, column);
            line.append(entry.closed ? data_.closedLabel : (entry.value ? entry.text : data_.thinLabel));
        }
        lines.append(line);
    }
    return lines;
}

QString Heatmap::accessibleValue() const
{
    if (data_.cells.isEmpty())
        return {};
    const HeatCell &entry = cell(row_, column_);
    const QString value = entry.closed ? data_.closedLabel : (entry.value ? entry.text : data_.thinLabel);
    QStringList words{data_.rows[row_] + QLatin1Char(' ') + data_.columns[column_], value, entry.details};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

void Heatmap::press()
{
    if (!data_.cells.isEmpty())
        Q_EMIT cellActivated(row_, column_);
}

QSize Heatmap::minimumSizeHint() const
{
    const int line = smallHeight();
    const int wide = textWidth(textFont(TextSize::small), QStringLiteral("000")) + 4;
    return {scaled(60) + std::max(24, wide) * std::max(1, int(data_.columns.size())) + (data_.rowTotals.isEmpty() ? 0 : scaled(80)),
            (data_.meanLabel.isEmpty() ? 0 : scaled(36)) + std::max(24, line + 4) * std::max(1, int(data_.rows.size())) + line * 2 + 28};
}

QSize Heatmap::sizeHint() const
{
    return minimumSizeHint().expandedTo(QSize(scaled(560), scaled(320)));
}

Heatmap::Frame Heatmap::frame() const
{
    Frame f;
    const QFont small = textFont(TextSize::small, QFont::Bold);
    qreal names = textWidth(textFont(TextSize::small), data_.meanLabel);
    for (const QString &name : data_.rows)
        names = std::max<qreal>(names, textWidth(small, name));
    const qreal margin = data_.rowTotals.isEmpty() ? 2 : scaled(82);
    const qreal above = data_.meanLabel.isEmpty() ? 2 : scaled(36);
    const qreal below = smallHeight() * 2 + 24;
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    const qreal lead = names + space::s;
    // Time runs left to right in every language; only names and totals change sides.
    f.grid = QRectF(reversed ? margin : lead, above, width() - lead - margin, height() - above - below);
    f.cellWidth = f.grid.width() / std::max<qreal>(1, qreal(data_.columns.size()));
    f.cellHeight = std::min<qreal>(f.grid.height() / std::max<qreal>(1, qreal(data_.rows.size())), scaled(60));
    f.grid.setHeight(f.cellHeight * qreal(data_.rows.size()));
    f.legendTop = f.grid.bottom() + smallHeight() + 14;
    return f;
}

void Heatmap::moveTo(int row, int column)
{
    row = std::clamp(row, 0, std::max(0, int(data_.rows.size()) - 1));
    column = std::clamp(column, 0, std::max(0, int(data_.columns.size()) - 1));
    if (row == row_ && column == column_)
        return;
    row_ = row;
    column_ = column;
    announceValue();
    update();
    Q_EMIT currentChanged(row_, column_);
}

void Heatmap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(row_, column_ - 1);
        return;
    case Qt::Key_Right:
        moveTo(row_, column_ + 1);
        return;
    case Qt::Key_Up:
        moveTo(row_ - 1, column_);
        return;
    case Qt::Key_Down:
        moveTo(row_ + 1, column_);
        return;
    case Qt::Key_Home:
        moveTo(row_, 0);
        return;
    case Qt::Key_End:
        moveTo(row_, 1000);
        return;
    default:
        PaintedWidget::keyPressEvent(event);
    }
}

void Heatmap::mousePressEvent(QMouseEvent *event)
{
    const Frame f = frame();
    if (f.grid.contains(event->position()) && f.cellWidth > 0 && f.cellHeight > 0)
        moveTo(int((event->position().y() - f.grid.top()) / f.cellHeight),
               int((event->position().x() - f.grid.left()) / f.cellWidth));
}

void Heatmap::mouseDoubleClickEvent(QMouseEvent *)
{
    press();
}

void Heatmap::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void Heatmap::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    update();
}

void Heatmap::paintMargins(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    const QFont small = textFont(TextSize::small);
    const QColor grey = mixed(t.surface, t.border, 0.6);
    const auto mean = [&](bool acrossRows, int at) {
        double sum = 0;
        int n = 0;
        const int count = acrossRows ? int(data_.columns.size()) : int(data_.rows.size());
        for (int i = 0; i < count; ++i)
            if (const HeatCell &entry = acrossRows ? cell(at, i) : cell(i, at); entry.value) {
                sum += *entry.value;
                ++n;
            }
        return n ? sum / n : 0.0;
    };
    const auto highest = [&](bool acrossRows) {
        double top = 0;
        const int count = acrossRows ? int(data_.rows.size()) : int(data_.columns.size());
        for (int i = 0; i < count; ++i)
            top = std::max(top, mean(acrossRows, i));
        return std::max(top, 1e-9);
    };
    const auto lead = reversed ? Qt::AlignLeft : Qt::AlignRight;
    if (!data_.meanLabel.isEmpty()) {
        const qreal top = highest(false);
        for (int column = 0; column < data_.columns.size(); ++column) {
            const qreal high = (f.grid.top() - 6) * mean(false, column) / top;
            if (high > 0.5)
                paintBox(painter, QRectF(f.grid.left() + f.cellWidth * column + f.cellWidth * 0.27, f.grid.top() - 6 - high, f.cellWidth * 0.46, high),
                         2, grey, QColor());
        }
        const QRectF label = reversed ? QRectF(f.grid.right() + 6, 0, width() - f.grid.right() - 6, f.grid.top() - 4)
                                      : QRectF(0, 0, f.grid.left() - 6, f.grid.top() - 4);
        paintText(painter, label, data_.meanLabel, small, t.muted, lead | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
    if (data_.rowTotals.isEmpty())
        return;
    const qreal top = highest(true);
    const qreal room = scaled(82) - 10;
    const QRectF label = reversed ? QRectF(0, 0, room, f.grid.top() - 4) : QRectF(width() - room, 0, room, f.grid.top() - 4);
    paintText(painter, label, data_.totalsLabel, small, t.muted, (reversed ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
    for (int row = 0; row < data_.rows.size() && row < data_.rowTotals.size(); ++row) {
        const qreal y = f.grid.top() + f.cellHeight * row;
        const qreal wide = room * 0.5 * mean(true, row) / top;
        const QRectF bar(f.grid.right() + 8, y + f.cellHeight / 2 - 6, wide, 12);
        if (wide > 0.5)
            paintBox(painter, reversed ? QRectF(f.grid.left() - 8 - wide, bar.top(), wide, 12) : bar, 2, grey, QColor());
        const QRectF words = reversed ? QRectF(0, y, room, f.cellHeight) : QRectF(width() - room, y, room, f.cellHeight);
        paintText(painter, words, data_.rowTotals[row], small, t.muted, (reversed ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
    }
}

void Heatmap::paintLegend(QPainter &painter, const Frame &f, const Tokens &t) const
{
    const QFont small = textFont(TextSize::small);
    const qreal line = smallHeight();
    qreal x = f.grid.left();
    const auto words = [&](const QString &text) {
        const qreal wide = textWidth(small, text) + 1;
        paintText(painter, QRectF(x, f.legendTop, wide, line), text, small, t.muted, Qt::AlignLeft | Qt::AlignVCenter | Qt::AlignAbsolute);
        x += wide + 8;
    };
    words(QLocale().toString(qRound(low_)));
    QLinearGradient gradient(x, 0, x + scaled(96), 0);
    for (int i = 0; i <= 6; ++i)
        gradient.setColorAt(i / 6.0, heatColour(t, i / 6.0, data_.ramp));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(QRectF(x, f.legendTop + line / 2 - 5, scaled(96), 10), 2, 2);
    x += scaled(96) + 6;
    words(QLocale().toString(qRound(high_)));
    x += space::m;
    const QString details = cell(row_, column_).details;
    const QFont bold = textFont(TextSize::small, QFont::Bold);
    const QString current = data_.cells.isEmpty() ? QString()
                            : data_.rows[row_] + QLatin1Char(' ') + data_.columns[column_]
                                  + (details.isEmpty() ? QString() : QStringLiteral(" · ") + details);
    const qreal right = layoutDirection() == Qt::RightToLeft ? f.grid.right() : width() - 2;
    const qreal currentWidth = textWidth(bold, current) + 2;
    const auto sample = [&](const QString &label, bool closed) {
        if (label.isEmpty() || x + 26 + textWidth(small, label) > right - currentWidth - 8)
            return;
        const QRectF box(x, f.legendTop + line / 2 - 6, 20, 12);
        paintBox(painter, box, 2, closed ? t.alternate : t.surface, closed ? QColor() : t.line);
        if (closed)
            paintHatch(painter, box, t.line);
        x += 26;
        words(label);
        x += space::s;
    };
    sample(data_.closedLabel, true);
    sample(data_.thinLabel, false);
    paintText(painter, QRectF(std::max(x, right - currentWidth), f.legendTop, std::min(currentWidth, right - x), line), current, bold,
              t.text, Qt::AlignRight | Qt::AlignVCenter | Qt::AlignAbsolute);
}

void Heatmap::paintEvent(QPaintEvent *)
{
    if (data_.cells.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const Frame f = frame();
    const bool reversed = layoutDirection() == Qt::RightToLeft;
    const QFont small = textFont(TextSize::small);
    const QFont bold = textFont(TextSize::small, QFont::Bold);
    paintMargins(painter, f, t);
    const double range = std::max(high_ - low_, 1e-9);
    for (int row = 0; row < data_.rows.size(); ++row) {
        const qreal y = f.grid.top() + f.cellHeight * row;
        const QRectF name = reversed ? QRectF(f.grid.right() + 8, y, width() - f.grid.right() - 8, f.cellHeight)
                                     : QRectF(0, y, f.grid.left() - 8, f.cellHeight);
        paintText(painter, name, data_.rows[row], row == row_ ? bold : small, row == row_ ? t.text : t.muted,
                  (reversed ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute);
        for (int column = 0; column < data_.columns.size(); ++column) {
            const HeatCell &entry = cell(row, column);
            const QRectF box(f.grid.left() + f.cellWidth * column + gap / 2, y + gap / 2, f.cellWidth - gap, f.cellHeight - gap);
            if (entry.closed) {
                paintBox(painter, box, 2, t.alternate, QColor());
                paintHatch(painter, box, t.line);
            } else if (!entry.value) {
                paintBox(painter, box, 2, t.surface, t.line);
            } else {
                const QColor fill = heatColour(t, (*entry.value - low_) / range, data_.ramp);
                paintBox(painter, box, 2, fill, QColor());
                paintText(painter, box, entry.text, row == row_ && column == column_ ? bold : small, inkOn(fill),
                          Qt::AlignCenter);
            }
        }
    }
    const QRectF current(f.grid.left() + f.cellWidth * column_ + gap / 2, f.grid.top() + f.cellHeight * row_ + gap / 2,
                         f.cellWidth - gap, f.cellHeight - gap);
    paintBox(painter, current.adjusted(-1.5, -1.5, 1.5, 1.5), 4, QColor(), hasFocus() ? t.focus : t.text, hasFocus() ? 2.5 : 1.5);
    paintBox(painter, current.adjusted(1, 1, -1, -1), 2, QColor(), t.surface, 1.25);
    // Labels thin out before they touch.
    qreal widest = 1;
    for (const QString &label : data_.columns)
        widest = std::max<qreal>(widest, textWidth(small, label) + 8);
    const int every = std::max(1, int(std::ceil(widest / std::max(1.0, f.cellWidth))));
    for (int column = 0; column < data_.columns.size(); column += every) {
        const QRectF box(f.grid.left() + f.cellWidth * column - widest / 2 + f.cellWidth / 2, f.grid.bottom() + 5, widest, smallHeight());
        paintText(painter, box, data_.columns[column], small, t.muted, Qt::AlignCenter);
    }
    paintLegend(painter, f, t);
}

} // namespace smartqueue::widgets
