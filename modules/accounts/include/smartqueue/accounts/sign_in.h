#pragma once

#include <optional>
#include <string_view>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/fields.h>

/// The rules of signing in and of what may be a password.
namespace smartqueue::accounts {

/// Attempts that cost nothing; each further one doubles the wait, up to the longest.
inline constexpr int freeAttempts = 5;
inline constexpr auto firstWait = std::chrono::seconds(2);
inline constexpr auto longestWait = std::chrono::minutes(15);

/// How long this account has to wait before its next attempt; none: at once. Known and unknown accounts alike.
std::optional<std::chrono::seconds> waitBefore(const Directory &directory, const std::string &account, Instant now);

/// A person at a desktop. Over when the user was deactivated, removed or signed out everywhere.
struct Session {
    UserId user;
    int sessions = 0;
    Instant since{};
    SQ_FIELDS(v("user", s.user); v("sessions", s.sessions); v("since", s.since);)
};
bool isOver(const Directory &directory, const Session &session);
/// Whether one of the user's roles signs in with a second factor, or the user chose to.
bool needsSecondFactor(const Directory &directory, UserId user);
/// The user's role asks for one and none is set up yet.
bool mustEnrolSecondFactor(const Directory &directory, UserId user);

/// Fails with `weak_password` and `reason` "short", "long" or "text"; how common it is, the engine asks its port.
Done checkedPassword(std::string_view password);
/// 4 to 8 digits, not all the same, not in a row. Fails with `weak_password`, `reason` "pin".
Done checkedPin(std::string_view pin);

} // namespace smartqueue::accounts
