#include "customer_record_model.h"

#include <algorithm>

#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::pages {

namespace words = presentation::words;

int CustomerRecordModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CustomerRecordModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant CustomerRecordModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const Ticket &ticket = row.record.ticket;
    if (role == Qt::CheckStateRole && index.column() == number)
        return row.ticked ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == number)
        return row.ticked ? tr("%1, theirs").arg(QString::fromStdString(ticket.number)) : QString::fromStdString(ticket.number);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case number: return ticket.number.empty() ? tr("cleaned up") : QString::fromStdString(ticket.number);
    case day: return ticket.number.empty() ? QString() : words::shortDate(ticket.arrivedAt, m_branch->zone);
    case queue: return ticket.number.empty() ? QString() : presentation::queueName(*m_branch, ticket.queue);
    case customer: return QString::fromStdString(row.record.customer);
    case note: return QString::fromStdString(row.record.note).simplified();
    default: return {};
    }
}

bool CustomerRecordModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole || index.column() != number)
        return false;
    m_rows[std::size_t(index.row())].ticked = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index);
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags CustomerRecordModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == number ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant CustomerRecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case number: return tr("Ticket");
    case day: return tr("Day");
    case queue: return tr("Queue");
    case customer: return tr("Name or number");
    case note: return tr("Note");
    default: return {};
    }
}

void CustomerRecordModel::show(std::vector<engine::CustomerRecord> records, engine::SharedSnapshot branch)
{
    beginResetModel();
    m_branch = std::move(branch);
    m_rows.clear();
    for (engine::CustomerRecord &record : records)
        m_rows.push_back({std::move(record), false});
    endResetModel();
    Q_EMIT ticksChanged();
}

void CustomerRecordModel::tickAll(bool ticked)
{
    for (Row &row : m_rows)
        row.ticked = ticked;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
    Q_EMIT ticksChanged();
}

std::vector<engine::CustomerRecord> CustomerRecordModel::ticked() const
{
    std::vector<engine::CustomerRecord> records;
    for (const Row &row : m_rows) {
        if (row.ticked)
            records.push_back(row.record);
    }
    return records;
}

} // namespace smartqueue::pages
