#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// How the cells of organisations and of their branches are painted.
class TenantCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

class SiteCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace smartqueue::pages
