#pragma once

#include <optional>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::queueing {

/// What a decision needs besides the state. The zone must outlive the call.
struct Circumstances {
    Instant now;
    const TimeZone &zone;
};

/// The only queueing rules there are. Pure: changes nothing, reads no clock. Refusals are codes of domain/failures.h.
/// `now` must not lie before state.at. Personal data of the command is not in the events; see engine.
Result<std::vector<Event>> decide(const BranchState &state, const Command &command, const Circumstances &circumstances);

/// The ticket that CallNext would call for the agent, and why; the rule of the desk's "next tickets".
struct Choice {
    TicketId ticket;
    CallBasis basis;
};
std::optional<Choice> nextFor(const BranchState &state, const Agent &agent, Instant now);

/// The next `count` tickets for the agent, first to be called first, assuming nobody else calls.
std::vector<Choice> upcomingFor(const BranchState &state, const Agent &agent, Instant now, std::size_t count);

/// Days since 1970-01-01 of the business day in which `now` lies, by the site's zone and reset hour.
std::int32_t businessDayOf(Instant now, const Branch &branch, const TimeZone &zone);

} // namespace smartqueue::queueing
