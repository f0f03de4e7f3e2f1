#pragma once

#include <chrono>
#include <string>

#include <smartqueue/engine/history.h>

#include "log_rows.h"
#include "statement.h"

namespace smartqueue::storage {

/// On a read-only connection of its own; one thread.
class SqliteTailReader final : public engine::TailReader {
public:
    /// Throws DatabaseError.
    SqliteTailReader(const std::string &path, const std::string &vfs, std::chrono::milliseconds busyTimeout);

    Result<std::optional<std::vector<engine::CommitGroup>>> read(const engine::Position &after, std::size_t bytes) override;

private:
    engine::CommitGroup groupOf(const EventBatch &batch, const LogTail &end);

    Connection m_connection;
    LogRows m_rows;
    Statement m_receipt;
    Statement m_personal;
    Statement m_erased;
};

} // namespace smartqueue::storage
