#pragma once

#include <optional>
#include <vector>

#include <QStringList>

#include <smartqueue/engine/engine.h>
#include <smartqueue/presentation/agent_history.h>
#include <smartqueue/presentation/diffed_table_model.h>

namespace smartqueue::presentation {

/// Who a row is about: an agent of the branch, or a user of the tenant without a profile in it.
struct AgentKey {
    AgentId agent;
    UserId user;

    friend bool operator==(const AgentKey &, const AgentKey &) = default;
};

/// What the agents are narrowed to by their status.
enum class AgentGroup { all, available, serving, onBreak, signedOut, noProfile };

/// The people of the branch as a table that diffs snapshots into row signals. Whoever needs somebody comes first, then those on
/// a break, at work, signed out and without a profile; a click on a head sorts by it. GUI thread.
class AgentTableModel : public DiffedTableModel {
    Q_OBJECT
public:
    enum Column { name, status, counter, ticket, queues, today, columns };
    enum Role {
        /// QString, the smaller line under the text.
        detailRole = Qt::UserRole + 1,
        /// int of AgentGroup.
        groupRole,
        /// bool: a break beyond its limit.
        beyondRole,
        /// bool: the ticket in hand seems to be forgotten.
        forgottenRole,
        /// QStringList, first choice first.
        queuesRole,
        /// QString: two letters of the name.
        initialsRole,
        /// bool: a ticket is in the hand, and called but not started.
        callingRole,
    };

    explicit AgentTableModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By name, by need (status; the order without any) or by what was served today.
    void sort(int column, Qt::SortOrder order) override;

    /// Shows the branch at `now`. Cheap when nothing of it has changed.
    void follow(const engine::SharedSnapshot &snapshot, const engine::SharedDirectory &directory, SiteId site, Instant now);
    void showFigures(const AgentHistory &history);
    /// Moves the running times on; call it every second.
    void tick(Instant now);
    /// A part of the name, the e-mail, a queue, the counter or the ticket's number; case does not matter.
    void setFilter(const QString &text, AgentGroup group);
    /// Texts in the language of now.
    void retranslate();

    AgentKey keyAt(int row) const;
    /// −1 when it is not shown.
    int rowOf(const AgentKey &key) const;
    /// How many the text matches in the group; all of them for AgentGroup::all.
    int count(AgentGroup group) const;
    int total() const { return int(m_all.size()); }
    /// Breaks beyond their limit and forgotten tickets.
    int inNeed() const;

private:
    struct Row {
        AgentKey key;
        QString name;
        QString email;
        AgentStatus status = AgentStatus::offline;
        QString reason;
        Instant since{};
        std::optional<std::chrono::minutes> limit;
        QString counter;
        std::optional<Ticket> ticket;
        Duration forgottenAfter{0};
        QStringList queues;
        std::optional<AgentFigures> figures;
    };

    static bool same(const Row &a, const Row &b);
    std::vector<Row> rowsOf(const engine::BranchSnapshot &snapshot, const accounts::Directory &directory, SiteId site) const;
    AgentGroup groupOf(const Row &row) const;
    bool isBeyond(const Row &row) const;
    bool isForgotten(const Row &row) const;
    /// Smaller comes first.
    int needOf(const Row &row) const;
    bool matches(const Row &row) const;
    QString text(const Row &row, int column) const;
    QString detail(const Row &row, int column) const;
    void arrange();

    std::vector<Row> m_all;
    std::vector<Row> m_rows;
    engine::SharedSnapshot m_snapshot;
    engine::SharedDirectory m_directory;
    TimeZone m_zone;
    Instant m_now{};
    QString m_filter;
    AgentGroup m_group = AgentGroup::all;
    int m_sort = status;
    bool m_descending = false;
};

} // namespace smartqueue::presentation
