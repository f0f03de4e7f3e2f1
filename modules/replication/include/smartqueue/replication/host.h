#pragma once

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include <smartqueue/replication/wire.h>

namespace smartqueue::replication {

/// A connection; whoever drives the protocol numbers them and never gives a number twice.
using Link = std::int64_t;
/// Of a clock that never goes back and counts while the machine sleeps, from any start.
using Moment = std::chrono::milliseconds;

/// What the driver does for the protocol, in this order.
struct Send { Link link = 0; std::string bytes; };
/// The link is forgotten already; nothing is reported of it any more.
struct Close { Link link = 0; Failure why; };
/// Read from the log behind `after` and call entriesRead(); as much as fits into one Append.
struct ReadEntries { Link link = 0; Position after; };
/// Make a copy of the database and call snapshotMade().
struct MakeSnapshot { Link link = 0; };
/// Read that piece of the copy and call snapshotRead().
struct ReadSnapshot { Link link = 0; std::int64_t offset = 0; };
/// The copy is needed no more.
struct DropSnapshot { Link link = 0; };
/// Carry it out and call carriedOut().
struct CarryOut { Link link = 0; DeviceId device; std::string id; std::string bytes; };
/// What was committed up to there may be acknowledged and shown.
struct Confirm { Sequence upTo = 0; };
/// Ask the other desktops who leads by an Inquiry of that patience, and call lookedAround().
struct LookAround { Moment patience{}; };
/// This desktop is the host no more: nothing that was not confirmed ever will be. `host`: nobody where somebody has only more of
/// this host's own log. `withdrawn`: it took over although another was at work; its log ends before that.
struct StepDown { Epoch epoch = 0; DeviceId host; bool withdrawn = false; };

using HostEffect = std::variant<Send, Close, ReadEntries, MakeSnapshot, ReadSnapshot, DropSnapshot, CarryOut, Confirm, LookAround, StepDown>;
using HostEffects = std::vector<HostEffect>;

inline constexpr Moment heartbeatEvery{500};
/// Whoever has said nothing for so long is taken for gone.
inline constexpr Moment silenceLimit{2000};
/// Whoever answers and has confirmed nothing of what it was sent for so long is not waited for any more; and not again for a while, each time twice as long.
inline constexpr Moment stallLimit{5000};
inline constexpr Moment firstDistrust{60'000};
inline constexpr Moment longestDistrust{3'600'000};
/// A device that was heard on another link since is two: one has the files of the other.
inline constexpr Moment elsewhereWithin{1000};
inline constexpr Moment lookAroundLimit{1000};
/// Whoever began or woke may have been replaced meanwhile: busy desktops are given more time to say so, and those who have shut out the place that this
/// one calls from, after too many calls in vain, the time to open again.
inline constexpr Moment firstLookLimit{15'000};
/// A host asks again from time to time: two that were started out of each other's sight shall not stay two.
inline constexpr Moment lookAgainAlone{10'000};
inline constexpr Moment lookAgainFollowed{60'000};
inline constexpr Moment introduceEvery{2000};

/// A replica as its host sees it.
struct PeerState {
    Member member;
    Sequence confirmed = 0;
    /// It follows at the end of the log, and its confirmations count.
    bool live = false;
    bool copying = false;
    Moment heard{};
    /// How long ago it confirmed the end of the log as it was then, or connected.
    Moment lag{};
};

/// The protocol of the desktop that decides. What it commits is confirmed when it is durable here, and at one replica at least
/// while there is one that follows; nothing before it has looked around since it began or slept, not even what its log held
/// when it began. Bytes and moments in, effects out: no socket, no clock, no disk. Not thread-safe.
class Host {
public:
    /// `end`: of its log, durable; a take-over is an entry of its own epoch. `before`: where the log ended before this desktop took over, as long as nothing was confirmed here since, over all starts;
    /// with it the take-over may still be withdrawn.
    Host(Member self, std::string cluster, int schema, Position end, Moment now, std::optional<Position> before = std::nullopt);

    /// The device is the one that the link proved to be.
    HostEffects connected(Link link, DeviceId device, Moment now);
    HostEffects disconnected(Link link, Moment now);
    HostEffects received(Link link, std::string_view bytes, Moment now);
    /// Durable here. Entries follow one another.
    HostEffects committed(Entry entry, Moment now);
    /// As committed(), when the entries themselves are not at hand: whoever follows is read to from the log.
    HostEffects grown(Position end, Moment now);
    /// Nothing: the log does not hold that position, so the replica gets a copy.
    HostEffects entriesRead(Link link, std::optional<std::vector<Entry>> entries, Moment now);
    /// `at` lies on the log. Without a size the copy failed.
    HostEffects snapshotMade(Link link, std::optional<SnapshotOffer> offer, Moment now);
    HostEffects snapshotRead(Link link, std::int64_t offset, std::string bytes, Moment now);
    HostEffects carriedOut(Link link, const std::string &id, std::string bytes, Moment now);
    /// The answers that came in time, see LookAround.
    HostEffects lookedAround(const std::map<DeviceId, Leads> &answers, Moment now);
    /// Instead, for an Inquiry that was turned away: without followers this desktop does not lead while that is so.
    HostEffects turnedAway(Moment now);
    /// Whether this desktop may decide, where something outside the desktops says who does. It may as long as nothing was said.
    HostEffects authorised(bool may, Moment now);
    /// Who may take over without a person asking for it, where anybody may: from now on only their confirmations count, and
    /// nothing is confirmed alone while there are any. Nothing: only persons decide that.
    HostEffects counted(std::optional<std::set<DeviceId>> devices, Moment now);
    /// The desktop is shut out; its link ends.
    HostEffects revoked(const DeviceId &device, Moment now);
    /// At least every 100 ms.
    HostEffects passed(Moment now);
    /// It ends on purpose: replicas are told.
    HostEffects leaving(const std::string &reason);

    Position end() const { return m_end; }
    /// Up to there it may be acknowledged and shown; 0 until the first Confirm.
    Sequence confirmed() const { return m_confirmed; }
    bool isDeposed() const { return m_deposed; }
    /// Somebody hears another host that has this one's key.
    bool isDoubled() const { return m_doubled; }
    /// The other desktops are there and do not let this one in.
    bool isTurnedAway() const { return m_turnedAway; }
    /// Those whose confirmations count: they follow at the end of the log, or did a moment ago.
    std::vector<DeviceId> live() const;
    std::vector<PeerState> peers(Moment now) const;

private:
    enum class Standing { greeting, reading, behind, live, copying };
    struct Replica {
        Member member;
        Standing standing = Standing::greeting;
        /// It has followed at the end of the log: its confirmations are waited for until it is gone, or needs a copy.
        bool counts = false;
        /// It has greeted, and is answered when this desktop knows that it leads.
        std::optional<Hello> greeting;
        /// Up to where entries were sent, and up to where they are durable there.
        Position sent;
        Sequence confirmed = 0;
        /// Sent and not confirmed.
        std::size_t underWay = 0;
        std::deque<std::pair<Sequence, std::size_t>> sizes;
        std::set<std::string> carried;
        std::int64_t numberOut = 0;
        std::int64_t numberIn = 0;
        Moment heard{};
        /// Or connected, before it has.
        Moment caughtUp{};
        /// When it last confirmed something, or had nothing to confirm.
        Moment progressed{};
        bool gone = false;
    };

    void take(Replica &replica, Link link, Hello hello, Epoch epoch, Moment now);
    void welcome(Link link, Replica &replica, Moment now);
    void take(Replica &replica, Link link, const Appended &message, Moment now);
    void take(Replica &replica, Link link, Request request, Moment now);
    void take(Replica &replica, Link link, const SnapshotWanted &message, Moment now);
    void answer(Replica &replica, Link link, Epoch askers, const WhoLeads &asked);
    void take(Replica &replica, Link link, const Bye &message, Moment now);
    template <class Other>
    void take(Replica &replica, Link link, const Other &message, Moment now);

    void send(Link link, Replica &replica, Message message);
    void close(Link link, Failure why);
    void sendEntries(Link link, Replica &replica, std::vector<Entry> entries, Moment now);
    /// Goes on where the replica stands: more of the log, or nothing to do.
    void feed(Link link, Replica &replica);
    void confirm();
    /// The log has grown: feeds whoever is behind and confirms what may be.
    void settle();
    /// Its confirmations are not waited for any more, and nothing is confirmed alone before it is known who leads.
    void discount(Replica &replica);
    void discountStalled(Moment now);
    bool isTrusted(const DeviceId &device, Moment now) const;
    void lost(bool missed);
    /// Tells all where all are.
    void introduce(Moment now);
    void lookAround();
    void look();
    void stepDown(StepDown why);
    /// A host that was asleep does not know what became of it meanwhile.
    void observe(Moment now);
    HostEffects done();

    const Member m_self;
    const std::string m_cluster;
    const int m_schema;
    Position m_end;
    const std::optional<Position> m_before;
    Sequence m_confirmed = 0;
    /// It has looked around since it began or slept, and nobody else leads as far as could be seen.
    bool m_sure = false;
    /// Nobody else leads as far as can be known, so that the host decides without a replica.
    bool m_alone = false;
    /// Somebody answers who follows nobody, and is about to follow this desktop.
    bool m_expects = false;
    const Moment m_begun;
    bool m_looking = false;
    /// Its disk was cloned, or it was here a moment ago.
    bool m_doubled = false;
    bool m_turnedAway = false;
    /// It slept while it looked around: the answers are old.
    bool m_looksAgain = false;
    Moment m_lookedAt{};
    /// It has confirmed something, or found that nobody else does: it does not withdraw any more.
    bool m_established;
    bool m_deposed = false;
    bool m_authorised = true;
    std::optional<std::set<DeviceId>> m_counted;
    Moment m_lastHeartbeat{};
    Moment m_introducedAt{};
    Moment m_last{};
    std::map<Link, Replica> m_replicas;
    struct Distrust { Moment until{}; Moment length{}; };
    /// Those that stalled.
    std::map<DeviceId, Distrust> m_distrusted;
    HostEffects m_effects;
};

} // namespace smartqueue::replication
