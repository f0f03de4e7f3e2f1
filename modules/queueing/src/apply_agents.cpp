#include "applier.h"

namespace smartqueue::queueing {

void Applier::setStatus(Agent &a, AgentStatus status, const std::string &reason)
{
    if (a.status != status || a.statusReason != reason)
        a.statusSince = m_at;
    a.status = status;
    a.statusReason = reason;
    a.revision = m_batch.sequence;
}

void Applier::release(AgentId id, TicketId ticketId)
{
    const auto found = m_state.agents.find(id);
    if (found == m_state.agents.end() || found->second.current != ticketId)
        return;
    Agent &a = found->second;
    a.current = {};
    setStatus(a, a.breakArmed ? AgentStatus::paused : AgentStatus::available, a.armedReason);
    a.breakArmed = false;
    a.armedReason.clear();
}

void Applier::take(AgentId id, TicketId ticketId)
{
    Agent &a = agent(id);
    a.current = ticketId;
    setStatus(a, AgentStatus::busy, {});
}

void Applier::on(const AgentSignedIn &e)
{
    Agent &a = agent(e.agent);
    a.counter = e.counter;
    setStatus(a, AgentStatus::available, {});
}

void Applier::on(const AgentSignedOut &e)
{
    Agent &a = agent(e.agent);
    setStatus(a, AgentStatus::offline, {});
    a.counter.clear();
    a.breakArmed = false;
    a.armedReason.clear();
    unreserve(e.released);
}

void Applier::on(const AgentStatusChanged &e)
{
    setStatus(agent(e.agent), e.status, e.reason);
}

void Applier::on(const BreakArmed &e)
{
    Agent &a = agent(e.agent);
    a.breakArmed = e.armed;
    a.armedReason = e.reason;
}

} // namespace smartqueue::queueing
