#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <QFuture>
#include <QObject>
#include <QThread>

#include <smartqueue/engine/epoch_authority.h>
#include <smartqueue/engine/installation.h>
#include <smartqueue/engine/peer_network.h>
#include <smartqueue/engine/upstream.h>
#include <smartqueue/replication/take_over.h>

namespace smartqueue::engine {

class PeerWorker;

using NetworkMaker = std::function<std::unique_ptr<PeerNetwork>()>;
/// The authority that answers at these addresses, see Directory::authority, for a desktop of an installation.
using AuthorityMaker =
    std::function<std::unique_ptr<EpochAuthority>(const DeviceId &self, const std::string &cluster, const std::vector<std::string> &endpoints)>;

struct PeersOptions {
    /// Where copies of the database are made and fetched to; beside the database, so that they can take its place.
    std::string snapshotPath;
    /// Where it is remembered how others are reached; empty: nowhere.
    std::string addressBook;
    /// "address:port" to be found at, port 0 for any.
    std::string listen = "0.0.0.0:0";
    /// Asked where the log names addresses; without it, or where it names none, people let desktops take over.
    AuthorityMaker authority;
    /// The version of this program, for the list of desktops.
    std::string program;
    /// Of the host, where it is known; besides those of the address book.
    std::string hostAddress;
    /// Of the installation that this desktop joins, before it has a copy of the database: its identity and its devices.
    std::string cluster;
    std::vector<Device> roster;
    /// Whose the database is. Unless it is this desktop's own it does not decide, whatever the log says, until it has followed a host.
    enum class Origin {
        own,
        /// Another desktop has taken the lead from this one.
        disowned,
        /// A copy of before was put back.
        putBack,
        /// The files, the desktop's key among them, were copied from elsewhere.
        copied
    } origin = Origin::own;
    /// Where it is kept what this desktop does while it does not hear its host; none: then it waits. Outlives the peers.
    std::shared_ptr<Outbox> outbox;
    /// Nothing of its log is to be believed: it asks for a whole copy.
    bool fromNothing = false;

    /// Whether the desktop decides, by what its log says.
    bool leads(const accounts::Directory &directory, const DeviceId &self) const
    {
        return origin == Origin::own && cluster.empty() && (directory.host.empty() || directory.host == self);
    }
};

/// One other desktop as this one sees it.
struct PeerStatus {
    Device device;
    std::string address;
    bool connected = false;
    bool live = false;
    /// A whole copy of the database is on its way to it.
    bool copying = false;
    Sequence lastSequence = 0;
    std::chrono::milliseconds lag{0};
    std::string program = {};
    /// On links with this desktop, since it began.
    std::int64_t bytesIn = 0;
    std::int64_t bytesOut = 0;
    /// Why the last link with it ended.
    std::optional<Failure> lastEnd = {};
    /// When it was there last: with this desktop or, at a replica, with its host. Lasts.
    std::optional<Instant> lastSeen = {};
};

struct PeersStatus {
    enum class Role { host, replica } role = Role::host;
    /// When this was said.
    Instant at{};
    DeviceId self;
    DeviceId host;
    std::string address;
    std::string program;
    Position end;
    /// Host: it decides. Replica: what it shows is what is.
    bool inStep = true;
    /// Since the host was heard last; none before the first time, and at the host.
    std::optional<std::chrono::milliseconds> silence;
    /// Bytes that are there of a whole copy from the host, and bytes in all, while one is fetched.
    std::optional<std::pair<std::int64_t, std::int64_t>> copying;
    /// A replica knows of the others, the host apart, what the host says of them.
    std::vector<PeerStatus> peers;
    /// Desktops take over by themselves; and what the authority for it said last.
    bool isAutomatic = false;
    std::optional<Lead> lead;
    /// Acts that this desktop did while it did not hear its host, and that no host has answered yet.
    std::size_t toOffer = 0;
    /// Why nothing comes from the host any more, until somebody does something about it.
    std::optional<Failure> trouble;

    /// None when it is no other desktop of the installation.
    PeerStatus *peer(const DeviceId &device);
};

/// The other desktops of an installation: it hosts them or follows one of them, as the log says. Calls return at once, from any
/// thread, but for confirm(), which is the engine's. Signals come from its own thread. Ends before the installation.
class Peers : public QObject, public Upstream, public Confirmation {
    Q_OBJECT
public:
    /// Listens, and begins to host or to follow. The network is made in a thread of its own. `made` comes before anything is said, so that
    /// whoever listens to the signals misses none. Fails as PeerNetwork::listen() does, and as the reading of the log's end or of the outbox.
    static Result<std::unique_ptr<Peers>> start(Installation &installation, NetworkMaker makeNetwork, PeersOptions options,
                                                const std::function<void(Peers &)> &made = {});
    ~Peers() override;

    PeersStatus status() const;
    /// The network, in whose thread alone it may be used.
    PeerNetwork &network();
    QThread &thread() { return m_thread; }

    /// Somebody was heard in the network who says that this desktop is there: a place to try.
    void heardAt(const DeviceId &device, const std::string &address);
    /// What the other desktops say to this one's leading.
    QFuture<replication::TakeOverAdvice> lookAround();
    /// This replica becomes the host. `without`: desktops that may stay silent; others that may alone hold what was acknowledged last
    /// are asked for some seconds. Fails with `host_is_alive`, `fresher_replica` (`device`) or `silent_desktop` (`device`),
    /// `take_over_under_way`, `lead_is_taken`, `authority_unreachable`, or as the command does.
    QFuture<Answer> takeOver(UserId user, std::set<DeviceId> without);

    Done confirm(const Position &end) override;
    QFuture<Answer> submit(Command command) override;
    QFuture<Result<accounts::Session>> signIn(std::string email, std::string password, std::string code, std::string device) override;
    QFuture<Result<accounts::Session>> signInWithPin(UserId user, std::string pin, std::string device) override;
    QFuture<Result<accounts::Session>> resume(accounts::Session kept, std::string device) override;
    QFuture<std::vector<Answer>> offer(std::vector<Command> done) override;
    bool isInStep() const override { return m_inStep; }
    /// This desktop has been in step with a host that its own log knows as such: what that log says of who leads may be believed again.
    bool hasFollowed() const { return m_hasFollowed; }
    bool mayGoAlone(const CommandId &command) const override;

Q_SIGNALS:
    void statusChanged();
    /// A whole copy of the host's database lies at PeersOptions::snapshotPath: this installation ends, the copy takes its place.
    void snapshotArrived();
    /// This desktop is the host from now on, by a person's word or by itself.
    void tookOver();
    /// Another desktop decides by now: this installation ends and begins again as a replica. `withdrawn`: its log is not to be
    /// believed.
    void steppedDown(bool withdrawn);

private:
    friend class PeerWorker;
    explicit Peers(Installation &installation);
    QFuture<Result<accounts::Session>> signInWith(std::string request);

    Installation &m_installation;
    QThread m_thread;
    PeerWorker *m_worker = nullptr;
    std::shared_ptr<Outbox> m_outbox;
    std::atomic<bool> m_inStep = false;
    std::atomic<bool> m_alone = false;
    /// See hasFollowed(); and what was asked before this program began is in the log, or was never done.
    std::atomic<bool> m_hasFollowed = false;
    mutable std::mutex m_mutex;
    PeersStatus m_status;
    std::map<UserId, std::string> m_tokens;
    /// Commands of which nobody can say whether a host carried them out.
    std::set<CommandId> m_mayBeDone;
    /// What confirm() waits on.
    std::condition_variable m_confirmed;
    Sequence m_confirmedUpTo = 0;
    bool m_over = false;
};

namespace peers_failures {
inline constexpr FailureCode hostIsAlive{"host_is_alive"};
inline constexpr FailureCode fresherReplica{"fresher_replica"};
/// It followed its host to the end, and nobody knows what it holds.
inline constexpr FailureCode silentDesktop{"silent_desktop"};
inline constexpr FailureCode underWay{"take_over_under_way"};
} // namespace peers_failures

} // namespace smartqueue::engine
