-- What stands beside the log names the batch that it came with, so that a replica that missed it gets it with the batch.
ALTER TABLE personal ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
CREATE INDEX personal_by_seq ON personal (seq);

-- Keys that were erased, and with which batch; what a replica still has under them goes.
CREATE TABLE erased (
    key TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_by_seq ON erased (seq);

-- Another one each time this desktop decides anew: a backup that was put back has that of before.
INSERT INTO meta VALUES ('incarnation', 0);
