#pragma once

#include <string>

#include <smartqueue/domain/ids.h>

namespace smartqueue {

/// The key of a ticket's note among the personal data, which stands beside the log.
inline std::string noteKey(TicketId ticket)
{
    return "note-" + std::to_string(ticket.value);
}

/// Behind it the id of the ticket with which the customer came.
inline constexpr char customerPrefix[] = "customer-";

inline constexpr char profilePrefix[] = "profile-";

inline std::string profileKey(UserId user)
{
    return profilePrefix + std::to_string(user.value);
}

/// What lets the user in: the slow hash of the password.
inline std::string passwordKey(UserId user)
{
    return "password-" + std::to_string(user.value);
}

inline std::string pinKey(UserId user)
{
    return "pin-" + std::to_string(user.value);
}

/// The sealed secret of the one-time passwords.
inline std::string secondFactorKey(UserId user)
{
    return "totp-" + std::to_string(user.value);
}

/// The digests of the recovery codes that are left, one a line.
inline std::string recoveryKey(UserId user)
{
    return "recovery-" + std::to_string(user.value);
}

/// The key to the customers' data, locked with what the user knows: password or invitation.
inline std::string keyOfUser(UserId user)
{
    return "key-" + std::to_string(user.value);
}

} // namespace smartqueue
