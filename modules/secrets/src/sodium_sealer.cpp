#include "smartqueue/secrets/sodium_sealer.h"

#include <QtGlobal>

#include <sodium.h>

#include "wipe.h"

namespace smartqueue::secrets {

using namespace engine;

namespace {

constexpr std::string_view codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// Five bits of a random byte name a character without bias.
static_assert(codeAlphabet.size() == 32);

unsigned char *bytes(std::string &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

const unsigned char *bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string randomBytes(std::size_t count)
{
    std::string random(count, '\0');
    randombytes_buf(random.data(), random.size());
    return random;
}

std::string hashOf(std::string_view text, std::size_t size)
{
    std::string hash(size, '\0');
    crypto_generichash(bytes(hash), hash.size(), bytes(text), text.size(), nullptr, 0);
    return hash;
}

std::string toHex(std::string_view binary)
{
    // The library ends it with a zero.
    std::string text(2 * binary.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes(binary), binary.size());
    text.pop_back();
    return text;
}

std::string toBase64(std::string_view binary)
{
    std::string text(sodium_base64_ENCODED_LEN(binary.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes(binary), binary.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

/// None for anything but the one spelling that toBase64() gives.
std::optional<std::string> fromBase64(std::string_view text)
{
    std::string binary(text.size() / 4 * 3, '\0');
    std::size_t size = 0;
    const char *end = nullptr;
    if (sodium_base642bin(bytes(binary), binary.size(), text.data(), text.size(), nullptr, &size, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0
        || end != text.data() + text.size())
        return std::nullopt;
    binary.resize(size);
    // The library lets some foreign bytes pass as padding.
    if (toBase64(binary) != text)
        return std::nullopt;
    return binary;
}

} // namespace

SodiumSealer::SodiumSealer(Argon2 &argon2)
    : m_argon2(argon2)
{
    static_assert(keyBytes == crypto_secretbox_KEYBYTES);
}

SealingKey SodiumSealer::newKey()
{
    return randomBytes(keyBytes);
}

std::string SodiumSealer::seal(const SealingKey &key, std::string_view plain)
{
    Q_ASSERT(key.size() == keyBytes);
    std::string sealed = randomBytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
    crypto_secretbox_easy(bytes(sealed) + crypto_secretbox_NONCEBYTES, bytes(plain), plain.size(), bytes(sealed), bytes(key));
    return toBase64(sealed);
}

Result<std::string> SodiumSealer::open(const SealingKey &key, std::string_view sealed)
{
    Q_ASSERT(key.size() == keyBytes);
    constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    const auto binary = fromBase64(sealed);
    if (!binary || binary->size() < around)
        return fail(secret_failures::sealed);
    const std::string_view whole = *binary;
    std::string plain(whole.size() - around, '\0');
    const std::string_view box = whole.substr(crypto_secretbox_NONCEBYTES);
    if (crypto_secretbox_open_easy(bytes(plain), bytes(box), box.size(), bytes(whole), bytes(key)) != 0)
        return fail(secret_failures::sealed);
    return plain;
}

std::pair<std::string, std::string> SodiumSealer::newKeyPair()
{
    std::string secretHalf(crypto_box_SECRETKEYBYTES, '\0');
    std::string publicHalf(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_box_keypair(bytes(publicHalf), bytes(secretHalf));
    std::pair<std::string, std::string> pair{toBase64(secretHalf), toBase64(publicHalf)};
    wipe(secretHalf);
    return pair;
}

Result<std::string> SodiumSealer::sealFor(const std::string &publicHalf, std::string_view plain)
{
    const auto key = fromBase64(publicHalf);
    if (!key || key->size() != crypto_box_PUBLICKEYBYTES)
        return fail(secret_failures::sealed);
    std::string sealed(crypto_box_SEALBYTES + plain.size(), '\0');
    if (crypto_box_seal(bytes(sealed), bytes(plain), plain.size(), bytes(std::string_view(*key))) != 0)
        return fail(secret_failures::sealed);
    return toBase64(sealed);
}

Result<std::string> SodiumSealer::openFor(const std::string &secretHalf, const std::string &publicHalf, std::string_view sealed)
{
    const auto secretKey = fromBase64(secretHalf);
    const auto publicKey = fromBase64(publicHalf);
    const auto binary = fromBase64(sealed);
    if (!secretKey || secretKey->size() != crypto_box_SECRETKEYBYTES || !publicKey || publicKey->size() != crypto_box_PUBLICKEYBYTES || !binary
        || binary->size() < crypto_box_SEALBYTES)
        return fail(secret_failures::sealed);
    std::string plain(binary->size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(bytes(plain), bytes(std::string_view(*binary)), binary->size(), bytes(std::string_view(*publicKey)),
                             bytes(std::string_view(*secretKey)))
        != 0)
        return fail(secret_failures::sealed);
    return plain;
}

Result<SealingKey> SodiumSealer::keyFrom(std::string_view password, const std::string &salt)
{
    return m_argon2.derive(password, hashOf(salt, Argon2::saltBytes), keyBytes);
}

std::string SodiumSealer::newSalt()
{
    return toHex(randomBytes(Argon2::saltBytes));
}

std::string SodiumSealer::newCode(int characters)
{
    Q_ASSERT(characters >= 0);
    std::string random = randomBytes(std::size_t(characters));
    std::string code;
    for (const char byte : random)
        code += codeAlphabet[static_cast<unsigned char>(byte) % codeAlphabet.size()];
    wipe(random);
    return code;
}

std::string SodiumSealer::digest(std::string_view text)
{
    return toHex(hashOf(text, crypto_generichash_BYTES));
}

} // namespace smartqueue::secrets
