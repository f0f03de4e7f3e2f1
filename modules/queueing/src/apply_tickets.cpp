#include "smartqueue/queueing/place.h"

#include "applier.h"

namespace smartqueue::queueing {

void Applier::on(const TicketIssued &e)
{
    Ticket t;
    t.id = e.ticket;
    t.number = e.number;
    t.queue = e.queue;
    t.service = e.service;
    t.priority = e.priority;
    t.channel = e.channel;
    t.customer = e.customer;
    t.businessDay = e.businessDay;
    t.arrivedAt = m_at;
    t.place = placeOnArrival(e.priority, m_at, e.ticket);
    t.promise = e.promise;
    t.reservedFor = e.reservedFor;
    t.revision = m_batch.sequence;
    Leg leg;
    leg.queue = e.queue;
    leg.waitingSince = m_at;
    t.legs.push_back(std::move(leg));
    madeId(e.ticket.value);
    QueueState &q = queue(e.queue);
    if (e.sequence > 0)
        m_state.numbering[{q.config.prefix, q.config.firstNumber}] = e.sequence;
    spend(q, e.ticket);
    if (e.businessDay == m_state.businessDay)
        ++q.today.issued;
    m_state.numbers.set(e.number, e.ticket);
    joinLine(t);
    m_state.tickets.set(e.ticket, std::move(t));
}

void Applier::on(const TicketCalled &e)
{
    Ticket &t = ticket(e.ticket);
    leaveLine(t);
    t.state = TicketState::called;
    t.agent = e.agent;
    t.reservedFor = {};
    t.revision = m_batch.sequence;
    Leg &leg = t.leg();
    leg.calledAt = m_at;
    leg.agent = e.agent;
    leg.counter = e.counter;
    queue(t.queue).waited += m_at - leg.waitingSince;
    take(e.agent, e.ticket);
}

void Applier::on(const TicketRecalled &e)
{
    ++ticket(e.ticket).leg().recalls;
}

void Applier::on(const ServiceStarted &e)
{
    Ticket &t = ticket(e.ticket);
    t.state = TicketState::serving;
    t.leg().startedAt = m_at;
    t.revision = m_batch.sequence;
}

void Applier::on(const TicketHeld &e)
{
    Ticket &t = ticket(e.ticket);
    t.state = TicketState::held;
    t.heldSince = m_at;
    t.holdReason = e.reason;
    t.revision = m_batch.sequence;
    release(e.agent, e.ticket);
}

void Applier::on(const TicketResumed &e)
{
    Ticket &t = ticket(e.ticket);
    endHold(t);
    t.state = t.leg().startedAt ? TicketState::serving : TicketState::called;
    t.agent = e.agent;
    t.leg().agent = e.agent;
    t.leg().counter = agent(e.agent).counter;
    t.revision = m_batch.sequence;
    take(e.agent, e.ticket);
}

void Applier::on(const ServiceCompleted &e)
{
    Ticket &t = ticket(e.ticket);
    t.outcome = e.outcome;
    close(t, TicketState::completed, LegEnd::completed);
    release(e.agent, e.ticket);
}

void Applier::on(const TicketNotShown &e)
{
    close(ticket(e.ticket), TicketState::noShow, LegEnd::noShow);
    release(e.agent, e.ticket);
}

void Applier::on(const TicketReturned &e)
{
    Ticket &t = ticket(e.ticket);
    waitAgain(t, LegEnd::returned, t.queue, e.place, {});
}

void Applier::on(const TicketTransferred &e)
{
    Ticket &t = ticket(e.ticket);
    t.priority = e.priority;
    t.service = e.service;
    waitAgain(t, LegEnd::transferred, e.toQueue, placeOnArrival(e.priority, t.arrivedAt, t.id), e.reservedFor);
}

void Applier::on(const TicketAbandoned &e)
{
    close(ticket(e.ticket), TicketState::abandoned, LegEnd::abandoned);
}

void Applier::on(const TicketCancelled &e)
{
    close(ticket(e.ticket), TicketState::cancelled, LegEnd::cancelled);
}

void Applier::on(const PriorityChanged &e)
{
    Ticket &t = ticket(e.ticket);
    const bool waiting = t.state == TicketState::waiting;
    if (waiting)
        leaveLine(t);
    t.priority = e.priority;
    t.place.priority = e.priority;
    t.revision = m_batch.sequence;
    if (waiting)
        joinLine(t);
}

void Applier::on(const NoteSaved &e)
{
    if (m_state.ticket(e.ticket))
        ticket(e.ticket).noted = true;
}

} // namespace smartqueue::queueing
