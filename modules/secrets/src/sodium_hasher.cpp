#include "smartqueue/secrets/sodium_hasher.h"

#include <array>
#include <cmath>

#include <QtGlobal>

#include <zxcvbn.h>

#include "wipe.h"

namespace smartqueue::secrets {

namespace {

constexpr std::size_t lookedAt = 100;
constexpr double triesOfACommonOne = 10'000;

/// What zxcvbn's English lists leave out of the commonest: the rows of the French keyboard, its "password", and our own name.
constexpr std::array<const char *, 5> alsoCommon{"motdepasse", "azertyuiop", "qsdfghjklm", "smartqueue", nullptr};

/// A hash of these parameters that no password has within anybody's lifetime: its salt and its digest are all zeros.
std::string nobodysHash(const Argon2Cost &cost)
{
    const std::string salt(22, 'A');
    const std::string digest(43, 'A');
    return "$argon2id$v=19$m=" + std::to_string(cost.memory / 1024) + ",t=" + std::to_string(cost.passes) + ",p=1$" + salt + '$'
        + digest;
}

} // namespace

SodiumHasher::SodiumHasher(Argon2 &argon2)
    : m_argon2(argon2)
    , m_nobodysHash(nobodysHash(argon2.cost()))
{
}

Result<std::string> SodiumHasher::hash(std::string_view secret)
{
    Q_ASSERT(secret.size() <= longestSecret);
    return m_argon2.hash(secret);
}

bool SodiumHasher::verify(const std::string &hash, std::string_view secret)
{
    const bool right = m_argon2.verify(hash.empty() ? m_nobodysHash : hash, secret);
    return right && !hash.empty();
}

bool SodiumHasher::isCommon(std::string_view password)
{
    std::string beginning(password.substr(0, lookedAt));
    std::array<const char *, alsoCommon.size()> also = alsoCommon;
    const double bits = ZxcvbnMatch(beginning.c_str(), also.data(), nullptr);
    wipe(beginning);
    return bits < std::log2(triesOfACommonOne);
}

} // namespace smartqueue::secrets
