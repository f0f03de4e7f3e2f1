#include "smartqueue/storage/sqlite_outbox.h"

#include <sqlite3.h>

#include <smartqueue/domain/codec.h>

#include "file_steps.h"
#include "statement.h"

namespace smartqueue::storage {

namespace {

constexpr std::chrono::milliseconds patience{2000};

} // namespace

SqliteOutbox::SqliteOutbox(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)),
      m_all(std::make_unique<Statement>(*m_connection, "SELECT number, command, offered FROM outbox ORDER BY number")),
      m_keep(std::make_unique<Statement>(*m_connection, "INSERT INTO outbox (command) VALUES (?)")),
      m_offer(std::make_unique<Statement>(*m_connection, "UPDATE outbox SET offered = 1 WHERE number <= ? AND offered = 0")),
      m_drop(std::make_unique<Statement>(*m_connection, "DELETE FROM outbox WHERE number <= ?"))
{
}

SqliteOutbox::~SqliteOutbox() = default;

Result<std::unique_ptr<engine::Outbox>> SqliteOutbox::open(const std::string &path)
{
    if (const Done absolute = requireAbsolute(path); !absolute)
        return tl::unexpected(absolute.error());
    return guarded([&]() -> Result<std::unique_ptr<engine::Outbox>> {
        makePrivateFile(path);
        auto connection = std::make_unique<Connection>(path, Access::create, std::string(), patience);
        connection->execute("PRAGMA fullfsync = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON;"
                            "CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, command TEXT NOT NULL,"
                            " offered INTEGER NOT NULL DEFAULT 0) STRICT");
        return std::unique_ptr<engine::Outbox>(new SqliteOutbox(std::move(connection)));
    });
}

Result<std::vector<engine::Outbox::Entry>> SqliteOutbox::all()
{
    return guarded([&]() -> Result<std::vector<Entry>> {
        std::vector<Entry> entries;
        Rows rows = m_all->query();
        while (rows.next()) {
            auto command = codec::decodeCommand(rows.bytes(1));
            if (!command)
                return tl::unexpected(command.error());
            entries.push_back({rows.integer(0), std::move(*command), rows.integer(2) != 0});
        }
        return entries;
    });
}

Result<std::int64_t> SqliteOutbox::keep(const Command &command)
{
    return guarded([&]() -> Result<std::int64_t> {
        m_keep->run(codec::encode(command));
        return sqlite3_last_insert_rowid(m_connection->handle());
    });
}

Done SqliteOutbox::offer(std::int64_t upTo)
{
    return guarded([&]() -> Done {
        m_offer->run(upTo);
        return {};
    });
}

Done SqliteOutbox::drop(std::int64_t upTo)
{
    return guarded([&]() -> Done {
        m_drop->run(upTo);
        return {};
    });
}

} // namespace smartqueue::storage
