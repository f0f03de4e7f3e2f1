#pragma once

#include <set>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/queueing/branch_state.h>

/// What a desktop may do while it does not hear its host: finish what is in hand, give numbers that it was granted, call the tickets it
/// issued so, and those reserved for the agent. Whatever else is decided meanwhile:
/// - nobody else gives these numbers on the same business day, as long as the desktop is one of the branch's;
/// - nobody else calls a ticket that was issued so, before the host has heard of it.
/// A reserved ticket may be called elsewhere as well: once it is transferred or its agent has signed out at the host, and where an agent
/// works at two desktops that both are cut off. Whoever is heard of second has a conflict, as has whoever finished a ticket that was
/// taken out of their hand meanwhile.
namespace smartqueue::queueing {

/// The command as the desktop carries it out and offers it to the host later: with a granted number, a ticket named, the time it is
/// done. `own`: tickets that no other desktop knows of. Fails with `not_alone` (`reason`: command, numbers, tickets) where it has to
/// wait for the host.
Result<Command> asDoneAlone(const BranchState &state, Command command, const DeviceId &device, const std::set<TicketId> &own, Instant now);

/// Whether it is one of the acts that asDoneAlone() lets pass.
bool isDoneAlone(const CommandBody &body);

} // namespace smartqueue::queueing
