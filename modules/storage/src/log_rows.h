#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/engine/history.h>

#include "log_chain.h"
#include "statement.h"

namespace smartqueue::storage {

/// The schema of payloads that this program writes, and the newest that it reads.
inline constexpr int payloadSchema = 2;

/// The end of the log.
struct LogTail {
    Sequence sequence = 0;
    ChainHash hash = chainStart();
    /// Of the last batch; 0 before the first.
    Epoch epoch = 0;

    friend bool operator==(const LogTail &a, const LogTail &b) { return a.sequence == b.sequence && a.hash == b.hash; }
};

/// Reads the log on one connection and believes no row whose hash does not follow from the one before it. Throws.
class LogRows {
public:
    explicit LogRows(Connection &connection);

    LogTail tail();
    /// See EventLog::read.
    void read(Sequence after, const std::function<bool(const EventBatch &)> &visit);
    bool holds(const engine::Position &end);
    /// None where the log holds no batch of that number.
    std::optional<ChainHash> hashOf(Sequence sequence);
    /// As read(), with where the log ends with each batch. Nothing, and false, when the log does not hold the position.
    bool readFrom(const engine::Position &after, const std::function<bool(const EventBatch &, const LogTail &)> &visit);
    /// See HistoryReader::readLog.
    void readSite(SiteId site, Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit);
    /// See AuditReader::read.
    void audit(const engine::AuditQuery &query, const std::function<bool(const engine::AuditEntry &)> &visit);
    /// All batches that touched the ticket, oldest first.
    std::vector<EventBatch> touching(TicketId ticket);
    /// Every break of the chain as "oplog <seq>: <what>", at most `limit`; visits each row that can be read.
    std::vector<std::string> findings(std::size_t limit, const std::function<void(const EventBatch &)> &visit);

private:
    void readBehind(LogTail tail, const std::function<bool(EventBatch &, const LogRow &, const LogTail &)> &visit);

    Connection &m_connection;
    Statement m_tail;
    Statement m_hashOf;
    Statement m_read;
    Statement m_readSite;
    Statement m_touching;
};

} // namespace smartqueue::storage
