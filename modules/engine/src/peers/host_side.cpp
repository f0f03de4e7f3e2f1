#include <algorithm>

#include <QCryptographicHash>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>

#include "peer_worker.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

/// Sessions of other desktops that are kept at most; whoever is not among them signs in again.
constexpr std::size_t mostTokens = 10'000;

replication::Entry entryOf(const CommitGroup &group)
{
    return {group.batches.front().sequence, *group.end, encode(group)};
}

/// Of the file, and its size; nothing when it cannot be read.
std::optional<replication::SnapshotOffer> offerOf(const QString &path, const Position &at)
{
    QFile file(path);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !digest.addData(&file))
        return std::nullopt;
    return replication::SnapshotOffer{file.size(), digest.result().toStdString(), at};
}

} // namespace

void PeerWorker::becomeHost(const Position &end)
{
    m_fed = end;
    m_host = std::make_unique<replication::Host>(m_network->self(), m_cluster, entrySchema, end, now(), m_address);
    {
        const std::lock_guard lock(m_peers.m_mutex);
        m_peers.m_confirmedUpTo = end.sequence;
    }
    for (const auto &[link, guest] : std::exchange(m_guests, {}))
        m_network->close(link);
    if (m_grown)
        feedCommitted();
}

void PeerWorker::logGrew(const Position &end)
{
    m_grown = end;
    if (m_host)
        feedCommitted();
}

void PeerWorker::feedCommitted()
{
    const Position end = *std::exchange(m_grown, std::nullopt);
    const auto peers = m_host->peers(now());
    if (std::none_of(peers.begin(), peers.end(), [](const replication::PeerState &peer) { return peer.live; })) {
        m_fed = end;
        perform(m_host->committed({end.sequence, end, {}}, now()));
        return;
    }
    if (!m_tail) {
        if (auto tail = m_installation.openTail())
            m_tail = std::move(*tail);
    }
    while (m_fed.sequence < end.sequence) {
        const auto groups = m_tail ? m_tail->read(m_fed, replication::largestAppend) : fail(storage_failures::ioError);
        if (!groups || !*groups || (*groups)->empty()) {
            // Whoever follows is given the rest when it can be read again.
            m_fed = end;
            perform(m_host->committed({end.sequence, end, std::string(replication::largestEntry + 1, ' ')}, now()));
            return;
        }
        for (const CommitGroup &group : **groups) {
            m_fed = *group.end;
            perform(m_host->committed(entryOf(group), now()));
        }
    }
}

void PeerWorker::perform(replication::HostEffects effects)
{
    std::move(effects.begin(), effects.end(), std::back_inserter(m_hostEffects));
    if (std::exchange(m_performing, true))
        return;
    while (!m_hostEffects.empty()) {
        replication::HostEffect effect = std::move(m_hostEffects.front());
        m_hostEffects.pop_front();
        std::visit(
            [this](auto &e) {
                using E = std::decay_t<decltype(e)>;
                if constexpr (std::is_same_v<E, replication::Send>) {
                    m_network->send(e.link, e.bytes);
                } else if constexpr (std::is_same_v<E, replication::Close>) {
                    noteEnd(e.link, e.why);
                    m_network->close(e.link);
                } else if constexpr (std::is_same_v<E, replication::DropSnapshot>) {
                    if (const auto copy = m_copies.find(e.link); copy != m_copies.end()) {
                        if (copy->second)
                            copy->second->remove();
                        m_copies.erase(copy);
                    }
                } else if constexpr (std::is_same_v<E, replication::Confirm>) {
                    const std::lock_guard lock(m_peers.m_mutex);
                    m_peers.m_confirmedUpTo = e.upTo;
                    m_peers.m_confirmed.notify_all();
                } else if constexpr (std::is_same_v<E, replication::LookAround>) {
                    lookAround([this](const auto &answers) {
                        std::vector<replication::Leads> said;
                        for (const auto &[device, leads] : answers)
                            said.push_back(leads);
                        if (m_host)
                            perform(m_host->lookedAround(said, now()));
                    });
                } else if constexpr (std::is_same_v<E, replication::StepDown>) {
                    stepDown(e);
                } else {
                    perform(e);
                }
            },
            effect);
    }
    m_performing = false;
}

void PeerWorker::perform(const replication::ReadEntries &effect)
{
    using Entries = std::optional<std::vector<replication::Entry>>;
    if (!m_tail) {
        if (auto tail = m_installation.openTail())
            m_tail = std::move(*tail);
    }
    // Imported tickets and what stood beside the log before there were others are in a copy alone.
    const bool fromNothing = effect.after.sequence == 0 && m_fed.sequence > 0;
    Entries entries;
    if (m_tail && !fromNothing) {
        if (const auto groups = m_tail->read(effect.after, replication::largestAppend); groups && *groups) {
            entries.emplace();
            for (const CommitGroup &group : **groups) {
                // What is not told here yet is told there by committed().
                if (group.end->sequence <= m_fed.sequence)
                    entries->push_back(entryOf(group));
            }
        }
    }
    perform(m_host->entriesRead(effect.link, std::move(entries), now()));
}

void PeerWorker::perform(const replication::MakeSnapshot &effect)
{
    const std::string path = m_options.snapshotPath + ".for-" + std::to_string(effect.link);
    const Position at = m_host->end();
    whenDone(m_installation.backup(path), this, [this, link = effect.link, path, at](const Done &made) {
        if (!m_host)
            return;
        if (!made) {
            perform(m_host->snapshotMade(link, std::nullopt, now()));
            return;
        }
        auto &file = m_copies[link];
        file = std::make_unique<QFile>(QString::fromStdString(path));
        (void)file->open(QIODevice::ReadOnly);
        whenDone(inPool(m_installation.studyPool(), [name = file->fileName(), at] { return offerOf(name, at); }), this,
                 [this, link](std::optional<replication::SnapshotOffer> offer) {
                     if (m_host)
                         perform(m_host->snapshotMade(link, std::move(offer), now()));
                 });
    });
}

void PeerWorker::perform(const replication::ReadSnapshot &effect)
{
    const auto copy = m_copies.find(effect.link);
    if (copy == m_copies.end() || !copy->second->seek(effect.offset))
        return;
    perform(m_host->snapshotRead(effect.link, effect.offset, copy->second->read(replication::snapshotChunk).toStdString(), now()));
}

void PeerWorker::perform(const replication::CarryOut &effect)
{
    const auto answered = [this, link = effect.link, id = effect.id](PeerReply told) { reply(link, id, told); };
    const auto refused = [&](Failure failure) {
        PeerReply told;
        told.answer = tl::unexpected(std::move(failure));
        answered(std::move(told));
    };
    auto request = decodeRequest(effect.bytes);
    if (!request)
        return refused(request.error());
    if (!request->command.empty()) {
        auto command = codec::decodeCommand(request->command);
        if (!command)
            return refused(command.error());
        if (!request->token.empty()) {
            const auto token = m_tokens.find(request->token);
            if (token == m_tokens.end() || token->second.device != effect.device
                || accounts::isOver(*m_installation.directory(), token->second.session))
                return refused({failures::signInNeeded, {}});
            command->user = token->second.session.user;
        }
        whenDone(m_installation.submit(std::move(*command)), this, [answered](Answer answer) {
            PeerReply told;
            told.answer = std::move(answer);
            answered(std::move(told));
        });
        return;
    }
    const auto entered = [this, answered, device = effect.device](Result<accounts::Session> session) {
        PeerReply told;
        if (session)
            told.token = newToken(*session, device);
        told.session = std::move(session);
        answered(std::move(told));
    };
    if (request->kept)
        whenDone(m_installation.resume(*request->kept, request->device), this, entered);
    else if (!request->pin.empty())
        whenDone(m_installation.signInWithPin(request->user, request->pin, request->device), this, entered);
    else
        whenDone(m_installation.signIn(request->email, request->password, request->code, request->device), this, entered);
}

std::string PeerWorker::newToken(const accounts::Session &session, const DeviceId &device)
{
    const SharedDirectory directory = m_installation.directory();
    std::erase_if(m_tokens, [&](const auto &item) { return accounts::isOver(*directory, item.second.session); });
    if (m_tokens.size() >= mostTokens)
        m_tokens.erase(m_tokens.begin());
    std::string token = m_installation.newSecret();
    m_tokens[token] = {session, device};
    return token;
}

void PeerWorker::reply(PeerLink link, const std::string &id, const PeerReply &told)
{
    if (m_host)
        perform(m_host->carriedOut(link, id, encode(told), now()));
}

void PeerWorker::stepDown(const replication::StepDown &effect)
{
    {
        const std::lock_guard lock(m_peers.m_mutex);
        m_peers.m_over = true;
        m_peers.m_confirmed.notify_all();
    }
    m_trouble = Failure{replication::peer_failures::deposed, {{"epoch", std::to_string(effect.epoch)}}};
    Q_EMIT m_peers.steppedDown(effect.withdrawn);
}

} // namespace smartqueue::engine
