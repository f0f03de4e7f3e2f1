#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <smartqueue/domain/events.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/foundation/result.h>
#include <smartqueue/replication/wire.h>

namespace smartqueue::engine {

/// What a submitter is told. Kept with the command's id, so that a resend gets the same answer.
struct Receipt {
    CommandId command;
    /// The batch that holds the effects.
    Sequence sequence = 0;
    Instant at{};
    /// The ticket concerned, where there is one.
    TicketId ticket;
    std::string number;
    /// The id of what a Define… or Create… command created or changed.
    std::int64_t entity = 0;
    /// The code of an invitation: told once, kept nowhere.
    std::string code = {};
    /// What came with it of a customer was not kept: the vault is shut. Told once.
    bool notKept = false;
    /// This desktop did it while it did not hear its host; the branch hears of it later.
    bool alone = false;
    /// Of what was done so and did not fit any more.
    ConflictId conflict = {};

    SQ_FIELDS(v("command", s.command); v("seq", s.sequence); v("at", s.at); v("ticket", s.ticket); v("number", s.number); v("entity", s.entity);
              v("code", s.code); v("not_kept", s.notKept); v("alone", s.alone); v("conflict", s.conflict);)
};

/// A command's answer: the receipt or the refusal.
using Answer = Result<Receipt>;

/// The conflict that the events note; none: they note none.
inline ConflictId conflictIn(const std::vector<Event> &events)
{
    for (const Event &event : events) {
        if (const auto *noted = std::get_if<ConflictNoted>(&event))
            return noted->conflict.id;
    }
    return {};
}

struct AnsweredCommand {
    CommandId command;
    Instant at{};
    Answer answer;
    /// Ids are known by their branch.
    SiteId site = firstSite;
};

using replication::Position;

/// One durable step: everything in it is committed in one transaction, or nothing is.
struct CommitGroup {
    std::vector<EventBatch> batches;
    /// Tickets as they stand after the group, for the tables that screens and statistics query.
    std::vector<Ticket> tickets;
    std::vector<AnsweredCommand> answers;
    std::vector<PersonalDatum> personal;
    /// Of a group that another desktop committed: where the log has to end with it.
    std::optional<Position> end = {};
};

/// The state at a point of the log, from which start-up and the recorder begin; see stateAt().
struct Checkpoint {
    Sequence sequence = 0;
    Instant at{};
    /// Bytes of the engine's own making.
    std::string state;
};

/// Port: the durable, append-only, hash-chained log. Used by the engine's thread alone. Implementations: storage's SQLite
/// one and MemoryEventLog, under one contract test suite.
class EventLog {
public:
    virtual ~EventLog() = default;

    /// Returns after the group is durable. A failure leaves nothing of it behind; `diverged` where the log would not end as the
    /// group says. An empty group changes nothing and proves that something can be written. A batch without an epoch gets that of
    /// the log, one with a higher one raises it.
    virtual Done append(const CommitGroup &group) = 0;
    /// Where the log ends. The epoch is that of the next batch.
    virtual Result<Position> end() = 0;
    /// Whether the log ended there once.
    virtual Result<bool> holds(const Position &end) = 0;
    /// To a command of that branch, or of those above the branches without one.
    virtual Result<std::optional<Answer>> answerOf(SiteId site, const CommandId &command) = 0;

    virtual Done saveCheckpoint(const Checkpoint &checkpoint) = 0;
    /// The newest checkpoint at or before `at`; without `at` the newest of all.
    virtual Result<std::optional<Checkpoint>> checkpoint(std::optional<Instant> at = std::nullopt) = 0;
    /// All batches with a sequence above `after`, in order; `visit` returns false to stop.
    virtual Done read(Sequence after, const std::function<bool(const EventBatch &)> &visit) = 0;
    /// What stands beside the log under keys that begin so, by key.
    virtual Result<std::vector<PersonalDatum>> personal(std::string_view prefix) = 0;
};

/// Codes every implementation of the port may answer with; each has a sentence for people in presentation.
namespace storage_failures {
inline constexpr FailureCode locked{"database_locked"};
inline constexpr FailureCode readOnly{"database_read_only"};
inline constexpr FailureCode diskFull{"disk_full"};
inline constexpr FailureCode damaged{"database_damaged"};
inline constexpr FailureCode newerSchema{"database_newer"};
inline constexpr FailureCode notADatabase{"not_a_database"};
inline constexpr FailureCode noDatabase{"no_database"};
inline constexpr FailureCode cannotOpen{"cannot_open"};
inline constexpr FailureCode ioError{"io_error"};
inline constexpr FailureCode relativePath{"relative_path"};
inline constexpr FailureCode inUse{"database_in_use"};
/// What came from another desktop does not follow from this log.
inline constexpr FailureCode diverged{"diverged"};
} // namespace storage_failures

} // namespace smartqueue::engine
