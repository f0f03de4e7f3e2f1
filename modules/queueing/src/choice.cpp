#include "smartqueue/queueing/choice.h"

#include <algorithm>

namespace smartqueue::queueing {

namespace {

int rankOf(const Agent &agent, QueueId queue)
{
    const auto found = std::find_if(agent.assignments.begin(), agent.assignments.end(), [&](const Assignment &a) { return a.queue == queue; });
    return found == agent.assignments.end() ? 0 : found->rank;
}

Choice choiceOf(const BranchState &state, const QueueState &queue, const WaitingLine::Entry &entry, int rank, bool reserved, Instant now)
{
    Choice choice;
    choice.ticket = entry.ticket;
    choice.basis.reserved = reserved;
    choice.basis.discipline = queue.config.discipline;
    choice.basis.rank = rank;
    choice.basis.pastSla = isPastSla(entry.place, now, state.slaOf(queue.config));
    choice.basis.place = entry.place;
    choice.basis.waiting = queue.waitingCount();
    return choice;
}

Obstacle obstacleOf(const BranchState &state, const Agent &agent, const Ticket &ticket, const QueueState &queue)
{
    if (ticket.state != TicketState::waiting)
        return Obstacle::notWaiting;
    if (ticket.reservedFor && ticket.reservedFor != agent.id)
        return Obstacle::keptForAnother;
    if (queue.config.status == QueueStatus::paused)
        return Obstacle::queuePaused;
    // Who it was kept for could serve it then, and the customer waits for this person.
    if (ticket.reservedFor)
        return Obstacle::none;
    if (rankOf(agent, queue.config.id) == 0)
        return Obstacle::notAssigned;
    return hasSkillsFor(state, agent, queue.config) ? Obstacle::none : Obstacle::missingSkill;
}

} // namespace

bool countsAsLate(const CallBasis &basis)
{
    return basis.pastSla && basis.discipline == Discipline::sla;
}

int countedPriority(const CallBasis &basis)
{
    return basis.discipline == Discipline::fifo ? 0 : basis.place.priority;
}

Precedence precedenceOf(const Choice &a, const Choice &b)
{
    if (a.basis.reserved != b.basis.reserved)
        return {a.basis.reserved, CallRule::reserved};
    if (!a.basis.reserved) {
        if (a.basis.rank != b.basis.rank)
            return {a.basis.rank < b.basis.rank, CallRule::rank};
        if (countsAsLate(a.basis) != countsAsLate(b.basis))
            return {countsAsLate(a.basis), CallRule::sla};
        if (countedPriority(a.basis) != countedPriority(b.basis))
            return {countedPriority(a.basis) > countedPriority(b.basis), CallRule::priority};
    }
    return {comesBefore({a.basis.place, a.ticket}, {b.basis.place, b.ticket}, Discipline::fifo, {}, {}), CallRule::place};
}

Standing standingOf(const BranchState &state, const Agent &agent, const Ticket &ticket, Instant now)
{
    const QueueState *queue = state.queue(ticket.queue);
    if (!queue)
        return {Obstacle::notWaiting, {ticket.id, {}}};
    return {obstacleOf(state, agent, ticket, *queue),
            choiceOf(state, *queue, {ticket.place, ticket.id}, rankOf(agent, ticket.queue), ticket.reservedFor == agent.id, now)};
}

std::vector<Choice> upcomingFor(const BranchState &state, const Agent &agent, Instant now, std::size_t count)
{
    std::vector<Choice> choices;
    for (const auto &[id, queue] : state.queues) {
        for (const TicketId reserved : queue.reserved) {
            const Ticket *ticket = state.ticket(reserved);
            if (!ticket || ticket->reservedFor != agent.id)
                continue;
            if (const Standing standing = standingOf(state, agent, *ticket, now); standing.obstacle == Obstacle::none)
                choices.push_back(standing.choice);
        }
    }
    for (const Assignment &assignment : agent.assignments) {
        const QueueState *queue = state.queue(assignment.queue);
        if (!queue || queue->config.status == QueueStatus::paused || !canServe(state, agent, queue->config))
            continue;
        const Duration sla = state.slaOf(queue->config);
        const auto add = [&](const WaitingLine::Entry &entry) {
            choices.push_back(choiceOf(state, *queue, entry, assignment.rank, false, now));
        };
        if (count == 1) {
            if (const auto first = queue->line.first(queue->config.discipline, now, sla))
                add(*first);
        } else {
            const auto ordered = queue->line.inOrder(queue->config.discipline, now, sla);
            std::for_each_n(ordered.begin(), std::min(ordered.size(), count), add);
        }
    }
    std::sort(choices.begin(), choices.end(), [](const Choice &a, const Choice &b) { return precedenceOf(a, b).firstGoes; });
    choices.resize(std::min(choices.size(), count));
    return choices;
}

std::optional<Choice> nextFor(const BranchState &state, const Agent &agent, Instant now)
{
    const auto choices = upcomingFor(state, agent, now, 1);
    return choices.empty() ? std::nullopt : std::optional(choices.front());
}

} // namespace smartqueue::queueing
