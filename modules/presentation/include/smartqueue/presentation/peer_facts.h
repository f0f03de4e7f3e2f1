#pragma once

#include <map>
#include <vector>

#include <QString>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/presentation/branch_peers.h>

/// What is to be said of the desktops of a branch.
namespace smartqueue::presentation {

/// How one desktop stands, the worst first.
enum class PeerStanding {
    offline,
    /// This desktop, while it does not hear the host.
    cutOff,
    behind,
    copying,
    /// What the host said of it is too old to be told.
    unknown,
    inStep,
    revoked
};

struct PeerFacts {
    DeviceId device;
    QString name;
    bool isHost = false;
    bool isHere = false;
    PeerStanding standing = PeerStanding::unknown;
    /// Since it had everything that the host has; none: not known.
    std::optional<std::chrono::milliseconds> lag;
    std::optional<Instant> lastSeen;
    /// Since then; none for this desktop, and where that is not known.
    std::optional<Duration> unseen;
    /// 0: not known.
    Sequence last = 0;
    /// Entries that the furthest desktop has and this one has not; 0 where either is not known.
    Sequence missing = 0;
    QString version;
    /// Another one than here.
    bool otherVersion = false;
    QString address;
    std::int64_t bytesIn = 0;
    std::int64_t bytesOut = 0;
    Instant admittedAt{};
    std::optional<Failure> lastEnd;
};

/// All of them, this one included, in the order in which they were admitted.
std::vector<PeerFacts> peerFacts(const engine::PeersStatus &status, const accounts::Directory &directory);

/// Whether this desktop leads and has lost all others without a goodbye: it may be cut off, and another may lead by now.
bool mayBeCutOff(const engine::PeersStatus &status);

/// "In step".
QString standingWord(PeerStanding standing);
QString roleWord(const PeerFacts &peer);
/// "0.2 s", "3 entries"; a dash where there is nothing to say.
QString behindWords(const PeerFacts &peer);
/// "now", "12 min ago"; a dash where there is nothing to say.
QString seenWords(const PeerFacts &peer);
QString versionWords(const PeerFacts &peer);
/// "1.2 MB" both ways; empty for this desktop itself.
QString trafficWords(const PeerFacts &peer);
/// In one sentence, whether the branch is one piece.
QString verdict(const std::vector<PeerFacts> &peers);

/// In plain words what is with it, and what to do about it; the second may be empty.
struct Diagnosis {
    QString what;
    QString next;
};
Diagnosis diagnose(const PeerFacts &peer, const engine::PeersStatus &status);
/// Of this desktop itself.
Diagnosis diagnose(const Failure &trouble);

/// What was done here without the host and no host takes.
struct AsideAct {
    /// The command's word, and when it was done; none where it cannot be read.
    QString act;
    std::optional<Instant> at;
    /// That it gave to somebody; empty: it gave none.
    QString number;
    /// The code of the refusal and its reason.
    QString why;
};
AsideAct asideAct(const engine::Outbox::Aside &aside);

/// For whoever helps: everything but secrets, as JSON.
std::string peerDiagnostics(const engine::PeersStatus &status, const std::vector<PeerFacts> &peers, const std::vector<AsideLog> &aside,
                            const std::vector<engine::Outbox::Aside> &acts, Instant at);

/// The name of the device; its id where it is not known.
QString deviceName(const accounts::Directory &directory, const DeviceId &device);

} // namespace smartqueue::presentation
