#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include <smartqueue/engine/engine.h>
#include <smartqueue/simulation/branch_study.h>

/// The branch at one moment with what its past says about the rest of its day: what every look ahead begins with.
namespace smartqueue::presentation {

/// The tickets of the past weeks.
struct PastOfBranch {
    std::vector<simulation::PastTicket> tickets;
    Instant readAt{};
};

struct BranchTwin {
    engine::SharedSnapshot snapshot;
    std::shared_ptr<const PastOfBranch> past;
    Instant now{};
    Instant closes{};
    /// Of the first observed minute.
    Instant since{};
    simulation::BranchModel model;
    /// How many waited at each minute since `since`.
    std::map<QueueId, std::vector<double>> observed;
};

/// Reads the past again only when `past` is missing or older than an hour. Takes time for each ticket: call it in a study. Fails as
/// HistoryReader::tickets() does.
Result<BranchTwin> readTwin(engine::HistoryReader &reader, const engine::SharedSnapshot &snapshot, std::shared_ptr<const PastOfBranch> past, Instant now);

/// From the twin's now to closing time, with fans, on all cores but one; `cancelled` ends it and outlives the study.
simulation::RolloutPlan planOf(const BranchTwin &twin, int replications, const std::atomic<bool> &cancelled);

/// How many of a queue's people waited at each minute from `since` to `now`, by what their tickets say.
std::vector<double> waitingByMinute(const std::vector<simulation::PastTicket> &tickets, QueueId queue, Instant since, Instant now);

} // namespace smartqueue::presentation
