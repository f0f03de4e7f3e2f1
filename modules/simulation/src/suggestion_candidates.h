#pragma once

#include <vector>

#include <smartqueue/simulation/suggestion_study.h>

namespace smartqueue::simulation {

/// What could be done, not tried yet.
struct Candidate {
    ProposalKind kind = ProposalKind::reallocation;
    SuggestionId id;
    std::vector<SuggestedAction> actions;
    Changes changes;

    /// It takes a person more, or turns people away.
    bool isMeasure() const { return kind == ProposalKind::counter || kind == ProposalKind::pause; }
};

/// Queues with the most waiting for each agent first; at most 300.
std::vector<Candidate> candidatesFor(const queueing::BranchState &state, Instant now, const std::map<QueueId, optimizer::History> &history);

/// Both as one; none where they contradict each other.
std::optional<Candidate> joined(const Candidate &first, const Candidate &second);

/// See Proposal::goodUntil.
Instant goodUntil(const Candidate &candidate, const queueing::BranchState &state, const BranchModel &model, const RolloutPlan &plan);

} // namespace smartqueue::simulation
