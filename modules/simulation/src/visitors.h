#pragma once

#include <map>
#include <optional>
#include <vector>

#include <smartqueue/simulation/branch_study.h>

namespace smartqueue::simulation {

/// What is on record about somebody, in milliseconds.
struct RecordedFate {
    double service = 0;
    /// From the call to the service, or until the agent gave up on them.
    double walk = 0;
    bool comes = true;
};

/// Somebody of one replication, with all that chance decides about them.
struct Visitor {
    Instant arrivesAt{};
    /// Index of the queue, in the order of the state.
    int queue = 0;
    int priority = 0;
    /// Uniform; what they mean is the model's.
    double service = 0;
    double walk = 0;
    double shows = 0;
    /// Whether a queue with fewer arrivals, or with more, has them among its own: they come where the factor is above it.
    double keep = 0;
    /// No end: waits until called.
    Duration patience = Duration::max();
    /// Goes before what the draws and the model say.
    std::optional<RecordedFate> recorded = {};
};

/// Draws who comes to the branch. The model must outlive it. Const, any thread.
class VisitorSource {
public:
    /// `mostFactors`: by how much arrivals are scaled up at most, in any way of the branch; 1 without an entry.
    VisitorSource(const queueing::BranchState &state, const BranchModel &model, const RolloutPlan &plan, const std::map<QueueId, double> &mostFactors);

    /// In the order of arrival.
    std::vector<Visitor> drawArrivals(int replication) const;
    /// For somebody who is in the branch already.
    Visitor drawPresent(int replication, TicketId ticket, int queue) const;

private:
    struct Source {
        QueueId id;
        const QueueHabits *habits = nullptr;
        double mostFactor = 1;
    };

    std::vector<Source> m_queues;
    Instant m_from{};
    Instant m_end{};
    std::uint64_t m_seed = 0;
};

} // namespace smartqueue::simulation
