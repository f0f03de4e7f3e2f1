#include "smartqueue/foundation/time_zone.h"

#include <algorithm>

namespace smartqueue {

TimeZone::TimeZone() : TimeZone("UTC", std::chrono::seconds(0), {}) {}

TimeZone::TimeZone(std::string name, std::chrono::seconds initialOffset, std::vector<Transition> transitions)
    : m_name(std::move(name)), m_initialOffset(initialOffset), m_transitions(std::move(transitions))
{
}

std::chrono::seconds TimeZone::offsetAt(Instant instant) const
{
    const auto after = std::upper_bound(m_transitions.begin(), m_transitions.end(), instant,
                                        [](Instant t, const Transition &transition) { return t < transition.from; });
    return after == m_transitions.begin() ? m_initialOffset : std::prev(after)->offset;
}

LocalInstant TimeZone::toLocal(Instant instant) const
{
    return LocalInstant(instant.time_since_epoch() + offsetAt(instant));
}

Instant TimeZone::toInstant(LocalInstant local) const
{
    const Instant asUtc(local.time_since_epoch());
    const auto before = offsetAt(asUtc - std::chrono::hours(24));
    const auto after = offsetAt(asUtc + std::chrono::hours(24));
    if (toLocal(asUtc - before) == local)
        return asUtc - before;
    if (toLocal(asUtc - after) == local)
        return asUtc - after;
    // In the gap, the offset from before the change names an instant just as far behind it.
    return asUtc - before;
}

} // namespace smartqueue
