#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

/// Keeps a reserve on the disk, so that a full one stops the writing before it stops SQLite in the middle. Looks at the
/// disk at most once a second, or sooner after much was written. One thread.
class FreeSpace {
public:
    FreeSpace(std::string path, std::uint64_t reserveBytes);

    /// `disk_full` with `free` and `reserve` in bytes when the reserve is touched.
    Done require(std::uint64_t bytesToWrite);

private:
    std::string m_path;
    std::uint64_t m_reserve;
    std::uint64_t m_free = 0;
    std::uint64_t m_writtenSince = 0;
    std::optional<std::chrono::steady_clock::time_point> m_looked;
};

} // namespace smartqueue::storage
