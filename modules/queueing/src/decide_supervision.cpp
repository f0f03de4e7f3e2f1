#include <algorithm>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

tl::unexpected<Failure> outdated(const SuggestionId &suggestion)
{
    return fail(failures::suggestionOutdated, {{"suggestion", suggestion}});
}

Result<const Alert *> openAlert(const Context &context, AlertId id)
{
    const auto found = context.state.alerts.find(id);
    if (found == context.state.alerts.end() || found->second.clearedAt)
        return fail(failures::unknownAlert, {{"alert", std::to_string(id.value)}});
    return &found->second;
}

} // namespace

Decision rule(const Context &context, const ApplySuggestion &command)
{
    if (command.actions.empty())
        return fail(failures::unknownSuggestion, {{"suggestion", command.suggestion}});
    Events events;
    for (const SuggestedAction &action : command.actions) {
        events.push_back(SuggestionApplied{command.suggestion, action});
        switch (action.kind) {
        case SuggestionKind::transfer: {
            const Ticket *ticket = context.state.ticket(action.ticket);
            const QueueState *target = context.state.queue(action.toQueue);
            if (!ticket || !target || ticket->state != TicketState::waiting || ticket->queue != action.fromQueue)
                return outdated(command.suggestion);
            auto transferred = transferTo(context, *ticket, *target);
            SQ_CHECK(transferred);
            events.push_back(std::move(*transferred));
            break;
        }
        case SuggestionKind::reallocation: {
            const Agent *agent = context.state.agent(action.agent);
            const QueueState *target = context.state.queue(action.toQueue);
            if (!agent || !target || agent->status == AgentStatus::offline || target->config.status == QueueStatus::paused
                || !hasSkillsFor(context.state, *agent, target->config))
                return outdated(command.suggestion);
            events.push_back(AgentAssigned{action.agent, action.toQueue, reallocationRank});
            break;
        }
        case SuggestionKind::discipline: {
            const QueueState *queue = context.state.queue(action.toQueue);
            if (!queue || queue->config.discipline == action.discipline)
                return outdated(command.suggestion);
            events.push_back(DisciplineChanged{action.toQueue, action.discipline});
            break;
        }
        }
    }
    return events;
}

Decision rule(const Context &, const DismissSuggestion &command)
{
    SQ_CHECK(checkedText("suggestion", command.suggestion, limits::nameCodePoints, false));
    auto reason = checkedText("reason", command.reason, limits::reasonCodePoints, true);
    SQ_CHECK(reason);
    return just(SuggestionDismissed{command.suggestion, *reason});
}

Decision rule(const Context &context, const RaiseAlert &command)
{
    SQ_CHECK(findQueue(context, command.queue));
    for (const auto &[id, alert] : context.state.alerts) {
        if (alert.clearedAt || alert.type != command.type || alert.queue != command.queue)
            continue;
        if (alert.severity == command.severity && alert.value == command.value)
            return Events{};
        return just(AlertUpdated{id, command.severity, command.value});
    }
    return just(AlertRaised{{context.state.lastId + 1}, command.type, command.severity, command.queue, command.value});
}

Decision rule(const Context &context, const ClearAlert &command)
{
    SQ_CHECK(openAlert(context, command.alert));
    return just(AlertCleared{command.alert});
}

Decision rule(const Context &context, const AcknowledgeAlert &command)
{
    const auto alert = openAlert(context, command.alert);
    SQ_CHECK(alert);
    if ((*alert)->acknowledgedAt)
        return Events{};
    return just(AlertAcknowledged{command.alert});
}

Decision rule(const Context &context, const SnoozeAlert &command)
{
    SQ_CHECK(openAlert(context, command.alert));
    SQ_CHECK(checkedRange("duration", command.duration.count(), 1, 24 * 60));
    return just(AlertSnoozed{command.alert, context.now + command.duration});
}

Decision rule(const Context &context, const AssignAlert &command)
{
    SQ_CHECK(openAlert(context, command.alert));
    auto owner = checkedText("owner", command.owner, limits::nameCodePoints, true);
    SQ_CHECK(owner);
    return just(AlertAssigned{command.alert, *owner});
}

Decision rule(const Context &, const StartBusinessDay &)
{
    // decide() puts the event in front of whatever the first command of a day is; here nothing else happens.
    return Events{};
}

Decision rule(const Context &context, const RecordImport &command)
{
    auto source = checkedText("source", command.source, limits::reasonCodePoints, false);
    SQ_CHECK(source);
    for (const QueueHistory &history : command.queues)
        SQ_CHECK(findQueue(context, history.queue));
    return just(HistoryImported{*source, command.rows, command.queues});
}

} // namespace smartqueue::queueing
