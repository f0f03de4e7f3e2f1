#pragma once

#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/queueing/choice.h>

namespace smartqueue::queueing {

/// What a decision needs besides the state. The zone must outlive the call.
struct Circumstances {
    Instant now;
    const TimeZone &zone;
};

/// The only queueing rules there are. Pure: changes nothing, reads no clock. Refusals are codes of domain/failures.h.
/// `now` must not lie before state.at. Personal data of the command is not in the events; see engine.
Result<std::vector<Event>> decide(const BranchState &state, const Command &command, const Circumstances &circumstances);

/// What taking this act back gives back, or why it cannot be taken back any more: undo_expired, undo_overtaken. The test that
/// decide() asks, for whoever shows what could be undone.
Result<ActionUndone> undoOf(const BranchState &state, const UndoRecord &record, Instant now);

/// Days since 1970-01-01 of the business day in which `now` lies, by the site's zone and reset hour.
std::int32_t businessDayOf(Instant now, const Branch &branch, const TimeZone &zone);

/// The branch at `now` if nothing has happened since: on a new business day its counts of the day begin at 0.
BranchState asOf(const BranchState &state, Instant now, const TimeZone &zone);

} // namespace smartqueue::queueing
