#include "faults.h"

#include <numeric>

#include "desktop.h"

namespace smartqueue::peer_simulation {

namespace {

/// Less than somebody watches a desktop that comes back.
constexpr Time longestShutOut = 4 * second;

} // namespace

Faults::Faults(World &world) : m_world(world)
{
    RandomSource &random = world.random;
    m_duration = random.between(12, 35) * second;
    m_between = random.between(200, 2500) * millisecond;
    m_diskDelay = random.chance(0.4) ? random.between(5, 120) * millisecond : 2 * millisecond;
    m_onHost = random.chance(0.5) ? 0.9 : 0.3;
    for (int kind = 0; kind < int(Kind::count); ++kind)
        m_weights.push_back(random.chance(0.35) ? 0 : int(random.between(1, 10)));
    m_shutsOut = random.chance(0.3) ? random.uniform() : 0;
    // Without backups nothing is restored, and without anything a seed says little.
    m_weights[int(Kind::backUp)] = std::max(m_weights[int(Kind::backUp)], m_weights[int(Kind::restore)]);
    m_weights[int(Kind::crash)] += 1;
    m_weights[int(Kind::hostFalls)] += 2;
    world.network.delay = random.chance(0.2) ? random.between(5, 60) * millisecond : random.between(1, 8) * millisecond / 2;
    world.network.dialFailure = random.chance(0.5) ? random.uniform() * 0.3 : 0;
    world.network.slowFrame = random.chance(0.3) ? random.uniform() * 0.02 : 0;
}

void Faults::begin()
{
    for (int i = 0; i < m_world.count(); ++i)
        m_world.desktop(i).setDisk(m_diskDelay, 0);
    m_world.plan(second + m_world.random.between(0, m_between), What::fault);
}

int Faults::someDesktop()
{
    return m_world.random.chance(m_onHost) ? m_world.people.rightful() : int(m_world.random.between(0, m_world.count() - 1));
}

void Faults::stop(int desktop, bool silently, Time duration)
{
    m_world.desktop(desktop).crash(silently);
    ++m_world.findings.crashes;
    m_world.plan(duration, What::start, desktop);
}

void Faults::freeze(int desktop, Time duration)
{
    m_world.desktop(desktop).freeze();
    ++m_world.findings.freezes;
    m_world.plan(duration, What::wake, desktop);
}

void Faults::isolate(int desktop, Time duration)
{
    m_world.say("d", desktop, " is cut off for ", duration / millisecond);
    for (int other = 0; other < m_world.count(); ++other) {
        // Some paths stay, now and then.
        if (m_world.random.chance(0.9))
            m_world.network.cut(desktop, other, duration);
        if (m_world.random.chance(0.9))
            m_world.network.cut(other, desktop, duration);
    }
}

bool Faults::mayStop(int desktop) const
{
    return m_world.desktop(desktop).isRunning() && !m_world.people.isGuarded(desktop);
}

void Faults::fall(int desktop)
{
    if (m_ended || !mayStop(desktop))
        return;
    const Time lasts = m_world.random.between(4000, 16'000) * millisecond;
    if (m_world.random.chance(0.5))
        stop(desktop, m_world.random.chance(0.5), lasts);
    else
        freeze(desktop, lasts);
}

void Faults::tempt(int desktop)
{
    if (!m_world.random.chance(0.4))
        return;
    const Time in = m_world.random.between(0, 1500) * millisecond;
    m_world.plan(in, What::start, desktop);
    m_world.plan(in, What::wake, desktop);
}

void Faults::strike()
{
    if (m_ended)
        return;
    RandomSource &random = m_world.random;
    m_world.plan(Time(random.exponential(double(m_between))) + millisecond, What::fault);
    std::int64_t dice = random.between(1, std::accumulate(m_weights.begin(), m_weights.end(), 0));
    int kind = 0;
    while ((dice -= m_weights[std::size_t(kind)]) > 0)
        ++kind;
    const int chosen = someDesktop();
    Desktop &desktop = m_world.desktop(chosen);
    const bool mayStop = this->mayStop(chosen);
    // Long enough, now and then, for somebody to take over.
    const bool isLong = random.chance(chosen == m_world.people.rightful() ? 0.6 : 0.3);
    const Time lasts = random.between(200, isLong ? 20'000 : 5'000) * millisecond;
    switch (Kind(kind)) {
    case Kind::crash:
        if (mayStop)
            stop(chosen, random.chance(0.5), lasts / 2);
        break;
    case Kind::freeze:
        if (mayStop)
            freeze(chosen, random.chance(0.1) ? random.between(20, 60) * second : lasts);
        break;
    case Kind::isolate:
        isolate(chosen, lasts);
        break;
    case Kind::split: {
        const auto side = random.next();
        m_world.say("the network is split for ", lasts / millisecond);
        for (int a = 0; a < m_world.count(); ++a) {
            for (int b = 0; b < m_world.count(); ++b) {
                if (((side >> a) & 1) != ((side >> b) & 1))
                    m_world.network.cut(a, b, lasts);
            }
        }
        break;
    }
    case Kind::oneWay: {
        const int other = int(random.between(0, m_world.count() - 1));
        m_world.say("nothing goes from d", chosen, " to d", other, " for ", lasts / millisecond);
        m_world.network.cut(chosen, other, lasts);
        break;
    }
    case Kind::breakLink:
        m_world.network.breakSome(chosen);
        break;
    case Kind::clock:
        desktop.jumpClock(Duration(random.between(-3'600'000, 3'600'000)));
        break;
    case Kind::disk:
        if (random.chance(0.6))
            desktop.setDisk(random.between(1, 1500) * millisecond, random.chance(0.3) ? 0.2 : 0);
        else
            desktop.setDisk(m_diskDelay, 0);
        break;
    case Kind::backUp:
        desktop.backUp();
        break;
    case Kind::restore:
        if (desktop.hasBackup() && (mayStop || desktop.power() == Desktop::Power::off) && m_world.people.mayRestore(chosen)) {
            if (desktop.power() != Desktop::Power::off)
                stop(chosen, random.chance(0.5), random.between(100, 4000) * millisecond);
            desktop.restoreBackup();
            // Nobody who knows better is within its reach.
            if (random.chance(0.4))
                isolate(chosen, random.between(5000, 15'000) * millisecond);
        }
        break;
    case Kind::hostFalls: {
        // The worst of times: those who follow hear nothing more, and then nobody can ask it.
        const int host = m_world.people.rightful();
        if (random.chance(0.7))
            isolate(host, random.between(500, 4000) * millisecond);
        if (random.chance(0.4))
            m_world.desktop(host).setDisk(random.between(100, 1500) * millisecond, 0);
        m_world.plan(random.between(0, 2200) * millisecond, What::fall, host);
        break;
    }
    case Kind::lonelyHostFalls: {
        // What it acknowledges without anybody who follows stands on its own disk alone.
        const int host = m_world.people.rightful();
        isolate(host, random.between(6000, 15'000) * millisecond);
        m_world.desktop(host).setDisk(random.between(100, 1500) * millisecond, 0);
        m_world.plan(random.between(3500, 9000) * millisecond, What::fall, host);
        break;
    }
    case Kind::count:
        break;
    }
}

void Faults::start(int index)
{
    Desktop &desktop = m_world.desktop(index);
    if (desktop.power() != Desktop::Power::off)
        return;
    if (m_world.people.mayReturn(index)) {
        if (m_world.random.chance(m_shutsOut))
            m_world.network.shutOut(index, m_world.random.between(200, longestShutOut / millisecond) * millisecond);
        desktop.start();
    } else {
        m_world.plan(300 * millisecond, What::start, index);
    }
}

void Faults::wake(int index)
{
    Desktop &desktop = m_world.desktop(index);
    if (desktop.power() != Desktop::Power::frozen)
        return;
    if (m_world.people.mayReturn(index))
        desktop.wake();
    else
        m_world.plan(300 * millisecond, What::wake, index);
}

void Faults::end()
{
    m_ended = true;
    m_world.say("everything works again");
    m_world.people.stop();
    m_world.network.healAll();
    for (int i = 0; i < m_world.count(); ++i) {
        m_world.desktop(i).setDisk(2 * millisecond, 0);
        start(i);
        wake(i);
    }
}

} // namespace smartqueue::peer_simulation
