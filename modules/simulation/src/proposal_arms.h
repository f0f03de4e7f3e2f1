#pragma once

#include <functional>
#include <map>
#include <vector>

#include "branch_arm.h"
#include "rollout_tally.h"
#include "suggestion_candidates.h"

namespace smartqueue::simulation {

/// Tickets that a candidate moves are counted by themselves in every way of the branch, whether it moves them or not: so that each group of customers
/// can be compared with itself. The queues come first, in the order of the state, then the groups of moved tickets.
class CustomerGroups {
public:
    CustomerGroups(const queueing::BranchState &state, const std::vector<Candidate> &candidates);

    std::size_t size() const { return m_queues.size() + m_moved.size(); }
    /// Where the customers of a group have come to; as an index of the state's queues.
    int queueIndex(std::size_t group) const { return group < m_queues.size() ? int(group) : m_moved[group - m_queues.size()]; }
    QueueId queueOf(std::size_t group) const { return m_queues[std::size_t(queueIndex(group))]; }
    bool isMoved(std::size_t group) const { return group >= m_queues.size(); }

    /// Gives each group of moved tickets a queue of its own in the arm, served as the one where they wait.
    void divide(BranchArm &arm) const;
    /// The group of somebody who waits at the start: their queue's as it was before any change, unless they are moved.
    std::size_t groupOf(const PresentTicket &ticket) const;

private:
    std::vector<QueueId> m_queues;
    /// Index of the queue that each group comes from.
    std::vector<int> m_moved;
    std::map<TicketId, std::size_t> m_groups;
};

struct PlannedRuns {
    const BranchModel &model;
    RolloutPlan plan;
    const CustomerGroups &groups;
    /// Told the share done, in the calling thread; false cancels.
    std::function<bool(double)> progress;
};

/// The replications of each way, by the groups, and of everybody behind them: all ways meet the same customers.
Result<std::vector<std::vector<RolloutResult>>> runArms(const std::vector<const BranchArm *> &arms, const PlannedRuns &runs);

} // namespace smartqueue::simulation
