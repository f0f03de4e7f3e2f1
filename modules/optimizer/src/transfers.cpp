#include "transfers.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include <smartqueue/analytics/eta.h>
#include <smartqueue/analytics/places.h>
#include <smartqueue/analytics/staffing.h>
#include <smartqueue/queueing/place.h>

#include "smartqueue/optimizer/rules.h"

namespace smartqueue::optimizer {

namespace {

using Entry = queueing::WaitingLine::Entry;

/// A queue as it will stand after the suggestions made so far.
struct Planned {
    const queueing::QueueState *queue = nullptr;
    Duration sla{0};
    double mean = 0;
    std::vector<AgentId> onDuty;
    int waiting = 0;
    std::vector<Entry> left;
    std::vector<Entry> joined;

    const Queue &config() const { return queue->config; }
    int agents() const { return int(onDuty.size()); }
    double ratioWith(int more) const { return analytics::loadRatio(waiting + more, agents()); }
    /// Mean service of a queue that someone comes to; unlike the ETA of those in it, not the SLA where it is unknown.
    double meanForNewcomers() const { return queue->services.empty() ? rules::unknownTargetService : mean; }

    int aheadOf(const Entry &entry, Instant now) const
    {
        const auto before = [&](const Entry &other) {
            return queueing::comesBefore(other, entry, config().discipline, now, sla);
        };
        return int(queue->reserved.size()) + analytics::aheadOf(*queue, entry, now, sla)
            - int(std::count_if(left.begin(), left.end(), before)) + int(std::count_if(joined.begin(), joined.end(), before));
    }
};

/// A transfer that could be made.
struct Move {
    Planned *target = nullptr;
    Entry joining;
    double saved = 0;
};

class Planner {
public:
    Planner(const queueing::BranchState &state, Instant now) : m_state(state), m_now(now)
    {
        m_planned.reserve(state.queues.size());
        std::unordered_map<QueueId, std::size_t> position;
        for (const auto &[id, queue] : state.queues) {
            if (queue.config.status != QueueStatus::active)
                continue;
            position[id] = m_planned.size();
            Planned planned;
            planned.queue = &queue;
            planned.sla = state.slaOf(queue.config);
            planned.mean = queueing::meanServiceSeconds(state, queue);
            planned.waiting = queue.waitingCount();
            m_planned.push_back(std::move(planned));
        }
        for (const auto &[id, agent] : state.agents) {
            for (const Assignment &assignment : agent.assignments) {
                const auto known = position.find(assignment.queue);
                if (known != position.end() && queueing::isOnDuty(state, agent, m_planned[known->second].config()))
                    m_planned[known->second].onDuty.push_back(id);
            }
        }
    }

    std::vector<TransferSuggestion> plan()
    {
        std::vector<Planned *> sources;
        for (Planned &planned : m_planned) {
            if (planned.ratioWith(0) > analytics::overloadedAbove)
                sources.push_back(&planned);
        }
        std::stable_sort(sources.begin(), sources.end(),
                         [](const Planned *a, const Planned *b) { return a->ratioWith(0) > b->ratioWith(0); });
        std::vector<TransferSuggestion> suggestions;
        for (Planned *source : sources) {
            for (const Entry &entry : longestWaiting(*source)) {
                // Relieved by what was suggested already: the rest of its customers stay where they are.
                if (source->ratioWith(0) <= analytics::overloadedAbove)
                    break;
                if (suggestions.size() == rules::transfersAtMost)
                    return suggestions;
                if (const std::optional<Move> move = bestMove(*source, entry))
                    suggestions.push_back(carryOut(*source, entry, *move));
            }
        }
        return suggestions;
    }

private:
    /// Reserved tickets wait for a person, not for the queue, and stay.
    static std::vector<Entry> longestWaiting(const Planned &planned)
    {
        const auto all = planned.queue->line.byPriority();
        std::vector<Entry> oldest(std::min(all.size(), rules::candidatesPerQueue));
        std::partial_sort_copy(all.begin(), all.end(), oldest.begin(), oldest.end(), [](const Entry &a, const Entry &b) {
            return std::tie(a.place.since, a.place.tie, a.ticket) < std::tie(b.place.since, b.place.tie, b.ticket);
        });
        return oldest;
    }

    double etaHere(const Planned &source, const Entry &entry) const
    {
        const int ahead = source.aheadOf(entry, m_now);
        // Without agents it is the time one would need if they came now, as in analytics::Eta.
        return source.agents() > 0 ? ahead * source.mean / source.agents() : (ahead + 1) * source.mean;
    }

    bool accepts(const Planned &target, const Planned &source, const Ticket &ticket) const
    {
        if (&target == &source || target.config().service != ticket.service || target.agents() == 0)
            return false;
        if (target.ratioWith(0) >= analytics::underloadedBelow)
            return false;
        if (target.config().maxCapacity && target.waiting + 1 > *target.config().maxCapacity)
            return false;
        // Whom both queues share is no help: the ticket would wait for the same person elsewhere.
        const bool helps = std::any_of(target.onDuty.begin(), target.onDuty.end(), [&](AgentId agent) {
            return std::find(source.onDuty.begin(), source.onDuty.end(), agent) == source.onDuty.end();
        });
        return helps && staysTheBetterQueue(target, source);
    }

    /// After the move, by load and by the wait of the next one to come.
    static bool staysTheBetterQueue(const Planned &target, const Planned &source)
    {
        if (target.ratioWith(1) > source.ratioWith(-1) || target.ratioWith(1) > analytics::overloadedAbove)
            return false;
        return source.agents() == 0
            || target.ratioWith(1) * target.meanForNewcomers() <= source.ratioWith(-1) * source.mean;
    }

    std::optional<Move> bestMove(const Planned &source, const Entry &entry)
    {
        const Ticket *ticket = m_state.ticket(entry.ticket);
        if (!ticket)
            return std::nullopt;
        const double here = etaHere(source, entry);
        const Entry joining{queueing::placeAfterTransfer(*ticket), entry.ticket};
        std::optional<Move> best;
        for (Planned &target : m_planned) {
            if (!accepts(target, source, *ticket))
                continue;
            const double there = target.aheadOf(joining, m_now) * target.meanForNewcomers() / target.agents();
            const double saved = here - there;
            if (saved <= rules::worthwhileSaving)
                continue;
            if (!best || saved > best->saved
                || (saved == best->saved && target.ratioWith(0) < best->target->ratioWith(0)))
                best = Move{&target, joining, saved};
        }
        return best;
    }

    TransferSuggestion carryOut(Planned &source, const Entry &entry, const Move &move) const
    {
        Planned &target = *move.target;
        TransferSuggestion suggestion;
        suggestion.ticket = entry.ticket;
        suggestion.ticketNumber = m_state.ticket(entry.ticket)->number;
        suggestion.from = source.config().id;
        suggestion.to = target.config().id;
        suggestion.fromName = source.config().name;
        suggestion.toName = target.config().name;
        suggestion.id = "transfer-" + std::to_string(entry.ticket.value) + "-" + std::to_string(suggestion.from.value) + "-"
            + std::to_string(suggestion.to.value);
        suggestion.timeSaved = std::chrono::seconds(std::llround(move.saved));
        if (move.saved > rules::highSaving)
            suggestion.priority = Severity::high;
        else
            suggestion.priority = move.saved > rules::mediumSaving ? Severity::medium : Severity::low;
        suggestion.fromWaiting = source.queue->waitingCount();
        suggestion.toWaiting = target.queue->waitingCount();

        source.left.push_back(entry);
        --source.waiting;
        target.joined.push_back(move.joining);
        ++target.waiting;
        return suggestion;
    }

    const queueing::BranchState &m_state;
    Instant m_now;
    std::vector<Planned> m_planned;
};

} // namespace

std::vector<TransferSuggestion> transfersFor(const queueing::BranchState &state, Instant now)
{
    return Planner(state, now).plan();
}

} // namespace smartqueue::optimizer
