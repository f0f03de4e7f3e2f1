#include <smartqueue/presentation/ticket_facts.h>

#include <algorithm>

#include <smartqueue/queueing/decide.h>

namespace smartqueue::presentation {

Instant dayStart(const engine::BranchSnapshot &snapshot, Instant now, std::chrono::days back)
{
    const Branch &branch = snapshot.state.branch;
    const std::int32_t day = queueing::businessDayOf(now, branch, snapshot.zone);
    const int hour = branch.numberReset.never ? 0 : branch.numberReset.hour;
    const LocalDay local{std::chrono::days(day) - back};
    return snapshot.zone.toInstant(LocalInstant(local) + std::chrono::hours(hour));
}

Duration waitedBy(const Ticket &ticket, Instant now)
{
    Duration sum{0};
    for (const Leg &leg : ticket.legs) {
        const Instant until = leg.calledAt.value_or(leg.endedAt.value_or(now));
        sum += std::max(until - leg.waitingSince, Duration(0));
    }
    return sum;
}

QString queueName(const engine::BranchSnapshot &snapshot, QueueId queue)
{
    const queueing::QueueState *found = snapshot.state.queue(queue);
    return found ? QString::fromStdString(found->config.name) : QString();
}

QString agentName(const engine::BranchSnapshot &snapshot, AgentId agent)
{
    const Agent *found = snapshot.state.agent(agent);
    return found ? QString::fromStdString(found->name) : QString();
}

std::optional<std::pair<Duration, Duration>> usualService(const engine::BranchSnapshot &snapshot, QueueId queue)
{
    const queueing::QueueState *found = snapshot.state.queue(queue);
    if (!found || found->services.size() < 5)
        return std::nullopt;
    std::vector<Duration> durations;
    durations.reserve(found->services.size());
    for (const queueing::FinishedService &service : found->services)
        durations.push_back(service.duration);
    std::sort(durations.begin(), durations.end());
    const auto at = [&](double share) { return durations[std::size_t(share * double(durations.size() - 1) + 0.5)]; };
    return std::pair(at(0.2), at(0.8));
}

Done wouldAccept(const engine::BranchSnapshot &snapshot, const CommandBody &body, AgentId actor, Instant now)
{
    Command command;
    command.body = body;
    command.actor = actor;
    const queueing::Circumstances circumstances{std::max(now, snapshot.state.at), snapshot.zone};
    if (auto events = queueing::decide(snapshot.state, command, circumstances); !events)
        return tl::unexpected<Failure>(events.error());
    return {};
}

TicketActions ticketActions(const engine::BranchSnapshot &snapshot, TicketId ticket, AgentId actor, Instant now)
{
    TicketActions actions;
    const queueing::BranchState &state = snapshot.state;
    const Ticket *found = state.ticket(ticket);
    if (!found || !isOpen(found->state))
        return actions;
    const auto accepts = [&](const CommandBody &body) { return wouldAccept(snapshot, body, actor, now).has_value(); };
    for (const auto &[id, agent] : state.agents) {
        if (agent.status != AgentStatus::offline && accepts(CallTicket{id, ticket, "asked for"}))
            actions.callers.push_back(id);
        if (accepts(TransferTicket{ticket, {}, id}))
            actions.toAgents.push_back(id);
    }
    for (const auto &[id, queue] : state.queues) {
        if (id != found->queue && accepts(TransferTicket{ticket, id, {}}))
            actions.toQueues.push_back(id);
    }
    actions.returnToLine = accepts(ReturnTicket{ticket, {}});
    actions.changePriority = accepts(ChangePriority{ticket, found->priority == 0 ? 5 : 0});
    actions.abandon = accepts(AbandonTicket{ticket});
    actions.cancel = accepts(CancelTicket{ticket});
    return actions;
}

} // namespace smartqueue::presentation
