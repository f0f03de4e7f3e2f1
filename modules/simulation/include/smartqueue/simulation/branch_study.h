#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/simulation/branch_model.h>

/// The rest of a branch's day, many times over: from the state as it is, through the real `decide` and `apply`.
namespace smartqueue::simulation {

namespace simulation_failures {
/// Whoever asked wants no answer any more.
inline constexpr FailureCode cancelled{"cancelled"};
} // namespace simulation_failures

/// What would be different from now on.
struct Changes {
    /// Carried out before anything else, in this order.
    std::vector<CommandBody> commands;
    /// One more agent each, of the usual pace, with the skills of the queue and no other queue.
    std::vector<QueueId> openedCounters;
    /// So many times as many customers come, from 0.
    std::map<QueueId, double> arrivalFactors;

    bool isEmpty() const { return commands.empty() && openedCounters.empty() && arrivalFactors.empty(); }
};

/// The commands by which an agent goes to a queue: it stands first for them, the queues they had behind it in their order. Both must exist.
std::vector<CommandBody> moveAgent(const queueing::BranchState &state, AgentId agent, QueueId queue);

/// When the branch shuts its doors on the business of `now`: now, when they are shut.
Instant closingTime(const Branch &branch, const TimeZone &zone, Instant now);

inline constexpr int mostRollouts = 10'000;
inline constexpr double mostArrivalFactor = 100;

struct RolloutPlan {
    Instant now{};
    /// Who waits now or comes before it is counted, and followed until called or gone.
    Instant until{};
    /// Nobody comes from then on. Otherwise people do, for outlookTail at most, and do not count.
    bool doorsClose = true;
    int replications = 1'000;
    std::uint64_t seed = 1;
    /// 0: as many as the machine has cores. The figures are the same whatever it is.
    unsigned threads = 0;
    /// Minute by minute how many wait: costs memory for each queue, minute and replication.
    bool withFans = false;
    /// Told the share done, 0 to 1, in the calling thread; false cancels.
    std::function<bool(double)> progress = {};
};

/// The mean over all possible days, with its 99 % interval by the replications; and between what bounds 8 of 10 days lie.
struct Estimate {
    double mean = 0;
    double low = 0;
    double high = 0;
    double dayLow = 0;
    double dayHigh = 0;
};

/// Seconds, shares from 0 to 1, customers. Waits are those for the call, of everybody counted, called or not.
struct OutcomeFigures {
    Estimate meanWait;
    /// Of the days' 90th percentiles.
    Estimate p90Wait;
    /// Of the served, who were called within the service's SLA.
    Estimate slaShare;
    /// Who leave without having been called.
    Estimate abandoned;
};

/// How many wait at one minute: the quantiles over the replications.
struct FanStep {
    double p10 = 0;
    double p25 = 0;
    double median = 0;
    double p75 = 0;
    double p90 = 0;
};

struct QueueOutcome {
    /// None: all queues together.
    QueueId queue;
    OutcomeFigures figures;
    /// Means over the replications: who is counted, who of them is called and does not come, who is turned away at the door and not
    /// counted, and whom nobody calls (their waits are those up to the end of the plan).
    double customers = 0;
    double noShows = 0;
    double turnedAway = 0;
    double unserved = 0;
    /// From now on, one a minute; empty unless asked for.
    std::vector<FanStep> waiting;
};

struct BranchOutcome {
    std::vector<QueueOutcome> queues;
    QueueOutcome whole;
    /// When the last counted customer has left, in seconds after the plan's now; days without anybody left aside.
    Estimate lastOut;
};

struct BranchStudy {
    BranchOutcome asIs;
    /// With the changes, where there are any; and what they add, day by day, on the same customers.
    std::optional<BranchOutcome> changed;
    std::vector<OutcomeFigures> differences;
    OutcomeFigures wholeDifference;
};

/// Customers draw what chance decides about them when they come, from streams of their own: both ways of the branch meet the same ones.
/// An agent calls whenever they are free and somebody waits for them; who is on a break with an end comes back then, everybody else stays
/// as they are. Tickets on hold stay there. Blocks; uses threads of its own. The same state, model, plan and changes give the same
/// figures. Fails with `out_of_range` for the plan (`field`, `minimum`, `maximum`), with `cancelled`, or as the commands of the changes do.
Result<BranchStudy> simulateBranch(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, const RolloutPlan &plan,
                                   const Changes &changes = {});

} // namespace smartqueue::simulation
