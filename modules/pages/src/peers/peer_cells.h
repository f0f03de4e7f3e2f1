#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// How the cells of the list of desktops are painted.
class PeerCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace smartqueue::pages
