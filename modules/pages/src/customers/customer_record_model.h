#pragma once

#include <vector>

#include <QAbstractTableModel>

#include <smartqueue/engine/customers.h>
#include <smartqueue/engine/installation.h>

namespace smartqueue::pages {

/// The records that were found, each to be ticked as the person's or not.
class CustomerRecordModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { number, day, queue, customer, note, columns };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// None of them is ticked.
    void show(std::vector<engine::CustomerRecord> records, engine::SharedSnapshot branch);
    void tickAll(bool ticked);
    std::vector<engine::CustomerRecord> ticked() const;

Q_SIGNALS:
    void ticksChanged();

private:
    struct Row {
        engine::CustomerRecord record;
        bool ticked = false;
    };

    std::vector<Row> m_rows;
    engine::SharedSnapshot m_branch;
};

} // namespace smartqueue::pages
