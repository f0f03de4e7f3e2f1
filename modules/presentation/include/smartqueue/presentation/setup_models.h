#pragma once

#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// A branch's list (queues, services, counters, agents) as a table that diffs snapshots into row signals, so that a selection
/// survives what others change. Sorted by name. GUI thread.
class SetupTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        /// qint64, the entity's id (for counters the position in the list + 1).
        idRole = Qt::UserRole + 64,
        /// int of Standing
        standingRole,
    };
    /// How a row stands, for its colour; `off` is out of use.
    enum class Standing { none, good, busy, paused, off };

    explicit SetupTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Shows what the snapshot says. Cheap when nothing of the list has changed.
    void follow(const engine::SharedSnapshot &snapshot);
    /// Rows with `text` in any cell; case does not matter.
    void setFilter(const QString &text);
    /// Texts in the language of now.
    void retranslate();
    /// Rows without the filter.
    int total() const { return m_total; }
    qint64 idAt(int row) const;
    /// −1 when it is not shown.
    int rowOf(qint64 id) const;

protected:
    struct Row {
        qint64 id = 0;
        QStringList cells;
        Standing standing = Standing::none;

        friend bool operator==(const Row &a, const Row &b)
        {
            return a.id == b.id && a.cells == b.cells && a.standing == b.standing;
        }
    };
    virtual QStringList headers() const = 0;
    virtual std::vector<Row> rowsOf(const queueing::BranchState &state) const = 0;

private:
    void refresh();
    void adopt(std::vector<Row> rows);

    engine::SharedSnapshot m_snapshot;
    QString m_filter;
    std::vector<Row> m_rows;
    int m_total = 0;
};

class QueueSetupModel final : public SetupTableModel {
    Q_OBJECT
public:
    enum Column { name, service, calling, numbers, capacity, status };
    using SetupTableModel::SetupTableModel;

protected:
    QStringList headers() const override;
    std::vector<Row> rowsOf(const queueing::BranchState &state) const override;
};

class ServiceSetupModel final : public SetupTableModel {
    Q_OBJECT
public:
    enum Column { name, sla, skills, queues };
    using SetupTableModel::SetupTableModel;

protected:
    QStringList headers() const override;
    std::vector<Row> rowsOf(const queueing::BranchState &state) const override;
};

class CounterSetupModel final : public SetupTableModel {
    Q_OBJECT
public:
    enum Column { name, agent };
    using SetupTableModel::SetupTableModel;

protected:
    QStringList headers() const override;
    std::vector<Row> rowsOf(const queueing::BranchState &state) const override;
};

class AgentSetupModel final : public SetupTableModel {
    Q_OBJECT
public:
    enum Column { name, queues, skills, status };
    using SetupTableModel::SetupTableModel;

protected:
    QStringList headers() const override;
    std::vector<Row> rowsOf(const queueing::BranchState &state) const override;
};

} // namespace smartqueue::presentation
