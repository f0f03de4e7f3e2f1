#include "smartqueue/presentation/twin_changes.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include <smartqueue/presentation/words.h>

namespace smartqueue::presentation {

using queueing::BranchState;

namespace {

struct Says {
    Q_DECLARE_TR_FUNCTIONS(TwinChanges)
};

bool canMove(const BranchState &state, const Agent &agent, const queueing::QueueState &queue)
{
    return agent.status != AgentStatus::offline && queue.config.status != QueueStatus::paused
        && queueing::hasSkillsFor(state, agent, queue.config);
}

QString firstName(const std::string &name)
{
    return QString::fromStdString(name).section(QLatin1Char(' '), 0, 0);
}

QString shortName(const BranchState &state, const Agent &agent)
{
    const QString first = firstName(agent.name);
    const auto sharing = std::count_if(state.agents.begin(), state.agents.end(), [&](const auto &each) { return firstName(each.second.name) == first; });
    return sharing == 1 ? first : QString::fromStdString(agent.name);
}

std::map<QueueId, QString> refusalsOf(const BranchState &state, const Agent &agent)
{
    std::map<QueueId, QString> refusals;
    for (const auto &[id, queue] : state.queues) {
        const QString name = QString::fromStdString(queue.config.name);
        if (canMove(state, agent, queue) || homeOf(agent) == id)
            continue;
        refusals[id] = queue.config.status == QueueStatus::paused ? Says::tr("%1 is paused", "queue").arg(name)
                                                                  : Says::tr("%1 lacks the skills for it", "agent").arg(shortName(state, agent));
    }
    return refusals;
}

TwinAgent agentOf(const BranchState &state, const Agent &agent)
{
    TwinAgent each;
    each.id = agent.id;
    each.name = shortName(state, agent);
    each.home = homeOf(agent);
    if (agent.status == AgentStatus::paused)
        each.note = Says::tr("on a break");
    each.refusals = refusalsOf(state, agent);
    return each;
}

QString countWords(int before, int after)
{
    const QString agents = Says::tr("%n agent(s)", nullptr, after);
    return before == after ? agents : Says::tr("%1 → %2", "agents before, after").arg(words::number(before), agents);
}

} // namespace

QueueId homeOf(const Agent &agent)
{
    QueueId home;
    int best = 0;
    for (const Assignment &assignment : agent.assignments) {
        if (home && assignment.rank > best)
            continue;
        home = assignment.queue;
        best = assignment.rank;
    }
    return home;
}

TwinChanges possibleOf(const TwinChanges &changes, const BranchState &state)
{
    TwinChanges possible = changes;
    std::erase_if(possible.moves, [&](const auto &move) {
        const Agent *agent = state.agent(move.first);
        const queueing::QueueState *queue = state.queue(move.second);
        return !agent || !queue || homeOf(*agent) == move.second || !canMove(state, *agent, *queue);
    });
    std::erase_if(possible.disciplines, [&](const auto &rule) {
        const queueing::QueueState *queue = state.queue(rule.first);
        return !queue || queue->config.discipline == rule.second;
    });
    if (!state.queue(possible.counter))
        possible.counter = {};
    if (possible.routing == state.branch.routing)
        possible.routing.reset();
    possible.arrivals = std::clamp(possible.arrivals, -mostArrivals, mostArrivals);
    return possible;
}

std::vector<SuggestedAction> actionsOf(const TwinChanges &changes, const BranchState &state)
{
    std::vector<SuggestedAction> actions;
    for (const auto &[agent, queue] : changes.moves) {
        SuggestedAction action;
        action.kind = SuggestionKind::reallocation;
        action.agent = agent;
        action.toQueue = queue;
        if (const Agent *known = state.agent(agent))
            action.fromQueue = homeOf(*known);
        actions.push_back(action);
    }
    for (const auto &[queue, discipline] : changes.disciplines) {
        SuggestedAction action;
        action.kind = SuggestionKind::discipline;
        action.toQueue = queue;
        action.discipline = discipline;
        actions.push_back(action);
    }
    return actions;
}

simulation::Changes simulatedOf(const TwinChanges &changes, const BranchState &state)
{
    simulation::Changes simulated;
    if (auto actions = actionsOf(changes, state); !actions.empty())
        simulated.commands = {ApplySuggestion{"simulator", std::move(actions)}};
    if (changes.routing) {
        Branch branch = state.branch;
        branch.routing = *changes.routing;
        simulated.commands.push_back(DefineBranch{std::move(branch)});
    }
    if (changes.counter)
        simulated.openedCounters = {changes.counter};
    if (changes.arrivals != 0) {
        for (const auto &[id, queue] : state.queues)
            simulated.arrivalFactors[id] = 1 + changes.arrivals / 100.0;
    }
    return simulated;
}

TwinLineup lineupOf(const BranchState &state)
{
    TwinLineup lineup;
    for (const auto &[id, agent] : state.agents)
        lineup.agents[id] = {homeOf(agent), agent.status != AgentStatus::offline, agent.status == AgentStatus::paused};
    for (const auto &[id, queue] : state.queues)
        lineup.queues[id] = {queue.config.discipline, queue.config.status};
    lineup.routing = state.branch.routing;
    return lineup;
}

QList<TwinZone> zonesOf(const TwinChanges &changes, const BranchState &state)
{
    std::map<QueueId, TwinZone> zones;
    std::map<QueueId, int> before;
    for (const auto &[id, queue] : state.queues)
        zones[id] = {id, QString::fromStdString(queue.config.name), {}, false, {}};
    for (const auto &[id, agent] : state.agents) {
        if (agent.status == AgentStatus::offline)
            continue;
        TwinAgent each = agentOf(state, agent);
        const auto move = changes.moves.find(id);
        const QueueId at = move == changes.moves.end() ? each.home : move->second;
        ++before[each.home];
        zones[at].agents.append(std::move(each));
    }
    QList<TwinZone> shown;
    for (auto &[id, zone] : zones) {
        const bool isCounter = changes.counter && changes.counter == id;
        const int after = int(zone.agents.size()) + (isCounter ? 1 : 0);
        if (!id)
            zone.name = Says::tr("Without a queue");
        zone.queue = id;
        zone.isChanged = before[id] != after;
        zone.note = countWords(before[id], after);
        if (const queueing::QueueState *queue = state.queue(id); queue && queue->config.status != QueueStatus::active)
            zone.note = Says::tr("%1 · %2", "agents, status").arg(zone.note, words::queueStatus(queue->config.status));
        shown.append(std::move(zone));
    }
    return shown;
}

QString carriedOutWords(const TwinChanges &changes, const BranchState &state)
{
    const auto queueWords = [&](QueueId id) {
        const queueing::QueueState *queue = state.queue(id);
        return queue ? QString::fromStdString(queue->config.name) : QString();
    };
    QStringList parts;
    for (const auto &[id, queue] : changes.moves) {
        if (const Agent *agent = state.agent(id))
            parts.append(Says::tr("%1 to %2", "agent, queue").arg(shortName(state, *agent), queueWords(queue)));
    }
    for (const auto &[queue, discipline] : changes.disciplines)
        parts.append(Says::tr("%1: %2", "queue, who is called first").arg(queueWords(queue), words::discipline(discipline)));
    return QLocale().createSeparatedList(parts);
}

} // namespace smartqueue::presentation
