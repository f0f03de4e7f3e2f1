#include "bench/bench_crowd.h"

#include <algorithm>

#include <QUuid>

#include <smartqueue/engine/bare_request.h>

namespace smartqueue::app {

namespace {

constexpr int tickMs = 50;
constexpr int offerMs = 5;

} // namespace

BareDesktop::BareDesktop(const transport::DeviceIdentity &identity, const Device &host, std::string hostAddress, const std::string &cluster,
                         replication::Position end, std::uint64_t seed)
    : m_hostAddress(std::move(hostAddress)),
      m_random(seed),
      m_network(identity),
      m_replica(replication::Member{identity.id()}, cluster, engine::bareSchemas(), std::move(end), m_random, monotonicNow())
{
    m_network.setRoster({host});
    connect(&m_network, &engine::PeerNetwork::linked, this,
            [this](engine::PeerLink link, const DeviceId &device) { perform(m_replica.connected(link, device, monotonicNow())); });
    connect(&m_network, &engine::PeerNetwork::received, this, [this](engine::PeerLink link, const QByteArray &bytes) {
        perform(m_replica.received(link, {bytes.constData(), std::size_t(bytes.size())}, monotonicNow()));
    });
    connect(&m_network, &engine::PeerNetwork::ended, this, [this](engine::PeerLink link) {
        perform(m_replica.disconnected(link, monotonicNow()));
        perform(m_replica.connectFailed(monotonicNow()));
    });
}

void BareDesktop::perform(replication::ReplicaEffects effects)
{
    for (auto &effect : effects)
        std::visit([this](auto &e) { act(e); }, effect);
}

void BareDesktop::act(replication::AppendEntries &effect)
{
    for (replication::Entry &entry : effect.entries)
        m_unconfirmed.push_back(std::move(entry.end));
}

void BareDesktop::act(replication::Told &effect)
{
    if (engine::bareAnswer(effect.bytes))
        ++m_answered;
    else
        ++m_refused;
    m_lastAnswer = std::chrono::steady_clock::now();
}

void BareDesktop::confirm(Sequence upTo)
{
    std::optional<replication::Position> end;
    while (!m_unconfirmed.empty() && m_unconfirmed.front().sequence <= upTo) {
        end = std::move(m_unconfirmed.front());
        m_unconfirmed.pop_front();
    }
    if (end)
        perform(m_replica.appended(std::move(*end), monotonicNow()));
}

void BareDesktop::offer(const CommandBody &body)
{
    const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    perform(m_replica.request(id, engine::bareRequest(Command{id, body, {}, {}}), monotonicNow()));
}

void BareDesktop::tick()
{
    perform(m_replica.passed(monotonicNow()));
}

void Crowd::begin()
{
    connect(&m_ticking, &QTimer::timeout, this, [this] {
        for (const auto &desktop : m_desktops)
            desktop->tick();
    });
    connect(&m_offering, &QTimer::timeout, this, &Crowd::offerNext);
    m_ticking.start(tickMs);
}

void Crowd::confirm(Sequence upTo)
{
    for (const auto &desktop : m_desktops)
        desktop->confirm(upTo);
}

bool Crowd::isFollowing() const
{
    return std::all_of(m_desktops.begin(), m_desktops.end(), [](const auto &desktop) { return desktop->isFollowing(); });
}

void Crowd::offer(CommandBody body, int perSecond, int times)
{
    m_body = std::move(body);
    m_perSecond = perSecond;
    m_left = times * int(m_desktops.size());
    m_offered = 0;
    m_began = std::chrono::steady_clock::now();
    m_offering.start(offerMs);
}

void Crowd::offerNext()
{
    // By the time that has passed, so that a late timer offers no less.
    const double passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
    const int due = std::min(m_left, int(passed * m_perSecond * double(m_desktops.size())));
    for (; m_offered < due; ++m_offered)
        m_desktops[std::size_t(m_offered) % m_desktops.size()]->offer(m_body);
    if (m_offered == m_left)
        m_offering.stop();
}

Crowd::Count Crowd::count() const
{
    Count count;
    for (const auto &desktop : m_desktops) {
        count.answered += desktop->answered();
        count.refused += desktop->refused();
        count.last = std::max(count.last, desktop->lastAnswer());
    }
    return count;
}

} // namespace smartqueue::app
