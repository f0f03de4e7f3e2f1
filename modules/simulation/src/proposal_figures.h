#pragma once

#include <vector>

#include <smartqueue/simulation/suggestion_study.h>

#include "outcome_figures.h"
#include "proposal_arms.h"

namespace smartqueue::simulation {

using ArmDays = std::vector<RolloutResult>;

/// Reads the replications of one way beside those of the branch as it is.
class ProposalFigures {
public:
    /// `level` is that of each interval. All of it must outlive the figures.
    ProposalFigures(const CustomerGroups &groups, const SuggestionOptions &options, std::vector<double> delayCosts, double level);

    double objectiveOf(const ArmDays &days) const;
    /// Above 0: better.
    Difference gain(const ArmDays &asIs, const ArmDays &changed) const;
    /// By how much the mean wait of a group rises.
    Difference longer(const ArmDays &asIs, const ArmDays &changed, std::size_t group) const;
    /// By its means, or with the whole interval.
    bool isFair(const ArmDays &asIs, const ArmDays &changed, double Difference::*bound) const;
    /// Those who wait a second longer, or more.
    std::vector<Payer> payers(const ArmDays &asIs, const ArmDays &changed) const;
    double turnedAway(const ArmDays &asIs, const ArmDays &changed) const;

private:
    Difference between(const std::vector<DayRatio> &before, const std::vector<DayRatio> &after) const;
    std::vector<DayRatio> objectives(const ArmDays &days) const;

    const CustomerGroups &m_groups;
    const SuggestionOptions &m_options;
    std::vector<double> m_delayCosts;
    double m_level;
};

/// Of one second, by the groups.
std::vector<double> delayCostsOf(const CustomerGroups &groups, const SuggestionOptions &options, const BranchArm &arm);

} // namespace smartqueue::simulation
