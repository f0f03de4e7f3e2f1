#include "checkpoint_table.h"

namespace smartqueue::storage {

std::optional<engine::Checkpoint> findCheckpoint(Connection &connection, std::optional<Instant> at)
{
    Statement find(connection, at ? "SELECT seq, at_ms, state FROM checkpoints WHERE at_ms <= ? ORDER BY seq DESC LIMIT 1"
                                  : "SELECT seq, at_ms, state FROM checkpoints ORDER BY seq DESC LIMIT 1");
    if (at)
        find.bind(1, *at);
    auto rows = find.query();
    if (!rows.next())
        return std::nullopt;
    return engine::Checkpoint{rows.integer(0), rows.instant(1), rows.text(2)};
}

void writeCheckpoint(Connection &connection, const engine::Checkpoint &checkpoint)
{
    Statement(connection, "INSERT OR REPLACE INTO checkpoints (seq, at_ms, state) VALUES (?, ?, ?)")
        .run(checkpoint.sequence, checkpoint.at, Blob{checkpoint.state});
    Statement(connection, "DELETE FROM checkpoints WHERE seq NOT IN (SELECT seq FROM checkpoints ORDER BY seq DESC LIMIT ?)"
                          " AND seq NOT IN (SELECT max(seq) FROM checkpoints GROUP BY at_ms / 86400000)")
        .run(newestCheckpoints);
}

} // namespace smartqueue::storage
