#include "open_customers.h"

#include <stdexcept>

namespace smartqueue::simulation {

void OpenCustomers::add(TicketId ticket, const Customer &customer)
{
    while (m_places[placeOf(ticket)].ticket)
        grow();
    m_places[placeOf(ticket)] = {ticket, customer};
}

const Customer *OpenCustomers::find(TicketId ticket) const
{
    const Place &place = m_places[placeOf(ticket)];
    return place.ticket == ticket ? &place.customer : nullptr;
}

Customer OpenCustomers::take(TicketId ticket)
{
    Place &place = m_places[placeOf(ticket)];
    if (place.ticket != ticket)
        throw std::logic_error("a customer is taken who does not wait");
    place.ticket = {};
    return place.customer;
}

void OpenCustomers::grow()
{
    const std::vector<Place> before = std::move(m_places);
    m_places = std::vector<Place>(before.size() * 2);
    for (const Place &place : before) {
        if (place.ticket)
            m_places[placeOf(place.ticket)] = place;
    }
}

} // namespace smartqueue::simulation
