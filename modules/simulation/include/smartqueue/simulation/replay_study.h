#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <smartqueue/simulation/branch_study.h>

/// Recorded days over again: the same customers under two ways to run the branch, through the real `decide` and `apply`.
namespace smartqueue::simulation {

namespace simulation_failures {
/// Details `days` and `needed`.
inline constexpr FailureCode tooLittleHistory{"too_little_history"};
} // namespace simulation_failures

/// From which queues an agent calls, who on that day served some. Skills: all of those alike; primary: the one they served most first, the others behind
/// it; dedicated: that one alone; pooled: every queue alike. The rest: all of those, the most urgent first by the CallRouting of the same name.
enum class Routing { skills, primary, dedicated, pooled, longestQueue, costedDelay, deadline };
inline constexpr int routings = int(Routing::deadline) + 1;
std::string_view nameOf(Routing routing);
std::optional<Routing> routingNamed(std::string_view name);

/// A way to run the branch.
struct ReplayWay {
    Discipline discipline = Discipline::fifo;
    Routing routing = Routing::skills;
    /// Agents on top of each day's, who serve every queue all day; below 0: so many fewer, those who served fewest first, but one stays.
    int extraAgents = 0;
    bool operator==(const ReplayWay &) const = default;
};

inline constexpr int mostExtraAgents = 100;
/// Of one log.
inline constexpr std::size_t mostReplayedTickets = 2'000'000;

struct ReplayPlan {
    ReplayWay a;
    ReplayWay b;
    Duration sla = std::chrono::minutes(10);
    std::uint64_t seed = 1;
    /// 0: as many as the machine has cores. The figures are the same whatever it is.
    unsigned threads = 0;
    /// Told the share done, 0 to 1, in the calling thread; false cancels.
    std::function<bool(double)> progress = {};
};

struct ReplayStudy {
    /// The replications: each is one observation of the difference.
    int days = 0;
    std::int64_t tickets = 0;
    /// In the order of the ids of the queues, from 1.
    BranchOutcome a;
    BranchOutcome b;
    /// What b adds to a.
    std::vector<OutcomeFigures> differences;
    OutcomeFigures wholeDifference;
};

/// `queues` is how many there are; tickets name them from 1 on. Arrivals, services, ways to the counter and no-shows are the recorded ones, and so is
/// the patience of who left; that of the others was longer than their wait, by an exponential time, and whoever left would have been served as long
/// as others of the queue. Agents are there from
/// their first call of a day until their last ticket is done, but for half an hour and more without one, and for gaps in which people of
/// their queues were held up; who is there at the last arrival stays until nobody waits. Days without an agent are left aside.
/// Blocks; uses threads of its own. Fails with `too_little_history` below two days, with `out_of_range` or with `cancelled`.
Result<ReplayStudy> replayDays(const std::vector<PastTicket> &past, int queues, const TimeZone &zone, const ReplayPlan &plan);

} // namespace smartqueue::simulation
