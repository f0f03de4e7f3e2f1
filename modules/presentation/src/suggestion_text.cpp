#include "smartqueue/presentation/suggestion_text.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include <smartqueue/analytics/staffing.h>
#include <smartqueue/domain/names.h>

#include "smartqueue/presentation/ticket_facts.h"
#include "smartqueue/presentation/words.h"
#include "suggestion_price.h"

namespace smartqueue::presentation {

using queueing::BranchState;
using simulation::Objective;
using simulation::Proposal;
using simulation::ProposalKind;

namespace {

struct SuggestionWords {
    Q_DECLARE_TR_FUNCTIONS(SuggestionWords)
};

/// More are no reason any more.
constexpr qsizetype shownQueues = 3;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString queueWords(const BranchState &state, QueueId id)
{
    const queueing::QueueState *queue = state.queue(id);
    return queue ? text(queue->config.name) : SuggestionWords::tr("a queue that is gone");
}

QString agentWords(const BranchState &state, AgentId id)
{
    const Agent *agent = state.agent(id);
    return agent ? text(agent->name) : SuggestionWords::tr("An agent");
}

QString decidedWords(const SuggestedAction &action, const BranchState &state)
{
    const QString target = queueWords(state, action.toQueue);
    switch (action.kind) {
    case SuggestionKind::transfer: {
        const Ticket *ticket = state.ticket(action.ticket);
        return ticket ? SuggestionWords::tr("Ticket %1 moved to %2").arg(text(ticket->number), target) : SuggestionWords::tr("A ticket moved to %1").arg(target);
    }
    case SuggestionKind::reallocation: return SuggestionWords::tr("%1 helps in %2").arg(agentWords(state, action.agent), target);
    case SuggestionKind::discipline: return SuggestionWords::tr("%1 is called by “%2”").arg(target, words::discipline(action.discipline));
    }
    return {};
}

/// The actions of one kind by where they lead, in their order.
using ByTarget = std::vector<std::pair<QueueId, std::vector<SuggestedAction>>>;

ByTarget byTarget(const std::vector<SuggestedAction> &actions, SuggestionKind kind)
{
    ByTarget groups;
    for (const SuggestedAction &action : actions) {
        if (action.kind != kind)
            continue;
        const auto known = std::find_if(groups.begin(), groups.end(), [&](const auto &group) { return group.first == action.toQueue; });
        if (known == groups.end())
            groups.push_back({action.toQueue, {action}});
        else
            known->second.push_back(action);
    }
    return groups;
}

/// "Lend Emma Roy and Paul Pont to Passports; Rosa Diaz to Payments".
QString lendWords(const ByTarget &moves, const BranchState &state)
{
    QStringList parts;
    for (const auto &[target, actions] : moves) {
        QStringList agents;
        for (const SuggestedAction &action : actions)
            agents.append(agentWords(state, action.agent));
        parts.append(SuggestionWords::tr("%1 to %2", "agents, queue").arg(QLocale().createSeparatedList(agents), queueWords(state, target)));
    }
    return SuggestionWords::tr("Lend %1", "agents to queues").arg(inARow(parts));
}

QString actionsWords(const std::vector<SuggestedAction> &actions, const BranchState &state)
{
    QStringList parts;
    for (const auto &[target, moved] : byTarget(actions, SuggestionKind::transfer)) {
        const Ticket *ticket = state.ticket(moved.front().ticket);
        parts.append(moved.size() > 1 ? SuggestionWords::tr("Move %n tickets to %1", nullptr, int(moved.size())).arg(queueWords(state, target))
                                      : SuggestionWords::tr("Move ticket %1 to %2").arg(ticket ? text(ticket->number) : QString(), queueWords(state, target)));
    }
    if (const auto moves = byTarget(actions, SuggestionKind::reallocation); !moves.empty())
        parts.append(lendWords(moves, state));
    for (const auto &[target, rules] : byTarget(actions, SuggestionKind::discipline))
        parts.append(SuggestionWords::tr("Call %1 by “%2”").arg(queueWords(state, target), words::discipline(rules.front().discipline)));
    return parts.join(QStringLiteral(" · "));
}

QString decisionWords(const std::vector<SuggestedAction> &actions, const BranchState &state)
{
    QStringList parts;
    for (const auto &[target, moved] : byTarget(actions, SuggestionKind::transfer)) {
        if (moved.size() > 1)
            parts.append(SuggestionWords::tr("%n tickets moved to %1", nullptr, int(moved.size())).arg(queueWords(state, target)));
        else
            parts.append(decidedWords(moved.front(), state));
    }
    for (const SuggestedAction &action : actions) {
        if (action.kind != SuggestionKind::transfer)
            parts.append(decidedWords(action, state));
    }
    return QLocale().createSeparatedList(parts);
}

std::optional<QueueId> pausedBy(const Proposal &proposal)
{
    for (const CommandBody &command : proposal.changes.commands) {
        if (const auto *paused = std::get_if<SetQueueStatus>(&command))
            return paused->queue;
    }
    return std::nullopt;
}

QString whatWords(const Proposal &proposal, const BranchState &state)
{
    if (!proposal.changes.openedCounters.empty())
        return SuggestionWords::tr("Open one more counter for %1").arg(queueWords(state, proposal.changes.openedCounters.front()));
    if (const auto paused = pausedBy(proposal))
        return SuggestionWords::tr("Stop giving out tickets for %1").arg(queueWords(state, *paused));
    return actionsWords(proposal.actions, state);
}

/// Those that are helped first.
std::vector<QueueId> queuesOf(const Proposal &proposal)
{
    std::vector<QueueId> queues = proposal.changes.openedCounters;
    if (const auto paused = pausedBy(proposal))
        queues.push_back(*paused);
    for (const SuggestedAction &action : proposal.actions)
        queues.push_back(action.toQueue);
    for (const SuggestedAction &action : proposal.actions)
        queues.push_back(action.fromQueue);
    std::vector<QueueId> once;
    for (const QueueId queue : queues) {
        if (queue && std::find(once.begin(), once.end(), queue) == once.end())
            once.push_back(queue);
    }
    return once;
}

QString whyWords(const Proposal &proposal, const BranchState &state)
{
    QStringList figures;
    for (const QueueId id : queuesOf(proposal)) {
        const queueing::QueueState *queue = state.queue(id);
        if (!queue || figures.size() == shownQueues)
            continue;
        if (queue->waitingCount() == 0) {
            figures.append(SuggestionWords::tr("%1: nobody waits", "queue").arg(text(queue->config.name)));
            continue;
        }
        const int onDuty = analytics::staffingOf(state, queue->config).onDuty;
        const QString waiting = SuggestionWords::tr("%1: %n waiting", "queue", queue->waitingCount()).arg(text(queue->config.name));
        figures.append(onDuty == 0 ? SuggestionWords::tr("%1, nobody serves", "queue: people").arg(waiting)
                                   : SuggestionWords::tr("%1, %2 per agent", "queue: people, how many").arg(waiting, words::number(analytics::loadRatio(queue->waitingCount(), onDuty), 1)));
    }
    return figures.join(QStringLiteral(" · "));
}

bool isOfReach(const Agent &agent, const SuggestedAction &action)
{
    const auto serves = [&](QueueId queue, int rank) {
        return std::any_of(agent.assignments.begin(), agent.assignments.end(), [&](const Assignment &each) { return each.queue == queue && each.rank <= rank; });
    };
    constexpr int anyRank = 1'000'000;
    return (!action.fromQueue || serves(action.fromQueue, anyRank)) && !serves(action.toQueue, 1);
}

QString whyNotAction(const SuggestedAction &action, const BranchState &state)
{
    const queueing::QueueState *target = state.queue(action.toQueue);
    const QString name = queueWords(state, action.toQueue);
    switch (action.kind) {
    case SuggestionKind::transfer: {
        const Ticket *ticket = state.ticket(action.ticket);
        if (!ticket || ticket->state != TicketState::waiting || ticket->queue != action.fromQueue)
            return SuggestionWords::tr("%1 no longer waits in %2.", "ticket, queue").arg(ticket ? text(ticket->number) : SuggestionWords::tr("A ticket"), queueWords(state, action.fromQueue));
        break;
    }
    case SuggestionKind::reallocation: {
        const Agent *agent = state.agent(action.agent);
        if (!agent || agent->status == AgentStatus::offline)
            return SuggestionWords::tr("%1 has signed out.", "agent").arg(agentWords(state, action.agent));
        if (!isOfReach(*agent, action))
            return SuggestionWords::tr("%1 serves other queues by now.", "agent").arg(agentWords(state, action.agent));
        break;
    }
    case SuggestionKind::discipline: break;
    }
    return target && target->config.status == QueueStatus::paused ? SuggestionWords::tr("%1 is paused.", "queue").arg(name) : QString();
}

/// As optimizer::Report and the search name an action that stands alone.
std::optional<SuggestionId> idOf(const SuggestedAction &action)
{
    const std::string to = std::to_string(action.toQueue.value);
    switch (action.kind) {
    case SuggestionKind::reallocation: return "move-" + std::to_string(action.agent.value) + "-" + to;
    case SuggestionKind::discipline: return "discipline-" + to + "-" + std::string(nameOf(action.discipline));
    case SuggestionKind::transfer: return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

SuggestionText textOf(const Proposal &proposal, const ProvenStudy &study)
{
    const engine::BranchSnapshot &snapshot = *study.twin.snapshot;
    SuggestionText said;
    said.id = proposal.id;
    said.what = whatWords(proposal, snapshot.state);
    said.why = whyWords(proposal, snapshot.state);
    said.gain = gainWords(proposal, study.wish.objective);
    said.pays = priceWords(proposal, snapshot);
    said.goodUntil = SuggestionWords::tr("good until %1").arg(words::timeOfDay(proposal.goodUntil, snapshot.zone));
    said.isMeasure = proposal.actions.empty();
    return said;
}

QString objectiveWords(Objective objective)
{
    switch (objective) {
    case Objective::meanWait: return SuggestionWords::tr("Mean wait");
    case Objective::p90Wait: return SuggestionWords::tr("Longest waits (1 in 10)");
    case Objective::slaShare: return SuggestionWords::tr("Called on time");
    case Objective::costedDelay: return SuggestionWords::tr("Wait weighed by target");
    }
    return {};
}

QString effortWords(const ProvenStudy &study)
{
    return SuggestionWords::tr("%1 ways tried on %2 possible rests of the day at %3")
        .arg(words::number(study.study.candidates), words::number(study.replications), words::timeOfDay(study.twin.now, study.twin.snapshot->zone));
}

QString whyNotAnyMore(const Proposal &proposal, const engine::BranchSnapshot &snapshot, Instant now)
{
    for (const SuggestedAction &action : proposal.actions) {
        if (const QString why = whyNotAction(action, snapshot.state); !why.isEmpty())
            return why;
    }
    if (proposal.actions.empty())
        return {};
    const Done accepted = wouldAccept(snapshot, ApplySuggestion{proposal.id, proposal.actions}, AgentId{}, now);
    return accepted ? QString() : words::explain(accepted.error()).what;
}

bool doesMoreThan(const Proposal &more, const Proposal &less)
{
    const auto isDone = [&](const SuggestedAction &action) {
        return std::any_of(more.actions.begin(), more.actions.end(), [&](const SuggestedAction &each) {
            return each.kind == action.kind && each.ticket == action.ticket && each.agent == action.agent && each.toQueue == action.toQueue
                && each.discipline == action.discipline;
        });
    };
    return !less.actions.empty() && more.actions.size() > less.actions.size() && std::all_of(less.actions.begin(), less.actions.end(), isDone);
}

QList<DecidedText> decisionsOf(const BranchState &state)
{
    QList<DecidedText> decisions;
    const auto &decided = state.decided;
    for (auto at = decided.begin(); at != decided.end();) {
        const auto end = std::find_if(at, decided.end(), [&](const auto &each) { return each.id != at->id || each.command != at->command || each.at != at->at; });
        std::vector<SuggestedAction> actions;
        for (auto each = at; each != end; ++each) {
            if (each->action)
                actions.push_back(*each->action);
        }
        DecidedText said{at->id, at->at, {}, at->dismissed, at->undone, false};
        said.isQuiet = std::all_of(actions.begin(), actions.end(), [](const SuggestedAction &action) { return action.kind == SuggestionKind::discipline; });
        if (!at->dismissed)
            said.what = decisionWords(actions, state);
        else
            said.what = at->reason.empty() ? SuggestionWords::tr("A suggestion was dismissed") : SuggestionWords::tr("“%1”", "reason of a dismissal").arg(text(at->reason));
        decisions.append(said);
        at = end;
    }
    return decisions;
}

bool isDismissed(const Proposal &proposal, const BranchState &state)
{
    const auto hasGone = [&](const SuggestionId &id) {
        return std::any_of(state.decided.begin(), state.decided.end(), [&](const auto &each) { return each.id == id && each.dismissed && !each.undone; });
    };
    return hasGone(proposal.id) || std::any_of(proposal.actions.begin(), proposal.actions.end(), [&](const SuggestedAction &action) {
               const auto id = idOf(action);
               return id && hasGone(*id);
           });
}

} // namespace smartqueue::presentation
