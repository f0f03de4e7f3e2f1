#include "touched_tickets.h"

#include <algorithm>

namespace smartqueue::storage {

std::vector<TicketId> touchedTickets(const std::vector<Event> &events)
{
    std::vector<TicketId> tickets;
    for (const Event &event : events) {
        std::visit(
            [&](const auto &e) {
                if constexpr (requires { e.ticket; })
                    tickets.push_back(e.ticket);
                else if constexpr (requires { e.action.ticket; })
                    tickets.push_back(e.action.ticket);
                else if constexpr (requires { e.tickets; })
                    for (const Ticket &ticket : e.tickets)
                        tickets.push_back(ticket.id);
            },
            event);
    }
    std::sort(tickets.begin(), tickets.end());
    tickets.erase(std::unique(tickets.begin(), tickets.end()), tickets.end());
    std::erase(tickets, TicketId{});
    return tickets;
}

} // namespace smartqueue::storage
