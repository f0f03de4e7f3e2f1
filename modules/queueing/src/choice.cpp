#include <algorithm>

#include "smartqueue/queueing/decide.h"

namespace smartqueue::queueing {

namespace {

/// The head of one queue as it competes with the heads of others at the same rank.
struct Contender {
    WaitingLine::Entry entry;
    const QueueState *queue;
    int rank;
    bool pastSla;
};

/// Each queue's own discipline says what counts: past its SLA only under sla, priority under sla and priority.
bool goesFirst(const Contender &a, const Contender &b)
{
    const bool aLate = a.queue->config.discipline == Discipline::sla && a.pastSla;
    const bool bLate = b.queue->config.discipline == Discipline::sla && b.pastSla;
    if (aLate != bLate)
        return aLate;
    const auto priority = [](const Contender &c) {
        return c.queue->config.discipline == Discipline::fifo ? 0 : c.entry.place.priority;
    };
    if (priority(a) != priority(b))
        return priority(a) > priority(b);
    return comesBefore(a.entry, b.entry, Discipline::fifo, {}, {});
}

Choice chosenBy(const Contender &contender)
{
    Choice choice;
    choice.ticket = contender.entry.ticket;
    choice.basis.discipline = contender.queue->config.discipline;
    choice.basis.rank = contender.rank;
    choice.basis.pastSla = contender.pastSla;
    choice.basis.place = contender.entry.place;
    choice.basis.waiting = contender.queue->waitingCount();
    return choice;
}

bool isCalledFrom(const BranchState &state, const Agent &agent, const QueueState &queue)
{
    return queue.config.status != QueueStatus::paused && canServe(state, agent, queue.config);
}

} // namespace

std::vector<Choice> upcomingFor(const BranchState &state, const Agent &agent, Instant now, std::size_t count)
{
    std::vector<Choice> choices;
    for (const auto &[id, queue] : state.queues) {
        for (const TicketId reserved : queue.reserved) {
            const Ticket *ticket = state.ticket(reserved);
            if (ticket && ticket->reservedFor == agent.id && queue.config.status != QueueStatus::paused) {
                Choice choice = chosenBy({{ticket->place, ticket->id}, &queue, 0, isPastSla(ticket->place, now, state.slaOf(queue.config))});
                choice.basis.reserved = true;
                choices.push_back(choice);
            }
        }
    }
    std::sort(choices.begin(), choices.end(), [](const Choice &a, const Choice &b) {
        return comesBefore({a.basis.place, a.ticket}, {b.basis.place, b.ticket}, Discipline::fifo, {}, {});
    });

    std::vector<Assignment> assignments = agent.assignments;
    std::stable_sort(assignments.begin(), assignments.end(), [](const Assignment &a, const Assignment &b) { return a.rank < b.rank; });
    for (auto rank = assignments.begin(); rank != assignments.end() && choices.size() < count;) {
        const auto rankEnd = std::find_if(rank, assignments.end(), [&](const Assignment &a) { return a.rank != rank->rank; });
        std::vector<Contender> contenders;
        for (auto assignment = rank; assignment != rankEnd; ++assignment) {
            const QueueState *queue = state.queue(assignment->queue);
            if (!queue || !isCalledFrom(state, agent, *queue))
                continue;
            const Duration sla = state.slaOf(queue->config);
            const auto add = [&](const WaitingLine::Entry &entry) {
                contenders.push_back({entry, queue, assignment->rank, isPastSla(entry.place, now, sla)});
            };
            if (count == 1) {
                if (const auto first = queue->line.first(queue->config.discipline, now, sla))
                    add(*first);
            } else {
                auto ordered = queue->line.inOrder(queue->config.discipline, now, sla);
                ordered.resize(std::min(ordered.size(), count));
                std::for_each(ordered.begin(), ordered.end(), add);
            }
        }
        // Only heads compete, so a queue's own order is kept while the queues are merged.
        while (!contenders.empty() && choices.size() < count) {
            auto best = contenders.end();
            for (auto c = contenders.begin(); c != contenders.end(); ++c) {
                const bool isHead = std::none_of(contenders.begin(), c, [&](const Contender &o) { return o.queue == c->queue; });
                if (isHead && (best == contenders.end() || goesFirst(*c, *best)))
                    best = c;
            }
            choices.push_back(chosenBy(*best));
            contenders.erase(best);
        }
        rank = rankEnd;
    }
    if (choices.size() > count)
        choices.resize(count);
    return choices;
}

std::optional<Choice> nextFor(const BranchState &state, const Agent &agent, Instant now)
{
    const auto choices = upcomingFor(state, agent, now, 1);
    return choices.empty() ? std::nullopt : std::optional(choices.front());
}

} // namespace smartqueue::queueing
