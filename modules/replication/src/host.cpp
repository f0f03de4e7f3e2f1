#include "smartqueue/replication/host.h"

#include <algorithm>

namespace smartqueue::replication {

namespace {

/// Sent to a replica and not confirmed by it, at most: beyond it the replica is read to from the log again.
constexpr std::size_t largestUnderWay = 4 * 1024 * 1024;
/// Requests of one desktop that are carried out at once.
constexpr std::size_t mostCarried = 256;

} // namespace

Host::Host(Member self, std::string cluster, int schema, Position end, Moment now, std::optional<Position> before)
    : m_self(std::move(self)), m_cluster(std::move(cluster)), m_schema(schema), m_end(std::move(end)),
      m_before(std::move(before)), m_begun(now), m_established(!m_before), m_last(now)
{
    m_lastHeartbeat = now;
    m_introducedAt = now;
}

HostEffects Host::done()
{
    return std::exchange(m_effects, {});
}

void Host::send(Link link, Replica &replica, Message message)
{
    m_effects.push_back(Send{link, encode({{m_cluster, m_self.device, m_end.epoch, ++replica.numberOut}, std::move(message)})});
}

void Host::close(Link link, Failure why)
{
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end())
        return;
    const bool missed = found->second.counts && !found->second.gone;
    if (found->second.standing == Standing::copying)
        m_effects.push_back(DropSnapshot{link});
    m_replicas.erase(found);
    m_effects.push_back(Close{link, std::move(why)});
    lost(missed);
}

HostEffects Host::connected(Link link, DeviceId device, Moment now)
{
    observe(now);
    Replica replica;
    replica.member.device = std::move(device);
    replica.heard = now;
    replica.caughtUp = now;
    m_replicas.emplace(link, std::move(replica));
    return done();
}

HostEffects Host::disconnected(Link link, Moment now)
{
    observe(now);
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end())
        return {};
    const bool missed = found->second.counts && !found->second.gone;
    if (found->second.standing == Standing::copying)
        m_effects.push_back(DropSnapshot{link});
    m_replicas.erase(found);
    lost(missed);
    return done();
}

HostEffects Host::received(Link link, std::string_view bytes, Moment now)
{
    observe(now);
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end())
        return {};
    Replica &replica = found->second;
    auto frame = decode(bytes);
    if (!frame) {
        close(link, frame.error());
        return done();
    }
    const Envelope &envelope = frame->envelope;
    if (envelope.cluster != m_cluster) {
        close(link, {peer_failures::foreignInstallation, {}});
    } else if (envelope.from != replica.member.device || envelope.number <= replica.numberIn) {
        close(link, {peer_failures::replayedFrame, {}});
    } else {
        replica.numberIn = envelope.number;
        replica.heard = now;
        if (auto *hello = std::get_if<Hello>(&frame->message))
            take(replica, link, std::move(*hello), envelope.epoch, now);
        else if (const auto *asked = std::get_if<WhoLeads>(&frame->message))
            answer(replica, link, envelope.epoch, *asked);
        else
            std::visit([&](auto &message) { take(replica, link, std::move(message), now); }, frame->message);
    }
    return done();
}

void Host::take(Replica &replica, Link link, Hello hello, Epoch epoch, Moment now)
{
    if (m_deposed)
        return send(link, replica, NotHost{m_end.epoch, {}, {}});
    if (replica.standing != Standing::greeting || replica.greeting)
        return close(link, {peer_failures::unexpectedFrame, {}});
    if (hello.newest < oldestProtocol || hello.newestSchema < m_schema) {
        send(link, replica, Bye{std::string(olderThanHost)});
        return close(link, {peer_failures::versionTooOld, {}});
    }
    if (hello.oldest > newestProtocol || hello.oldestSchema > m_schema) {
        send(link, replica, Bye{std::string(newerThanHost)});
        return close(link, {peer_failures::versionTooNew, {}});
    }
    // It knows a later host, or more of this one's log than this one: whoever is behind others must not decide.
    if (isAhead(hello.last, m_end) || epoch > m_end.epoch)
        return stepDown({std::max(hello.last.epoch, epoch), {}});
    for (const auto &[other, before] : m_replicas) {
        if (other == link || before.member.device != replica.member.device || (before.standing == Standing::greeting && !before.greeting))
            continue;
        // Whoever dials anew has heard nothing for longer than that.
        if (now - before.heard < elsewhereWithin) {
            send(link, replica, Bye{std::string(heardElsewhere)});
            return close(link, {peer_failures::desktopCopied, {}});
        }
        // A cable was pulled: its desktop speaks here now.
        close(other, {peer_failures::resynchronising, {}});
        break;
    }
    replica.member.address = hello.address;
    replica.member.program = hello.program;
    replica.greeting = std::move(hello);
    // Nobody gets an entry of a take-over that may be withdrawn.
    if (m_sure)
        welcome(link, replica, now);
    else
        lookAround();
}

void Host::welcome(Link link, Replica &replica, Moment now)
{
    const Hello hello = *std::exchange(replica.greeting, std::nullopt);
    replica.confirmed = 0;
    send(link, replica, Welcome{std::min(newestProtocol, hello.newest), m_end});
    if (hello.wantsCopy) {
        replica.standing = Standing::copying;
        m_effects.push_back(MakeSnapshot{link});
    } else {
        // Even where nothing is missing the log is asked: an end of the same number may be another end.
        replica.sent = hello.last;
        replica.standing = Standing::reading;
        m_effects.push_back(ReadEntries{link, replica.sent});
    }
    introduce(now);
}

void Host::introduce(Moment now)
{
    m_introducedAt = now;
    Neighbours neighbours;
    neighbours.all.push_back({m_self.device, m_self.address, m_self.program, m_end.sequence, true, 0});
    for (const PeerState &peer : peers(now))
        neighbours.all.push_back({peer.member.device, peer.member.address, peer.member.program, peer.confirmed, peer.live, peer.lag.count()});
    for (auto &[link, replica] : m_replicas) {
        if (replica.standing != Standing::greeting)
            send(link, replica, neighbours);
    }
}

HostEffects Host::entriesRead(Link link, std::optional<std::vector<Entry>> entries, Moment now)
{
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end() || found->second.standing != Standing::reading)
        return {};
    Replica &replica = found->second;
    const bool tooLarge = entries && std::any_of(entries->begin(), entries->end(), [](const Entry &e) { return e.bytes.size() > largestEntry; });
    if (!entries || tooLarge) {
        discount(replica);
        replica.standing = Standing::copying;
        m_effects.push_back(MakeSnapshot{link});
        return done();
    }
    replica.standing = Standing::behind;
    sendEntries(link, replica, std::move(*entries), now);
    return done();
}

void Host::sendEntries(Link link, Replica &replica, std::vector<Entry> entries, Moment)
{
    std::size_t bytes = 0;
    for (const Entry &entry : entries)
        bytes += entry.bytes.size();
    if (!entries.empty()) {
        replica.sent = entries.back().end;
        replica.underWay += bytes;
        replica.sizes.emplace_back(replica.sent.sequence, bytes);
    }
    send(link, replica, Append{std::move(entries), m_end.sequence, live()});
}

void Host::feed(Link link, Replica &replica)
{
    if (replica.standing == Standing::behind && replica.sent.sequence < m_end.sequence && replica.underWay < largestUnderWay) {
        replica.standing = Standing::reading;
        m_effects.push_back(ReadEntries{link, replica.sent});
    }
}

HostEffects Host::committed(Entry entry, Moment now)
{
    observe(now);
    m_end = entry.end;
    for (auto &[link, replica] : m_replicas) {
        if (replica.standing != Standing::live)
            continue;
        if (entry.bytes.size() > largestAppend || replica.underWay + entry.bytes.size() > largestUnderWay)
            replica.standing = Standing::behind;
        else
            sendEntries(link, replica, {entry}, now);
    }
    settle();
    return done();
}

HostEffects Host::grown(Position end, Moment now)
{
    observe(now);
    m_end = std::move(end);
    for (auto &[link, replica] : m_replicas) {
        if (replica.standing == Standing::live)
            replica.standing = Standing::behind;
    }
    settle();
    return done();
}

void Host::settle()
{
    for (auto &[link, replica] : m_replicas)
        feed(link, replica);
    lookAround();
    confirm();
}

void Host::take(Replica &replica, Link link, const Appended &message, Moment now)
{
    // Heartbeats are answered while the copy is made and fetched.
    if (replica.standing == Standing::copying)
        return;
    if (message.upTo < replica.confirmed || message.upTo > replica.sent.sequence
        || (replica.standing != Standing::behind && replica.standing != Standing::live && replica.standing != Standing::reading))
        return close(link, {peer_failures::unexpectedFrame, {}});
    if (message.upTo > replica.confirmed || message.upTo == replica.sent.sequence)
        replica.progressed = now;
    replica.confirmed = message.upTo;
    while (!replica.sizes.empty() && replica.sizes.front().first <= message.upTo) {
        replica.underWay -= replica.sizes.front().second;
        replica.sizes.pop_front();
    }
    if (message.upTo == m_end.sequence) {
        replica.caughtUp = now;
        if (replica.standing == Standing::behind)
            replica.standing = Standing::live;
        replica.counts = replica.counts || (replica.standing == Standing::live && isTrusted(replica.member.device, now));
    }
    confirm();
    feed(link, replica);
}

void Host::take(Replica &replica, Link link, Request request, Moment)
{
    if (m_deposed)
        return send(link, replica, NotHost{m_end.epoch, {}, {}});
    if (replica.carried.contains(request.id))
        return;
    if (replica.carried.size() >= mostCarried)
        return send(link, replica, TryLater{std::move(request.id)});
    replica.carried.insert(request.id);
    m_effects.push_back(CarryOut{link, replica.member.device, std::move(request.id), std::move(request.bytes)});
}

HostEffects Host::carriedOut(Link link, const std::string &id, std::string bytes, Moment)
{
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end() || found->second.carried.erase(id) == 0)
        return {};
    send(link, found->second, Reply{id, std::move(bytes)});
    return done();
}

HostEffects Host::snapshotMade(Link link, std::optional<SnapshotOffer> offer, Moment)
{
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end() || found->second.standing != Standing::copying) {
        m_effects.push_back(DropSnapshot{link});
        return done();
    }
    if (offer)
        send(link, found->second, *offer);
    else
        close(link, {peer_failures::resynchronising, {}});
    return done();
}

void Host::take(Replica &replica, Link link, const SnapshotWanted &message, Moment)
{
    if (replica.standing != Standing::copying || message.offset < 0)
        return close(link, {peer_failures::unexpectedFrame, {}});
    m_effects.push_back(ReadSnapshot{link, message.offset});
}

HostEffects Host::snapshotRead(Link link, std::int64_t offset, std::string bytes, Moment)
{
    const auto found = m_replicas.find(link);
    if (found == m_replicas.end() || found->second.standing != Standing::copying)
        return {};
    send(link, found->second, SnapshotPiece{offset, std::move(bytes)});
    return done();
}

void Host::take(Replica &replica, Link link, const Bye &, Moment)
{
    replica.gone = true;
    close(link, {peer_failures::left, {}});
}

template <class Other>
void Host::take(Replica &, Link link, const Other &, Moment)
{
    close(link, {peer_failures::unexpectedFrame, {}});
}

HostEffects Host::revoked(const DeviceId &device, Moment)
{
    std::vector<Link> links;
    for (auto &[link, replica] : m_replicas) {
        if (replica.member.device == device) {
            // It is not missed: it was sent away.
            replica.gone = true;
            links.push_back(link);
        }
    }
    for (const Link link : links)
        close(link, {peer_failures::left, {{"reason", "revoked"}}});
    return done();
}

HostEffects Host::passed(Moment now)
{
    observe(now);
    std::vector<Link> silent;
    for (const auto &[link, replica] : m_replicas) {
        if (now - replica.heard > silenceLimit)
            silent.push_back(link);
    }
    for (const Link link : silent)
        close(link, {peer_failures::silent, {}});
    discountStalled(now);
    lookAround();
    if (now - m_lookedAt >= (live().empty() ? lookAgainAlone : lookAgainFollowed))
        look();
    if (now - m_lastHeartbeat >= heartbeatEvery) {
        m_lastHeartbeat = now;
        for (auto &[link, replica] : m_replicas) {
            if (replica.standing != Standing::greeting)
                send(link, replica, Append{{}, m_end.sequence, live()});
        }
    }
    if (now - m_introducedAt >= introduceEvery)
        introduce(now);
    return done();
}

HostEffects Host::leaving(const std::string &reason)
{
    for (auto &[link, replica] : m_replicas)
        send(link, replica, Bye{reason});
    return done();
}

std::vector<PeerState> Host::peers(Moment now) const
{
    std::vector<PeerState> states;
    for (const auto &[link, replica] : m_replicas) {
        const bool atEnd = replica.confirmed >= m_end.sequence;
        states.push_back({replica.member, replica.confirmed, replica.standing == Standing::live,
                          replica.standing == Standing::copying, replica.heard, atEnd ? Moment{} : now - replica.caughtUp});
    }
    return states;
}

} // namespace smartqueue::replication
