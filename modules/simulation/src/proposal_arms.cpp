#include "proposal_arms.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>
#include <thread>

#include <smartqueue/domain/failures.h>

#include "branch_rollout.h"
#include "visitors.h"

namespace smartqueue::simulation {

CustomerGroups::CustomerGroups(const queueing::BranchState &state, const std::vector<Candidate> &candidates)
{
    for (const auto &[id, queue] : state.queues)
        m_queues.push_back(id);
    std::map<std::pair<QueueId, QueueId>, std::size_t> groups;
    for (const Candidate &candidate : candidates) {
        for (const SuggestedAction &action : candidate.actions) {
            if (action.kind != SuggestionKind::transfer)
                continue;
            const auto [group, isNew] = groups.try_emplace({action.fromQueue, action.toQueue}, size());
            if (isNew)
                m_moved.push_back(int(std::distance(state.queues.begin(), state.queues.find(action.fromQueue))));
            m_groups[action.ticket] = group->second;
        }
    }
}

void CustomerGroups::divide(BranchArm &arm) const
{
    std::vector<int> waitIn(m_moved.size(), -1);
    for (PresentTicket &ticket : arm.present) {
        const auto group = m_groups.find(ticket.id);
        if (group == m_groups.end())
            continue;
        waitIn[group->second - m_queues.size()] = ticket.queue;
        ticket.queue = int(group->second);
    }
    for (const int queue : waitIn) {
        const int own = int(arm.queues.size());
        arm.queues.push_back(queue < 0 ? ArmQueue{} : ArmQueue(arm.queues[std::size_t(queue)]));
        for (ArmAgent &agent : arm.agents) {
            if (std::find(agent.queues.begin(), agent.queues.end(), queue) != agent.queues.end())
                agent.queues.push_back(own);
        }
    }
}

std::size_t CustomerGroups::groupOf(const PresentTicket &ticket) const
{
    const auto group = m_groups.find(ticket.id);
    return group == m_groups.end() ? std::size_t(ticket.queue) : group->second;
}

namespace {

/// Shares the days out to the threads.
class ArmRuns {
public:
    ArmRuns(const std::vector<const BranchArm *> &arms, const PlannedRuns &runs)
        : m_arms(arms), m_runs(runs), m_source(arms.front()->start, runs.model, runs.plan, {}),
          m_results(arms.size(), std::vector<RolloutResult>(std::size_t(runs.plan.replications)))
    {
    }

    Result<std::vector<std::vector<RolloutResult>>> run()
    {
        const RolloutPlan &plan = m_runs.plan;
        const unsigned cores = plan.threads > 0 ? plan.threads : std::max(1u, std::thread::hardware_concurrency());
        std::vector<std::thread> workers;
        for (unsigned i = 1; i < std::min(cores, unsigned(plan.replications)); ++i)
            workers.emplace_back([this] { work(false); });
        work(true);
        for (std::thread &worker : workers)
            worker.join();
        if (!m_outcome)
            return tl::unexpected(std::move(m_outcome.error()));
        return std::move(m_results);
    }

private:
    void work(bool isCaller)
    {
        const RolloutPlan &plan = m_runs.plan;
        for (int day = m_next++; day < plan.replications && !m_isOver; day = m_next++) {
            const std::vector<Visitor> arrivals = m_source.drawArrivals(day);
            for (std::size_t arm = 0; arm < m_arms.size() && !m_isOver; ++arm) {
                live(day, arm, arrivals);
                const double done = (day + double(arm) / double(m_arms.size())) / plan.replications;
                if (isCaller && m_runs.progress && !m_runs.progress(done))
                    end(fail(simulation_failures::cancelled));
            }
        }
    }

    void live(int day, std::size_t index, const std::vector<Visitor> &arrivals)
    {
        const BranchArm &arm = *m_arms[index];
        std::vector<Visitor> present;
        for (const PresentTicket &ticket : arm.present) {
            // Patience is that of where they came to, wherever they wait now.
            present.push_back(m_source.drawPresent(day, ticket.id, m_runs.groups.queueIndex(m_runs.groups.groupOf(ticket))));
            present.back().queue = ticket.queue;
        }
        auto lived = BranchRollout(arm, m_runs.plan).run(present, arrivals);
        if (!lived)
            return end(tl::unexpected(std::move(lived.error())));
        m_results[index][std::size_t(day)] = std::move(*lived);
    }

    void end(Done outcome)
    {
        const std::lock_guard lock(m_mutex);
        m_outcome = std::move(outcome);
        m_isOver = true;
    }

    const std::vector<const BranchArm *> &m_arms;
    const PlannedRuns &m_runs;
    VisitorSource m_source;
    std::vector<std::vector<RolloutResult>> m_results;
    std::atomic<int> m_next{0};
    std::atomic<bool> m_isOver{false};
    std::mutex m_mutex;
    Done m_outcome;
};

} // namespace

Result<std::vector<std::vector<RolloutResult>>> runArms(const std::vector<const BranchArm *> &arms, const PlannedRuns &runs)
{
    return ArmRuns(arms, runs).run();
}

} // namespace smartqueue::simulation
