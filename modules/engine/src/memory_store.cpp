#include "smartqueue/engine/memory_store.h"

#include <algorithm>

#include <QCryptographicHash>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/personal_keys.h>

#include "memory_tables.h"

namespace smartqueue::engine {

namespace {

constexpr auto answersStay = std::chrono::days(7);

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

/// What is left of an answer when it is too old to be kept.
Receipt receiptOf(const CommandId &command, const EventBatch &batch)
{
    Receipt receipt{command, batch.sequence, batch.at, {}, {}, 0};
    receipt.conflict = conflictIn(batch.events);
    return receipt;
}

/// The hash behind the batch, whose epoch is its own or the log's.
std::string chained(const std::string &before, const EventBatch &batch, Epoch epoch)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::string &text) { hash.addData(QByteArrayView(text.data(), qsizetype(text.size()))); };
    add(before);
    add(std::to_string(batch.epoch != 0 ? batch.epoch : epoch) + ' ' + std::to_string(batch.sequence) + ' ' + batch.kind + ' ' + batch.command + ' '
        + toIso8601(batch.at));
    add(codec::encodeEvents(batch.events));
    return hash.result().toStdString();
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
        std::vector<std::string> hashes;
        Epoch epoch = t.epoch;
        for (const EventBatch &batch : group.batches) {
            if (batch.epoch != 0 && batch.epoch < epoch)
                return fail(storage_failures::diverged);
            epoch = std::max(epoch, batch.epoch);
            const std::string &before = hashes.empty() ? (t.hashes.empty() ? std::string() : t.hashes.back()) : hashes.back();
            hashes.push_back(chained(before, batch, epoch));
        }
        if (group.end && (hashes.empty() || group.end->hash != hashes.back()))
            return fail(storage_failures::diverged);
        t.epoch = epoch;
        t.hashes.insert(t.hashes.end(), hashes.begin(), hashes.end());
        for (const EventBatch &batch : group.batches) {
            t.batches.push_back(batch);
            if (t.batches.back().epoch == 0)
                t.batches.back().epoch = epoch;
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
        if (!group.personal.empty())
            t.beside[Sequence(t.batches.size())] = group.personal;
        return {};
    }

    Result<Position> end() override
    {
        const Guard guard(m_tables->mutex);
        return Position{m_tables->epoch, Sequence(m_tables->batches.size()), m_tables->hashes.empty() ? std::string() : m_tables->hashes.back()};
    }

    Result<std::optional<Answer>> answerOf(SiteId site, const CommandId &command) override
    {
        const MemoryTables &t = *m_tables;
        const Guard guard(m_tables->mutex);
        if (const auto found = t.answers.find({site, command});
            found != t.answers.end() && found->second.at + answersStay >= t.latest)
            return std::optional<Answer>(found->second.answer);
        if (const auto found = t.commands.find({site, command}); found != t.commands.end())
            return std::optional<Answer>(receiptOf(command, t.batches[std::size_t(found->second - 1)]));
        return std::optional<Answer>();
    }

    Result<bool> holds(const Position &end) override
    {
        const Guard guard(m_tables->mutex);
        const auto at = std::size_t(end.sequence);
        return at == 0 || (at <= m_tables->hashes.size() && m_tables->hashes[at - 1] == end.hash);
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
    return readHistory(m_tables, site);
}

Result<std::unique_ptr<AuditReader>> MemoryStore::openAudit()
{
    return readAudit(m_tables);
}

Result<std::unique_ptr<TailReader>> MemoryStore::openTail()
{
    return readTail(m_tables);
}

Result<std::int64_t> MemoryStore::incarnation()
{
    const Guard guard(m_tables->mutex);
    return m_tables->incarnation;
}

Done MemoryStore::renewIncarnation(std::int64_t incarnation)
{
    const Guard guard(m_tables->mutex);
    m_tables->incarnation = incarnation;
    return {};
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
