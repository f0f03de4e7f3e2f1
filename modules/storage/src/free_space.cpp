#include "free_space.h"

#include <smartqueue/engine/event_log.h>

#include "file_steps.h"

namespace smartqueue::storage {

namespace {

constexpr std::uint64_t growthBetweenLooks = 4ull << 20;

} // namespace

FreeSpace::FreeSpace(std::string path, std::uint64_t reserveBytes)
    : m_path(std::move(path)), m_reserve(reserveBytes)
{
}

Done FreeSpace::require(std::uint64_t bytesToWrite)
{
    const auto now = std::chrono::steady_clock::now();
    m_writtenSince += bytesToWrite;
    if (!m_looked || now - *m_looked >= std::chrono::seconds(1) || m_writtenSince >= growthBetweenLooks) {
        std::error_code error;
        const auto space = std::filesystem::space(filePath(m_path).parent_path(), error);
        m_free = error ? UINTMAX_MAX : space.available;
        m_looked = now;
        m_writtenSince = 0;
    }
    if (m_free < m_reserve)
        return fail(engine::storage_failures::diskFull, {{"path", m_path},
                                                         {"reason", "reserve"},
                                                         {"free", std::to_string(m_free)},
                                                         {"reserve", std::to_string(m_reserve)}});
    return {};
}

} // namespace smartqueue::storage
