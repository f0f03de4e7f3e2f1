#pragma once

#include <chrono>
#include <vector>

#include <smartqueue/analytics/staffing.h>
#include <smartqueue/queueing/branch_state.h>

namespace smartqueue::analytics {

/// Services needed behind a mean before an estimate is trusted.
inline constexpr std::size_t trustedServices = 10;
/// Abandonments needed before a patience is believed.
inline constexpr std::int64_t trustedAbandonments = 10;

/// How long until the call, as it stands now; recomputed on every change and never counted down.
/// When `nobodyServes`, the times hold what one agent would need if they came now: a floor to compare queues by, never to be
/// shown to anyone.
struct Eta {
    /// The reference rule: ahead / agents on duty × mean service time.
    std::chrono::seconds baseline{0};
    /// The honest estimate, and the range that holds 8 of 10.
    std::chrono::seconds likely{0};
    std::chrono::seconds low{0};
    std::chrono::seconds high{0};
    /// Fewer than trustedServices finished services behind the mean, or nobody serves.
    bool lowConfidence = false;
    /// Nobody is on duty, or the queue is paused.
    bool nobodyServes = false;
    /// QLS: (ahead + 1) × mean / agents. QLr: Erlang A, Σ 1/(sμ + iθ) for i = 0…ahead (Ibrahim & Whitt 2009).
    PromiseMethod method = PromiseMethod::qls;
    int ahead = 0;
    int onDuty = 0;
};

/// As it is told.
Promise promiseOf(const Eta &eta);

/// θ per second: abandonments over all time waited (maximum likelihood for an exponential patience). 0 when unknown, which
/// is below trustedAbandonments.
double patienceRate(const queueing::QueueState &queue);

/// Those who will take from this queue: signed in, assigned, skilled, not paused; busy ones count.
int agentsOnDuty(const queueing::BranchState &state, const Queue &queue);

/// For someone who would draw a ticket now. The queue must exist. O(agents + p log n) for p distinct priorities.
Eta etaOfNewArrival(const queueing::BranchState &state, QueueId queue, int priority, Instant now);
/// The same when the staffing is known already.
Eta etaOfNewArrival(const queueing::BranchState &state, QueueId queue, int priority, Instant now, const Staffing &staffing);

struct TicketEta {
    TicketId ticket;
    /// From 1, in calling order.
    int position = 0;
    Eta eta;
};

/// All who wait, in calling order, reserved ones first. The queue must exist. O(agents + n log n), the sums in one pass.
std::vector<TicketEta> etasOf(const queueing::BranchState &state, QueueId queue, Instant now);

} // namespace smartqueue::analytics
