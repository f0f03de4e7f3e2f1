#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/values.h>
#include <smartqueue/engine/event_log.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// One past ticket as the ticket list, the story and statistics read it.
struct TicketRow {
    TicketId id;
    std::string number;
    QueueId queue;
    TicketState state = TicketState::waiting;
    int priority = 0;
    std::string channel;
    AgentId agent;
    Instant arrivedAt{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    /// Over all legs: time spent waiting.
    Duration waited{0};
    std::optional<Promise> promise;
    bool imported = false;
};

enum class TicketSort { arrival, number, queue, state, priority, waited, agent, channel };

struct TicketQuery {
    std::optional<Instant> from;
    std::optional<Instant> until;
    /// Part of the number; empty matches all.
    std::string text;
    std::optional<QueueId> queue;
    std::optional<AgentId> agent;
    std::vector<TicketState> states;
    TicketSort sort = TicketSort::arrival;
    bool descending = true;
    int offset = 0;
    int limit = 200;
};

/// The past figures behind the baseline rules for one queue.
struct QueueFigures {
    /// Last 7 days, all tickets issued to it.
    int tickets = 0;
    int highPriority = 0;
    int started = 0;
    /// Started after waiting longer than the service's SLA.
    int startedLate = 0;
};

/// Tickets of one weekday × hour (site time) in each of the last weeks, the most recent week first.
struct HourlyArrivals {
    std::vector<int> weeks;
    /// All tickets in the history of the queue.
    std::int64_t historySize = 0;
};

/// Read-only questions about the past of one branch: of another it sees nothing. Each instance has a connection of its own and belongs to one thread.
class HistoryReader {
public:
    virtual ~HistoryReader() = default;

    virtual SiteId site() const = 0;

    virtual Result<std::vector<TicketRow>> tickets(const TicketQuery &query) = 0;
    virtual Result<std::int64_t> ticketCount(const TicketQuery &query) = 0;
    /// How many match per state, the query's own `states` left aside; index = TicketState.
    virtual Result<std::array<std::int64_t, 8>> ticketCountsByState(const TicketQuery &query) = 0;
    virtual Result<std::optional<Ticket>> ticket(TicketId id) = 0;
    /// All batches that touched the ticket, oldest first.
    virtual Result<std::vector<EventBatch>> story(TicketId id) = 0;
    virtual Result<std::string> note(TicketId id) = 0;
    /// What stands beside the log of those who came: their customers' data and notes as they are kept, in any order; `visit`
    /// returns false to stop.
    virtual Done readPersonal(const std::function<bool(TicketId, const PersonalDatum &)> &visit) = 0;

    virtual Result<QueueFigures> figures(QueueId queue, Instant from, Instant until, Duration sla) = 0;
    /// Arrivals in each hour [start, start + 1 h), in the order of `starts`.
    virtual Result<HourlyArrivals> arrivals(QueueId queue, const std::vector<Instant> &starts) = 0;

    virtual Result<std::optional<Checkpoint>> checkpointBefore(Instant at) = 0;
    /// Batches of the branch with a sequence above `after`, in order, up to and including instant `until`; `visit` returns false
    /// to stop.
    virtual Done readLog(Sequence after, std::optional<Instant> until, const std::function<bool(const EventBatch &)> &visit) = 0;
    /// Instants of the first and last batch of the branch.
    virtual Result<std::optional<std::pair<Instant, Instant>>> logSpan() = 0;
    /// Of the account behind an agent; none: not known here. The log names no account, and so no agent who has one.
    virtual std::optional<Profile> profile(UserId) const { return std::nullopt; }
};

/// Which entries of the audit.
struct AuditQuery {
    std::optional<Instant> from;
    std::optional<Instant> until;
    std::optional<UserId> user;
    /// The word of a command; empty: all.
    std::string kind;
    /// Words of commands, one of which it is; empty: all.
    std::vector<std::string> kinds = {};
    /// One of whom gave it; empty: everybody.
    std::vector<UserId> users = {};
    /// Done in this branch.
    std::optional<SiteId> site = {};
    /// Only entries of an earlier and of a later sequence: how a long list is read in parts.
    std::optional<Sequence> before = {};
    std::optional<Sequence> after = {};
};

/// One act on record: the batch with what stood before, and the desktop it came from.
struct AuditEntry {
    EventBatch batch;
    std::string device;
};

/// Reads the log of the whole database. On a connection of its own; one thread.
class AuditReader {
public:
    virtual ~AuditReader() = default;
    /// Newest first; `visit` returns false to stop. No entry whose hash does not fit is shown: it fails with `database_damaged`.
    virtual Done read(const AuditQuery &query, const std::function<bool(const AuditEntry &)> &visit) = 0;
};

/// Reads what replicas are given. On a connection of its own; one thread.
class TailReader {
public:
    virtual ~TailReader() = default;
    /// The groups behind that position, at most about so many bytes of them but one at least, without their tickets: a batch each,
    /// with what was left beside the log. None at the end; nothing when the log does not hold the position.
    virtual Result<std::optional<std::vector<CommitGroup>>> read(const Position &after, std::size_t bytes) = 0;
};

/// One ticket of a foreign log on its way into history.
struct ImportedTicket {
    /// The log's own identity of the ticket; with the arrival and the queue, what makes it a duplicate.
    std::string number;
    QueueId queue;
    int priority = 0;
    std::string channel;
    AgentId agent;
    Instant arrivedAt{};
    std::optional<Instant> calledAt;
    std::optional<Instant> startedAt;
    std::optional<Instant> endedAt;
    TicketState state = TicketState::completed;
    /// Days since 1970-01-01 of the business day of its arrival; the engine fills it in by the site's zone.
    std::int32_t businessDay = 0;
};

struct ImportedCounts {
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    /// For each row, in their order, whether it was new.
    std::vector<bool> added = {};
};

/// Port: everything of the store besides the log. Thread of the engine, except where said.
class Store {
public:
    virtual ~Store() = default;

    virtual EventLog &log() = 0;
    /// A new reader with a connection of its own, from any thread.
    virtual Result<std::unique_ptr<HistoryReader>> openReader(SiteId site) = 0;
    /// From any thread.
    virtual Result<std::unique_ptr<AuditReader>> openAudit() = 0;
    /// From any thread.
    virtual Result<std::unique_ptr<TailReader>> openTail() = 0;
    /// In one transaction. Rows that are there already are counted, not added.
    virtual Result<ImportedCounts> importTickets(const std::vector<ImportedTicket> &tickets) = 0;
    /// Online copy of the whole database to `path` (absolute), replacing a file there only when the copy is complete. From any
    /// thread; commits go on meanwhile.
    virtual Done backup(const std::string &path) = 0;
    /// Chain, sums, SQLite's own integrity check; a list of findings, empty when sound. From any thread; commits go on meanwhile.
    virtual Result<std::vector<std::string>> check() = 0;
    /// The site's closed tickets that arrived before `before` leave to the archive; what an earlier clean-up archived is removed. Imported
    /// tickets stay. Does nothing unless `before` lies behind that of every earlier clean-up, so that it can be asked for at
    /// each start. Returns how many left.
    virtual Result<std::int64_t> cleanUp(SiteId site, Instant before) = 0;
    virtual std::string path() const = 0;
    /// Of this database and its copies: what its key is filed under.
    virtual std::string identity() const = 0;
    /// Another one each time it was renewed: what tells a database from its copy of before. 0 at first.
    virtual Result<std::int64_t> incarnation() = 0;
    /// Durable when it returns.
    virtual Done renewIncarnation(std::int64_t incarnation) = 0;
};

} // namespace smartqueue::engine
