#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>

#include <smartqueue/presentation/audit_reading.h>
#include <smartqueue/presentation/console.h>

namespace smartqueue::presentation {

/// The audit, newest first, read part by part in the study pool as a view comes to its end. What happens meanwhile is counted and
/// joins on showNew(), so that nothing jumps. GUI thread.
class AuditModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { when, who, what, branch, device, columns };
    enum Role {
        /// qint64, the entry's number in the log.
        sequenceRole = Qt::UserRole + 64,
        /// int of AuditArea
        areaRole,
    };
    static constexpr std::size_t partSize = 200;
    /// Rows that are kept at most; whoever wants older ones narrows the period.
    static constexpr int rowsAtMost = 10'000;
    /// New entries are counted up to this.
    static constexpr int newAtMost = 999;

    explicit AuditModel(Console &console, QObject *parent = nullptr);
    ~AuditModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// While nobody watches nothing is read.
    void setWatching(bool watching);
    void setFilter(const AuditFilter &filter);
    const AuditFilter &filter() const { return m_filter; }
    /// Reads from the newest again.
    void refresh();
    /// The new ones join at the top.
    void showNew();
    void retranslate();

    int newEntries() const { return int(m_new.size()); }
    bool isLoading() const { return m_loading; }
    /// The oldest that matches is shown.
    bool isComplete() const { return !m_loading && !m_next; }
    const std::optional<Failure> &failure() const { return m_failure; }
    Sequence sequenceAt(int row) const;
    /// −1 when it is not shown.
    int rowOf(Sequence sequence) const;
    QFuture<Result<std::optional<AuditDetail>>> detail(Sequence sequence) const;
    AuditReading reading() const;

Q_SIGNALS:
    /// Rows, the count of new ones, loading or failure are others than before.
    void statusChanged();

private:
    void read(std::optional<Sequence> before, std::size_t wanted);
    void adopt(const Result<AuditPart> &part, std::size_t wanted);
    void follow(const engine::SharedBatches &batches);
    /// Those that are shown by now are new no more.
    void settleNew();

    Console &m_console;
    AuditFilter m_filter;
    std::optional<AuditReading> m_current;
    std::vector<AuditLine> m_lines;
    std::optional<Sequence> m_next;
    std::optional<Failure> m_failure;
    /// Answers to an older question are dropped.
    std::uint64_t m_question = 0;
    /// Those that match and happened since the newest shown.
    std::vector<Sequence> m_new;
    bool m_loading = false;
    bool m_joining = false;
    bool m_fresh = false;
    bool m_watching = false;
    bool m_missed = true;
};

} // namespace smartqueue::presentation
