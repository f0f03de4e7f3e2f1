#include "proofs.h"

#include <algorithm>

namespace smartqueue::engine {

namespace {

constexpr std::size_t accountsKept = 10'000;

} // namespace

std::optional<std::chrono::seconds> Proofs::waitBefore(const std::string &account, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    return accounts::waitBefore(m_directory, account, now);
}

void Proofs::failed(const std::string &account, Instant now)
{
    const std::lock_guard lock(m_mutex);
    auto &attempts = m_directory.attempts;
    ++attempts[account].failures;
    attempts[account].last = now;
    if (attempts.size() > accountsKept)
        attempts.erase(std::min_element(attempts.begin(), attempts.end(), [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
}

void Proofs::succeeded(const std::string &account)
{
    const std::lock_guard lock(m_mutex);
    m_directory.attempts.erase(account);
}

std::int64_t Proofs::lastStep(UserId user) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_steps.find(user);
    return found == m_steps.end() ? 0 : found->second;
}

void Proofs::spend(UserId user, std::int64_t step)
{
    const std::lock_guard lock(m_mutex);
    m_steps[user] = step;
}

} // namespace smartqueue::engine
