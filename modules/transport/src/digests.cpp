#include "digests.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <QtGlobal>

namespace smartqueue::transport {

namespace {

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

unsigned char *bytesOf(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

} // namespace

std::string sha256(std::string_view bytes)
{
    std::string digest(digestBytes, '\0');
    [[maybe_unused]] const int done = EVP_Digest(bytes.data(), bytes.size(), bytesOf(digest), nullptr, EVP_sha256(), nullptr);
    Q_ASSERT(done == 1);
    return digest;
}

std::string hmacSha256(std::string_view key, std::string_view bytes)
{
    std::string digest(digestBytes, '\0');
    [[maybe_unused]] const auto *done =
        HMAC(EVP_sha256(), key.data(), int(key.size()), bytesOf(bytes), bytes.size(), bytesOf(digest), nullptr);
    Q_ASSERT(done);
    return digest;
}

std::string stretched(std::string_view secret, std::string_view salt, int rounds)
{
    std::string key(digestBytes, '\0');
    [[maybe_unused]] const int done = PKCS5_PBKDF2_HMAC(secret.data(), int(secret.size()), bytesOf(salt), int(salt.size()), rounds,
                                                        EVP_sha256(), int(key.size()), bytesOf(key));
    Q_ASSERT(done == 1);
    return key;
}

std::optional<std::string> randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(bytesOf(bytes), int(count)) != 1)
        return std::nullopt;
    return bytes;
}

bool sameDigest(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string toHex(std::string_view bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

} // namespace smartqueue::transport
