#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// Dresses the ticket table for the eye: pills, icons, tinted matches. The texts of the table stay for the ear.
class TicketCellModel : public QIdentityProxyModel {
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    /// The part of the number that is searched for.
    void setSearched(const QString &text);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString m_searched;
};

} // namespace smartqueue::pages
