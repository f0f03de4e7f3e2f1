#include <algorithm>

#include <smartqueue/replication/take_over.h>

#include "desktop.h"
#include "people.h"

/// The admin's half of the people.
namespace smartqueue::peer_simulation {

namespace {

constexpr Time looksEvery = 700 * millisecond;
/// How long a desktop that comes back is watched.
constexpr Time guardFor = 6 * second;

} // namespace

bool People::isHeld(RecordIndex takeOver) const
{
    for (int i = 0; i < m_world.count(); ++i) {
        if (m_world.desktop(i).holds(takeOver))
            return true;
    }
    return false;
}

int People::rightful()
{
    // One of which no trace is left never was.
    while (m_reigns.size() > 1 && !isHeld(m_reigns.back().takeOver))
        m_reigns.pop_back();
    return m_reigns.back().desktop;
}

bool People::isHostGone()
{
    const int host = rightful();
    for (int i = 0; i < m_world.count(); ++i) {
        if (m_world.desktop(i).isRunning() && m_world.desktop(i).leads())
            return false;
    }
    return m_world.desktop(host).power() != Desktop::Power::running || !m_world.desktop(host).leads();
}

void People::adminLooks()
{
    m_world.plan(looksEvery, What::adminLooks);
    if (m_claiming >= 0 && (!m_world.desktop(m_claiming).isRunning() || m_world.now - m_claimedAt > 10 * second))
        m_claiming = -1;
    if (m_claiming >= 0 || !isHostGone()) {
        m_goneSince = -1;
        return;
    }
    if (m_goneSince < 0)
        m_goneSince = m_world.now;
    const bool waits = m_world.now - m_goneSince < 800 * millisecond || (m_askedAt >= 0 && m_world.now - m_askedAt < 5 * second);
    if (waits)
        return;
    int chosen = std::exchange(m_fresher, -1);
    if (chosen < 0)
        chosen = int(m_world.random.between(0, m_world.count() - 1));
    Desktop &desktop = m_world.desktop(chosen);
    if (!desktop.isRunning() || desktop.leads())
        return;
    m_askedAt = m_world.now;
    m_asking = chosen;
    m_isDeciding = false;
    desktop.askAround();
}

void People::advised(int index, const std::map<DeviceId, replication::Leads> &answers)
{
    if (index != m_asking)
        return;
    m_asking = -1;
    m_askedAt = m_world.now - 4 * second;
    const int host = rightful();
    const bool hostAnswers = host == index || answers.contains(nameOfDesktop(host));
    std::vector<DeviceId> awaited;
    for (int i = 0; i < m_world.count(); ++i) {
        if (i != host || m_world.desktop(i).isRunning())
            awaited.push_back(nameOfDesktop(i));
    }
    Desktop &desktop = m_world.desktop(index);
    const auto advice = replication::takeOverAdvice({nameOfDesktop(index), desktop.end(), m_isDeciding ? m_decidedEpoch - 1 : desktop.epoch(), awaited, {}}, answers);
    using Verdict = replication::TakeOverAdvice::Verdict;
    if (advice.verdict == Verdict::fresherElsewhere)
        m_fresher = indexOfDesktop(advice.fresher);
    const bool isAdvised = advice.verdict == Verdict::mayTakeOver && advice.unreached.empty();
    bool someIsOld = false;
    for (int i = 0; i < m_world.count(); ++i)
        someIsOld = someIsOld || (i != host && m_world.desktop(i).isRestored());
    const bool mayMiss = hostAnswers || (!m_world.desktop(host).workedAlone() && !someIsOld);
    if (!isAdvised || !mayMiss) {
        m_world.say("no take-over at d", index, isAdvised ? ": the host worked alone, or a backup is not up to date" : ": ",
                    advice.verdict == Verdict::hostIsAlive ? "somebody hears the host " : "",
                    advice.verdict == Verdict::fresherElsewhere ? "another has more " : "", advice.unreached.empty() ? "" : "not all answer");
        return;
    }
    m_askedAt = m_world.now;
    if (!m_isDeciding) {
        m_world.plan(m_world.random.between(100, 3000) * millisecond, What::adminDecides, index, 0, int(advice.epoch));
    } else if (isHostGone() && desktop.isRunning() && !desktop.leads() && advice.epoch <= m_decidedEpoch + 1) {
        m_claiming = index;
        m_claimedAt = m_world.now;
        m_world.faults.tempt(host);
        desktop.takeOver(m_decidedEpoch);
    }
}

void People::adminDecides(int index, Epoch epoch)
{
    // Much may have happened since the dialog was filled, so the program asks once more.
    Desktop &desktop = m_world.desktop(index);
    if (m_claiming >= 0 || !isHostGone() || !desktop.isRunning() || desktop.leads())
        return;
    m_askedAt = m_world.now;
    m_asking = index;
    m_isDeciding = true;
    m_decidedEpoch = epoch;
    m_world.faults.tempt(rightful());
    desktop.askAround(epoch);
}

void People::claimed(int desktop, RecordIndex record)
{
    m_claiming = -1;
    m_world.desktop(rightful()).othersHaveItsWork();
    m_reigns.push_back({desktop, record});
    ++m_world.findings.takeOvers;
}

void People::withdrawn(int)
{
    (void)rightful();
}

bool People::mayReturn(int index)
{
    const Desktop &desktop = m_world.desktop(index);
    // One with a backup from before decides nothing, whatever its log says.
    const bool wasHost = (desktop.isHostOnDisk() && !desktop.isRestored()) || (desktop.power() == Desktop::Power::frozen && desktop.leads());
    const int host = rightful();
    const bool isSuperseded = (host != index) || (m_claiming >= 0 && m_claiming != index);
    if (!wasHost || !isSuperseded)
        return true;
    for (int other = 0; other < m_world.count(); ++other) {
        if (other == index || !m_world.desktop(other).isRunning() || !m_world.network.reaches(index, other))
            continue;
        const bool knows = m_claiming >= 0 ? other == m_claiming : m_world.desktop(other).holds(m_reigns.back().takeOver);
        if (!knows)
            continue;
        m_world.network.protect(index, other, m_world.now + guardFor);
        m_guardedUntil[std::size_t(other)] = m_world.now + guardFor;
        m_guardedUntil[std::size_t(index)] = m_world.now + guardFor;
        return true;
    }
    return false;
}

bool People::isGuarded(int desktop) const
{
    return m_guardedUntil[std::size_t(desktop)] > m_world.now;
}

bool People::mayRestore(int index)
{
    if (m_world.desktop(index).workedAlone() || m_claiming >= 0)
        return false;
    for (int i = 0; i < m_world.count(); ++i) {
        if (m_world.desktop(i).isRestored())
            return false;
    }
    return true;
}

} // namespace smartqueue::peer_simulation
