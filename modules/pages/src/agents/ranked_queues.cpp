#include "ranked_queues.h"

#include <algorithm>

#include <QCoreApplication>

namespace smartqueue::pages {

namespace {

struct RankedQueues {
    Q_DECLARE_TR_FUNCTIONS(RankedQueues)
};

} // namespace

QList<widgets::RankItem> rankItems(const queueing::BranchState &state, const Agent &agent)
{
    QList<widgets::RankItem> items;
    std::vector<Assignment> ranked = agent.assignments;
    std::stable_sort(ranked.begin(), ranked.end(), [](const Assignment &a, const Assignment &b) { return a.rank < b.rank; });
    for (const Assignment &assignment : ranked) {
        if (const auto *queue = state.queue(assignment.queue))
            items.append({QString::number(queue->config.id.value), QString::fromStdString(queue->config.name), true, {}});
    }
    for (const auto &[id, queue] : state.queues) {
        if (std::none_of(ranked.begin(), ranked.end(), [id = id](const Assignment &a) { return a.queue == id; }))
            items.append({QString::number(id.value), QString::fromStdString(queue.config.name), false, {}});
    }
    lockBySkills(items, state, agent.skills);
    return items;
}

void lockBySkills(QList<widgets::RankItem> &items, const queueing::BranchState &state, const std::vector<std::string> &skills)
{
    for (widgets::RankItem &item : items) {
        item.lockedReason.clear();
        const auto *queue = state.queue(QueueId{item.id.toLongLong()});
        const Service *service = queue ? state.service(queue->config.service) : nullptr;
        if (!service || item.checked)
            continue;
        const auto missing = std::find_if(service->requiredSkills.begin(), service->requiredSkills.end(), [&](const std::string &needed) {
            return std::find(skills.begin(), skills.end(), needed) == skills.end();
        });
        if (missing != service->requiredSkills.end())
            item.lockedReason = RankedQueues::tr("needs %1", "a skill").arg(QString::fromStdString(*missing));
    }
}

std::vector<Assignment> assignmentsOf(const QStringList &ranked, const std::vector<Assignment> &before)
{
    const auto oldRank = [&](QueueId queue) {
        const auto found = std::find_if(before.begin(), before.end(), [queue](const Assignment &a) { return a.queue == queue; });
        return found == before.end() ? 0 : found->rank;
    };
    std::vector<Assignment> assignments;
    int rank = 0;
    int previousOld = 0;
    for (const QString &id : ranked) {
        const QueueId queue{id.toLongLong()};
        const int old = oldRank(queue);
        if (old == 0 || old != previousOld)
            ++rank;
        previousOld = old;
        assignments.push_back({queue, rank});
    }
    return assignments;
}

} // namespace smartqueue::pages
