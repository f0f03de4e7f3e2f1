#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <smartqueue/foundation/time_zone.h>
#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/simulation/duration_law.h>

/// What a branch's past says about its next hours: who will come, how long they are served, and when they lose patience.
namespace smartqueue::simulation {

/// One ticket of the past as far as it is known.
struct PastTicket {
    QueueId queue;
    AgentId agent;
    int priority = 0;
    Instant arrivedAt{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    /// When the service ended, the customer left, or the agent gave up on a no-show.
    std::optional<Instant> endedAt;
    TicketState end = TicketState::waiting;
};

/// Expected arrivals, hour by hour.
struct ArrivalOutlook {
    /// Of the first hour.
    Instant start{};
    /// Customers an hour; outside of them nobody comes.
    std::vector<double> perHour;
    /// By how much whole days differ besides chance: the variance of a day's level round 1.
    double dispersion = 0;
};

enum class ServiceBasis { empirical, lognormal, branch, none };
enum class PatienceBasis { queue, branch, none };
/// "empirical", "lognormal", "branch" (its services are too few, the spread is the branch's), "none" (of the SLA).
std::string_view nameOf(ServiceBasis basis);
/// "queue", "branch" (of all queues together), "none": nobody is known to leave.
std::string_view nameOf(PatienceBasis basis);

/// Fewer make a forecast that nobody should rely on.
inline constexpr int enoughDays = 14;
inline constexpr int enoughServices = 30;

/// How much past the figures of a queue rest on.
struct ModelBasis {
    /// Days on which the branch was open.
    int arrivalsFromDays = 0;
    int services = 0;
    ServiceBasis service = ServiceBasis::none;
    int abandonments = 0;
    PatienceBasis patience = PatienceBasis::none;

    bool isFewDays() const { return arrivalsFromDays < enoughDays; }
    bool isFewServices() const { return services < enoughServices; }
    bool isLowConfidence() const { return isFewDays() || isFewServices(); }
};

/// A share of the customers comes with this priority.
struct PriorityShare {
    int priority = 0;
    double share = 1;
};

struct QueueHabits {
    ArrivalOutlook arrivals;
    DurationLaw service;
    /// From the call to the service.
    DurationLaw walk;
    /// From the call until the agent gives up, and the share of those called who do not come.
    DurationLaw noShowWait;
    double noShowShare = 0;
    /// Exponential, in milliseconds; none: everybody waits until called.
    std::optional<double> meanPatience;
    /// By priority; never empty, 1 in sum.
    std::vector<PriorityShare> priorities{{}};
    ModelBasis basis;
};

struct BranchModel {
    std::map<QueueId, QueueHabits> queues;
    /// An agent's services take so many times the usual; 1 for who is not listed.
    std::map<AgentId, double> pace;
    /// Behind all of it.
    int days = 0;
    std::int64_t tickets = 0;
};

/// What learnBranch() looks back on at most.
inline constexpr int modelWeeks = 12;
/// How far ahead it looks at most.
inline constexpr auto longestOutlook = std::chrono::hours(7 * 24);
/// After the end of an outlook customers go on coming, who do not count: it reaches so much further.
inline constexpr auto outlookTail = std::chrono::hours(4);

/// From what was known at `now`: later times of the tickets are left aside, in any order. Arrivals are those of the hour of the week, with
/// unusual days weighing little (analytics::seasonalProfile), times how today has gone so far; where there is no week of history, those of
/// the hour of the day. Every queue of the state is in it. Takes time for each ticket: not in the GUI thread.
BranchModel learnBranch(const queueing::BranchState &state, const TimeZone &zone, const std::vector<PastTicket> &past, Instant now, Instant until);

} // namespace smartqueue::simulation
