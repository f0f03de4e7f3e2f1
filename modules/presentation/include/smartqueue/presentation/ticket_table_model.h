#pragma once

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <QAbstractTableModel>
#include <QTimer>

#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// What the ticket list is narrowed to. Resolved to instants when it is asked, so that "today" moves on with the day.
struct TicketFilter {
    enum class Period { today, week, all };

    Period period = Period::today;
    /// Part of the number.
    QString text;
    std::optional<QueueId> queue;
    std::optional<AgentId> agent;
    std::optional<TicketState> state;

    friend bool operator==(const TicketFilter &a, const TicketFilter &b)
    {
        return a.period == b.period && a.text == b.text && a.queue == b.queue && a.agent == b.agent
            && a.state == b.state;
    }
};

/// Every ticket of the branch, live and past, read window by window: rows exist at once, their facts arrive when a view
/// asks for them. Open tickets are shown as the live branch knows them. GUI thread; questions run in the study pool.
class TicketTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { number, queue, state, priority, waited, agent, channel, columns };
    enum Role {
        /// qint64; 0 while the row is on its way.
        ticketRole = Qt::UserRole + 1,
        /// Whether the row's facts are there.
        loadedRole,
        /// int of TicketState.
        stateRole,
        /// int
        priorityRole,
        /// Whole minutes waited.
        waitedRole,
        /// Text of the promised range, empty without one.
        promiseRole,
        /// At most urgentWithin left before the service's SLA; bool.
        urgentRole,
        /// The machine's word of the channel.
        channelRole,
    };
    static constexpr int pageSize = 200;
    static constexpr std::size_t pagesKept = 24;
    static constexpr Duration urgentWithin = std::chrono::minutes(2);

    explicit TicketTableModel(engine::Engine &engine, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    void setFilter(const TicketFilter &filter);
    const TicketFilter &filter() const { return m_filter; }
    /// While not watching nothing is asked; the first watching asks what was missed.
    void setWatching(bool watching);
    /// Asks everything again, at once.
    void refresh();
    /// Moves the running waits on; call it every few seconds.
    void tick();
    /// Texts in the language of now.
    void retranslate();

    /// The row's facts with the live branch laid over; none while it is on its way.
    std::optional<engine::TicketRow> row(int row) const;
    /// Row of a ticket among those at hand, −1 elsewhere.
    int rowOf(TicketId ticket) const;
    /// How many match per state, the chosen state left aside; index = TicketState.
    const std::array<std::int64_t, 8> &countsByState() const { return m_counts; }
    std::int64_t matches() const { return m_rowCount; }
    bool isLoading() const { return m_loading; }
    const std::optional<Failure> &failure() const { return m_failure; }

Q_SIGNALS:
    /// Counts, loading state or failure are others than before.
    void statusChanged();

private:
    using Rows = std::vector<engine::TicketRow>;
    struct Reading {
        std::array<std::int64_t, 8> counts{};
        std::map<int, Rows> pages;
    };

    engine::TicketQuery query() const;
    void restart();
    void scheduleRefresh();
    void askEverything();
    void askWanted();
    void adopt(Reading reading);
    void adoptPage(int page, Rows rows);
    void follow(const engine::SharedSnapshot &snapshot);
    void showFailure(const Failure &failure);
    const engine::TicketRow *stored(int row) const;
    void want(int page) const;
    Duration waitedOf(const engine::TicketRow &row) const;
    bool isUrgent(const engine::TicketRow &row) const;
    QString text(const engine::TicketRow &row, int column) const;

    engine::Engine &m_engine;
    engine::SharedSnapshot m_snapshot;
    TicketFilter m_filter;
    engine::TicketSort m_sort = engine::TicketSort::arrival;
    bool m_descending = true;
    std::array<std::int64_t, 8> m_counts{};
    std::int64_t m_rowCount = 0;
    std::map<int, Rows> m_pages;
    /// Pages in the order of their last use, newest last.
    mutable std::deque<int> m_used;
    mutable std::set<int> m_wanted;
    mutable std::set<int> m_asked;
    mutable QTimer m_askSoon;
    QTimer m_refreshSoon;
    QTimer m_followSoon;
    /// Answers to an older question are dropped.
    std::uint64_t m_question = 0;
    bool m_inFlight = false;
    bool m_again = false;
    bool m_loading = true;
    bool m_watching = false;
    bool m_missed = true;
    std::optional<Failure> m_failure;
};

} // namespace smartqueue::presentation
