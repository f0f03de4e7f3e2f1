#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/queueing/decide.h>

#include "decision.h"

namespace smartqueue::engine {

Result<Decision> Decider::conflictOf(const Command &command, const Failure &why, Instant now) const
{
    const queueing::BranchState &state = branch(command.site);
    if (state.conflicts.size() >= limits::conflicts)
        return fail(failures::limitReached, {{"what", "conflicts"}, {"maximum", std::to_string(limits::conflicts)}});
    Conflict conflict;
    conflict.command = codec::encode(command);
    if (conflict.command.size() > limits::conflictBytes)
        return fail(failures::notAlone, {{"reason", "command"}});
    conflict.id = {std::max(state.lastId, idsBefore(command.site)) + 1};
    conflict.device = command.alone->device;
    conflict.user = command.user;
    conflict.ticket = command.alone->ticket;
    std::visit(
        [&](const auto &body) {
            if constexpr (requires { { body.agent } -> std::convertible_to<AgentId>; })
                conflict.agent = body.agent;
            if constexpr (requires { { body.ticket } -> std::convertible_to<TicketId>; })
                conflict.ticket = body.ticket;
            if constexpr (requires { body.granted; }) {
                if (body.granted) {
                    conflict.ticket = body.granted->ticket;
                    conflict.number = body.granted->number;
                }
            }
        },
        command.body);
    if (const Ticket *ticket = state.ticket(conflict.ticket); ticket && conflict.number.empty())
        conflict.number = ticket->number;
    conflict.act = std::string(nameOf(command.body));
    const Instant at = timeOf(command, now);
    conflict.doneAt = std::min(command.alone->at, at);
    conflict.notedAt = at;
    conflict.reason = std::string(why.code.name());
    for (const auto &[name, text] : why.detail)
        conflict.detail.push_back({name, text});
    Decision decision;
    decision.batch = {0, at, command.id, command.actor, conflict.act, {ConflictNoted{std::move(conflict)}}, command.site, command.user};
    return decision;
}

Result<std::vector<Event>> Decider::againOf(const Command &settle, Instant at) const
{
    const auto &asked = std::get<SettleConflict>(settle.body);
    if (!asked.again)
        return std::vector<Event>{};
    queueing::BranchState state = branch(settle.site);
    const Conflict &conflict = state.conflicts.at(asked.conflict);
    auto command = codec::decodeCommand(conflict.command);
    if (!command)
        return tl::unexpected(command.error());
    if (auto *issue = std::get_if<IssueTicket>(&command->body)) {
        issue->granted.reset();
        issue->number = conflict.number;
        if (const TicketId *holder = state.numbers.find(conflict.number); holder && !*holder)
            state.numbers.erase(conflict.number);
    }
    // What was meant is the ticket that was in hand then: another one is another customer's.
    const Agent *agent = state.agent(conflict.agent);
    const TicketId meant = command->alone ? command->alone->ticket : TicketId{};
    if (agent && agent->current && meant && agent->current != meant && !std::holds_alternative<CallNext>(command->body)) {
        const Ticket *inHand = state.ticket(agent->current);
        return fail(failures::notInHand, {{"agent", agent->name}, {"number", inHand ? inHand->number : std::string()}});
    }
    // It is the settling one's act by now, and happens now.
    command->alone.reset();
    command->id.clear();
    command->user = settle.user;
    command->site = settle.site;
    if (const Done may = permitted(*command); !may)
        return tl::unexpected(may.error());
    return queueing::decide(state, *command, {at, zone(settle.site)});
}

} // namespace smartqueue::engine
