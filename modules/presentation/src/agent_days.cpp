#include "smartqueue/presentation/agent_days.h"

#include <algorithm>

#include <smartqueue/domain/touched_tickets.h>
#include <smartqueue/engine/past_state.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::presentation {

std::optional<Duration> AgentFigures::meanService() const
{
    return served > 0 ? std::optional(inService / served) : std::nullopt;
}

std::optional<double> AgentFigures::onTimeShare() const
{
    return served > 0 ? std::optional(double(onTime) / served) : std::nullopt;
}

std::optional<double> AgentFigures::costPerTicket(std::optional<int> hourlyCost) const
{
    if (!hourlyCost || served == 0)
        return std::nullopt;
    return *hourlyCost * (std::chrono::duration<double, std::ratio<3600>>(onDuty).count()) / served;
}

void AgentFigures::add(const AgentFigures &other)
{
    served += other.served;
    onTime += other.onTime;
    inService += other.inService;
    breaks += other.breaks;
    onBreak += other.onBreak;
    onDuty += other.onDuty;
}

AgentDays::AgentDays(queueing::BranchState state, Instant from) : m_state(std::move(state))
{
    for (const auto &[id, agent] : m_state.agents)
        m_running[id] = {phaseOf(agent), from};
}

Result<AgentDays> AgentDays::begin(engine::HistoryReader &reader, Instant from)
{
    auto state = engine::stateAt(reader, from);
    if (!state)
        return tl::unexpected<Failure>(state.error());
    return AgentDays(std::move(*state), from);
}

Done AgentDays::advance(engine::HistoryReader &reader, std::optional<Instant> until)
{
    return reader.readLog(m_state.sequence, until, [this](const EventBatch &batch) {
        take(batch);
        return true;
    });
}

void AgentDays::take(const EventBatch &batch)
{
    queueing::apply(m_state, batch);
    followAgents(batch.at);
    for (const TicketId id : touchedTickets(batch.events))
        followTicket(id);
}

AgentDays::Phase AgentDays::phaseOf(const Agent &agent)
{
    switch (agent.status) {
    case AgentStatus::available:
    case AgentStatus::busy: return Phase::onDuty;
    case AgentStatus::paused: return Phase::onBreak;
    case AgentStatus::offline: break;
    }
    return Phase::away;
}

void AgentDays::followAgents(Instant at)
{
    for (const auto &[id, agent] : m_state.agents) {
        Running &running = m_running[id];
        const Phase phase = phaseOf(agent);
        if (phase == running.phase)
            continue;
        addTime(m_closed[id], running, at);
        running = {phase, at};
        if (phase == Phase::onBreak)
            ++m_closed[id].breaks;
    }
}

void AgentDays::followTicket(TicketId id)
{
    if (const auto before = m_services.find(id); before != m_services.end()) {
        count(before->second, -1);
        m_services.erase(before);
    }
    const Ticket *ticket = m_state.ticket(id);
    if (!ticket || ticket->state != TicketState::completed)
        return;
    const Leg &leg = ticket->leg();
    const queueing::QueueState *queue = m_state.queue(ticket->queue);
    if (!leg.calledAt || !leg.startedAt || !leg.endedAt || !queue)
        return;
    const Service service{leg.agent, *leg.endedAt - *leg.startedAt - leg.held,
                          *leg.calledAt - leg.waitingSince <= m_state.slaOf(queue->config)};
    count(service, +1);
    m_services.emplace(id, service);
}

void AgentDays::count(const Service &service, int sign)
{
    AgentFigures &figures = m_closed[service.agent];
    figures.served += sign;
    figures.onTime += sign * int(service.onTime);
    figures.inService += sign * service.duration;
}

void AgentDays::addTime(AgentFigures &figures, const Running &running, Instant until)
{
    const Duration lasted = std::max(until - running.since, Duration(0));
    if (running.phase == Phase::onDuty)
        figures.onDuty += lasted;
    else if (running.phase == Phase::onBreak)
        figures.onBreak += lasted;
}

std::map<AgentId, AgentFigures> AgentDays::figures(Instant at) const
{
    std::map<AgentId, AgentFigures> all = m_closed;
    for (const auto &[id, agent] : m_state.agents) {
        AgentFigures &figures = all[id];
        if (const auto running = m_running.find(id); running != m_running.end())
            addTime(figures, running->second, at);
    }
    return all;
}

} // namespace smartqueue::presentation
