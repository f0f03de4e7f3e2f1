#pragma once

#include "smartqueue/accounts/directory.h"

namespace smartqueue::accounts {

/// Null for those who are switched off or gone: they are, see and may nothing.
inline const User *activeUser(const Directory &directory, UserId id)
{
    const User *user = directory.user(id);
    return user && user->active && !user->removed ? user : nullptr;
}

} // namespace smartqueue::accounts
