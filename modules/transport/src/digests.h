#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Bytes in, bytes out. Any thread.
namespace smartqueue::transport {

inline constexpr std::size_t digestBytes = 32;

std::string sha256(std::string_view bytes);
std::string hmacSha256(std::string_view key, std::string_view bytes);
/// PBKDF2 with HMAC-SHA-256: 32 bytes, slow in proportion to `rounds`.
std::string stretched(std::string_view secret, std::string_view salt, int rounds);
/// None when the machine gives no randomness.
std::optional<std::string> randomBytes(std::size_t count);
/// Takes as long wherever the two differ.
bool sameDigest(std::string_view a, std::string_view b);
/// Lower case.
std::string toHex(std::string_view bytes);

} // namespace smartqueue::transport
