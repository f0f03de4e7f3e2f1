#pragma once

#include <optional>

#include <smartqueue/engine/event_log.h>

#include "answer_table.h"
#include "free_space.h"
#include "log_rows.h"
#include "ticket_table.h"

namespace smartqueue::storage {

/// The log and, in the same transactions, the tables derived from it. On the writing connection; one thread.
class SqliteEventLog final : public engine::EventLog {
public:
    SqliteEventLog(Connection &writer, FreeSpace space, std::string device);

    Done append(const engine::CommitGroup &group) override;
    Result<engine::Position> end() override;
    Result<bool> holds(const engine::Position &end) override;
    Result<std::optional<engine::Answer>> answerOf(SiteId site, const CommandId &command) override;
    Done saveCheckpoint(const engine::Checkpoint &checkpoint) override;
    Result<std::optional<engine::Checkpoint>> checkpoint(std::optional<Instant> at) override;
    Done read(Sequence after, const std::function<bool(const EventBatch &)> &visit) override;
    Result<std::vector<PersonalDatum>> personal(std::string_view prefix) override;

private:
    void write(const engine::CommitGroup &group, LogTail &tail);
    void writeBatch(const EventBatch &batch, LogTail &tail);
    /// The truth after a failed COMMIT.
    bool committedAfterAll(Transaction &transaction, const LogTail &before, const LogTail &expected);

    Connection &m_writer;
    FreeSpace m_space;
    std::string m_device;
    LogRows m_rows;
    AnswerTable m_answers;
    TicketTable m_tickets;
    Statement m_addBatch;
    Statement m_addStory;
    Statement m_setPersonal;
    Statement m_erasePersonal;
    Statement m_addErased;
    Statement m_setEpoch;
    Epoch m_epoch;
    /// Nothing after a failure, until it was read again.
    std::optional<LogTail> m_tail;
    std::size_t m_lastBytes = 0;
};

} // namespace smartqueue::storage
