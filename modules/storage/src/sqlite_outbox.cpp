#include "smartqueue/storage/sqlite_outbox.h"

#include <sqlite3.h>

#include <smartqueue/domain/codec.h>

#include "file_steps.h"
#include "statement.h"

namespace smartqueue::storage {

namespace {

constexpr std::chrono::milliseconds patience{2000};
constexpr int schema = 1;

/// The ticket stands in a column of its own: its number is given, whatever becomes of the command's text.
void migrate(Connection &connection)
{
    const std::int64_t version = connection.integer("PRAGMA user_version");
    if (version > schema)
        connection.raise(engine::storage_failures::newerSchema, std::to_string(version));
    if (version == schema)
        return;
    Transaction whole(connection);
    connection.execute("CREATE TABLE IF NOT EXISTS outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, command TEXT NOT NULL,"
                       " offered INTEGER NOT NULL DEFAULT 0) STRICT;"
                       "ALTER TABLE outbox ADD COLUMN ticket INTEGER NOT NULL DEFAULT 0;"
                       "CREATE TABLE aside (number INTEGER PRIMARY KEY, command TEXT NOT NULL, ticket INTEGER NOT NULL,"
                       " code TEXT NOT NULL, reason TEXT NOT NULL) STRICT;"
                       "PRAGMA user_version = 1");
    whole.commit();
}

} // namespace

SqliteOutbox::SqliteOutbox(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)),
      m_all(std::make_unique<Statement>(*m_connection, "SELECT number, command, offered FROM outbox ORDER BY number")),
      m_aside(std::make_unique<Statement>(*m_connection, "SELECT number, ticket, command, code, reason FROM aside ORDER BY number")),
      m_keep(std::make_unique<Statement>(*m_connection, "INSERT INTO outbox (command, ticket) VALUES (?, ?)")),
      m_offer(std::make_unique<Statement>(*m_connection, "UPDATE outbox SET offered = 1 WHERE number <= ? AND offered = 0")),
      m_drop(std::make_unique<Statement>(*m_connection, "DELETE FROM outbox WHERE number = ?")),
      m_setAside(std::make_unique<Statement>(*m_connection, "INSERT INTO aside SELECT number, command, ticket, ?2, ?3 FROM outbox WHERE number = ?1"))
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
        connection->execute("PRAGMA fullfsync = ON; PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON");
        migrate(*connection);
        return std::unique_ptr<engine::Outbox>(new SqliteOutbox(std::move(connection)));
    });
}

Result<std::vector<engine::Outbox::Entry>> SqliteOutbox::all()
{
    return guarded([&]() -> Result<std::vector<Entry>> {
        std::vector<Entry> entries;
        std::vector<std::int64_t> unreadable;
        {
            Rows rows = m_all->query();
            while (rows.next()) {
                auto command = codec::decodeCommand(rows.bytes(1));
                if (command && command->alone)
                    entries.push_back({rows.integer(0), std::move(*command), rows.integer(2) != 0});
                else
                    unreadable.push_back(rows.integer(0));
            }
        }
        for (const std::int64_t number : unreadable) {
            if (const Done set = setAside(number, {codec::unreadable, {}}); !set)
                return tl::unexpected(set.error());
        }
        return entries;
    });
}

Result<std::vector<engine::Outbox::Aside>> SqliteOutbox::aside()
{
    return guarded([&]() -> Result<std::vector<Aside>> {
        std::vector<Aside> kept;
        Rows rows = m_aside->query();
        while (rows.next())
            kept.push_back({rows.integer(0), rows.id<TicketId>(1), rows.text(2), rows.text(3), rows.text(4)});
        return kept;
    });
}

Result<std::int64_t> SqliteOutbox::keep(const Command &command)
{
    return guarded([&]() -> Result<std::int64_t> {
        m_keep->run(codec::encode(command), engine::issuedAlone(command));
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

Done SqliteOutbox::drop(const std::vector<std::int64_t> &numbers)
{
    return guarded([&]() -> Done {
        Transaction whole(*m_connection);
        for (const std::int64_t number : numbers)
            m_drop->run(number);
        whole.commit();
        return {};
    });
}

Done SqliteOutbox::setAside(std::int64_t number, const Failure &why)
{
    return guarded([&]() -> Done {
        const auto reason = why.detail.find("reason");
        Transaction whole(*m_connection);
        m_setAside->run(number, why.code.name(), reason == why.detail.end() ? std::string() : reason->second);
        m_drop->run(number);
        whole.commit();
        return {};
    });
}

} // namespace smartqueue::storage
