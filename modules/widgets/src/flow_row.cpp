#include "smartqueue/widgets/flow_row.h"

#include "smartqueue/widgets/theme.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace smartqueue::widgets {

FlowRow::FlowRow(QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(space::s);
}

FlowRow::~FlowRow()
{
    qDeleteAll(items_);
}

void FlowRow::addItem(QLayoutItem *item)
{
    items_.append(item);
}

QLayoutItem *FlowRow::takeAt(int index)
{
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

int FlowRow::arrange(const QRect &box, bool move) const
{
    const QMargins around = contentsMargins();
    const QRect room = box.marginsRemoved(around);
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = room.left();
    int y = room.top();
    int line = 0;
    for (QLayoutItem *item : items_) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > room.left() && x + size.width() > room.right() + 1) {
            x = room.left();
            y += line + spacing();
            line = 0;
        }
        if (move)
            item->setGeometry(QStyle::visualRect(direction, room, QRect(QPoint(x, y), size)));
        x += size.width() + spacing();
        line = std::max(line, size.height());
    }
    return y + line - box.top() + around.bottom();
}

int FlowRow::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowRow::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : items_) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(contentsMargins());
}

QSize FlowRow::sizeHint() const
{
    int width = -spacing();
    int height = 0;
    for (const QLayoutItem *item : items_) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    return QSize(std::max(width, 0), height).grownBy(contentsMargins());
}

void FlowRow::setGeometry(const QRect &box)
{
    QLayout::setGeometry(box);
    arrange(box, true);
}

} // namespace smartqueue::widgets
