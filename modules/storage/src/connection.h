#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include <smartqueue/foundation/result.h>

struct sqlite3;

namespace smartqueue::storage {

/// Thrown inside this module only; guarded() turns it into the answer at every public function.
struct DatabaseError {
    Failure failure;
};

template <class Work>
auto guarded(Work &&work) -> decltype(work())
{
    try {
        return work();
    } catch (const DatabaseError &error) {
        return tl::unexpected<Failure>(error.failure);
    }
}

/// The module's failure for an extended result code of SQLite.
Failure failureOf(int extendedCode, const std::string &path, const std::string &reason);

enum class Access { create, write, read };

/// One connection to one file. One thread at a time.
class Connection {
public:
    /// Throws DatabaseError. `vfs` empty: the platform's own.
    Connection(const std::string &path, Access access, const std::string &vfs, std::chrono::milliseconds busyTimeout);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void execute(const char *sql);
    /// The first column of the first row; 0 without a row.
    std::int64_t integer(const char *sql);
    bool inTransaction() const;
    bool isReadOnly() const;
    /// The file that is open does not stand at the path any more: it was deleted, renamed or replaced.
    bool hasMoved() const;
    /// Forces what the file holds to the disk.
    void sync();

    [[noreturn]] void raise() const;
    [[noreturn]] void raise(FailureCode code, const std::string &reason) const;

    sqlite3 *handle() const { return m_handle; }
    const std::string &path() const { return m_path; }

private:
    std::string m_path;
    sqlite3 *m_handle = nullptr;
};

/// BEGIN IMMEDIATE now, or a plain BEGIN for a reader that wants several answers of one moment; ROLLBACK at the end unless
/// committed.
class Transaction {
public:
    enum class Kind { writing, reading };
    explicit Transaction(Connection &connection, Kind kind = Kind::writing);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();
    /// Never throws; SQLite may have rolled back by itself.
    void rollback();

private:
    Connection &m_connection;
    bool m_open = true;
};

} // namespace smartqueue::storage
