#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/result.h>

/// How a desktop that nobody knows becomes one of the installation's.
namespace smartqueue::transport {

struct PairingLimits {
    /// How long a code holds, by a clock that is not set.
    Duration window = std::chrono::minutes(5);
    /// Wrong codes until the window closes.
    int tries = 5;
    /// For what programs do, and for what people do: comparing the digits.
    Duration step = std::chrono::seconds(10);
    Duration people = std::chrono::minutes(2);
    /// Of PBKDF2; the same at both ends.
    int rounds = 200'000;
    /// Conversations at once; of more, one that has not shown the code gives way, of the place that holds the most.
    int conversations = 4;
};

/// What the host gives to a desktop that it has admitted.
struct PairingHandover {
    /// Which installation it is.
    std::string cluster;
    Device host;
    /// All devices, the new one among them.
    std::vector<Device> roster;
    /// "address:port", the likeliest first.
    std::vector<std::string> addresses;
};

/// Eight of 0-9 and A-Z without I, L, O and U, however they were typed: small, with blanks and hyphens, O for 0, I and L for 1.
/// None when it cannot be a code.
std::optional<std::string> readPairingCode(std::string_view typed);
/// In two groups of four, with a hyphen between.
std::string shownPairingCode(const std::string &code);

namespace pairing_failures {
/// No window is open there, or not any more.
inline constexpr FailureCode closed{"pairing_closed"};
/// Too many want to join at once: a few seconds later there is room.
inline constexpr FailureCode busy{"pairing_busy"};
/// Detail `tries_left` where the host told.
inline constexpr FailureCode wrongCode{"wrong_code"};
/// Detail `reason`: `version`, `malformed`, `changed_mind`, `identity`, or the code of what the installation said to admitting the
/// device, with its details.
inline constexpr FailureCode refused{"pairing_refused"};
/// Somebody said that the digits on the two screens are not the same.
inline constexpr FailureCode digitsDiffer{"digits_differ"};
inline constexpr FailureCode unreachable{"peer_unreachable"};
inline constexpr FailureCode timedOut{"pairing_timed_out"};
} // namespace pairing_failures

} // namespace smartqueue::transport
