#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QFile>
#include <QPromise>
#include <QTimer>

#include <smartqueue/replication/host.h>
#include <smartqueue/replication/replica.h>
#include <smartqueue/replication/take_over.h>

#include "peer_codec.h"
#include "smartqueue/engine/peers.h"

namespace smartqueue::engine {

/// Drives the protocol of one desktop: its effects become frames, reads and writes of the log, and commands; what comes of them
/// goes back in. In the peers' thread, alone. What it does as host stands in host_side.cpp, as replica in replica_side.cpp, and
/// what is the same for both in peer_worker.cpp.
class PeerWorker : public QObject {
    Q_OBJECT
public:
    PeerWorker(Peers &peers, NetworkMaker makeNetwork, PeersOptions options);

    /// In the peers' thread, once.
    Done begin(const Position &end);
    void finish();

    void logGrew(const Position &end);
    /// `told` comes once, in the peers' thread.
    void ask(std::string id, std::string bytes, std::function<void(PeerReply)> told);
    void lookAround(std::function<void(std::vector<std::pair<DeviceId, replication::Leads>>)> told);
    void takeOver(UserId user, std::shared_ptr<QPromise<Answer>> promise);
    replication::TakeOverAdvice adviceOn(const std::vector<std::pair<DeviceId, replication::Leads>> &answers) const;
    PeerNetwork &network() { return *m_network; }
    bool hosts() const { return m_host != nullptr; }

private:
    using Moment = replication::Moment;
    /// Asks one question of everybody.
    struct Scouting {
        std::set<PeerLink> open;
        std::vector<std::pair<DeviceId, replication::Leads>> answers;
        Moment until{};
        std::vector<std::function<void(std::vector<std::pair<DeviceId, replication::Leads>>)>> told;
    };

    // Both roles.
    Moment now() const;
    void linked(PeerLink link, const DeviceId &device);
    void received(PeerLink link, const QByteArray &bytes);
    void ended(PeerLink link, const Failure &why);
    void noteEnd(PeerLink link, const Failure &why);
    void tick();
    void learnRoster();
    void report();
    void finishScouting();
    void answerGuest(PeerLink link, std::string_view bytes);
    void sendLoose(PeerLink link, replication::Message message);
    void remember(const DeviceId &device, const std::string &address);
    void saveAddressBook() const;
    void loadAddressBook();
    Epoch knownEpoch() const;

    // The host.
    void becomeHost(const Position &end);
    void perform(replication::HostEffects effects);
    void perform(const replication::ReadEntries &effect);
    void perform(const replication::MakeSnapshot &effect);
    void perform(const replication::ReadSnapshot &effect);
    void perform(const replication::CarryOut &effect);
    void stepDown(const replication::StepDown &effect);
    void feedCommitted();
    void reply(PeerLink link, const std::string &id, const PeerReply &reply);
    std::string newToken(const accounts::Session &session, const DeviceId &device);

    // The replica.
    void becomeReplica(const Position &end);
    void perform(replication::ReplicaEffects effects);
    void connectToHost(const replication::Connect &effect);
    void append(std::vector<replication::Entry> entries);
    void writeSnapshot(const replication::WriteSnapshot &piece);
    void takeSnapshot();
    void told(const std::string &id, PeerReply reply);
    void tellThoseInStep();

    Peers &m_peers;
    Installation &m_installation;
    const NetworkMaker m_makeNetwork;
    std::unique_ptr<PeerNetwork> m_network;
    const PeersOptions m_options;
    const std::string m_cluster;
    std::string m_address;
    QTimer m_timer;
    Moment m_reported{};
    std::map<DeviceId, std::string> m_addresses;
    std::optional<Scouting> m_scouting;
    /// Links that came in to a replica, and how many frames went out on them.
    std::map<PeerLink, std::pair<DeviceId, std::int64_t>> m_guests;
    std::int64_t m_looseNumber = 0;
    std::optional<Failure> m_trouble;
    /// Whose links they are, and why the last one of each device ended.
    std::map<PeerLink, DeviceId> m_linked;
    std::map<DeviceId, Failure> m_lastEnds;

    std::unique_ptr<replication::Host> m_host;
    /// Effects come one after the other, those that an effect brings about behind all that wait.
    std::deque<replication::HostEffect> m_hostEffects;
    bool m_performing = false;
    std::unique_ptr<TailReader> m_tail;
    /// What the host's kernel was told of the log.
    Position m_fed;
    std::optional<Position> m_grown;
    struct Token {
        accounts::Session session;
        DeviceId device;
    };
    std::map<std::string, Token> m_tokens;
    std::map<PeerLink, std::unique_ptr<QFile>> m_copies;

    std::unique_ptr<replication::Replica> m_replica;
    std::deque<replication::ReplicaEffect> m_replicaEffects;
    RandomSource m_random;
    PeerLink m_hostLink = 0;
    std::size_t m_nextAddress = 0;
    std::map<std::string, std::function<void(PeerReply)>> m_asked;
    /// Replies whose effects this log does not hold yet.
    std::multimap<Sequence, std::pair<std::function<void(PeerReply)>, PeerReply>> m_ahead;
    std::unique_ptr<QFile> m_incoming;
    std::string m_incomingDigest;
};

} // namespace smartqueue::engine
