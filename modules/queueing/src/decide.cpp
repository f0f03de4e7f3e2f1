#include "smartqueue/queueing/decide.h"

#include <smartqueue/foundation/text.h>

#include "rules.h"
#include "smartqueue/queueing/apply.h"

namespace smartqueue::queueing {

std::int32_t businessDayOf(Instant now, const Branch &branch, const TimeZone &zone)
{
    const int hour = branch.numberReset.never ? 0 : branch.numberReset.hour;
    const auto day = std::chrono::floor<std::chrono::days>(zone.toLocal(now) - std::chrono::hours(hour));
    return std::int32_t(day.time_since_epoch().count());
}

BranchState asOf(const BranchState &state, Instant now, const TimeZone &zone)
{
    BranchState later = state;
    if (const std::int32_t day = businessDayOf(now, state.branch, zone); day > state.businessDay)
        apply(later, {state.sequence, now, {}, {}, {}, {BusinessDayStarted{day}}});
    return later;
}

Result<std::vector<Event>> decide(const BranchState &state, const Command &command, const Circumstances &circumstances)
{
    if (circumstances.now < state.at)
        return fail(failures::timeBackwards, {{"at", toIso8601(circumstances.now)}, {"last", toIso8601(state.at)}});
    if (command.id.size() > limits::commandIdBytes || !isPlainUtf8(command.id))
        return fail(failures::invalidValue, {{"field", "id"}});
    if (command.actor && !state.agent(command.actor))
        return fail(failures::unknownAgent, {{"agent", std::to_string(command.actor.value)}});

    const std::int32_t day = businessDayOf(circumstances.now, state.branch, circumstances.zone);
    const bool startsDay = day > state.businessDay;
    const Context context{state, command, circumstances.now, circumstances.zone, startsDay ? day : state.businessDay, startsDay};
    Decision decision = std::visit(
        [&](const auto &body) -> Decision {
            if constexpr (isOneOf<std::decay_t<decltype(body)>, BranchCommand>)
                return rule(context, body);
            else
                return fail(failures::unknownCommand, {{"command", std::string(nameOf(command.body))}});
        },
        command.body);
    if (decision && command.alone && !decision->empty()) {
        const Instant at = std::max(happened(context), lastTouched(state, *decision));
        decision->insert(decision->begin(), HappenedAt{at, command.alone->device, dayOf(context, at)});
    }
    if (decision && startsDay && (!decision->empty() || std::holds_alternative<StartBusinessDay>(command.body)))
        decision->insert(decision->begin(), BusinessDayStarted{day});
    return decision;
}

Result<const Ticket *> findTicket(const Context &context, TicketId id)
{
    if (const Ticket *ticket = context.state.ticket(id))
        return ticket;
    return fail(failures::unknownTicket, {{"ticket", std::to_string(id.value)}});
}

Result<const Agent *> findAgent(const Context &context, AgentId id)
{
    if (const Agent *agent = context.state.agent(id))
        return agent;
    return fail(failures::unknownAgent, {{"agent", std::to_string(id.value)}});
}

Result<const QueueState *> findQueue(const Context &context, QueueId id)
{
    if (const QueueState *queue = context.state.queue(id))
        return queue;
    return fail(failures::unknownQueue, {{"queue", std::to_string(id.value)}});
}

Result<const QueueState *> queueOf(const Context &context, const Ticket &ticket)
{
    return findQueue(context, ticket.queue);
}

std::string numberOf(const BranchState &state, TicketId id)
{
    const Ticket *ticket = state.ticket(id);
    return ticket ? ticket->number : std::string();
}

std::string agentName(const BranchState &state, AgentId id)
{
    const Agent *agent = state.agent(id);
    return agent ? agent->name : std::string();
}

std::vector<TicketId> keptFor(const BranchState &state, AgentId agent)
{
    std::vector<TicketId> kept;
    for (const auto &[id, queue] : state.queues) {
        for (const TicketId reserved : queue.reserved) {
            const Ticket *ticket = state.ticket(reserved);
            if (ticket && ticket->reservedFor == agent)
                kept.push_back(reserved);
        }
    }
    return kept;
}

Result<const Ticket *> currentTicket(const Context &context, AgentId id)
{
    const auto agent = findAgent(context, id);
    if (!agent)
        return tl::unexpected(agent.error());
    if (!(*agent)->current)
        return fail(failures::noCurrentTicket, {{"agent", (*agent)->name}});
    if (const auto &alone = context.command.alone; alone && alone->ticket != (*agent)->current)
        return fail(failures::notInHand, {{"agent", (*agent)->name}, {"number", numberOf(context.state, (*agent)->current)}});
    return findTicket(context, (*agent)->current);
}

tl::unexpected<Failure> wrongState(const Ticket &ticket, std::string_view wanted)
{
    return fail(failures::wrongState,
                {{"number", ticket.number}, {"state", std::string(nameOf(ticket.state))}, {"wanted", std::string(wanted)}});
}

} // namespace smartqueue::queueing
