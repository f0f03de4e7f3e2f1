#include "smartqueue/queueing/choice.h"

#include <algorithm>

namespace smartqueue::queueing {

namespace {

int rankOf(const Agent &agent, QueueId queue)
{
    const auto found = std::find_if(agent.assignments.begin(), agent.assignments.end(), [&](const Assignment &a) { return a.queue == queue; });
    return found == agent.assignments.end() ? 0 : found->rank;
}

/// Of the queue as it stands; none for an empty line.
std::optional<CallUrgency> urgencyNow(const BranchState &state, const QueueState &queue, Instant now)
{
    if (state.branch.routing == CallRouting::ranks)
        return std::nullopt;
    const auto next = queue.line.first(queue.config.discipline, now, state.slaOf(queue.config));
    return next ? urgencyOf(state, queue, next->place, queue.line.size(), now) : std::nullopt;
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

std::optional<CallUrgency> urgencyOf(const BranchState &state, const QueueState &queue, const Place &next, std::size_t waiting, Instant now)
{
    using Seconds = std::chrono::duration<double>;
    const CallRouting by = state.branch.routing;
    const Seconds waited = now - next.since;
    const Seconds sla = state.slaOf(queue.config);
    switch (by) {
    case CallRouting::ranks:
        break;
    case CallRouting::longestQueue:
        return CallUrgency{by, double(waiting)};
    case CallRouting::costedDelay:
        return CallUrgency{by, waited / sla / (meanServiceSeconds(state, queue) / 3600)};
    case CallRouting::deadline:
        return CallUrgency{by, (waited - sla).count()};
    }
    return std::nullopt;
}

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
        const double urgencyOfA = a.basis.urgency ? a.basis.urgency->index : 0;
        const double urgencyOfB = b.basis.urgency ? b.basis.urgency->index : 0;
        if (urgencyOfA != urgencyOfB)
            return {urgencyOfA > urgencyOfB, CallRule::urgency};
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
    const bool isKept = ticket.reservedFor == agent.id;
    Standing standing{obstacleOf(state, agent, ticket, *queue), choiceOf(state, *queue, {ticket.place, ticket.id}, rankOf(agent, ticket.queue), isKept, now)};
    if (!isKept)
        standing.choice.basis.urgency = urgencyNow(state, *queue, now);
    return standing;
}

namespace {

/// Those kept for the agent, in no order.
template <class Add>
void forEachKept(const BranchState &state, const Agent &agent, Instant now, const Add &add)
{
    for (const auto &[id, queue] : state.queues) {
        for (const TicketId reserved : queue.reserved) {
            const Ticket *ticket = state.ticket(reserved);
            if (!ticket || ticket->reservedFor != agent.id)
                continue;
            if (Standing standing = standingOf(state, agent, *ticket, now); standing.obstacle == Obstacle::none)
                add(std::move(standing.choice));
        }
    }
}

/// The lines the agent may call from, with the rank.
template <class Add>
void forEachLine(const BranchState &state, const Agent &agent, const Add &add)
{
    for (const Assignment &assignment : agent.assignments) {
        const QueueState *queue = state.queue(assignment.queue);
        if (queue && !queue->line.empty() && queue->config.status != QueueStatus::paused && hasSkillsFor(state, agent, queue->config))
            add(*queue, assignment.rank);
    }
}

bool goesFirst(const Choice &a, const Choice &b)
{
    return precedenceOf(a, b).firstGoes;
}

/// A line, call by call.
class CallsFromLine {
public:
    CallsFromLine(const BranchState &state, const QueueState &queue, int rank, Instant now)
        : m_state(state), m_queue(queue), m_rank(rank), m_now(now), m_order(queue.line.inOrder(queue.config.discipline, now, state.slaOf(queue.config)))
    {
        advance();
    }

    const std::optional<Choice> &next() const { return m_next; }
    Choice take()
    {
        Choice taken = std::move(*m_next);
        advance();
        return taken;
    }

private:
    void advance()
    {
        m_next.reset();
        if (m_called == m_order.size())
            return;
        const WaitingLine::Entry &entry = m_order[m_called];
        m_next = choiceOf(m_state, m_queue, entry, m_rank, false, m_now);
        m_next->basis.urgency = urgencyOf(m_state, m_queue, entry.place, m_order.size() - m_called, m_now);
        ++m_called;
    }

    const BranchState &m_state;
    const QueueState &m_queue;
    int m_rank;
    Instant m_now;
    std::vector<WaitingLine::Entry> m_order;
    std::size_t m_called = 0;
    std::optional<Choice> m_next;
};

} // namespace

std::vector<Choice> upcomingFor(const BranchState &state, const Agent &agent, Instant now, std::size_t count)
{
    std::vector<Choice> choices;
    forEachKept(state, agent, now, [&](Choice choice) { choices.push_back(std::move(choice)); });
    std::sort(choices.begin(), choices.end(), goesFirst);
    choices.resize(std::min(choices.size(), count));

    std::vector<CallsFromLine> lines;
    forEachLine(state, agent, [&](const QueueState &queue, int rank) { lines.emplace_back(state, queue, rank, now); });
    while (choices.size() < count) {
        const auto first = std::min_element(lines.begin(), lines.end(), [](const CallsFromLine &a, const CallsFromLine &b) {
            return a.next() && (!b.next() || goesFirst(*a.next(), *b.next()));
        });
        if (first == lines.end() || !first->next())
            break;
        choices.push_back(first->take());
    }
    return choices;
}

std::optional<Choice> nextFor(const BranchState &state, const Agent &agent, Instant now)
{
    std::optional<Choice> next;
    const auto compete = [&](Choice choice) {
        if (!next || goesFirst(choice, *next))
            next = std::move(choice);
    };
    forEachKept(state, agent, now, compete);
    forEachLine(state, agent, [&](const QueueState &queue, int rank) {
        const auto first = queue.line.first(queue.config.discipline, now, state.slaOf(queue.config));
        Choice choice = choiceOf(state, queue, *first, rank, false, now);
        choice.basis.urgency = urgencyOf(state, queue, first->place, queue.line.size(), now);
        compete(std::move(choice));
    });
    return next;
}

} // namespace smartqueue::queueing
