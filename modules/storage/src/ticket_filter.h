#pragma once

#include <string>

#include <smartqueue/engine/history.h>

#include "statement.h"

namespace smartqueue::storage {

enum class WithStates { yes, no };

/// The WHERE clause of a query with its values bound in order, so that equal shapes share one prepared statement.
class TicketFilter {
public:
    TicketFilter(SiteId site, const engine::TicketQuery &query, WithStates withStates);

    /// " WHERE …".
    const std::string &clause() const { return m_clause; }
    /// Binds from position 1 and returns the next free position. The filter must outlive the rows.
    int bind(Statement &statement) const;

private:
    SiteId m_site;
    const engine::TicketQuery &m_query;
    std::string m_clause;
    std::string m_pattern;
};

/// " ORDER BY …" with the id as the last word, so that windows never overlap.
std::string orderOf(const engine::TicketQuery &query);

} // namespace smartqueue::storage
