#pragma once

#include <optional>
#include <vector>

#include <smartqueue/simulation/branch_study.h>

namespace smartqueue::simulation {

/// When an agent comes and goes; whoever serves somebody at its end finishes that first.
struct Shift {
    Instant begins{};
    /// None: stays.
    std::optional<Instant> ends;
};

/// An agent as a rollout needs them.
struct ArmAgent {
    AgentId id;
    double pace = 1;
    /// Indices of the queues they may call from; those that are paused are left out.
    std::vector<int> queues;
    /// One after the other; none: as they are at the start.
    std::vector<Shift> shifts = {};
};

struct ArmQueue {
    QueueId id;
    QueueHabits habits;
    Duration sla{0};
    double arrivalFactor = 1;
    /// Who may call from it, as indices of agents: at the best rank first.
    struct Server {
        int rank = 1;
        int agent = 0;
    };
    std::vector<Server> servers;
};

/// Somebody who is in the branch at the start.
struct PresentTicket {
    TicketId id;
    int queue = 0;
    Instant waitingSince{};
    /// Called and not there yet, or in service, by this agent; -1: waits.
    int agent = -1;
    bool isServing = false;
    /// How long since the call, or in service without holds.
    Duration spent{0};
};

/// The branch at the start of every rollout of one way it may go: what does not change while it runs, worked out once.
struct BranchArm {
    queueing::BranchState start;
    TimeZone zone;
    std::vector<ArmQueue> queues;
    std::vector<ArmAgent> agents;
    std::vector<PresentTicket> present;
    /// Tickets of who comes later have higher ids.
    std::int64_t lastId = 0;

    std::optional<int> agentIndex(AgentId id) const;
};

/// Fails as the commands of the changes do.
Result<BranchArm> makeArm(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, Instant now, const Changes &changes);

/// When a break that goes on ends; none: nobody knows.
std::optional<Instant> breakEnds(const Branch &branch, const Agent &agent);

} // namespace smartqueue::simulation
