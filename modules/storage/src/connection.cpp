#include "connection.h"

#include <sqlite3.h>

#include <smartqueue/engine/event_log.h>

namespace smartqueue::storage {

namespace codes = engine::storage_failures;

Failure failureOf(int extendedCode, const std::string &path, const std::string &reason)
{
    const auto code = [&] {
        switch (extendedCode & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_PROTOCOL:
            return codes::locked;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return codes::readOnly;
        case SQLITE_FULL:
            return codes::diskFull;
        case SQLITE_CORRUPT:
            return codes::damaged;
        case SQLITE_ERROR:
            // The statements are the program's own: somebody changed the tables behind them.
            return reason.starts_with("no such table") || reason.starts_with("no such column") ? codes::damaged : codes::ioError;
        case SQLITE_NOTADB:
            return codes::notADatabase;
        case SQLITE_CANTOPEN:
            return codes::cannotOpen;
        default:
            return codes::ioError;
        }
    }();
    return Failure{code, {{"path", path}, {"reason", reason}}};
}

Connection::Connection(const std::string &path, Access access, const std::string &vfs,
                       std::chrono::milliseconds busyTimeout)
    : m_path(path)
{
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Access::create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    case Access::write:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case Access::read:
        flags |= SQLITE_OPEN_READONLY;
        break;
    }
    const int outcome = sqlite3_open_v2(path.c_str(), &m_handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (outcome != SQLITE_OK) {
        const std::string reason = m_handle ? sqlite3_errmsg(m_handle) : sqlite3_errstr(outcome);
        sqlite3_close(m_handle);
        throw DatabaseError{failureOf(outcome, path, reason)};
    }
    sqlite3_busy_timeout(m_handle, int(busyTimeout.count()));
}

Connection::~Connection()
{
    sqlite3_close_v2(m_handle);
}

void Connection::execute(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        raise();
}

std::int64_t Connection::integer(const char *sql)
{
    std::int64_t value = 0;
    const auto first = [](void *target, int columns, char **texts, char **) {
        if (columns > 0 && texts[0])
            *static_cast<std::int64_t *>(target) = std::strtoll(texts[0], nullptr, 10);
        return 0;
    };
    if (sqlite3_exec(m_handle, sql, first, &value, nullptr) != SQLITE_OK)
        raise();
    return value;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

bool Connection::hasMoved() const
{
    int moved = 0;
    return sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

void Connection::sync()
{
    // The VFS knows how to reach the disk on every platform; the C++ library does not.
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods)
        raise(codes::ioError, "no file");
    if (const int outcome = file->pMethods->xSync(file, SQLITE_SYNC_FULL); outcome != SQLITE_OK)
        throw DatabaseError{failureOf(outcome, m_path, sqlite3_errstr(outcome))};
}

void Connection::raise() const
{
    throw DatabaseError{failureOf(sqlite3_extended_errcode(m_handle), m_path, sqlite3_errmsg(m_handle))};
}

void Connection::raise(FailureCode code, const std::string &reason) const
{
    throw DatabaseError{Failure{code, {{"path", m_path}, {"reason", reason}}}};
}

Transaction::Transaction(Connection &connection, Kind kind) : m_connection(connection)
{
    // What is committed to a file without a name is gone with this program.
    if (kind == Kind::writing && m_connection.hasMoved())
        m_connection.raise(codes::noDatabase, "moved");
    m_connection.execute(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    if (m_open)
        rollback();
}

void Transaction::commit()
{
    m_connection.execute("COMMIT");
    m_open = false;
}

void Transaction::rollback()
{
    m_open = false;
    if (m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace smartqueue::storage
