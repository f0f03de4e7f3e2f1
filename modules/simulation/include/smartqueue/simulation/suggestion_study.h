#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include <smartqueue/optimizer/report.h>
#include <smartqueue/simulation/branch_study.h>

/// What could be done about a branch now, each proven against doing nothing.
namespace smartqueue::simulation {

/// What is to get better, of all customers together. Costed delay: each second of a wait costs what `SuggestionOptions::delayCosts` says of its queue,
/// the delay cost of Mandelbaum & Stolyar 2004 with linear costs.
enum class Objective { meanWait, p90Wait, slaShare, costedDelay };
/// "mean-wait", "p90", "sla", "cmu".
std::string_view nameOf(Objective objective);
std::optional<Objective> objectiveNamed(std::string_view name);

/// Of the intervals of all that was proven in one study together.
inline constexpr double suggestionLevel = 0.99;
inline constexpr int mostProven = 50;
inline constexpr double defaultFairnessSeconds = 300;

struct SuggestionOptions {
    Objective objective = Objective::meanWait;
    /// The mean wait of a queue's customers, and of those it moves, must not rise by more: the whole interval stays within. In seconds, from 0.
    double fairnessSeconds = defaultFairnessSeconds;
    /// Of one second, for Objective::costedDelay; a queue that is not listed: 1 / its SLA, so that delays count in SLAs.
    std::map<QueueId, double> delayCosts = {};
    /// Of each candidate before the best are proven.
    int screenReplications = 16;
    /// How many candidates are proven at most, of what the branch can do by itself and of what takes more.
    int proven = 6;
    int provenMeasures = 2;
    /// So many actions may be suggested as one, those of transfers counting as one.
    int bundled = 3;
    /// As for optimizer::reportOf().
    std::map<QueueId, optimizer::History> history = {};
};

enum class ProposalKind { transfers, reallocation, discipline, bundle, counter, pause };
/// "transfers", "reallocation", "discipline", "bundle", "counter", "pause".
std::string_view nameOf(ProposalKind kind);

/// A difference of means, with its interval.
struct Difference {
    double mean = 0;
    double low = 0;
    double high = 0;
};

/// Customers who wait longer.
struct Payer {
    QueueId queue;
    /// Those who are moved out of the queue; otherwise those who are not.
    bool isMoved = false;
    /// How many, mean of the replications.
    double customers = 0;
    /// Seconds.
    Difference longer;
};

struct Proposal {
    ProposalKind kind = ProposalKind::reallocation;
    /// Made of what is proposed, as those of optimizer::Report.
    SuggestionId id;
    /// For one ApplySuggestion; empty for a counter and a pause, which are in `changes` alone.
    std::vector<SuggestedAction> actions;
    Changes changes;
    /// Better by so much: seconds; of the SLA a share; of costed delay its costs a customer.
    Difference gain;
    /// The objective as it is.
    double asIs = 0;
    /// Most seconds in all first.
    std::vector<Payer> payers;
    /// So many more find the door shut, mean of the replications; they are in no wait.
    double turnedAway = 0;
    /// Until those who wait now in its queues have been called, by their number, mean service and agents; 2 to 15 minutes, no later than the plan. The
    /// figures rest on them: afterwards it takes a new study.
    Instant goodUntil{};
};

struct SuggestionStudy {
    /// Best first. Each is against doing nothing: whoever carries one out asks again for the next.
    std::vector<Proposal> suggestions;
    /// The same for what takes one person more, or turns customers away.
    std::vector<Proposal> measures;
    int candidates = 0;
    int proven = 0;
};

/// Candidates are those of optimizer::reportOf(), its transfers as one, and every move of an agent to a queue they have the skills for, every
/// other discipline, every counter and every pause of issuing; moves and disciplines also together. All are screened by the same few replications;
/// the best are proven by `plan.replications` others, so that none is chosen for its luck, with intervals that hold for all of them together
/// (Bonferroni). Returned is what gains beyond chance within the fairness limit. Blocks; uses threads of its own; the same inputs give the same study.
/// Fails with `out_of_range` or `cancelled`.
Result<SuggestionStudy> proveSuggestions(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, const RolloutPlan &plan,
                                         const SuggestionOptions &options = {});

} // namespace smartqueue::simulation
