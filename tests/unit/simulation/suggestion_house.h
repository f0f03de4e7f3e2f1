#pragma once

#include <algorithm>
#include <vector>

#include <smartqueue/simulation/suggestion_study.h>

#include "branch_house.h"

namespace smartqueue::testing {

inline simulation::SuggestionStudy studied(const BranchHouse &house, const simulation::RolloutPlan &plan, const simulation::SuggestionOptions &options = {})
{
    const auto study = simulation::proveSuggestions(house.state, house.zone, house.model, plan, options);
    if (!study)
        qFatal("no study: %s", std::string(study.error().code.name()).c_str());
    return *study;
}

inline const simulation::Proposal *proposed(const std::vector<simulation::Proposal> &proposals, simulation::ProposalKind kind)
{
    const auto found = std::find_if(proposals.begin(), proposals.end(), [kind](const simulation::Proposal &each) { return each.kind == kind; });
    return found == proposals.end() ? nullptr : &*found;
}

/// Twelve wait for the one agent of the first queue; the two of the second have little to do, and one of them could help.
struct LopsidedHouse : BranchHouse {
    QueueId crowded;
    QueueId calm;
    AgentId helper;

    explicit LopsidedHouse(double calmPerHour = 6)
    {
        crowded = queue(12, 5min, {"loans"});
        calm = queue(calmPerHour, 5min, {"cards"});
        agent({crowded}, {"loans"});
        helper = agent({calm}, {"loans", "cards"});
        agent({calm}, {"cards"});
        for (int i = 0; i < 12; ++i)
            tell(IssueTicket{crowded});
    }
};

} // namespace smartqueue::testing
