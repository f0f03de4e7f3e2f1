#include "smartqueue/widgets/rank_list.h"

#include "smartqueue/widgets/paint.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>

namespace smartqueue::widgets {

namespace {

constexpr int gripWidth = 40;

} // namespace

RankList::RankList(const QString &accessibleName, QWidget *parent)
    : PaintedWidget(QAccessible::List, parent)
{
    setAccessibleName(accessibleName);
    setAccessibleDescription(tr("Space ticks, Alt+Up and Alt+Down move"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RankList::changeEvent(QEvent *event)
{
    PaintedWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleDescription(tr("Space ticks, Alt+Up and Alt+Down move"));
}

int RankList::rowHeight() const
{
    return std::max(metric::control, textHeight(textFont(TextSize::body)) + 12);
}

int RankList::checkedCount() const
{
    return int(std::count_if(items_.begin(), items_.end(), [](const RankItem &i) { return i.checked; }));
}

void RankList::setItems(const QList<RankItem> &items)
{
    items_ = items;
    std::stable_partition(items_.begin(), items_.end(), [](const RankItem &i) { return i.checked; });
    current_ = std::clamp(current_, 0, std::max(0, int(items_.size()) - 1));
    updateGeometry();
    update();
}

QStringList RankList::ranked() const
{
    QStringList ids;
    for (const RankItem &item : items_)
        if (item.checked)
            ids.append(item.id);
    return ids;
}

QString RankList::accessibleValue() const
{
    if (current_ < 0 || current_ >= items_.size())
        return {};
    const RankItem &item = items_[current_];
    if (!item.lockedReason.isEmpty())
        return QStringLiteral("%1, %2").arg(item.text, item.lockedReason);
    return item.checked ? tr("%1, choice %2").arg(item.text).arg(current_ + 1) : tr("%1, not chosen").arg(item.text);
}

QSize RankList::sizeHint() const
{
    return {scaled(320), rowHeight() * int(items_.size()) + 2};
}

QSize RankList::minimumSizeHint() const
{
    return {scaled(200), sizeHint().height()};
}

int RankList::rowAt(int y) const
{
    return items_.isEmpty() ? -1 : std::clamp((y - 1) / rowHeight(), 0, int(items_.size()) - 1);
}

void RankList::setCurrent(int row)
{
    if (row < 0 || row >= items_.size())
        return;
    current_ = row;
    announceValue();
    update();
}

void RankList::toggle(int row)
{
    if (row < 0 || row >= items_.size() || !items_[row].lockedReason.isEmpty())
        return;
    RankItem item = items_.takeAt(row);
    item.checked = !item.checked;
    // A ticked row rises to the end of the chosen ones, an unticked one sinks just below them.
    const int to = checkedCount();
    items_.insert(to, item);
    setCurrent(to);
    Q_EMIT changed();
}

void RankList::move(int from, int to)
{
    const int chosen = checkedCount();
    if (from < 0 || from >= chosen || to < 0 || to >= chosen || from == to)
        return;
    items_.move(from, to);
    setCurrent(to);
    Q_EMIT changed();
}

void RankList::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Up:
        alt ? move(current_, current_ - 1) : setCurrent(current_ - 1);
        return;
    case Qt::Key_Down:
        alt ? move(current_, current_ + 1) : setCurrent(current_ + 1);
        return;
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(int(items_.size()) - 1);
        return;
    case Qt::Key_Space:
        toggle(current_);
        return;
    default:
        PaintedWidget::keyPressEvent(event);
    }
}

void RankList::mousePressEvent(QMouseEvent *event)
{
    dragged_ = rowAt(int(event->position().y()));
    dragging_ = false;
    setCurrent(dragged_);
}

void RankList::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(int(event->position().y()));
    if (dragged_ < 0 || row == dragged_ || dragged_ >= checkedCount() || row >= checkedCount())
        return;
    dragging_ = true;
    move(dragged_, row);
    dragged_ = row;
}

void RankList::mouseReleaseEvent(QMouseEvent *event)
{
    const QRectF grip = mirrored(QRectF(width() - gripWidth, 0, gripWidth, height()), rect(), layoutDirection());
    const int row = rowAt(int(event->position().y()));
    const bool onGrip = row >= 0 && row < checkedCount() && grip.contains(event->position());
    if (!dragging_ && row == dragged_ && !onGrip)
        toggle(row);
    dragged_ = -1;
}

void RankList::focusInEvent(QFocusEvent *event)
{
    PaintedWidget::focusInEvent(event);
    update();
}

void RankList::focusOutEvent(QFocusEvent *event)
{
    PaintedWidget::focusOutEvent(event);
    update();
}

void RankList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokens(this);
    const QRectF frame(rect());
    const Qt::LayoutDirection direction = layoutDirection();
    painter.setLayoutDirection(direction);
    paintBox(painter, frame, metric::controlRadius, t.surface, t.border);
    const int high = rowHeight();
    const int chosen = checkedCount();
    const auto place = [&](const QRectF &box) { return mirrored(box, frame, direction); };
    for (int i = 0; i < items_.size(); ++i) {
        const RankItem &item = items_[i];
        const QRectF row(1, 1 + i * high, frame.width() - 2, high);
        if (i == current_ && hasFocus())
            paintBox(painter, row.adjusted(2, 2, -2, -2), 4, t.accentSoft, QColor());
        if (i > 0)
            painter.fillRect(QRectF(row.left(), row.top(), row.width(), 1), i == chosen ? t.border : t.line);
        const qreal side = scaled(18);
        const QRectF box = place(QRectF(12, row.center().y() - side / 2, side, side));
        const bool locked = !item.lockedReason.isEmpty();
        paintBox(painter, box, 4, item.checked ? t.accent : (locked ? t.alternate : t.surface),
                 item.checked ? QColor() : t.border, 1.5);
        if (item.checked)
            paintIcon(painter, box.adjusted(1, 1, -1, -1), Icon::check, t.onAccent);
        qreal right = row.right() - 10;
        const QFont small = textFont(TextSize::small, QFont::Bold);
        if (item.checked) {
            const qreal grip = scaled(16);
            paintIcon(painter, place(QRectF(right - grip - 6, row.center().y() - grip / 2, grip, grip)), Icon::dragDots,
                      t.muted);
            right -= grip + 18;
            const QString rank = QLocale().toString(i + 1);
            const qreal badge = std::max<qreal>(scaled(24), textWidth(small, rank) + 14);
            const QRectF pill(right - badge, row.center().y() - scaled(20) / 2.0, badge, scaled(20));
            paintBox(painter, place(pill), scaled(20) / 2.0, t.accentSoft, QColor());
            paintText(painter, place(pill), rank, small, t.accent, Qt::AlignCenter);
            right = pill.left() - space::s;
        } else if (locked) {
            const QFont note = textFont(TextSize::small);
            const qreal width = textWidth(note, item.lockedReason) + 1;
            paintText(painter, place(QRectF(right - width, row.top(), width, high)), item.lockedReason, note, t.muted,
                      Qt::AlignTrailing | Qt::AlignVCenter);
            const qreal glyph = scaled(14);
            paintIcon(painter, place(QRectF(right - width - glyph - 8, row.center().y() - glyph / 2, glyph, glyph)),
                      Icon::lock, t.muted);
            right -= width + glyph + 16;
        }
        const qreal left = 12 + side + 12;
        paintText(painter, place(QRectF(left, row.top(), right - left, high)), item.text,
                  textFont(TextSize::body, item.checked ? QFont::Bold : QFont::Normal), item.checked ? t.text : t.muted);
    }
}

} // namespace smartqueue::widgets
