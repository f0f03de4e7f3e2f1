#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <smartqueue/engine/history.h>
#include <smartqueue/simulation/hindsight.h>

/// What came of the suggestions that were applied today.
namespace smartqueue::presentation {

struct AppliedSuggestion {
    SuggestionId id;
    Instant at{};
    CommandId command;
    std::vector<SuggestedAction> actions;
    bool isUndone = false;
};

/// Of the business day of the state, oldest first.
std::vector<AppliedSuggestion> appliedSuggestions(const queueing::BranchState &state);

struct AppliedOutcome {
    AppliedSuggestion applied;
    /// The branch right before: for the names of those concerned.
    std::shared_ptr<const queueing::BranchState> before;
    /// None: it was undone, and is not judged.
    std::optional<simulation::Hindsight> hindsight;
};

/// How many are judged, the newest.
inline constexpr std::size_t mostOutcomes = 100;

struct OutcomeQuestion {
    /// The branch at `now`.
    const queueing::BranchState &state;
    TimeZone zone;
    Instant now{};
    /// What the branch's habits are learned from; of each suggestion, what was known when it was applied.
    const std::vector<simulation::PastTicket> &past;
    std::size_t most = mostOutcomes;
    int replications = 200;
    std::uint64_t seed = 1;
    /// Told the share done, 0 to 1; false cancels.
    std::function<bool(double)> progress = {};
};

/// Each against not having applied it, on the customers who came until `now`, or until the doors closed: as far as the study went that proved it.
/// Oldest first. Blocks: call it in a study. Fails with what hinders the reading, or as simulation::lookBack() does.
Result<std::vector<AppliedOutcome>> outcomesOf(engine::HistoryReader &reader, const OutcomeQuestion &question);

} // namespace smartqueue::presentation
