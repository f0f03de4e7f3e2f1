#include "network.h"

namespace smartqueue::peer_simulation {

namespace {

constexpr int endOfLink = -1;
/// The value of a dial that somebody took and cut.
constexpr int cutByOther = 1;

} // namespace

Network::Network(int desktops, RandomSource &random, Schedule &schedule)
    : m_desktops(desktops), m_random(random), m_schedule(schedule), m_cutUntil(std::size_t(desktops * desktops), 0),
      m_protectedUntil(std::size_t(desktops * desktops), 0), m_shutOutUntil(std::size_t(desktops), 0), m_off(std::size_t(desktops), true), m_silent(std::size_t(desktops), false)
{
}

bool Network::isCut(int from, int to) const
{
    return m_cutUntil[pair(from, to)] > m_now && m_protectedUntil[pair(from, to)] <= m_now;
}

Time Network::transit(int from, int to)
{
    Time time = delay / 2 + m_random.between(0, delay);
    if (slowFrame > 0 && m_random.chance(slowFrame) && m_protectedUntil[pair(from, to)] <= m_now)
        time += m_random.between(50, 3000) * millisecond;
    return time;
}

Link Network::dial(int from, int to)
{
    Wire wire;
    wire.ends[0] = from;
    wire.ends[1] = to;
    wire.open[0] = true;
    m_wires.push_back(wire);
    const Link link = Link(m_wires.size());
    const bool nothingAnswers = !reaches(from, to) || (m_off[std::size_t(to)] && m_silent[std::size_t(to)]);
    if (nothingAnswers)
        m_schedule.add({m_now + m_random.between(1000, 4000) * millisecond, 0, link, What::dialFailed, std::int16_t(from)});
    else if (m_off[std::size_t(to)])
        m_schedule.add({m_now + 2 * transit(from, to), 0, link, What::dialFailed, std::int16_t(from)});
    else if (m_shutOutUntil[std::size_t(from)] > m_now || m_random.chance(dialFailure))
        m_schedule.add({m_now + 2 * transit(from, to), 0, link, What::dialFailed, std::int16_t(from), 0, cutByOther});
    else
        m_schedule.add({m_now + 2 * delay, 0, link, What::dialArrived, std::int16_t(to)});
    return link;
}

bool Network::arrived(const Occasion &event)
{
    Wire &wire = this->wire(event.link);
    if (!wire.open[0] || wire.broken)
        return false;
    wire.open[1] = true;
    m_schedule.add({m_now + delay, 0, event.link, What::dialAnswered, std::int16_t(wire.ends[0])});
    wire.paths[1].last = m_now + delay;
    return true;
}

bool Network::answered(const Occasion &event)
{
    const Wire &wire = this->wire(event.link);
    return wire.open[0] && !wire.broken;
}

bool Network::failed(const Occasion &event)
{
    Wire &wire = this->wire(event.link);
    const int to = wire.ends[1];
    // What was said in vain is said again: whoever can be reached by now has heard it.
    if (wire.open[0] && !wasCut(event) && !m_off[std::size_t(to)] && reaches(event.desktop, to)) {
        m_schedule.add({m_now + delay, 0, event.link, What::dialArrived, std::int16_t(to)});
        return false;
    }
    return std::exchange(wire.open[0], false);
}

bool Network::wasCut(const Occasion &dialFailed)
{
    return dialFailed.value == cutByOther;
}

void Network::send(Link link, int from, std::string bytes)
{
    Wire &wire = this->wire(link);
    const int end = endOf(wire, from);
    if (!wire.open[end] || wire.broken)
        return;
    int frame = int(m_frames.size());
    if (m_freeFrames.empty()) {
        m_frames.push_back(std::move(bytes));
    } else {
        frame = m_freeFrames.back();
        m_freeFrames.pop_back();
        m_frames[std::size_t(frame)] = std::move(bytes);
    }
    put(link, end, frame);
}

void Network::put(Link link, int end, int frame)
{
    Wire &wire = this->wire(link);
    Path &path = wire.paths[end];
    if (!path.held.empty() || isCut(wire.ends[end], wire.ends[1 - end]))
        path.held.push_back(frame);
    else
        forward(link, end, frame);
}

void Network::forward(Link link, int end, int frame)
{
    Wire &wire = this->wire(link);
    Path &path = wire.paths[end];
    path.last = std::max(path.last + 1, m_now + transit(wire.ends[end], wire.ends[1 - end]));
    m_schedule.add({path.last, 0, link, frame == endOfLink ? What::linkEnded : What::frame, std::int16_t(wire.ends[1 - end]), 0, frame});
}

void Network::close(Link link, int by)
{
    Wire &wire = this->wire(link);
    const int end = endOf(wire, by);
    if (!std::exchange(wire.open[end], false) || wire.broken)
        return;
    put(link, end, endOfLink);
}

void Network::crashed(int desktop, bool silently)
{
    m_off[std::size_t(desktop)] = true;
    m_silent[std::size_t(desktop)] = silently;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        Wire &wire = m_wires[i];
        for (int end = 0; end < 2; ++end) {
            if (wire.ends[end] != desktop || !wire.open[end])
                continue;
            wire.open[end] = false;
            if (!silently && !wire.broken)
                put(Link(i + 1), end, endOfLink);
            else
                wire.broken = true;
        }
    }
}

void Network::shutOut(int desktop, Time duration)
{
    m_shutOutUntil[std::size_t(desktop)] = m_now + duration;
}

void Network::cut(int from, int to, Time duration)
{
    Time &until = m_cutUntil[pair(from, to)];
    until = std::max(until, m_now + duration);
    m_schedule.add({until, 0, 0, What::pathHeals, std::int16_t(from), 0, to});
}

void Network::pathHeals(int from, int to)
{
    if (isCut(from, to))
        return;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        Wire &wire = m_wires[i];
        for (int end = 0; end < 2; ++end) {
            if (wire.ends[end] != from || wire.ends[1 - end] != to || wire.paths[end].held.empty())
                continue;
            // The kernel of one side may have given up meanwhile.
            if (!wire.broken && m_random.chance(0.4))
                breakWire(Link(i + 1));
            const std::deque<int> held = std::exchange(wire.paths[end].held, {});
            for (const int frame : held) {
                if (!wire.broken)
                    forward(Link(i + 1), end, frame);
                else if (frame != endOfLink)
                    m_freeFrames.push_back(frame);
            }
        }
    }
}

void Network::healAll()
{
    dialFailure = 0;
    slowFrame = 0;
    delay = std::min(delay, 20 * millisecond);
    std::fill(m_cutUntil.begin(), m_cutUntil.end(), m_now);
    std::fill(m_shutOutUntil.begin(), m_shutOutUntil.end(), m_now);
    for (int from = 0; from < m_desktops; ++from) {
        for (int to = 0; to < m_desktops; ++to)
            pathHeals(from, to);
    }
}

void Network::protect(int a, int b, Time until)
{
    for (const auto &[from, to] : {std::pair(a, b), std::pair(b, a)}) {
        m_protectedUntil[pair(from, to)] = std::max(m_protectedUntil[pair(from, to)], until);
        pathHeals(from, to);
    }
}

void Network::breakWire(Link link)
{
    Wire &wire = this->wire(link);
    wire.broken = true;
    for (int end = 0; end < 2; ++end) {
        // One in five never hears of it but by the silence.
        if (wire.open[end] && m_random.chance(0.8))
            m_schedule.add({m_now + m_random.between(0, 5000) * millisecond, 0, link, What::linkEnded, std::int16_t(wire.ends[end])});
    }
}

void Network::breakSome(int desktop)
{
    std::vector<Link> open;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        const Wire &wire = m_wires[i];
        const bool mayBreak = wire.open[0] && wire.open[1] && !wire.broken && m_protectedUntil[pair(wire.ends[0], wire.ends[1])] <= m_now;
        if (mayBreak && (wire.ends[0] == desktop || wire.ends[1] == desktop))
            open.push_back(Link(i + 1));
    }
    if (!open.empty())
        breakWire(open[std::size_t(m_random.between(0, std::int64_t(open.size()) - 1))]);
}

bool Network::ended(const Occasion &event)
{
    Wire &wire = this->wire(event.link);
    return std::exchange(wire.open[endOf(wire, event.desktop)], false);
}

bool Network::takeFrame(const Occasion &event, std::string &bytes)
{
    const Wire &wire = this->wire(event.link);
    bytes = std::move(m_frames[std::size_t(event.value)]);
    m_freeFrames.push_back(event.value);
    if (!wire.open[endOf(wire, event.desktop)] || wire.broken)
        return false;
    ++m_delivered;
    return true;
}

int Network::other(Link link, int desktop) const
{
    const Wire &wire = m_wires[std::size_t(link - 1)];
    return wire.ends[0] == desktop ? wire.ends[1] : wire.ends[0];
}

} // namespace smartqueue::peer_simulation
