#include "wizard_founder.h"

#include <algorithm>

#include <smartqueue/foundation/text.h>
#include <smartqueue/engine/when_done.h>

namespace smartqueue::pages {

namespace {

const Service *serviceNamed(const queueing::BranchState &state, const std::string &name)
{
    for (const auto &[id, service] : state.services) {
        if (sameName(service.name, name))
            return &service;
    }
    return nullptr;
}

const Queue *queueNamed(const queueing::BranchState &state, const std::string &name)
{
    for (const auto &[id, queue] : state.queues) {
        if (sameName(queue.config.name, name))
            return &queue.config;
    }
    return nullptr;
}

bool hasAgent(const queueing::BranchState &state, const std::string &name)
{
    return std::any_of(state.agents.begin(), state.agents.end(), [&](const auto &entry) { return sameName(entry.second.name, name); });
}

} // namespace

WizardFounder::WizardFounder(engine::Engine &engine, QObject *parent) : QObject(parent), m_engine(engine)
{
}

void WizardFounder::found(const BranchPlan &plan)
{
    if (m_busy)
        return;
    m_plan = plan;
    m_busy = true;
    m_branchDone = false;
    m_submitted = 0;
    next();
}

std::optional<CommandBody> WizardFounder::nextCommand() const
{
    const auto snapshot = m_engine.snapshot();
    const queueing::BranchState &state = snapshot->state;
    if (!m_branchDone)
        return DefineBranch{m_plan.branch};
    std::vector<QueueId> queues;
    for (const BranchPlan::PlannedQueue &planned : m_plan.queues) {
        const Service *service = serviceNamed(state, planned.name);
        if (!service)
            return DefineService{Service{{}, planned.name, planned.sla, {}}};
        const Queue *queue = queueNamed(state, planned.name);
        if (!queue) {
            Queue fresh;
            fresh.name = planned.name;
            fresh.service = service->id;
            fresh.lastNumber = 999;
            return DefineQueue{fresh};
        }
        queues.push_back(queue->id);
    }
    for (std::size_t i = 0; i < m_plan.agents.size(); ++i) {
        if (hasAgent(state, m_plan.agents[i]))
            continue;
        Agent agent;
        agent.name = m_plan.agents[i];
        for (std::size_t k = 0; k < queues.size(); ++k)
            agent.assignments.push_back({queues[(i + k) % queues.size()], int(k) + 1});
        return DefineAgent{agent};
    }
    return std::nullopt;
}

void WizardFounder::next()
{
    auto command = nextCommand();
    const std::size_t most = 1 + 2 * m_plan.queues.size() + m_plan.agents.size();
    if (!command || m_submitted++ > most) {
        m_busy = false;
        Q_EMIT founded();
        return;
    }
    engine::whenDone(m_engine.submit(std::move(*command)), this, [this](const engine::Answer &answer) {
        if (!answer) {
            m_busy = false;
            Q_EMIT refused(answer.error());
            return;
        }
        m_branchDone = true;
        // The next command is read off the branch, so it must show the last one.
        engine::whenDone(m_engine.settledSnapshot(), this, [this](const engine::SharedSnapshot &) { next(); });
    });
}

} // namespace smartqueue::pages
