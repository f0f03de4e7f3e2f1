#pragma once

#include <string>
#include <vector>

#include <QList>
#include <QStringList>

#include <smartqueue/queueing/branch_state.h>
#include <smartqueue/widgets/rank_list.h>

namespace smartqueue::pages {

/// The agent's queues by rank, then the others; those that the skills do not reach are locked unless they are the agent's.
QList<widgets::RankItem> rankItems(const queueing::BranchState &state, const Agent &agent);
/// Locks and unlocks what the skills do not reach, and reach.
void lockBySkills(QList<widgets::RankItem> &items, const queueing::BranchState &state, const std::vector<std::string> &skills);
/// Ranks in the order of the ids. Two queues that shared a rank keep sharing it as long as nothing came between them.
std::vector<Assignment> assignmentsOf(const QStringList &ranked, const std::vector<Assignment> &before);

} // namespace smartqueue::pages
