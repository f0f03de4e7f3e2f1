#include "barred.h"

namespace smartqueue::transport {

namespace {

constexpr std::size_t mostPlaces = 1024;

} // namespace

void Barred::noteFailure(const QString &place)
{
    forgetOld();
    const auto known = m_records.find(place);
    if (known != m_records.end()) {
        ++known->second.failures;
    } else if (m_records.size() < mostPlaces) {
        // Beyond that many places at once, the limits on everybody's handshakes have to do.
        m_records[place] = {1, QDeadlineTimer(m_memory)};
    }
}

bool Barred::contains(const QString &place)
{
    forgetOld();
    const auto known = m_records.find(place);
    return known != m_records.end() && known->second.failures >= m_failures;
}

void Barred::forgetOld()
{
    for (auto at = m_records.begin(); at != m_records.end();)
        at = at->second.forgotten.hasExpired() ? m_records.erase(at) : std::next(at);
}

} // namespace smartqueue::transport
