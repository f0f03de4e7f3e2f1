#include "smartqueue/domain/touched_tickets.h"

#include <algorithm>

namespace smartqueue {

std::vector<TicketId> touchedTickets(const std::vector<Event> &events)
{
    std::vector<TicketId> tickets;
    for (const Event &event : events) {
        std::visit(
            [&](const auto &e) {
                if constexpr (requires { e.ticket; })
                    tickets.push_back(e.ticket);
                if constexpr (requires { e.action.ticket; })
                    tickets.push_back(e.action.ticket);
                if constexpr (requires { e.released; })
                    tickets.insert(tickets.end(), e.released.begin(), e.released.end());
                if constexpr (requires { e.tickets; }) {
                    for (const Ticket &ticket : e.tickets)
                        tickets.push_back(ticket.id);
                }
            },
            event);
    }
    std::sort(tickets.begin(), tickets.end());
    tickets.erase(std::unique(tickets.begin(), tickets.end()), tickets.end());
    std::erase(tickets, TicketId{});
    return tickets;
}

} // namespace smartqueue
