#include "smartqueue/replication/replica.h"

#include <algorithm>

namespace smartqueue::replication {

namespace {

constexpr Moment firstRetry{500};
constexpr Moment longestRetry{30'000};
constexpr int mostDoublings = 6;
/// How often one desktop's word on where the host is leads to the next at once.
constexpr int mostHops = 3;
/// How long a connection may take, greeting included.
constexpr Moment greetingLimit{5'000};
/// How long a request waits for a host to be found, and for its answer.
constexpr Moment unsentLimit{2'000};
constexpr Moment answerLimit{15'000};
/// Requests that are kept at most; those beyond are told to come later.
constexpr std::size_t mostWaiting = 10'000;
/// Requests on their way at once: half of what a host carries of one desktop.
constexpr std::size_t mostUnderWay = 128;
/// Pieces of a copy that are asked for ahead.
constexpr std::int64_t piecesAhead = 8;

} // namespace

Replica::Replica(Member self, std::string cluster, Schemas schemas, Position end, RandomSource &random, Moment now)
    : m_self(std::move(self)), m_cluster(std::move(cluster)), m_schemas(schemas), m_random(random), m_end(std::move(end)),
      m_appending(m_end), m_epoch(m_end.epoch), m_nextTry(now)
{
}

ReplicaEffects Replica::done()
{
    return std::exchange(m_effects, {});
}

void Replica::send(Message message)
{
    m_effects.push_back(Send{m_link, encode({{m_cluster, m_self.device, m_epoch, ++m_numberOut}, std::move(message)})});
}

void Replica::ended(Moment now)
{
    m_link = 0;
    m_standing = Standing::seeking;
    m_appending = m_end;
    m_offer.reset();
    // Full jitter: those who lost their host together shall not come back together.
    const Moment bound = std::min(longestRetry, firstRetry * (1 << std::min(m_failures, mostDoublings)));
    ++m_failures;
    m_nextTry = now + Moment(m_random.between(0, bound.count()));
    for (Waiting &waiting : m_waiting)
        waiting.sent = false;
    m_underWay = 0;
}

void Replica::close(Failure why, Moment now)
{
    m_effects.push_back(Close{m_link, std::move(why)});
    ended(now);
}

ReplicaEffects Replica::connected(Link link, DeviceId device, Moment now)
{
    m_link = link;
    m_host = std::move(device);
    m_standing = Standing::greeting;
    m_nextTry = now + greetingLimit;
    m_numberOut = 0;
    m_numberIn = 0;
    m_hint = {};
    m_appending = m_end;
    m_given.clear();
    m_shared = m_end.sequence;
    Hello hello;
    hello.oldestSchema = m_schemas.oldest;
    hello.newestSchema = m_schemas.newest;
    hello.wantsCopy = m_wantsCopy;
    hello.last = m_end;
    hello.address = m_self.address;
    hello.program = m_self.program;
    send(std::move(hello));
    return done();
}

ReplicaEffects Replica::connectFailed(Moment now)
{
    m_hint = {};
    if (m_standing == Standing::connecting)
        ended(now);
    return done();
}

ReplicaEffects Replica::disconnected(Link link, Moment now)
{
    if (link == m_link && m_link != 0)
        ended(now);
    return done();
}

ReplicaEffects Replica::received(Link link, std::string_view bytes, Moment now)
{
    if (link != m_link || m_link == 0)
        return {};
    auto frame = decode(bytes);
    if (!frame) {
        close(frame.error(), now);
        return done();
    }
    const Envelope &envelope = frame->envelope;
    if (envelope.cluster != m_cluster) {
        close({peer_failures::foreignInstallation, {}}, now);
    } else if (envelope.from != m_host || envelope.number <= m_numberIn) {
        close({peer_failures::replayedFrame, {}}, now);
    } else if (envelope.epoch < m_epoch && !std::holds_alternative<NotHost>(frame->message)) {
        // Somebody else leads by now: what this one says no longer counts.
        close({peer_failures::deposed, {}}, now);
    } else {
        m_numberIn = envelope.number;
        std::visit([&](auto &message) { take(std::move(message), now); }, frame->message);
    }
    return done();
}

void Replica::take(Welcome message, Moment now)
{
    if (m_standing != Standing::greeting)
        return close({peer_failures::unexpectedFrame, {}}, now);
    m_standing = Standing::following;
    m_hops = 0;
    m_heard = now;
    m_hostEnd = message.last.sequence;
    // Another host's log may be shorter.
    m_goal = std::min(m_goal, m_hostEnd);
    aim(now);
    m_epoch = std::max(m_epoch, message.last.epoch);
    sendWaiting();
}

void Replica::aim(Moment now)
{
    if (m_end.sequence < m_goal)
        return;
    // Whoever cannot append what it gets tries again at longer and longer intervals, though a host welcomes it each time.
    if (m_end.sequence >= m_hostEnd)
        m_failures = 0;
    m_goal = m_hostEnd;
    m_goalSince = now;
}

void Replica::sendWaiting()
{
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end() && m_underWay < mostUnderWay; ++waiting) {
        if (waiting->sent)
            continue;
        waiting->sent = true;
        ++waiting->sendings;
        ++m_underWay;
        send(Request{waiting->id, waiting->bytes});
    }
}

Replica::Waiting Replica::taken(Queue::iterator waiting)
{
    Waiting item = std::move(*waiting);
    m_underWay -= item.sent;
    m_waitingById.erase(item.id);
    m_waiting.erase(waiting);
    return item;
}

void Replica::take(NotHost message, Moment now)
{
    close({peer_failures::notHost, {}}, now);
    const bool isOfUse = !message.host.empty() && message.host != m_self.device && message.epoch >= m_epoch;
    if (isOfUse && m_hops < mostHops) {
        ++m_hops;
        m_hint = std::move(message);
        m_nextTry = now;
    } else {
        // Two desktops that each take the other for the host would be asked for ever.
        m_hops = 0;
        m_hint = {};
    }
}

void Replica::take(Append message, Moment now)
{
    if (m_standing != Standing::following && m_standing != Standing::copying)
        return close({peer_failures::unexpectedFrame, {}}, now);
    m_heard = now;
    m_hostEnd = message.last;
    aim(now);
    m_live = std::move(message.live);
    if (message.entries.empty())
        return send(Appended{m_shared});
    Position end = m_appending;
    for (const Entry &entry : message.entries) {
        if (entry.first != end.sequence + 1 || entry.end.sequence < entry.first || entry.end.epoch < end.epoch)
            return close({peer_failures::unexpectedFrame, {}}, now);
        end = entry.end;
    }
    for (const Entry &entry : message.entries)
        m_given.push_back(entry.end);
    m_appending = std::move(end);
    m_effects.push_back(AppendEntries{std::move(message.entries)});
}

ReplicaEffects Replica::appended(Position end, Moment now)
{
    m_end = std::move(end);
    m_failures = 0;
    aim(now);
    m_epoch = std::max(m_epoch, m_end.epoch);
    // What came over the link of before may be another host's: only what this one gave is confirmed to it.
    if (const auto given = std::find(m_given.begin(), m_given.end(), m_end); given != m_given.end()) {
        m_given.erase(m_given.begin(), given + 1);
        m_shared = m_end.sequence;
        if (m_standing == Standing::following)
            send(Appended{m_shared});
    }
    return done();
}

ReplicaEffects Replica::diverged(Moment now)
{
    m_wantsCopy = true;
    if (m_link != 0)
        close({peer_failures::resynchronising, {}}, now);
    m_nextTry = now;
    return done();
}

ReplicaEffects Replica::copyFailed(Failure why, Moment now)
{
    if (m_link != 0)
        close(std::move(why), now);
    return done();
}

ReplicaEffects Replica::request(std::string id, std::string bytes, Moment now)
{
    if (const auto known = m_waitingById.find(id); known != m_waitingById.end()) {
        known->second->since = now;
        return done();
    }
    if (m_waiting.size() >= mostWaiting) {
        m_effects.push_back(NotTold{std::move(id), {peer_failures::resynchronising, {}}});
        return done();
    }
    m_waiting.push_back({id, std::move(bytes), now});
    m_waitingById.emplace(std::move(id), std::prev(m_waiting.end()));
    if (m_standing == Standing::following)
        sendWaiting();
    return done();
}

void Replica::take(Reply message, Moment)
{
    const auto waiting = m_waitingById.find(message.id);
    if (waiting == m_waitingById.end())
        return;
    taken(waiting->second);
    m_effects.push_back(Told{std::move(message.id), std::move(message.bytes)});
    sendWaiting();
}

void Replica::take(TryLater message, Moment)
{
    const auto waiting = m_waitingById.find(message.id);
    if (waiting == m_waitingById.end())
        return;
    const bool mayBeDone = taken(waiting->second).sendings > 1;
    m_effects.push_back(NotTold{std::move(message.id), {peer_failures::resynchronising, {}}, mayBeDone});
    sendWaiting();
}

void Replica::take(SnapshotOffer message, Moment now)
{
    if (m_standing != Standing::following || message.size <= 0)
        return close({peer_failures::unexpectedFrame, {}}, now);
    m_standing = Standing::copying;
    m_heard = now;
    m_copied = 0;
    m_wanted = 0;
    m_offer = message;
    m_effects.push_back(BeginSnapshot{std::move(message)});
    wantMore();
}

void Replica::wantMore()
{
    while (m_wanted < m_offer->size && m_wanted < m_copied + piecesAhead * std::int64_t(snapshotChunk)) {
        send(SnapshotWanted{m_wanted});
        m_wanted += std::int64_t(snapshotChunk);
    }
}

void Replica::take(SnapshotPiece message, Moment now)
{
    const std::int64_t left = m_offer ? m_offer->size - m_copied : 0;
    const std::int64_t expected = std::min<std::int64_t>(left, snapshotChunk);
    if (m_standing != Standing::copying || message.offset != m_copied || std::int64_t(message.bytes.size()) != expected)
        return close({peer_failures::unexpectedFrame, {}}, now);
    m_heard = now;
    m_copied += expected;
    m_effects.push_back(WriteSnapshot{message.offset, std::move(message.bytes)});
    if (m_copied == m_offer->size)
        m_effects.push_back(TakeSnapshot{});
    else
        wantMore();
}

void Replica::take(Neighbours message, Moment)
{
    m_neighbours = std::move(message.all);
}

void Replica::take(Bye message, Moment now)
{
    const bool isOlder = message.reason == olderThanHost;
    if (isOlder || message.reason == newerThanHost) {
        const Failure why{isOlder ? peer_failures::versionTooNew : peer_failures::versionTooOld, {}};
        m_failures = mostDoublings;
        m_effects.push_back(CannotFollow{why});
        return close(why, now);
    }
    close({message.reason == heardElsewhere ? peer_failures::desktopCopied : peer_failures::left, {}}, now);
}

template <class Other>
void Replica::take(const Other &, Moment now)
{
    close({peer_failures::unexpectedFrame, {}}, now);
}

ReplicaEffects Replica::passed(Moment now)
{
    if (m_standing == Standing::seeking && now >= m_nextTry) {
        m_standing = Standing::connecting;
        m_nextTry = now + greetingLimit;
        m_effects.push_back(Connect{m_hint.host, m_hint.address});
    } else if ((m_standing == Standing::connecting || m_standing == Standing::greeting) && now >= m_nextTry) {
        if (m_link != 0)
            close({peer_failures::silent, {}}, now);
        else
            ended(now);
    } else if ((m_standing == Standing::following || m_standing == Standing::copying) && now - *m_heard > silenceLimit) {
        close({peer_failures::silent, {}}, now);
    }
    for (auto item = m_waiting.begin(); item != m_waiting.end();) {
        const auto each = item++;
        const bool isHeard = m_standing == Standing::following;
        if (now - each->since <= (isHeard ? answerLimit : unsentLimit))
            continue;
        Waiting late = taken(each);
        m_effects.push_back(NotTold{std::move(late.id), {peer_failures::hostUnreachable, {}}, late.sendings > 0});
    }
    if (m_standing == Standing::following)
        sendWaiting();
    return done();
}

ReplicaEffects Replica::leaving(const std::string &reason)
{
    if (m_link != 0)
        send(Bye{reason});
    return done();
}

Leads Replica::leads(Epoch askers, const DeviceId &asker, const std::string &address, Moment now)
{
    const bool isAlive = isFollowing(now);
    // Whoever asks has taken over from a host that this desktop does not hear either: that one is not followed any more.
    if (!isAlive)
        m_epoch = std::max(m_epoch, askers);
    // Who asks may be the host that has come back, and under an epoch that this log does not know leads or is about to.
    if (m_standing == Standing::seeking) {
        heardOf(now);
        if (askers > m_end.epoch)
            m_hint = {askers, asker, address};
    }
    return {m_host, {}, isAlive, m_epoch, m_end};
}

void Replica::heardOf(Moment now)
{
    if (m_standing == Standing::seeking)
        m_nextTry = std::min(m_nextTry, now + Moment(m_random.between(0, firstRetry.count())));
}

bool Replica::isFollowing(Moment now) const
{
    return m_standing == Standing::following && m_heard && now - *m_heard <= silenceLimit;
}

bool Replica::isInStep(Moment now) const
{
    return isFollowing(now) && (m_end.sequence >= m_goal || now - m_goalSince <= silenceLimit);
}

std::optional<std::pair<std::int64_t, std::int64_t>> Replica::copying() const
{
    if (!m_offer)
        return std::nullopt;
    return std::pair(m_copied, m_offer->size);
}

} // namespace smartqueue::replication
