#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/exchange/column_map.h>
#include <smartqueue/exchange/ticket_log.h>
#include <smartqueue/exchange/time_pattern.h>

namespace smartqueue::exchange {

/// A zone that remembers the hour it was last asked for: logs are nearly in order, and most hours have one offset.
class HourlyZone {
public:
    explicit HourlyZone(TimeZone zone) : m_zone(std::move(zone)) {}
    Instant toInstant(LocalInstant local);
    /// The later instant with the same local time, in the night in which the clocks are put back.
    std::optional<Instant> secondReading(Instant first) const;

private:
    TimeZone m_zone;
    LocalInstant m_hour{};
    std::optional<Duration> m_offset;
};

/// A column map bound to a header: turns the fields of one record into a checked ticket.
class RowReader {
public:
    /// Fails with `unknown_column`, `duplicate_column`, `columns_not_recognised` or what the formats give.
    static Result<RowReader> bind(const ColumnMap &map, std::span<const std::string> header, const TimeZone &zone);

    /// Fails with the reasons of refusals.h.
    Result<LogTicket> read(std::span<const std::string_view> fields, std::int64_t line);

private:
    struct Source {
        std::vector<std::size_t> columns;
        std::string constant;
        std::vector<std::pair<std::string, std::string>> translate;
    };
    using LocalTime = std::optional<LocalInstant>;

    RowReader(const ColumnMap &map, TimeZone zone) : m_map(map), m_zone(std::move(zone)) {}

    bool isNoValue(std::string_view value) const;
    std::string_view raw(const Source &source, std::span<const std::string_view> fields) const;
    std::string_view text(LogField field, std::span<const std::string_view> fields) const;
    Result<std::string> name(LogField field, std::span<const std::string_view> fields) const;
    /// The day of the row and the moment on it to which the day belongs.
    Done readDay(std::span<const std::string_view> fields);
    /// `before`: a time of the same row that comes before this one.
    Result<std::optional<Instant>> time(LogField field, std::span<const std::string_view> fields, std::optional<Instant> before);
    Result<LogTicket::Outcome> outcome(std::span<const std::string_view> fields, const LogTicket &ticket) const;
    Done readTimes(std::span<const std::string_view> fields, LogTicket &ticket);
    void straighten(LogTicket &ticket) const;

    ColumnMap m_map;
    HourlyZone m_zone;
    std::array<Source, logFieldCount> m_sources;
    std::vector<TimePattern> m_timePatterns;
    std::optional<TimePattern> m_datePattern;
    std::optional<std::size_t> m_dateColumn;
    std::optional<std::size_t> m_dateOfColumn;
    std::size_t m_columnCount = 0;
    std::optional<LocalDay> m_day;
    std::optional<Duration> m_dayAnchor;
};

} // namespace smartqueue::exchange
