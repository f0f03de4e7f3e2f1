#pragma once

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include <QObject>
#include <QTimer>

#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/replica.h>
#include <smartqueue/transport/web_socket_network.h>

namespace smartqueue::app {

/// A desktop as its host sees it: the replicas' protocol over TLS, but no engine and no database, of which one machine cannot have
/// fifty. It confirms an entry when it is told that a whole desktop holds it.
class BareDesktop : public QObject {
    Q_OBJECT
public:
    BareDesktop(const transport::DeviceIdentity &identity, const Device &host, std::string hostAddress, const std::string &cluster,
                replication::Position end, std::uint64_t seed);

    bool isFollowing() const { return m_replica.isFollowing(monotonicNow()); }
    void offer(const CommandBody &body);
    /// A whole desktop's log is durable up to there.
    void confirm(Sequence upTo);
    void tick();

    int answered() const { return m_answered; }
    int refused() const { return m_refused; }
    std::chrono::steady_clock::time_point lastAnswer() const { return m_lastAnswer; }

private:
    void perform(replication::ReplicaEffects effects);
    void act(replication::Send &effect) { m_network.send(effect.link, effect.bytes); }
    void act(replication::Close &effect) { m_network.close(effect.link); }
    void act(replication::Connect &) { m_network.dial(m_hostAddress); }
    void act(replication::AppendEntries &effect);
    void act(replication::Told &effect);
    void act(replication::NotTold &) { ++m_refused; }
    template <class Other>
    void act(Other &) {}

    const std::string m_hostAddress;
    RandomSource m_random;
    transport::WebSocketNetwork m_network;
    replication::Replica m_replica;
    std::deque<replication::Position> m_unconfirmed;
    int m_answered = 0;
    int m_refused = 0;
    std::chrono::steady_clock::time_point m_lastAnswer{};
};

/// Many of them, in one thread.
class Crowd : public QObject {
    Q_OBJECT
public:
    void add(std::unique_ptr<BareDesktop> desktop) { m_desktops.push_back(std::move(desktop)); }
    void begin();
    void confirm(Sequence upTo);
    bool isFollowing() const;
    /// Each of them offers that command `perSecond` times a second, `times` times in all.
    void offer(CommandBody body, int perSecond, int times);

    struct Count { int answered = 0; int refused = 0; std::chrono::steady_clock::time_point last{}; };
    Count count() const;

private:
    void offerNext();

    std::vector<std::unique_ptr<BareDesktop>> m_desktops;
    QTimer m_ticking{this};
    QTimer m_offering{this};
    CommandBody m_body;
    std::chrono::steady_clock::time_point m_began{};
    int m_perSecond = 0;
    int m_left = 0;
    int m_offered = 0;
};

} // namespace smartqueue::app
