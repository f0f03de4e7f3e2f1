#include "branch_arm.h"

#include <algorithm>
#include <iterator>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

namespace smartqueue::simulation {

namespace {

using queueing::BranchState;

Done carryOut(BranchState &state, const TimeZone &zone, Instant now, CommandBody body)
{
    Command command;
    command.body = std::move(body);
    auto events = queueing::decide(state, command, {now, zone});
    if (!events)
        return tl::unexpected(std::move(events.error()));
    EventBatch batch;
    batch.at = now;
    batch.events = std::move(*events);
    batch.sequence = state.sequence + 1;
    queueing::apply(state, batch);
    return {};
}

Done openCounter(BranchState &state, const TimeZone &zone, Instant now, QueueId id)
{
    const queueing::QueueState *queue = state.queue(id);
    if (!queue)
        return fail(failures::unknownQueue, {{"queue", std::to_string(id.value)}});
    Agent agent;
    // No agent of the branch may have the name.
    int number = 0;
    const auto isTaken = [&](const std::string &name) {
        return std::any_of(state.agents.begin(), state.agents.end(), [&](const auto &each) { return sameName(each.second.name, name); });
    };
    do
        agent.name = "+" + std::to_string(++number);
    while (isTaken(agent.name));
    if (const Service *service = state.service(queue->config.service))
        agent.skills = service->requiredSkills;
    agent.assignments = {{id, 1}};
    if (Done made = carryOut(state, zone, now, DefineAgent{agent}); !made)
        return made;
    return carryOut(state, zone, now, SignIn{state.agents.rbegin()->first, {}});
}

/// Without what no rule of a call reads, which every rollout would copy.
void makeLean(BranchState &state)
{
    state.undoable.clear();
    state.decided.clear();
    state.alerts.clear();
    state.conflicts.clear();
    for (auto &[id, queue] : state.queues)
        queue.services.clear();
    for (const TicketId id : state.closed) {
        const Ticket *ticket = state.ticket(id);
        if (!ticket || !ticket->closedAt)
            continue;
        // Its number stays given.
        if (const TicketId *newest = state.numbers.find(ticket->number); newest && *newest == id)
            state.numbers.set(ticket->number, {});
        state.tickets.erase(id);
    }
    state.closed.clear();
}

int indexOf(const BranchState &state, QueueId queue)
{
    return int(std::distance(state.queues.begin(), state.queues.find(queue)));
}

std::vector<ArmAgent> agentsOf(const BranchState &state, const BranchModel &model)
{
    std::vector<ArmAgent> agents;
    for (const auto &[id, agent] : state.agents) {
        ArmAgent each;
        each.id = id;
        const auto pace = model.pace.find(id);
        each.pace = pace == model.pace.end() ? 1 : pace->second;
        for (const Assignment &assignment : agent.assignments) {
            const queueing::QueueState *queue = state.queue(assignment.queue);
            if (queue && queue->config.status != QueueStatus::paused && queueing::canServe(state, agent, queue->config))
                each.queues.push_back(indexOf(state, assignment.queue));
        }
        agents.push_back(std::move(each));
    }
    return agents;
}

std::vector<ArmQueue> queuesOf(const BranchState &state, const BranchModel &model, const Changes &changes, const std::vector<ArmAgent> &agents)
{
    std::vector<ArmQueue> queues;
    for (const auto &[id, queue] : state.queues) {
        ArmQueue each;
        each.id = id;
        if (const auto habits = model.queues.find(id); habits != model.queues.end())
            each.habits = habits->second;
        each.sla = state.slaOf(queue.config);
        if (const auto factor = changes.arrivalFactors.find(id); factor != changes.arrivalFactors.end())
            each.arrivalFactor = factor->second;
        queues.push_back(std::move(each));
    }
    for (std::size_t agent = 0; agent < agents.size(); ++agent) {
        for (const Assignment &assignment : state.agents.at(agents[agent].id).assignments) {
            const auto &able = agents[agent].queues;
            const auto found = state.queues.find(assignment.queue);
            if (found == state.queues.end())
                continue;
            const int queue = indexOf(state, assignment.queue);
            if (std::find(able.begin(), able.end(), queue) != able.end())
                queues[std::size_t(queue)].servers.push_back({assignment.rank, int(agent)});
        }
    }
    for (ArmQueue &queue : queues)
        std::stable_sort(queue.servers.begin(), queue.servers.end(), [](const auto &a, const auto &b) { return a.rank < b.rank; });
    return queues;
}

/// `before`: without the changes.
std::vector<PresentTicket> presentOf(const BranchArm &arm, const BranchState &before, Instant now)
{
    std::vector<PresentTicket> present;
    for (const auto &[id, ticket] : arm.start.tickets) {
        const bool isInHand = ticket.state == TicketState::called || ticket.state == TicketState::serving;
        if (ticket.state != TicketState::waiting && !isInHand)
            continue;
        const Leg &leg = ticket.leg();
        PresentTicket each;
        each.id = id;
        each.queue = indexOf(arm.start, ticket.queue);
        // A transfer begins another wait in the state; the customer goes on waiting.
        const Ticket *unchanged = before.ticket(id);
        each.waitingSince = unchanged && unchanged->state == TicketState::waiting ? unchanged->leg().waitingSince : leg.waitingSince;
        if (isInHand) {
            each.agent = arm.agentIndex(ticket.agent).value_or(-1);
            each.isServing = ticket.state == TicketState::serving;
            each.spent = each.isServing ? now - leg.startedAt.value_or(now) - leg.held : now - leg.calledAt.value_or(now) - leg.heldBefore;
        }
        if (!isInHand || each.agent >= 0)
            present.push_back(each);
    }
    // The map promises no order.
    std::sort(present.begin(), present.end(), [](const PresentTicket &a, const PresentTicket &b) { return a.id < b.id; });
    return present;
}

} // namespace

std::vector<CommandBody> moveAgent(const queueing::BranchState &state, AgentId id, QueueId queue)
{
    std::vector<CommandBody> commands;
    for (const Assignment &assignment : state.agents.at(id).assignments) {
        if (assignment.queue != queue)
            commands.push_back(AssignAgent{id, assignment.queue, std::min(assignment.rank + 1, limits::rank)});
    }
    commands.push_back(AssignAgent{id, queue, 1});
    return commands;
}

std::optional<int> BranchArm::agentIndex(AgentId id) const
{
    const auto found = std::lower_bound(agents.begin(), agents.end(), id, [](const ArmAgent &agent, AgentId wanted) { return agent.id < wanted; });
    return found != agents.end() && found->id == id ? std::optional(int(found - agents.begin())) : std::nullopt;
}

Result<BranchArm> makeArm(const BranchState &state, const TimeZone &zone, const BranchModel &model, Instant now, const Changes &changes)
{
    BranchArm arm;
    arm.zone = zone;
    arm.start = queueing::asOf(state, now, zone);
    for (const CommandBody &command : changes.commands)
        SQ_CHECK(carryOut(arm.start, zone, now, command));
    for (const QueueId queue : changes.openedCounters)
        SQ_CHECK(openCounter(arm.start, zone, now, queue));
    makeLean(arm.start);
    arm.agents = agentsOf(arm.start, model);
    arm.queues = queuesOf(arm.start, model, changes, arm.agents);
    arm.present = presentOf(arm, state, now);
    arm.lastId = arm.start.lastId;
    return arm;
}

std::optional<Instant> breakEnds(const Branch &branch, const Agent &agent)
{
    for (const BreakReason &reason : branch.breakReasons) {
        if (reason.limit && sameName(reason.name, agent.statusReason))
            return agent.statusSince + *reason.limit;
    }
    return std::nullopt;
}

} // namespace smartqueue::simulation
