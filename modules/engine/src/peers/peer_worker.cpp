#include "peer_worker.h"

#include <algorithm>

#include <QRandomGenerator>

#include <smartqueue/domain/failures.h>

namespace smartqueue::engine {

namespace {

constexpr int tickMs = 50;
constexpr replication::Moment reportEvery{250};
/// So often in a row a desktop of the branch answers and turns this one away: once may be a host that stops.
constexpr int turnedAwayForGood = 2;
/// As long as a request waits for a host: then it is said that there is none.
constexpr replication::Moment aloneAfter{2'000};

replication::NoAnswer noAnswerOf(const Failure &why)
{
    using replication::NoAnswer;
    const auto reason = why.detail.find("reason");
    const auto is = [&](const char *word) { return reason != why.detail.end() && reason->second == word; };
    if (why.code == network_failures::unknown || is("itself") || (why.code == network_failures::unreachable && !is("silent")))
        return NoAnswer::absent;
    // Some hear of it only once they are in.
    return is("not_let_in") || why.code == network_failures::left ? NoAnswer::notLetIn : NoAnswer::cut;
}

} // namespace

PeerWorker::PeerWorker(Peers &peers, NetworkMaker makeNetwork, PeersOptions options)
    : m_peers(peers),
      m_installation(peers.m_installation),
      m_makeNetwork(std::move(makeNetwork)),
      m_options(std::move(options)),
      m_cluster(m_options.cluster.empty() ? m_installation.identity() : m_options.cluster),
      m_timer(this),
      m_addresses(m_options.addressBook),
      m_random(QRandomGenerator::system()->generate64())
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickMs);
    connect(&m_timer, &QTimer::timeout, this, &PeerWorker::tick);
    connect(&m_installation, &Installation::directoryChanged, this, &PeerWorker::learnRoster, Qt::QueuedConnection);
}

PeerWorker::Moment PeerWorker::now() const
{
    return monotonicNow();
}

Done PeerWorker::begin(const Position &end)
{
    m_network = m_makeNetwork();
    connect(m_network.get(), &PeerNetwork::linked, this, &PeerWorker::linked);
    connect(m_network.get(), &PeerNetwork::received, this, &PeerWorker::received);
    connect(m_network.get(), &PeerNetwork::ended, this, &PeerWorker::ended);
    learnRoster();
    const auto address = m_network->listen(m_options.listen);
    if (!address)
        return tl::unexpected(address.error());
    m_address = *address;
    followAuthority();
    const SharedDirectory directory = m_installation.directory();
    if (m_options.leads(*directory, m_network->self()))
        becomeHost(end);
    else
        becomeReplica(end);
    m_begun = m_lastTick = now();
    m_timer.start();
    report();
    return {};
}

void PeerWorker::finish()
{
    m_timer.stop();
    if (m_authority)
        m_authority->resign();
    if (m_host)
        perform(m_host->leaving("closing"));
    if (m_replica)
        perform(m_replica->leaving("closing"));
    m_isOutlived = true;
    leaveUnanswered();
    for (const auto &[link, copy] : m_copies)
        copy->remove();
    m_copies.clear();
    m_network.reset();
}

void PeerWorker::learnRoster()
{
    if (!m_network)
        return;
    std::vector<Device> devices = m_options.roster;
    const SharedDirectory directory = m_installation.directory();
    for (const auto &[id, device] : directory->devices) {
        devices.push_back(device);
        if (device.revoked && m_host)
            perform(m_host->revoked(id, now()));
    }
    // The directory changes with every command, and certificates take long to read.
    std::map<DeviceId, std::pair<std::string, bool>> roster;
    for (const Device &device : devices)
        roster.insert_or_assign(device.id, std::pair(device.certificate, device.revoked));
    if (roster != m_roster) {
        m_network->setRoster(devices);
        m_roster = std::move(roster);
    }
    if (m_authority)
        followAuthority();
}

void PeerWorker::linked(PeerLink link, const DeviceId &device)
{
    m_dialed.erase(link);
    if (m_scouting && m_scouting->inquiry.holds(link)) {
        m_scouting->taken[link] = device;
        sendLoose(link, replication::WhoLeads{m_address}, std::max(knownEpoch(), m_scouting->fence));
        return;
    }
    m_linked[link] = device;
    m_turnedAway = 0;
    if (link == m_hostLink && m_replica)
        greet(link, device);
    else if (m_host)
        perform(m_host->connected(link, device, now()));
    else
        m_guests.emplace(link, now());
}

void PeerWorker::greet(PeerLink link, const DeviceId &host)
{
    // Entries of before have to be in the log by then: the host begins behind the end that it is told.
    if (m_appends > 0)
        m_toGreet = host;
    else
        perform(m_replica->connected(link, host, now()));
}

void PeerWorker::received(PeerLink link, const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), std::size_t(bytes.size()));
    if (const auto from = m_linked.find(link); from != m_linked.end())
        m_traffic[from->second].in += bytes.size();
    if (m_scouting && m_scouting->inquiry.holds(link)) {
        const auto frame = replication::decode(view);
        // Each speaks for itself alone: whoever is silent must not be spoken for.
        const bool isOwn = frame && frame->envelope.cluster == m_cluster && frame->envelope.from == m_scouting->taken[link];
        const auto *leads = isOwn ? std::get_if<replication::Leads>(&frame->message) : nullptr;
        if (isOwn && !leads)
            return;
        if (leads)
            m_scouting->inquiry.answered(link, frame->envelope.from, *leads);
        else
            m_scouting->inquiry.ended(link, replication::NoAnswer::absent, now());
        m_network->close(link);
        passScouting();
    } else if (link == m_hostLink && m_replica) {
        perform(m_replica->received(link, view, now()));
    } else if (m_guests.contains(link)) {
        answerGuest(link, view);
    } else if (m_host) {
        perform(m_host->received(link, view, now()));
    }
}

void PeerWorker::noteEnd(PeerLink link, const Failure &why)
{
    for (auto *links : {&m_linked, &m_dialed}) {
        if (const auto of = links->extract(link))
            m_lastEnds[of.mapped()] = why;
    }
}

void PeerWorker::ended(PeerLink link, const Failure &why)
{
    noteEnd(link, why);
    m_guests.erase(link);
    if (m_scouting && m_scouting->inquiry.holds(link)) {
        m_scouting->inquiry.ended(link, noAnswerOf(why), now());
        passScouting();
    } else if (link == m_hostLink && m_replica) {
        m_hostLink = 0;
        m_toGreet.reset();
        m_turnedAway = why.code == network_failures::refused && noAnswerOf(why) == replication::NoAnswer::notLetIn ? m_turnedAway + 1 : 0;
        perform(m_replica->disconnected(link, now()));
        perform(m_replica->connectFailed(now()));
    } else if (m_host) {
        perform(m_host->disconnected(link, now()));
    }
    report();
}

void PeerWorker::send(PeerLink link, const std::string &bytes)
{
    if (const auto to = m_linked.find(link); to != m_linked.end())
        m_traffic[to->second].out += std::int64_t(bytes.size());
    m_network->send(link, bytes);
}

void PeerWorker::act(replication::Close &&effect)
{
    noteEnd(effect.link, effect.why);
    m_network->close(effect.link);
    if (effect.link != m_hostLink)
        return;
    m_hostLink = 0;
    m_toGreet.reset();
    m_isElsewhere = m_isElsewhere || effect.why.code == replication::peer_failures::desktopCopied;
}

void PeerWorker::tick()
{
    passScouting();
    m_lastTick = now();
    learnAddresses();
    if (m_host)
        perform(m_host->passed(now()));
    if (m_replica)
        perform(m_replica->passed(now()));
    tellThoseInStep();
    sendGuestsHome();
    keepLead();
    m_peers.m_alone = isAlone();
    // By the log of one who was deposed it leads itself, until the copy has come.
    if (m_replica && m_replica->isFollowing(now()) && m_installation.directory()->host != m_network->self()) {
        m_peers.m_hasFollowed = true;
        m_isElsewhere = false;
    }
    // Screens must not look alive a moment longer than their host is.
    const bool changed = m_replica && m_replica->isInStep(now()) != m_peers.m_inStep;
    if (changed || now() - m_reported >= reportEvery)
        report();
    if (changed && m_peers.m_inStep)
        m_installation.offerWhatWasDone();
}

std::optional<Failure> PeerWorker::shutOut() const
{
    const SharedDirectory directory = m_installation.directory();
    const Device *own = directory->device(m_network->self());
    const bool isOut = m_replica && ((own && own->revoked) || m_turnedAway >= turnedAwayForGood);
    namespace peer_failures = replication::peer_failures;
    if (!isOut && m_trouble && (m_trouble->code == peer_failures::versionTooNew || m_trouble->code == peer_failures::versionTooOld))
        return m_trouble;
    return isOut ? std::optional(Failure{failures::unknownDevice, {{"reason", "revoked"}}}) : std::nullopt;
}

DeviceId PeerWorker::hostFollowed() const
{
    // Whoever is dialed after it fell silent is only asked.
    return m_replica && m_replica->isFollowing(now()) ? m_replica->host() : m_installation.directory()->host;
}

std::optional<Failure> PeerWorker::doubt() const
{
    using Origin = PeersOptions::Origin;
    namespace failures = replication::peer_failures;
    if (m_isElsewhere || (m_options.origin == Origin::copied && !m_peers.m_hasFollowed))
        return Failure{failures::desktopCopied, {}};
    if (m_options.origin == Origin::putBack && !m_peers.m_hasFollowed)
        return Failure{failures::putBack, {}};
    if (m_options.origin == Origin::disowned && !m_peers.m_hasFollowed)
        return Failure{failures::deposed, {}};
    return std::nullopt;
}

bool PeerWorker::isAlone() const
{
    // On a log that is not to be believed nothing is built.
    if (!m_replica || m_isOutlived || m_takesOver || m_options.fromNothing || !m_options.cluster.empty() || doubt() || m_replica->wantsCopy() || m_replica->copying() || m_replica->isFollowing(now()))
        return false;
    // What a desktop does that was shut out comes home to nobody.
    if (shutOut())
        return false;
    return now() - std::max(m_begun, m_replica->heard().value_or(m_begun)) > aloneAfter;
}

std::optional<Failure> PeerWorker::trouble() const
{
    if (m_host && !m_mayDecide && m_noLead)
        return m_noLead;
    if (m_host && m_host->isDoubled())
        return Failure{replication::peer_failures::desktopCopied, {}};
    if (m_host && m_host->isTurnedAway())
        return Failure{failures::unknownDevice, {{"reason", "revoked"}}};
    if (const auto out = shutOut())
        return out;
    // Whoever leads is believed, whatever its log was before.
    return m_trouble || m_host ? m_trouble : doubt();
}

void PeerWorker::report()
{
    m_reported = now();
    PeersStatus status;
    status.at = m_installation.clock().now();
    status.self = m_network->self();
    status.address = m_address;
    status.program = m_options.program;
    status.trouble = trouble();
    status.isAutomatic = m_authority->isAutomatic();
    status.lead = m_authority->lead();
    status.toOffer = m_installation.toOffer();
    const SharedDirectory directory = m_installation.directory();
    for (const auto &[id, device] : directory->devices) {
        if (id == status.self)
            continue;
        PeerStatus peer;
        peer.device = device;
        if (const auto end = m_lastEnds.find(id); end != m_lastEnds.end())
            peer.lastEnd = end->second;
        peer.address = m_addresses.addressOf(id);
        if (const auto traffic = m_traffic.find(id); traffic != m_traffic.end()) {
            peer.bytesIn = traffic->second.in;
            peer.bytesOut = traffic->second.out;
        }
        status.peers.push_back(std::move(peer));
    }
    if (m_host)
        reportAsHost(status);
    else if (m_replica)
        reportAsReplica(status);
    for (PeerStatus &peer : status.peers) {
        if (peer.connected || (status.inStep && peer.device.id == status.host))
            m_addresses.noteSeen(peer.device.id, status.at);
        peer.lastSeen = m_addresses.lastSeen(peer.device.id);
    }
    m_peers.m_inStep = m_replica ? m_replica->isInStep(now()) : status.inStep;
    {
        const std::lock_guard lock(m_peers.m_mutex);
        m_peers.m_status = std::move(status);
    }
    Q_EMIT m_peers.statusChanged();
}

void PeerWorker::reportAsHost(PeersStatus &status) const
{
    status.role = PeersStatus::Role::host;
    status.host = status.self;
    status.end = m_host->end();
    status.inStep = !m_host->isDeposed() && m_mayDecide && !m_host->isTurnedAway();
    for (const replication::PeerState &state : m_host->peers(now())) {
        if (PeerStatus *peer = status.peer(state.member.device)) {
            peer->connected = true;
            peer->live = state.live;
            peer->copying = state.copying;
            peer->lastSequence = state.confirmed;
            peer->lag = state.lag;
            peer->program = state.member.program;
        }
    }
}

void PeerWorker::reportAsReplica(PeersStatus &status) const
{
    status.role = PeersStatus::Role::replica;
    status.end = m_replica->end();
    status.inStep = m_replica->isFollowing(now());
    status.host = hostFollowed();
    status.copying = m_replica->copying();
    if (const auto heard = m_replica->heard())
        status.silence = now() - *heard;
    // What the host said of the others is old as soon as it is not heard any more.
    for (const replication::Neighbour &neighbour : m_replica->neighbours()) {
        if (PeerStatus *peer = status.peer(neighbour.device)) {
            peer->connected = status.inStep;
            peer->live = status.inStep && neighbour.live;
            peer->lastSequence = neighbour.confirmed;
            peer->lag = std::chrono::milliseconds(neighbour.lag);
            peer->program = neighbour.program;
        }
    }
}

void PeerWorker::learnAddresses()
{
    if (m_host) {
        for (const replication::PeerState &state : m_host->peers(now()))
            remember(state.member.device, state.member.address);
    } else if (m_replica) {
        for (const replication::Neighbour &neighbour : m_replica->neighbours())
            remember(neighbour.device, neighbour.address);
    }
}

void PeerWorker::remember(const DeviceId &device, const std::string &address)
{
    if (device != m_network->self())
        m_addresses.note(device, address);
}

void PeerWorker::heardAt(const DeviceId &device, const std::string &address)
{
    if (!m_network || device == m_network->self())
        return;
    m_addresses.noteHeard(device, address);
    // Whatever keeps it from following would do so again.
    if (m_replica && !m_trouble && !shutOut() && device == m_installation.directory()->host) {
        m_hostHeardAt = address;
        m_replica->heardOf(now());
    }
}

} // namespace smartqueue::engine
