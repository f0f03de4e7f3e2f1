#include "smartqueue/widgets/story_timeline.h"

#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int maxDetailLines = 3;

qreal dotSide()
{
    return scaled(24);
}

} // namespace

StoryTimeline::StoryTimeline(const QString &accessibleName, QWidget *parent)
    : PaintedWidget(QAccessible::List, parent)
    , name_(accessibleName)
{
    setAccessibleName(accessibleName);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QString StoryTimeline::said(const StoryEntry &entry) const
{
    QStringList words{entry.time, entry.title, entry.detail, entry.duration};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

void StoryTimeline::setEntries(const QList<StoryEntry> &entries)
{
    if (entries_ == entries)
        return;
    entries_ = entries;
    current_ = 0;
    QStringList words;
    for (const StoryEntry &entry : entries)
        words.append(said(entry));
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QString StoryTimeline::accessibleValue() const
{
    return current_ >= 0 && current_ < entries_.size() ? said(entries_[current_]) : QString();
}

qreal StoryTimeline::timeWidth() const
{
    qreal width = 0;
    for (const StoryEntry &entry : entries_)
        width = std::max<qreal>(width, textWidth(textFont(TextSize::body), entry.time));
    return width + space::m * 2 - 4;
}

qreal StoryTimeline::textLeft() const
{
    return timeWidth() + dotSide() + space::s + 2;
}

qreal StoryTimeline::entryHeight(const StoryEntry &entry, qreal width, bool last) const
{
    const qreal room = width - textLeft();
    const qreal small = textHeight(textFont(TextSize::small));
    qreal height = wrappedHeight(entry.title, textFont(TextSize::body, QFont::Bold), room, 3) + 3;
    height += wrappedHeight(entry.detail, textFont(TextSize::small), room, maxDetailLines);
    if (!entry.duration.isEmpty())
        height += small + 3;
    height += space::l - 2;
    return last ? height : std::max(height, dotSide() + scaled(46));
}

int StoryTimeline::heightForWidth(int width) const
{
    qreal height = 4;
    for (qsizetype i = 0; i < entries_.size(); ++i)
        height += entryHeight(entries_[i], width, i + 1 == entries_.size());
    return int(height);
}

QSize StoryTimeline::sizeHint() const
{
    const int wide = std::max(width(), scaled(276));
    return {scaled(276), heightForWidth(wide)};
}

QSize StoryTimeline::minimumSizeHint() const
{
    return {scaled(220), heightForWidth(std::max(width(), scaled(220)))};
}

void StoryTimeline::keyPressEvent(QKeyEvent *event)
{
    const int by = event->key() == Qt::Key_Down ? 1 : (event->key() == Qt::Key_Up ? -1 : 0);
    const int to = current_ + by;
    if (by == 0 || to < 0 || to >= entries_.size()) {
        PaintedWidget::keyPressEvent(event);
        return;
    }
    current_ = to;
    announceValue();
    update();
}

void StoryTimeline::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void StoryTimeline::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    update();
}

void StoryTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    const QFont body = textFont(TextSize::body);
    const QFont bold = textFont(TextSize::body, QFont::Bold);
    const QFont small = textFont(TextSize::small);
    const qreal room = width() - textLeft();
    qreal y = 2;
    for (qsizetype i = 0; i < entries_.size(); ++i) {
        const StoryEntry &entry = entries_[i];
        const qreal height = entryHeight(entry, width(), i + 1 == entries_.size());
        if (hasFocus() && i == current_)
            paintBox(painter, place(QRectF(textLeft() - 6, y - 2, room + 6, height - 8)), metric::controlRadius, t.accentSoft, QColor());
        const QRectF dot(timeWidth(), y, dotSide(), dotSide());
        const ToneColours colours = toneColours(t, entry.tone);
        if (entry.span != StorySpan::none && i + 1 < entries_.size()) {
            const bool agent = entry.span == StorySpan::withAgent;
            QPen pen(agent ? t.accent : t.border, 2);
            pen.setCapStyle(Qt::FlatCap);
            if (!agent)
                pen.setDashPattern({4, 2.5});
            painter.setPen(pen);
            const qreal at = place(QRectF(dot.center().x(), 0, 0, 0)).left();
            painter.drawLine(QPointF(at, dot.bottom() + 4), QPointF(at, y + height - 4));
        }
        const QRectF spot = place(dot);
        paintBox(painter, spot, dotSide() / 2, colours.soft, QColor());
        paintIcon(painter, spot.adjusted(5, 5, -5, -5), entry.icon, colours.text);
        const qreal titleLine = std::ceil(QFontMetricsF(bold).lineSpacing());
        const qreal top = y + (dotSide() - titleLine) / 2;
        paintText(painter, place(QRectF(0, top, timeWidth() - 6, titleLine)), entry.time, body, t.muted);
        qreal at = top + paintWrapped(painter, place(QRectF(textLeft(), top, room, height)), entry.title, bold, t.text, 3, direction) + 2;
        at += paintWrapped(painter, place(QRectF(textLeft(), at, room, height)), entry.detail, small, t.muted, maxDetailLines, direction) + 3;
        if (!entry.duration.isEmpty())
            paintText(painter, place(QRectF(textLeft(), at, room, textHeight(small))), entry.duration,
                      textFont(TextSize::small, QFont::Bold), t.text);
        y += height;
    }
}

} // namespace smartqueue::widgets
