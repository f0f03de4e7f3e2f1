#include "figures.h"

#include <smartqueue/domain/limits.h>

namespace smartqueue::queueing {

void countWaits(BranchState &state, const Ticket &t, int sign)
{
    for (const Leg &leg : t.legs) {
        const auto until = leg.calledAt ? leg.calledAt : leg.endedAt;
        const auto counted = state.queues.find(leg.queue);
        if (until && counted != state.queues.end())
            counted->second.waited += sign * (*until - leg.waitingSince);
    }
}

void countClosed(BranchState &state, const Ticket &t, int sign)
{
    QueueState &q = state.queues.at(t.queue);
    const Leg &leg = t.leg();
    // Patience is about waiting for a call: whoever leaves while on hold had theirs.
    if (t.state == TicketState::abandoned && !leg.calledAt)
        q.abandonments += sign;
    const bool served = t.state == TicketState::completed && leg.startedAt && leg.endedAt;
    if (served && sign > 0) {
        q.services.push_back({t.id, *leg.endedAt - *leg.startedAt - leg.held});
        if (q.services.size() > limits::serviceHistory + limits::serviceSpares)
            q.services.erase(q.services.begin());
    } else if (served) {
        std::erase_if(q.services, [&](const FinishedService &s) { return s.ticket == t.id; });
    }
    if (!t.closedAt || *t.closedAt < state.dayStartedAt)
        return;
    DayCounters &day = q.today;
    switch (t.state) {
    case TicketState::completed:
        day.served += sign;
        if (served && leg.calledAt) {
            day.onTime += sign * int(*leg.calledAt - leg.waitingSince <= state.slaOf(q.config));
            day.waited += sign * (*leg.calledAt - leg.waitingSince);
            day.walked += sign * (*leg.startedAt - *leg.calledAt - leg.heldBefore);
            day.inService += sign * (*leg.endedAt - *leg.startedAt - leg.held);
        }
        break;
    case TicketState::abandoned: day.abandoned += sign; break;
    case TicketState::noShow: day.noShow += sign; break;
    case TicketState::cancelled: day.cancelled += sign; break;
    default: break;
    }
}

} // namespace smartqueue::queueing
