#include "world.h"

#include "desktop.h"
#include "judge.h"

namespace smartqueue::peer_simulation {

namespace {

/// Nobody needs longer to find the host again.
constexpr Time calmsDownWithin = 240 * second;
constexpr Time looksEvery = 500 * millisecond;

} // namespace

World::World(const Trial &t, std::ostream *s)
    : trial(t), story(s), random(t.seed), network(t.desktops, random, schedule), people(*this), faults(*this)
{
    // Every log begins with the same.
    EventBatch batch;
    batch.at = people.opening() - std::chrono::hours(1);
    records.add(-1, 1, std::move(batch));
    for (int i = 0; i < t.desktops; ++i)
        desktops.push_back(std::make_unique<Desktop>(i, *this));
}

World::~World() = default;

void World::plan(Time in, What what, int desktop, int life, int value)
{
    schedule.add({now + in, 0, 0, what, std::int16_t(desktop), life, value});
}

void World::run()
{
    for (int i = 0; i < count(); ++i)
        desktop(i).start();
    people.begin();
    faults.begin();
    bool ended = false;
    Time nextLook = faults.duration() + looksEvery;
    while (!schedule.empty()) {
        const Occasion event = schedule.take();
        now = event.at;
        network.setNow(now);
        if (!ended && now >= faults.duration()) {
            ended = true;
            faults.end();
        }
        if (ended && now >= nextLook) {
            if (isCalm() || now > faults.duration() + calmsDownWithin)
                break;
            nextLook = now + looksEvery;
        }
        happen(event);
    }
    findings.frames = network.framesDelivered();
    judge(*this, findings);
}

void World::happen(const Occasion &event)
{
    switch (event.what) {
    case What::agentActs: people.agentActs(event.value); break;
    case What::adminLooks: people.adminLooks(); break;
    case What::adminDecides: people.adminDecides(event.desktop, event.value); break;
    case What::fault: faults.strike(); break;
    case What::fall: faults.fall(event.desktop); break;
    case What::start: faults.start(event.desktop); break;
    case What::wake: faults.wake(event.desktop); break;
    case What::pathHeals: network.pathHeals(event.desktop, event.value); break;
    default: desktop(event.desktop).take(event); break;
    }
}

bool World::isCalm()
{
    if (people.isAnyoneWaiting() || people.isTakingOver())
        return false;
    int leading = -1;
    for (int i = 0; i < count(); ++i) {
        if (!desktop(i).isRunning() || !desktop(i).isIdle())
            return false;
        if (desktop(i).leads()) {
            if (leading >= 0)
                return false;
            leading = i;
        }
    }
    if (leading < 0)
        return false;
    for (int i = 0; i < count(); ++i) {
        if (i != leading && (!desktop(i).isFollowing() || !(desktop(i).end() == desktop(leading).end())))
            return false;
    }
    return true;
}

} // namespace smartqueue::peer_simulation
