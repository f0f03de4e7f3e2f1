#pragma once

#include <optional>
#include <string_view>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>

#include "command_fields.h"

namespace smartqueue::exchange {

/// What the lines of account commands may name, and who writes them.
struct AccountNames {
    const accounts::Directory &directory;
    UserId user;
    /// Of the branch that an invitation is for.
    TenantId tenant;
};

/// Reads the body of an account command; none when the verb is not one.
std::optional<CommandBody> readAccountCommand(std::string_view verb, CommandFields &fields, const AccountNames &names);
bool isAccountVerb(std::string_view verb);
/// Of an account verb: whether it needs a branch besides.
bool needsBranch(std::string_view verb);

} // namespace smartqueue::exchange
