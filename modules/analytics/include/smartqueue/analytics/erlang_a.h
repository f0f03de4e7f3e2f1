#pragma once

#include <chrono>
#include <optional>

namespace smartqueue::analytics {

/// M/M/n+M (Palm 1957; Garnett, Mandelbaum & Reiman 2002): Poisson arrivals, exponential service times and patience. A patience
/// of 0 means nobody leaves (Erlang C); then the load must be below the agents.
struct ErlangA {
    /// Per second.
    double arrivalRate = 0;
    double serviceRate = 0;
    double abandonmentRate = 0;
};

/// In the long run, of all who come.
struct ErlangAFigures {
    double waitProbability = 0;
    /// Who leave without service.
    double abandonment = 0;
    /// Of served and abandoned ones.
    double meanWaitSeconds = 0;
    /// Who are in service within the limit that was asked for.
    double within = 0;
    double utilisation = 0;
};

/// `agents` at least 1, all rates positive but the abandonment rate. Nobody is served in time and everybody waits where the load
/// never ends (no abandonment, too few agents).
ErlangAFigures erlangA(const ErlangA &system, int agents, std::chrono::duration<double> limit = std::chrono::seconds(0));

/// What a staffing is to achieve; one of the two.
struct StaffingTarget {
    /// Share of those who come that may leave.
    std::optional<double> abandonmentAtMost;
    /// Share that is in service within `limit`.
    std::optional<double> withinAtLeast;
    std::chrono::duration<double> limit{0};
};

/// The fewest agents that reach the target; 0 where nobody comes, none beyond `most`.
std::optional<int> agentsFor(const ErlangA &system, const StaffingTarget &target, int most = 10'000);

} // namespace smartqueue::analytics
