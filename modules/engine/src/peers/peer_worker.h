#pragma once

#include <deque>
#include <functional>
#include <map>
#include <iterator>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <QFile>
#include <QPromise>
#include <QTimer>

#include <smartqueue/replication/host.h>
#include <smartqueue/replication/inquiry.h>
#include <smartqueue/replication/replica.h>
#include <smartqueue/replication/take_over.h>

#include "peer_codec.h"
#include "smartqueue/engine/address_book.h"
#include "smartqueue/engine/peers.h"

namespace smartqueue::engine {

/// Read at once from the log, by what it weighs there: encoded it is some times as much, and still far from largestEntry.
inline constexpr std::size_t entryWeight = 64 * 1024;

/// Drives the protocol of one desktop: its effects become frames, reads and writes of the log, and commands; what comes of them
/// goes back in. In the peers' thread, alone. What it does as host stands in host_side.cpp, as replica in replica_side.cpp, and
/// what is the same for both in peer_worker.cpp; how it asks and is asked who leads in looking_around.cpp; who may lead in leading.cpp.
class PeerWorker : public QObject {
    Q_OBJECT
public:
    PeerWorker(Peers &peers, NetworkMaker makeNetwork, PeersOptions options);

    /// In the peers' thread, once.
    Done begin(const Position &end);
    void finish();

    void logGrew(const Position &end);
    /// A desktop may be found at that address.
    void heardAt(const DeviceId &device, const std::string &address);
    /// `told` comes once, in the peers' thread.
    void ask(std::string id, std::string bytes, std::function<void(PeerReply)> told);
    using Answers = std::map<DeviceId, replication::Leads>;
    using Told = std::function<void(const replication::Inquiry &)>;
    /// Asks everybody who leads. `fence`: whoever answers follows no older epoch any more; 0: only asked. `patience`: see
    /// replication::LookAround.
    void lookAround(Told told, Epoch fence = 0, replication::Moment patience = replication::lookAroundLimit);
    using Finish = std::function<void(Answer)>;
    /// For a person, see Peers::takeOver().
    void takeOver(UserId user, const std::set<DeviceId> &without, Finish finish);
    replication::TakeOverAdvice adviceOn(const Answers &answers) const;
    PeerNetwork &network() { return *m_network; }
    bool hosts() const { return m_host != nullptr; }

private:
    using Moment = replication::Moment;
    /// Asks one question of everybody.
    struct Scouting {
        Epoch fence = 0;
        replication::Inquiry inquiry;
        /// Who took the call.
        std::map<PeerLink, DeviceId> taken = {};
        std::vector<Told> told = {};
    };
    struct Traffic {
        std::int64_t in = 0;
        std::int64_t out = 0;
    };

    // Both roles.
    Moment now() const;
    void linked(PeerLink link, const DeviceId &device);
    void received(PeerLink link, const QByteArray &bytes);
    void ended(PeerLink link, const Failure &why);
    void noteEnd(PeerLink link, const Failure &why);
    void greet(PeerLink link, const DeviceId &host);
    void tick();
    void learnRoster();
    void report();
    void reportAsHost(PeersStatus &status) const;
    void reportAsReplica(PeersStatus &status) const;
    void learnAddresses();
    /// Whether this desktop may go on without the host by now.
    bool isAlone() const;
    /// Why this desktop's log is not to be built on, for now.
    std::optional<Failure> doubt() const;
    /// What a person has to know or to do something about.
    std::optional<Failure> trouble() const;
    /// Where the branch takes nothing from this desktop: it does not know it any more, by the log or by what the others do, or
    /// speaks another version.
    std::optional<Failure> shutOut() const;
    /// Whom this replica hears, or heard last.
    DeviceId hostFollowed() const;
    void dialForAnswer(const DeviceId &device);
    /// Asks again whom it has to, and ends the question when that is over.
    void passScouting();
    void finishScouting();
    /// Guests that ask nothing and do not leave.
    void sendGuestsHome();
    // Who may lead, see leading.cpp.
    void followAuthority();
    void keepLead();
    void publishLive();
    void campaign();
    void claim(Epoch epoch, std::function<void(Done)> told);
    void answerGuest(PeerLink link, std::string_view bytes);
    void send(PeerLink link, const std::string &bytes);
    void sendLoose(PeerLink link, replication::Message message, Epoch epoch);
    /// Carries effects out one after the other; those that an effect brings about come behind all that wait.
    template <class Effect>
    void perform(std::vector<Effect> effects, std::deque<Effect> &waiting)
    {
        std::move(effects.begin(), effects.end(), std::back_inserter(waiting));
        if (std::exchange(m_performing, true))
            return;
        while (!waiting.empty()) {
            Effect effect = std::move(waiting.front());
            waiting.pop_front();
            std::visit([this](auto &e) { act(std::move(e)); }, effect);
        }
        m_performing = false;
    }
    void act(replication::Send &&effect) { send(effect.link, effect.bytes); }
    void act(replication::Close &&effect);
    void remember(const DeviceId &device, const std::string &address);
    Epoch knownEpoch() const;

    // Taking over.
    /// Those who must have answered and did not.
    using Missed = std::function<std::vector<DeviceId>(const Answers &)>;
    void takeOver(UserId user, const Missed &missed, Finish finish);
    /// `told` gets what speaks against a take-over; whoever is missed is asked again until then.
    void askForLead(Epoch fence, const Missed &missed, Moment until, const std::function<void(const Answers &, const std::optional<Failure> &)> &told);
    std::optional<Failure> objection(const Answers &answers, const Missed &missed) const;
    void takeOverUnder(Epoch epoch, UserId user, const Finish &finish);
    /// Where this entry ends the log, read beside the engine's thread: that may wait for a confirmation by then.
    Result<Position> endOf(Sequence entry, Position after);

    // The host.
    /// `before`: see replication::Host.
    void becomeHost(const Position &end, std::optional<Position> before = std::nullopt);
    void perform(replication::HostEffects effects) { perform(std::move(effects), m_hostEffects); }
    void act(replication::ReadEntries &&effect);
    void act(replication::MakeSnapshot &&effect);
    void makeNextCopy();
    void act(replication::ReadSnapshot &&effect);
    void act(replication::DropSnapshot &&effect);
    void act(replication::CarryOut &&effect);
    void act(replication::Confirm &&effect);
    void act(replication::LookAround &&effect);
    void act(replication::StepDown &&effect);
    void feedCommitted();
    /// Whoever waits for a confirmation is told that none comes.
    void stopConfirming();
    /// None while the log cannot be read.
    TailReader *tail();
    void reply(PeerLink link, const std::string &id, const PeerReply &reply);
    /// What another desktop did alone, an answer each.
    void takeOn(const std::vector<std::string> &done, const DeviceId &device, const std::function<void(PeerReply)> &answered);
    /// As it is decided here. Fails with `not_alone` where it cannot even be that.
    Result<Command> asTaken(const std::string &bytes, const DeviceId &device) const;

    // The replica.
    void becomeReplica(const Position &end);
    void perform(replication::ReplicaEffects effects) { perform(std::move(effects), m_replicaEffects); }
    void act(replication::Connect &&effect);
    void act(replication::AppendEntries &&effect);
    /// The link ends, for that reason; it is tried again later.
    void leaveHost(const Failure &why);
    /// The copy cannot be kept: no space, no permission.
    void dropIncoming(const FailureCode &code);
    void act(replication::BeginSnapshot &&effect);
    void act(replication::WriteSnapshot &&effect);
    void act(replication::TakeSnapshot &&effect);
    void act(replication::Told &&effect);
    void act(replication::NotTold &&effect);
    void act(replication::CannotFollow &&effect);
    void told(const std::string &id, PeerReply reply);
    void tellThoseInStep();
    /// Whoever has asked asks again, under the same id.
    void leaveUnanswered();
    /// Nobody shall wait for an answer while everything is closed.
    void outlive(const std::function<void()> &tell);

    Peers &m_peers;
    Installation &m_installation;
    const NetworkMaker m_makeNetwork;
    std::unique_ptr<PeerNetwork> m_network;
    const PeersOptions m_options;
    const std::string m_cluster;
    std::string m_address;
    QTimer m_timer;
    Moment m_reported{};
    Moment m_begun{};
    Moment m_lastTick{};
    /// What the network knows of each device: its certificate, and whether it was shut out.
    std::map<DeviceId, std::pair<std::string, bool>> m_roster;
    AddressBook m_addresses;
    /// Where the host was heard just now; the next try goes there.
    std::string m_hostHeardAt;
    std::optional<Scouting> m_scouting;
    /// Links that came in to a replica, and when.
    std::map<PeerLink, Moment> m_guests;
    std::int64_t m_looseNumber = 0;
    std::optional<Failure> m_trouble;
    /// Whose links they are, and why the last one of each device ended.
    std::map<PeerLink, DeviceId> m_linked;
    /// Whose addresses were dialed, until somebody answers there.
    std::map<PeerLink, DeviceId> m_dialed;
    std::map<DeviceId, Failure> m_lastEnds;
    std::map<DeviceId, Traffic> m_traffic;

    std::unique_ptr<EpochAuthority> m_authority;
    std::vector<std::string> m_endpoints;
    std::function<void(Done)> m_claimed;
    bool m_takesOver = false;
    /// Why the host does not lead, by the authority's word.
    std::optional<Failure> m_noLead;
    Moment m_nextClaim{};
    /// What the authority was asked to make known, and when; what it has made known in this lead.
    std::set<DeviceId> m_counting;
    Moment m_countedAt{};
    std::optional<std::set<DeviceId>> m_counted;
    bool m_mayDecide = true;

    std::unique_ptr<replication::Host> m_host;
    std::deque<replication::HostEffect> m_hostEffects;
    bool m_performing = false;
    std::unique_ptr<TailReader> m_tail;
    /// What the host's kernel was told of the log.
    Position m_fed;
    std::optional<Position> m_grown;
    /// Replicas that a copy is still to be made for.
    std::deque<PeerLink> m_wantCopies;
    bool m_makesCopy = false;
    std::map<PeerLink, std::unique_ptr<QFile>> m_copies;

    std::unique_ptr<replication::Replica> m_replica;
    std::deque<replication::ReplicaEffect> m_replicaEffects;
    RandomSource m_random;
    PeerLink m_hostLink = 0;
    /// Entries that are being appended: the host is greeted behind them.
    int m_appends = 0;
    std::optional<DeviceId> m_toGreet;
    int m_turnedAway = 0;
    /// The host hears this desktop's key from another one.
    bool m_isElsewhere = false;
    std::size_t m_nextAddress = 0;
    std::map<std::string, std::vector<std::function<void(PeerReply)>>> m_asked;
    struct Ahead {
        std::function<void(PeerReply)> tell;
        PeerReply reply;
        Moment since{};
    };
    /// Replies whose effects this log does not hold yet.
    std::multimap<Sequence, Ahead> m_ahead;
    /// This installation ends, and nothing can be asked any more.
    bool m_isOutlived = false;
    std::unique_ptr<QFile> m_incoming;
    std::string m_incomingDigest;
};

} // namespace smartqueue::engine
