#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

struct sqlite3_vfs;

/// A disk between SQLite and the platform's own, which fails the n-th write, sync or truncate, or loses its power there.
/// Syncs are only remembered. One thread.
class FaultVfs {
public:
    enum class Strike {
        /// That one operation fails.
        once,
        /// It and every later one.
        always,
        /// As always, and what was not synced is lost: see cutPower().
        powerCut
    };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    static constexpr const char *name = "faults";

    /// The `operation`-th from now, from 1, fails with SQLite's `code` (SQLITE_FULL or SQLITE_IOERR).
    void arm(int operation, int code, Strike strike);
    /// The disk is whole again.
    void disarm();
    /// Operations since arm() or disarm().
    int operations() const { return m_operations; }
    bool struck() const { return m_struck; }

    /// After all connections are closed: every write since the last sync of its file is taken back, then some of them, or
    /// some of their sectors, chosen by `seed`, are done again, as a disk with a cache may leave them.
    void cutPower(std::uint64_t seed);

    // For the callbacks of SQLite.
    struct Unsynced {
        std::int64_t offset;
        std::string before;
        std::string after;
        std::int64_t sizeBefore;
        bool truncates;
    };
    /// SQLITE_OK, or what the operation shall answer.
    int strike(int ioError);
    bool isDead() const { return m_struck && m_strike != Strike::once; }
    void remember(const std::string &path, Unsynced change);
    void synced(const std::string &path) { m_unsynced.erase(path); }
    sqlite3_vfs *real() const { return m_real; }

private:
    sqlite3_vfs *m_real;
    sqlite3_vfs *m_own;
    int m_operations = 0;
    int m_failAt = 0;
    int m_code = 0;
    Strike m_strike = Strike::once;
    bool m_struck = false;
    std::map<std::string, std::vector<Unsynced>> m_unsynced;
};
