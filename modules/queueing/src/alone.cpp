#include "smartqueue/queueing/alone.h"

#include <algorithm>
#include <concepts>

#include <smartqueue/domain/failures.h>

#include "smartqueue/queueing/choice.h"

namespace smartqueue::queueing {

namespace {

tl::unexpected<Failure> waits(const char *reason)
{
    return fail(failures::notAlone, {{"reason", reason}});
}

/// The one list of what may be done alone: an overload for each command that it takes, with what that becomes.
struct Asked {
    const BranchState &state;
    const DeviceId &device;
    const std::set<TicketId> &own;
    Instant now;
    TicketId inHand = {};

    bool isNobodyElses(const Ticket &ticket, AgentId agent) const { return ticket.reservedFor ? ticket.reservedFor == agent : own.contains(ticket.id); }

    Result<IssueTicket> operator()(IssueTicket issue) const
    {
        if (!issue.number.empty() || issue.reservedFor)
            return waits("command");
        const QueueState *queue = state.queue(issue.queue);
        const auto blocks = queue ? queue->granted.find(device) : decltype(queue->granted.end()){};
        if (!queue || blocks == queue->granted.end())
            return waits("numbers");
        // Those of another prefix than today's only when nothing else is left.
        const auto current = std::find_if(blocks->second.begin(), blocks->second.end(), [&](const NumberBlock &block) { return block.prefix == queue->config.prefix; });
        const NumberBlock &block = current == blocks->second.end() ? blocks->second.front() : *current;
        issue.granted = GrantedNumber{device, block.first, block.firstTicket, numberText(block.prefix, block.first)};
        // Sealing it needs what the host holds; a ticket is worth more than the name that came with it.
        issue.customer.clear();
        return issue;
    }

    Result<CallTicket> operator()(const CallNext &call) const
    {
        const Agent *agent = state.agent(call.agent);
        if (!agent)
            return fail(failures::unknownAgent, {{"agent", std::to_string(call.agent.value)}});
        for (const Choice &choice : upcomingFor(state, *agent, now, state.tickets.size())) {
            if (isNobodyElses(*state.ticket(choice.ticket), call.agent))
                return CallTicket{call.agent, choice.ticket, {}};
        }
        return waits("tickets");
    }

    Result<CallTicket> operator()(const CallTicket &call) const
    {
        const Ticket *ticket = state.ticket(call.ticket);
        if (ticket && !isNobodyElses(*ticket, call.agent))
            return waits("tickets");
        return call;
    }

    Result<ResumeTicket> operator()(const ResumeTicket &resume) const
    {
        const Ticket *ticket = state.ticket(resume.ticket);
        if (ticket && ticket->agent != resume.agent)
            return waits("tickets");
        return resume;
    }

    template <class Command>
        requires isOneOf<Command, std::variant<RecallTicket, StartService, CompleteService, MarkNoShow, HoldTicket>>
    Result<Command> operator()(const Command &command)
    {
        const Agent *agent = state.agent(command.agent);
        inHand = agent ? agent->current : TicketId{};
        return command;
    }
};

template <class Command>
concept AskedAlone = requires(Asked asked, const Command &command) { asked(command); };
template <class Command>
concept DoneAsAsked = requires(Asked asked, const Command &command) { { asked(command) } -> std::same_as<Result<Command>>; };

} // namespace

bool isDoneAlone(const CommandBody &body)
{
    return std::visit([]<class Command>(const Command &) { return DoneAsAsked<Command>; }, body);
}

Result<Command> asDoneAlone(const BranchState &state, Command command, const DeviceId &device, const std::set<TicketId> &own, Instant now)
{
    Asked asked{state, device, own, now};
    auto body = std::visit(
        [&]<class Each>(const Each &each) -> Result<CommandBody> {
            if constexpr (AskedAlone<Each>)
                return asked(each).map([](auto &&done) { return CommandBody(std::forward<decltype(done)>(done)); });
            else
                return waits("command");
        },
        command.body);
    if (!body)
        return tl::unexpected(body.error());
    command.body = std::move(*body);
    command.alone = DoneAlone{device, now, asked.inHand};
    return command;
}

} // namespace smartqueue::queueing
