#include "kernel_branch.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <smartqueue/domain/limits.h>
#include <smartqueue/queueing/apply.h>

namespace smartqueue::simulation {

namespace {

/// Business days are counted from 1970 on, and 0 is none.
constexpr Instant opening{std::chrono::days(2)};

std::chrono::seconds slaOf(const QueueModel &model)
{
    const double services = model.sla.value_or(model.service.mean) / model.service.mean;
    const std::chrono::seconds nearest(std::llround(services * double(ticksOfService) / 1000));
    return std::clamp<std::chrono::seconds>(nearest, limits::slaMinimum, limits::slaMaximum);
}

Command asked(CommandBody body)
{
    Command command;
    command.body = std::move(body);
    return command;
}

} // namespace

Result<KernelBranch> KernelBranch::open(const QueueModel &model)
{
    KernelBranch branch;
    if (const Done made = branch.setUp(model); !made)
        return tl::unexpected(made.error());
    return branch;
}

Done KernelBranch::setUp(const QueueModel &model)
{
    Service service;
    service.name = "Service";
    service.sla = slaOf(model);
    if (Done made = carryOut(0, asked(DefineService{service})); !made)
        return made;
    Queue queue;
    queue.name = "Queue";
    queue.service = m_state.services.begin()->first;
    queue.discipline = model.discipline;
    queue.lastNumber = limits::number;
    if (Done made = carryOut(0, asked(DefineQueue{queue})); !made)
        return made;
    const QueueId queueId = m_state.queues.begin()->first;
    for (int i = 0; i < model.servers; ++i) {
        Agent agent;
        agent.name = std::to_string(i + 1);
        agent.assignments = {{queueId, 1}};
        if (Done made = carryOut(0, asked(DefineAgent{agent})); !made)
            return made;
        const AgentId id = m_state.agents.rbegin()->first;
        m_servers.push_back({asked(CallNext{id}), asked(StartService{id}), asked(CompleteService{id, {}})});
        if (Done signedIn = carryOut(0, asked(SignIn{id, {}})); !signedIn)
            return signedIn;
    }
    // The kernel calls the higher priority first.
    for (const CustomerClass &each : model.classes) {
        IssueTicket issue;
        issue.queue = queueId;
        issue.priority = -each.rank;
        m_issues.push_back(asked(issue));
    }
    return {};
}

Done KernelBranch::carryOut(Ticks now, const Command &command)
{
    m_batch.at = opening + Duration(now);
    auto events = queueing::decide(m_state, command, {m_batch.at, m_zone});
    if (!events)
        return tl::unexpected(events.error());
    m_batch.events = std::move(*events);
    m_batch.sequence = m_state.sequence + 1;
    // The batch does not name its command: so the kernel keeps no image for an undo, which nobody here asks for.
    queueing::apply(m_state, m_batch);
    return {};
}

Result<TicketId> KernelBranch::issue(Ticks now, int classIndex)
{
    if (const Done issued = carryOut(now, m_issues[std::size_t(classIndex)]); !issued)
        return tl::unexpected(issued.error());
    return std::get<TicketIssued>(m_batch.events.back()).ticket;
}

Result<TicketId> KernelBranch::callAndStart(Ticks now, int server)
{
    const ServerCommands &commands = m_servers[std::size_t(server)];
    if (const Done called = carryOut(now, commands.call); !called)
        return tl::unexpected(called.error());
    const TicketId ticket = std::get<TicketCalled>(m_batch.events.back()).ticket;
    if (const Done started = carryOut(now, commands.start); !started)
        return tl::unexpected(started.error());
    return ticket;
}

Done KernelBranch::complete(Ticks now, int server)
{
    return carryOut(now, m_servers[std::size_t(server)].complete);
}

Done KernelBranch::abandon(Ticks now, TicketId ticket)
{
    return carryOut(now, asked(AbandonTicket{ticket}));
}

} // namespace smartqueue::simulation
