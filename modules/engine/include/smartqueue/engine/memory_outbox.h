#pragma once

#include <algorithm>

#include <smartqueue/engine/outbox.h>

namespace smartqueue::engine {

/// For tests, and for branches that nothing outlives.
class MemoryOutbox final : public Outbox {
public:
    Result<std::vector<Entry>> all() override { return m_entries; }
    Result<std::int64_t> keep(const Command &command) override
    {
        m_entries.push_back({++m_last, command, false});
        return m_last;
    }
    Done offer(std::int64_t upTo) override
    {
        for (Entry &entry : m_entries)
            entry.offered = entry.offered || entry.number <= upTo;
        return {};
    }
    Done drop(std::int64_t upTo) override
    {
        std::erase_if(m_entries, [&](const Entry &entry) { return entry.number <= upTo; });
        return {};
    }

private:
    std::vector<Entry> m_entries;
    std::int64_t m_last = 0;
};

} // namespace smartqueue::engine
