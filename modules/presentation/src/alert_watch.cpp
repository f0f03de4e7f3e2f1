#include "smartqueue/presentation/alert_watch.h"

#include "smartqueue/presentation/alert_model.h"

namespace smartqueue::presentation {

AlertWatch::Calls AlertWatch::evaluate(const std::map<AlertId, Alert> &alerts, Instant now, Duration uptime,
                                       const Surroundings &around)
{
    Calls calls;
    bool criticalWaits = false;
    const bool afterOwnAct = m_ownActAt && uptime - *m_ownActAt <= ownActLasts;
    for (const auto &[id, alert] : alerts) {
        if (standingOf(alert, now) != AlertStanding::open) {
            // A snooze that ends is news again.
            m_seen.erase(id);
            continue;
        }
        const bool critical = alert.severity == Severity::critical;
        const auto known = m_seen.find(id);
        const bool rose = known == m_seen.end();
        const bool worse = !rose && critical && known->second.severity != Severity::critical;
        const bool ownAct = rose ? afterOwnAct && !m_first : known->second.ownAct;
        m_seen[id] = {alert.severity, ownAct};
        if (ownAct)
            continue;
        criticalWaits = criticalWaits || critical;
        if ((!rose && !worse) || m_first || alert.severity == Severity::low)
            continue;
        const auto lastPopUp = m_popUpAt.find(alert.queue);
        const bool mayPopUp = lastPopUp == m_popUpAt.end() || uptime - lastPopUp->second >= popUpEvery;
        if (critical && !around.windowHasFocus && !around.quietHours && mayPopUp) {
            m_popUpAt[alert.queue] = uptime;
            calls.popUps.push_back(id);
        }
        calls.toasts.push_back(id);
    }
    std::erase_if(m_seen, [&](const auto &seen) { return !alerts.contains(seen.first); });
    m_first = false;
    if (!criticalWaits) {
        m_soundAt.reset();
    } else if (around.soundWanted && !around.quietHours && (!m_soundAt || uptime - *m_soundAt >= soundEvery)) {
        m_soundAt = uptime;
        calls.sound = true;
    }
    return calls;
}

bool isQuiet(int minuteOfDay, int from, int until)
{
    return from <= until ? minuteOfDay >= from && minuteOfDay < until : minuteOfDay >= from || minuteOfDay < until;
}

} // namespace smartqueue::presentation
