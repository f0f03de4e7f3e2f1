#include "smartqueue/learning/queue_watch.h"

#include <cassert>

namespace smartqueue::learning {

namespace {

double secondsOf(Instant at)
{
    return double(at.time_since_epoch().count()) / 1000;
}

/// A service far back says little about who serves the queue today.
constexpr double servedKept = 0.99;
constexpr std::size_t lastWaitsKept = 10;

} // namespace

QueueWatch::QueueWatch(std::size_t queues, Duration headStart)
    : m_headStart(std::chrono::duration<double>(headStart).count())
    , m_lines(queues)
    , m_nameless(queues)
{
}

double QueueWatch::placeOf(int priority, double at) const
{
    return priority >= highPriority ? at - m_headStart : at;
}

void QueueWatch::arrive(std::size_t ticket, std::size_t queue, int priority, Instant when)
{
    const double at = secondsOf(when);
    Line &line = m_lines[queue];
    const bool isHigh = priority >= highPriority;
    const Waiting entry{ticket, placeOf(priority, at), at, isHigh};
    line.waiting.insert(std::upper_bound(line.waiting.begin(), line.waiting.end(), entry,
                                         [](const Waiting &a, const Waiting &b) { return a.place < b.place; }),
                        entry);
    m_queueOfWaiting[ticket] = queue;
    line.arrivals.add(at);
    m_whole.arrivals.add(at);
    if (isHigh)
        m_highArrivals.add(at);
}

std::optional<QueueWatch::Waiting> QueueWatch::take(Line &line, std::size_t ticket)
{
    const auto found =
        std::find_if(line.waiting.begin(), line.waiting.end(), [&](const Waiting &each) { return each.ticket == ticket; });
    if (found == line.waiting.end())
        return std::nullopt;
    const Waiting taken = *found;
    line.waiting.erase(found);
    m_queueOfWaiting.erase(ticket);
    return taken;
}

std::size_t QueueWatch::addServer()
{
    m_servers.emplace_back().served.resize(m_lines.size());
    return m_servers.size() - 1;
}

std::size_t QueueWatch::serverFor(std::optional<std::size_t> agent, std::size_t queue)
{
    if (agent) {
        const auto [place, isNew] = m_serverOfAgent.try_emplace(*agent, m_servers.size());
        return isNew ? addServer() : place->second;
    }
    std::vector<std::size_t> &nameless = m_nameless[queue];
    const auto free = std::find_if(nameless.begin(), nameless.end(), [&](std::size_t each) { return !m_servers[each].ticket; });
    if (free != nameless.end())
        return *free;
    nameless.push_back(addServer());
    return nameless.back();
}

void QueueWatch::call(std::size_t ticket, std::optional<std::size_t> agent, Instant when)
{
    const double at = secondsOf(when);
    const auto place = m_queueOfWaiting.find(ticket);
    assert(place != m_queueOfWaiting.end());
    const std::size_t queue = place->second;
    Line &line = m_lines[queue];
    const double wait = at - take(line, ticket)->since;
    for (Line *each : {&line, &m_whole}) {
        each->calls.add(at);
        each->patience.waited(wait);
        each->lastCalled = wait;
        each->lastCallAt = at;
    }
    if (wait > 0) {
        m_lastWaits.push_back(wait);
        if (m_lastWaits.size() > lastWaitsKept)
            m_lastWaits.pop_front();
    }
    const std::size_t index = serverFor(agent, queue);
    Server &server = m_servers[index];
    server.ticket = ticket;
    server.queue = queue;
    server.busySince = at;
    server.lastSeen = at;
    server.served[queue] += 1;
    m_underway[ticket] = {index, queue, at};
}

void QueueWatch::finish(std::size_t ticket, Instant when)
{
    const double at = secondsOf(when);
    const auto found = m_underway.find(ticket);
    assert(found != m_underway.end());
    const auto [index, queue, since] = found->second;
    m_underway.erase(found);
    m_lines[queue].services.add(at - since);
    m_whole.services.add(at - since);
    Server &server = m_servers[index];
    server.lastSeen = at;
    server.service.add(at - since);
    for (double &served : server.served)
        served *= servedKept;
    // Logs have agents with two tickets at once; the later one counts.
    if (server.ticket == ticket)
        server.ticket.reset();
}

void QueueWatch::leave(std::size_t ticket, Instant when)
{
    const double at = secondsOf(when);
    const auto place = m_queueOfWaiting.find(ticket);
    assert(place != m_queueOfWaiting.end());
    Line &line = m_lines[place->second];
    const double wait = at - take(line, ticket)->since;
    for (Line *each : {&line, &m_whole}) {
        each->losses.add(at);
        each->patience.waited(wait);
        each->patience.abandoned();
    }
}

bool QueueWatch::isOnDuty(const Server &server, double at) const
{
    return server.ticket || at - server.lastSeen <= std::chrono::duration<double>(seenFor).count();
}

bool QueueWatch::serves(const Server &server, std::size_t queue) const
{
    double all = 0;
    for (const double served : server.served)
        all += served;
    constexpr double share = 0.03;
    return server.served[queue] >= 1 || server.served[queue] > share * all;
}

} // namespace smartqueue::learning
