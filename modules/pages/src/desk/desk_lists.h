#pragma once

#include <QListView>
#include <QStyledItemDelegate>

namespace smartqueue::pages {

/// Paints one of the agent's queues: rank, name, who waits, how long.
class OwnQueueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the figures end, for the head above the list, measured from the trailing edge.
    static int estimateWidth();
    static int waitingWidth();
};

/// Paints one of the next tickets; only the first is highlighted, because only it is called.
class UpcomingDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static int rowHeight();
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A list that is as high as its rows and never scrolls by itself; the page does.
class WholeList : public QListView {
    Q_OBJECT
public:
    WholeList(const QString &name, QAbstractItemModel *model, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
};

} // namespace smartqueue::pages
