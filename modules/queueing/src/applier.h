#pragma once

#include <smartqueue/domain/events.h>

#include "smartqueue/queueing/branch_state.h"

namespace smartqueue::queueing {

/// Carries one batch out on the state, one overload an event. What decide() never made for this state is a bug, and looking for
/// something that is not there throws.
class Applier {
public:
    Applier(BranchState &state, const EventBatch &batch) : m_state(state), m_batch(batch), m_at(batch.at) {}

    void run();

private:
    Ticket &ticket(TicketId id) { return m_state.tickets.edit(id); }
    Agent &agent(AgentId id) { return m_state.agents.at(id); }
    QueueState &queue(QueueId id) { return m_state.queues.at(id); }
    void madeId(std::int64_t id);
    /// What closed long ago goes, unless this very batch touches it: who stores the batch still reads the ticket.
    void forgetOld();
    void forget(TicketId id);

    // Lines (apply_lines.cpp).
    void joinLine(const Ticket &ticket);
    void leaveLine(const Ticket &ticket);
    /// The tickets are no longer kept for anybody and join the ordinary line.
    void unreserve(const std::vector<TicketId> &tickets);
    void endHold(Ticket &ticket);
    void close(Ticket &ticket, TicketState state, LegEnd end);
    /// The ticket waits again: a new leg, in `queue` at `place`.
    void waitAgain(Ticket &ticket, LegEnd end, QueueId queue, const Place &place, AgentId reservedFor);

    // Hands (apply_agents.cpp).
    void setStatus(Agent &agent, AgentStatus status, const std::string &reason);
    void take(AgentId agent, TicketId ticket);
    /// If the agent has the ticket in hand, they have none any more; a break asked for meanwhile begins.
    void release(AgentId agent, TicketId ticket);

    // Setup (apply_setup.cpp).
    void on(const BranchDefined &);
    void on(const ServiceDefined &);
    void on(const QueueDefined &);
    void on(const AgentDefined &);
    void on(const ServiceRemoved &);
    void on(const QueueRemoved &);
    void on(const AgentRemoved &);
    void on(const DisciplineChanged &);
    void on(const QueueStatusChanged &);
    void on(const AgentAssigned &);
    void on(const AgentUnassigned &);
    void on(const BusinessDayStarted &);
    void on(const HistoryImported &);

    // Agents (apply_agents.cpp).
    void on(const AgentSignedIn &);
    void on(const AgentSignedOut &);
    void on(const AgentStatusChanged &);
    void on(const BreakArmed &);

    // Tickets (apply_tickets.cpp).
    void on(const TicketIssued &);
    void on(const TicketCalled &);
    void on(const TicketRecalled &);
    void on(const ServiceStarted &);
    void on(const TicketHeld &);
    void on(const TicketResumed &);
    void on(const ServiceCompleted &);
    void on(const TicketNotShown &);
    void on(const TicketReturned &);
    void on(const TicketTransferred &);
    void on(const TicketAbandoned &);
    void on(const TicketCancelled &);
    void on(const PriorityChanged &);
    void on(const NoteSaved &);

    // Supervision (apply_supervision.cpp).
    void decided(DecidedSuggestion suggestion);
    void on(const SuggestionApplied &);
    void on(const SuggestionDismissed &);
    void on(const AlertRaised &);
    void on(const AlertUpdated &);
    void on(const AlertCleared &);
    void on(const AlertAcknowledged &);
    void on(const AlertSnoozed &);
    void on(const AlertAssigned &);

    void on(const ActionUndone &);

    // Desktops that were alone (apply_alone.cpp).
    /// The ticket's number is given; false where it is none of a desktop's own.
    bool spend(QueueState &queue, TicketId ticket);
    /// Numbers that a desktop had: nobody gets them on the running business day.
    void withdraw(const std::vector<NumberBlock> &blocks);
    void on(const HappenedAt &);
    void on(const NumbersGranted &);
    void on(const ConflictNoted &);
    void on(const ConflictSettled &);

    BranchState &m_state;
    const EventBatch &m_batch;
    /// When the events happened to tickets and agents: the batch's time unless it says otherwise.
    Instant m_at;
};

} // namespace smartqueue::queueing
