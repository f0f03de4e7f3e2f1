#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QString>

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/engine.h>

/// What screens ask of one snapshot about tickets. Pure; whether something is legal is asked of `decide` itself, so that a
/// screen never knows a rule of its own.
namespace smartqueue::presentation {

/// Begin of the business day `back` days before the one that runs at `now`.
Instant dayStart(const engine::BranchSnapshot &snapshot, Instant now, std::chrono::days back = std::chrono::days(0));

/// Over all legs, the running wait included.
Duration waitedBy(const Ticket &ticket, Instant now);

/// Empty for one that is gone.
QString queueName(const engine::BranchSnapshot &snapshot, QueueId queue);
QString agentName(const engine::BranchSnapshot &snapshot, AgentId agent);

/// The middle of the queue's last services: from the 20th to the 80th percentile, none from fewer than five.
std::optional<std::pair<Duration, Duration>> usualService(const engine::BranchSnapshot &snapshot, QueueId queue);

/// Whether the engine would accept the command at `now`, and why not.
Done wouldAccept(const engine::BranchSnapshot &snapshot, const CommandBody &body, AgentId actor, Instant now);

/// What may be done with a ticket at `now`.
struct TicketActions {
    /// Those who may call it.
    std::vector<AgentId> callers;
    std::vector<QueueId> toQueues;
    std::vector<AgentId> toAgents;
    bool returnToLine = false;
    bool changePriority = false;
    bool abandon = false;
    bool cancel = false;
};
TicketActions ticketActions(const engine::BranchSnapshot &snapshot, TicketId ticket, AgentId actor, Instant now);

} // namespace smartqueue::presentation
