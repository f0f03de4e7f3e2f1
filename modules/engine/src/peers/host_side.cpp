#include <algorithm>
#include <utility>

#include <QCryptographicHash>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>

#include "peer_worker.h"
#include "smartqueue/engine/when_done.h"

namespace smartqueue::engine {

namespace {

/// What follows one another in the log, as one entry: whoever follows makes it durable at once.
replication::Entry entryOf(std::vector<CommitGroup> groups)
{
    CommitGroup all = std::move(groups.front());
    for (auto group = groups.begin() + 1; group != groups.end(); ++group) {
        std::move(group->batches.begin(), group->batches.end(), std::back_inserter(all.batches));
        std::move(group->answers.begin(), group->answers.end(), std::back_inserter(all.answers));
        std::move(group->personal.begin(), group->personal.end(), std::back_inserter(all.personal));
        all.end = std::move(group->end);
    }
    return {all.batches.front().sequence, *all.end, encode(all)};
}

/// Imported tickets stand beside the log: whoever follows gets them with a whole copy.
bool needsCopy(const CommitGroup &group)
{
    return std::any_of(group.batches.begin(), group.batches.end(), [](const EventBatch &batch) {
        return std::any_of(batch.events.begin(), batch.events.end(), [](const Event &event) { return std::holds_alternative<HistoryImported>(event); });
    });
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

void PeerWorker::becomeHost(const Position &end, std::optional<Position> before)
{
    m_fed = end;
    m_host = std::make_unique<replication::Host>(replication::Member{m_network->self(), m_address, m_options.program}, m_cluster, entrySchemas.newest, end,
                                                 now(), std::move(before));
    m_mayDecide = true;
    keepLead();
    for (const auto &[link, since] : std::exchange(m_guests, {}))
        act(replication::Close{link, {replication::peer_failures::resynchronising, {}}});
    if (m_grown)
        feedCommitted();
}

void PeerWorker::logGrew(const Position &end)
{
    m_grown = end;
    if (m_host)
        feedCommitted();
}

TailReader *PeerWorker::tail()
{
    if (!m_tail) {
        if (auto opened = m_installation.openTail())
            m_tail = std::move(*opened);
    }
    return m_tail.get();
}

void PeerWorker::feedCommitted()
{
    const Position end = *std::exchange(m_grown, std::nullopt);
    const auto peers = m_host->peers(now());
    const bool isFollowed = std::any_of(peers.begin(), peers.end(), [](const replication::PeerState &peer) { return peer.live; });
    while (isFollowed && m_fed.sequence < end.sequence) {
        auto groups = tail() ? tail()->read(m_fed, entryWeight) : fail(storage_failures::ioError);
        if (!groups || !*groups || (*groups)->empty() || std::any_of((*groups)->begin(), (*groups)->end(), needsCopy))
            break;
        replication::Entry entry = entryOf(std::move(**groups));
        m_fed = entry.end;
        perform(m_host->committed(std::move(entry), now()));
    }
    if (m_fed.sequence < end.sequence) {
        m_fed = end;
        perform(m_host->grown(end, now()));
    }
}

void PeerWorker::act(replication::DropSnapshot &&effect)
{
    std::erase(m_wantCopies, effect.link);
    if (const auto copy = m_copies.extract(effect.link); copy && copy.mapped())
        copy.mapped()->remove();
}

void PeerWorker::act(replication::Confirm &&effect)
{
    const std::lock_guard lock(m_peers.m_mutex);
    m_peers.m_confirmedUpTo = effect.upTo;
    m_peers.m_confirmed.notify_all();
}

void PeerWorker::act(replication::LookAround &&effect)
{
    lookAround([this](const replication::Inquiry &inquiry) {
        if (m_host)
            perform(inquiry.isTurnedAway() ? m_host->turnedAway(now()) : m_host->lookedAround(inquiry.answers(), now()));
    }, 0, effect.patience);
}

void PeerWorker::act(replication::ReadEntries &&effect)
{
    using Entries = std::optional<std::vector<replication::Entry>>;
    // Whoever is about to count is found again by whoever takes over here next.
    learnAddresses();
    // Imported tickets and what stood beside the log before there were others are in a copy alone.
    const bool fromNothing = effect.after.sequence == 0 && m_fed.sequence > 0;
    Entries entries;
    if (!fromNothing && tail()) {
        if (auto groups = tail()->read(effect.after, entryWeight); groups && *groups && std::none_of((*groups)->begin(), (*groups)->end(), needsCopy)) {
            // What is not told here yet is told there by committed().
            std::erase_if(**groups, [this](const CommitGroup &group) { return group.end->sequence > m_fed.sequence; });
            entries.emplace();
            if (!(*groups)->empty())
                entries->push_back(entryOf(std::move(**groups)));
        }
    }
    perform(m_host->entriesRead(effect.link, std::move(entries), now()));
}

void PeerWorker::act(replication::MakeSnapshot &&effect)
{
    m_wantCopies.push_back(effect.link);
    makeNextCopy();
}

void PeerWorker::makeNextCopy()
{
    // One at a time: a desktop that asks, leaves and asks again does not fill the disk.
    if (!m_host || m_wantCopies.empty() || std::exchange(m_makesCopy, true))
        return;
    const PeerLink link = m_wantCopies.front();
    m_wantCopies.pop_front();
    const std::string path = m_options.snapshotPath + ".for-" + std::to_string(link);
    const Position at = m_host->end();
    whenDone(m_installation.backup(path), this, [this, link, path, at](const Done &made) {
        m_makesCopy = false;
        makeNextCopy();
        if (!m_host) {
            QFile::remove(QString::fromStdString(path));
            return;
        }
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

void PeerWorker::act(replication::ReadSnapshot &&effect)
{
    const auto copy = m_copies.find(effect.link);
    if (copy == m_copies.end() || !copy->second->seek(effect.offset))
        return perform(m_host->snapshotMade(effect.link, std::nullopt, now()));
    perform(m_host->snapshotRead(effect.link, effect.offset, copy->second->read(replication::snapshotChunk).toStdString(), now()));
}

void PeerWorker::act(replication::CarryOut &&effect)
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
    if (!request->done.empty())
        return takeOn(request->done, effect.device, answered);
    if (!request->command.empty()) {
        auto command = codec::decodeCommand(request->command);
        if (!command)
            return refused(command.error());
        // What was done alone comes by another way, where it is looked at as such.
        const auto *issue = std::get_if<IssueTicket>(&command->body);
        if (command->alone || (issue && issue->granted))
            return refused({failures::notAlone, {{"reason", "command"}}});
        // The branch goes by the clock of its host.
        if (command->notBefore)
            command->notBefore = std::min(*command->notBefore, m_installation.clock().now());
        command->user = {};
        if (!request->token.empty()) {
            const auto user = m_installation.userBehind(request->token, effect.device);
            if (!user)
                return refused({failures::signInNeeded, {}});
            command->user = *user;
        }
        whenDone(m_installation.submit(std::move(*command)), this, [answered](Answer answer) {
            PeerReply told;
            told.answer = std::move(answer);
            answered(std::move(told));
        });
        return;
    }
    const auto entered = [answered](Result<accounts::Session> session) {
        PeerReply told;
        told.session = std::move(session);
        answered(std::move(told));
    };
    if (request->kept)
        whenDone(m_installation.resume(*request->kept, request->device, effect.device), this, entered);
    else if (!request->pin.empty())
        whenDone(m_installation.signInWithPin(request->user, request->pin, request->device, effect.device), this, entered);
    else
        whenDone(m_installation.signIn(request->email, request->password, request->code, request->device, effect.device), this, entered);
}

Result<Command> PeerWorker::asTaken(const std::string &bytes, const DeviceId &device) const
{
    auto command = codec::decodeCommand(bytes);
    if (!command)
        return fail(failures::notAlone, {{"reason", "unreadable"}});
    if (!command->alone || command->id.empty() || command->user.value < 0)
        return fail(failures::notAlone, {{"reason", "command"}});
    const auto *issue = std::get_if<IssueTicket>(&command->body);
    if (issue && (!issue->granted || !issue->number.empty() || issue->reservedFor))
        return fail(failures::notAlone, {{"reason", "numbers"}});
    command->at.reset();
    command->notBefore.reset();
    // Taken on the desktop's word, so only what it says of itself: of what it did under another name, a supervisor hears.
    if (command->alone->device != device || (issue && issue->granted->device != device))
        command->refusal = Failure{failures::notAlone, {{"reason", "device"}, {"device", std::exchange(command->alone->device, device)}}};
    else if (!m_installation.isSignedInAt(command->user, device))
        command->refusal = Failure{failures::signInNeeded, {}};
    return command;
}

void PeerWorker::takeOn(const std::vector<std::string> &done, const DeviceId &device, const std::function<void(PeerReply)> &answered)
{
    std::vector<Command> commands;
    std::vector<std::size_t> places;
    PeerReply told;
    for (const std::string &bytes : done) {
        auto command = asTaken(bytes, device);
        told.answers.push_back(command ? Answer() : Answer(tl::unexpected(command.error())));
        if (!command)
            continue;
        places.push_back(told.answers.size() - 1);
        commands.push_back(std::move(*command));
    }
    whenDone(m_installation.submitTogether(std::move(commands)), this, [answered, places, told](const std::vector<Answer> &answers) mutable {
        for (std::size_t i = 0; i < answers.size(); ++i)
            told.answers[places[i]] = answers[i];
        answered(std::move(told));
    });
}

void PeerWorker::reply(PeerLink link, const std::string &id, const PeerReply &told)
{
    if (m_host)
        perform(m_host->carriedOut(link, id, encode(told), now()));
}

void PeerWorker::stopConfirming()
{
    const std::lock_guard lock(m_peers.m_mutex);
    m_peers.m_over = true;
    m_peers.m_confirmed.notify_all();
}

void PeerWorker::act(replication::StepDown &&effect)
{
    stopConfirming();
    // It may be about to lead that has asked.
    learnAddresses();
    m_authority->resign();
    m_trouble = Failure{replication::peer_failures::deposed, {{"epoch", std::to_string(effect.epoch)}}};
    outlive([this, withdrawn = effect.withdrawn] { Q_EMIT m_peers.steppedDown(withdrawn); });
}

} // namespace smartqueue::engine
