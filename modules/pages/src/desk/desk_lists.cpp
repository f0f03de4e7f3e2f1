#include "desk_lists.h"

#include <QEvent>
#include <QLocale>

#include <smartqueue/domain/values.h>
#include <smartqueue/presentation/desk_model.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/console_style.h>
#include <smartqueue/widgets/paint.h>

namespace smartqueue::pages {

using presentation::OwnQueueModel;
using presentation::UpcomingModel;
using namespace widgets;

namespace {

void paintLine(QPainter &painter, const QRectF &box, const Tokens &t)
{
    painter.fillRect(QRectF(box.left(), box.bottom() - 0.5, box.width(), 1), t.line);
}

} // namespace

int OwnQueueDelegate::estimateWidth() { return scaled(96); }
int OwnQueueDelegate::waitingWidth() { return scaled(46); }

QSize OwnQueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(280), scaled(41)};
}

void OwnQueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(option.palette);
    const QRectF row = option.rect;
    const auto direction = option.direction;
    const bool open = QueueStatus(index.data(OwnQueueModel::statusRole).toInt()) == QueueStatus::active;
    painter->save();
    painter->setLayoutDirection(direction);

    const int side = scaled(22);
    const QRectF badge = mirrored(QRectF(row.left(), row.center().y() - side / 2.0, side, side), row, direction);
    paintBox(*painter, badge, side / 2.0, open ? t.alternate : QColor(), open ? QColor() : t.line);
    paintText(*painter, badge, QLocale().toString(index.data(OwnQueueModel::rankRole).toInt()),
              textFont(TextSize::small, QFont::Bold), t.muted, Qt::AlignCenter | Qt::AlignAbsolute);

    const qreal figures = estimateWidth() + waitingWidth();
    const qreal nameLeft = row.left() + side + 10;
    const QColor ink = open ? t.text : t.muted;
    const QString name = index.data(OwnQueueModel::nameRole).toString();
    if (open) {
        paintText(*painter, mirrored(QRectF(nameLeft, row.top(), row.right() - figures - nameLeft, row.height()), row, direction),
                  name, textFont(TextSize::body, QFont::Bold), ink);
        const QRectF waiting(row.right() - figures, row.top(), waitingWidth(), row.height());
        paintText(*painter, mirrored(waiting, row, direction),
                  QLocale().toString(index.data(OwnQueueModel::waitingRole).toInt()), textFont(TextSize::heading, QFont::Bold),
                  ink, Qt::AlignRight | Qt::AlignVCenter);
        const QString estimate = index.data(OwnQueueModel::estimateRole).toString();
        const QRectF range(row.right() - estimateWidth(), row.top(), estimateWidth(), row.height());
        paintText(*painter, mirrored(range, row, direction), estimate.isEmpty() ? QStringLiteral("–") : estimate,
                  textFont(TextSize::body), t.text, Qt::AlignRight | Qt::AlignVCenter);
    } else {
        const auto status = QueueStatus(index.data(OwnQueueModel::statusRole).toInt());
        const QString word = presentation::words::queueStatus(status);
        const QFont font = textFont(TextSize::body);
        const qreal width = textWidth(font, word) + 2;
        paintText(*painter, mirrored(QRectF(row.right() - width, row.top(), width, row.height()), row, direction), word, font,
                  ink, Qt::AlignRight | Qt::AlignVCenter);
        const int icon = scaled(15);
        const QRectF sign(row.right() - width - icon - 6, row.center().y() - icon / 2.0, icon, icon);
        paintIcon(*painter, mirrored(sign, row, direction), status == QueueStatus::paused ? Icon::pauseCircle : Icon::xCircle, ink);
        const qreal room = sign.left() - 8 - nameLeft;
        paintText(*painter, mirrored(QRectF(nameLeft, row.top(), room, row.height()), row, direction), name, font, ink);
    }
    if (index.row() + 1 < index.model()->rowCount())
        paintLine(*painter, row, t);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintBox(*painter, row.adjusted(0, 2, 0, -2), metric::controlRadius, QColor(), t.focus, 2.0);
    painter->restore();
}

int UpcomingDelegate::rowHeight() { return scaled(49); }

QSize UpcomingDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {scaled(296), rowHeight()};
}

void UpcomingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = tokens(option.palette);
    const QRectF whole = option.rect;
    const QRectF row = whole.adjusted(8, 0, -8, 0);
    const auto direction = option.direction;
    const bool first = index.row() == 0;
    painter->save();
    painter->setLayoutDirection(direction);
    if (first)
        paintBox(*painter, whole.adjusted(0, 0, 0, -1), metric::controlRadius, t.accentSoft, QColor());

    const QFont numberFont = textFont(TextSize::heading, QFont::Bold);
    const QString number = index.data(UpcomingModel::numberRole).toString();
    const qreal numberWidth = std::max<qreal>(scaled(76), textWidth(numberFont, number) + 12);
    paintText(*painter, mirrored(QRectF(row.left(), row.top(), numberWidth, row.height()), row, direction), number, numberFont,
              first ? t.accent : t.text);

    const QFont waitFont = textFont(TextSize::body, first ? QFont::Bold : QFont::Normal);
    const QString waited = index.data(UpcomingModel::waitedRole).toString();
    const qreal waitWidth = textWidth(waitFont, waited) + 2;
    paintText(*painter, mirrored(QRectF(row.right() - waitWidth, row.top(), waitWidth, row.height()), row, direction), waited,
              waitFont, t.text, Qt::AlignRight | Qt::AlignVCenter);

    const QRectF text(row.left() + numberWidth, row.top() + 5, row.width() - numberWidth - waitWidth - 8, row.height() - 10);
    const QRectF upper(text.left(), text.top(), text.width(), text.height() / 2);
    const QRectF lower(text.left(), upper.bottom(), text.width(), text.height() / 2);
    paintText(*painter, mirrored(upper, row, direction), index.data(UpcomingModel::queueRole).toString(),
              textFont(TextSize::body, first ? QFont::Bold : QFont::Normal), t.text);
    paintText(*painter, mirrored(lower, row, direction), index.data(UpcomingModel::reasonRole).toString(),
              textFont(TextSize::small), t.muted);
    if (!first && index.row() + 1 < index.model()->rowCount())
        paintLine(*painter, row, t);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintBox(*painter, whole.adjusted(1, 1, -1, -1), metric::controlRadius, QColor(), t.focus, 2.0);
    painter->restore();
}

WholeList::WholeList(const QString &name, QAbstractItemModel *model, QWidget *parent)
    : QListView(parent)
{
    setAccessibleName(name);
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_MacShowFocusRect, false);
    setRingShape(this, RingShape::none);
    const auto resized = [this] { updateGeometry(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, resized);
    connect(model, &QAbstractItemModel::rowsRemoved, this, resized);
    connect(model, &QAbstractItemModel::modelReset, this, resized);
}

QSize WholeList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += sizeHintForRow(row);
    return {std::max(sizeHintForColumn(0), 100), height};
}

QSize WholeList::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void WholeList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        scheduleDelayedItemsLayout();
        updateGeometry();
    }
}

} // namespace smartqueue::pages
