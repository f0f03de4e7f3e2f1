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
    m_replica = std::make_unique<replication::Replica>(replication::Member{m_network->self(), m_address, m_options.program}, m_cluster, entrySchema,
                                                       m_fed, m_random, now());
}

void PeerWorker::act(replication::Connect &&effect)
{
    std::vector<std::string> addresses;
    const auto add = [&](const std::string &address) {
        if (!address.empty() && address != m_address && std::find(addresses.begin(), addresses.end(), address) == addresses.end())
            addresses.push_back(address);
    };
    add(effect.address);
    const auto known = [&](const DeviceId &device) {
        const auto found = m_addresses.find(device);
        return found == m_addresses.end() ? std::string() : found->second;
    };
    add(known(effect.device));
    add(known(m_installation.directory()->host));
    add(m_options.hostAddress);
    for (const auto &[device, address] : m_addresses)
        add(address);
    if (addresses.empty()) {
        perform(m_replica->connectFailed(now()));
        return;
    }
    // A hint is tried at once; without one, everybody in turn.
    const bool hinted = !effect.address.empty() || !known(effect.device).empty();
    m_hostLink = m_network->dial(hinted ? addresses.front() : addresses[m_nextAddress++ % addresses.size()]);
}

void PeerWorker::act(replication::AppendEntries &&effect)
{
    std::vector<CommitGroup> groups;
    for (const replication::Entry &entry : effect.entries) {
        auto group = decodeGroup(entry.bytes);
        if (!group) {
            m_trouble = group.error();
            return;
        }
        group->end = entry.end;
        groups.push_back(std::move(*group));
    }
    const Position end = effect.entries.back().end;
    whenDone(m_installation.follow(std::move(groups)), this, [this, end](const Done &followed) {
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
            m_trouble = followed.error();
            if (const PeerLink link = std::exchange(m_hostLink, 0)) {
                m_network->close(link);
                perform(m_replica->disconnected(link, now()));
            }
        }
    });
}

void PeerWorker::act(replication::BeginSnapshot &&effect)
{
    m_incomingDigest = effect.offer.digest;
    m_incoming = std::make_unique<QFile>(QString::fromStdString(m_options.snapshotPath));
    (void)m_incoming->remove();
    if (!m_incoming->open(QIODevice::WriteOnly) || !m_incoming->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        m_trouble = Failure{storage_failures::ioError, {{"path", m_options.snapshotPath}, {"reason", m_incoming->errorString().toStdString()}}};
}

void PeerWorker::act(replication::WriteSnapshot &&effect)
{
    const auto size = qint64(effect.bytes.size());
    if (m_incoming && m_incoming->write(effect.bytes.data(), size) != size)
        m_trouble = Failure{storage_failures::diskFull, {{"path", m_options.snapshotPath}, {"reason", m_incoming->errorString().toStdString()}}};
}

void PeerWorker::act(replication::TakeSnapshot &&)
{
    if (!m_incoming || !m_incoming->flush())
        return;
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
    m_asked[id] = std::move(told);
    perform(m_replica->request(std::move(id), std::move(bytes), now()));
}

void PeerWorker::told(const std::string &id, PeerReply reply)
{
    const auto asked = m_asked.find(id);
    if (asked == m_asked.end())
        return;
    const auto tell = std::move(asked->second);
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
    for (const auto &[id, tell] : std::exchange(m_asked, {})) {
        PeerReply unreachable;
        unreachable.by = PeerReply::By::perhaps;
        unreachable.answer = fail(replication::peer_failures::hostUnreachable);
        tell(std::move(unreachable));
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
