#include "statement.h"

#include <sqlite3.h>

namespace smartqueue::storage {

Statement::Statement(Connection &connection, std::string_view sql) : m_connection(connection)
{
    require(sqlite3_prepare_v3(connection.handle(), sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &m_handle,
                               nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_handle);
}

void Statement::bind(int position, std::nullptr_t)
{
    require(sqlite3_bind_null(m_handle, position));
}

void Statement::bind(int position, std::int64_t value)
{
    require(sqlite3_bind_int64(m_handle, position, value));
}

void Statement::bind(int position, std::string_view text)
{
    // A null pointer would bind NULL instead of an empty text.
    const char *data = text.data() ? text.data() : "";
    require(sqlite3_bind_text64(m_handle, position, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind(int position, Blob blob)
{
    const char *data = blob.bytes.data() ? blob.bytes.data() : "";
    require(sqlite3_bind_blob64(m_handle, position, data, blob.bytes.size(), SQLITE_STATIC));
}

std::int64_t Statement::finish()
{
    int outcome = SQLITE_ROW;
    while (outcome == SQLITE_ROW)
        outcome = sqlite3_step(m_handle);
    if (outcome != SQLITE_DONE) {
        // Resetting keeps the message of the failed step.
        sqlite3_reset(m_handle);
        m_connection.raise();
    }
    const std::int64_t changes = sqlite3_changes64(m_connection.handle());
    sqlite3_reset(m_handle);
    return changes;
}

void Statement::require(int outcome) const
{
    if (outcome != SQLITE_OK)
        m_connection.raise();
}

Rows::~Rows()
{
    sqlite3_reset(m_statement.m_handle);
}

bool Rows::next()
{
    const int outcome = sqlite3_step(m_statement.m_handle);
    if (outcome == SQLITE_ROW)
        return true;
    if (outcome != SQLITE_DONE)
        m_statement.m_connection.raise();
    return false;
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement.m_handle, column) == SQLITE_NULL;
}

std::int64_t Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement.m_handle, column);
}

std::string_view Rows::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.m_handle, column);
    const int size = sqlite3_column_bytes(m_statement.m_handle, column);
    return data ? std::string_view(static_cast<const char *>(data), std::size_t(size)) : std::string_view();
}

} // namespace smartqueue::storage
