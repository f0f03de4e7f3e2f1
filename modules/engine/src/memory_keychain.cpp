#include "smartqueue/engine/memory_keychain.h"

#include <QtGlobal>

namespace smartqueue::engine {

Result<std::optional<std::string>> MemoryKeychain::read(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    if (m_failure)
        return tl::unexpected(*m_failure);
    const auto found = m_secrets.find(name);
    return found == m_secrets.end() ? std::optional<std::string>() : std::optional(found->second);
}

Done MemoryKeychain::write(const std::string &name, const std::string &secret)
{
    Q_ASSERT(secret.size() <= longestSecret);
    const std::lock_guard lock(m_mutex);
    if (m_failure)
        return tl::unexpected(*m_failure);
    m_secrets[name] = secret;
    return {};
}

Done MemoryKeychain::remove(const std::string &name)
{
    const std::lock_guard lock(m_mutex);
    if (m_failure)
        return tl::unexpected(*m_failure);
    m_secrets.erase(name);
    return {};
}

void MemoryKeychain::failWith(std::optional<Failure> failure)
{
    const std::lock_guard lock(m_mutex);
    m_failure = std::move(failure);
}

} // namespace smartqueue::engine
