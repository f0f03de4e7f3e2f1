#pragma once

#include <vector>

#include <smartqueue/domain/ids.h>

#include "customer_source.h"

namespace smartqueue::simulation {

/// Who waits, by ticket. Ids follow each other, so a ring finds them at once.
class OpenCustomers {
public:
    /// `ticket` is younger than all before.
    void add(TicketId ticket, const Customer &customer);
    /// Null when they wait no more.
    const Customer *find(TicketId ticket) const;
    /// They must be there.
    Customer take(TicketId ticket);

private:
    struct Place {
        TicketId ticket;
        Customer customer;
    };

    std::size_t placeOf(TicketId ticket) const { return std::size_t(ticket.value) & (m_places.size() - 1); }
    void grow();

    /// A power of two of them, a free one without ticket.
    std::vector<Place> m_places{64};
};

} // namespace smartqueue::simulation
