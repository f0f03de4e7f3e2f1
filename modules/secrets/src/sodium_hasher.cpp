#include "smartqueue/secrets/sodium_hasher.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QString>

#include <zxcvbn.h>

#include "wipe.h"

namespace smartqueue::secrets {

namespace {

constexpr qsizetype lookedAt = 100;
constexpr double triesOfACommonOne = 10'000;

/// What zxcvbn's English lists leave out of the commonest: "password" and the rows of the keyboard elsewhere, what stands in every
/// example, and our own name. In small letters, the commoner the sooner: by its place it is counted.
constexpr std::array alsoCommon{
    "пароль", "motdepasse", "passwort", "йцукен", "azertyuiop", "qwertzuiop", "smartqueue", "contraseña", "wachtwoord", "hasło", "heslo", "parola",
    "kennwort", "qsdfghjklm", "йцукенгшщз", "фывапролдж", "привет", "любовь", "パスワード", "密码", "example.org", "example.com", "example.net",
};

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
    // In small letters of every script: zxcvbn knows those of English alone.
    const std::string_view beginning = password.substr(0, 4 * lookedAt);
    QString typed = QString::fromUtf8(beginning.data(), qsizetype(beginning.size())).toLower();
    QByteArray plain = typed.left(lookedAt).toUtf8();
    // zxcvbn wants a null behind the last.
    std::array<const char *, alsoCommon.size() + 1> also{};
    std::copy(alsoCommon.begin(), alsoCommon.end(), also.begin());
    const double bits = ZxcvbnMatch(plain.constData(), also.data(), nullptr);
    wipe(plain);
    wipe(typed);
    return bits < std::log2(triesOfACommonOne);
}

} // namespace smartqueue::secrets
