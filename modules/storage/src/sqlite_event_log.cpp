#include "sqlite_event_log.h"

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/touched_tickets.h>

#include "checkpoint_table.h"
#include "command_key.h"

namespace smartqueue::storage {

namespace {

constexpr int answersForgottenAtOnce = 2000;

} // namespace

SqliteEventLog::SqliteEventLog(Connection &writer, FreeSpace space, std::string device)
    : m_writer(writer),
      m_space(std::move(space)),
      m_device(std::move(device)),
      m_rows(writer),
      m_answers(writer),
      m_tickets(writer),
      m_addBatch(writer, "INSERT INTO oplog (seq, epoch, cmd_id, device, actor, kind, schema, at_ms, payload, prev_hash, hash,"
                         " site, by_user, before) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_addStory(writer, "INSERT INTO ticket_batches (ticket, seq) VALUES (?, ?)"),
      m_setPersonal(writer, "INSERT OR REPLACE INTO personal (key, text, seq) VALUES (?, ?, ?)"),
      m_erasePersonal(writer, "DELETE FROM personal WHERE key = ?"),
      m_addErased(writer, "INSERT OR REPLACE INTO erased (key, seq) VALUES (?, ?)"),
      m_setEpoch(writer, "UPDATE meta SET value = ? WHERE key = 'epoch'"),
      m_epoch(writer.integer("SELECT value FROM meta WHERE key = 'epoch'")),
      m_tail(m_rows.tail())
{
}

Done SqliteEventLog::append(const engine::CommitGroup &group)
{
    if (const Done space = m_space.require(m_lastBytes); !space)
        return space;
    m_lastBytes = 0;
    return guarded([&]() -> Done {
        const LogTail before = m_tail ? *m_tail : m_rows.tail();
        LogTail tail = before;
        m_tail.reset();
        const Epoch epoch = m_epoch;
        Transaction transaction(m_writer);
        try {
            write(group, tail);
        } catch (...) {
            m_epoch = epoch;
            throw;
        }
        if (group.end && (group.end->sequence != tail.sequence || group.end->hash != tail.hash)) {
            m_epoch = epoch;
            m_writer.raise(engine::storage_failures::diverged, "batch " + std::to_string(tail.sequence));
        }
        try {
            transaction.commit();
        } catch (const DatabaseError &) {
            if (!committedAfterAll(transaction, before, tail)) {
                m_epoch = epoch;
                throw;
            }
        }
        m_tail = std::move(tail);
        return {};
    });
}

void SqliteEventLog::write(const engine::CommitGroup &group, LogTail &tail)
{
    // A transaction that changes nothing would succeed without touching the disk.
    if (group.batches.empty() && group.answers.empty())
        m_writer.execute("UPDATE meta SET value = value + 1 WHERE key = 'fence'");
    for (const EventBatch &batch : group.batches)
        writeBatch(batch, tail);
    for (const Ticket &ticket : group.tickets)
        m_tickets.write(ticket);
    for (const engine::AnsweredCommand &answered : group.answers)
        m_answers.write(answered, group.batches);
    for (const PersonalDatum &datum : group.personal) {
        if (datum.text.empty()) {
            m_erasePersonal.run(datum.key);
            m_addErased.run(datum.key, tail.sequence);
        } else {
            m_setPersonal.run(datum.key, datum.text, tail.sequence);
        }
    }
}

Result<engine::Position> SqliteEventLog::end()
{
    return guarded([&]() -> Result<engine::Position> {
        if (!m_tail)
            m_tail = m_rows.tail();
        return engine::Position{m_epoch, m_tail->sequence, m_tail->hash};
    });
}

void SqliteEventLog::writeBatch(const EventBatch &batch, LogTail &tail)
{
    if (batch.sequence != tail.sequence + 1)
        m_writer.raise(engine::storage_failures::ioError, "batch " + std::to_string(batch.sequence) + " behind "
                                                              + std::to_string(tail.sequence));
    const std::string payload = codec::encodeEvents(batch.events);
    if (batch.epoch != 0 && batch.epoch != m_epoch) {
        // Nothing of a host of before comes behind what its successor committed.
        if (batch.epoch < m_epoch)
            m_writer.raise(engine::storage_failures::diverged, "epoch " + std::to_string(batch.epoch));
        m_epoch = batch.epoch;
        m_setEpoch.run(m_epoch);
    }
    LogRow row;
    row.sequence = batch.sequence;
    row.epoch = m_epoch;
    const std::string command = commandKey(batch.site, batch.command);
    if (!batch.command.empty())
        row.command = command;
    row.device = batch.device.empty() ? m_device : batch.device;
    row.actor = batch.actor.value;
    row.kind = batch.kind;
    row.schema = payloadSchema;
    row.at = batch.at.time_since_epoch().count();
    row.payload = payload;
    row.site = batch.site.value;
    row.user = batch.user.value;
    const std::string before = batch.before.empty() ? std::string() : codec::encodeEvents(batch.before);
    row.before = before;
    ChainHash hash = chainHash(tail.hash, row);
    m_addBatch.run(row.sequence, row.epoch, row.command, row.device, row.actor, row.kind, row.schema, row.at, row.payload,
                   Blob{tail.hash}, Blob{hash}, row.site, row.user, row.before);
    tail = {batch.sequence, std::move(hash), m_epoch};
    for (const TicketId ticket : touchedTickets(batch.events))
        m_addStory.run(ticket, batch.sequence);
    m_lastBytes += payload.size() + before.size() + 2048;
}

bool SqliteEventLog::committedAfterAll(Transaction &transaction, const LogTail &before, const LogTail &expected)
{
    transaction.rollback();
    try {
        if (!(before == expected) && m_rows.tail() == expected)
            return true;
        // The frames of the failed commit may stand whole in the WAL, where a restart would find them: overwrite them.
        m_writer.execute("UPDATE meta SET value = value + 1 WHERE key = 'fence'");
    } catch (const DatabaseError &) {
        // The disk still fails: the caller hears of the first failure.
    }
    return false;
}

Result<bool> SqliteEventLog::holds(const engine::Position &end)
{
    return guarded([&]() -> Result<bool> { return m_rows.holds(end); });
}

Result<std::optional<engine::Answer>> SqliteEventLog::answerOf(SiteId site, const CommandId &command)
{
    return guarded([&]() -> Result<std::optional<engine::Answer>> { return m_answers.find(site, command); });
}

Done SqliteEventLog::saveCheckpoint(const engine::Checkpoint &checkpoint)
{
    if (const Done space = m_space.require(checkpoint.state.size()); !space)
        return space;
    return guarded([&]() -> Done {
        Transaction transaction(m_writer);
        if (checkpoint.sequence > m_rows.tail().sequence)
            m_writer.raise(engine::storage_failures::ioError, "checkpoint ahead of the log");
        writeCheckpoint(m_writer, checkpoint);
        m_answers.forgetExpired(answersForgottenAtOnce);
        transaction.commit();
        return {};
    });
}

Result<std::optional<engine::Checkpoint>> SqliteEventLog::checkpoint(std::optional<Instant> at)
{
    return guarded([&]() -> Result<std::optional<engine::Checkpoint>> { return findCheckpoint(m_writer, at); });
}

Done SqliteEventLog::read(Sequence after, const std::function<bool(const EventBatch &)> &visit)
{
    return guarded([&]() -> Done {
        m_rows.read(after, visit);
        return {};
    });
}

Result<std::vector<PersonalDatum>> SqliteEventLog::personal(std::string_view prefix)
{
    return guarded([&]() -> Result<std::vector<PersonalDatum>> {
        Statement find(m_writer, "SELECT key, text FROM personal WHERE substr(key, 1, length(?1)) = ?1 AND key >= ?1 ORDER BY key");
        std::vector<PersonalDatum> data;
        auto rows = find.query(prefix);
        while (rows.next())
            data.push_back({rows.text(0), rows.text(1)});
        return data;
    });
}

} // namespace smartqueue::storage
