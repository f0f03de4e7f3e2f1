#include <algorithm>
#include <numeric>

#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/foundation/text.h>

#include "rules.h"
#include "smartqueue/queueing/place.h"

namespace smartqueue::queueing {

bool numberInUse(const Context &context, const std::string &number)
{
    const TicketId *id = context.state.numbers.find(number);
    if (!id)
        return false;
    // Whose ticket has left the live state was given on the day that runs there.
    const Ticket *ticket = context.state.ticket(*id);
    if (ticket && isOpen(ticket->state))
        return true;
    return !context.startsDay && (!ticket || ticket->businessDay == context.state.businessDay);
}

namespace {

/// The next free running number of the queue's series.
Result<int> nextSequence(const Context &context, const Queue &queue)
{
    const bool never = context.state.branch.numberReset.never;
    const std::vector<NumberBlock> granted = grantedWith(context.state, queue.prefix);
    int sequence = queue.firstNumber - 1;
    if (!context.startsDay || never) {
        const auto known = context.state.numbering.find({queue.prefix, queue.firstNumber});
        if (known != context.state.numbering.end())
            sequence = known->second;
    }
    for (int tried = queue.firstNumber; tried <= queue.lastNumber; ++tried) {
        ++sequence;
        if (sequence > queue.lastNumber && never)
            sequence = queue.firstNumber;
        if (sequence > queue.lastNumber)
            break;
        if (!holds(granted, sequence) && !numberInUse(context, numberText(queue.prefix, sequence)))
            return sequence;
    }
    return fail(failures::numbersExhausted, {{"queue", queue.name}, {"last", numberText(queue.prefix, queue.lastNumber)}});
}

Done mayGive(const QueueState &queue, const GrantedNumber &number)
{
    const auto blocks = queue.granted.find(number.device);
    const bool isOwn = blocks != queue.granted.end() && std::any_of(blocks->second.begin(), blocks->second.end(), [&](const NumberBlock &block) {
        const int along = number.sequence - block.first;
        return along >= 0 && along < block.count && number.ticket.value == block.firstTicket.value + along && numberText(block.prefix, number.sequence) == number.number;
    });
    if (isOwn)
        return {};
    return fail(failures::nameTaken, {{"name", number.number}});
}

Done mayCall(const Agent &agent, const BranchState &state)
{
    if (agent.status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", agent.name}});
    if (agent.current)
        return fail(failures::agentBusy, {{"agent", agent.name}, {"number", numberOf(state, agent.current)}});
    if (agent.status == AgentStatus::paused)
        return fail(failures::agentPaused, {{"agent", agent.name}});
    if (agent.status == AgentStatus::busy)
        return fail(failures::agentBusy, {{"agent", agent.name}});
    return {};
}

} // namespace

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
    if (!isVisibleThroughout(*number))
        return fail(failures::invalidValue, {{"field", "number"}});
    SQ_CHECK(mayIssue(**queue));
    if (context.state.tickets.size() - context.state.closed.size() >= limits::openTickets
        && context.state.tickets.size() >= limits::openTickets)
        return fail(failures::limitReached, {{"maximum", std::to_string(limits::openTickets)}});
    if (command.reservedFor) {
        const auto agent = findAgent(context, command.reservedFor);
        SQ_CHECK(agent);
        if ((*agent)->status == AgentStatus::offline)
            return fail(failures::agentOffline, {{"agent", (*agent)->name}});
        if (!canServe(context.state, **agent, config))
            return fail(failures::targetCannotServe, {{"agent", (*agent)->name}, {"queue", config.name}});
    }

    TicketIssued issued;
    issued.ticket = {context.state.lastId + 1};
    issued.queue = config.id;
    issued.service = config.service;
    issued.priority = command.priority;
    issued.channel = *channel;
    issued.businessDay = dayOf(context, happened(context));
    issued.promise = command.promise;
    issued.reservedFor = command.reservedFor;
    if (command.granted) {
        SQ_CHECK(mayGive(**queue, *command.granted));
        issued.ticket = command.granted->ticket;
        issued.number = command.granted->number;
        if (numberInUse(context, issued.number))
            return fail(failures::nameTaken, {{"name", issued.number}});
    } else if (number->empty()) {
        const auto sequence = nextSequence(context, config);
        SQ_CHECK(sequence);
        issued.sequence = *sequence;
        issued.number = numberText(config.prefix, *sequence);
    } else {
        if (numberInUse(context, *number) || isGranted(context.state, *number))
            return fail(failures::nameTaken, {{"name", *number}});
        issued.number = *number;
    }
    // Only the key of the customer's data enters the log; the data itself can be erased.
    if (!command.customer.empty())
        issued.customer = customerKey(issued.ticket);
    return just(std::move(issued));
}

Decision rule(const Context &context, const CallNext &command)
{
    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    SQ_CHECK(mayCall(**agent, context.state));
    auto choice = nextFor(context.state, **agent, context.now);
    if (!choice)
        return fail(failures::nobodyWaiting, {{"agent", (*agent)->name}});
    return just(TicketCalled{choice->ticket, command.agent, (*agent)->counter, std::move(choice->basis)});
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
    const auto queue = queueOf(context, **ticket);
    SQ_CHECK(queue);
    const std::string &queueName = (*queue)->config.name;
    Standing standing = standingOf(context.state, **agent, **ticket, context.now);
    switch (standing.obstacle) {
    case Obstacle::none:
        break;
    case Obstacle::notWaiting:
        return wrongState(**ticket, "waiting");
    case Obstacle::keptForAnother:
        return fail(failures::reservedForAnother,
                    {{"number", (*ticket)->number}, {"agent", agentName(context.state, (*ticket)->reservedFor)}});
    case Obstacle::queuePaused:
        return fail(failures::queuePaused, {{"queue", queueName}});
    case Obstacle::notAssigned:
        return fail(failures::notAssigned, {{"agent", (*agent)->name}, {"queue", queueName}});
    case Obstacle::missingSkill:
        return fail(failures::missingSkill, {{"agent", (*agent)->name}, {"queue", queueName}});
    }
    standing.choice.basis.chosen = true;
    standing.choice.basis.reason = *reason;
    return just(TicketCalled{command.ticket, command.agent, (*agent)->counter, std::move(standing.choice.basis)});
}

Decision rule(const Context &context, const RecallTicket &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return just(TicketRecalled{(*ticket)->id, command.agent});
}

Decision rule(const Context &context, const StartService &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return just(ServiceStarted{(*ticket)->id, command.agent});
}

Decision rule(const Context &context, const CompleteService &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    auto outcome = checkedText("outcome", command.outcome, limits::nameCodePoints, true);
    SQ_CHECK(outcome);
    if ((*ticket)->state != TicketState::serving)
        return wrongState(**ticket, "serving");
    return just(ServiceCompleted{(*ticket)->id, command.agent, *outcome});
}

Decision rule(const Context &context, const MarkNoShow &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::called)
        return wrongState(**ticket, "called");
    return just(TicketNotShown{(*ticket)->id, command.agent});
}

Decision rule(const Context &context, const HoldTicket &command)
{
    const auto ticket = currentTicket(context, command.agent);
    SQ_CHECK(ticket);
    auto reason = checkedText("reason", command.reason, limits::reasonCodePoints, true);
    SQ_CHECK(reason);
    return just(TicketHeld{(*ticket)->id, command.agent, *reason});
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
    const auto queue = queueOf(context, **ticket);
    SQ_CHECK(queue);
    if ((*ticket)->agent != command.agent && !canServe(context.state, **agent, (*queue)->config))
        return fail(failures::notAssigned, {{"agent", (*agent)->name}, {"queue", (*queue)->config.name}});
    return just(TicketResumed{command.ticket, command.agent});
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
    return TicketTransferred{ticket.id, ticket.queue, target.config.id, target.config.service, {}, placeAfterTransfer(ticket).priority};
}

namespace {

/// Where a ticket that is sent to an agent waits: in its own queue, or in one of the agent's for the same service. A queue that
/// takes nobody, or from which nobody is called, is passed over; the refusal is that of the first.
Result<const QueueState *> queueForAgent(const Context &context, const Ticket &ticket, const Agent &agent)
{
    Done refusal = fail(failures::targetCannotServe, {{"number", ticket.number}, {"agent", agent.name}});
    bool served = false;
    const auto refuse = [&](Done why) {
        if (!served)
            refusal = std::move(why);
        served = true;
    };
    const QueueState *own = context.state.queue(ticket.queue);
    if (own && canServe(context.state, agent, own->config)) {
        // Who is in it already may stay in a closed or a full one.
        if (own->config.status != QueueStatus::paused)
            return own;
        refuse(mayIssue(*own));
    }
    for (const Assignment &assignment : agent.assignments) {
        const QueueState *candidate = context.state.queue(assignment.queue);
        if (!candidate || candidate == own || candidate->config.service != ticket.service
            || !canServe(context.state, agent, candidate->config))
            continue;
        if (Done may = mayIssue(*candidate); may)
            return candidate;
        else
            refuse(std::move(may));
    }
    return tl::unexpected(refusal.error());
}

/// The place at `index` of a line in calling order: between its neighbours, with whose instant and, where it counts, priority
/// it competes. Past the end it is behind all of them.
Place placeAt(std::size_t index, const std::vector<WaitingLine::Entry> &order, Discipline discipline, const Ticket &ticket, Instant now)
{
    const bool priorityCounts = discipline != Discipline::fifo;
    const int own = ticket.place.priority;
    // Not the same for two tickets, should one of them come back to a place it had beside the other.
    const std::int64_t aside = tieStep / 2 + (ticket.id.value % 4096 << 16);
    if (index >= order.size()) {
        Place place = placeOnArrival(own, now, ticket.id);
        for (const auto &entry : order)
            place.priority = priorityCounts ? std::min(place.priority, entry.place.priority) : own;
        if (!order.empty() && order.back().place.since == now)
            place.tie = std::max(place.tie, order.back().place.tie + aside);
        return place;
    }
    const Place &next = order[index].place;
    Place place = index == 0 ? next : order[index - 1].place;
    if (index == 0)
        place.tie -= aside;
    else if (next.since == place.since && (!priorityCounts || next.priority == place.priority))
        place.tie = std::midpoint(place.tie, next.tie);
    else
        place.tie += aside;
    if (!priorityCounts)
        place.priority = own;
    return place;
}

} // namespace

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
        return just(std::move(*transferred));
    }

    const auto agent = findAgent(context, command.agent);
    SQ_CHECK(agent);
    if (!isOpen(ticket.state))
        return wrongState(ticket, "open");
    if ((*agent)->status == AgentStatus::offline)
        return fail(failures::agentOffline, {{"agent", (*agent)->name}});
    if (ticket.agent == command.agent && ticket.state != TicketState::waiting)
        return fail(failures::invalidValue, {{"field", "to_agent"}, {"value", (*agent)->name}});
    const auto target = queueForAgent(context, ticket, **agent);
    SQ_CHECK(target);
    const Queue &queue = (*target)->config;
    return just(TicketTransferred{ticket.id, ticket.queue, queue.id, queue.service, command.agent, placeAfterTransfer(ticket).priority});
}

Decision rule(const Context &context, const ReturnTicket &command)
{
    const auto found = findTicket(context, command.ticket);
    SQ_CHECK(found);
    const Ticket &ticket = **found;
    if (ticket.state == TicketState::waiting || ticket.state == TicketState::completed
        || ticket.state == TicketState::abandoned || ticket.state == TicketState::cancelled)
        return wrongState(ticket, "called");
    const auto queue = queueOf(context, ticket);
    SQ_CHECK(queue);
    // A new day may have given the number of a no-show to somebody else.
    if (const Ticket *named = context.state.ticketByNumber(ticket.number); named && named->id != ticket.id)
        return fail(failures::nameTaken, {{"name", ticket.number}});
    if (command.place.kind == ReturnPlace::Kind::own)
        return just(TicketReturned{ticket.id, ticket.place});
    SQ_CHECK(checkedRange("place", command.place.after, 0, limits::capacity));
    const Queue &config = (*queue)->config;
    const auto order = (*queue)->line.inOrder(config.discipline, context.now, context.state.slaOf(config));
    // Those kept for an agent stand before the line.
    const auto after = std::size_t(command.place.after);
    const std::size_t kept = (*queue)->reserved.size();
    const std::size_t index = command.place.kind == ReturnPlace::Kind::end ? order.size() : after > kept ? after - kept : 0;
    return just(TicketReturned{ticket.id, placeAt(index, order, config.discipline, ticket, context.now)});
}

Decision rule(const Context &context, const AbandonTicket &command)
{
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::waiting && (*ticket)->state != TicketState::held)
        return wrongState(**ticket, "waiting");
    return just(TicketAbandoned{command.ticket});
}

Decision rule(const Context &context, const CancelTicket &command)
{
    const auto ticket = findTicket(context, command.ticket);
    SQ_CHECK(ticket);
    if ((*ticket)->state != TicketState::waiting && (*ticket)->state != TicketState::held)
        return wrongState(**ticket, "waiting");
    return just(TicketCancelled{command.ticket});
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
    return just(PriorityChanged{command.ticket, command.priority});
}

Decision rule(const Context &context, const SaveNote &command)
{
    SQ_CHECK(findTicket(context, command.ticket));
    if (command.text.size() > 4 * limits::noteCodePoints || codePoints(command.text) > limits::noteCodePoints)
        return fail(failures::tooLong, {{"field", "text"}, {"maximum", std::to_string(limits::noteCodePoints)}});
    if (!isPlainUtf8(command.text))
        return fail(failures::invalidValue, {{"field", "text"}});
    return just(NoteSaved{command.ticket});
}

} // namespace smartqueue::queueing
