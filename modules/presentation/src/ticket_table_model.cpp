#include <smartqueue/presentation/ticket_table_model.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include <smartqueue/presentation/ticket_facts.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

namespace {

constexpr auto refreshDelay = std::chrono::milliseconds(250);
constexpr auto followDelay = std::chrono::milliseconds(50);
constexpr std::size_t wantedKept = 4;

engine::TicketSort sortOf(int column)
{
    switch (column) {
    case TicketTableModel::number: return engine::TicketSort::number;
    case TicketTableModel::queue: return engine::TicketSort::queue;
    case TicketTableModel::state: return engine::TicketSort::state;
    case TicketTableModel::priority: return engine::TicketSort::priority;
    case TicketTableModel::waited: return engine::TicketSort::waited;
    case TicketTableModel::agent: return engine::TicketSort::agent;
    case TicketTableModel::channel: return engine::TicketSort::channel;
    default: return engine::TicketSort::arrival;
    }
}

Result<std::vector<engine::TicketRow>> readPage(engine::HistoryReader &reader, engine::TicketQuery query, int page)
{
    query.offset = page * TicketTableModel::pageSize;
    query.limit = TicketTableModel::pageSize;
    return reader.tickets(query);
}

} // namespace

TicketTableModel::TicketTableModel(engine::Engine &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
    , m_snapshot(engine.snapshot())
{
    m_askSoon.setSingleShot(true);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(refreshDelay);
    m_followSoon.setSingleShot(true);
    m_followSoon.setInterval(followDelay);
    connect(&m_askSoon, &QTimer::timeout, this, &TicketTableModel::askWanted);
    connect(&m_refreshSoon, &QTimer::timeout, this, &TicketTableModel::refresh);
    connect(&m_followSoon, &QTimer::timeout, this, &TicketTableModel::tick);
    connect(&engine, &engine::Engine::snapshotChanged, this, &TicketTableModel::follow);
    connect(&engine, &engine::Engine::eventsCommitted, this, &TicketTableModel::scheduleRefresh);
}

int TicketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rowCount);
}

int TicketTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant TicketTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::optional<engine::TicketRow> facts = row(index.row());
    switch (role) {
    case ticketRole:
        return facts ? qint64(facts->id.value) : qint64(0);
    case loadedRole:
        return facts.has_value();
    default:
        break;
    }
    if (!facts)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*facts, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == waited ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case stateRole:
        return int(facts->state);
    case priorityRole:
        return facts->priority;
    case waitedRole:
        return qint64(std::chrono::duration_cast<std::chrono::minutes>(waitedOf(*facts)).count());
    case promiseRole:
        return facts->promise ? words::waitRange(facts->promise->low, facts->promise->high) : QString();
    case urgentRole:
        return isUrgent(*facts);
    case channelRole:
        return QString::fromStdString(facts->channel);
    default:
        return {};
    }
}

QVariant TicketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == waited ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case number: return tr("Number");
    case queue: return tr("Queue");
    case state: return tr("State");
    case priority: return tr("Priority");
    case waited: return tr("Waited / told");
    case agent: return tr("Agent");
    case channel: return tr("Channel");
    default: return {};
    }
}

void TicketTableModel::sort(int column, Qt::SortOrder order)
{
    const engine::TicketSort wanted = sortOf(column);
    // Without a column it is the newest first.
    const bool descending = column < 0 || order == Qt::DescendingOrder;
    if (wanted == m_sort && descending == m_descending)
        return;
    m_sort = wanted;
    m_descending = descending;
    restart();
}

void TicketTableModel::setFilter(const TicketFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    restart();
}

void TicketTableModel::setWatching(bool watching)
{
    if (watching == m_watching)
        return;
    m_watching = watching;
    if (!watching)
        return;
    follow(m_engine.snapshot());
    if (m_missed)
        refresh();
}

void TicketTableModel::refresh()
{
    m_refreshSoon.stop();
    if (m_inFlight) {
        m_again = true;
        return;
    }
    askEverything();
}

void TicketTableModel::tick()
{
    if (m_rowCount > 0)
        Q_EMIT dataChanged(index(0, 0), index(int(m_rowCount) - 1, columns - 1));
}

void TicketTableModel::retranslate()
{
    tick();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

std::optional<engine::TicketRow> TicketTableModel::row(int row) const
{
    const engine::TicketRow *facts = stored(row);
    if (!facts)
        return std::nullopt;
    engine::TicketRow shown = *facts;
    const Ticket *live = shown.imported || !m_snapshot ? nullptr : m_snapshot->state.ticket(shown.id);
    if (live) {
        shown.queue = live->queue;
        shown.state = live->state;
        shown.priority = live->priority;
        shown.agent = live->agent ? live->agent : live->leg().agent;
    }
    return shown;
}

int TicketTableModel::rowOf(TicketId ticket) const
{
    for (const auto &[page, rows] : m_pages) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.id == ticket; });
        if (found != rows.end())
            return page * pageSize + int(found - rows.begin());
    }
    return -1;
}

engine::TicketQuery TicketTableModel::query() const
{
    engine::TicketQuery query;
    if (m_filter.period != TicketFilter::Period::all) {
        const std::chrono::days back(m_filter.period == TicketFilter::Period::week ? 6 : 0);
        query.from = dayStart(*m_engine.snapshot(), m_engine.clock().now(), back);
    }
    query.text = m_filter.text.trimmed().toStdString();
    query.queue = m_filter.queue;
    query.agent = m_filter.agent;
    if (m_filter.state)
        query.states = {*m_filter.state};
    query.sort = m_sort;
    query.descending = m_descending;
    return query;
}

void TicketTableModel::restart()
{
    ++m_question;
    m_loading = true;
    m_inFlight = false;
    m_again = false;
    m_wanted.clear();
    m_asked.clear();
    m_used.clear();
    // What was shown stays until the answer is there: emptying the table first would flicker at every keystroke.
    m_used.push_back(0);
    Q_EMIT statusChanged();
    if (m_watching)
        askEverything();
    else
        m_missed = true;
}

void TicketTableModel::scheduleRefresh()
{
    if (!m_watching)
        m_missed = true;
    else if (!m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void TicketTableModel::askEverything()
{
    m_inFlight = true;
    m_missed = false;
    std::set<int> pages{0};
    for (auto used = m_used.rbegin(); used != m_used.rend() && pages.size() < 3; ++used)
        pages.insert(*used);
    const std::uint64_t question = m_question;
    engine::whenDone(
        m_engine.study([asked = query(), pages](engine::HistoryReader &reader) -> Result<Reading> {
            Reading reading;
            auto counts = reader.ticketCountsByState(asked);
            if (!counts)
                return tl::unexpected<Failure>(counts.error());
            reading.counts = *counts;
            for (int page : pages) {
                auto rows = readPage(reader, asked, page);
                if (!rows)
                    return tl::unexpected<Failure>(rows.error());
                reading.pages.emplace(page, std::move(*rows));
            }
            return reading;
        }),
        this, [this, question](Result<Reading> reading) {
            if (question != m_question)
                return;
            m_inFlight = false;
            if (reading)
                adopt(std::move(*reading));
            else
                showFailure(reading.error());
            if (std::exchange(m_again, false))
                scheduleRefresh();
        });
}

void TicketTableModel::askWanted()
{
    // While someone drags the scroll bar only the last windows matter.
    std::set<int> wanted;
    for (auto used = m_used.rbegin(); used != m_used.rend() && wanted.size() < wantedKept; ++used) {
        if (m_wanted.contains(*used))
            wanted.insert(*used);
    }
    m_wanted.clear();
    const std::uint64_t question = m_question;
    for (int page : wanted) {
        if (m_pages.contains(page) || m_asked.contains(page))
            continue;
        m_asked.insert(page);
        engine::whenDone(
            m_engine.study([asked = query(), page](engine::HistoryReader &reader) { return readPage(reader, asked, page); }),
            this, [this, question, page](Result<Rows> rows) {
                if (question != m_question)
                    return;
                m_asked.erase(page);
                if (rows)
                    adoptPage(page, std::move(*rows));
                else
                    showFailure(rows.error());
            });
    }
}

void TicketTableModel::adopt(Reading reading)
{
    const std::int64_t all = std::accumulate(reading.counts.begin(), reading.counts.end(), std::int64_t(0));
    const std::int64_t count = std::min<std::int64_t>(
        m_filter.state ? reading.counts[std::size_t(*m_filter.state)] : all, std::numeric_limits<int>::max());
    m_counts = reading.counts;
    m_failure.reset();
    m_loading = false;

    if (count > m_rowCount) {
        beginInsertRows({}, int(m_rowCount), int(count) - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, int(count), int(m_rowCount) - 1);
        m_rowCount = count;
        endRemoveRows();
    }

    // Selections follow their ticket, not the row it stood in.
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    std::vector<TicketId> tickets;
    for (const QModelIndex &at : held) {
        const engine::TicketRow *facts = stored(at.row());
        tickets.push_back(facts ? facts->id : TicketId{});
    }
    m_pages = std::move(reading.pages);
    m_used.erase(std::remove_if(m_used.begin(), m_used.end(), [this](int page) { return !m_pages.contains(page); }),
                 m_used.end());
    QModelIndexList moved;
    for (qsizetype i = 0; i < held.size(); ++i) {
        if (!tickets[std::size_t(i)]) {
            moved.append(held[i]);
            continue;
        }
        const int now = rowOf(tickets[std::size_t(i)]);
        moved.append(now >= 0 && now < count ? index(now, held[i].column()) : QModelIndex());
    }
    changePersistentIndexList(held, moved);
    Q_EMIT layoutChanged();
    Q_EMIT statusChanged();
}

void TicketTableModel::adoptPage(int page, Rows rows)
{
    m_pages[page] = std::move(rows);
    while (m_pages.size() > pagesKept && !m_used.empty()) {
        m_pages.erase(m_used.front());
        m_used.pop_front();
    }
    const int first = page * pageSize;
    const int last = std::min<int>(first + pageSize, int(m_rowCount)) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, columns - 1));
}

void TicketTableModel::follow(const engine::SharedSnapshot &snapshot)
{
    m_snapshot = snapshot;
    if (m_watching && !m_followSoon.isActive())
        m_followSoon.start();
}

void TicketTableModel::showFailure(const Failure &failure)
{
    m_loading = false;
    m_failure = failure;
    Q_EMIT statusChanged();
}

const engine::TicketRow *TicketTableModel::stored(int row) const
{
    const int page = row / pageSize;
    const auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        want(page);
        return nullptr;
    }
    if (m_used.empty() || m_used.back() != page)
        want(page);
    const std::size_t within = std::size_t(row % pageSize);
    return within < found->second.size() ? &found->second[within] : nullptr;
}

void TicketTableModel::want(int page) const
{
    m_used.erase(std::remove(m_used.begin(), m_used.end(), page), m_used.end());
    m_used.push_back(page);
    if (!m_pages.contains(page) && !m_loading) {
        m_wanted.insert(page);
        if (!m_askSoon.isActive())
            m_askSoon.start();
    }
}

Duration TicketTableModel::waitedOf(const engine::TicketRow &row) const
{
    const Ticket *live = row.imported || !m_snapshot ? nullptr : m_snapshot->state.ticket(row.id);
    return live ? waitedBy(*live, m_engine.clock().now()) : row.waited;
}

bool TicketTableModel::isUrgent(const engine::TicketRow &row) const
{
    if (row.state != TicketState::waiting || !m_snapshot)
        return false;
    const Ticket *live = row.imported ? nullptr : m_snapshot->state.ticket(row.id);
    const queueing::QueueState *line = m_snapshot->state.queue(row.queue);
    if (!live || !line)
        return false;
    const Duration left = m_snapshot->state.slaOf(line->config) - (m_engine.clock().now() - live->leg().waitingSince);
    return left >= Duration(0) && left <= urgentWithin;
}

QString TicketTableModel::text(const engine::TicketRow &row, int column) const
{
    switch (column) {
    case number:
        return QString::fromStdString(row.number);
    case queue:
        return queueName(*m_snapshot, row.queue);
    case state:
        return words::ticketState(row.state);
    case priority:
        return words::priority(row.priority);
    case waited: {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(waitedOf(row));
        if (!row.promise)
            return words::minutes(minutes);
        return tr("%1, told %2", "waited, promised range")
            .arg(words::minutes(minutes), words::waitRange(row.promise->low, row.promise->high));
    }
    case agent:
        return row.agent ? agentName(*m_snapshot, row.agent) : QStringLiteral("–");
    case channel:
        return words::channel(row.channel);
    default:
        return {};
    }
}

} // namespace smartqueue::presentation
