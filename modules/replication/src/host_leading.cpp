#include <algorithm>

#include "smartqueue/replication/host.h"

/// Whether this host still leads, and what it may therefore confirm.
namespace smartqueue::replication {

namespace {

/// After its beginning a host waits so long for those who answer and do not follow it yet: some never will.
constexpr Moment expectFor{10'000};
/// passed() comes ten times as often: a gap is a sleep.
constexpr Moment sleepLimit{1000};

} // namespace

void Host::lost(bool missed)
{
    // Whoever vanished may have taken over: only what others say lets this desktop go on alone.
    if (missed)
        m_alone = false;
    lookAround();
    confirm();
}

void Host::discount(Replica &replica)
{
    if (std::exchange(replica.counts, false))
        m_alone = false;
}

void Host::discountStalled(Moment now)
{
    for (auto &[link, replica] : m_replicas) {
        if (!replica.counts || now - replica.progressed <= stallLimit)
            continue;
        Distrust &distrust = m_distrusted[replica.member.device];
        distrust.length = std::clamp(2 * distrust.length, firstDistrust, longestDistrust);
        distrust.until = now + distrust.length;
        discount(replica);
    }
}

bool Host::isTrusted(const DeviceId &device, Moment now) const
{
    const auto found = m_distrusted.find(device);
    return found == m_distrusted.end() || now >= found->second.until;
}

void Host::lookAround()
{
    if ((m_doubled || m_expects || m_turnedAway) && m_last - m_lookedAt < heartbeatEvery)
        return;
    if (!m_sure || (!m_alone && live().empty()))
        look();
}

void Host::look()
{
    if (!m_deposed && !std::exchange(m_looking, true))
        m_effects.push_back(LookAround{m_sure ? lookAroundLimit : firstLookLimit});
}

void Host::stepDown(StepDown why)
{
    if (!std::exchange(m_deposed, true))
        m_effects.push_back(std::move(why));
}

void Host::observe(Moment now)
{
    if (now - m_last > sleepLimit) {
        m_sure = false;
        m_alone = false;
        m_looksAgain = m_looking;
    }
    m_last = now;
}

std::vector<DeviceId> Host::live() const
{
    std::vector<DeviceId> devices;
    for (const auto &[link, replica] : m_replicas) {
        if (replica.counts)
            devices.push_back(replica.member.device);
    }
    return devices;
}

void Host::confirm()
{
    if (m_deposed || !m_sure || !m_authorised)
        return;
    Sequence upTo = m_confirmed;
    bool follows = false;
    for (const auto &[link, replica] : m_replicas) {
        if (replica.counts) {
            follows = true;
            if (!m_counted || m_counted->contains(replica.member.device))
                upTo = std::max(upTo, std::min(replica.confirmed, m_end.sequence));
        }
    }
    if (!follows && m_alone && (!m_counted || m_counted->empty()))
        upTo = m_end.sequence;
    if (upTo > m_confirmed) {
        m_confirmed = upTo;
        m_established = true;
        m_effects.push_back(Confirm{upTo});
    }
}

void Host::answer(Replica &replica, Link link, Epoch askers, const WhoLeads &asked)
{
    if (!asked.address.empty())
        replica.member.address = asked.address;
    // One that began or woke a moment ago gives way to whoever has taken over; one that is sure makes the other withdraw.
    const bool yields = !m_sure && askers > m_end.epoch;
    const bool leads = !m_deposed && !yields;
    // What it has told nobody hinders nobody from leading on.
    const bool knowsTold = m_confirmed > (m_before ? m_before->sequence : 0);
    const Position last = yields && knowsTold ? Position{m_end.epoch, m_confirmed, {}} : m_end;
    send(link, replica, Leads{leads ? m_self.device : DeviceId(), leads ? m_self.address : std::string(), leads, m_end.epoch, last});
    if (yields)
        stepDown({askers, replica.member.device});
}

HostEffects Host::lookedAround(const std::map<DeviceId, Leads> &answers, Moment now)
{
    observe(now);
    m_looking = false;
    m_lookedAt = now;
    if (m_deposed)
        return {};
    m_doubled = false;
    m_turnedAway = false;
    m_expects = false;
    for (const auto &[device, answer] : answers) {
        m_expects = m_expects || (now - m_begun < expectFor && (!answer.isAlive || answer.host == m_self.device));
        const bool isHere = std::any_of(m_replicas.begin(), m_replicas.end(), [&id = device](const auto &item) { return item.second.member.device == id; });
        if (answer.isAlive && answer.host == m_self.device && !isHere)
            m_doubled = true;
        if (isAhead(answer.last, m_end) || answer.epoch > m_end.epoch)
            stepDown({std::max(answer.epoch, answer.last.epoch), answer.host});
        // What the other has confirmed since is not in this log; nothing was confirmed here yet.
        else if (!m_established && answer.isAlive && !answer.host.empty() && answer.host != m_self.device)
            stepDown({answer.epoch, answer.host, true});
        // It got more from the host of before than this one had when it took over.
        else if (!m_established && isAhead(answer.last, *m_before))
            stepDown({answer.epoch, {}, true});
    }
    if (m_deposed)
        return done();
    if (std::exchange(m_looksAgain, false)) {
        lookAround();
        return done();
    }
    if (m_doubled) {
        m_sure = false;
        return done();
    }
    m_sure = true;
    m_established = true;
    // What it confirmed alone would be lost with it if those who are here had to go on without it.
    m_alone = live().empty() && !m_expects;
    for (auto &[link, replica] : m_replicas) {
        if (replica.greeting)
            welcome(link, replica, now);
    }
    confirm();
    return done();
}

HostEffects Host::turnedAway(Moment now)
{
    if (!live().empty())
        return lookedAround({}, now);
    observe(now);
    m_looking = false;
    m_looksAgain = false;
    m_lookedAt = now;
    m_turnedAway = true;
    m_sure = false;
    m_alone = false;
    return done();
}

HostEffects Host::authorised(bool may, Moment now)
{
    observe(now);
    // Meanwhile somebody else may have led.
    if (!may)
        m_sure = false;
    m_authorised = may;
    lookAround();
    confirm();
    return done();
}

HostEffects Host::counted(std::optional<std::set<DeviceId>> devices, Moment now)
{
    observe(now);
    m_counted = std::move(devices);
    confirm();
    return done();
}

} // namespace smartqueue::replication
