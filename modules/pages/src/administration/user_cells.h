#pragma once

#include <QIdentityProxyModel>

#include <smartqueue/widgets/rich_cell_delegate.h>

namespace smartqueue::pages {

/// Gives the rows of a UserTableModel the looks of the toolkit's tables.
class UserCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

/// Besides what every table has: the roles with their icons, the switch of the sign-in, "you", and a code that has expired.
class UserCellDelegate : public widgets::RichCellDelegate {
    Q_OBJECT
public:
    using RichCellDelegate::RichCellDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace smartqueue::pages
