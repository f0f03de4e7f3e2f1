#include "smartqueue/analytics/places.h"

#include <algorithm>
#include <span>

namespace smartqueue::analytics {

namespace {

using Entry = queueing::WaitingLine::Entry;

/// Sums over the groups of equal priority how many of each satisfy `holds`, which must hold for a prefix of the group.
template <class Holds>
int countPrefixes(std::span<const Entry> byPriority, Holds holds)
{
    int count = 0;
    auto group = byPriority.begin();
    while (group != byPriority.end()) {
        const int priority = group->place.priority;
        const auto end = std::partition_point(group, byPriority.end(),
                                              [&](const Entry &e) { return e.place.priority == priority; });
        count += int(std::partition_point(group, end, holds) - group);
        group = end;
    }
    return count;
}

} // namespace

int aheadOf(const queueing::QueueState &queue, const Entry &entry, Instant now, Duration sla)
{
    // Within one priority the line is kept by place, and every discipline calls it in that order.
    return countPrefixes(queue.line.byPriority(), [&](const Entry &other) {
        return queueing::comesBefore(other, entry, queue.config.discipline, now, sla);
    });
}

int lateCount(const queueing::BranchState &state, const queueing::QueueState &queue, Instant now, Duration sla)
{
    int late = countPrefixes(queue.line.byPriority(),
                             [&](const Entry &entry) { return queueing::isPastSla(entry.place, now, sla); });
    for (const TicketId id : queue.reserved) {
        const Ticket *ticket = state.ticket(id);
        if (ticket && queueing::isPastSla(ticket->place, now, sla))
            ++late;
    }
    return late;
}

} // namespace smartqueue::analytics
