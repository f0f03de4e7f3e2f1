#include <algorithm>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

tl::unexpected<Failure> overtaken(const UndoRecord &record, const std::string &by)
{
    return fail(failures::undoOvertaken, {{"kind", record.kind}, {"by", by}});
}

/// The ticket is as the command left it: a later event would have raised its revision.
bool untouchedSince(const UndoRecord &record, const Ticket &ticket)
{
    return ticket.revision <= record.sequence;
}

/// Gives the agent back what they had in hand before. Only the hand and the status: a break or an assignment of meanwhile stays.
Result<Agent> restoredHand(const Context &context, const UndoRecord &record, const Agent &before)
{
    const Agent *now = context.state.agent(before.id);
    if (!now || now->status == AgentStatus::offline)
        return overtaken(record, before.name);
    const bool holdsThisOne = std::any_of(record.tickets.begin(), record.tickets.end(), [&](const Ticket &t) { return t.id == now->current; });
    if (now->current && !holdsThisOne)
        return overtaken(record, context.state.ticket(now->current)->number);
    Agent restored = *now;
    restored.current = before.current;
    if (before.current)
        restored.status = AgentStatus::busy;
    else if (now->breakArmed)
        restored.status = AgentStatus::paused;
    else
        restored.status = before.status == AgentStatus::busy ? AgentStatus::available : before.status;
    restored.statusReason = before.current ? std::string() : now->breakArmed ? now->armedReason : before.statusReason;
    if (!before.current) {
        restored.breakArmed = false;
        restored.armedReason.clear();
    }
    return restored;
}

Result<Agent> restoredAssignments(const Context &context, const UndoRecord &record, const Agent &before, QueueId lentTo)
{
    const Agent *now = context.state.agent(before.id);
    if (!now)
        return overtaken(record, before.name);
    Agent restored = *now;
    const auto isLent = [&](const Assignment &a) { return a.queue == lentTo; };
    if (std::none_of(restored.assignments.begin(), restored.assignments.end(), isLent))
        return overtaken(record, before.name);
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

} // namespace

Decision rule(const Context &context, const Undo &command)
{
    const auto &records = context.state.undoable;
    const auto found = std::find_if(records.rbegin(), records.rend(), [&](const UndoRecord &r) {
        return command.command.empty() ? !command.agent || r.actor == command.agent : r.command == command.command;
    });
    if (command.agent)
        SQ_CHECK(findAgent(context, command.agent));
    if (found == records.rend())
        return fail(failures::nothingToUndo);
    const UndoRecord &record = *found;
    const std::chrono::seconds window = context.state.branch.undoWindow;
    if (context.now - record.at > window)
        return fail(failures::undoExpired, {{"kind", record.kind}, {"seconds", std::to_string(window.count())}});

    ActionUndone undone{record.command, record.sequence, record.kind, record.suggestion, {}, {}, {}};
    for (const Ticket &before : record.tickets) {
        const Ticket *now = context.state.ticket(before.id);
        if (!now || !untouchedSince(record, *now))
            return overtaken(record, before.number);
        Ticket restored = before;
        // Taking the call back gives the place back; a reservation for somebody who left would keep it waiting for nobody.
        if (restored.reservedFor) {
            const Agent *reserved = context.state.agent(restored.reservedFor);
            if (!reserved || reserved->status == AgentStatus::offline)
                restored.reservedFor = {};
        }
        restored.noted = now->noted;
        undone.tickets.push_back(std::move(restored));
    }
    const auto lentTo = [&](AgentId agent) {
        for (const DecidedSuggestion &decided : context.state.decided) {
            if (decided.command == record.command && decided.id == record.suggestion && decided.action
                && decided.action->kind == SuggestionKind::reallocation && decided.action->agent == agent)
                return decided.action->toQueue;
        }
        return QueueId{};
    };
    for (const Agent &before : record.agents) {
        const QueueId queue = record.suggestion.empty() ? QueueId{} : lentTo(before.id);
        auto restored = queue ? restoredAssignments(context, record, before, queue) : restoredHand(context, record, before);
        SQ_CHECK(restored);
        undone.agents.push_back(std::move(*restored));
    }
    for (const Queue &before : record.queues) {
        const QueueState *now = context.state.queue(before.id);
        if (!now || now->config.discipline == before.discipline)
            return overtaken(record, before.name);
        Queue restored = now->config;
        restored.discipline = before.discipline;
        undone.queues.push_back(std::move(restored));
    }
    return Events{std::move(undone)};
}

} // namespace smartqueue::queueing
