#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include <smartqueue/domain/ids.h>

namespace smartqueue {

/// Keys of the personal data, which stand beside the log.
inline constexpr std::string_view notePrefix = "note-";
inline constexpr std::string_view customerPrefix = "customer-";
inline constexpr std::string_view secondFactorPrefix = "totp-";
inline constexpr std::string_view keyOfUserPrefix = "key-of-";

inline std::string noteKey(TicketId ticket)
{
    return std::string(notePrefix) + std::to_string(ticket.value);
}

/// Of the customer who came with the ticket.
inline std::string customerKey(TicketId ticket)
{
    return std::string(customerPrefix) + std::to_string(ticket.value);
}

/// The ticket whose note or customer it is, by `prefix`; none when it is neither.
inline std::optional<TicketId> ticketOfKey(std::string_view prefix, std::string_view key)
{
    TicketId ticket;
    const auto *end = key.data() + key.size();
    if (!key.starts_with(prefix) || std::from_chars(key.data() + prefix.size(), end, ticket.value).ptr != end || ticket.value == 0)
        return std::nullopt;
    return ticket;
}

/// The ticket that the personal data belong to, as customer or as note.
inline std::optional<TicketId> ticketWithKey(std::string_view key)
{
    const auto ticket = ticketOfKey(customerPrefix, key);
    return ticket ? ticket : ticketOfKey(notePrefix, key);
}

/// A text that only the key to the personal data opens: so a wrong one is known.
inline constexpr char keyCheck[] = "key-check";

inline constexpr std::string_view profilePrefix = "profile-";

inline std::string profileKey(UserId user)
{
    return std::string(profilePrefix) + std::to_string(user.value);
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
    return std::string(secondFactorPrefix) + std::to_string(user.value);
}

/// The digests of the recovery codes that are left, one a line.
inline std::string recoveryKey(UserId user)
{
    return "recovery-" + std::to_string(user.value);
}

/// The key to the customers' data, locked with what the user knows: password or invitation; UserId{}: with the passphrase.
inline std::string keyOfUser(UserId user)
{
    return std::string(keyOfUserPrefix) + std::to_string(user.value);
}

} // namespace smartqueue
