#include "smartqueue/presentation/peer_facts.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <smartqueue/domain/codec.h>

#include "smartqueue/presentation/words.h"

namespace smartqueue::presentation {

namespace {

struct PeerWords {
    Q_DECLARE_TR_FUNCTIONS(PeerWords)
};

/// Whoever is this far behind shows people something else than the host does.
constexpr std::chrono::milliseconds stillInStep{1500};

PeerFacts ownFacts(const engine::PeersStatus &status)
{
    using Role = engine::PeersStatus::Role;
    PeerFacts own;
    own.device = status.self;
    own.isHere = true;
    own.isHost = status.role == Role::host;
    own.last = status.end.sequence;
    own.version = QString::fromStdString(status.program);
    own.address = QString::fromStdString(status.address);
    own.standing = status.copying ? PeerStanding::copying : status.inStep ? PeerStanding::inStep : PeerStanding::cutOff;
    if (status.inStep && !own.isHost)
        own.lag = std::chrono::milliseconds(0);
    return own;
}

PeerStanding standingOf(const engine::PeerStatus &peer, const engine::PeersStatus &status, bool isHost)
{
    const bool here = status.role == engine::PeersStatus::Role::host;
    if (peer.device.revoked)
        return PeerStanding::revoked;
    if (!here && isHost)
        return status.inStep || status.copying ? PeerStanding::inStep : PeerStanding::offline;
    if (!here && !status.inStep)
        return PeerStanding::unknown;
    if (peer.copying)
        return PeerStanding::copying;
    if (!peer.connected)
        return PeerStanding::offline;
    return peer.lag > stillInStep ? PeerStanding::behind : PeerStanding::inStep;
}

QString seconds(std::chrono::milliseconds span)
{
    if (span >= std::chrono::minutes(1))
        return words::shortSpan(std::chrono::duration_cast<Duration>(span));
    return PeerWords::tr("%1 s", "seconds").arg(words::number(double(span.count()) / 1000.0, 1));
}

QJsonObject failureJson(const Failure &failure)
{
    QJsonObject json{{QStringLiteral("code"), QString::fromStdString(std::string(failure.code.name()))}};
    for (const auto &[key, value] : failure.detail)
        json.insert(QString::fromStdString(key), QString::fromStdString(value));
    return json;
}

const char *standingName(PeerStanding standing)
{
    switch (standing) {
    case PeerStanding::offline: return "offline";
    case PeerStanding::cutOff: return "cut_off";
    case PeerStanding::behind: return "behind";
    case PeerStanding::copying: return "copying";
    case PeerStanding::unknown: return "unknown";
    case PeerStanding::inStep: return "in_step";
    case PeerStanding::revoked: return "revoked";
    }
    return "unknown";
}

} // namespace

QString deviceName(const accounts::Directory &directory, const DeviceId &device)
{
    const Device *known = directory.device(device);
    return QString::fromStdString(known && !known->name.empty() ? known->name : device.substr(0, 8));
}

std::vector<PeerFacts> peerFacts(const engine::PeersStatus &status, const accounts::Directory &directory)
{
    std::vector<PeerFacts> all;
    for (const auto &[id, device] : directory.devices) {
        PeerFacts peer;
        peer.device = id;
        if (id == status.self) {
            peer = ownFacts(status);
        } else {
            const auto found = std::find_if(status.peers.begin(), status.peers.end(), [&id = id](const engine::PeerStatus &each) { return each.device.id == id; });
            engine::PeerStatus told;
            told.device = device;
            if (found != status.peers.end())
                told = *found;
            told.device.revoked = device.revoked;
            peer.isHost = id == status.host;
            peer.standing = standingOf(told, status, peer.isHost);
            peer.last = told.lastSequence;
            // The host's own entries are those that it sends; while it is heard there are no others.
            if (peer.isHost && peer.standing == PeerStanding::inStep)
                peer.last = status.end.sequence;
            if (told.connected && !peer.isHost && peer.standing != PeerStanding::unknown)
                peer.lag = told.lag;
            peer.version = QString::fromStdString(told.program);
            peer.address = QString::fromStdString(told.address);
            peer.bytesIn = told.bytesIn;
            peer.bytesOut = told.bytesOut;
            peer.lastEnd = told.lastEnd;
            peer.lastSeen = told.lastSeen;
            if (told.lastSeen)
                peer.unseen = std::max(status.at - *told.lastSeen, Duration(0));
        }
        peer.name = deviceName(directory, id);
        peer.admittedAt = device.admittedAt;
        peer.otherVersion = !peer.version.isEmpty() && peer.version != QString::fromStdString(status.program);
        all.push_back(std::move(peer));
    }
    Sequence furthest = 0;
    for (const PeerFacts &peer : all)
        furthest = std::max(furthest, peer.last);
    for (PeerFacts &peer : all)
        peer.missing = peer.last > 0 ? furthest - peer.last : 0;
    std::stable_sort(all.begin(), all.end(), [](const PeerFacts &a, const PeerFacts &b) { return a.admittedAt < b.admittedAt; });
    return all;
}

bool mayBeCutOff(const engine::PeersStatus &status)
{
    const auto connected = [](const engine::PeerStatus &peer) { return peer.connected; };
    const auto fellSilent = [](const engine::PeerStatus &peer) {
        return !peer.device.revoked && peer.lastEnd && peer.lastEnd->code == replication::peer_failures::silent;
    };
    return status.role == engine::PeersStatus::Role::host && std::none_of(status.peers.begin(), status.peers.end(), connected)
        && std::any_of(status.peers.begin(), status.peers.end(), fellSilent);
}

QString standingWord(PeerStanding standing)
{
    switch (standing) {
    case PeerStanding::offline: return PeerWords::tr("Offline");
    case PeerStanding::cutOff: return PeerWords::tr("Cut off");
    case PeerStanding::behind: return PeerWords::tr("Behind");
    case PeerStanding::copying: return PeerWords::tr("Copying");
    case PeerStanding::unknown: return PeerWords::tr("Not known");
    case PeerStanding::inStep: return PeerWords::tr("In step");
    case PeerStanding::revoked: return PeerWords::tr("Revoked");
    }
    return {};
}

QString roleWord(const PeerFacts &peer)
{
    return peer.isHost ? PeerWords::tr("Host") : PeerWords::tr("Desktop");
}

QString behindWords(const PeerFacts &peer)
{
    if (peer.standing == PeerStanding::behind || (peer.standing == PeerStanding::inStep && peer.lag))
        return seconds(peer.lag.value_or(std::chrono::milliseconds(0)));
    if (peer.missing > 0)
        return PeerWords::tr("%Ln entry(ies)", "behind the host", int(std::min<Sequence>(peer.missing, 1'000'000'000)));
    return QStringLiteral("—");
}

QString seenWords(const PeerFacts &peer)
{
    if (!peer.unseen)
        return QStringLiteral("—");
    if (*peer.unseen < std::chrono::minutes(1))
        return peer.standing == PeerStanding::offline ? PeerWords::tr("a moment ago") : PeerWords::tr("now");
    return PeerWords::tr("%1 ago").arg(words::shortSpan(*peer.unseen));
}

QString versionWords(const PeerFacts &peer)
{
    return peer.version.isEmpty() ? QStringLiteral("—") : peer.version;
}

QString trafficWords(const PeerFacts &peer)
{
    return peer.isHere ? QString() : QLocale().formattedDataSize(peer.bytesIn + peer.bytesOut, 1, QLocale::DataSizeTraditionalFormat);
}

QString verdict(const std::vector<PeerFacts> &peers)
{
    const auto count = [&](PeerStanding standing) {
        return int(std::count_if(peers.begin(), peers.end(), [standing](const PeerFacts &peer) { return peer.standing == standing; }));
    };
    const int desktops = int(peers.size()) - count(PeerStanding::revoked);
    if (count(PeerStanding::cutOff) > 0)
        return PeerWords::tr("This desktop does not hear the host.");
    if (const int away = count(PeerStanding::offline); away > 0)
        return PeerWords::tr("%Ln desktop(s) cannot be reached.", nullptr, away);
    if (const int late = count(PeerStanding::behind); late > 0)
        return PeerWords::tr("%Ln desktop(s) lag(s) behind.", nullptr, late);
    if (const int copies = count(PeerStanding::copying); copies > 0)
        return PeerWords::tr("%Ln desktop(s) fetch(es) a copy of the branch.", nullptr, copies);
    return PeerWords::tr("The branch is one piece: %Ln desktop(s) in step.", nullptr, desktops);
}

namespace {

/// Why the line to it is down.
Diagnosis afterTheEnd(const PeerFacts &peer)
{
    namespace n = engine::network_failures;
    namespace p = replication::peer_failures;
    const FailureCode code = peer.lastEnd->code;
    if (code == n::unreachable)
        return {peer.address.isEmpty() ? PeerWords::tr("Nothing answers there.") : PeerWords::tr("Nothing answers at %1.").arg(peer.address),
                PeerWords::tr("See whether it is switched on, and whether both are in the same network.")};
    if (code == n::unknown)
        return {PeerWords::tr("It answers, but its certificate changed: it is not the desktop that was admitted."),
                PeerWords::tr("If it was set up anew, revoke it here and add it again. If nobody did, find out who answers there.")};
    if (code == n::refused)
        return {PeerWords::tr("It answers, and turns this desktop away."), PeerWords::tr("See on its own list whether this desktop was revoked there.")};
    if (code == n::flooded)
        return {PeerWords::tr("It takes in less than is sent to it, so the line was ended."), PeerWords::tr("It comes back by itself. If this goes on, look at its network and at its disk.")};
    if (code == p::silent)
        return {PeerWords::tr("The line stands, but nothing comes over it."), PeerWords::tr("It sleeps, it hangs, or a cable is out. It comes back by itself.")};
    if (code == p::left)
        return {PeerWords::tr("The program was closed there, or the line went down."), PeerWords::tr("It comes back when the program runs again.")};
    if (code == p::versionTooOld)
        return {PeerWords::tr("Its program is too old to speak with this one."), PeerWords::tr("Update SmartQueue there.")};
    if (code == p::versionTooNew)
        return {PeerWords::tr("Its program is newer than this one can understand."), PeerWords::tr("Update SmartQueue here.")};
    if (code == p::foreignInstallation)
        return {PeerWords::tr("It belongs to another branch by now."), PeerWords::tr("Revoke it here if that is meant to stay so.")};
    if (code == p::malformedFrame || code == p::unexpectedFrame || code == p::replayedFrame)
        return {PeerWords::tr("It sent what makes no sense, so the line was ended."), PeerWords::tr("It comes back by itself. If this goes on, update SmartQueue there.")};
    if (code == p::resynchronising || code == p::notHost || code == p::deposed)
        return {PeerWords::tr("It is finding out who leads the branch."), PeerWords::tr("Wait a moment.")};
    return {PeerWords::tr("The line to it ended (%1).").arg(QString::fromStdString(std::string(code.name()))), PeerWords::tr("It comes back by itself when it can.")};
}

} // namespace

Diagnosis diagnose(const PeerFacts &peer, const engine::PeersStatus &status)
{
    switch (peer.standing) {
    case PeerStanding::revoked:
        return {PeerWords::tr("It was revoked and can connect no more."), PeerWords::tr("To have it back, add it again as a new desktop.")};
    case PeerStanding::copying:
        return {PeerWords::tr("A whole copy of the branch is on its way to it."), PeerWords::tr("It is in step when the copy is there.")};
    case PeerStanding::cutOff:
        if (status.trouble)
            return diagnose(*status.trouble);
        return {PeerWords::tr("This desktop does not hear the host."), PeerWords::tr("You can finish the ticket in hand, issue tickets, and call those; the rest waits for the host.")};
    case PeerStanding::unknown:
        return {PeerWords::tr("Only the host knows how this desktop stands, and the host does not answer."), {}};
    case PeerStanding::behind:
        return {PeerWords::tr("It receives what happens, but late: %1 behind the host.").arg(behindWords(peer)),
                PeerWords::tr("Its network or its disk is slow. People see there what was, not what is.")};
    case PeerStanding::inStep:
        if (peer.isHost)
            return {peer.isHere ? PeerWords::tr("This desktop puts in order what all the others do.") : PeerWords::tr("It puts in order what all the others do."), {}};
        if (peer.lastEnd && peer.lastEnd->code == replication::peer_failures::desktopCopied)
            return {PeerWords::tr("It is in step. Another desktop that has a copy of its files was turned away."),
                    PeerWords::tr("Delete the copy there, and let that desktop join as a new one.")};
        if (peer.otherVersion)
            return {PeerWords::tr("It is in step."), PeerWords::tr("Another version of the program runs there; give all desktops the same one when you can.")};
        return {PeerWords::tr("It is in step: people see there what happens as it happens."), {}};
    case PeerStanding::offline:
        if (peer.lastEnd)
            return afterTheEnd(peer);
        return {PeerWords::tr("It has not been heard since this program started."), PeerWords::tr("See whether the program runs there, and whether both are in the same network.")};
    }
    return {};
}

Diagnosis diagnose(const Failure &trouble)
{
    namespace p = replication::peer_failures;
    if (trouble.code == p::deposed)
        return {PeerWords::tr("Another desktop leads this branch by now."), PeerWords::tr("This one follows it as soon as it hears it.")};
    if (trouble.code == p::desktopCopied)
        return {PeerWords::tr("The files of this desktop are a copy: another one has the same key, or they come from another machine."),
                PeerWords::tr("If they were moved here for good, wait for the host or take over. Otherwise delete them and let this desktop join as a new one.")};
    if (trouble.code == p::putBack)
        return {PeerWords::tr("The database was put back from a copy."), PeerWords::tr("It is brought up to date as soon as the host is heard; until then nothing is done on it.")};
    if (trouble.code == p::versionTooNew)
        return {PeerWords::tr("The host runs a version that this program cannot follow."), PeerWords::tr("Update SmartQueue on this desktop.")};
    if (trouble.code == p::versionTooOld)
        return {PeerWords::tr("The host runs a version too old for this program."), PeerWords::tr("Update SmartQueue on the host.")};
    const words::Explanation said = words::explain(trouble);
    return {said.what, said.next};
}

AsideAct asideAct(const engine::Outbox::Aside &aside)
{
    AsideAct act;
    act.why = QString::fromStdString(aside.reason.empty() ? aside.code : aside.code + ' ' + aside.reason);
    const auto command = codec::decodeCommand(aside.command);
    if (!command)
        return act;
    act.act = QString::fromStdString(std::string(nameOf(command->body)));
    if (command->alone)
        act.at = command->alone->at;
    if (const auto *issue = std::get_if<IssueTicket>(&command->body); issue && issue->granted)
        act.number = QString::fromStdString(issue->granted->number);
    return act;
}

std::string peerDiagnostics(const engine::PeersStatus &status, const std::vector<PeerFacts> &peers, const std::vector<AsideLog> &aside,
                            const std::vector<engine::Outbox::Aside> &acts, Instant at)
{
    const auto text = [](const std::string &value) { return QString::fromStdString(value); };
    QJsonObject json{{QStringLiteral("at"), text(toIso8601(at))},
                     {QStringLiteral("role"), status.role == engine::PeersStatus::Role::host ? QStringLiteral("host") : QStringLiteral("replica")},
                     {QStringLiteral("device"), text(status.self)},
                     {QStringLiteral("host"), text(status.host)},
                     {QStringLiteral("address"), text(status.address)},
                     {QStringLiteral("program"), text(status.program)},
                     {QStringLiteral("epoch"), qint64(status.end.epoch)},
                     {QStringLiteral("last_seq"), qint64(status.end.sequence)},
                     {QStringLiteral("last_hash"), QString::fromLatin1(QByteArray::fromStdString(status.end.hash).toHex())},
                     {QStringLiteral("in_step"), status.inStep}};
    if (status.silence)
        json.insert(QStringLiteral("host_silent_ms"), qint64(status.silence->count()));
    if (status.trouble)
        json.insert(QStringLiteral("trouble"), failureJson(*status.trouble));
    QJsonArray desktops;
    for (const PeerFacts &peer : peers) {
        QJsonObject one{{QStringLiteral("device"), text(peer.device)},
                        {QStringLiteral("name"), peer.name},
                        {QStringLiteral("role"), peer.isHost ? QStringLiteral("host") : QStringLiteral("replica")},
                        {QStringLiteral("here"), peer.isHere},
                        {QStringLiteral("state"), QString::fromLatin1(standingName(peer.standing))},
                        {QStringLiteral("address"), peer.address},
                        {QStringLiteral("program"), peer.version},
                        {QStringLiteral("last_seq"), qint64(peer.last)},
                        {QStringLiteral("bytes_in"), qint64(peer.bytesIn)},
                        {QStringLiteral("bytes_out"), qint64(peer.bytesOut)},
                        {QStringLiteral("admitted_at"), text(toIso8601(peer.admittedAt))}};
        if (peer.lag)
            one.insert(QStringLiteral("lag_ms"), qint64(peer.lag->count()));
        if (peer.lastSeen)
            one.insert(QStringLiteral("last_seen"), text(toIso8601(*peer.lastSeen)));
        if (peer.lastEnd)
            one.insert(QStringLiteral("last_end"), failureJson(*peer.lastEnd));
        desktops.append(one);
    }
    json.insert(QStringLiteral("desktops"), desktops);
    QJsonArray logs;
    for (const AsideLog &log : aside) {
        QJsonObject one{{QStringLiteral("path"), log.path}, {QStringLiteral("entries"), log.entries}};
        if (log.entries > 0) {
            one.insert(QStringLiteral("first_at"), text(toIso8601(log.first)));
            one.insert(QStringLiteral("last_at"), text(toIso8601(log.last)));
        }
        if (log.unreadable)
            one.insert(QStringLiteral("unreadable"), failureJson(*log.unreadable));
        logs.append(one);
    }
    json.insert(QStringLiteral("set_aside"), logs);
    QJsonArray kept;
    for (const engine::Outbox::Aside &each : acts) {
        const AsideAct act = asideAct(each);
        QJsonObject one{{QStringLiteral("why"), act.why}, {QStringLiteral("do"), act.act}, {QStringLiteral("number"), act.number}};
        if (act.at)
            one.insert(QStringLiteral("at"), text(toIso8601(*act.at)));
        kept.append(one);
    }
    json.insert(QStringLiteral("acts_set_aside"), kept);
    return QJsonDocument(json).toJson().toStdString();
}

} // namespace smartqueue::presentation
