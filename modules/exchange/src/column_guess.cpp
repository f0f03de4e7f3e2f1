#include "smartqueue/exchange/column_map.h"

#include <algorithm>
#include <optional>

#include <smartqueue/exchange/time_pattern.h>
#include <smartqueue/foundation/text.h>

#include "plain_name.h"

namespace smartqueue::exchange {

namespace {

struct Synonyms {
    LogField field;
    std::initializer_list<std::string_view> names;
};

/// In the form that `plainName` gives, best first.
const Synonyms synonyms[]{
    {LogField::ticket, {"ticket", "ticket_number", "ticket_no", "ticket_id", "number", "no", "numero", "numero_ticket",
                        "num_ticket", "n_ticket", "call_id", "visit_id", "visit", "token", "id"}},
    {LogField::queue, {"queue", "queue_name", "file", "file_attente", "file_d_attente", "nom_file", "service", "service_name",
                       "skill", "department", "clinic", "guichet_type", "motif", "type"}},
    {LogField::priority, {"priority", "priorite", "prio", "vip"}},
    {LogField::channel, {"channel", "canal", "source", "origin", "origine"}},
    {LogField::arrivedAt, {"arrived_at", "arrived", "arrival", "arrival_time", "arrivee", "arrive_a", "heure_arrivee",
                           "date_arrivee", "issued_at", "issued", "created_at", "created", "cree_le", "checkin",
                           "check_in", "enqueued_at", "queue_entry", "q_start", "emis_a", "timestamp", "datetime"}},
    {LogField::calledAt, {"called_at", "called", "call_time", "appele_a", "appel", "heure_appel", "date_appel"}},
    {LogField::startedAt, {"started_at", "started", "start", "start_time", "service_start", "serve_start", "begin", "debut",
                           "heure_debut", "debut_service", "debut_le", "commence_a", "answered_at", "ser_start"}},
    {LogField::endedAt, {"ended_at", "ended", "end", "end_time", "service_end", "finished_at", "finished", "completed_at",
                         "closed_at", "left_at", "fin", "heure_fin", "fin_service", "termine_a", "termine_le", "ser_exit"}},
    {LogField::agent, {"agent", "agent_name", "nom_agent", "server", "clerk", "employee", "employe", "conseiller",
                       "operator", "operateur", "user", "staff", "teller"}},
    {LogField::outcome, {"outcome", "status", "statut", "state", "etat", "result", "resultat", "disposition", "issue"}},
};

/// Where the fact stands when the first column is empty, as in logs that time queue and service apart.
const Synonyms fallbacks[]{
    {LogField::arrivedAt, {"vru_exit"}},
    {LogField::endedAt, {"q_exit", "queue_exit", "abandoned_at", "left_at", "abandonne_a"}},
};

constexpr std::string_view dateNames[]{"date", "day", "jour", "date_visite", "visit_date", "call_date"};

/// What the usual systems call the three outcomes.
const std::pair<const char *, const char *> outcomeWords[]{
    {"agent", "served"}, {"answered", "served"}, {"completed", "served"}, {"complete", "served"}, {"closed", "served"},
    {"done", "served"}, {"finished", "served"}, {"servi", "served"}, {"servie", "served"}, {"termine", "served"},
    {"terminé", "served"}, {"traite", "served"}, {"traité", "served"}, {"hang", "abandoned"}, {"hangup", "abandoned"},
    {"abandon", "abandoned"}, {"abandonne", "abandoned"}, {"abandonné", "abandoned"}, {"left", "abandoned"},
    {"reneged", "abandoned"}, {"parti", "abandoned"}, {"no show", "no_show"}, {"noshow", "no_show"}, {"no-show", "no_show"},
    {"absent", "no_show"}, {"missed", "no_show"}, {"phantom", "leave_out"}};

/// Tried in this order; day before month where both would do, unless a sample says otherwise.
const char *const timeFormats[]{
    "iso8601", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm",
    "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm", "M/d/yyyy h:mm:ss AP", "M/d/yyyy h:mm AP", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm",
    "d-M-yyyy H:mm:ss", "d-M-yyyy H:mm", "yyyyMMdd HH:mm:ss", "yyyyMMddHHmmss", "yyyyMMddTHHmmss", "epoch_seconds",
    "epoch_milliseconds", "H:mm:ss", "H:mm", "h:mm:ss AP", "h:mm AP"};
const char *const dateFormats[]{"iso8601", "yyyy/M/d", "d/M/yyyy", "M/d/yyyy", "d.M.yyyy", "d-M-yyyy", "d/M/yy", "yyyyMMdd",
                                "yyMMdd"};

/// Clocks of telephone systems that keep hours apart from the day disagree by a second or two.
constexpr std::chrono::seconds separateClocks{5};

/// The values of the given columns that hold something.
std::vector<std::string_view> valuesOf(std::span<const std::string> columns, const ColumnMap &map,
                                       std::span<const std::string> header, std::span<const std::vector<std::string>> samples)
{
    std::vector<std::string_view> values;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (std::find(columns.begin(), columns.end(), header[i]) == columns.end())
            continue;
        for (const auto &row : samples) {
            const std::string_view value = i < row.size() ? trimmed(row[i]) : std::string_view();
            const bool none = value.empty()
                || std::any_of(map.noValue.begin(), map.noValue.end(), [&](const auto &word) { return sameName(word, value); });
            if (!none)
                values.push_back(value);
        }
    }
    return values;
}

/// The format that reads most values and finds in them what `wanted` points at, the first of equals; none when it is not
/// more than half of them.
template <class Part>
std::optional<std::string> fitting(std::span<const char *const> formats, std::span<const std::string_view> values,
                                   Part WrittenTime::*wanted)
{
    std::optional<std::string> best;
    std::ptrdiff_t most = std::ptrdiff_t(values.size()) / 2;
    for (const char *format : formats) {
        const auto pattern = TimePattern::compile(format);
        const auto fits = std::count_if(values.begin(), values.end(), [&](std::string_view value) {
            const auto written = pattern ? pattern->read(value) : std::nullopt;
            return written && (*written).*wanted;
        });
        if (fits > most) {
            best = format;
            most = fits;
        }
    }
    return best;
}

class Guess {
public:
    explicit Guess(std::span<const std::string> header) : m_header(header), m_taken(header.size(), false)
    {
        for (const std::string &name : header)
            m_plain.push_back(plainName(name));
    }

    ColumnMap map()
    {
        ColumnMap map;
        for (const Synonyms &entry : synonyms) {
            if (const auto column = take({entry.names.begin(), entry.names.size()}))
                map[entry.field].columns = {m_header[*column]};
        }
        for (const Synonyms &entry : fallbacks) {
            const auto column = map[entry.field].empty() ? std::nullopt : take({entry.names.begin(), entry.names.size()});
            if (column)
                map[entry.field].columns.push_back(m_header[*column]);
        }
        if (const auto column = take(dateNames))
            map.dateColumn = m_header[*column];
        for (const auto &[written, word] : outcomeWords) {
            if (!map[LogField::outcome].empty())
                map[LogField::outcome].translate.emplace_back(written, word);
        }
        map.noValue = {"-", "NULL", "N/A", "NaN", "None", "NO_SERVER"};
        return map;
    }

private:
    std::optional<std::size_t> take(std::span<const std::string_view> names)
    {
        for (const std::string_view name : names) {
            for (std::size_t i = 0; i < m_plain.size(); ++i) {
                if (!m_taken[i] && m_plain[i] == name) {
                    m_taken[i] = true;
                    return i;
                }
            }
        }
        return std::nullopt;
    }

    std::span<const std::string> m_header;
    std::vector<std::string> m_plain;
    std::vector<bool> m_taken;
};

} // namespace

ColumnMap guessColumnMap(std::span<const std::string> header, std::span<const std::vector<std::string>> samples)
{
    ColumnMap map = Guess(header).map();
    guessFormats(map, header, samples);
    const auto pattern = TimePattern::compile(map.timeFormats.front());
    if (pattern && pattern->givesDay())
        map.dateColumn.clear();
    return map;
}

void guessFormats(ColumnMap &map, std::span<const std::string> header, std::span<const std::vector<std::string>> samples)
{
    std::vector<std::string> columns;
    for (const LogField field : {LogField::arrivedAt, LogField::calledAt, LogField::startedAt, LogField::endedAt})
        columns.insert(columns.end(), map[field].columns.begin(), map[field].columns.end());
    const auto format = fitting(timeFormats, valuesOf(columns, map, header, samples), &WrittenTime::timeOfDay);
    if (!format)
        return;
    map.timeFormats = {*format};
    const auto pattern = TimePattern::compile(*format);
    if (map.dateColumn.empty() || !pattern || pattern->givesDay())
        return;
    const std::vector<std::string> date{map.dateColumn};
    if (const auto fits = fitting(dateFormats, valuesOf(date, map, header, samples), &WrittenTime::day))
        map.dateFormat = *fits;
    // Where the day stands apart, a clock at zero means "did not happen".
    for (const char *zero : {"0:00:00", "00:00:00", "0:00", "00:00"}) {
        if (std::find(map.noValue.begin(), map.noValue.end(), zero) == map.noValue.end())
            map.noValue.emplace_back(zero);
    }
    map.tolerance = separateClocks;
}

} // namespace smartqueue::exchange
