#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/history.h>
#include <smartqueue/engine/history_import.h>
#include <smartqueue/exchange/ticket_log.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::exchange {

/// What an import needs of the engine. All calls come from the importing thread and wait for their answer.
struct ImportDoor {
    std::function<engine::Answer(CommandBody)> submit;
    std::function<Result<engine::ImportedCounts>(std::vector<engine::ImportedTicket>)> add;
    std::function<std::shared_ptr<const queueing::BranchState>()> state;
};

struct ImportOptions {
    TicketLogOptions log;
    /// Name of the file, kept in the record of the import.
    std::string source;
    /// Any refused line refuses the whole import, with nothing written.
    bool strict = false;
    /// Rows of one transaction.
    std::size_t chunk = 5000;
    /// Told the share done, 0 to 1, about every chunk; false cancels. What is written by then stays.
    std::function<bool(double)> progress;
};

/// Rows are those read, header and empty lines aside: imported + duplicates + refusedCount, unless cancelled.
struct ImportReport : engine::HistoryImportSummary {
    bool cancelled = false;
};

/// Takes a ticket log into the branch's history: creates the queues (each with a service of its name) and agents that are
/// missing, adds the rows, and records the figures behind the first estimates. Reads the log twice, so that nothing is
/// written before all of it was seen; a device that cannot seek is spooled to a temporary file. Importing the same log
/// again adds nothing. Fails as TicketLogReader::open does, with `refused_lines` under strict, or with the engine's failure.
Result<ImportReport> importLog(QIODevice &device, const ImportOptions &options, const ImportDoor &door);

/// `{"rows","imported","duplicates","refused":[{"line","reason","message"}],"refused_count"}`
std::string importJson(const ImportReport &report);

} // namespace smartqueue::exchange
