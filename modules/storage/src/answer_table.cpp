#include "answer_table.h"

#include <nlohmann/json.hpp>

#include <smartqueue/domain/codec.h>
#include <smartqueue/engine/failure_codes.h>

#include "command_key.h"

namespace smartqueue::storage {

namespace {

Failure refusalOf(const Rows &rows)
{
    Failure failure;
    const auto detail = nlohmann::json::parse(rows.bytes(7), nullptr, false);
    if (detail.is_object()) {
        for (const auto &[key, value] : detail.items()) {
            if (value.is_string())
                failure.detail.emplace(key, value.get<std::string>());
        }
    }
    const std::string_view word = rows.bytes(6);
    if (const auto code = engine::failureCode(word)) {
        failure.code = *code;
        return failure;
    }
    // A newer program refused it for a reason that this one has no word for.
    failure.code = codec::unreadable;
    failure.detail.insert_or_assign("reason", std::string(word));
    return failure;
}

/// The batch with that sequence in a group, where they follow one another.
const EventBatch *batchAt(const std::vector<EventBatch> &batches, Sequence sequence)
{
    if (batches.empty() || sequence < batches.front().sequence || sequence > batches.back().sequence)
        return nullptr;
    return &batches[std::size_t(sequence - batches.front().sequence)];
}

} // namespace

AnswerTable::AnswerTable(Connection &connection)
    : m_writeReceipt(connection, "INSERT INTO receipts (seq, at_ms, ticket, number, entity) VALUES (?, ?, ?, ?, ?)"),
      m_write(connection, "INSERT OR REPLACE INTO results (cmd_id, at_ms, ok, seq, ticket, number, entity, code, detail)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      m_findReceipt(connection, "SELECT o.seq, o.at_ms, r.at_ms, r.ticket, r.number, r.entity, o.payload FROM oplog AS o"
                                " LEFT JOIN receipts AS r ON r.seq = o.seq WHERE o.cmd_id = ?"),
      m_find(connection, "SELECT at_ms, ok, seq, ticket, number, entity, code, detail FROM results WHERE cmd_id = ?"),
      m_latest(connection, "SELECT max(coalesce((SELECT at_ms FROM results ORDER BY id DESC LIMIT 1), 0),"
                           " coalesce((SELECT at_ms FROM oplog ORDER BY seq DESC LIMIT 1), 0))"),
      m_forgetReceipts(connection, "DELETE FROM receipts WHERE at_ms < ?1"
                                   " AND seq IN (SELECT seq FROM receipts ORDER BY seq LIMIT ?2)"),
      m_forget(connection, "DELETE FROM results WHERE at_ms < ?1 AND id IN (SELECT id FROM results ORDER BY id LIMIT ?2)")
{
}

void AnswerTable::write(const engine::AnsweredCommand &answered, const std::vector<EventBatch> &batches)
{
    const std::string key = commandKey(answered.site, answered.command);
    if (answered.answer) {
        const engine::Receipt &receipt = *answered.answer;
        const EventBatch *batch = batchAt(batches, receipt.sequence);
        // Above the branches both go by the same key, whatever door the command came through.
        if (batch && batch->command == answered.command && commandKey(batch->site, batch->command) == key)
            m_writeReceipt.run(receipt.sequence, answered.at, receipt.ticket, receipt.number, receipt.entity);
        else
            m_write.run(key, receipt.at, 1, receipt.sequence, receipt.ticket, receipt.number,
                        receipt.entity, nullptr, nullptr);
        return;
    }
    const Failure &failure = answered.answer.error();
    const std::string detail =
        nlohmann::json(failure.detail).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    m_write.run(key, answered.at, 0, nullptr, nullptr, nullptr, nullptr, failure.code.name(), detail);
}

std::optional<engine::Answer> AnswerTable::find(SiteId site, const CommandId &command)
{
    if (command.empty())
        return std::nullopt;
    const std::string key = commandKey(site, command);
    if (auto receipt = findReceipt(key, command))
        return receipt;
    auto rows = m_find.query(key);
    if (!rows.next() || rows.instant(0) + answersStay < latest())
        return std::nullopt;
    if (rows.integer(1) == 0)
        return engine::Answer(tl::unexpected(refusalOf(rows)));
    return engine::Answer(engine::Receipt{command, rows.integer(2), rows.instant(0), rows.id<TicketId>(3), rows.text(4),
                                          rows.integer(5)});
}

std::optional<engine::Answer> AnswerTable::findReceipt(const std::string &key, const CommandId &command)
{
    auto rows = m_findReceipt.query(key);
    if (!rows.next())
        return std::nullopt;
    engine::Receipt receipt{command, rows.integer(0), rows.instant(1), {}, {}, 0};
    if (!rows.isNull(2) && rows.instant(2) + answersStay >= latest()) {
        receipt.ticket = rows.id<TicketId>(3);
        receipt.number = rows.text(4);
        receipt.entity = rows.integer(5);
    }
    // It stands in the batch itself, so that it is told by every desktop and for as long as the batch is.
    if (const auto events = codec::decodeEvents(rows.bytes(6)))
        receipt.conflict = engine::conflictIn(*events);
    return engine::Answer(std::move(receipt));
}

Instant AnswerTable::latest()
{
    auto rows = m_latest.query();
    return rows.next() ? rows.instant(0) : Instant{};
}

void AnswerTable::forgetExpired(int atMost)
{
    const Instant bound = latest() - answersStay;
    m_forgetReceipts.run(bound, atMost);
    m_forget.run(bound, atMost);
}

} // namespace smartqueue::storage
