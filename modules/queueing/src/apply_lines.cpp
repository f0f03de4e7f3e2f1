#include <algorithm>

#include "applier.h"
#include "figures.h"

namespace smartqueue::queueing {

void Applier::joinLine(const Ticket &t)
{
    if (!t.reservedFor) {
        queue(t.queue).line.join({t.place, t.id});
        return;
    }
    auto &reserved = queue(t.queue).reserved;
    const auto behind = std::find_if(reserved.begin(), reserved.end(), [&](TicketId other) {
        return comesBefore({t.place, t.id}, {m_state.tickets.at(other).place, other}, Discipline::fifo, {}, {});
    });
    reserved.insert(behind, t.id);
}

void Applier::leaveLine(const Ticket &t)
{
    if (t.reservedFor)
        std::erase(queue(t.queue).reserved, t.id);
    else
        queue(t.queue).line.leave({t.place, t.id});
}

void Applier::unreserve(const std::vector<TicketId> &tickets)
{
    for (const TicketId id : tickets) {
        Ticket &t = ticket(id);
        leaveLine(t);
        t.reservedFor = {};
        joinLine(t);
    }
}

void Applier::endHold(Ticket &t)
{
    if (!t.heldSince)
        return;
    (t.leg().startedAt ? t.leg().held : t.leg().heldBefore) += m_at - *t.heldSince;
    t.heldSince.reset();
    t.holdReason.clear();
}

void Applier::close(Ticket &t, TicketState state, LegEnd end)
{
    const bool waited = t.state == TicketState::waiting;
    if (waited)
        leaveLine(t);
    endHold(t);
    t.state = state;
    t.closedAt = m_at;
    t.leg().endedAt = m_at;
    t.leg().end = end;
    t.revision = m_batch.sequence;
    if (waited)
        queue(t.queue).waited += m_at - t.leg().waitingSince;
    countClosed(m_state, t, +1);
    m_state.closed.push_back(t.id);
}

void Applier::waitAgain(Ticket &t, LegEnd end, QueueId queueId, const Place &place, AgentId reservedFor)
{
    if (t.state == TicketState::waiting) {
        leaveLine(t);
        queue(t.queue).waited += m_at - t.leg().waitingSince;
    } else if (!isOpen(t.state)) {
        countClosed(m_state, t, -1);
        t.closedAt.reset();
    }
    if (t.agent)
        release(t.agent, t.id);
    endHold(t);
    // A no-show that comes back was a no-show all the same.
    if (t.leg().end == LegEnd::open) {
        t.leg().endedAt = m_at;
        t.leg().end = end;
    }
    Leg next;
    next.queue = queueId;
    next.waitingSince = m_at;
    t.legs.push_back(std::move(next));
    t.queue = queueId;
    t.place = place;
    t.agent = {};
    t.reservedFor = reservedFor;
    t.outcome.clear();
    t.state = TicketState::waiting;
    t.revision = m_batch.sequence;
    joinLine(t);
}

} // namespace smartqueue::queueing
