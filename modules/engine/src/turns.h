#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>

namespace smartqueue::engine {

/// One attempt at an account at a time: whoever comes next knows how the one before ended, so that many at once are no more
/// guesses than as many one after the other. From any thread.
class Turns {
public:
    /// Waits for its turn, which lasts as long as it does. `turns` outlives it.
    class Turn {
    public:
        Turn(Turns &turns, std::string account) : m_turns(turns), m_account(std::move(account))
        {
            std::unique_lock lock(m_turns.m_mutex);
            m_turns.m_free.wait(lock, [this] { return !m_turns.m_taken.contains(m_account); });
            m_turns.m_taken.insert(m_account);
        }
        ~Turn()
        {
            {
                const std::lock_guard lock(m_turns.m_mutex);
                m_turns.m_taken.erase(m_account);
            }
            m_turns.m_free.notify_all();
        }
        Turn(const Turn &) = delete;
        Turn &operator=(const Turn &) = delete;

    private:
        Turns &m_turns;
        const std::string m_account;
    };

private:
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::set<std::string> m_taken;
};

} // namespace smartqueue::engine
