#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/ids.h>
#include <smartqueue/foundation/result.h>

/// What desktops say to one another: CBOR in frames of at most largestFrame bytes.
namespace smartqueue::replication {

/// This program speaks these; two desktops speak the newest that both know.
inline constexpr int oldestProtocol = 1;
inline constexpr int newestProtocol = 1;

inline constexpr std::size_t largestFrame = 1024 * 1024;
/// Entries that travel in one frame; a larger one alone goes in a snapshot.
inline constexpr std::size_t largestAppend = 256 * 1024;
inline constexpr std::size_t largestEntry = 768 * 1024;
inline constexpr std::size_t snapshotChunk = 256 * 1024;

/// The end of a log.
struct Position {
    Epoch epoch = 0;
    Sequence sequence = 0;
    /// Of the last batch; bytes.
    std::string hash;

    friend bool operator==(const Position &a, const Position &b)
    {
        return a.epoch == b.epoch && a.sequence == b.sequence && a.hash == b.hash;
    }
    SQ_FIELDS(v("epoch", s.epoch); v("seq", s.sequence); v("hash", s.hash);)
};

/// Whether a log that ends in `a` has gone further than one that ends in `b`.
inline bool isAhead(const Position &a, const Position &b)
{
    return a.epoch != b.epoch ? a.epoch > b.epoch : a.sequence > b.sequence;
}

/// What was committed together. `bytes` is the engine's matter.
struct Entry {
    Sequence first = 0;
    Position end;
    std::string bytes;

    SQ_FIELDS(v("first", s.first); v("end", s.end); v("bytes", s.bytes);)
};

/// A desktop as it presents itself: `address` where others find it, which may be empty, and the version of its program.
struct Member { DeviceId device; std::string address = {}; std::string program = {}; };

/// Of the log's payloads: a program reads all of these and writes the newest.
struct Schemas { int oldest = 1; int newest = 1; };

/// A replica's first word.
struct Hello {
    int oldest = oldestProtocol;
    int newest = newestProtocol;
    int oldestSchema = 1;
    int newestSchema = 1;
    Position last;
    std::string address;
    std::string program;
    /// Its log is of no use: the host sends a whole one.
    bool wantsCopy = false;
    SQ_FIELDS(v("oldest", s.oldest); v("newest", s.newest); v("oldest_schema", s.oldestSchema); v("newest_schema", s.newestSchema);
              v("last", s.last); v("address", s.address); v("program", s.program); v("wants_copy", s.wantsCopy);)
};
struct Welcome { int protocol = 0; Position last; SQ_FIELDS(v("protocol", s.protocol); v("last", s.last);) };
/// To whoever takes this desktop for the host. `host` as far as it knows.
struct NotHost { Epoch epoch = 0; DeviceId host; std::string address; SQ_FIELDS(v("epoch", s.epoch); v("host", s.host); v("address", s.address);) };

/// Without entries: the host is alive, and its log ends there. `live`: the desktops whose confirmations count.
struct Append {
    std::vector<Entry> entries;
    Sequence last = 0;
    std::vector<DeviceId> live;
    SQ_FIELDS(v("entries", s.entries); v("last", s.last); v("live", s.live);)
};
/// Everything up to there is durable at the replica.
struct Appended { Sequence upTo = 0; SQ_FIELDS(v("up_to", s.upTo);) };

/// Something to be carried out by the host once, whatever the number of times it comes. `bytes` is the engine's matter.
struct Request { std::string id; std::string bytes; SQ_FIELDS(v("id", s.id); v("bytes", s.bytes);) };
struct Reply { std::string id; std::string bytes; SQ_FIELDS(v("id", s.id); v("bytes", s.bytes);) };
/// The host carries out as many for this desktop as it will: not done, it may be sent again.
struct TryLater { std::string id; SQ_FIELDS(v("id", s.id);) };

/// A copy of the whole database, which the replica fetches piece by piece. `digest`: SHA-256, bytes.
struct SnapshotOffer { std::int64_t size = 0; std::string digest; Position at; SQ_FIELDS(v("size", s.size); v("digest", s.digest); v("at", s.at);) };
struct SnapshotWanted { std::int64_t offset = 0; SQ_FIELDS(v("offset", s.offset);) };
struct SnapshotPiece { std::int64_t offset = 0; std::string bytes; SQ_FIELDS(v("offset", s.offset); v("bytes", s.bytes);) };

/// Any desktop may ask any other, and is told.
/// `address`: of whoever asks, who may be about to lead.
struct WhoLeads { std::string address; SQ_FIELDS(v("address", s.address);) };
struct Leads {
    /// Who decides as far as the one asked knows, which may be that one itself; and whether it does so now: a replica has just
    /// heard from it.
    DeviceId host;
    std::string address;
    bool isAlive = false;
    Epoch epoch = 0;
    /// Of the log of the one asked.
    Position last;
    SQ_FIELDS(v("host", s.host); v("address", s.address); v("is_alive", s.isAlive); v("epoch", s.epoch); v("last", s.last);)
};

/// A desktop that the host hears, itself among them; for looking around and for the list of them.
struct Neighbour {
    DeviceId device;
    std::string address;
    std::string program;
    /// Up to where its log is durable, and whether it follows at the end.
    Sequence confirmed = 0;
    bool live = false;
    /// Milliseconds since it had confirmed everything.
    std::int64_t lag = 0;
    SQ_FIELDS(v("device", s.device); v("address", s.address); v("program", s.program); v("confirmed", s.confirmed); v("live", s.live); v("lag_ms", s.lag);)
};
struct Neighbours { std::vector<Neighbour> all; SQ_FIELDS(v("all", s.all);) };

/// The reason of a host that hears the replica's device on another link as well.
inline constexpr std::string_view heardElsewhere = "heard_elsewhere";
/// The reasons of a host that writes what the replica's program cannot read, or the other way round.
inline constexpr std::string_view olderThanHost = "older_than_host";
inline constexpr std::string_view newerThanHost = "newer_than_host";
/// It leaves on purpose, and will be missed by nobody.
struct Bye { std::string reason; SQ_FIELDS(v("reason", s.reason);) };

using Message = std::variant<Hello, Welcome, NotHost, Append, Appended, Request, Reply, TryLater, SnapshotOffer, SnapshotWanted,
                             SnapshotPiece, WhoLeads, Leads, Neighbours, Bye>;

/// What stands on every frame.
struct Envelope {
    /// Of the installation: a frame of another one is refused.
    std::string cluster;
    DeviceId from;
    /// The newest the sender knows.
    Epoch epoch = 0;
    /// Counts up on each link, so that a frame that comes again is known.
    std::int64_t number = 0;
};

struct Frame {
    Envelope envelope;
    Message message;
};

/// Why a link was ended, or a request not carried out.
namespace peer_failures {
inline constexpr FailureCode malformedFrame{"malformed_frame"};
inline constexpr FailureCode unexpectedFrame{"unexpected_frame"};
inline constexpr FailureCode foreignInstallation{"foreign_installation"};
inline constexpr FailureCode replayedFrame{"replayed_frame"};
/// The other one's program is too old, or too new, for this one.
inline constexpr FailureCode versionTooOld{"peer_too_old"};
inline constexpr FailureCode versionTooNew{"peer_too_new"};
inline constexpr FailureCode silent{"peer_silent"};
inline constexpr FailureCode notHost{"not_host"};
inline constexpr FailureCode hostUnreachable{"host_unreachable"};
inline constexpr FailureCode deposed{"deposed"};
inline constexpr FailureCode left{"peer_left"};
inline constexpr FailureCode resynchronising{"resynchronising"};
/// Two desktops work with the same key: one has the files of the other.
inline constexpr FailureCode desktopCopied{"desktop_copied"};
/// The log is a copy of before, which is not to be decided on.
inline constexpr FailureCode putBack{"database_put_back"};
} // namespace peer_failures

std::string encode(const Frame &frame);
/// Never throws; fails with `malformed_frame`.
Result<Frame> decode(std::string_view bytes);

} // namespace smartqueue::replication
