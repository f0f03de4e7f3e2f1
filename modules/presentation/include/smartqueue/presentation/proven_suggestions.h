#pragma once

#include <atomic>
#include <memory>

#include <QByteArray>

#include <smartqueue/presentation/branch_twin.h>
#include <smartqueue/simulation/suggestion_study.h>

/// What could be done about the branch now, each tried on the rest of its day.
namespace smartqueue::presentation {

/// What a supervisor wants to get better, and what it may cost others.
struct SuggestionWish {
    simulation::Objective objective = simulation::Objective::meanWait;
    /// No queue's customers may wait so many minutes longer on average.
    int fairnessMinutes = 5;
    bool operator==(const SuggestionWish &) const = default;
};
inline constexpr int mostFairnessMinutes = 60;

/// As it is kept until the next start.
QByteArray encoded(const SuggestionWish &wish);
/// What encoded() gave; the usual wish for rubbish.
SuggestionWish wishOf(const QByteArray &encoded);

/// Made in a study.
struct ProvenStudy {
    BranchTwin twin;
    SuggestionWish wish;
    int replications = 0;
    simulation::SuggestionStudy study;
};

/// simulation::proveSuggestions() with the history that the advice on disciplines needs. Fails as both do. Blocks.
Result<simulation::SuggestionStudy> proveWithHistory(engine::HistoryReader &reader, const queueing::BranchState &state, const TimeZone &zone,
                                                     const simulation::BranchModel &model, const simulation::RolloutPlan &plan,
                                                     simulation::SuggestionOptions options);

/// On the twin, to its closing time, on all cores but one; without what gains less than a hundredth. Fails as proveWithHistory() does. Blocks; `cancelled` ends it.
Result<ProvenStudy> provenStudyOf(engine::HistoryReader &reader, BranchTwin twin, const SuggestionWish &wish, const std::atomic<bool> &cancelled);

} // namespace smartqueue::presentation
