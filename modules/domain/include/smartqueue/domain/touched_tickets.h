#pragma once

#include <vector>

#include <smartqueue/domain/events.h>

namespace smartqueue {

/// The tickets that the events name or change, each once, ordered by id: those whose stored rows and stories they concern.
std::vector<TicketId> touchedTickets(const std::vector<Event> &events);

} // namespace smartqueue
