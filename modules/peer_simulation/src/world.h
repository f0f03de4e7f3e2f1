#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <smartqueue/foundation/random_source.h>

#include "faults.h"
#include "network.h"
#include "people.h"
#include "records.h"
#include "schedule.h"
#include "smartqueue/peer_simulation/peer_simulation.h"

namespace smartqueue::peer_simulation {

class Desktop;

/// One seed: everything that there is, and the time.
struct World {
    World(const Trial &trial, std::ostream *story);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    void run();

    int count() const { return trial.desktops; }
    Desktop &desktop(int index) { return *desktops[std::size_t(index)]; }
    void plan(Time in, What what, int desktop = -1, int life = 0, int value = -1);

    /// What the reader of a bad seed wants to know.
    template <class... Parts>
    void say(const Parts &...parts)
    {
        if (story) {
            *story << now / millisecond << ' ';
            (*story << ... << parts) << '\n';
        }
    }

    const Trial trial;
    std::ostream *const story;
    Time now = 0;
    RandomSource random;
    Schedule schedule;
    Records records;
    Network network;
    People people;
    Faults faults;
    std::vector<std::unique_ptr<Desktop>> desktops;
    Findings findings;

private:
    void happen(const Occasion &event);
    /// One leads, all others follow at the end of its log, and nobody waits for an answer.
    bool isCalm();
};

inline std::string nameOfDesktop(int index) { return "d" + std::to_string(index); }
inline int indexOfDesktop(const std::string &device) { return device.size() < 2 ? -1 : device[1] - '0'; }

} // namespace smartqueue::peer_simulation
