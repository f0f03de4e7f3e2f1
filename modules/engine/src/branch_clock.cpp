#include "smartqueue/engine/branch_clock.h"

#include <algorithm>

namespace smartqueue::engine {

Instant BranchClock::now() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_recording)
        return m_clock.now();
    return m_recording->paced.speed() > 0 ? std::min(m_recording->paced.now(), m_recording->until) : m_recording->until;
}

bool BranchClock::followsRecording() const
{
    const std::lock_guard lock(m_mutex);
    return m_recording.has_value();
}

bool BranchClock::followRecording(Instant start, double speed)
{
    const std::lock_guard lock(m_mutex);
    if (m_recording)
        return false;
    m_recording.emplace(start);
    if (speed > 0)
        m_recording->paced.run(speed);
    return true;
}

void BranchClock::goOnUntil(Instant until)
{
    const std::lock_guard lock(m_mutex);
    if (m_recording)
        m_recording->until = std::max(m_recording->until, until);
}

void BranchClock::leaveRecording()
{
    const std::lock_guard lock(m_mutex);
    m_recording.reset();
}

} // namespace smartqueue::engine
