#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "smartqueue/engine/history.h"

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
    /// The chain behind each batch.
    std::vector<std::string> hashes;
    Epoch epoch = 1;
    /// What each group left beside the log, by its last batch; an empty text erased it.
    std::map<Sequence, std::vector<PersonalDatum>> beside;
    std::int64_t incarnation = 0;
    std::map<TicketId, Ticket> tickets;
    std::map<TicketId, Ticket> archived;
    std::set<std::tuple<std::string, QueueId, Instant>> imports;
    std::int64_t lowestId = 0;
    std::map<SiteId, Instant> retainedFrom;
    int appendsToFail = 0;
    Failure failure;
};

using Guard = std::lock_guard<std::mutex>;

/// The newest at or before `at`. Under the lock.
std::optional<Checkpoint> findCheckpoint(const MemoryTables &tables, std::optional<Instant> at);
/// Takes the lock for each batch.
Done readBatches(MemoryTables &tables, Sequence after, const std::function<bool(const EventBatch &)> &visit);

std::unique_ptr<HistoryReader> readHistory(std::shared_ptr<MemoryTables> tables, SiteId site);
std::unique_ptr<AuditReader> readAudit(std::shared_ptr<MemoryTables> tables);
std::unique_ptr<TailReader> readTail(std::shared_ptr<MemoryTables> tables);

} // namespace smartqueue::engine
