#pragma once

#include <optional>
#include <span>
#include <vector>

#include <smartqueue/domain/values.h>

namespace smartqueue::queueing {

/// Those who wait in one queue. Kept by priority, then place, in one flat vector, from which every discipline finds its
/// first in O(p log n) for p distinct priorities. Not thread-safe; copies are cheap (no node allocations).
class WaitingLine {
public:
    struct Entry {
        Place place;
        TicketId ticket;
    };

    void join(const Entry &entry);
    /// The entry must be in the line, with the place it joined with; throws std::logic_error otherwise.
    void leave(const Entry &entry);

    std::size_t size() const { return m_entries.size(); }
    bool empty() const { return m_entries.empty(); }
    /// Priority descending, then place.
    std::span<const Entry> byPriority() const { return m_entries; }

    /// Who is called next at `now`: fifo by place; priority by priority, then place; sla: those who have waited longer
    /// than `sla` first, then as priority.
    std::optional<Entry> first(Discipline discipline, Instant now, Duration sla) const;
    /// All of them in calling order as it stands at `now`. O(n log n).
    std::vector<Entry> inOrder(Discipline discipline, Instant now, Duration sla) const;
    /// The longest-waiting place in the line.
    std::optional<Entry> oldest() const;

private:
    std::vector<Entry> m_entries;
};

/// Whether a comes before b under `discipline` at `now`. A strict total order, ties broken by ticket id.
bool comesBefore(const WaitingLine::Entry &a, const WaitingLine::Entry &b, Discipline discipline, Instant now, Duration sla);

/// SLA misses start when more than `sla` has gone by.
inline bool isPastSla(const Place &place, Instant now, Duration sla) { return now - place.since > sla; }

} // namespace smartqueue::queueing
