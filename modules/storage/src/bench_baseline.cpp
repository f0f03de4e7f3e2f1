#include "smartqueue/storage/bench_baseline.h"

#include <chrono>

#include <sqlite3.h>

#include "connection.h"
#include "file_steps.h"
#include "migrations.h"

namespace smartqueue::storage {

namespace {

/// Commands that one ticket goes through: issued, called, started, completed.
constexpr int commandsOfATicket = 4;

constexpr const char *statements[] = {
    "INSERT INTO oplog (seq, epoch, cmd_id, device, actor, kind, schema, at_ms, payload, prev_hash, hash)"
    " VALUES (?1, 1, ?3, '', 1, 'call_next', 1, ?1, ?4, zeroblob(32), zeroblob(32))",
    "INSERT INTO ticket_batches (ticket, seq) VALUES (?2, ?1)",
    "INSERT INTO tickets VALUES (?2, 'A001', 1, 0, 0, 'desk', 0, ?1, NULL, NULL, NULL, 0, 60, 120, 240, 20000, 0, 1, '',"
    " 0, 0, 0, ?1, 1, NULL, '', '', 0, ?1) ON CONFLICT (id) DO UPDATE SET number = excluded.number,"
    " queue = excluded.queue, state = 1, agent = 1, called_at = ?1, waited_ms = ?1, holder = 1, revision = ?1",
    "INSERT OR REPLACE INTO legs VALUES (?2, 0, 1, 1, 'Counter 1', ?1, ?1, NULL, NULL, 0, 0, 0, 0)",
    "INSERT INTO receipts (seq, at_ms, ticket, number, entity) VALUES (?1, ?1, ?2, 'A001', 0)"};

void require(Connection &connection, bool good)
{
    if (!good)
        connection.raise();
}

void runOnce(Connection &connection, sqlite3_stmt *statement)
{
    require(connection, sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
}

/// The statements of one command, and their end.
class RawWriter {
public:
    explicit RawWriter(Connection &connection) : m_connection(connection)
    {
        m_begin = prepared("BEGIN IMMEDIATE");
        m_commit = prepared("COMMIT");
        for (std::size_t i = 0; i < std::size(statements); ++i)
            m_rows[i] = prepared(statements[i]);
    }
    ~RawWriter()
    {
        for (sqlite3_stmt *statement : m_rows)
            sqlite3_finalize(statement);
        sqlite3_finalize(m_begin);
        sqlite3_finalize(m_commit);
    }
    RawWriter(const RawWriter &) = delete;
    RawWriter &operator=(const RawWriter &) = delete;

    void begin() { runOnce(m_connection, m_begin); }
    void commit() { runOnce(m_connection, m_commit); }

    void command(int sequence)
    {
        // Ids of the length of a UUID in no order, as commands have them.
        char id[37];
        const unsigned mixed = unsigned(sequence) * 2654435761u;
        std::snprintf(id, sizeof id, "%08x-0000-4000-8000-%012x", mixed, unsigned(sequence));
        for (sqlite3_stmt *statement : m_rows) {
            sqlite3_bind_int(statement, 1, sequence);
            const int parameters = sqlite3_bind_parameter_count(statement);
            if (parameters >= 2)
                sqlite3_bind_int(statement, 2, 1 + (sequence - 1) / commandsOfATicket);
            if (parameters >= 3)
                sqlite3_bind_text(statement, 3, id, 36, SQLITE_TRANSIENT);
            if (parameters >= 4)
                sqlite3_bind_text(statement, 4, m_payload.data(), int(m_payload.size()), SQLITE_STATIC);
            runOnce(m_connection, statement);
        }
    }

private:
    sqlite3_stmt *prepared(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        require(m_connection,
                sqlite3_prepare_v3(m_connection.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
                    == SQLITE_OK);
        return statement;
    }

    Connection &m_connection;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_commit = nullptr;
    sqlite3_stmt *m_rows[std::size(statements)] = {};
    /// As long as a usual batch of events.
    const std::string m_payload = std::string(240, 'x');
};

} // namespace

Result<double> rawCommandsPerSecond(const RawBaseline &baseline)
{
    if (const Done absolute = requireAbsolute(baseline.path); !absolute)
        return tl::unexpected(absolute.error());
    return guarded([&]() -> Result<double> {
        Connection connection(baseline.path, Access::create, {}, std::chrono::milliseconds(0));
        // The writer's own settings: the comparison is about rows, not about checkpoints.
        connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;"
                           "PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384");
        migrate(connection, embeddedMigrations(), 0);
        RawWriter writer(connection);
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < baseline.commands; ++i) {
            if (i % baseline.perCommit == 0)
                writer.begin();
            writer.command(i + 1);
            if ((i + 1) % baseline.perCommit == 0 || i + 1 == baseline.commands)
                writer.commit();
        }
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        return baseline.commands / taken.count();
    });
}

} // namespace smartqueue::storage
