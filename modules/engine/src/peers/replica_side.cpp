#include <algorithm>

#include <QCryptographicHash>

#include "peer_worker.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

/// The host has confirmed what it answered: whoever has asked does not wait longer for a log that stands still here.
constexpr replication::Moment aheadLimit{2000};

} // namespace

void PeerWorker::becomeReplica(const Position &end)
{
    m_fed = m_options.fromNothing ? Position{} : end;
    m_replica = std::make_unique<replication::Replica>(replication::Member{m_network->self(), m_address, m_options.program}, m_cluster, entrySchemas,
                                                       m_fed, m_random, now());
}

void PeerWorker::act(replication::Connect &&effect)
{
    // Whoever is dialed, and where.
    std::vector<std::pair<DeviceId, std::string>> places;
    const auto add = [&](const DeviceId &device, const std::string &address) {
        const bool isKnown = std::any_of(places.begin(), places.end(), [&](const auto &place) { return place.second == address; });
        if (!address.empty() && address != m_address && !isKnown)
            places.emplace_back(device, address);
    };
    const DeviceId host = m_installation.directory()->host;
    add(effect.device, effect.address);
    add(effect.device, m_addresses.addressOf(effect.device));
    add(host, std::exchange(m_hostHeardAt, {}));
    // A hint is tried at once; without one, everybody in turn.
    const bool isHinted = !places.empty();
    add(host, m_addresses.addressOf(host));
    add(host, m_options.hostAddress);
    for (const auto &[device, address] : m_addresses.all())
        add(device, address);
    if (places.empty()) {
        perform(m_replica->connectFailed(now()));
        return;
    }
    const auto &[device, address] = isHinted ? places.front() : places[m_nextAddress++ % places.size()];
    m_hostLink = m_network->dial(address);
    if (!device.empty())
        m_dialed.emplace(m_hostLink, device);
}

void PeerWorker::act(replication::AppendEntries &&effect)
{
    std::vector<CommitGroup> groups;
    for (const replication::Entry &entry : effect.entries) {
        auto group = decodeGroup(entry.bytes);
        // The host would wait for this desktop for ever, and everybody with it.
        if (!group)
            return leaveHost(group.error());
        group->end = entry.end;
        groups.push_back(std::move(*group));
    }
    const Position end = effect.entries.back().end;
    ++m_appends;
    whenDone(m_installation.follow(std::move(groups)), this, [this, end](const Done &followed) {
        --m_appends;
        if (!m_replica)
            return;
        if (followed) {
            m_fed = end;
            m_trouble.reset();
            perform(m_replica->appended(end, now()));
            tellThoseInStep();
        } else if (followed.error().code == storage_failures::diverged) {
            perform(m_replica->diverged(now()));
        } else {
            leaveHost(followed.error());
        }
        if (const auto host = m_appends == 0 ? std::exchange(m_toGreet, {}) : std::nullopt; host && m_hostLink != 0)
            greet(m_hostLink, *host);
    });
}

void PeerWorker::leaveHost(const Failure &why)
{
    m_trouble = why;
    if (const PeerLink link = std::exchange(m_hostLink, 0)) {
        m_network->close(link);
        perform(m_replica->disconnected(link, now()));
    }
}

void PeerWorker::act(replication::BeginSnapshot &&effect)
{
    m_incomingDigest = effect.offer.digest;
    m_incoming = std::make_unique<QFile>(QString::fromStdString(m_options.snapshotPath));
    (void)m_incoming->remove();
    if (!m_incoming->open(QIODevice::WriteOnly) || !m_incoming->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        dropIncoming(storage_failures::ioError);
}

void PeerWorker::act(replication::WriteSnapshot &&effect)
{
    const auto size = qint64(effect.bytes.size());
    if (m_incoming && m_incoming->write(effect.bytes.data(), size) != size)
        dropIncoming(storage_failures::diskFull);
}

void PeerWorker::dropIncoming(const FailureCode &code)
{
    m_trouble = Failure{code, {{"path", m_options.snapshotPath}, {"reason", m_incoming->errorString().toStdString()}}};
    (void)m_incoming->remove();
    m_incoming.reset();
    perform(m_replica->copyFailed(*m_trouble, now()));
}

void PeerWorker::act(replication::TakeSnapshot &&)
{
    // The pieces that were on their way when it was dropped.
    if (!m_incoming)
        return;
    if (!m_incoming->flush())
        return dropIncoming(storage_failures::diskFull);
    m_incoming.reset();
    const auto digestOf = [path = m_options.snapshotPath]() -> std::string {
        QFile file(QString::fromStdString(path));
        QCryptographicHash digest(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && digest.addData(&file) ? digest.result().toStdString() : std::string();
    };
    whenDone(inPool(m_installation.studyPool(), digestOf), this, [this](const std::string &digest) {
        if (digest == m_incomingDigest)
            outlive([this] { Q_EMIT m_peers.snapshotArrived(); });
        else if (m_replica)
            perform(m_replica->diverged(now()));
    });
}

void PeerWorker::act(replication::Told &&effect)
{
    if (auto reply = decodeReply(effect.bytes)) {
        told(effect.id, std::move(*reply));
    } else {
        PeerReply unreadable;
        unreadable.by = PeerReply::By::perhaps;
        unreadable.answer = tl::unexpected(reply.error());
        told(effect.id, std::move(unreadable));
    }
}

void PeerWorker::act(replication::NotTold &&effect)
{
    PeerReply untold;
    untold.by = effect.mayBeDone ? PeerReply::By::perhaps : PeerReply::By::nobody;
    untold.answer = tl::unexpected(shutOut().value_or(std::move(effect.why)));
    told(effect.id, std::move(untold));
}

void PeerWorker::act(replication::CannotFollow &&effect)
{
    m_trouble = std::move(effect.why);
}

void PeerWorker::ask(std::string id, std::string bytes, std::function<void(PeerReply)> told)
{
    if (!m_replica || m_isOutlived) {
        PeerReply refused;
        refused.by = PeerReply::By::nobody;
        refused.answer = m_isOutlived ? fail(replication::peer_failures::hostUnreachable) : fail(replication::peer_failures::notHost);
        told(std::move(refused));
        return;
    }
    // The same command may be asked again before its answer is there: one request, and everybody hears.
    m_asked[id].push_back(std::move(told));
    perform(m_replica->request(std::move(id), std::move(bytes), now()));
}

void PeerWorker::told(const std::string &id, PeerReply reply)
{
    const auto asked = m_asked.find(id);
    if (asked == m_asked.end())
        return;
    const auto tell = [all = std::move(asked->second)](const PeerReply &told) {
        for (const auto &each : all)
            each(told);
    };
    m_asked.erase(asked);
    Sequence needed = reply.answer && *reply.answer ? (*reply.answer)->sequence : 0;
    for (const Answer &answer : reply.answers)
        needed = std::max(needed, answer ? answer->sequence : 0);
    if (m_replica && needed > m_replica->end().sequence)
        m_ahead.emplace(needed, Ahead{tell, std::move(reply), now()});
    else
        tell(std::move(reply));
}

void PeerWorker::leaveUnanswered()
{
    PeerReply unreachable;
    unreachable.by = PeerReply::By::perhaps;
    unreachable.answer = fail(replication::peer_failures::hostUnreachable);
    for (const auto &[id, asked] : std::exchange(m_asked, {})) {
        for (const auto &tell : asked)
            tell(unreachable);
    }
    for (const auto &[sequence, ahead] : std::exchange(m_ahead, {}))
        ahead.tell(ahead.reply);
}

void PeerWorker::outlive(const std::function<void()> &tell)
{
    m_isOutlived = true;
    leaveUnanswered();
    tell();
}

void PeerWorker::tellThoseInStep()
{
    for (auto item = m_ahead.begin(); item != m_ahead.end();) {
        const bool isHere = m_replica && item->first <= m_replica->end().sequence;
        if (isHere || now() - item->second.since > aheadLimit) {
            const Ahead ahead = std::move(item->second);
            item = m_ahead.erase(item);
            ahead.tell(ahead.reply);
        } else {
            ++item;
        }
    }
}

} // namespace smartqueue::engine
