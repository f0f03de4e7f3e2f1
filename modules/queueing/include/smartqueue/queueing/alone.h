#pragma once

#include <set>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/queueing/branch_state.h>

/// What a desktop may do while it does not hear its host: finish what is in hand, give numbers that it was granted, call tickets
/// that nobody else calls. Whatever else is decided meanwhile, no number is given and nobody called twice.
namespace smartqueue::queueing {

/// The command as the desktop carries it out and offers it to the host later: with a granted number, a ticket named, the time it is
/// done. `own`: tickets that no other desktop knows of. Fails with `not_alone` (`reason`: command, numbers, tickets) where it has to
/// wait for the host.
Result<Command> asDoneAlone(const BranchState &state, Command command, const DeviceId &device, const std::set<TicketId> &own, Instant now);

/// Whether it is one of the acts that asDoneAlone() lets pass.
bool isDoneAlone(const CommandBody &body);

} // namespace smartqueue::queueing
