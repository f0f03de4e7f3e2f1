#pragma once

#include <smartqueue/domain/commands.h>
#include <smartqueue/engine/engine.h>

namespace smartqueue::presentation {

/// What takes back the newest act from this side of the desks: never one that an agent has done since.
Result<Undo> ownUndo(const engine::BranchSnapshot &snapshot, Instant now);

/// The same for the act of one batch, from whichever side; `nothing_to_undo` for one that was sent without a command id.
Result<Undo> undoOfAct(const engine::BranchSnapshot &snapshot, Sequence act, Instant now);

/// The same for one applied suggestion.
Result<Undo> undoOfSuggestion(const engine::BranchSnapshot &snapshot, const SuggestionId &suggestion, Instant now);

} // namespace smartqueue::presentation
