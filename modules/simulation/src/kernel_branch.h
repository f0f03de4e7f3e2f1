#pragma once

#include <vector>

#include <smartqueue/queueing/decide.h>
#include <smartqueue/simulation/queue_model.h>

#include "tick_scale.h"

namespace smartqueue::simulation {

/// The model as a branch of one queue, run by the real `decide` and `apply`. Time never runs backwards. A refusal is the
/// kernel's; it leaves everything as it was.
class KernelBranch {
public:
    /// A branch with all servers signed in and nobody waiting.
    static Result<KernelBranch> open(const QueueModel &model);

    Result<TicketId> issue(Ticks now, int classIndex);
    /// The server, from 0, calls whom the discipline puts first, and begins to serve.
    Result<TicketId> callAndStart(Ticks now, int server);
    Done complete(Ticks now, int server);
    Done abandon(Ticks now, TicketId ticket);

private:
    /// What a server asks for again and again, made once.
    struct ServerCommands {
        Command call;
        Command start;
        Command complete;
    };

    Done setUp(const QueueModel &model);
    Done carryOut(Ticks now, const Command &command);

    TimeZone m_zone;
    queueing::BranchState m_state;
    EventBatch m_batch;
    /// By class.
    std::vector<Command> m_issues;
    std::vector<ServerCommands> m_servers;
};

} // namespace smartqueue::simulation
