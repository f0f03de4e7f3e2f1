#include "smartqueue/presentation/own_undo.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/queueing/decide.h>

#include "smartqueue/presentation/ticket_facts.h"

namespace smartqueue::presentation {

namespace {

template <class Wanted>
Result<Undo> undoOf(const engine::BranchSnapshot &snapshot, Instant now, Wanted wanted)
{
    const auto &records = snapshot.state.undoable;
    const auto found = std::find_if(records.rbegin(), records.rend(), wanted);
    if (found == records.rend())
        return fail(failures::nothingToUndo);
    if (const auto possible = queueing::undoOf(snapshot.state, *found, now); !possible)
        return tl::unexpected(possible.error());
    if (!found->command.empty())
        return Undo{{}, found->command};
    // Without a name of its own the act can only be taken back as the newest of all.
    if (found != records.rbegin())
        return fail(failures::undoOvertaken, {{"kind", found->kind}, {"by", agentName(snapshot, records.back().actor).toStdString()}});
    return Undo{};
}

} // namespace

Result<Undo> ownUndo(const engine::BranchSnapshot &snapshot, Instant now)
{
    return undoOf(snapshot, now, [](const queueing::UndoRecord &record) { return !record.actor; });
}

Result<Undo> undoOfAct(const engine::BranchSnapshot &snapshot, Sequence act, Instant now)
{
    // Without a command id only "the newest of all" could be taken back, and that may be another one by then.
    return undoOf(snapshot, now, [act](const queueing::UndoRecord &record) { return record.sequence == act && !record.command.empty(); });
}

Result<Undo> undoOfSuggestion(const engine::BranchSnapshot &snapshot, const SuggestionId &suggestion, Instant now)
{
    return undoOf(snapshot, now, [&](const queueing::UndoRecord &record) { return record.suggestion == suggestion; });
}

} // namespace smartqueue::presentation
