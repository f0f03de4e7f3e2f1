#include "smartqueue/queueing/place.h"

#include <algorithm>

#include <smartqueue/domain/limits.h>

namespace smartqueue::queueing {

Place placeAfterTransfer(const Ticket &ticket)
{
    return placeOnArrival(std::min(ticket.priority + transferPriorityBonus, limits::priority), ticket.arrivedAt, ticket.id);
}

} // namespace smartqueue::queueing
