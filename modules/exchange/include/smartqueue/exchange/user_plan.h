#pragma once

#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/engine/user_files.h>

namespace smartqueue::exchange {

/// What would become of each row if `asking` took in those before it too. The rules are those of `accounts`, tried on a copy of
/// the directory; how common a password is only the engine finds out. Somebody who is there keeps name, password and platform
/// role; a name that is another's refuses the row with `email_taken`. Refusals are those of the commands, `twice_in_file`, and
/// what hinders the reading of a cell.
std::vector<engine::PlannedUser> planUsers(const accounts::Directory &directory, UserId asking, std::vector<engine::UserRow> rows);

} // namespace smartqueue::exchange
