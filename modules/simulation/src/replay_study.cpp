#include "smartqueue/simulation/replay_study.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>

#include "branch_rollout.h"
#include "outcome_figures.h"
#include "recorded_day.h"

namespace smartqueue::simulation {

namespace {

constexpr std::array<std::string_view, routings> routingNames{"skills", "primary", "dedicated", "pooled", "longest_queue", "costed_delay", "deadline"};

/// Services of those who left, and how much longer the others would have stayed.
BranchModel modelOf(const std::vector<PastTicket> &past, int queues, const TimeZone &zone)
{
    queueing::BranchState state;
    for (int id = 1; id <= queues; ++id)
        state.queues[QueueId{id}].config.id = QueueId{id};
    Instant last{};
    for (const PastTicket &ticket : past)
        last = std::max({last, ticket.arrivedAt, ticket.endedAt.value_or(ticket.arrivedAt)});
    BranchModel model = learnBranch(state, zone, past, last, last);
    // Who does not come is on record.
    for (auto &[id, habits] : model.queues)
        habits.noShowShare = 0;
    return model;
}

struct BothWays {
    RolloutResult a;
    RolloutResult b;
};

class Replays {
public:
    Replays(const std::vector<RecordedDay> &days, int queues, const TimeZone &zone, const BranchModel &model, const ReplayPlan &plan)
        : m_days(days), m_queues(queues), m_zone(zone), m_model(model), m_plan(plan), m_results(days.size())
    {
    }

    Result<std::vector<BothWays>> run()
    {
        const unsigned cores = m_plan.threads > 0 ? m_plan.threads : std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::thread> workers;
        for (unsigned i = 1; i < std::min<std::size_t>(cores, m_days.size()); ++i)
            workers.emplace_back([this] { work(false); });
        work(true);
        for (std::thread &worker : workers)
            worker.join();
        if (!m_outcome)
            return tl::unexpected(m_outcome.error());
        return std::move(m_results);
    }

private:
    void work(bool isCaller)
    {
        for (std::size_t day = m_next++; day < m_days.size() && !m_isOver; day = m_next++) {
            if (const Done lived = live(day); !lived)
                end(lived);
            if (isCaller && m_plan.progress && !m_plan.progress(double(day) / double(m_days.size())))
                end(fail(simulation_failures::cancelled));
        }
    }

    Done live(std::size_t index)
    {
        const RecordedDay &day = m_days[index];
        const std::vector<Visitor> visitors = visitorsOf(day, m_model, m_plan.seed);
        const auto along = [&](const ReplayWay &way) -> Result<RolloutResult> {
            const auto arm = armOf(day, m_queues, m_zone, m_model, way, m_plan.sla);
            SQ_CHECK(arm);
            RolloutPlan plan;
            plan.now = day.opens();
            plan.until = day.lastArrival() + Duration(1);
            return BranchRollout(*arm, plan).run({}, visitors);
        };
        auto a = along(m_plan.a);
        SQ_CHECK(a);
        auto b = along(m_plan.b);
        SQ_CHECK(b);
        m_results[index] = {std::move(*a), std::move(*b)};
        return {};
    }

    void end(Done outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        m_isOver = true;
    }

    const std::vector<RecordedDay> &m_days;
    const int m_queues;
    const TimeZone &m_zone;
    const BranchModel &m_model;
    const ReplayPlan &m_plan;
    std::vector<BothWays> m_results;
    std::atomic<std::size_t> m_next{0};
    std::atomic<bool> m_isOver{false};
    std::mutex m_mutex;
    Done m_outcome;
};

} // namespace

std::string_view nameOf(Routing routing)
{
    return routingNames[std::size_t(routing)];
}

std::optional<Routing> routingNamed(std::string_view name)
{
    const auto found = std::find(routingNames.begin(), routingNames.end(), name);
    return found == routingNames.end() ? std::nullopt : std::optional(Routing(found - routingNames.begin()));
}

Result<ReplayStudy> replayDays(const std::vector<PastTicket> &past, int queues, const TimeZone &zone, const ReplayPlan &plan)
{
    for (const ReplayWay *way : {&plan.a, &plan.b})
        SQ_CHECK(checkedRange("agents", way->extraAgents, -mostExtraAgents, mostExtraAgents));
    const std::vector<RecordedDay> days = recordedDays(past, zone);
    constexpr std::size_t fewestDays = 2;
    if (days.size() < fewestDays)
        return fail(simulation_failures::tooLittleHistory, {{"days", std::to_string(days.size())}, {"needed", std::to_string(fewestDays)}});
    const BranchModel model = modelOf(past, queues, zone);
    auto results = Replays(days, queues, zone, model, plan).run();
    SQ_CHECK(results);

    std::vector<RolloutResult> a;
    std::vector<RolloutResult> b;
    for (BothWays &day : *results) {
        a.push_back(std::move(day.a));
        b.push_back(std::move(day.b));
    }
    std::vector<QueueId> ids;
    for (int id = 1; id <= queues; ++id)
        ids.push_back(QueueId{id});
    ReplayStudy study;
    study.days = int(days.size());
    for (const RecordedDay &day : days)
        study.tickets += std::int64_t(day.tickets.size());
    study.a = outcomeOf(a, ids);
    study.b = outcomeOf(b, ids);
    for (std::size_t queue = 0; queue < ids.size(); ++queue)
        study.differences.push_back(differencesOf(a, b, queue));
    study.wholeDifference = differencesOf(a, b, ids.size());
    return study;
}

} // namespace smartqueue::simulation
