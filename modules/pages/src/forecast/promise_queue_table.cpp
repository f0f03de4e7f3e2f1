#include "promise_queue_table.h"

#include <array>

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>

#include <smartqueue/widgets/paint.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/target_strip.h>

#include "promise_looks.h"

namespace smartqueue::pages {

using namespace widgets;
using presentation::PromiseBoard;
using presentation::PromiseQueueWords;

namespace {

enum Column { queue, promises, verdict, because, miss, inRange, withinFive, columns };
constexpr int stripRole = Qt::UserRole + 1;
constexpr int queueRole = Qt::UserRole + 2;
constexpr int figureWidth = 62;

/// Cells as elsewhere; where a cell has a strip it stands before the figure.
class StripCells : public RichCellDelegate {
public:
    using RichCellDelegate::RichCellDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        RichCellDelegate::paint(painter, option, index);
        const QVariant strip = index.data(stripRole);
        if (!strip.isValid())
            return;
        const QRectF room = QRectF(option.rect).adjusted(space::s, 0, -scaled(figureWidth), 0);
        paintTargetStrip(*painter, mirrored(room, option.rect, option.direction), strip.value<TargetStrip>(),
                         option.widget ? tokens(option.widget) : tokens(option.palette));
    }
};

QStandardItem *cellOf(const QString &text, bool trailing = false)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    if (trailing)
        item->setData(int(Qt::AlignTrailing | Qt::AlignVCenter), Qt::TextAlignmentRole);
    return item;
}

QList<QStandardItem *> rowOf(const PromiseQueueWords &words, const PromiseBoard &board)
{
    QList<QStandardItem *> row(columns);
    row[queue] = cellOf(words.name);
    row[queue]->setData(true, cell::bold);
    row[queue]->setData(QVariant::fromValue(qlonglong(words.queue.value)), queueRole);
    row[promises] = cellOf(words.promises, true);
    row[verdict] = cellOf(words.verdictWord);
    row[verdict]->setData(int(toneOf(words.verdict)), cell::pillTone);
    row[verdict]->setData(int(iconOf(words.verdict)), cell::icon);
    row[verdict]->setData(true, cell::pillFilled);
    row[because] = cellOf(words.because);
    row[because]->setData(true, cell::muted);
    row[because]->setToolTip(words.because);
    row[miss] = cellOf(words.missText, true);
    row[miss]->setData(true, cell::bold);
    const TargetStrip strip{words.miss, words.low, words.high, 0, board.missAxis, 0, 0, board.missTarget, words.beyondTarget ? Tone::warning : Tone::neutral};
    row[miss]->setData(QVariant::fromValue(strip), stripRole);
    if (words.beyondTarget)
        row[miss]->setData(int(Icon::warningTriangle), cell::warningIcon);
    row[inRange] = cellOf(words.inRange, true);
    row[withinFive] = cellOf(words.withinFive, true);
    return row;
}

} // namespace

PromiseQueueTable::PromiseQueueTable(QWidget *parent) : QTableView(parent), m_rows(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("promiseQueues"));
    setModel(m_rows);
    styleTable(*this);
    setItemDelegate(new StripCells(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(false);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &at) {
        Q_EMIT queueChosen(QueueId{at.siblingAtColumn(queue).data(queueRole).toLongLong()});
    });
}

void PromiseQueueTable::show(const PromiseBoard &board)
{
    const QVariant chosen = currentIndex().siblingAtColumn(queue).data(queueRole);
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels({tr("Queue"), tr("Promises"), tr("Verdict"), tr("Because"), tr("Typical miss, target %1").arg(int(board.missTarget)),
                                       tr("In 80% range"), tr("Within 5")});
    for (const int column : {promises, inRange, withinFive})
        m_rows->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    for (const PromiseQueueWords &words : board.queues) {
        m_rows->appendRow(rowOf(words, board));
        if (chosen.isValid() && chosen.toLongLong() == words.queue.value)
            setCurrentIndex(m_rows->index(m_rows->rowCount() - 1, 0));
    }
    layOut();
}

void PromiseQueueTable::layOut()
{
    // What each needs at least; the reason takes the rest.
    const auto head = [this](int column) {
        const QStandardItem *item = m_rows->horizontalHeaderItem(column);
        return item ? textWidth(textFont(TextSize::small, QFont::Bold), item->text()) + 20 : 0;
    };
    std::array<int, columns> widths{};
    for (int column = 0; column < columns; ++column)
        widths[std::size_t(column)] = std::max(head(column), sizeHintForColumn(column));
    widths[queue] = std::min(widths[queue], scaled(200));
    widths[miss] = std::max(widths[miss], scaled(176));
    int others = 0;
    for (const int column : {queue, promises, verdict, miss, inRange, withinFive})
        others += widths[std::size_t(column)];
    widths[because] = std::max(scaled(140), viewport()->width() - others);
    for (int column = 0; column < std::min(int(columns), m_rows->columnCount()); ++column)
        setColumnWidth(column, widths[std::size_t(column)]);
    setFixedHeight(horizontalHeader()->sizeHint().height() + m_rows->rowCount() * verticalHeader()->defaultSectionSize());
    setMinimumWidth(others + scaled(140));
}

void PromiseQueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOut();
}

void PromiseQueueTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        styleTable(*this);
        setItemDelegate(new StripCells(this));
        horizontalHeader()->setStretchLastSection(false);
        layOut();
    }
}

void PromiseQueueTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT queueChosen(QueueId{currentIndex().siblingAtColumn(queue).data(queueRole).toLongLong()});
    else
        QTableView::keyPressEvent(event);
}

} // namespace smartqueue::pages
