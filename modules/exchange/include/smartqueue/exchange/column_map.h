#pragma once

#include <array>
#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <smartqueue/foundation/result.h>

namespace smartqueue::exchange {

/// What a ticket log tells of a ticket.
enum class LogField { ticket, queue, priority, channel, arrivedAt, calledAt, startedAt, endedAt, agent, outcome };
inline constexpr std::size_t logFieldCount = 10;

/// "ticket", "queue", "arrived_at" and so on, as in the standard header and in a map's JSON.
std::string_view nameOf(LogField field);

/// Where one fact comes from.
struct FieldSource {
    /// Column names, or "#3" for the third column; the first one that has a value counts.
    std::vector<std::string> columns;
    /// Used when no column has a value.
    std::string constant;
    /// Word of the file → word of the log, upper and lower case alike; other words stay as they are. For the outcome,
    /// "leave_out" refuses the row.
    std::vector<std::pair<std::string, std::string>> translate;

    bool empty() const { return columns.empty() && constant.empty(); }
    friend bool operator==(const FieldSource &, const FieldSource &) = default;
};

/// How any delimited file is read as a ticket log.
struct ColumnMap {
    std::array<FieldSource, logFieldCount> fields;
    /// The formats of the time columns (TimePattern), tried in order.
    std::vector<std::string> timeFormats{"iso8601"};
    /// The day of a row, for time columns without one.
    std::string dateColumn;
    std::string dateFormat = "iso8601";
    /// The time column whose moment the date belongs to; later ones that read much earlier are of the next day. Without
    /// it the arrival takes that part.
    std::string dateOf;
    /// Words that mean "did not happen", besides the empty field.
    std::vector<std::string> noValue;
    /// Clocks that disagree: times up to this much out of order are moved together instead of refused.
    std::chrono::seconds tolerance{0};
    /// Whether the first record names the columns.
    bool header = true;

    FieldSource &operator[](LogField field) { return fields[std::size_t(field)]; }
    const FieldSource &operator[](LogField field) const { return fields[std::size_t(field)]; }
    friend bool operator==(const ColumnMap &, const ColumnMap &) = default;
};

/// The map of the standard header `ticket,queue,priority,channel,arrived_at,…`.
ColumnMap standardMap();

/// The map that fits a header best, by the standard names and the usual English and French ones; the samples (records of
/// the same file) tell the time formats. What it does not find stays empty, see missingFields().
ColumnMap guessColumnMap(std::span<const std::string> header, std::span<const std::vector<std::string>> samples);

/// Sets the formats of a map whose columns are chosen, as far as the samples tell them.
void guessFormats(ColumnMap &map, std::span<const std::string> header, std::span<const std::vector<std::string>> samples);

/// What an import cannot do without and the map does not give: queue, arrival, and an end.
std::vector<LogField> missingFields(const ColumnMap &map);

/// The JSON form, described in the module's README. Fails with `malformed`, `unknown_field`, `invalid_value`,
/// `missing_field`, `bad_time_format` or `needs_date_column`; the detail names the place.
Result<ColumnMap> readColumnMap(std::string_view json);
std::string writeColumnMap(const ColumnMap &map);

} // namespace smartqueue::exchange
