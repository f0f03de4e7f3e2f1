#include "smartqueue/analytics/staffing.h"

namespace smartqueue::analytics {

namespace {

void count(Staffing &staffing, const queueing::BranchState &state, const Agent &agent, const Queue &queue)
{
    ++staffing.assigned;
    // Most agents of a big branch are not signed in: the full question is worth asking only for the others.
    if (agent.status != AgentStatus::available && agent.status != AgentStatus::busy)
        return;
    if (!queueing::isOnDuty(state, agent, queue))
        return;
    ++staffing.onDuty;
    if (agent.status == AgentStatus::available && !agent.current)
        ++staffing.free;
}

} // namespace

Roster rosterOf(const queueing::BranchState &state)
{
    Roster roster;
    roster.reserve(state.queues.size());
    for (const auto &[id, agent] : state.agents) {
        for (const Assignment &assignment : agent.assignments) {
            if (const queueing::QueueState *queue = state.queue(assignment.queue))
                count(roster[assignment.queue], state, agent, queue->config);
        }
    }
    return roster;
}

Staffing staffingOf(const queueing::BranchState &state, const Queue &queue)
{
    Staffing staffing;
    for (const auto &[id, agent] : state.agents) {
        for (const Assignment &assignment : agent.assignments) {
            if (assignment.queue == queue.id) {
                count(staffing, state, agent, queue);
                break;
            }
        }
    }
    return staffing;
}

double loadRatio(int waiting, int onDuty)
{
    return onDuty > 0 ? double(waiting) / onDuty : waiting * 10.0;
}

} // namespace smartqueue::analytics
