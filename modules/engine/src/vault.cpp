#include "smartqueue/engine/vault.h"

#include <algorithm>
#include <array>
#include <optional>

#include <smartqueue/domain/failures.h>

namespace smartqueue::engine {

namespace {

/// Before every sealed text; none that a person types begins so.
constexpr std::string_view mark = "\x1fsealed:";

/// A locked key: whoever has the password has the secret half of a pair, and with it the key that was sealed for the pair.
struct Lock {
    std::string salt;
    std::string secretHalf;
    std::string publicHalf;
    std::string key;

    std::string text() const { return salt + '$' + secretHalf + '$' + publicHalf + '$' + key; }
};

std::optional<Lock> lockIn(std::string_view text)
{
    std::array<std::string, 4> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = text.find('$');
        if ((end == std::string_view::npos) != (i + 1 == parts.size()))
            return std::nullopt;
        parts[i] = text.substr(0, end);
        text.remove_prefix(std::min(text.size(), end == std::string_view::npos ? text.size() : end + 1));
    }
    return Lock{parts[0], parts[1], parts[2], parts[3]};
}

} // namespace

bool Vault::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return !m_keys.empty();
}

void Vault::adopt(SealingKey key)
{
    const std::lock_guard lock(m_mutex);
    m_keys.push_back(std::move(key));
}

void Vault::revert()
{
    const std::lock_guard lock(m_mutex);
    if (!m_keys.empty())
        m_keys.pop_back();
}

SealingKey Vault::key() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys.empty() ? SealingKey() : m_keys.back();
}

Result<std::string> Vault::seal(std::string_view plain) const
{
    const SealingKey mine = key();
    if (mine.empty())
        return fail(failures::locked);
    return sealedWith(mine, plain);
}

std::string Vault::sealedWith(const SealingKey &key, std::string_view plain) const
{
    return std::string(mark) + m_sealer.seal(key, plain);
}

bool Vault::isSealed(const std::string &kept)
{
    return kept.starts_with(mark);
}

Result<std::string> Vault::read(const std::string &kept) const
{
    if (!isSealed(kept))
        return kept;
    std::vector<SealingKey> keys;
    {
        const std::lock_guard lock(m_mutex);
        keys = m_keys;
    }
    if (keys.empty())
        return fail(failures::locked);
    Result<std::string> plain = fail(secret_failures::sealed);
    for (auto key = keys.rbegin(); key != keys.rend() && !plain; ++key)
        plain = m_sealer.open(*key, std::string_view(kept).substr(mark.size()));
    return plain;
}

bool Vault::opens(const SealingKey &key, const std::string &kept) const
{
    return isSealed(kept) && key.size() == Sealer::keyBytes && m_sealer.open(key, std::string_view(kept).substr(mark.size())).has_value();
}

Result<std::string> Vault::lockedWith(std::string_view password, const SealingKey &key) const
{
    Lock lock;
    lock.salt = m_sealer.newSalt();
    const auto outer = m_sealer.keyFrom(password, lock.salt);
    if (!outer)
        return tl::unexpected(outer.error());
    const auto [secretHalf, publicHalf] = m_sealer.newKeyPair();
    lock.secretHalf = m_sealer.seal(*outer, secretHalf);
    lock.publicHalf = publicHalf;
    return relocked(lock.text(), key);
}

std::string Vault::relocked(const std::string &locked, const SealingKey &key) const
{
    auto lock = lockIn(locked);
    if (!lock)
        return {};
    auto sealed = m_sealer.sealFor(lock->publicHalf, key);
    if (!sealed)
        return {};
    lock->key = std::move(*sealed);
    return lock->text();
}

Done Vault::openWith(std::string_view password, const std::string &locked)
{
    const auto lock = lockIn(locked);
    if (!lock)
        return fail(secret_failures::sealed);
    const auto outer = m_sealer.keyFrom(password, lock->salt);
    if (!outer)
        return tl::unexpected(outer.error());
    const auto secretHalf = m_sealer.open(*outer, lock->secretHalf);
    if (!secretHalf)
        return tl::unexpected(secretHalf.error());
    auto inner = m_sealer.openFor(*secretHalf, lock->publicHalf, lock->key);
    if (!inner)
        return tl::unexpected(inner.error());
    adopt(std::move(*inner));
    return {};
}

} // namespace smartqueue::engine
