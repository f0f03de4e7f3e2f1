#include "smartqueue/accounts/sign_in.h"

#include <algorithm>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/text.h>

namespace smartqueue::accounts {

namespace {

tl::unexpected<Failure> weak(const char *reason)
{
    return fail(failures::weakPassword, {{"reason", reason}});
}

bool roleAsksForSecondFactor(const Directory &directory, const User &user)
{
    return std::any_of(user.memberships.begin(), user.memberships.end(), [&](const Membership &membership) {
        const Tenant *tenant = directory.tenant(membership.tenant);
        return tenant
            && std::find(tenant->secondFactorFor.begin(), tenant->secondFactorFor.end(), membership.role) != tenant->secondFactorFor.end();
    });
}

bool counts(const Directory &directory, const OpenSession &session, const DeviceId &desktop, Instant now)
{
    return session.desktop == desktop && now - session.since < sessionLasts && !isOver(directory, {session.user, session.sessions, session.since});
}

} // namespace

std::optional<std::chrono::seconds> waitBefore(const Directory &directory, const std::string &account, Instant now)
{
    const auto found = directory.attempts.find(account);
    if (found == directory.attempts.end() || found->second.failures < freeAttempts)
        return std::nullopt;
    // Beyond this many doublings every wait is the longest.
    const int doublings = std::min(found->second.failures - freeAttempts, 20);
    const Duration wait = std::min<Duration>(firstWait * (std::int64_t(1) << doublings), longestWait);
    const Duration left = found->second.last + wait - now;
    // A clock that was put back must not lock anybody out until it is there again.
    if (left <= Duration(0) || left > wait + longestWait)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(std::min(left, wait));
}

bool isOver(const Directory &directory, const Session &session)
{
    const User *user = directory.user(session.user);
    return !user || user->removed || !user->active || user->sessions != session.sessions;
}

std::optional<UserId> userBehind(const Directory &directory, const std::string &digest, const DeviceId &desktop, Instant now)
{
    const auto session = directory.sessions.find(digest);
    if (session == directory.sessions.end() || !counts(directory, session->second, desktop, now))
        return std::nullopt;
    return session->second.user;
}

bool hasSessionAt(const Directory &directory, UserId user, const DeviceId &desktop, Instant now)
{
    return std::any_of(directory.sessions.begin(), directory.sessions.end(),
                       [&](const auto &item) { return item.second.user == user && counts(directory, item.second, desktop, now); });
}

bool needsSecondFactor(const Directory &directory, UserId id)
{
    const User *user = directory.user(id);
    return user && (user->secondFactor || roleAsksForSecondFactor(directory, *user));
}

bool mustEnrolSecondFactor(const Directory &directory, UserId id)
{
    const User *user = directory.user(id);
    return user && !user->secondFactor && roleAsksForSecondFactor(directory, *user);
}

Done checkedPassword(std::string_view password)
{
    if (password.size() > limits::passwordBytes)
        return weak("long");
    if (!isPlainUtf8(password) || password.find_first_of("\n\t") != std::string_view::npos)
        return weak("text");
    if (codePoints(password) < limits::passwordCodePointsMinimum)
        return weak("short");
    if (!hasVisibleText(password))
        return weak("text");
    return {};
}

Done checkedPin(std::string_view pin)
{
    const bool isNumber = pin.size() >= limits::pinDigitsMinimum && pin.size() <= limits::pinDigitsMaximum
        && std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber)
        return weak("pin");
    // 0000, 1234 and 9876; behind the 9 of a keypad comes the 0.
    for (const int step : {0, 1, 9}) {
        if (std::adjacent_find(pin.begin(), pin.end(), [&](char a, char b) { return (a - '0' + step) % 10 != b - '0'; }) == pin.end())
            return weak("pin");
    }
    return {};
}

} // namespace smartqueue::accounts
