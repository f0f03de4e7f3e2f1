#include "smartqueue/presentation/live_figures.h"

#include <algorithm>

#include <QCoreApplication>

#include "smartqueue/presentation/words.h"

namespace smartqueue::presentation {

namespace {

struct LiveWords {
    Q_DECLARE_TR_FUNCTIONS(LiveWords)
};
using Status = analytics::QueueHealth::Status;
using Cause = analytics::QueueHealth::Cause;

bool stands(const analytics::QueueHealth &health)
{
    return health.status != QueueStatus::active && health.waiting == 0;
}

/// Open without anyone who serves it, and nobody is the worse for it.
bool isIdle(const analytics::QueueHealth &health)
{
    return health.status == QueueStatus::active && health.waiting == 0 && health.cause == Cause::noAgents;
}

QString causeOf(const analytics::QueueHealth &health)
{
    switch (health.cause) {
    case Cause::quiet: return LiveWords::tr("Nobody waits");
    case Cause::withinTarget: return LiveWords::tr("Everyone within the promised time");
    case Cause::noAgents: return health.waiting > 0 ? LiveWords::tr("Nobody serves while %n wait(s)", nullptr, health.waiting) : LiveWords::tr("Nobody serves this queue yet");
    case Cause::late: return LiveWords::tr("%n past the promised time", nullptr, health.late);
    case Cause::nearlyFull: return LiveWords::tr("%1 of %2 places taken").arg(health.waiting).arg(health.maxCapacity.value_or(0));
    case Cause::busy: return LiveWords::tr("More arrive than are served");
    case Cause::paused: return LiveWords::tr("Paused: nobody is called");
    case Cause::closed: return LiveWords::tr("Closed: the last ones are served");
    }
    return {};
}

} // namespace

QList<Figure> branchFigures(const engine::Insights &insights)
{
    const auto &state = insights.snapshot->state;
    const Instant now = insights.snapshot->at;
    int waiting = 0;
    int served = 0;
    int onTime = 0;
    int left = 0;
    int issued = 0;
    Duration longest{0};
    for (const auto &[id, queue] : state.queues) {
        waiting += queue.waitingCount();
        const queueing::DayCounters &today = queue.today;
        served += today.served;
        onTime += today.onTime;
        left += today.abandoned + today.noShow;
        issued += today.issued;
        for (const TicketId reserved : queue.reserved)
            longest = std::max(longest, now - state.ticket(reserved)->arrivedAt);
        if (const auto oldest = queue.line.oldest())
            longest = std::max(longest, now - state.ticket(oldest->ticket)->arrivedAt);
    }
    int signedIn = 0;
    int working = 0;
    for (const auto &[id, agent] : state.agents) {
        signedIn += agent.status != AgentStatus::offline;
        working += agent.status == AgentStatus::available || agent.status == AgentStatus::busy;
    }
    const double target = state.branch.onTimeTarget;
    const double share = served > 0 ? double(onTime) / served : 1.0;
    QList<Figure> figures;
    figures.append({LiveWords::tr("Waiting now"), QString::number(waiting), LiveWords::tr("%n queue(s)", nullptr, int(state.queues.size())), Urgency::rest});
    figures.append({LiveWords::tr("Longest wait"), waiting > 0 ? words::minutes(longest) : QStringLiteral("–"), LiveWords::tr("since arrival"), Urgency::rest});
    figures.append({LiveWords::tr("Called on time"), served > 0 ? words::percent(share) : QStringLiteral("–"), LiveWords::tr("target %1").arg(words::percent(target)),
                    served > 0 && share < target - 0.15 ? Urgency::critical : served > 0 && share < target ? Urgency::warning : Urgency::rest});
    figures.append({LiveWords::tr("Served today"), QString::number(served), LiveWords::tr("of %n issued", nullptr, issued), Urgency::rest});
    figures.append({LiveWords::tr("Left unserved"), issued > 0 ? words::percent(double(left) / issued) : QStringLiteral("–"), LiveWords::tr("%n ticket(s)", nullptr, left), Urgency::rest});
    figures.append({LiveWords::tr("Agents at work"), QString::number(working), LiveWords::tr("of %n signed in", nullptr, signedIn), Urgency::rest});
    return figures;
}

Urgency urgencyOf(const analytics::QueueHealth &health)
{
    if (stands(health))
        return Urgency::paused;
    if (isIdle(health))
        return Urgency::rest;
    switch (health.healthStatus) {
    case Status::good: return Urgency::good;
    case Status::warning: return Urgency::warning;
    case Status::critical: return Urgency::critical;
    }
    return Urgency::good;
}

QString statusWord(const analytics::QueueHealth &health)
{
    if (stands(health))
        return words::queueStatus(health.status);
    if (isIdle(health))
        return LiveWords::tr("No agent");
    switch (health.healthStatus) {
    case Status::good: return LiveWords::tr("Healthy");
    case Status::warning: return LiveWords::tr("At risk");
    case Status::critical: return LiveWords::tr("Critical");
    }
    return {};
}

QString onTimeWords(const analytics::QueueHealth &health, double target)
{
    return LiveWords::tr("On time %1 (target %2)").arg(health.onTimeShare ? words::percent(*health.onTimeShare) : QStringLiteral("–"), words::percent(target));
}

QList<QueueCard> queueCards(const engine::Insights &insights)
{
    const double branchTarget = insights.snapshot->state.branch.onTimeTarget;
    std::vector<const analytics::QueueHealth *> order;
    for (const auto &health : insights.overview.queues)
        order.push_back(&health);
    std::stable_sort(order.begin(), order.end(), [](const auto *a, const auto *b) {
        const auto calm = [](const auto *health) { return stands(*health) ? 2 : isIdle(*health) ? 1 : 0; };
        if (calm(a) != calm(b))
            return calm(a) < calm(b);
        return a->score != b->score ? a->score < b->score : a->waiting > b->waiting;
    });
    QList<QueueCard> cards;
    for (const auto *health : order) {
        QueueCard card;
        card.id = health->id;
        card.name = QString::fromStdString(health->name);
        card.urgency = urgencyOf(*health);
        card.statusWord = statusWord(*health);
        card.waiting = health->waiting;
        card.eta = health->newArrival ? words::waitRange(health->newArrival->low, health->newArrival->high) : QStringLiteral("–");
        if (const auto trend = insights.waitingTrend.find(health->id); trend != insights.waitingTrend.end())
            card.trend = QList<double>(trend->second.begin(), trend->second.end());
        const auto &state = insights.snapshot->state;
        const double mean = queueing::meanServiceSeconds(state, *state.queue(health->id));
        card.target = double(health->sla.count()) * health->onDuty / mean;
        card.onTime = onTimeWords(*health, branchTarget);
        card.counters = LiveWords::tr("%1/%2 agents").arg(health->onDuty).arg(health->assignedAgents);
        card.cause = causeOf(*health);
        // A good score may still hold someone who waits too long.
        const bool pressing = health->waiting > 0 && (health->cause == Cause::late || health->cause == Cause::nearlyFull || health->cause == Cause::noAgents);
        card.causeUrgency = card.urgency == Urgency::warning || card.urgency == Urgency::critical ? card.urgency
            : pressing                                                                            ? Urgency::warning
                                                                                                  : Urgency::rest;
        cards.append(card);
    }
    return cards;
}

} // namespace smartqueue::presentation
