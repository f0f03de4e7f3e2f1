#include <algorithm>

#include <smartqueue/domain/limits.h>

#include "applier.h"

namespace smartqueue::queueing {

void Applier::on(const BranchDefined &e)
{
    m_state.branch = e.branch;
    m_state.businessDay = e.businessDay.value_or(m_state.businessDay);
}

void Applier::on(const ServiceDefined &e)
{
    m_state.services[e.service.id] = e.service;
    madeId(e.service.id.value);
}

void Applier::on(const QueueDefined &e)
{
    m_state.queues[e.queue.id].config = e.queue;
    madeId(e.queue.id.value);
}

void Applier::on(const AgentDefined &e)
{
    Agent &a = m_state.agents[e.agent.id];
    a.id = e.agent.id;
    a.user = e.agent.user;
    // The name of an agent with an account stands beside the log; whoever knows it gives it.
    if (!e.agent.name.empty())
        a.name = e.agent.name;
    a.skills = e.agent.skills;
    a.hourlyCost = e.agent.hourlyCost;
    a.assignments = e.agent.assignments;
    madeId(e.agent.id.value);
}

void Applier::on(const ServiceRemoved &e)
{
    m_state.services.erase(e.service);
}

void Applier::on(const QueueRemoved &e)
{
    for (const auto &[device, blocks] : queue(e.queue).granted)
        withdraw(blocks);
    m_state.queues.erase(e.queue);
    for (auto &[id, a] : m_state.agents)
        std::erase_if(a.assignments, [&](const Assignment &assignment) { return assignment.queue == e.queue; });
    std::erase_if(m_state.alerts, [&](const auto &item) { return item.second.queue == e.queue; });
    // Closed tickets of a queue that is gone could not be taken back any more.
    for (const TicketId id : m_state.closed) {
        if (const Ticket *known = m_state.ticket(id); known && known->queue == e.queue)
            forget(id);
    }
    m_state.undoable.clear();
}

void Applier::on(const AgentRemoved &e)
{
    unreserve(e.released);
    m_state.agents.erase(e.agent);
    // What would give somebody something back who is gone cannot be taken back.
    std::erase_if(m_state.undoable, [&](const UndoRecord &record) {
        return std::any_of(record.agents.begin(), record.agents.end(), [&](const Agent &a) { return a.id == e.agent; })
            || std::any_of(record.tickets.begin(), record.tickets.end(), [&](const Ticket &t) { return t.agent == e.agent; });
    });
}

void Applier::on(const DisciplineChanged &e)
{
    queue(e.queue).config.discipline = e.discipline;
}

void Applier::on(const QueueStatusChanged &e)
{
    queue(e.queue).config.status = e.status;
}

void Applier::on(const AgentAssigned &e)
{
    auto &assignments = agent(e.agent).assignments;
    std::erase_if(assignments, [&](const Assignment &a) { return a.queue == e.queue; });
    const auto behind = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment &a) { return a.rank > e.rank; });
    assignments.insert(behind, {e.queue, e.rank});
}

void Applier::on(const AgentUnassigned &e)
{
    std::erase_if(agent(e.agent).assignments, [&](const Assignment &a) { return a.queue == e.queue; });
}

void Applier::on(const BusinessDayStarted &e)
{
    m_state.businessDay = e.day;
    m_state.dayStartedAt = m_batch.at;
    for (auto &[id, q] : m_state.queues)
        q.today = {};
    if (!m_state.branch.numberReset.never)
        m_state.numbering.clear();
    std::vector<std::string> ofYesterday;
    for (const auto &[number, ticketId] : m_state.numbers) {
        if (!ticketId)
            ofYesterday.push_back(number);
    }
    for (const std::string &number : ofYesterday)
        m_state.numbers.erase(number);
    m_state.decided.clear();
    std::erase_if(m_state.alerts, [](const auto &item) { return item.second.clearedAt.has_value(); });
}

void Applier::on(const HistoryImported &e)
{
    for (const QueueHistory &history : e.queues) {
        const auto found = m_state.queues.find(history.queue);
        if (found == m_state.queues.end())
            continue;
        QueueState &q = found->second;
        q.abandonments += history.abandonments;
        q.waited += history.waited;
        // What the branch has measured itself is newer than any import.
        std::vector<FinishedService> services;
        for (const Duration duration : history.services)
            services.push_back({{}, duration});
        services.insert(services.end(), q.services.begin(), q.services.end());
        constexpr std::size_t kept = limits::serviceHistory + limits::serviceSpares;
        if (services.size() > kept)
            services.erase(services.begin(), services.end() - std::ptrdiff_t(kept));
        q.services = std::move(services);
    }
}

} // namespace smartqueue::queueing
