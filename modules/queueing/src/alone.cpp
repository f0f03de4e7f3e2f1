#include "smartqueue/queueing/alone.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>

#include "smartqueue/queueing/choice.h"

namespace smartqueue::queueing {

namespace {

tl::unexpected<Failure> waits(const char *reason)
{
    return fail(failures::notAlone, {{"reason", reason}});
}

struct Asked {
    const BranchState &state;
    const DeviceId &device;
    const std::set<TicketId> &own;
    Instant now;
    TicketId inHand = {};

    bool isNobodyElses(const Ticket &ticket, AgentId agent) const { return ticket.reservedFor ? ticket.reservedFor == agent : own.contains(ticket.id); }

    Result<CommandBody> operator()(IssueTicket issue)
    {
        if (!issue.number.empty() || issue.reservedFor)
            return waits("command");
        const QueueState *queue = state.queue(issue.queue);
        const auto blocks = queue ? queue->granted.find(device) : decltype(queue->granted.end()){};
        if (!queue || blocks == queue->granted.end())
            return waits("numbers");
        const NumberBlock &block = blocks->second.front();
        issue.granted = GrantedNumber{device, block.first, block.firstTicket};
        // Sealing it needs what the host holds; a ticket is worth more than the name that came with it.
        issue.customer.clear();
        return issue;
    }

    Result<CommandBody> operator()(const CallNext &call) const
    {
        const Agent *agent = state.agent(call.agent);
        if (!agent)
            return call;
        for (const Choice &choice : upcomingFor(state, *agent, now, state.tickets.size())) {
            if (isNobodyElses(*state.ticket(choice.ticket), call.agent))
                return CallTicket{call.agent, choice.ticket, {}};
        }
        return waits("tickets");
    }

    Result<CommandBody> operator()(const CallTicket &call) const
    {
        const Ticket *ticket = state.ticket(call.ticket);
        if (ticket && !isNobodyElses(*ticket, call.agent))
            return waits("tickets");
        return call;
    }

    Result<CommandBody> operator()(const ResumeTicket &resume) const
    {
        const Ticket *ticket = state.ticket(resume.ticket);
        if (ticket && ticket->agent != resume.agent)
            return waits("tickets");
        return resume;
    }

    template <class Command>
        requires isOneOf<Command, std::variant<RecallTicket, StartService, CompleteService, MarkNoShow, HoldTicket>>
    Result<CommandBody> operator()(const Command &command)
    {
        const Agent *agent = state.agent(command.agent);
        inHand = agent ? agent->current : TicketId{};
        return command;
    }

    template <class Other>
    Result<CommandBody> operator()(const Other &) const
    {
        return waits("command");
    }
};

} // namespace

bool isDoneAlone(const CommandBody &body)
{
    return std::visit(
        [](const auto &each) {
            using Alone = std::variant<IssueTicket, CallTicket, ResumeTicket, RecallTicket, StartService, CompleteService, MarkNoShow, HoldTicket>;
            return isOneOf<std::decay_t<decltype(each)>, Alone>;
        },
        body);
}

Result<Command> asDoneAlone(const BranchState &state, Command command, const DeviceId &device, const std::set<TicketId> &own, Instant now)
{
    Asked asked{state, device, own, now};
    auto body = std::visit([&](const auto &each) { return asked(each); }, command.body);
    if (!body)
        return tl::unexpected(body.error());
    command.body = std::move(*body);
    command.alone = DoneAlone{device, now, asked.inHand};
    return command;
}

} // namespace smartqueue::queueing
