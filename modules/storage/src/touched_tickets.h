#pragma once

#include <vector>

#include <smartqueue/domain/events.h>

namespace smartqueue::storage {

/// The tickets that the events name, each once, ordered by id.
std::vector<TicketId> touchedTickets(const std::vector<Event> &events);

} // namespace smartqueue::storage
