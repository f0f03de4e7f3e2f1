#include "log_row.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/refusals.h>
#include <smartqueue/foundation/text.h>

#include "time_bounds.h"

namespace smartqueue::exchange {

using namespace std::chrono;

namespace {

/// A value as a detail shows it: short enough for a line of a report.
std::string shown(std::string_view value)
{
    constexpr std::size_t most = 60;
    if (value.size() <= most)
        return std::string(value);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xc0) == 0x80)
        --end;
    return std::string(value.substr(0, end)) + "…";
}

/// Without white space around it; short fields make the general search too slow.
std::string_view bare(std::string_view value)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!value.empty() && isSpace(value.front()))
        value.remove_prefix(1);
    while (!value.empty() && isSpace(value.back()))
        value.remove_suffix(1);
    return value;
}

/// sameName for values without white space around them.
bool alike(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && (a == b || sameName(a, b));
}

/// "#3" for the third column, otherwise the name in the header.
std::optional<std::size_t> columnIndex(std::string_view name, std::span<const std::string> header)
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (sameName(header[i], name))
            return i;
    }
    std::size_t position = 0;
    if (name.size() > 1 && name[0] == '#') {
        const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), position);
        if (error == std::errc() && end == name.data() + name.size() && position >= 1 && position <= header.size())
            return position - 1;
    }
    return std::nullopt;
}

Result<std::size_t> requireColumn(const std::string &name, std::span<const std::string> header)
{
    if (const auto index = columnIndex(name, header)) {
        // Which of the two is meant cannot be known; guessing would import the wrong one in silence.
        if (sameName(header[*index], name) && std::any_of(header.begin() + std::ptrdiff_t(*index) + 1, header.end(), [&](const std::string &other) { return sameName(other, name); }))
            return fail(refusals::duplicateColumn, {{"column", shown(name)}});
        return *index;
    }
    std::string known;
    for (const std::string &column : header) {
        if (known.size() > 300)
            break;
        known += (known.empty() ? "" : ", ") + shown(column);
    }
    return fail(refusals::unknownColumn, {{"column", shown(name)}, {"columns", known}});
}

} // namespace

Instant HourlyZone::toInstant(LocalInstant local)
{
    const LocalInstant hour = floor<hours>(local);
    if (hour != m_hour || !m_offset) {
        const LocalInstant next = hour + hours(1);
        const Duration begins = hour.time_since_epoch() - m_zone.toInstant(hour).time_since_epoch();
        const Duration ends = next.time_since_epoch() - m_zone.toInstant(next).time_since_epoch();
        m_hour = hour;
        m_offset.reset();
        if (begins != ends)
            return m_zone.toInstant(local);
        m_offset = begins;
    }
    return Instant(local.time_since_epoch() - *m_offset);
}

std::optional<Instant> HourlyZone::secondReading(Instant first) const
{
    // No clock is put back by more than this.
    constexpr auto furthest = hours(3);
    const LocalInstant local = m_zone.toLocal(first);
    const Instant second(local.time_since_epoch() - m_zone.offsetAt(first + furthest));
    if (second <= first || m_zone.toLocal(second) != local)
        return std::nullopt;
    return second;
}

Result<RowReader> RowReader::bind(const ColumnMap &map, std::span<const std::string> header, const TimeZone &zone)
{
    const std::vector<LogField> missing = missingFields(map);
    if (!missing.empty()) {
        std::string names;
        for (const LogField field : missing)
            names += (names.empty() ? "" : ", ") + std::string(nameOf(field));
        return fail(refusals::columnsNotRecognised, {{"missing", names}});
    }
    RowReader reader(map, zone);
    reader.m_columnCount = header.size();
    for (std::size_t i = 0; i < logFieldCount; ++i) {
        Source &source = reader.m_sources[i];
        source.constant = map.fields[i].constant;
        source.translate = map.fields[i].translate;
        for (const std::string &column : map.fields[i].columns) {
            const auto index = requireColumn(column, header);
            if (!index)
                return tl::unexpected(index.error());
            source.columns.push_back(*index);
        }
    }
    for (const auto &[name, target] : {std::pair{&map.dateColumn, &reader.m_dateColumn}, {&map.dateOf, &reader.m_dateOfColumn}}) {
        if (name->empty())
            continue;
        const auto index = requireColumn(*name, header);
        if (!index)
            return tl::unexpected(index.error());
        *target = *index;
    }
    for (const std::string &format : map.timeFormats) {
        auto pattern = TimePattern::compile(format);
        if (!pattern)
            return tl::unexpected(pattern.error());
        if (!pattern->givesDay() && !reader.m_dateColumn)
            return fail(refusals::needsDateColumn, {{"format", format}});
        reader.m_timePatterns.push_back(*std::move(pattern));
    }
    auto date = TimePattern::compile(map.dateFormat);
    if (!date)
        return tl::unexpected(date.error());
    reader.m_datePattern = *std::move(date);
    return reader;
}

bool RowReader::isNoValue(std::string_view value) const
{
    return value.empty()
        || std::any_of(m_map.noValue.begin(), m_map.noValue.end(), [&](const std::string &word) { return word == value; });
}

std::string_view RowReader::raw(const Source &source, std::span<const std::string_view> fields) const
{
    for (const std::size_t column : source.columns) {
        const std::string_view value = bare(fields[column]);
        if (!isNoValue(value))
            return value;
    }
    return source.constant;
}

std::string_view RowReader::text(LogField field, std::span<const std::string_view> fields) const
{
    const Source &source = m_sources[std::size_t(field)];
    const std::string_view value = raw(source, fields);
    for (const auto &[from, to] : source.translate) {
        if (alike(from, value))
            return to;
    }
    return value;
}

Result<std::string> RowReader::name(LogField field, std::span<const std::string_view> fields) const
{
    const std::string_view value = text(field, fields);
    if (codePoints(value) > limits::nameCodePoints)
        return fail(refusals::lineTooLong,
                    {{"field", std::string(nameOf(field))}, {"limit", std::to_string(limits::nameCodePoints)}});
    if (!isPlainUtf8(value) || value.find_first_of("\n\t") != std::string_view::npos)
        return fail(refusals::controlCharacter, {{"field", std::string(nameOf(field))}});
    if (!value.empty() && (!hasVisibleText(value) || hasHiddenMarks(value)))
        return fail(refusals::invisibleName, {{"field", std::string(nameOf(field))}});
    return std::string(value);
}

Done RowReader::readDay(std::span<const std::string_view> fields)
{
    m_day.reset();
    m_dayAnchor.reset();
    if (!m_dateColumn)
        return {};
    const std::string_view value = bare(fields[*m_dateColumn]);
    if (isNoValue(value))
        return {};
    const auto written = m_datePattern->read(value);
    if (!written || !written->day)
        return fail(refusals::badTime, {{"field", "date"}, {"value", shown(value)}});
    m_day = written->day;
    if (!m_dateOfColumn)
        return {};
    for (const TimePattern &pattern : m_timePatterns) {
        if (const auto anchor = pattern.read(bare(fields[*m_dateOfColumn])))
            m_dayAnchor = anchor->timeOfDay;
    }
    return {};
}

Result<std::optional<Instant>> RowReader::time(LogField field, std::span<const std::string_view> fields, std::optional<Instant> before)
{
    const std::string_view value = raw(m_sources[std::size_t(field)], fields);
    if (value.empty())
        return std::nullopt;
    const auto refuse = [&](FailureCode code) {
        return fail(code, {{"field", std::string(nameOf(field))}, {"value", shown(value)}});
    };
    for (const TimePattern &pattern : m_timePatterns) {
        const auto written = pattern.read(value);
        if (!written || !written->timeOfDay)
            continue;
        std::optional<LocalDay> day = written->day;
        if (!day) {
            if (!m_day)
                return refuse(refusals::missingDate);
            day = m_day;
            // A row's later times lie past midnight when they read half a day earlier than the one its date belongs to.
            if (!m_dayAnchor)
                m_dayAnchor = written->timeOfDay;
            else if (*written->timeOfDay < *m_dayAnchor - hours(12))
                day = *day + days(1);
        }
        const LocalInstant local = LocalInstant(*day) + *written->timeOfDay;
        Instant instant = written->offset ? Instant(local.time_since_epoch() - *written->offset) : m_zone.toInstant(local);
        // In the night in which an hour comes twice, 02:01 may follow 02:59.
        if (!written->offset && before && instant < *before) {
            if (const auto second = m_zone.secondReading(instant); second && *second >= *before)
                instant = *second;
        }
        if (instant < earliestTime || instant >= endOfTimes)
            return refuse(refusals::timeOutOfRange);
        return instant;
    }
    return refuse(refusals::badTime);
}

Result<LogTicket::Outcome> RowReader::outcome(std::span<const std::string_view> fields, const LogTicket &ticket) const
{
    const std::string_view word = text(LogField::outcome, fields);
    if (word == "served")
        return LogTicket::Outcome::served;
    if (word.empty()) {
        if (ticket.startedAt)
            return LogTicket::Outcome::served;
        if (ticket.calledAt)
            return LogTicket::Outcome::noShow;
        return LogTicket::Outcome::abandoned;
    }
    if (alike(word, "served") || alike(word, "completed"))
        return LogTicket::Outcome::served;
    if (alike(word, "abandoned"))
        return LogTicket::Outcome::abandoned;
    if (alike(word, "no_show"))
        return LogTicket::Outcome::noShow;
    if (alike(word, "leave_out"))
        return fail(refusals::leftOutByMap, {{"value", shown(raw(m_sources[std::size_t(LogField::outcome)], fields))}});
    return fail(refusals::unknownOutcome, {{"value", shown(word)}});
}

Done RowReader::readTimes(std::span<const std::string_view> fields, LogTicket &ticket)
{
    const auto arrived = time(LogField::arrivedAt, fields, std::nullopt);
    if (!arrived)
        return tl::unexpected(arrived.error());
    if (!*arrived)
        return fail(refusals::missingArrival);
    ticket.arrivedAt = **arrived;
    Instant latest = ticket.arrivedAt;
    for (const auto &[field, target] : {std::pair{LogField::calledAt, &LogTicket::calledAt},
                                        {LogField::startedAt, &LogTicket::startedAt},
                                        {LogField::endedAt, &LogTicket::endedAt}}) {
        const auto read = time(field, fields, latest);
        if (!read)
            return tl::unexpected(read.error());
        ticket.*target = *read;
        latest = std::max(latest, read->value_or(latest));
    }
    return {};
}

void RowReader::straighten(LogTicket &ticket) const
{
    // From the end backwards, so that the later fact, which is the better recorded one, stays.
    const auto notAfter = [&](Instant &earlier, const std::optional<Instant> &later) {
        if (later && earlier > *later && earlier - *later <= m_map.tolerance)
            earlier = *later;
    };
    if (ticket.startedAt)
        notAfter(*ticket.startedAt, ticket.endedAt);
    if (ticket.calledAt)
        notAfter(*ticket.calledAt, ticket.startedAt ? ticket.startedAt : ticket.endedAt);
    notAfter(ticket.arrivedAt, ticket.calledAt ? ticket.calledAt : ticket.startedAt ? ticket.startedAt : ticket.endedAt);
}

namespace {

/// Whether times and outcome fit each other.
Done check(const LogTicket &ticket)
{
    const auto before = [](const std::optional<Instant> &a, const std::optional<Instant> &b) { return a && b && *a < *b; };
    const std::optional<Instant> arrived = ticket.arrivedAt;
    switch (ticket.outcome) {
    case LogTicket::Outcome::served:
        if (!ticket.startedAt)
            return fail(refusals::missingStart);
        break;
    case LogTicket::Outcome::abandoned:
        if (ticket.startedAt)
            return fail(refusals::abandonedButStarted);
        break;
    default:
        if (ticket.startedAt)
            return fail(refusals::noShowButStarted);
        if (!ticket.calledAt)
            return fail(refusals::missingCall);
        break;
    }
    if (!ticket.endedAt && ticket.outcome != LogTicket::Outcome::noShow)
        return fail(refusals::missingEnd);
    if (before(ticket.calledAt, arrived))
        return fail(refusals::calledBeforeArrival);
    if (before(ticket.startedAt, arrived))
        return fail(refusals::startedBeforeArrival);
    if (before(ticket.startedAt, ticket.calledAt))
        return fail(refusals::startedBeforeCall);
    if (before(ticket.endedAt, ticket.startedAt))
        return fail(refusals::endsBeforeItStarts);
    if (before(ticket.endedAt, arrived) || before(ticket.endedAt, ticket.calledAt))
        return fail(refusals::endsBeforeArrival);
    return {};
}

} // namespace

Result<LogTicket> RowReader::read(std::span<const std::string_view> fields, std::int64_t line)
{
    if (fields.size() != m_columnCount)
        return fail(refusals::wrongColumnCount,
                    {{"columns", std::to_string(fields.size())}, {"expected", std::to_string(m_columnCount)}});
    LogTicket ticket;
    for (const auto &[field, target] : {std::pair{LogField::ticket, &LogTicket::number}, {LogField::queue, &LogTicket::queue},
                                        {LogField::channel, &LogTicket::channel}, {LogField::agent, &LogTicket::agent}}) {
        auto read = name(field, fields);
        if (!read)
            return tl::unexpected(std::move(read.error()));
        ticket.*target = *std::move(read);
    }
    if (ticket.queue.empty())
        return fail(refusals::missingQueue);
    if (ticket.number.empty())
        ticket.number = "L" + std::to_string(line);
    if (ticket.channel.empty())
        ticket.channel = "desk";
    const std::string_view priority = text(LogField::priority, fields);
    if (!priority.empty()) {
        const auto [end, error] = std::from_chars(priority.data(), priority.data() + priority.size(), ticket.priority);
        if (error != std::errc() || end != priority.data() + priority.size() || std::abs(ticket.priority) > limits::priority)
            return fail(refusals::badPriority, {{"value", shown(priority)}});
    }
    if (Done day = readDay(fields); !day)
        return tl::unexpected(day.error());
    if (Done times = readTimes(fields, ticket); !times)
        return tl::unexpected(times.error());
    const auto state = outcome(fields, ticket);
    if (!state)
        return tl::unexpected(state.error());
    ticket.outcome = *state;
    if (m_map.tolerance.count() != 0)
        straighten(ticket);
    if (Done sound = check(ticket); !sound)
        return tl::unexpected(sound.error());
    return ticket;
}

} // namespace smartqueue::exchange
