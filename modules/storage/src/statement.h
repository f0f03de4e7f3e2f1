#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/strong_id.h>

#include "connection.h"

struct sqlite3_stmt;

namespace smartqueue::storage {

/// Bytes that SQLite shall not take for text.
struct Blob {
    std::string_view bytes;
};

class Rows;

/// A prepared statement, kept for the life of its connection. Every failure throws DatabaseError.
class Statement {
public:
    Statement(Connection &connection, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Binds the values in order, runs to the end, resets. Returns the number of rows changed.
    template <class... Values>
    std::int64_t run(const Values &...values)
    {
        int position = 0;
        (bind(++position, values), ...);
        return finish();
    }

    /// Binds the values, which must outlive the rows; the statement is reset when the rows go.
    template <class... Values>
    Rows query(const Values &...values);

    void bind(int position, std::nullptr_t);
    void bind(int position, std::int64_t value);
    void bind(int position, std::string_view text);
    void bind(int position, const std::string &text) { bind(position, std::string_view(text)); }
    void bind(int position, Blob blob);
    void bind(int position, Instant instant) { bind(position, std::int64_t(instant.time_since_epoch().count())); }
    template <class R, class P>
    void bind(int position, std::chrono::duration<R, P> duration)
    {
        bind(position, std::int64_t(duration.count()));
    }
    template <class Tag>
    void bind(int position, StrongId<Tag> id)
    {
        bind(position, id.value);
    }
    template <class T>
        requires(std::is_enum_v<T> || (std::is_integral_v<T> && !std::is_same_v<T, std::int64_t>))
    void bind(int position, T value)
    {
        bind(position, static_cast<std::int64_t>(value));
    }
    template <class T>
    void bind(int position, const std::optional<T> &value)
    {
        if (value)
            bind(position, *value);
        else
            bind(position, nullptr);
    }

private:
    friend class Rows;

    std::int64_t finish();
    void require(int outcome) const;

    Connection &m_connection;
    sqlite3_stmt *m_handle = nullptr;
};

/// The rows of a running query, first to last.
class Rows {
public:
    explicit Rows(Statement &statement) : m_statement(statement) {}
    ~Rows();
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;

    bool next();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    /// Valid until next().
    std::string_view bytes(int column) const;
    std::string text(int column) const { return std::string(bytes(column)); }
    Instant instant(int column) const { return Instant(Duration(integer(column))); }
    std::optional<Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }
    template <class Id>
    Id id(int column) const
    {
        return Id{integer(column)};
    }

private:
    Statement &m_statement;
};

template <class... Values>
Rows Statement::query(const Values &...values)
{
    int position = 0;
    (bind(++position, values), ...);
    return Rows(*this);
}

} // namespace smartqueue::storage
