#pragma once

#include <deque>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/host.h>

namespace smartqueue::replication {

/// Find the host and call connected() or connectFailed(). `device`: who is said to be it; nobody: whoever is known.
struct Connect { DeviceId device; std::string address; };
/// Make them durable and call appended(); diverged() when they do not follow from this log.
struct AppendEntries { std::vector<Entry> entries; };
/// A copy of the database begins, of that size; its pieces follow in order.
struct BeginSnapshot { SnapshotOffer offer; };
struct WriteSnapshot { std::int64_t offset = 0; std::string bytes; };
/// It is whole: test it, put it in the place of the database, and begin again with a new Replica.
struct TakeSnapshot {};
/// What the request with this id came to.
struct Told { std::string id; std::string bytes; };
/// The host cannot be asked now; whether it was carried out is known when the same id is answered later.
/// `mayBeDone`: it was on its way to a host, and nobody can say what came of it.
struct NotTold { std::string id; Failure why; bool mayBeDone = false; };
/// The host of this installation speaks another version: nothing comes from it until one of the two is updated.
struct CannotFollow { Failure why; };

using ReplicaEffect = std::variant<Send, Close, Connect, AppendEntries, BeginSnapshot, WriteSnapshot, TakeSnapshot, Told, NotTold, CannotFollow>;
using ReplicaEffects = std::vector<ReplicaEffect>;

/// The protocol of a desktop that follows. It keeps requests until they are answered and sends them again to whoever is host.
/// Bytes and moments in, effects out. Not thread-safe.
class Replica {
public:
    /// `end`: of its log, durable. The source of randomness outlives this.
    Replica(Member self, std::string cluster, Schemas schemas, Position end, RandomSource &random, Moment now);

    ReplicaEffects connected(Link link, DeviceId device, Moment now);
    ReplicaEffects connectFailed(Moment now);
    ReplicaEffects disconnected(Link link, Moment now);
    ReplicaEffects received(Link link, std::string_view bytes, Moment now);
    ReplicaEffects appended(Position end, Moment now);
    /// What was to be appended does not follow, or this log was withdrawn: a copy is fetched. The log stays what this desktop
    /// holds until then.
    ReplicaEffects diverged(Moment now);
    /// The copy cannot be kept here: it is fetched again later, at longer and longer intervals.
    ReplicaEffects copyFailed(Failure why, Moment now);
    /// Its host was heard of in the network: it is looked for at once.
    void heardOf(Moment now);
    ReplicaEffects request(std::string id, std::string bytes, Moment now);
    /// At least every 100 ms.
    ReplicaEffects passed(Moment now);
    ReplicaEffects leaving(const std::string &reason);

    /// What this desktop answers when another, `asker` at `address`, asks who leads. `askers`: the epoch that the asking one knows.
    Leads leads(Epoch askers, const DeviceId &asker, const std::string &address, Moment now);

    Position end() const { return m_end; }
    /// The highest under which somebody was said to lead: whoever takes over here takes a higher one.
    Epoch epoch() const { return m_epoch; }
    /// Hears a host that is alive, and takes what it says.
    bool isFollowing(Moment now) const;
    /// Follows, and holds what the host held two seconds ago: what it shows is what is.
    bool isInStep(Moment now) const;
    /// When the host was last heard; nothing before the first time.
    std::optional<Moment> heard() const { return m_heard; }
    DeviceId host() const { return m_host; }
    /// Those whose confirmations counted, as the host said last.
    const std::vector<DeviceId> &live() const { return m_live; }
    /// The host and those it hears, as it said last.
    const std::vector<Neighbour> &neighbours() const { return m_neighbours; }
    /// What this log holds is not what the host decided.
    bool wantsCopy() const { return m_wantsCopy; }
    /// Of a copy that is being fetched: bytes there, bytes in all.
    std::optional<std::pair<std::int64_t, std::int64_t>> copying() const;

private:
    struct Waiting {
        std::string id;
        std::string bytes;
        Moment since{};
        /// Over the present link.
        bool sent = false;
        /// Over this one and those before.
        int sendings = 0;
    };
    using Queue = std::list<Waiting>;

    void take(Welcome message, Moment now);
    void take(NotHost message, Moment now);
    void take(Append message, Moment now);
    void take(Reply message, Moment now);
    void take(TryLater message, Moment now);
    void take(SnapshotOffer message, Moment now);
    void take(SnapshotPiece message, Moment now);
    void take(Neighbours message, Moment now);
    void take(Bye message, Moment now);
    template <class Other>
    void take(const Other &message, Moment now);

    void send(Message message);
    void close(Failure why, Moment now);
    void ended(Moment now);
    void wantMore();
    /// Requests that the host may be given now, in the order in which they were asked.
    void sendWaiting();
    void aim(Moment now);
    /// It is known, or has to be asked again.
    Waiting taken(Queue::iterator waiting);
    ReplicaEffects done();

    enum class Standing { seeking, connecting, greeting, following, copying };

    const Member m_self;
    const std::string m_cluster;
    const Schemas m_schemas;
    RandomSource &m_random;
    Position m_end;
    /// Handed on to be made durable.
    Position m_appending;
    /// Ends of what came over this link and is not durable yet.
    std::deque<Position> m_given;
    /// Up to there this log is the host's, and durable.
    Sequence m_shared = 0;
    bool m_wantsCopy = false;
    Epoch m_epoch = 0;
    Standing m_standing = Standing::seeking;
    Link m_link = 0;
    DeviceId m_host;
    std::optional<Moment> m_heard;
    /// Where the host's log ended when it was last heard.
    Sequence m_hostEnd = 0;
    /// An end of the host's log that is to be reached, and since when it is known.
    Sequence m_goal = 0;
    Moment m_goalSince{};
    std::int64_t m_numberOut = 0;
    std::int64_t m_numberIn = 0;
    Moment m_nextTry{};
    int m_failures = 0;
    NotHost m_hint;
    /// Hints followed since somebody was found.
    int m_hops = 0;
    Queue m_waiting;
    std::map<std::string, Queue::iterator> m_waitingById;
    std::size_t m_underWay = 0;
    std::vector<DeviceId> m_live;
    std::vector<Neighbour> m_neighbours;
    std::optional<SnapshotOffer> m_offer;
    std::int64_t m_copied = 0;
    std::int64_t m_wanted = 0;
    ReplicaEffects m_effects;
};

} // namespace smartqueue::replication
