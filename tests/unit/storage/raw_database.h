#pragma once

#include <string>

#include <sqlite3.h>

namespace smartqueue {

/// A second program at the same file.
class RawDatabase {
public:
    explicit RawDatabase(const std::string &path) { sqlite3_open(path.c_str(), &m_handle); }
    ~RawDatabase() { sqlite3_close(m_handle); }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    bool run(const std::string &sql) { return sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK; }
    /// The first column of the first row.
    std::string value(const std::string &sql)
    {
        std::string found;
        const auto first = [](void *target, int, char **texts, char **) {
            *static_cast<std::string *>(target) = texts[0] ? texts[0] : "";
            return 1;
        };
        sqlite3_exec(m_handle, sql.c_str(), first, &found, nullptr);
        return found;
    }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace smartqueue
