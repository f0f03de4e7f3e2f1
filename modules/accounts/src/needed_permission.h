#pragma once

#include <optional>

#include "smartqueue/accounts/permissions.h"

namespace smartqueue::accounts {

/// As permissionFor(); none for an account command, which is judged by whom it concerns.
std::optional<Permission> neededPermission(const CommandBody &command, const BranchFacts &facts);

tl::unexpected<Failure> denied(Permission permission);

} // namespace smartqueue::accounts
