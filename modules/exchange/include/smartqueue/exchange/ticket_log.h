#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/engine/replay.h>
#include <smartqueue/exchange/column_map.h>
#include <smartqueue/exchange/delimited_reader.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::exchange {

/// One row of a ticket log, checked: its times are in order and fit its outcome. `number` is the log's own identity of the
/// ticket, "L12" for line 12 of a log without one; `endedAt` of an abandoned one is when the customer left.
using LogTicket = engine::RecordedTicket;

struct LogLine {
    /// Line of the file, from 1.
    std::int64_t line = 0;
    Result<LogTicket> ticket;
};

struct TicketLogOptions {
    /// Without one it is guessed from the header and the first rows.
    std::optional<ColumnMap> map;
    DelimitedOptions format;
    /// Whose local time the log is written in.
    TimeZone zone;
};

/// Reads a ticket log as a stream, one row at a time. Not thread-safe.
class TicketLogReader {
public:
    /// Reads the header. Fails with `empty_file`, `columns_not_recognised`, `unknown_column`, `duplicate_column`, `compressed_file`,
    /// `cannot_read`, or what the map's formats give. `device` outlives the reader; without a map it must be seekable.
    static Result<TicketLogReader> open(QIODevice &device, const TicketLogOptions &options);
    ~TicketLogReader();
    TicketLogReader(TicketLogReader &&) noexcept;
    TicketLogReader &operator=(TicketLogReader &&) noexcept;

    /// The next row, good or refused, valid until the next call; nullptr at the end, see state().
    const LogLine *next();
    Done state() const;
    const ColumnMap &map() const;
    const std::vector<std::string> &header() const;
    std::int64_t bytesRead() const;

private:
    class Work;
    explicit TicketLogReader(std::unique_ptr<Work> work);
    std::unique_ptr<Work> m_work;
};

/// The start of a file as an import preview shows it: header and up to `rows` records.
struct LogPreview {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    char delimiter = ',';
    Encoding encoding = Encoding::utf8;
};
/// Leaves the device where it stood. Fails with `empty_file`, `compressed_file` or `cannot_read`.
Result<LogPreview> previewLog(QIODevice &device, const DelimitedOptions &format, std::size_t rows);

/// The standard ticket log, header or row, with a line feed; times local in `zone`, ISO 8601. Times with milliseconds
/// keep them.
std::string standardHeader();
std::string standardRow(const LogTicket &ticket, const TimeZone &zone);

} // namespace smartqueue::exchange
