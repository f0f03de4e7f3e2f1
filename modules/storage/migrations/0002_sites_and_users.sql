-- One database holds several branches. A row of before is the first one's, asked for by the owner.
ALTER TABLE oplog ADD COLUMN site INTEGER NOT NULL DEFAULT 1;
-- 0: the owner of a database without users; -1: the program itself.
ALTER TABLE oplog ADD COLUMN by_user INTEGER NOT NULL DEFAULT 0;
-- What the payload defines or changes, as it stood before, in the payload's own form; empty where there was nothing.
ALTER TABLE oplog ADD COLUMN before TEXT NOT NULL DEFAULT '';
CREATE INDEX oplog_by_site ON oplog (site);

-- The upper half of a queue's id is its site, counted from 0.
DROP INDEX tickets_by_arrival;
CREATE INDEX tickets_by_arrival ON tickets (queue >> 32, arrived_at);

-- Copies of a database share it, and with it the key to the customers' data.
INSERT INTO meta VALUES ('identity', random());
