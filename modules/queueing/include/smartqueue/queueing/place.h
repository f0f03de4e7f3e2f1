#pragma once

#include <smartqueue/domain/values.h>

namespace smartqueue::queueing {

/// Urgency that a transfer adds, so that a customer sent on does not start again behind the newcomers.
inline constexpr int transferPriorityBonus = 10;

/// Between the ties of two tickets that came one after the other, so that twenty returns and more find room in one gap.
inline constexpr std::int64_t tieStep = std::int64_t(1) << 32;

/// The place of somebody who came at `since`: behind all who came earlier, and in the order of issue at the same instant.
inline Place placeOnArrival(int priority, Instant since, TicketId ticket)
{
    return {priority, since, ticket.value * tieStep};
}

/// The place in its next queue: the arrival stays, the urgency grows by the bonus.
Place placeAfterTransfer(const Ticket &ticket);

} // namespace smartqueue::queueing
