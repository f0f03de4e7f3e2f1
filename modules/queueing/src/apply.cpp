#include "smartqueue/queueing/apply.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <smartqueue/domain/limits.h>
#include <smartqueue/domain/touched_tickets.h>

#include "applier.h"
#include "undo_image.h"

namespace smartqueue::queueing {

void Applier::run()
{
    m_state.at = std::max(m_state.at, m_batch.at);
    m_state.sequence = m_batch.sequence;
    rememberForUndo(m_state, m_batch);
    for (const Event &event : m_batch.events) {
        std::visit(
            [this](const auto &e) {
                if constexpr (isOneOf<std::decay_t<decltype(e)>, BranchEvent>)
                    on(e);
            },
            event);
    }
    forgetOld();
}

void Applier::madeId(std::int64_t id)
{
    m_state.lastId = std::max(m_state.lastId, id);
}

void Applier::forgetOld()
{
    std::optional<std::vector<TicketId>> touched;
    const auto isTouched = [&](TicketId id) {
        if (!touched)
            touched = touchedTickets(m_batch.events);
        return std::binary_search(touched->begin(), touched->end(), id);
    };
    while (!m_state.closed.empty()) {
        const Ticket *known = m_state.ticket(m_state.closed.front());
        const bool stillClosed = known && known->closedAt;
        if (stillClosed && (m_batch.at - *known->closedAt < limits::closedTicketsStay || isTouched(known->id)))
            break;
        if (stillClosed)
            forget(m_state.closed.front());
        m_state.closed.pop_front();
    }
    while (!m_state.undoable.empty() && m_batch.at - m_state.undoable.front().at > 2 * m_state.branch.undoWindow)
        m_state.undoable.pop_front();
}

void Applier::forget(TicketId id)
{
    const Ticket &old = m_state.tickets.at(id);
    if (const TicketId *newest = m_state.numbers.find(old.number); newest && *newest == id) {
        // A number of today stays given, whoever had it.
        if (old.businessDay == m_state.businessDay)
            m_state.numbers.set(old.number, {});
        else
            m_state.numbers.erase(old.number);
    }
    m_state.tickets.erase(id);
}

void apply(BranchState &state, const EventBatch &batch)
{
    Applier(state, batch).run();
}

} // namespace smartqueue::queueing
