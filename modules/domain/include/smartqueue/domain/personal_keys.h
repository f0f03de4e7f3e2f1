#pragma once

#include <string>

#include <smartqueue/domain/ids.h>

namespace smartqueue {

/// The key of a ticket's note among the personal data, which stands beside the log.
inline std::string noteKey(TicketId ticket)
{
    return "note-" + std::to_string(ticket.value);
}

} // namespace smartqueue
