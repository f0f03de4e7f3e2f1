#pragma once

#include <optional>

#include <smartqueue/domain/values.h>
#include <smartqueue/engine/history.h>

#include "statement.h"

namespace smartqueue::storage {

/// Columns of `tickets` that make a TicketRow, in the order of ticketRowOf().
inline constexpr std::string_view ticketRowColumns =
    "id, number, queue, state, priority, channel, agent, arrived_at, called_at, started_at, ended_at, waited_ms,"
    " promise_low, promise_likely, promise_high, imported";

engine::TicketRow ticketRowOf(const Rows &rows);

/// Time spent waiting in all legs whose wait is over.
Duration waitedOf(const Ticket &ticket);

/// The tickets and their legs as the log left them. Throws.
class TicketTable {
public:
    explicit TicketTable(Connection &connection);

    void write(const Ticket &ticket);

private:
    Statement m_write;
    Statement m_writeLeg;
    Statement m_dropLegs;
};

/// A ticket with its legs; nothing for an unknown one. Throws.
std::optional<Ticket> findTicket(Connection &connection, TicketId id);

} // namespace smartqueue::storage
