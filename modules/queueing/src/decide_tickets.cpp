#include <algorithm>
#include <cstdio>

#include <smartqueue/foundation/text.h>

#include "rules.h"

namespace smartqueue::queueing {

namespace {

/// Urgency that a transfer adds, so that a customer sent on does not start again behind the newcomers.
constexpr int transferPriorityBonus = 10;

Done mayIssue(const QueueState &queue)
{
    const Queue &config = queue.config;
    if (config.status == QueueStatus::paused)
        return fail(failures::queuePaused, {{"queue", config.name}});
    if (config.status == QueueStatus::closed)
        return fail(failures::queueClosed, {{"queue", config.name}});
    if (config.maxCapacity && queue.waitingCount() >= *config.maxCapacity)
        return fail(failures::queueFull, {{"queue", config.name}, {"capacity", std::to_string(*config.maxCapacity)}});
    return {};
}

std::string numberText(const std::string &prefix, int sequence)
{
    char digits[16];
    std::snprintf(digits, sizeof digits, "%03d", sequence);
    return prefix + digits;
}

/// Whether the number stands on an open ticket, or on one of this business day.
bool numberInUse(const Context &context, const std::string &number)
{
    const Ticket *ticket = context.state.ticketByNumber(number);
    return ticket && (isOpen(ticket->state) || ticket->businessDay == context.businessDay);
}

/// The next free running number of the queue's prefix.
Result<int> nextSequence(const Context &context, const Queue &queue)
{
    Numbering numbering;
    if (const auto known = context.state.numbering.find(queue.prefix); known != context.state.numbering.end())
        numbering = known->second;
    const bool never = context.state.branch.numberReset.never;
    if (context.startsDay) {
        numbering.today = 0;
        if (!never)
            numbering.last = 0;
    }
    int sequence = numbering.last;
    for (int tried = numbering.today; tried <= queue.lastNumber - queue.firstNumber; ++tried) {
        sequence = std::max(sequence + 1, queue.firstNumber);
        if (sequence > queue.lastNumber && never)
            sequence = queue.firstNumber;
        if (sequence > queue.lastNumber)
            break;
        if (!numberInUse(context, numberText(queue.prefix, sequence)))
            return sequence;
    }
    return fail(failures::numbersExhausted, {{"queue", queue.name}, {"last", numberText(queue.prefix, queue.lastNumber)}});
}

Done mayCall(const Agent &agent, const BranchState &state)
{
    if (agent.status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", agent.name}});
    if (agent.current)
        return fail(failures::agentBusy, {{"agent", agent.name}, {"number", state.ticket(agent.current)->number}});
    if (agent.status == AgentStatus::paused)
        return fail(failures::agentPaused, {{"agent", agent.name}});
    if (agent.status == AgentStatus::busy)
        return fail(failures::agentBusy, {{"agent", agent.name}});
    return {};
}

} // namespace

Decision rule(const Context &context, const IssueTicket &command)
{
    const auto queue = findQueue(context, command.queue);
    SQ_CHECK(queue);
    const Queue &config = (*queue)->config;
    SQ_CHECK(checkedRange("priority", command.priority, -limits::priority, limits::priority));
    auto channel = checkedText("channel", command.channel, limits::nameCodePoints, true);
    SQ_CHECK(channel);
    SQ_CHECK(checkedText("customer", command.customer, limits::reasonCodePoints, true));
    auto number = checkedText("number", command.number, limits::nameCodePoints, true);
    SQ_CHECK(number);
    SQ_CHECK(mayIssue(**queue));
    if (context.state.tickets.size() - context.state.closed.size() >= limits::openTickets
        && context.state.tickets.size() >= limits::openTickets)
        return fail(failures::limitReached, {{"maximum", std::to_string(limits::openTickets)}});
    if (command.reservedFor) {
        const auto agent = findAgent(context, command.reservedFor);
        SQ_CHECK(agent);
        if (!canServe(context.state, **agent, config))
            return fail(failures::targetCannotServe, {{"agent", (*agent)->name}, {"queue", config.name}});
    }

    TicketIssued issued;
    issued.ticket = {context.state.lastId + 1};
    issued.queue = config.id;
    issued.service = config.service;
    issued.priority = command.priority;
    issued.channel = *channel;
    issued.businessDay = context.businessDay;
    issued.promise = command.promise;
    issued.reservedFor = command.reservedFor;
    // Only the key of the customer's data enters the log; the data itself can be erased.
    if (!command.customer.empty())
        issued.customer = "customer-" + std::to_string(issued.ticket.value);
    if (number->empty()) {
        const auto sequence = nextSequence(context, config);
        SQ_CHECK(sequence);
        issued.sequence = *sequence;
        issued.number = numberText(config.prefix, *sequence);
    } else {
        if (numberInUse(context, *number))
            return fail(failures::nameTaken, {{"name", *number}});
        issued.number = *number;
    }
    return Events{std::move(issued)};
}

Decision rule(const Context &context, const CallNext &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    SQ_CHECK(mayCall(**agent, context.state));
    const auto choice = nextFor(context.state, **agent, context.now);
    if (!choice)
        return fail(failures::nobodyWaiting, {{"agent", (*agent)->name}});
    return Events{TicketCalled{choice->ticket, command.agent, (*agent)->counter, choice->basis}};
}

Decision rule(const Context &context, const CallTicket &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    auto reason = checkedText("reason", command.reason, limits::reasonCodePoints, true);
    SQ_CHECK(reason);
    SQ_CHECK(mayCall(**agent, context.state));
    if ((*ticket)->state != TicketState::waiting)
        return wrongState(**ticket, "waiting");
    if ((*ticket)->reservedFor && (*ticket)->reservedFor != command.agent)
        return fail(failures::reservedForAnother,
                    {{"number", (*ticket)->number}, {"agent", context.state.agent((*ticket)->reservedFor)->name}});
    const QueueState &queue = *context.state.queue((*ticket)->queue);
    if (queue.config.status == QueueStatus::paused)
        return fail(failures::queuePaused, {{"queue", queue.config.name}});
    const auto &assignments = (*agent)->assignments;
    const auto assignment = std::find_if(assignments.begin(), assignments.end(), [&](const Assignment &a) { return a.queue == queue.config.id; });
    if (assignment == assignments.end())
        return fail(failures::notAssigned, {{"agent", (*agent)->name}, {"queue", queue.config.name}});
    if (!canServe(context.state, **agent, queue.config))
        return fail(failures::missingSkill, {{"agent", (*agent)->name}, {"queue", queue.config.name}});
    CallBasis basis;
    basis.chosen = true;
    basis.reason = *reason;
    basis.reserved = bool((*ticket)->reservedFor);
    basis.discipline = queue.config.discipline;
    basis.rank = assignment->rank;
    basis.pastSla = isPastSla((*ticket)->place, context.now, context.state.slaOf(queue.config));
    basis.place = (*ticket)->place;
    basis.waiting = queue.waitingCount();
    return Events{TicketCalled{command.ticket, command.agent, (*agent)->counter, std::move(basis)}};
}

Decision rule(const Context &context, const RecallTicket &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return Events{TicketRecalled{(*ticket)->id, command.agent}};
}

Decision rule(const Context &context, const StartService &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return Events{ServiceStarted{(*ticket)->id, command.agent}};
}

Decision rule(const Context &context, const CompleteService &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    auto outcome = checkedText("outcome", command.outcome, limits::nameCodePoints, true);
    SQ_CHECK(outcome);
    if ((*ticket)->state != TicketState::serving)
        return wrongState(**ticket, "serving");
    return Events{ServiceCompleted{(*ticket)->id, command.agent, *outcome}};
}

Decision rule(const Context &context, const MarkNoShow &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return Events{TicketNotShown{(*ticket)->id, command.agent}};
}

Decision rule(const Context &context, const HoldTicket &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    auto reason = checkedText("reason", command.reason, limits::reasonCodePoints, true);
    SQ_CHECK(reason);
    return Events{TicketHeld{(*ticket)->id, command.agent, *reason}};
}

Decision rule(const Context &context, const ResumeTicket &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    SQ_CHECK(mayCall(**agent, context.state));
    if ((*ticket)->state != TicketState::held)
        return wrongState(**ticket, "held");
    const Queue &queue = context.state.queue((*ticket)->queue)->config;
    if ((*ticket)->agent != command.agent && !canServe(context.state, **agent, queue))
        return fail(failures::notAssigned, {{"agent", (*agent)->name}, {"queue", queue.name}});
    return Events{TicketResumed{command.ticket, command.agent}};
}

Result<TicketTransferred> transferTo(const Context &context, const Ticket &ticket, const QueueState &target)
{
    if (!isOpen(ticket.state))
        return wrongState(ticket, "open");
    SQ_CHECK(mayIssue(target));
    // A queue whose every agent lacks a needed skill would keep the customer for ever.
    bool anyAssigned = false;
    bool anyServes = false;
    for (const auto &[id, agent] : context.state.agents) {
        anyServes = anyServes || canServe(context.state, agent, target.config);
        anyAssigned = anyAssigned || std::any_of(agent.assignments.begin(), agent.assignments.end(), [&](const Assignment &a) {
            return a.queue == target.config.id;
        });
    }
    if (anyAssigned && !anyServes)
        return fail(failures::targetCannotServe, {{"number", ticket.number}, {"queue", target.config.name}});
    const int priority = std::min(ticket.priority + transferPriorityBonus, limits::priority);
    return TicketTransferred{ticket.id, ticket.queue, target.config.id, target.config.service, {}, priority};
}

Decision rule(const Context &context, const TransferTicket &command)
{
    const auto found = findTicket(context, command.ticket);
    SQ_CHECK(found);
    const Ticket &ticket = **found;
    if (bool(command.queue) == bool(command.agent))
        return fail(failures::invalidValue, {{"field", "to_queue"}});
    if (!command.agent) {
        const auto target = findQueue(context, command.queue);
        SQ_CHECK(target);
        if (command.queue == ticket.queue)
            return fail(failures::invalidValue, {{"field", "to_queue"}, {"value", (*target)->config.name}});
        auto transferred = transferTo(context, ticket, **target);
        SQ_CHECK(transferred);
        return Events{std::move(*transferred)};
    }

    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    if (!isOpen(ticket.state))
        return wrongState(ticket, "open");
    if ((*agent)->status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", (*agent)->name}});
    if (ticket.agent == command.agent && ticket.state != TicketState::waiting)
        return fail(failures::invalidValue, {{"field", "to_agent"}, {"value", (*agent)->name}});
    const QueueState *target = nullptr;
    if (canServe(context.state, **agent, context.state.queue(ticket.queue)->config))
        target = context.state.queue(ticket.queue);
    for (const Assignment &assignment : (*agent)->assignments) {
        const QueueState *candidate = context.state.queue(assignment.queue);
        if (!target && candidate && candidate->config.service == ticket.service && canServe(context.state, **agent, candidate->config))
            target = candidate;
    }
    if (!target)
        return fail(failures::targetCannotServe, {{"number", ticket.number}, {"agent", (*agent)->name}});
    const int priority = std::min(ticket.priority + transferPriorityBonus, limits::priority);
    return Events{TicketTransferred{ticket.id, ticket.queue, target->config.id, target->config.service, command.agent, priority}};
}

Decision rule(const Context &context, const ReturnTicket &command)
{
    const auto found = findTicket(context, command.ticket);
    SQ_CHECK(found);
    const Ticket &ticket = **found;
    if (ticket.state == TicketState::waiting || ticket.state == TicketState::completed
        || ticket.state == TicketState::abandoned || ticket.state == TicketState::cancelled)
        return wrongState(ticket, "called");
    const QueueState &queue = *context.state.queue(ticket.queue);
    Place place = ticket.place;
    if (command.place.kind != ReturnPlace::Kind::own) {
        const auto order = queue.line.inOrder(queue.config.discipline, context.now, context.state.slaOf(queue.config));
        SQ_CHECK(checkedRange("place", command.place.after, 0, limits::capacity));
        const auto after = std::size_t(command.place.after);
        if (command.place.kind == ReturnPlace::Kind::end || after >= order.size()) {
            for (const auto &entry : order)
                place.priority = std::min(place.priority, entry.place.priority);
            place = {place.priority, context.now, 0};
        } else if (after == 0) {
            place = order.front().place;
            --place.tie;
        } else {
            place = order[after - 1].place;
            ++place.tie;
        }
    }
    return Events{TicketReturned{ticket.id, place}};
}

Decision rule(const Context &context, const AbandonTicket &command)
{
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::waiting && (*ticket)->state != TicketState::held)
        return wrongState(**ticket, "waiting");
    return Events{TicketAbandoned{command.ticket}};
}

Decision rule(const Context &context, const CancelTicket &command)
{
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::waiting && (*ticket)->state != TicketState::held)
        return wrongState(**ticket, "waiting");
    return Events{TicketCancelled{command.ticket}};
}

Decision rule(const Context &context, const ChangePriority &command)
{
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    SQ_CHECK(checkedRange("priority", command.priority, -limits::priority, limits::priority));
    if (!isOpen((*ticket)->state))
        return wrongState(**ticket, "open");
    if ((*ticket)->priority == command.priority)
        return Events{};
    return Events{PriorityChanged{command.ticket, command.priority}};
}

Decision rule(const Context &context, const SaveNote &command)
{
    SQ_CHECK(findTicket(context, command.ticket));
    if (command.text.size() > 4 * limits::noteCodePoints || codePoints(command.text) > limits::noteCodePoints)
        return fail(failures::tooLong, {{"field", "text"}, {"maximum", std::to_string(limits::noteCodePoints)}});
    if (!isPlainUtf8(command.text))
        return fail(failures::invalidValue, {{"field", "text"}});
    return Events{NoteSaved{command.ticket}};
}

} // namespace smartqueue::queueing
