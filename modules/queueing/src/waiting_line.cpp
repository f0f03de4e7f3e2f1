#include "smartqueue/queueing/waiting_line.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace smartqueue::queueing {

namespace {

auto byPlace(const WaitingLine::Entry &entry)
{
    return std::tuple(entry.place.since, entry.place.tie, entry.ticket.value);
}

bool byPriorityThenPlace(const WaitingLine::Entry &a, const WaitingLine::Entry &b)
{
    if (a.place.priority != b.place.priority)
        return a.place.priority > b.place.priority;
    return byPlace(a) < byPlace(b);
}

} // namespace

bool comesBefore(const WaitingLine::Entry &a, const WaitingLine::Entry &b, Discipline discipline, Instant now, Duration sla)
{
    switch (discipline) {
    case Discipline::fifo:
        return byPlace(a) < byPlace(b);
    case Discipline::priority:
        return byPriorityThenPlace(a, b);
    case Discipline::sla: {
        const bool aPast = isPastSla(a.place, now, sla);
        const bool bPast = isPastSla(b.place, now, sla);
        return aPast != bPast ? aPast : byPriorityThenPlace(a, b);
    }
    }
    return false;
}

void WaitingLine::join(const Entry &entry)
{
    m_entries.insert(std::upper_bound(m_entries.begin(), m_entries.end(), entry, byPriorityThenPlace), entry);
}

void WaitingLine::leave(const Entry &entry)
{
    const auto found = std::lower_bound(m_entries.begin(), m_entries.end(), entry, byPriorityThenPlace);
    if (found == m_entries.end() || found->ticket != entry.ticket)
        throw std::logic_error("a ticket leaves a line in which it does not stand");
    m_entries.erase(found);
}

std::optional<WaitingLine::Entry> WaitingLine::first(Discipline discipline, Instant now, Duration sla) const
{
    if (m_entries.empty())
        return std::nullopt;
    if (discipline == Discipline::priority)
        return m_entries.front();
    // Within one priority the front is the oldest, so only the fronts compete.
    const Entry *best = &m_entries.front();
    auto group = m_entries.begin();
    while (true) {
        group = std::partition_point(group, m_entries.end(), [priority = group->place.priority](const Entry &entry) {
            return entry.place.priority >= priority;
        });
        if (group == m_entries.end())
            return *best;
        if (comesBefore(*group, *best, discipline, now, sla))
            best = &*group;
    }
}

std::vector<WaitingLine::Entry> WaitingLine::inOrder(Discipline discipline, Instant now, Duration sla) const
{
    std::vector<Entry> ordered = m_entries;
    if (discipline != Discipline::priority) {
        std::sort(ordered.begin(), ordered.end(), [&](const Entry &a, const Entry &b) {
            return comesBefore(a, b, discipline, now, sla);
        });
    }
    return ordered;
}

std::optional<WaitingLine::Entry> WaitingLine::oldest() const
{
    return first(Discipline::fifo, {}, {});
}

} // namespace smartqueue::queueing
