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

/// How long a desktop may show the token of a sign-in.
inline constexpr auto sessionLasts = std::chrono::days(30);
/// Sessions of one user at one desktop that count: the newest.
inline constexpr std::size_t sessionsKept = 8;

/// A person at a desktop. Over when the user was deactivated, removed or signed out everywhere.
struct Session {
    UserId user;
    int sessions = 0;
    Instant since{};
    /// A secret of the desktop; whoever decides knows its digest. Empty where no host was there to give one.
    std::string token = {};
    SQ_FIELDS(v("user", s.user); v("sessions", s.sessions); v("since", s.since); v("token", s.token);)
};
bool isOver(const Directory &directory, const Session &session);
/// Whose session the digest is that of, at this desktop; none when there is none or it is over by `now`.
std::optional<UserId> userBehind(const Directory &directory, const std::string &digest, const DeviceId &desktop, Instant now);
/// Whether the user has a session at this desktop that is not over by `now`.
bool hasSessionAt(const Directory &directory, UserId user, const DeviceId &desktop, Instant now);
/// Whether one of the user's roles signs in with a second factor, or the user chose to.
bool needsSecondFactor(const Directory &directory, UserId user);
/// The user's role asks for one and none is set up yet.
bool mustEnrolSecondFactor(const Directory &directory, UserId user);

/// Fails with `weak_password` and `reason` "short", "long" or "text"; how common it is, the engine asks its port.
Done checkedPassword(std::string_view password);
/// 4 to 8 digits, not all the same, not in a row. Fails with `weak_password`, `reason` "pin".
Done checkedPin(std::string_view pin);

} // namespace smartqueue::accounts
