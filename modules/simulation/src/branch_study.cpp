#include "smartqueue/simulation/branch_study.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include <smartqueue/domain/checks.h>
#include <smartqueue/domain/failures.h>

#include "branch_arm.h"
#include "branch_rollout.h"
#include "outcome_figures.h"
#include "visitors.h"

namespace smartqueue::simulation {

namespace {

Done checkedPlan(const RolloutPlan &plan, const Changes &changes)
{
    SQ_CHECK(checkedRange("replications", plan.replications, 2, mostRollouts));
    const auto minutes = std::chrono::floor<std::chrono::minutes>(plan.until - plan.now).count();
    SQ_CHECK(checkedRange("until", minutes, 0, std::chrono::minutes(longestOutlook).count()));
    for (const auto &[queue, factor] : changes.arrivalFactors) {
        if (!(factor >= 0 && factor <= mostArrivalFactor))
            return fail(failures::outOfRange, {{"field", "arrivals"}, {"minimum", "0"}, {"maximum", std::to_string(int(mostArrivalFactor))}});
    }
    return {};
}

/// One way of the branch, day by day.
struct Way {
    const BranchArm &arm;
    std::vector<RolloutResult> days;
};

/// Shares the days out to the threads; each day goes all the ways with the same visitors.
class Campaign {
public:
    Campaign(const RolloutPlan &plan, const VisitorSource &source, std::vector<Way> &ways) : m_plan(plan), m_source(source), m_ways(ways)
    {
        for (Way &way : m_ways)
            way.days.resize(std::size_t(plan.replications));
    }

    Done run()
    {
        const unsigned cores = m_plan.threads > 0 ? m_plan.threads : std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::thread> workers;
        for (unsigned i = 1; i < std::min(cores, unsigned(m_plan.replications)); ++i)
            workers.emplace_back([this] { work(false); });
        work(true);
        for (std::thread &worker : workers)
            worker.join();
        return m_outcome;
    }

private:
    void work(bool isCaller)
    {
        std::vector<BranchRollout> rollouts;
        for (const Way &way : m_ways)
            rollouts.emplace_back(way.arm, m_plan);
        for (int day = m_next++; day < m_plan.replications && !m_isOver; day = m_next++) {
            if (const Done lived = live(rollouts, day); !lived)
                end(lived);
            if (isCaller && m_plan.progress && !m_plan.progress(double(day) / m_plan.replications))
                end(fail(simulation_failures::cancelled));
        }
    }

    Done live(std::vector<BranchRollout> &rollouts, int day)
    {
        const std::vector<Visitor> arrivals = m_source.drawArrivals(day);
        for (std::size_t way = 0; way < m_ways.size(); ++way) {
            std::vector<Visitor> present;
            for (const PresentTicket &ticket : m_ways[way].arm.present)
                present.push_back(m_source.drawPresent(day, ticket.id, ticket.queue));
            auto lived = rollouts[way].run(present, arrivals);
            if (!lived)
                return tl::unexpected(std::move(lived.error()));
            m_ways[way].days[std::size_t(day)] = std::move(*lived);
        }
        return {};
    }

    void end(Done outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        m_isOver = true;
    }

    const RolloutPlan &m_plan;
    const VisitorSource &m_source;
    std::vector<Way> &m_ways;
    std::atomic<int> m_next{0};
    std::atomic<bool> m_isOver{false};
    std::mutex m_mutex;
    Done m_outcome;
};

std::map<QueueId, double> mostFactors(const Changes &changes)
{
    std::map<QueueId, double> factors;
    for (const auto &[queue, factor] : changes.arrivalFactors)
        factors[queue] = std::max(1.0, factor);
    return factors;
}

} // namespace

Instant closingTime(const Branch &branch, const TimeZone &zone, Instant now)
{
    const LocalDay today = std::chrono::floor<std::chrono::days>(zone.toLocal(now));
    const auto closingOf = [&](LocalDay day) {
        // A branch that closes before it opens does so in the night.
        const bool isNight = branch.closesAt <= branch.opensAt;
        return zone.toInstant(LocalInstant(day + std::chrono::days(isNight ? 1 : 0)) + std::chrono::minutes(branch.closesAt));
    };
    const Instant ofYesterday = closingOf(today - std::chrono::days(1));
    return std::max(now, now < ofYesterday ? ofYesterday : closingOf(today));
}

Result<BranchStudy> simulateBranch(const queueing::BranchState &state, const TimeZone &zone, const BranchModel &model, const RolloutPlan &plan,
                                   const Changes &changes)
{
    SQ_CHECK(checkedPlan(plan, changes));
    const auto asIs = makeArm(state, zone, model, plan.now, {});
    SQ_CHECK(asIs);
    const auto changed = makeArm(state, zone, model, plan.now, changes);
    SQ_CHECK(changed);
    std::vector<Way> ways{{*asIs, {}}};
    if (!changes.isEmpty())
        ways.push_back({*changed, {}});
    const VisitorSource source(asIs->start, model, plan, mostFactors(changes));
    SQ_CHECK(Campaign(plan, source, ways).run());

    std::vector<QueueId> ids;
    for (const ArmQueue &queue : asIs->queues)
        ids.push_back(queue.id);
    BranchStudy study;
    study.asIs = outcomeOf(ways.front().days, ids);
    if (ways.size() == 1)
        return study;
    study.changed = outcomeOf(ways.back().days, ids);
    for (std::size_t queue = 0; queue < ids.size(); ++queue)
        study.differences.push_back(differencesOf(ways.front().days, ways.back().days, queue));
    study.wholeDifference = differencesOf(ways.front().days, ways.back().days, ids.size());
    return study;
}

} // namespace smartqueue::simulation
