#include "tail_reader.h"

#include "history_reader.h"

namespace smartqueue::storage {

namespace {

/// What a batch weighs besides its personal data; an estimate is enough.
std::size_t weightOf(const engine::CommitGroup &group)
{
    constexpr std::size_t ofABatch = 512;
    constexpr std::size_t ofAnEvent = 256;
    std::size_t weight = ofABatch + (group.batches.front().events.size() + group.batches.front().before.size()) * ofAnEvent;
    for (const PersonalDatum &datum : group.personal)
        weight += datum.key.size() + datum.text.size();
    return weight;
}

} // namespace

SqliteTailReader::SqliteTailReader(const std::string &path, const std::string &vfs, std::chrono::milliseconds busyTimeout)
    : m_connection(path, Access::read, vfs, busyTimeout),
      m_rows(m_connection),
      m_receipt(m_connection, "SELECT at_ms, ticket, number, entity FROM receipts WHERE seq = ?"),
      m_personal(m_connection, "SELECT key, text FROM personal WHERE seq = ?"),
      m_erased(m_connection, "SELECT key FROM erased WHERE seq = ?")
{
    makeReadOnly(m_connection);
}

engine::CommitGroup SqliteTailReader::groupOf(const EventBatch &batch, const LogTail &end)
{
    engine::CommitGroup group;
    group.batches = {batch};
    group.end = engine::Position{batch.epoch, end.sequence, end.hash};
    if (auto rows = m_receipt.query(batch.sequence); rows.next()) {
        engine::Receipt receipt{batch.command, batch.sequence, batch.at, rows.id<TicketId>(1), rows.text(2), rows.integer(3)};
        receipt.conflict = engine::conflictIn(batch.events);
        group.answers.push_back({batch.command, rows.instant(0), std::move(receipt), batch.site});
    }
    auto erased = m_erased.query(batch.sequence);
    while (erased.next())
        group.personal.push_back({erased.text(0), {}});
    auto kept = m_personal.query(batch.sequence);
    while (kept.next())
        group.personal.push_back({kept.text(0), kept.text(1)});
    return group;
}

Result<std::optional<std::vector<engine::CommitGroup>>> SqliteTailReader::read(const engine::Position &after, std::size_t bytes)
{
    using Groups = std::vector<engine::CommitGroup>;
    return guarded([&]() -> Result<std::optional<Groups>> {
        const Transaction moment(m_connection, Transaction::Kind::reading);
        Groups groups;
        std::size_t weight = 0;
        const bool holds = m_rows.readFrom(after, [&](const EventBatch &batch, const LogTail &end) {
            groups.push_back(groupOf(batch, end));
            weight += weightOf(groups.back());
            return weight < bytes;
        });
        return holds ? std::optional(std::move(groups)) : std::nullopt;
    });
}

} // namespace smartqueue::storage
