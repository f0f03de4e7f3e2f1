#include "checkpoint_table.h"

#include <QByteArray>

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
    const std::string_view packed = rows.bytes(2);
    const QByteArray state = qUncompress(QByteArray::fromRawData(packed.data(), qsizetype(packed.size())));
    if (state.isNull())
        connection.raise(engine::storage_failures::damaged, "checkpoint " + std::to_string(rows.integer(0)));
    return engine::Checkpoint{rows.integer(0), rows.instant(1), state.toStdString()};
}

void writeCheckpoint(Connection &connection, const engine::Checkpoint &checkpoint)
{
    // Level 1: the state is text that repeats itself, and the engine waits for this.
    const QByteArray packed = qCompress(
        QByteArray::fromRawData(checkpoint.state.data(), qsizetype(checkpoint.state.size())), 1);
    Statement(connection, "INSERT OR REPLACE INTO checkpoints (seq, at_ms, state) VALUES (?, ?, ?)")
        .run(checkpoint.sequence, checkpoint.at, Blob{std::string_view(packed.constData(), std::size_t(packed.size()))});
    Statement(connection, "DELETE FROM checkpoints WHERE seq NOT IN (SELECT seq FROM checkpoints ORDER BY seq DESC LIMIT ?)"
                          " AND seq NOT IN (SELECT max(seq) FROM checkpoints GROUP BY at_ms / 86400000)")
        .run(newestCheckpoints);
}

} // namespace smartqueue::storage
