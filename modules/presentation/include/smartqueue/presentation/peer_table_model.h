#pragma once

#include <smartqueue/presentation/diffed_table_model.h>
#include <smartqueue/presentation/peer_facts.h>

namespace smartqueue::presentation {

/// The desktops of the branch, the worst first. A selection survives. GUI thread.
class PeerTableModel : public DiffedTableModel {
    Q_OBJECT
public:
    enum Column { desktop, role, state, seen, behind, last, version, traffic, columns };
    enum Role {
        /// int of PeerStanding
        standingRole = Qt::UserRole + 64,
        /// bool
        hostRole,
        /// bool: this desktop
        hereRole,
        /// bool: another version than here
        otherVersionRole,
    };

    using DiffedTableModel::DiffedTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(std::vector<PeerFacts> peers);
    void retranslate();
    /// Null where there is no such row, or no such desktop.
    const PeerFacts *at(int row) const;
    const PeerFacts *of(const DeviceId &device) const;
    /// −1 when it is not shown.
    int rowOf(const DeviceId &device) const;

private:
    QString text(const PeerFacts &peer, int column) const;

    std::vector<PeerFacts> m_rows;
};

} // namespace smartqueue::presentation
