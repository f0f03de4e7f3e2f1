#include "head_start.h"

#include <algorithm>
#include <set>

#include <smartqueue/learning/queue_watch.h>

namespace smartqueue::evaluation {

namespace {

using namespace std::chrono_literals;

/// None, some that are in use, and strictly first.
constexpr Duration candidates[]{0s, 30s, 60s, 90s, 120s, 180s, 300s, 600s, 1200s, 24h};
/// What the last ones did is enough to see a rule.
constexpr std::size_t enough = 50'000;

struct Act {
    Instant at;
    bool isArrival = false;
    std::size_t ticket = 0;
};

std::vector<Act> actsOf(std::span<const TicketRecord> tickets)
{
    std::vector<Act> acts;
    acts.reserve(2 * tickets.size());
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        const Instant gone = tickets[i].calledAt.value_or(tickets[i].endedAt);
        // Whoever was called at once passed nobody and was passed by nobody.
        if (gone == tickets[i].arrivedAt)
            continue;
        acts.push_back({tickets[i].arrivedAt, true, i});
        acts.push_back({gone, false, i});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act &a, const Act &b) { return a.at != b.at ? a.at < b.at : a.isArrival < b.isArrival; });
    return acts;
}

/// Calls, with somebody else waiting, of the one whose turn it was.
std::size_t callsInOrder(std::size_t queues, std::span<const TicketRecord> tickets, const std::vector<Act> &acts,
                         Duration headStart)
{
    std::vector<std::multiset<Instant>> waiting(queues);
    std::size_t inOrder = 0;
    for (const Act &act : acts) {
        const TicketRecord &ticket = tickets[act.ticket];
        const Instant place =
            ticket.arrivedAt - (ticket.priority >= learning::QueueWatch::highPriority ? headStart : Duration{0});
        std::multiset<Instant> &line = waiting[ticket.queue];
        if (act.isArrival) {
            line.insert(place);
            continue;
        }
        inOrder += ticket.calledAt && line.size() > 1 && *line.begin() == place;
        line.erase(line.find(place));
    }
    return inOrder;
}

} // namespace

Duration fittedHeadStart(std::size_t queues, std::span<const TicketRecord> tickets)
{
    tickets = tickets.last(std::min(enough, tickets.size()));
    const bool anyHigh = std::any_of(tickets.begin(), tickets.end(), [](const TicketRecord &ticket) {
        return ticket.priority >= learning::QueueWatch::highPriority;
    });
    if (!anyHigh)
        return Duration{0};
    const std::vector<Act> acts = actsOf(tickets);
    Duration best{0};
    std::size_t most = 0;
    for (const Duration candidate : candidates) {
        const std::size_t inOrder = callsInOrder(queues, tickets, acts, candidate);
        if (inOrder > most) {
            most = inOrder;
            best = candidate;
        }
    }
    return best;
}

} // namespace smartqueue::evaluation
