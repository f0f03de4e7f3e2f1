#pragma once

#include <optional>

#include <smartqueue/engine/event_log.h>

#include "statement.h"

namespace smartqueue::storage {

/// How long a refusal is repeated to who resends it; what was accepted is known for ever from the log.
inline constexpr auto answersStay = std::chrono::days(7);

/// The answers of the last days. Times are those of the log, so that a replayed day forgets as a lived one. Throws.
class AnswerTable {
public:
    explicit AnswerTable(Connection &connection);

    /// Behind the batches of its group, in which a command that had an effect is known by its id already.
    void write(const engine::AnsweredCommand &answered, const std::vector<EventBatch> &batches);
    std::optional<engine::Answer> find(SiteId site, const CommandId &command);
    /// Removes the oldest expired ones, so many that a commit never waits long.
    void forgetExpired(int atMost);

private:
    Instant latest();
    std::optional<engine::Answer> findReceipt(const std::string &key, const CommandId &command);

    Statement m_writeReceipt;
    Statement m_write;
    Statement m_findReceipt;
    Statement m_find;
    Statement m_latest;
    Statement m_forgetReceipts;
    Statement m_forget;
};

} // namespace smartqueue::storage
