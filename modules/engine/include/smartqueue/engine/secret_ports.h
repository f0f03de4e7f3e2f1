#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::engine {

/// Port: what becomes of passwords, PINs and codes. Every call may come from any thread; hash() and verify() take a good
/// part of a second and at most two run at once, the others wait.
class PasswordHasher {
public:
    /// Bytes of a secret that hash() takes; whoever asks for one refuses a longer one.
    static constexpr std::size_t longestSecret = 1024;

    virtual ~PasswordHasher() = default;

    /// Salted, with its parameters in it. Fails with `no_memory`.
    virtual Result<std::string> hash(std::string_view secret) = 0;
    /// An empty `hash` takes as long as a real one and is never right: whoever asks cannot tell that there is no such user.
    virtual bool verify(const std::string &hash, std::string_view secret) = 0;
    /// Whether somebody who tries the commonest passwords and their simple variations first has it within 10,000 tries.
    virtual bool isCommon(std::string_view password) = 0;
};

/// 32 bytes.
using SealingKey = std::string;

/// Port: authenticated encryption and randomness. From any thread.
class Sealer {
public:
    static constexpr std::size_t keyBytes = 32;

    virtual ~Sealer() = default;

    virtual SealingKey newKey() = 0;
    /// Text (base64) that open() reads with the same key; another one each time.
    virtual std::string seal(const SealingKey &key, std::string_view plain) = 0;
    /// Fails with `sealed` when the key is another one or the text was changed.
    virtual Result<std::string> open(const SealingKey &key, std::string_view sealed) = 0;
    /// Base64, the secret half first. What sealFor() made with the public half, openFor() reads with both.
    virtual std::pair<std::string, std::string> newKeyPair() = 0;
    /// Fails with `sealed` when it is no public half.
    virtual Result<std::string> sealFor(const std::string &publicHalf, std::string_view plain) = 0;
    /// Fails with `sealed`.
    virtual Result<std::string> openFor(const std::string &secretHalf, const std::string &publicHalf, std::string_view sealed) = 0;
    /// A key out of a password, slow as PasswordHasher::hash() is; `salt` as newSalt() made it. Fails with `no_memory`.
    virtual Result<SealingKey> keyFrom(std::string_view password, const std::string &salt) = 0;
    virtual std::string newSalt() = 0;
    /// A code that people type: `characters` of Crockford's base 32 without I, L, O and U, 5 bits each.
    virtual std::string newCode(int characters) = 0;
    /// A digest of a code with much randomness in it, fit to look it up by; hexadecimal.
    virtual std::string digest(std::string_view text) = 0;
};

/// Port: time-based one-time passwords (RFC 6238): SHA-1, 6 digits, 30 s. From any thread.
class OneTimePasswords {
public:
    virtual ~OneTimePasswords() = default;

    /// 20 random bytes in base 32, as apps take it.
    virtual std::string newSecret() = 0;
    /// The step that the code belongs to, of those within one of `now`'s and later than `lastStep`; none when it fits none.
    virtual std::optional<std::int64_t> match(const std::string &secret, std::string_view code, Instant now, std::int64_t lastStep) = 0;
    /// The code of the moment, as the app shows it.
    virtual std::string codeAt(const std::string &secret, Instant at) = 0;
    /// What the QR code holds: otpauth://totp/ISSUER:ACCOUNT?secret=…&issuer=…
    virtual std::string address(const std::string &secret, const std::string &issuer, const std::string &account) = 0;
};

/// Port: the platform's keychain. Calls block and may ask the person to unlock it; never from the GUI thread.
class Keychain {
public:
    /// Bytes; what Windows keeps under one name is little more than twice that.
    static constexpr std::size_t longestSecret = 1024;

    virtual ~Keychain() = default;

    /// Nothing only when an open keychain holds nothing of that name. Fails with `no_keychain` when there is none, or with
    /// `keychain_locked` when it stays closed; so do the others.
    virtual Result<std::optional<std::string>> read(const std::string &name) = 0;
    /// Proven by reading it back.
    virtual Done write(const std::string &name, const std::string &secret) = 0;
    /// Done as well when an open keychain held nothing of that name.
    virtual Done remove(const std::string &name) = 0;
};

/// What an installation with users works with; each outlives it.
struct SecretPorts {
    PasswordHasher *hasher = nullptr;
    Sealer *sealer = nullptr;
    OneTimePasswords *oneTimePasswords = nullptr;
};

namespace secret_failures {
/// The machine gives no randomness to make keys of.
inline constexpr FailureCode noCryptography{"no_cryptography"};
inline constexpr FailureCode noMemory{"no_memory"};
inline constexpr FailureCode sealed{"sealed"};
inline constexpr FailureCode noKeychain{"no_keychain"};
inline constexpr FailureCode keychainLocked{"keychain_locked"};
} // namespace secret_failures

} // namespace smartqueue::engine
