#include "smartqueue/secrets/oath_passwords.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include <QRandomGenerator>
#include <QUrl>

#include <liboath/oath.h>

#include "wipe.h"

namespace smartqueue::secrets {

namespace {

constexpr std::chrono::seconds stepLength{30};
constexpr unsigned digits = 6;

std::int64_t stepOf(Instant at)
{
    return std::chrono::floor<std::chrono::seconds>(at).time_since_epoch() / stepLength;
}

/// The bytes that a secret's base 32 stands for; wiped when they go.
class SecretBytes {
public:
    explicit SecretBytes(const std::string &base32)
    {
        if (oath_base32_decode(base32.data(), base32.size(), &m_data, &m_size) != OATH_OK)
            m_data = nullptr;
    }
    ~SecretBytes()
    {
        if (m_data)
            sodium_memzero(m_data, m_size);
        std::free(m_data);
    }
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;

    /// Empty for what is no base 32, and before 1970.
    std::string codeOf(std::int64_t step) const
    {
        std::array<char, digits + 1> code{};
        if (!m_data || m_size == 0 || step < 0
            || oath_totp_generate(m_data, m_size, std::time_t(step * stepLength.count()), unsigned(stepLength.count()), 0, digits,
                                  code.data())
                != OATH_OK)
            return {};
        return code.data();
    }

private:
    char *m_data = nullptr;
    std::size_t m_size = 0;
};

QByteArray encoded(std::string name)
{
    std::replace(name.begin(), name.end(), ':', ' ');
    return QUrl::toPercentEncoding(QString::fromStdString(name));
}

} // namespace

OathPasswords::OathPasswords()
{
    // Where it fails, no code is made, and so none matches.
    oath_init();
}

std::string OathPasswords::newSecret()
{
    // A multiple of four: the random words fill it, and base 32 needs no padding.
    std::array<quint32, 5> random;
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    char *text = nullptr;
    std::size_t size = 0;
    std::string secret;
    if (oath_base32_encode(reinterpret_cast<const char *>(random.data()), sizeof(random), &text, &size) == OATH_OK) {
        secret.assign(text, size);
        sodium_memzero(text, size);
        std::free(text);
    }
    sodium_memzero(random.data(), sizeof(random));
    Q_ASSERT(secret.size() == 32);
    return secret;
}

std::optional<std::int64_t> OathPasswords::match(const std::string &secret, std::string_view code, Instant now,
                                                 std::int64_t lastStep)
{
    const SecretBytes bytes(secret);
    const std::int64_t current = stepOf(now);
    std::optional<std::int64_t> found;
    // All three are made and compared whole, so that the time says nothing of which one was right.
    for (const std::int64_t step : {current - 1, current, current + 1}) {
        const std::string right = bytes.codeOf(step);
        const bool same =
            right.size() == digits && code.size() == digits && sodium_memcmp(right.data(), code.data(), digits) == 0;
        if (same && step > lastStep && !found)
            found = step;
    }
    return found;
}

std::string OathPasswords::codeAt(const std::string &secret, Instant at)
{
    return SecretBytes(secret).codeOf(stepOf(at));
}

std::string OathPasswords::address(const std::string &secret, const std::string &issuer, const std::string &account)
{
    const QByteArray by = encoded(issuer);
    return "otpauth://totp/" + by.toStdString() + ':' + encoded(account).toStdString() + "?secret=" + secret
        + "&issuer=" + by.toStdString();
}

} // namespace smartqueue::secrets
