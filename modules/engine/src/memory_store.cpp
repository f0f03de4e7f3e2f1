#include "smartqueue/engine/memory_store.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <tuple>

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/domain/touched_tickets.h>

namespace smartqueue::engine {

/// Guarded by its mutex: readers live on other threads than the log, as they do beside a database.
class MemoryTables {
public:
    std::mutex mutex;
    std::vector<EventBatch> batches;
    /// An id is known by its branch.
    std::map<std::pair<SiteId, CommandId>, AnsweredCommand> answers;
    std::map<std::pair<SiteId, CommandId>, Sequence> commands;
    Instant latest{};
    std::map<Sequence, Checkpoint> checkpoints;
    std::map<std::string, std::string> personal;
    std::map<TicketId, Ticket> tickets;
    std::map<TicketId, Ticket> archived;
    std::set<std::tuple<std::string, QueueId, Instant>> imports;
    std::int64_t lowestId = 0;
    std::map<SiteId, Instant> retainedFrom;
    int appendsToFail = 0;
    Failure failure;
};

namespace {

using Guard = std::lock_guard<std::mutex>;

constexpr auto answersStay = std::chrono::days(7);

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

Done checked(const CommitGroup &group, const MemoryTables &tables)
{
    auto expected = Sequence(tables.batches.size());
    std::set<std::pair<SiteId, CommandId>> seen;
    for (const EventBatch &batch : group.batches) {
        if (batch.sequence != ++expected)
            return fail(storage_failures::ioError, {{"path", ""}, {"reason", "batch out of sequence"}});
        const std::pair key(batch.site, batch.command);
        if (!batch.command.empty() && (tables.commands.contains(key) || !seen.insert(key).second))
            return fail(storage_failures::ioError, {{"path", ""}, {"reason", "command twice"}});
    }
    return {};
}

class MemoryEventLog final : public EventLog {
public:
    explicit MemoryEventLog(std::shared_ptr<MemoryTables> tables) : m_tables(std::move(tables)) {}

    Done append(const CommitGroup &group) override
    {
        MemoryTables &t = *m_tables;
        const Guard guard(t.mutex);
        if (t.appendsToFail > 0) {
            --t.appendsToFail;
            return tl::unexpected(t.failure);
        }
        if (const Done sound = checked(group, t); !sound)
            return sound;
        for (const EventBatch &batch : group.batches) {
            t.batches.push_back(batch);
            t.latest = std::max(t.latest, batch.at);
            if (!batch.command.empty())
                t.commands[{batch.site, batch.command}] = batch.sequence;
        }
        for (const Ticket &ticket : group.tickets)
            t.tickets[ticket.id] = ticket;
        for (const AnsweredCommand &answered : group.answers) {
            t.answers.insert_or_assign({answered.site, answered.command}, answered);
            t.latest = std::max(t.latest, answered.at);
        }
        for (const PersonalDatum &datum : group.personal) {
            if (datum.text.empty())
                t.personal.erase(datum.key);
            else
                t.personal[datum.key] = datum.text;
        }
        return {};
    }

    Result<std::optional<Answer>> answerOf(SiteId site, const CommandId &command) override
    {
        const MemoryTables &t = *m_tables;
        const Guard guard(m_tables->mutex);
        if (const auto found = t.answers.find({site, command});
            found != t.answers.end() && found->second.at + answersStay >= t.latest)
            return std::optional<Answer>(found->second.answer);
        if (const auto found = t.commands.find({site, command}); found != t.commands.end())
            return std::optional<Answer>(
                Receipt{command, found->second, t.batches[std::size_t(found->second - 1)].at, {}, {}, 0});
        return std::optional<Answer>();
    }

    Done saveCheckpoint(const Checkpoint &checkpoint) override
    {
        constexpr int newestKept = 4;
        auto &kept = m_tables->checkpoints;
        const Guard guard(m_tables->mutex);
        if (checkpoint.sequence > Sequence(m_tables->batches.size()))
            return fail(storage_failures::ioError, {{"path", ""}, {"reason", "checkpoint ahead of the log"}});
        kept[checkpoint.sequence] = checkpoint;
        const auto dayOf = [](const Checkpoint &c) { return std::chrono::floor<std::chrono::days>(c.at); };
        int fromNewest = 0;
        std::optional<std::chrono::sys_days> day;
        for (auto each = kept.end(); each != kept.begin();) {
            --each;
            const bool lastOfDay = day != dayOf(each->second);
            day = dayOf(each->second);
            if (fromNewest++ >= newestKept && !lastOfDay)
                each = kept.erase(each);
        }
        return {};
    }

    Result<std::optional<Checkpoint>> checkpoint(std::optional<Instant> at) override
    {
        const Guard guard(m_tables->mutex);
        return findCheckpoint(*m_tables, at);
    }

    Done read(Sequence after, const std::function<bool(const EventBatch &)> &visit) override
    {
        return readBatches(*m_tables, after, visit);
    }

    Result<std::vector<PersonalDatum>> personal(std::string_view prefix) override
    {
        const Guard guard(m_tables->mutex);
        std::vector<PersonalDatum> data;
        for (auto each = m_tables->personal.lower_bound(std::string(prefix)); each != m_tables->personal.end() && each->first.starts_with(prefix); ++each)
            data.push_back({each->first, each->second});
        return data;
    }

private:
    std::shared_ptr<MemoryTables> m_tables;
};

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
                && batch->user == query.user.value_or(batch->user) && (query.kind.empty() || batch->kind == query.kind);
            if (wanted && !visit({*batch, {}}))
                return {};
        }
        return {};
    }

private:
    std::shared_ptr<MemoryTables> m_tables;
};

/// The ticket that an imported row stands for.
Ticket ticketOf(const ImportedTicket &row, TicketId id)
{
    Ticket ticket;
    ticket.id = id;
    ticket.number = row.number;
    ticket.queue = row.queue;
    ticket.priority = row.priority;
    ticket.channel = row.channel;
    ticket.businessDay = row.businessDay;
    ticket.arrivedAt = row.arrivedAt;
    ticket.state = row.state;
    ticket.place = {row.priority, row.arrivedAt, id.value};
    ticket.closedAt = row.endedAt;
    Leg leg;
    leg.queue = row.queue;
    leg.agent = row.agent;
    leg.waitingSince = row.arrivedAt;
    leg.calledAt = row.calledAt;
    leg.startedAt = row.startedAt;
    leg.endedAt = row.endedAt;
    switch (row.state) {
    case TicketState::completed:
        leg.end = LegEnd::completed;
        break;
    case TicketState::noShow:
        leg.end = LegEnd::noShow;
        break;
    case TicketState::abandoned:
        leg.end = LegEnd::abandoned;
        break;
    case TicketState::cancelled:
        leg.end = LegEnd::cancelled;
        break;
    default:
        break;
    }
    ticket.legs.push_back(leg);
    return ticket;
}

} // namespace

MemoryStore::MemoryStore()
    : m_tables(std::make_shared<MemoryTables>()), m_log(std::make_unique<MemoryEventLog>(m_tables))
{
}

MemoryStore::~MemoryStore() = default;

EventLog &MemoryStore::log()
{
    return *m_log;
}

Result<std::unique_ptr<HistoryReader>> MemoryStore::openReader(SiteId site)
{
    return std::make_unique<MemoryHistoryReader>(m_tables, site);
}

Result<std::unique_ptr<AuditReader>> MemoryStore::openAudit()
{
    return std::make_unique<MemoryAuditReader>(m_tables);
}

Result<ImportedCounts> MemoryStore::importTickets(const std::vector<ImportedTicket> &tickets)
{
    const Guard guard(m_tables->mutex);
    ImportedCounts counts;
    for (const ImportedTicket &row : tickets) {
        if (!m_tables->imports.emplace(row.number, row.queue, row.arrivedAt).second) {
            ++counts.duplicates;
            counts.added.push_back(false);
            continue;
        }
        const TicketId id{--m_tables->lowestId};
        m_tables->tickets[id] = ticketOf(row, id);
        ++counts.imported;
        counts.added.push_back(true);
    }
    return counts;
}

Done MemoryStore::backup(const std::string &path)
{
    return fail(storage_failures::cannotOpen, {{"path", path}, {"reason", "nothing on disk"}});
}

Result<std::vector<std::string>> MemoryStore::check()
{
    return std::vector<std::string>();
}

Result<std::int64_t> MemoryStore::cleanUp(SiteId site, Instant before)
{
    MemoryTables &t = *m_tables;
    const Guard guard(t.mutex);
    if (const auto last = t.retainedFrom.find(site); last != t.retainedFrom.end() && before <= last->second)
        return 0;
    t.retainedFrom[site] = before;
    std::erase_if(t.archived, [&](const auto &entry) {
        if (siteOf(entry.second.queue) != site)
            return false;
        t.personal.erase(noteKey(entry.first));
        t.personal.erase(entry.second.customer);
        return true;
    });
    return std::int64_t(std::erase_if(t.tickets, [&](const auto &entry) {
        const bool imported = entry.first.value < 0;
        const bool leaves = !imported && siteOf(entry.second.queue) == site && entry.second.arrivedAt < before && !isOpen(entry.second.state);
        if (leaves)
            t.archived.insert(entry);
        return leaves;
    }));
}

std::string MemoryStore::path() const
{
    return {};
}

void MemoryStore::failAppends(int count, Failure failure)
{
    const Guard guard(m_tables->mutex);
    m_tables->appendsToFail = count;
    m_tables->failure = std::move(failure);
}

} // namespace smartqueue::engine
