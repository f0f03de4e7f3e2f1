#pragma once

#include <algorithm>

#include <smartqueue/domain/codec.h>
#include <smartqueue/engine/outbox.h>

namespace smartqueue::engine {

/// For tests, and for branches that nothing outlives.
class MemoryOutbox final : public Outbox {
public:
    Result<std::vector<Entry>> all() override { return m_entries; }
    Result<std::vector<Aside>> aside() override { return m_aside; }
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
    Done drop(const std::vector<std::int64_t> &numbers) override
    {
        std::erase_if(m_entries, [&](const Entry &entry) { return std::find(numbers.begin(), numbers.end(), entry.number) != numbers.end(); });
        return {};
    }
    Done setAside(std::int64_t number, const Failure &why) override
    {
        const auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &each) { return each.number == number; });
        if (entry == m_entries.end())
            return {};
        const auto reason = why.detail.find("reason");
        m_aside.push_back({number, issuedAlone(entry->command), codec::encode(entry->command), std::string(why.code.name()),
                           reason == why.detail.end() ? std::string() : reason->second});
        m_entries.erase(entry);
        return {};
    }

private:
    std::vector<Entry> m_entries;
    std::vector<Aside> m_aside;
    std::int64_t m_last = 0;
};

} // namespace smartqueue::engine
