#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// Dresses the table of the agents for the eye: avatars, pills, chips. The texts of the table stay for the ear.
class AgentCellModel : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace smartqueue::pages
