#pragma once

#include <deque>
#include <string>
#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/host.h>

#include "schedule.h"

namespace smartqueue::peer_simulation {

using replication::Link;

/// Links as TCP has them: in order, until they break. A path that is cut holds back what is sent; a link that breaks loses what is under
/// way, and each end learns of it at a time of its own, or not at all.
class Network {
public:
    Network(int desktops, RandomSource &random, Schedule &schedule);

    // What a seed is like.
    double dialFailure = 0;
    double slowFrame = 0;
    Time delay = 2 * millisecond;

    void setNow(Time now) { m_now = now; }

    Link dial(int from, int to);
    void send(Link link, int from, std::string bytes);
    /// The other end learns of it, if it can be reached.
    void close(Link link, int by);
    /// `silently`: the machine is off, so nobody tells the others.
    void crashed(int desktop, bool silently);
    void started(int desktop) { m_off[std::size_t(desktop)] = false; }

    /// The others take its calls and cut them, for that long: too many came from there.
    void shutOut(int desktop, Time duration);
    /// One way, for that long.
    void cut(int from, int to, Time duration);
    void healAll();
    /// Somebody sees to it that these two reach one another.
    void protect(int a, int b, Time until);
    bool reaches(int a, int b) const { return !isCut(a, b) && !isCut(b, a); }
    /// Some link of the desktop, if it has one.
    void breakSome(int desktop);

    // Events of the schedule. Each says whether the process is concerned.
    bool arrived(const Occasion &event);
    bool answered(const Occasion &event);
    bool failed(const Occasion &event);
    /// Somebody took the call of the failed dial.
    static bool wasCut(const Occasion &dialFailed);
    bool ended(const Occasion &event);
    /// Nothing: the frame was lost.
    bool takeFrame(const Occasion &event, std::string &bytes);
    void pathHeals(int from, int to);

    int other(Link link, int desktop) const;
    std::int64_t framesDelivered() const { return m_delivered; }

private:
    struct Path {
        Time last = 0;
        /// Frames that wait for the path to heal; −1: the end of the link.
        std::deque<int> held;
    };
    struct Wire {
        int ends[2] = {0, 0};
        bool open[2] = {false, false};
        bool broken = false;
        Path paths[2];
    };

    Wire &wire(Link link) { return m_wires[std::size_t(link - 1)]; }
    static int endOf(const Wire &wire, int desktop) { return wire.ends[0] == desktop ? 0 : 1; }
    bool isCut(int from, int to) const;
    std::size_t pair(int from, int to) const { return std::size_t(from * m_desktops + to); }
    Time transit(int from, int to);
    void put(Link link, int end, int frame);
    void forward(Link link, int end, int frame);
    void breakWire(Link link);

    const int m_desktops;
    RandomSource &m_random;
    Schedule &m_schedule;
    Time m_now = 0;
    std::vector<Wire> m_wires;
    std::vector<Time> m_cutUntil;
    std::vector<Time> m_protectedUntil;
    std::vector<Time> m_shutOutUntil;
    std::vector<bool> m_off;
    /// Whether it went without a word.
    std::vector<bool> m_silent;
    std::vector<std::string> m_frames;
    std::vector<int> m_freeFrames;
    std::int64_t m_delivered = 0;
};

} // namespace smartqueue::peer_simulation
