#pragma once

#include <vector>

#include "schedule.h"

namespace smartqueue::peer_simulation {

struct World;

/// What goes wrong in a seed, and how often: each seed has a mixture of its own.
class Faults {
public:
    explicit Faults(World &world);

    void begin();
    /// The next one.
    void strike();
    /// Somebody takes over, and somebody else is about to bring the old host back.
    void tempt(int desktop);
    void fall(int desktop);
    void start(int desktop);
    void wake(int desktop);
    /// Everything works from now on, and what stood still goes on.
    void end();
    /// How long things go wrong.
    Time duration() const { return m_duration; }

private:
    enum class Kind { crash, freeze, isolate, split, oneWay, breakLink, clock, disk, backUp, restore, hostFalls, lonelyHostFalls, count };

    int someDesktop();
    void stop(int desktop, bool silently, Time duration);
    void freeze(int desktop, Time duration);
    void isolate(int desktop, Time duration);
    bool mayStop(int desktop) const;

    World &m_world;
    Time m_duration = 0;
    Time m_between = 0;
    Time m_diskDelay = 0;
    /// How much of it befalls the host.
    double m_onHost = 0;
    /// How often one that starts is shut out at first.
    double m_shutsOut = 0;
    std::vector<int> m_weights;
    bool m_ended = false;
};

} // namespace smartqueue::peer_simulation
