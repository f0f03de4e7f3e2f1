#include "ticket_filter.h"

namespace smartqueue::storage {

namespace {

/// The text as a LIKE pattern for "contains", its own wildcards escaped.
std::string patternOf(const std::string &text)
{
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

std::string_view columnOf(engine::TicketSort sort)
{
    switch (sort) {
    case engine::TicketSort::arrival:
        return "arrived_at";
    case engine::TicketSort::number:
        return "number";
    case engine::TicketSort::queue:
        return "queue";
    case engine::TicketSort::state:
        return "state";
    case engine::TicketSort::priority:
        return "priority";
    case engine::TicketSort::waited:
        return "waited_ms";
    case engine::TicketSort::agent:
        return "agent";
    case engine::TicketSort::channel:
        return "channel";
    }
    return "arrived_at";
}

} // namespace

TicketFilter::TicketFilter(SiteId site, const engine::TicketQuery &query, WithStates withStates)
    : m_site(site), m_query(query), m_clause(" WHERE queue >> 32 = ?")
{
    const auto add = [this](const std::string &condition) { m_clause += " AND " + condition; };
    if (query.from)
        add("arrived_at >= ?");
    if (query.until)
        add("arrived_at < ?");
    if (query.queue)
        add("queue = ?");
    if (query.agent)
        add("agent = ?");
    if (!query.text.empty()) {
        m_pattern = patternOf(query.text);
        add("number LIKE ? ESCAPE '\\'");
    }
    if (withStates == WithStates::yes && !query.states.empty()) {
        std::string list;
        for (const TicketState state : query.states)
            list += (list.empty() ? "" : ", ") + std::to_string(int(state));
        add("state IN (" + list + ")");
    }
}

int TicketFilter::bind(Statement &statement) const
{
    int position = 1;
    statement.bind(position++, m_site.value - 1);
    if (m_query.from)
        statement.bind(position++, *m_query.from);
    if (m_query.until)
        statement.bind(position++, *m_query.until);
    if (m_query.queue)
        statement.bind(position++, *m_query.queue);
    if (m_query.agent)
        statement.bind(position++, *m_query.agent);
    if (!m_pattern.empty())
        statement.bind(position++, m_pattern);
    return position;
}

std::string orderOf(const engine::TicketQuery &query)
{
    const std::string direction = query.descending ? " DESC" : " ASC";
    std::string order = " ORDER BY " + std::string(columnOf(query.sort)) + direction;
    if (query.sort != engine::TicketSort::arrival)
        order += ", arrived_at" + direction;
    return order + ", id" + direction;
}

} // namespace smartqueue::storage
