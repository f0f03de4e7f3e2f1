#pragma once

#include <cstdint>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/simulation/queue_model.h>

namespace smartqueue::simulation {

struct StudyPlan {
    /// Counted in each replication; those who come while the system fills are simulated besides.
    std::int64_t customers = 100'000;
    std::uint64_t seed = 1;
    /// Independent runs. With one, the interval comes from batch means within it; with more, from the means of the runs.
    int replications = 1;
    /// 0: as many as the machine has cores. The figures are the same whatever it is.
    unsigned threads = 0;
};

/// Fewer make no interval.
inline constexpr std::int64_t fewestCustomers = 100;
/// Over all replications.
inline constexpr std::int64_t mostCustomers = 1'000'000'000;
inline constexpr int mostReplications = 100'000;

struct Interval {
    double low = 0;
    double high = 0;
};

struct ClassFigures {
    int rank = 1;
    /// Who came in.
    std::int64_t entered = 0;
    double meanWait = 0;
};

/// Long-run figures, in the model's unit of time. Waits are those of everybody who came in, served or not.
struct StudyFigures {
    double meanWait = 0;
    Interval meanWait99;
    /// Who came in and found no server free.
    double waitProbability = 0;
    double p90Wait = 0;
    /// Waiting customers over time, those in service left out.
    double meanQueue = 0;
    /// Shares of all who came.
    double blocked = 0;
    double abandoned = 0;
    double utilisation = 0;
    std::vector<ClassFigures> classes;
    /// The counted customers by their end; their sum is plan.customers × plan.replications.
    std::int64_t servedCustomers = 0;
    std::int64_t abandonedCustomers = 0;
    std::int64_t blockedCustomers = 0;
    /// Customers at the beginning of each replication that are simulated and not counted.
    std::int64_t warmUp = 0;
    /// Arrivals, ends of service and abandonments, the warm-up's included.
    std::int64_t events = 0;
};

/// Runs the model through the real kernel. Blocks; uses threads of its own. The same model, customers, seed and replications give the same
/// figures on every machine, and models that differ in one thing alone meet the same customers: arrivals, service times and patience
/// have streams of their own. Fails as checked() does, with `out_of_range` for the plan, and with the kernel's refusal where it takes no
/// more (`limit_reached`).
Result<StudyFigures> simulate(const QueueModel &model, const StudyPlan &plan);

} // namespace smartqueue::simulation
