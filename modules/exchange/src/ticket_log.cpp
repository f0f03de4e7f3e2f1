#include "smartqueue/exchange/ticket_log.h"

#include <QIODevice>

#include <smartqueue/domain/names.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/text.h>

#include "log_row.h"

namespace smartqueue::exchange {

namespace {

/// Enough to see the formats and both kinds of outcome.
constexpr std::size_t guessRows = 200;

std::vector<std::string> texts(const Record &record)
{
    std::vector<std::string> copies;
    copies.reserve(record.fields.size());
    for (const std::string_view field : record.fields)
        copies.emplace_back(trimmed(field));
    return copies;
}

/// The header by position, for files that have none.
std::vector<std::string> numberedHeader(std::size_t columns)
{
    std::vector<std::string> header;
    for (std::size_t i = 1; i <= columns; ++i)
        header.push_back('#' + std::to_string(i));
    return header;
}

/// Why a file whose first record cannot be used does not come in.
Failure noHeader(const DelimitedReader &reader, const Record *first)
{
    if (!reader.state())
        return reader.state().error();
    if (first == nullptr)
        return {refusals::emptyFile, {}};
    return {first->problem, {{"line", std::to_string(first->line)}}};
}

void appendText(std::string &row, std::string_view text)
{
    const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos && trimmed(text).size() == text.size();
    if (plain) {
        row += text;
        return;
    }
    row += '"';
    for (const char c : text) {
        if (c == '"')
            row += '"';
        row += c;
    }
    row += '"';
}

void appendTime(std::string &row, const std::optional<Instant> &instant, const TimeZone &zone)
{
    if (!instant)
        return;
    std::string text = toIso8601(Instant(zone.toLocal(*instant).time_since_epoch()));
    text.pop_back();
    row += text;
}

std::string_view outcomeWord(LogTicket::Outcome outcome)
{
    switch (outcome) {
    case LogTicket::Outcome::abandoned:
        return "abandoned";
    case LogTicket::Outcome::noShow:
        return "no_show";
    case LogTicket::Outcome::served:
        break;
    }
    return "served";
}

} // namespace

class TicketLogReader::Work {
public:
    Work(QIODevice &device, const DelimitedOptions &format) : lines(device, format) {}

    DelimitedReader lines;
    ColumnMap map;
    std::vector<std::string> header;
    std::optional<RowReader> rows;
    /// A file without a header has its first row here.
    std::optional<LogLine> pending;
    LogLine line{0, LogTicket{}};
};

TicketLogReader::TicketLogReader(std::unique_ptr<Work> work) : m_work(std::move(work)) {}
TicketLogReader::~TicketLogReader() = default;
TicketLogReader::TicketLogReader(TicketLogReader &&) noexcept = default;
TicketLogReader &TicketLogReader::operator=(TicketLogReader &&) noexcept = default;

Result<TicketLogReader> TicketLogReader::open(QIODevice &device, const TicketLogOptions &options)
{
    std::optional<ColumnMap> map = options.map;
    if (!map) {
        const auto preview = previewLog(device, options.format, guessRows);
        if (!preview)
            return tl::unexpected(preview.error());
        map = guessColumnMap(preview->header, preview->rows);
    }
    auto work = std::make_unique<Work>(device, options.format);
    const Record *first = work->lines.next();
    if (first == nullptr || !first->sound())
        return tl::unexpected(noHeader(work->lines, first));
    work->map = *map;
    work->header = map->header ? texts(*first) : numberedHeader(first->fields.size());
    auto rows = RowReader::bind(*map, work->header, options.zone);
    if (!rows)
        return tl::unexpected(rows.error());
    work->rows = *std::move(rows);
    if (!map->header)
        work->pending = LogLine{first->line, work->rows->read(first->fields, first->line)};
    return TicketLogReader(std::move(work));
}

const LogLine *TicketLogReader::next()
{
    Work &work = *m_work;
    if (work.pending) {
        work.line = *std::move(work.pending);
        work.pending.reset();
        return &work.line;
    }
    const Record *record = work.lines.next();
    if (record == nullptr)
        return nullptr;
    work.line.line = record->line;
    if (record->sound())
        work.line.ticket = work.rows->read(record->fields, record->line);
    else
        work.line.ticket = fail(record->problem);
    return &work.line;
}

Done TicketLogReader::state() const { return m_work->lines.state(); }
const ColumnMap &TicketLogReader::map() const { return m_work->map; }
const std::vector<std::string> &TicketLogReader::header() const { return m_work->header; }
std::int64_t TicketLogReader::bytesRead() const { return m_work->lines.bytesRead(); }

Result<LogPreview> previewLog(QIODevice &device, const DelimitedOptions &format, std::size_t rows)
{
    const qint64 start = device.pos();
    LogPreview preview;
    {
        DelimitedReader reader(device, format);
        const Record *record = reader.next();
        if (record == nullptr || !record->sound())
            return tl::unexpected(noHeader(reader, record));
        preview.header = texts(*record);
        // Broken records do not use up the rows to show, but they do not let a broken file be read to its end either.
        for (std::size_t tries = 0; preview.rows.size() < rows && tries < rows * 2; ++tries) {
            record = reader.next();
            if (record == nullptr)
                break;
            if (record->sound())
                preview.rows.push_back(texts(*record));
            else if (record->problem == refusals::lineTooLong)
                break;
        }
        preview.delimiter = reader.delimiter();
        preview.encoding = reader.encoding();
    }
    if (!device.seek(start))
        return fail(refusals::cannotRead, {{"reason", device.errorString().toStdString()}});
    return preview;
}

std::string standardHeader()
{
    std::string header;
    for (std::size_t i = 0; i < logFieldCount; ++i)
        header += (i == 0 ? "" : ",") + std::string(nameOf(LogField(i)));
    return header + '\n';
}

std::string standardRow(const LogTicket &ticket, const TimeZone &zone)
{
    std::string row;
    appendText(row, ticket.number);
    row += ',';
    appendText(row, ticket.queue);
    row += ',' + std::to_string(ticket.priority) + ',';
    appendText(row, ticket.channel);
    for (const std::optional<Instant> &instant :
         {std::optional<Instant>(ticket.arrivedAt), ticket.calledAt, ticket.startedAt, ticket.endedAt}) {
        row += ',';
        appendTime(row, instant, zone);
    }
    row += ',';
    appendText(row, ticket.agent);
    row += ',';
    row += outcomeWord(ticket.outcome);
    return row + '\n';
}

} // namespace smartqueue::exchange
