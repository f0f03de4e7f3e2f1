#pragma once

#include <algorithm>
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

/// All refused lines of one reason.
struct RefusedAlike {
    Failure first;
    std::int64_t count = 0;
    /// The first of them, at most HistoryImportSummary::linesAlike.
    std::vector<std::int64_t> lines;
};

struct HistoryImportSummary {
    /// How many refused lines are listed at most, in all and of one reason.
    static constexpr std::size_t listed = 1000;
    static constexpr std::size_t linesAlike = 3;

    std::int64_t rows = 0;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    std::int64_t refusedCount = 0;
    /// The first of the refused lines.
    std::vector<RefusedLine> refused;
    /// Every refused line, in the order in which the reasons turned up.
    std::vector<RefusedAlike> refusedByReason;

    /// Counts and lists it.
    void refuse(std::int64_t line, const Failure &reason)
    {
        ++refusedCount;
        if (refused.size() < listed)
            refused.push_back({line, reason});
        auto alike = std::find_if(refusedByReason.begin(), refusedByReason.end(), [&](const RefusedAlike &each) { return each.first.code == reason.code; });
        if (alike == refusedByReason.end())
            alike = refusedByReason.insert(refusedByReason.end(), {reason, 0, {}});
        ++alike->count;
        if (alike->lines.size() < linesAlike)
            alike->lines.push_back(line);
    }
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
