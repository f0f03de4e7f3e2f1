#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QList>
#include <QString>

#include <smartqueue/engine/engine.h>
#include <smartqueue/simulation/branch_study.h>

/// What a supervisor tries on the twin before anything happens, and how much of it can happen.
namespace smartqueue::presentation {

/// Agents who serve another queue first, the rules of queues, and what nobody at a desk decides: one counter more, other arrivals.
struct TwinChanges {
    std::map<AgentId, QueueId> moves;
    std::map<QueueId, Discipline> disciplines;
    /// One more agent for this queue.
    QueueId counter;
    /// So many percent more or fewer customers in every queue, within `mostArrivals`.
    int arrivals = 0;
    /// Which queue goes first, a setting of the branch; none: as it is.
    std::optional<CallRouting> routing = {};

    bool isEmpty() const { return moves.empty() && disciplines.empty() && !isWhatIf(); }
    /// Some of it cannot be carried out from here.
    bool isWhatIf() const { return counter || arrivals != 0 || routing; }
    bool operator==(const TwinChanges &) const = default;
};
inline constexpr int mostArrivals = 50;

/// The queue the agent serves first; of several with the same rank the newest, as a move of an agent makes one of the first rank. None without any.
QueueId homeOf(const Agent &agent);

/// What of it the branch allows and does not do already.
TwinChanges possibleOf(const TwinChanges &changes, const queueing::BranchState &state);

/// What of it can be carried out, for one ApplySuggestion.
std::vector<SuggestedAction> actionsOf(const TwinChanges &changes, const queueing::BranchState &state);

/// All of it for the study; what can be carried out goes by the very command that carries it out.
simulation::Changes simulatedOf(const TwinChanges &changes, const queueing::BranchState &state);

/// Who stands where, and the rules of the queues: whatever else changes leaves the twin as it is for a while.
struct TwinLineup {
    struct Place {
        QueueId home;
        bool isHere = false;
        bool isPaused = false;
        bool operator==(const Place &) const = default;
    };
    std::map<AgentId, Place> agents;
    std::map<QueueId, std::pair<Discipline, QueueStatus>> queues;
    CallRouting routing = CallRouting::ranks;
    bool operator==(const TwinLineup &) const = default;
};
TwinLineup lineupOf(const queueing::BranchState &state);

/// An agent on the board.
struct TwinAgent {
    AgentId id;
    /// The first name where nobody else of the branch has it.
    QString name;
    /// "on a break"; empty for who serves.
    QString note;
    QueueId home;
    /// Why they cannot go to a queue; those they can go to are left out.
    std::map<QueueId, QString> refusals;
};

/// A queue of the board with those who serve it first, as tried.
struct TwinZone {
    /// None: those without a queue.
    QueueId queue;
    QString name;
    /// "2 agents", "2 → 3 agents".
    QString note;
    bool isChanged = false;
    QList<TwinAgent> agents;
};

/// Of all queues; agents who have not signed in are left out. In the language of now.
QList<TwinZone> zonesOf(const TwinChanges &changes, const queueing::BranchState &state);

/// "Leïla to Passports; Payments: priority, then arrival": what would be carried out.
QString carriedOutWords(const TwinChanges &changes, const queueing::BranchState &state);

} // namespace smartqueue::presentation
