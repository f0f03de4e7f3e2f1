#pragma once

#include <map>
#include <vector>

#include <smartqueue/simulation/replay_study.h>

#include "branch_arm.h"
#include "visitors.h"

namespace smartqueue::simulation {

/// One day on record: who came, and who was there for them.
struct RecordedDay {
    LocalDay day{};
    /// In the order of arrival.
    std::vector<PastTicket> tickets;

    struct Worker {
        AgentId agent;
        /// When they served, or were free: gaps in which people were held up are no part of it.
        std::vector<Shift> stints;
        /// How many they served, by queue.
        std::map<QueueId, int> served;
        int total = 0;
    };
    std::vector<Worker> workers;

    Instant opens() const;
    Instant lastArrival() const { return tickets.back().arrivedAt; }
};

/// By the day of arrival; days without an agent are left out.
std::vector<RecordedDay> recordedDays(std::vector<PastTicket> past, const TimeZone &zone);

/// The branch on that day, run this way. `model` has a queue for each of the log's.
Result<BranchArm> armOf(const RecordedDay &day, int queues, const TimeZone &zone, const BranchModel &model, const ReplayWay &way, Duration sla);

/// In the order of arrival; what is not on record is drawn by the ticket's place in the day.
std::vector<Visitor> visitorsOf(const RecordedDay &day, const BranchModel &model, std::uint64_t seed);

} // namespace smartqueue::simulation
