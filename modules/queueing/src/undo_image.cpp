#include "undo_image.h"

#include <algorithm>
#include <set>

#include <smartqueue/domain/limits.h>

namespace smartqueue::queueing {

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};

/// Ids that a command's undo has to give back.
struct Touched {
    std::set<TicketId> tickets;
    std::set<AgentId> agents;
    std::set<QueueId> queues;
    SuggestionId suggestion;
    std::vector<SuggestedAction> actions;
};

Touched touchedBy(const BranchState &state, const std::vector<Event> &events)
{
    Touched touched;
    const auto ticketAndAgent = [&](const auto &e) {
        touched.tickets.insert(e.ticket);
        touched.agents.insert(e.agent);
    };
    const auto ticketAndHand = [&](const auto &e) {
        touched.tickets.insert(e.ticket);
        // Whoever only holds it has another one in hand, or none.
        const Ticket *ticket = state.ticket(e.ticket);
        const Agent *holder = ticket ? state.agent(ticket->agent) : nullptr;
        if (holder && holder->current == e.ticket)
            touched.agents.insert(holder->id);
    };
    for (const Event &event : events) {
        std::visit(Overloaded{
                       [&](const TicketCalled &e) { ticketAndAgent(e); },
                       [&](const ServiceCompleted &e) { ticketAndAgent(e); },
                       [&](const TicketNotShown &e) { ticketAndAgent(e); },
                       [&](const TicketHeld &e) { ticketAndAgent(e); },
                       [&](const TicketTransferred &e) { ticketAndHand(e); },
                       [&](const TicketReturned &e) { ticketAndHand(e); },
                       [&](const AgentAssigned &e) { touched.agents.insert(e.agent); },
                       [&](const DisciplineChanged &e) { touched.queues.insert(e.queue); },
                       [&](const SuggestionApplied &e) {
                           touched.suggestion = e.suggestion;
                           touched.actions.push_back(e.action);
                       },
                       [](const auto &) {},
                   },
                   event);
    }
    return touched;
}

bool isUndoable(const EventBatch &batch)
{
    const std::string &kind = batch.kind;
    // Agents resume what they hold; a ticket that was taken out of their hand is given back by an undo alone.
    const bool takesOver = !batch.actor && (kind == "return" || kind == "hold");
    return takesOver || kind == "call_next" || kind == "call" || kind == "complete" || kind == "no_show" || kind == "transfer"
        || kind == "apply";
}

} // namespace

void rememberForUndo(BranchState &state, const EventBatch &batch)
{
    if (!isUndoable(batch))
        return;
    Touched touched = touchedBy(state, batch.events);
    UndoRecord record;
    record.sequence = batch.sequence;
    record.command = batch.command;
    record.kind = batch.kind;
    record.actor = batch.actor;
    record.at = batch.at;
    record.suggestion = touched.suggestion;
    record.actions = std::move(touched.actions);
    for (const TicketId id : touched.tickets)
        record.tickets.push_back(state.tickets.at(id));
    for (const AgentId id : touched.agents) {
        record.agents.push_back(state.agents.at(id));
        // To take an act back gives nobody another name.
        record.agents.back().name.clear();
    }
    for (const QueueId id : touched.queues)
        record.queues.push_back(state.queues.at(id).config);
    state.undoable.push_back(std::move(record));
    const auto isOwn = [&](const UndoRecord &r) { return r.actor == batch.actor; };
    if (std::size_t(std::count_if(state.undoable.begin(), state.undoable.end(), isOwn)) > limits::undoDepth)
        state.undoable.erase(std::find_if(state.undoable.begin(), state.undoable.end(), isOwn));
}

} // namespace smartqueue::queueing
