#include <algorithm>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

tl::unexpected<Failure> overtaken(const UndoRecord &record, const std::string &by)
{
    return fail(failures::undoOvertaken, {{"kind", record.kind}, {"by", by}});
}

/// The ticket as it was, if nothing has touched it since: a later event would have raised its revision.
Result<Ticket> restoredTicket(const BranchState &state, const UndoRecord &record, const Ticket &before)
{
    const Ticket *now = state.ticket(before.id);
    if (!now || now->revision > record.sequence)
        return overtaken(record, before.number);
    // A new day may have given the number of a closed ticket to somebody else.
    const Ticket *named = state.ticketByNumber(before.number);
    if (isOpen(before.state) && named && named->id != before.id)
        return overtaken(record, before.number);
    Ticket restored = before;
    // Taking the call back gives the place back; a reservation for somebody who left would keep it waiting for nobody.
    const Agent *keptFor = state.agent(restored.reservedFor);
    if (!keptFor || keptFor->status == AgentStatus::offline)
        restored.reservedFor = {};
    restored.noted = now->noted;
    return restored;
}

/// Gives the agent back what they had in hand before. Only the hand and the status: a break or an assignment of meanwhile stays.
Result<Agent> restoredHand(const BranchState &state, const UndoRecord &record, const Agent &before)
{
    const auto isOfRecord = [&](TicketId id) {
        return std::any_of(record.tickets.begin(), record.tickets.end(), [&](const Ticket &t) { return t.id == id; });
    };
    const Agent *now = state.agent(before.id);
    if (!now || now->status == AgentStatus::offline || (before.current && !isOfRecord(before.current)))
        return overtaken(record, agentName(state, before.id));
    if (now->current && !isOfRecord(now->current))
        return overtaken(record, numberOf(state, now->current));
    Agent restored = *now;
    restored.current = before.current;
    if (before.current) {
        // The break that has begun meanwhile waits for the end of the ticket again.
        if (now->status == AgentStatus::paused) {
            restored.breakArmed = true;
            restored.armedReason = now->statusReason;
        }
        restored.status = AgentStatus::busy;
        restored.statusReason.clear();
        return restored;
    }
    if (now->breakArmed) {
        restored.status = AgentStatus::paused;
        restored.statusReason = now->armedReason;
    } else {
        restored.status = before.status == AgentStatus::busy ? AgentStatus::available : before.status;
        restored.statusReason = before.statusReason;
    }
    restored.breakArmed = false;
    restored.armedReason.clear();
    return restored;
}

/// Takes the lent assignment away, or gives it the rank it had.
Result<Agent> restoredAssignments(const BranchState &state, const UndoRecord &record, const Agent &before, QueueId lentTo)
{
    const Agent *now = state.agent(before.id);
    const auto isLent = [&](const Assignment &a) { return a.queue == lentTo; };
    if (!now
        || std::none_of(now->assignments.begin(), now->assignments.end(),
                        [&](const Assignment &a) { return isLent(a) && a.rank == reallocationRank; }))
        return overtaken(record, agentName(state, before.id));
    Agent restored = *now;
    std::erase_if(restored.assignments, isLent);
    for (const Assignment &assignment : before.assignments) {
        if (!isLent(assignment))
            continue;
        const auto behind = std::find_if(restored.assignments.begin(), restored.assignments.end(),
                                         [&](const Assignment &a) { return a.rank > assignment.rank; });
        restored.assignments.insert(behind, assignment);
    }
    return restored;
}

/// What the applied suggestion did to `holds`; null when none of its actions did.
template <class Holds>
const SuggestedAction *actionOf(const UndoRecord &record, SuggestionKind kind, Holds holds)
{
    const auto found = std::find_if(record.actions.begin(), record.actions.end(),
                                    [&](const SuggestedAction &action) { return action.kind == kind && holds(action); });
    return found == record.actions.end() ? nullptr : &*found;
}

} // namespace

Result<ActionUndone> undoOf(const BranchState &state, const UndoRecord &record, Instant now)
{
    const std::chrono::seconds window = state.branch.undoWindow;
    if (now - record.at > window)
        return fail(failures::undoExpired, {{"kind", record.kind}, {"seconds", std::to_string(window.count())}});

    ActionUndone undone{record.command, record.sequence, record.kind, record.suggestion, {}, {}, {}};
    for (const Ticket &before : record.tickets) {
        auto restored = restoredTicket(state, record, before);
        SQ_CHECK(restored);
        undone.tickets.push_back(std::move(*restored));
    }
    for (const Agent &before : record.agents) {
        const SuggestedAction *lent = actionOf(record, SuggestionKind::reallocation, [&](const SuggestedAction &a) { return a.agent == before.id; });
        auto restored = lent ? restoredAssignments(state, record, before, lent->toQueue) : restoredHand(state, record, before);
        SQ_CHECK(restored);
        undone.agents.push_back(std::move(*restored));
    }
    for (const Queue &before : record.queues) {
        const QueueState *queue = state.queue(before.id);
        const SuggestedAction *changed = actionOf(record, SuggestionKind::discipline, [&](const SuggestedAction &a) { return a.toQueue == before.id; });
        if (!queue || !changed || queue->config.discipline != changed->discipline)
            return overtaken(record, before.name);
        Queue restored = queue->config;
        restored.discipline = before.discipline;
        undone.queues.push_back(std::move(restored));
    }
    return undone;
}

Decision rule(const Context &context, const Undo &command)
{
    if (command.agent)
        SQ_CHECK(findAgent(context, command.agent));
    const auto &records = context.state.undoable;
    const auto found = std::find_if(records.rbegin(), records.rend(), [&](const UndoRecord &r) {
        return (!command.agent || r.actor == command.agent) && (command.command.empty() || r.command == command.command);
    });
    if (found == records.rend())
        return fail(failures::nothingToUndo);
    auto undone = undoOf(context.state, *found, context.now);
    SQ_CHECK(undone);
    return just(std::move(*undone));
}

} // namespace smartqueue::queueing
