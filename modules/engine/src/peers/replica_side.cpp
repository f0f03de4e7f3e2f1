#include <algorithm>

#include <QCryptographicHash>

#include "peer_worker.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

void PeerWorker::becomeReplica(const Position &end)
{
    m_fed = m_options.fromNothing ? Position{} : end;
    m_replica = std::make_unique<replication::Replica>(m_network->self(), m_cluster, entrySchema, m_fed, m_address, m_random, now());
}

void PeerWorker::perform(replication::ReplicaEffects effects)
{
    std::move(effects.begin(), effects.end(), std::back_inserter(m_replicaEffects));
    if (std::exchange(m_performing, true))
        return;
    while (!m_replicaEffects.empty()) {
        replication::ReplicaEffect effect = std::move(m_replicaEffects.front());
        m_replicaEffects.pop_front();
        std::visit(
            [this](auto &e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (std::is_same_v<E, replication::Send>) {
                    m_network->send(e.link, e.bytes);
                } else if constexpr (std::is_same_v<E, replication::Close>) {
                    noteEnd(e.link, e.why);
                    m_network->close(e.link);
                    if (e.link == m_hostLink)
                        m_hostLink = 0;
                } else if constexpr (std::is_same_v<E, replication::Connect>) {
                    connectToHost(e);
                } else if constexpr (std::is_same_v<E, replication::AppendEntries>) {
                    append(std::move(e.entries));
                } else if constexpr (std::is_same_v<E, replication::BeginSnapshot>) {
                    m_incomingDigest = e.offer.digest;
                    m_incoming = std::make_unique<QFile>(QString::fromStdString(m_options.snapshotPath));
                    (void)m_incoming->remove();
                    if (!m_incoming->open(QIODevice::WriteOnly)
                        || !m_incoming->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
                        m_trouble = Failure{storage_failures::ioError, {{"path", m_options.snapshotPath}, {"reason", m_incoming->errorString().toStdString()}}};
                } else if constexpr (std::is_same_v<E, replication::WriteSnapshot>) {
                    writeSnapshot(e);
                } else if constexpr (std::is_same_v<E, replication::TakeSnapshot>) {
                    takeSnapshot();
                } else if constexpr (std::is_same_v<E, replication::Told>) {
                    if (auto decoded = decodeReply(e.bytes)) {
                        told(e.id, std::move(*decoded));
                    } else {
                        PeerReply unreadable;
                        unreadable.answer = tl::unexpected(decoded.error());
                        told(e.id, std::move(unreadable));
                    }
                } else if constexpr (std::is_same_v<E, replication::NotTold>) {
                    PeerReply untold;
                    untold.answer = tl::unexpected(e.why);
                    told(e.id, std::move(untold));
                } else if constexpr (std::is_same_v<E, replication::CannotFollow>) {
                    m_trouble = e.why;
                }
            },
            effect);
    }
    m_performing = false;
}

void PeerWorker::connectToHost(const replication::Connect &effect)
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
    const bool hinted = !effect.address.empty();
    m_hostLink = m_network->dial(hinted ? addresses.front() : addresses[m_nextAddress++ % addresses.size()]);
}

void PeerWorker::append(std::vector<replication::Entry> entries)
{
    std::vector<CommitGroup> groups;
    for (const replication::Entry &entry : entries) {
        auto group = decodeGroup(entry.bytes);
        if (!group) {
            m_trouble = group.error();
            return;
        }
        group->end = entry.end;
        groups.push_back(std::move(*group));
    }
    const Position end = entries.back().end;
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

void PeerWorker::writeSnapshot(const replication::WriteSnapshot &piece)
{
    if (m_incoming && m_incoming->write(piece.bytes.data(), qint64(piece.bytes.size())) != qint64(piece.bytes.size()))
        m_trouble = Failure{storage_failures::diskFull, {{"path", m_options.snapshotPath}, {"reason", m_incoming->errorString().toStdString()}}};
}

void PeerWorker::takeSnapshot()
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
            Q_EMIT m_peers.snapshotArrived();
        else if (m_replica)
            perform(m_replica->diverged(now()));
    });
}

void PeerWorker::ask(std::string id, std::string bytes, std::function<void(PeerReply)> told)
{
    if (!m_replica) {
        PeerReply refused;
        refused.answer = fail(replication::peer_failures::notHost);
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
    const Sequence needed = reply.answer && *reply.answer ? (*reply.answer)->sequence : 0;
    if (m_replica && needed > m_replica->end().sequence) {
        m_ahead.emplace(needed, std::pair(tell, std::move(reply)));
        return;
    }
    tell(std::move(reply));
}

void PeerWorker::tellThoseInStep()
{
    while (!m_ahead.empty() && m_ahead.begin()->first <= m_replica->end().sequence) {
        auto [tell, reply] = std::move(m_ahead.begin()->second);
        m_ahead.erase(m_ahead.begin());
        tell(std::move(reply));
    }
}

replication::TakeOverAdvice PeerWorker::adviceOn(const std::vector<std::pair<DeviceId, replication::Leads>> &answers) const
{
    const std::map<DeviceId, replication::Leads> byDevice(answers.begin(), answers.end());
    const Epoch known = std::max(m_installation.directory()->epoch, knownEpoch());
    return replication::takeOverAdvice(m_network->self(), m_replica ? m_replica->end() : m_fed, known,
                                       m_replica ? m_replica->live() : std::vector<DeviceId>(), byDevice);
}

void PeerWorker::takeOver(UserId user, std::shared_ptr<QPromise<Answer>> promise)
{
    const auto finish = [promise](Answer answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    if (!m_replica)
        return finish(fail(peers_failures::hostIsAlive));
    if (m_replica->isFollowing(now()))
        return finish(fail(peers_failures::hostIsAlive));
    lookAround([this, user, finish](const auto &answers) {
        if (!m_replica)
            return finish(fail(peers_failures::hostIsAlive));
        const replication::TakeOverAdvice advice = adviceOn(answers);
        if (advice.verdict == replication::TakeOverAdvice::Verdict::hostIsAlive)
            return finish(fail(peers_failures::hostIsAlive));
        if (advice.verdict == replication::TakeOverAdvice::Verdict::fresherElsewhere)
            return finish(fail(peers_failures::fresherReplica, {{"device", advice.fresher}}));
        const Position before = m_replica->end();
        if (const PeerLink link = std::exchange(m_hostLink, 0))
            m_network->close(link);
        m_replica.reset();
        whenDone(m_installation.decideHere(TakeOver{m_network->self(), advice.epoch}, user, &m_peers), this, [this, finish, before](const Answer &taken) {
            if (!taken) {
                becomeReplica(before);
                finish(taken);
                return;
            }
            whenDone(m_installation.logEnd(), this, [this, finish, taken](const Result<Position> &end) {
                if (end)
                    becomeHost(*end);
                report();
                finish(end ? taken : Answer(tl::unexpected(end.error())));
            });
        });
    });
}

} // namespace smartqueue::engine
