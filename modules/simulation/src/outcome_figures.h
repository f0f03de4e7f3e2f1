#pragma once

#include <vector>

#include <smartqueue/simulation/branch_study.h>

#include "branch_rollout.h"

namespace smartqueue::simulation {

/// A figure of each day as part and whole: a wait and one customer, or a sum of waits and the number of customers. Days without a whole
/// say nothing.
struct DayRatio {
    double part = 0;
    double whole = 0;
};

/// Mean over all customers of all days, with the interval of a ratio of means (Cochran 1977, 6.4), and the spread of the days' own ratios.
Estimate estimateOf(const std::vector<DayRatio> &days);
/// What the second adds to the first, day by day: both are of the same days.
Estimate differenceOf(const std::vector<DayRatio> &before, const std::vector<DayRatio> &after);

/// Of one queue, or of the whole branch behind the queues.
OutcomeFigures figuresOf(const std::vector<RolloutResult> &days, std::size_t queue);
OutcomeFigures differencesOf(const std::vector<RolloutResult> &before, const std::vector<RolloutResult> &after, std::size_t queue);

/// All of it; `ids` are those of the queues in their order.
BranchOutcome outcomeOf(const std::vector<RolloutResult> &days, const std::vector<QueueId> &ids);

} // namespace smartqueue::simulation
