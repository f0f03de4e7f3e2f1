#include "smartqueue/engine/vault.h"

#include <smartqueue/domain/failures.h>

namespace smartqueue::engine {

namespace {

/// Before every sealed text; none that a person types begins so.
constexpr std::string_view mark = "\x1fsealed:";

} // namespace

bool Vault::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_key.has_value();
}

void Vault::open(SealingKey key)
{
    const std::lock_guard lock(m_mutex);
    m_key = std::move(key);
}

void Vault::openWithNewKey()
{
    const std::lock_guard lock(m_mutex);
    if (!m_key)
        m_key = m_sealer.newKey();
}

std::optional<SealingKey> Vault::key() const
{
    const std::lock_guard lock(m_mutex);
    return m_key;
}

Result<std::string> Vault::seal(std::string_view plain) const
{
    const auto mine = key();
    if (!mine)
        return fail(failures::locked);
    return std::string(mark) + m_sealer.seal(*mine, plain);
}

Result<std::string> Vault::read(const std::string &kept) const
{
    if (!kept.starts_with(mark))
        return kept;
    const auto mine = key();
    if (!mine)
        return fail(failures::locked);
    return m_sealer.open(*mine, std::string_view(kept).substr(mark.size()));
}

Result<std::string> Vault::lockedWith(std::string_view password) const
{
    const auto mine = key();
    if (!mine)
        return std::string();
    const std::string salt = m_sealer.newSalt();
    const auto outer = m_sealer.keyFrom(password, salt);
    if (!outer)
        return tl::unexpected(outer.error());
    return salt + '$' + m_sealer.seal(*outer, *mine);
}

Done Vault::openWith(std::string_view password, const std::string &locked)
{
    const auto end = locked.find('$');
    if (end == std::string::npos)
        return fail(secret_failures::sealed);
    const auto outer = m_sealer.keyFrom(password, locked.substr(0, end));
    if (!outer)
        return tl::unexpected(outer.error());
    auto inner = m_sealer.open(*outer, std::string_view(locked).substr(end + 1));
    if (!inner)
        return tl::unexpected(inner.error());
    open(std::move(*inner));
    return {};
}

Done Vault::openWithPassphrase(std::string_view passphrase, const std::string &identity)
{
    auto made = m_sealer.keyFrom(passphrase, "passphrase of " + identity);
    if (!made)
        return tl::unexpected(made.error());
    open(std::move(*made));
    return {};
}

} // namespace smartqueue::engine
