#pragma once

#include <QIdentityProxyModel>

namespace smartqueue::pages {

/// Gives the rows of a SetupTableModel the looks of the toolkit's tables: names bold, what is out of use muted, the state as a pill.
class SetupCells : public QIdentityProxyModel {
    Q_OBJECT
public:
    /// `pillColumn` −1: no column holds a state.
    SetupCells(int pillColumn, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    int m_pillColumn;
};

} // namespace smartqueue::pages
