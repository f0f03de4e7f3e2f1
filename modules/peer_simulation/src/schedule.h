#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace smartqueue::peer_simulation {

/// Microseconds since the seed began.
using Time = std::int64_t;
inline constexpr Time millisecond = 1000;
inline constexpr Time second = 1000 * millisecond;

enum class What : std::uint8_t {
    // To a process: kept until it wakes where it is frozen, void when it has crashed meanwhile.
    passed, dialArrived, dialAnswered, dialFailed, frame, linkEnded, diskWritten, diskDone, snapshotMade, snapshotRead, lookPassed,
    // To the world.
    agentActs, adminLooks, adminDecides, fault, fall, start, wake, pathHeals
};

struct Occasion {
    Time at = 0;
    /// Of two at one moment the one that was planned first.
    std::uint64_t order = 0;
    std::int64_t link = 0;
    What what = What::passed;
    std::int16_t desktop = -1;
    /// The life of the process, or of the link, it is meant for.
    int life = 0;
    /// A frame, an offset, another desktop: as the event has it.
    int value = -1;
};

class Schedule {
public:
    void add(Occasion event)
    {
        event.order = ++m_order;
        m_events.push_back(event);
        std::push_heap(m_events.begin(), m_events.end(), isLater);
    }
    bool empty() const { return m_events.empty(); }
    Occasion take()
    {
        std::pop_heap(m_events.begin(), m_events.end(), isLater);
        const Occasion event = m_events.back();
        m_events.pop_back();
        return event;
    }

private:
    static bool isLater(const Occasion &a, const Occasion &b) { return a.at != b.at ? a.at > b.at : a.order > b.order; }

    std::vector<Occasion> m_events;
    std::uint64_t m_order = 0;
};

} // namespace smartqueue::peer_simulation
