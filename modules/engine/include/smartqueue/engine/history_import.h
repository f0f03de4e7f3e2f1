#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// What a column of a foreign ticket log may mean. `date` is for logs that keep the day apart from the hours.
enum class HistoryField { ticket, queue, priority, channel, arrivedAt, calledAt, startedAt, endedAt, agent, outcome, date };

/// Field → name of the column it is read from. Fields without a column are left out.
using ColumnAssignment = std::map<HistoryField, std::string>;

/// How a history is to be read.
struct HistoryImportOptions {
    ColumnAssignment assignment;
    /// In the letters of a column map ("iso8601", "yyMMdd", "H:mm:ss"); empty: recognised from the values.
    std::string dateFormat;
    std::string timeFormat;
    /// IANA name of the zone the log's local times are in.
    std::string timeZone;
};

struct RefusedLine {
    /// Counted from 1, the header included.
    std::int64_t line = 0;
    Failure reason;
};

struct HistoryImportSummary {
    std::int64_t rows = 0;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    std::int64_t refusedCount = 0;
    /// The first of the refused lines, at most a thousand.
    std::vector<RefusedLine> refused;
};

/// Port: brings a foreign ticket log into the branch's history. Every call blocks; from any thread but the GUI's.
class HistoryImporter {
public:
    /// The head of a file, and what its columns seem to mean.
    struct Preview {
        std::vector<std::string> columns;
        /// The first rows, each as long as `columns`.
        std::vector<std::vector<std::string>> rows;
        ColumnAssignment assignment;
        std::string dateFormat;
        std::string timeFormat;
        char delimiter = ',';
        std::string encoding;
    };

    virtual ~HistoryImporter() = default;

    virtual Result<Preview> preview(const std::string &path) = 0;
    /// Queues and agents that the branch does not know are defined. `progress` gets 0 to 1 and returns false to stop;
    /// what was imported until then stays, and importing again adds only the rest.
    virtual Result<HistoryImportSummary> run(const std::string &path, const HistoryImportOptions &options,
                                             const std::function<bool(double)> &progress) = 0;
};

} // namespace smartqueue::engine
