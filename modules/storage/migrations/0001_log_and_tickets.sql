-- Instants are milliseconds since 1970-01-01 UTC, durations end in _ms, promises are seconds; ids are 0 for "none".

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('epoch', 1), ('fence', 0);

-- The truth: one row a committed batch, payload = its events as JSON, hash over prev_hash, the other columns and payload.
CREATE TABLE oplog (
    seq INTEGER PRIMARY KEY,
    epoch INTEGER NOT NULL,
    cmd_id TEXT UNIQUE,
    device TEXT NOT NULL,
    actor INTEGER NOT NULL,
    kind TEXT NOT NULL,
    schema INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    payload TEXT NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER oplog_is_never_changed BEFORE UPDATE ON oplog
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER oplog_is_never_shortened BEFORE DELETE ON oplog
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

-- Receipts of the last days, beside the batch that carries the command's id.
CREATE TABLE receipts (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    number TEXT NOT NULL,
    entity INTEGER NOT NULL
) STRICT;

-- Answers of the last days to commands that left no batch: refusals (code and detail), and receipts where nothing was to do.
CREATE TABLE results (
    id INTEGER PRIMARY KEY,
    cmd_id TEXT NOT NULL UNIQUE,
    at_ms INTEGER NOT NULL,
    ok INTEGER NOT NULL,
    seq INTEGER,
    ticket INTEGER,
    number TEXT,
    entity INTEGER,
    code TEXT,
    detail TEXT
) STRICT;

-- State compressed by zlib behind its length, as qCompress writes it.
CREATE TABLE checkpoints (
    seq INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    state BLOB NOT NULL
) STRICT;

CREATE TABLE personal (
    key TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A projection of the log; ids below 0 are imported. state and "end" are the positions of TicketState and LegEnd.
-- agent is the one who has or last had the ticket, holder the one who has it now.
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    queue INTEGER NOT NULL,
    state INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    channel TEXT NOT NULL,
    agent INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    called_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    waited_ms INTEGER NOT NULL,
    promise_low INTEGER,
    promise_likely INTEGER,
    promise_high INTEGER,
    business_day INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    service INTEGER NOT NULL,
    customer TEXT NOT NULL,
    holder INTEGER NOT NULL,
    reserved_for INTEGER NOT NULL,
    place_priority INTEGER NOT NULL,
    place_since INTEGER NOT NULL,
    place_tie INTEGER NOT NULL,
    held_since INTEGER,
    hold_reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    noted INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX tickets_by_arrival ON tickets (arrived_at);
CREATE INDEX tickets_by_queue ON tickets (queue, arrived_at);

CREATE TABLE legs (
    ticket INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    queue INTEGER NOT NULL,
    agent INTEGER NOT NULL,
    counter TEXT NOT NULL,
    waiting_since INTEGER NOT NULL,
    called_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    held_before_ms INTEGER NOT NULL,
    held_ms INTEGER NOT NULL,
    recalls INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (ticket, idx)
) STRICT, WITHOUT ROWID;

-- Which batches tell the story of a ticket.
CREATE TABLE ticket_batches (
    ticket INTEGER NOT NULL,
    seq INTEGER NOT NULL REFERENCES oplog (seq),
    PRIMARY KEY (ticket, seq)
) STRICT, WITHOUT ROWID;

-- Tickets past the retention, until the next clean-up removes them.
CREATE TABLE archived_tickets (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    queue INTEGER NOT NULL,
    state INTEGER NOT NULL,
    priority INTEGER NOT NULL,
    channel TEXT NOT NULL,
    agent INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    called_at INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    waited_ms INTEGER NOT NULL,
    promise_low INTEGER,
    promise_likely INTEGER,
    promise_high INTEGER,
    business_day INTEGER NOT NULL,
    imported INTEGER NOT NULL,
    service INTEGER NOT NULL,
    customer TEXT NOT NULL,
    holder INTEGER NOT NULL,
    reserved_for INTEGER NOT NULL,
    place_priority INTEGER NOT NULL,
    place_since INTEGER NOT NULL,
    place_tie INTEGER NOT NULL,
    held_since INTEGER,
    hold_reason TEXT NOT NULL,
    outcome TEXT NOT NULL,
    noted INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- What came in once never comes in again, even after its ticket was cleaned up.
CREATE TABLE imports (
    number TEXT NOT NULL,
    queue INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    PRIMARY KEY (number, queue, arrived_at)
) STRICT, WITHOUT ROWID;
