#include <algorithm>

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/touched_tickets.h>

#include "memory_tables.h"

namespace smartqueue::engine {

namespace {

TicketRow rowOf(const Ticket &ticket)
{
    TicketRow row;
    row.id = ticket.id;
    row.number = ticket.number;
    row.queue = ticket.queue;
    row.state = ticket.state;
    row.priority = ticket.priority;
    row.channel = ticket.channel;
    row.arrivedAt = ticket.arrivedAt;
    row.endedAt = ticket.closedAt;
    row.promise = ticket.promise;
    row.imported = ticket.id.value < 0;
    row.agent = ticket.agent;
    if (!ticket.legs.empty()) {
        row.agent = ticket.agent ? ticket.agent : ticket.leg().agent;
        row.calledAt = ticket.leg().calledAt;
        row.startedAt = ticket.leg().startedAt;
    }
    for (const Leg &leg : ticket.legs) {
        auto over = leg.calledAt ? leg.calledAt : leg.endedAt;
        // Foreign logs may know only the start of service.
        if (row.imported && !leg.calledAt && leg.startedAt)
            over = leg.startedAt;
        if (over)
            row.waited += *over - leg.waitingSince;
    }
    return row;
}

bool touches(const EventBatch &batch, TicketId id)
{
    const std::vector<TicketId> touched = touchedTickets(batch.events);
    return std::binary_search(touched.begin(), touched.end(), id);
}

/// As SQLite's LIKE: the case of ASCII letters does not count.
bool contains(const std::string &text, const std::string &part)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; };
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [&](char a, char b) { return lower(a) == lower(b); })
        != text.end();
}

bool matches(const TicketQuery &query, const TicketRow &row, bool withStates)
{
    return (!query.from || row.arrivedAt >= *query.from) && (!query.until || row.arrivedAt < *query.until)
        && (!query.queue || row.queue == *query.queue) && (!query.agent || row.agent == *query.agent)
        && (query.text.empty() || contains(row.number, query.text))
        && (!withStates || query.states.empty()
            || std::find(query.states.begin(), query.states.end(), row.state) != query.states.end());
}

bool before(TicketSort sort, const TicketRow &a, const TicketRow &b)
{
    const auto by = [&](const auto &first, const auto &second) {
        return std::tie(first, a.arrivedAt, a.id) < std::tie(second, b.arrivedAt, b.id);
    };
    switch (sort) {
    case TicketSort::arrival:
        return by(a.arrivedAt, b.arrivedAt);
    case TicketSort::number:
        return by(a.number, b.number);
    case TicketSort::queue:
        return by(a.queue, b.queue);
    case TicketSort::state:
        return by(a.state, b.state);
    case TicketSort::priority:
        return by(a.priority, b.priority);
    case TicketSort::waited:
        return by(a.waited, b.waited);
    case TicketSort::agent:
        return by(a.agent, b.agent);
    case TicketSort::channel:
        return by(a.channel, b.channel);
    }
    return false;
}

std::vector<TicketRow> rowsOf(const MemoryTables &tables, SiteId site, const TicketQuery &query, bool withStates)
{
    std::vector<TicketRow> rows;
    for (const auto &[id, ticket] : tables.tickets) {
        if (TicketRow row = rowOf(ticket); siteOf(row.queue) == site && matches(query, row, withStates))
            rows.push_back(std::move(row));
    }
    return rows;
}

class MemoryHistoryReader final : public HistoryReader {
public:
    MemoryHistoryReader(std::shared_ptr<MemoryTables> tables, SiteId site) : m_tables(std::move(tables)), m_site(site) {}

    SiteId site() const override { return m_site; }

    Result<std::vector<TicketRow>> tickets(const TicketQuery &query) override
    {
        const Guard guard(m_tables->mutex);
        auto rows = rowsOf(*m_tables, m_site, query, true);
        std::sort(rows.begin(), rows.end(), [&](const TicketRow &a, const TicketRow &b) {
            return query.descending ? before(query.sort, b, a) : before(query.sort, a, b);
        });
        const auto first = std::min(rows.size(), std::size_t(std::max(query.offset, 0)));
        const auto count = std::min(rows.size() - first, std::size_t(std::max(query.limit, 0)));
        return std::vector<TicketRow>(rows.begin() + std::ptrdiff_t(first), rows.begin() + std::ptrdiff_t(first + count));
    }

    Result<std::int64_t> ticketCount(const TicketQuery &query) override
    {
        const Guard guard(m_tables->mutex);
        return std::int64_t(rowsOf(*m_tables, m_site, query, true).size());
    }

    Result<std::array<std::int64_t, 8>> ticketCountsByState(const TicketQuery &query) override
    {
        const Guard guard(m_tables->mutex);
        std::array<std::int64_t, 8> counts{};
        for (const TicketRow &row : rowsOf(*m_tables, m_site, query, false))
            ++counts[std::size_t(row.state)];
        return counts;
    }

    Result<std::optional<Ticket>> ticket(TicketId id) override
    {
        const Guard guard(m_tables->mutex);
        const Ticket *found = ticketHere(id);
        return found ? std::optional(*found) : std::nullopt;
    }

    Result<std::vector<EventBatch>> story(TicketId id) override
    {
        const Guard guard(m_tables->mutex);
        std::vector<EventBatch> story;
        std::copy_if(m_tables->batches.begin(), m_tables->batches.end(), std::back_inserter(story),
                     [&](const EventBatch &batch) { return batch.site == m_site && touches(batch, id); });
        return story;
    }

    Result<std::string> note(TicketId id) override
    {
        const Guard guard(m_tables->mutex);
        const auto found = m_tables->personal.find(noteKey(id));
        return found == m_tables->personal.end() || siteOf(id) != m_site ? std::string() : found->second;
    }

    Done readPersonal(const std::function<bool(TicketId, const PersonalDatum &)> &visit) override
    {
        std::map<std::string, std::string> personal;
        {
            const Guard guard(m_tables->mutex);
            personal = m_tables->personal;
        }
        for (const auto &[key, text] : personal) {
            const auto ticket = ticketWithKey(key);
            if (ticket && siteOf(*ticket) == m_site && !visit(*ticket, {key, text}))
                return {};
        }
        return {};
    }

    Result<QueueFigures> figures(QueueId queue, Instant from, Instant until, Duration sla) override
    {
        const Guard guard(m_tables->mutex);
        TicketQuery query;
        query.queue = queue;
        query.from = from;
        query.until = until;
        QueueFigures figures;
        for (const TicketRow &row : rowsOf(*m_tables, m_site, query, false)) {
            ++figures.tickets;
            figures.highPriority += row.priority >= 5;
            figures.started += row.startedAt.has_value();
            figures.startedLate += row.startedAt && row.waited > sla;
        }
        return figures;
    }

    Result<HourlyArrivals> arrivals(QueueId queue, const std::vector<Instant> &starts) override
    {
        const Guard guard(m_tables->mutex);
        TicketQuery query;
        query.queue = queue;
        HourlyArrivals arrivals;
        arrivals.historySize = std::int64_t(rowsOf(*m_tables, m_site, query, false).size());
        for (const Instant start : starts) {
            query.from = start;
            query.until = start + std::chrono::hours(1);
            arrivals.weeks.push_back(int(rowsOf(*m_tables, m_site, query, false).size()));
        }
        return arrivals;
    }

    Result<std::optional<Checkpoint>> checkpointBefore(Instant at) override
    {
        const Guard guard(m_tables->mutex);
        return findCheckpoint(*m_tables, at);
    }

    Done readLog(Sequence after, std::optional<Instant> until,
                 const std::function<bool(const EventBatch &)> &visit) override
    {
        return readBatches(*m_tables, after, [&](const EventBatch &batch) {
            return batch.site != m_site || ((!until || batch.at <= *until) && visit(batch));
        });
    }

    Result<std::optional<std::pair<Instant, Instant>>> logSpan() override
    {
        const Guard guard(m_tables->mutex);
        std::optional<std::pair<Instant, Instant>> span;
        for (const EventBatch &batch : m_tables->batches) {
            if (batch.site == m_site)
                span = {span ? span->first : batch.at, batch.at};
        }
        return span;
    }

private:
    /// Under the lock.
    const Ticket *ticketHere(TicketId id) const
    {
        const auto found = m_tables->tickets.find(id);
        return found != m_tables->tickets.end() && siteOf(found->second.queue) == m_site ? &found->second : nullptr;
    }

    std::shared_ptr<MemoryTables> m_tables;
    SiteId m_site;
};

class MemoryAuditReader final : public AuditReader {
public:
    explicit MemoryAuditReader(std::shared_ptr<MemoryTables> tables) : m_tables(std::move(tables)) {}

    Done read(const AuditQuery &query, const std::function<bool(const AuditEntry &)> &visit) override
    {
        std::vector<EventBatch> batches;
        {
            const Guard guard(m_tables->mutex);
            batches = m_tables->batches;
        }
        for (auto batch = batches.rbegin(); batch != batches.rend(); ++batch) {
            const bool wanted = batch->at >= query.from.value_or(Instant::min()) && batch->at < query.until.value_or(Instant::max())
                && batch->user == query.user.value_or(batch->user) && (query.kind.empty() || batch->kind == query.kind)
                && (query.kinds.empty() || std::find(query.kinds.begin(), query.kinds.end(), batch->kind) != query.kinds.end())
                && (query.users.empty() || std::find(query.users.begin(), query.users.end(), batch->user) != query.users.end())
                && batch->site == query.site.value_or(batch->site) && batch->sequence < query.before.value_or(std::numeric_limits<Sequence>::max()) && batch->sequence > query.after.value_or(0);
            if (wanted && !visit({*batch, {}}))
                return {};
        }
        return {};
    }

private:
    std::shared_ptr<MemoryTables> m_tables;
};

} // namespace

std::optional<Checkpoint> findCheckpoint(const MemoryTables &tables, std::optional<Instant> at)
{
    for (auto each = tables.checkpoints.rbegin(); each != tables.checkpoints.rend(); ++each) {
        if (!at || each->second.at <= *at)
            return each->second;
    }
    return std::nullopt;
}

Done readBatches(MemoryTables &tables, Sequence after, const std::function<bool(const EventBatch &)> &visit)
{
    // One batch at a time under the lock, since `visit` may ask the store something.
    for (auto index = std::size_t(std::max<Sequence>(after, 0));; ++index) {
        EventBatch batch;
        {
            const Guard guard(tables.mutex);
            if (index >= tables.batches.size())
                return {};
            batch = tables.batches[index];
        }
        if (!visit(batch))
            return {};
    }
}

std::unique_ptr<HistoryReader> readHistory(std::shared_ptr<MemoryTables> tables, SiteId site)
{
    return std::make_unique<MemoryHistoryReader>(std::move(tables), site);
}

std::unique_ptr<AuditReader> readAudit(std::shared_ptr<MemoryTables> tables)
{
    return std::make_unique<MemoryAuditReader>(std::move(tables));
}

namespace {

class MemoryTailReader final : public TailReader {
public:
    explicit MemoryTailReader(std::shared_ptr<MemoryTables> tables) : m_tables(std::move(tables)) {}

    Result<std::optional<std::vector<CommitGroup>>> read(const Position &after, std::size_t bytes) override
    {
        // An estimate is enough, as it is for the real one.
        constexpr std::size_t ofABatch = 1024;
        const MemoryTables &t = *m_tables;
        const Guard guard(m_tables->mutex);
        const auto from = std::size_t(after.sequence);
        using Groups = std::vector<CommitGroup>;
        if (from > t.batches.size() || (from > 0 && t.hashes[from - 1] != after.hash))
            return std::optional<Groups>();
        Groups groups;
        for (std::size_t i = from; i < t.batches.size() && groups.size() * ofABatch < bytes; ++i) {
            CommitGroup group;
            group.batches = {t.batches[i]};
            group.end = Position{t.batches[i].epoch, Sequence(i + 1), t.hashes[i]};
            if (const auto answer = t.answers.find({t.batches[i].site, t.batches[i].command}); answer != t.answers.end())
                group.answers.push_back(answer->second);
            if (const auto left = t.beside.find(Sequence(i + 1)); left != t.beside.end())
                group.personal = left->second;
            groups.push_back(std::move(group));
        }
        return std::optional(std::move(groups));
    }

private:
    std::shared_ptr<MemoryTables> m_tables;
};

} // namespace

std::unique_ptr<TailReader> readTail(std::shared_ptr<MemoryTables> tables)
{
    return std::make_unique<MemoryTailReader>(std::move(tables));
}

} // namespace smartqueue::engine
