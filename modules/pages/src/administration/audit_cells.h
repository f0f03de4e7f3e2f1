#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// How the audit's cells are painted.
class AuditCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace smartqueue::pages
