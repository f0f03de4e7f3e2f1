#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <smartqueue/simulation/suggestion_study.h>

/// Whether what was done about a branch has gained anything: the customers who really came, with it and without it.
namespace smartqueue::simulation {

/// Somebody who was in the branch at that moment or came after it, as far as is on record.
struct RecordedVisit {
    /// Of who was there at that moment, waiting or in hand; none: came after it.
    TicketId ticket;
    QueueId queue;
    int priority = 0;
    Instant arrivedAt{};
    std::optional<Instant> calledAt;
    /// Without having been called.
    std::optional<Instant> leftAt;
    bool comes = true;
    /// From the call to the service, or until the agent gave up on them; none: not over yet.
    std::optional<Duration> walk;
    /// Without holds; none: not over yet, or they did not come.
    std::optional<Duration> service;
};

/// When an agent was there: free to call, or with somebody in hand.
struct RecordedPresence {
    Instant begins{};
    /// None: stayed.
    std::optional<Instant> ends;
};

/// Of the differences that other luck would have made.
inline constexpr double hindsightLevel = 0.95;
/// Fewer, or less time, are no ground for a verdict.
inline constexpr int enoughVisits = 10;
inline constexpr auto enoughTime = std::chrono::minutes(10);

struct HindsightPlan {
    SuggestionId suggestion;
    std::vector<SuggestedAction> actions;
    /// When they were carried out.
    Instant at{};
    /// Who was waiting at `at` or came before it is counted; whoever still waits then has waited up to it. No later than the record goes.
    Instant until{};
    std::vector<RecordedVisit> visits;
    /// Of everybody who was there at `at` or came since, in order.
    std::map<AgentId, std::vector<RecordedPresence>> presences;
    int replications = 200;
    std::uint64_t seed = 1;
    /// Told the share done, 0 to 1, in the calling thread; false cancels.
    std::function<bool(double)> progress = {};
};

enum class HindsightVerdict { cameTrue, mayBeChance, cameOutWorse, tooEarly };
/// "came_true", "may_be_chance", "came_out_worse", "too_early".
std::string_view nameOf(HindsightVerdict verdict);

struct Hindsight {
    /// Behind both means.
    int customers = 0;
    /// Mean waits for the call of everybody counted, called or not, in seconds.
    double without = 0;
    double with = 0;
    /// What the actions add: below 0 people waited less. 95 of 100 replications lie within.
    Difference difference;
    HindsightVerdict verdict = HindsightVerdict::tooEarly;
};

/// Plays the time from `at` on twice with the same customers, from the branch right before the actions. Arrivals, priorities and whose patience ended
/// when are the recorded ones. Recorded services, ways to the counter and no-shows are too, in another order among the customers of their queue in
/// each replication: what differs from one to the next is luck that the actions did not make. What is not on record is drawn by `model`. Agents
/// come and go as on record, once they are done with whom they have in hand; nothing else that was done afterwards is done, and nobody is called after
/// `until`: what is to come is no ground for a verdict. One thread, blocks; the same
/// inputs give the same figures. Fails with `out_of_range` for the plan, with `cancelled`, or as the actions do on that branch.
Result<Hindsight> lookBack(const queueing::BranchState &before, const TimeZone &zone, const BranchModel &model, const HindsightPlan &plan);

} // namespace smartqueue::simulation
