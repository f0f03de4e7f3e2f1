#include "verbs/arrival_counts.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include <QFile>

#include <smartqueue/domain/checks.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/exchange/time_pattern.h>
#include <smartqueue/foundation/text.h>

#include "verbs/ticket_log_input.h"

namespace smartqueue::app {

using analytics::LocalHour;

namespace {

namespace refusals = exchange::refusals;

using HourCounts = std::map<LocalHour, double>;

Failure inFile(const std::string &path, Failure failure)
{
    failure.detail.emplace("path", path);
    return failure;
}

Failure cannotRead(const QFile &file)
{
    return {refusals::cannotRead, {{"path", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}}};
}

Result<analytics::ArrivalSeries> seriesOf(const HourCounts &counts, double between)
{
    const auto hours = (counts.rbegin()->first - counts.begin()->first).count() + 1;
    if (hours > mostArrivalHours)
        return fail(arrival_refusals::spanTooLong, {{"days", std::to_string(hours / 24)}, {"most", std::to_string(mostArrivalHours / 24)}});
    analytics::ArrivalSeries series{counts.begin()->first, analytics::HourlyValues(std::size_t(hours), between)};
    for (const auto &[hour, count] : counts)
        series.counts[std::size_t(series.indexOf(hour))] = count;
    return series;
}

std::optional<LocalHour> hourIn(std::string_view text)
{
    static const auto iso = exchange::TimePattern::compile("iso8601");
    const auto written = iso->read(text);
    if (!written || !written->day || !written->timeOfDay)
        return std::nullopt;
    return std::chrono::floor<std::chrono::hours>(*written->day + *written->timeOfDay);
}

std::optional<double> countIn(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr double most = 1e7;
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= most ? std::optional(value) : std::nullopt;
}

/// Where `start` and `count` stand in a header of counts.
struct CountColumns {
    std::size_t start = 0;
    std::size_t count = 0;
    std::size_t columns = 0;
};

std::optional<CountColumns> countColumns(const exchange::Record &header)
{
    std::optional<std::size_t> start, count;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        if (sameName(header.fields[i], "start"))
            start = i;
        if (sameName(header.fields[i], "count"))
            count = i;
    }
    return start && count ? std::optional(CountColumns{*start, *count, header.fields.size()}) : std::nullopt;
}

Done addRow(const exchange::Record &record, const CountColumns &columns, HourCounts &counts)
{
    const std::string line = std::to_string(record.line);
    if (!record.sound())
        return fail(record.problem, {{"line", line}});
    if (record.fields.size() != columns.columns)
        return fail(refusals::wrongColumnCount, {{"line", line},
                                                 {"columns", std::to_string(record.fields.size())},
                                                 {"expected", std::to_string(columns.columns)}});
    const std::string_view start = record.fields[columns.start];
    const std::string_view count = record.fields[columns.count];
    const auto hour = hourIn(start);
    if (!hour)
        return fail(arrival_refusals::badCount, {{"line", line}, {"field", "start"}, {"value", std::string(start)}});
    const auto arrivals = countIn(count);
    if (!arrivals)
        return fail(arrival_refusals::badCount, {{"line", line}, {"field", "count"}, {"value", std::string(count)}});
    counts[*hour] += *arrivals;
    return {};
}

Result<ReadArrivals> readCounts(exchange::DelimitedReader &reader, const CountColumns &columns)
{
    HourCounts counts;
    while (const exchange::Record *record = reader.next()) {
        if (const Done added = addRow(*record, columns, counts); !added)
            return tl::unexpected(added.error());
    }
    if (const Done sound = reader.state(); !sound)
        return tl::unexpected(sound.error());
    if (counts.empty())
        return fail(refusals::emptyFile);
    auto series = seriesOf(counts, std::numeric_limits<double>::quiet_NaN());
    if (!series)
        return tl::unexpected(series.error());
    return ReadArrivals{std::move(*series), true, 0};
}

Result<ReadArrivals> readLog(const std::string &path, const std::string &map)
{
    HourCounts counts;
    ReadArrivals read;
    const auto refused = readTicketLog(path, map, std::numeric_limits<std::size_t>::max(), [&](const exchange::LogTicket &ticket) {
        ++counts[std::chrono::floor<std::chrono::hours>(TimeZone().toLocal(ticket.arrivedAt))];
    });
    SQ_CHECK(refused);
    read.refusedRows = *refused;
    // The first day counts as a whole; it begins with the first ticket because nobody came before the doors opened.
    counts.try_emplace(std::chrono::floor<std::chrono::days>(counts.begin()->first), 0);
    auto series = seriesOf(counts, 0);
    if (!series)
        return tl::unexpected(series.error());
    read.series = std::move(*series);
    return read;
}

Result<ReadArrivals> readFile(QFile &file, const std::string &map)
{
    exchange::DelimitedReader reader(file);
    const exchange::Record *header = reader.next();
    if (!header) {
        const Done sound = reader.state();
        return sound ? fail(refusals::emptyFile) : tl::unexpected(sound.error());
    }
    if (const auto columns = header->sound() ? countColumns(*header) : std::nullopt)
        return readCounts(reader, *columns);
    return readLog(file.fileName().toStdString(), map);
}

} // namespace

Result<ReadArrivals> readArrivals(const std::string &path, const std::string &map)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(cannotRead(file));
    auto read = readFile(file, map);
    if (!read)
        return tl::unexpected(inFile(path, std::move(read.error())));
    return read;
}

} // namespace smartqueue::app
