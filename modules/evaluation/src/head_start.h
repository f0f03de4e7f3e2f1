#pragma once

#include <span>

#include <smartqueue/evaluation/ticket_record.h>

namespace smartqueue::evaluation {

/// How much earlier tickets of high priority count as come, which no log says: the one of a few usual head starts under which the
/// recorded calls are most nearly in order. 0 without such tickets. `tickets` in order of arrival.
Duration fittedHeadStart(std::size_t queues, std::span<const TicketRecord> tickets);

} // namespace smartqueue::evaluation
