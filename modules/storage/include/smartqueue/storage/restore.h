#pragma once

#include <string>

#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

/// Puts the database `from` in the place of `to` (both absolute) after its sums and its hash chain were found sound; what
/// stood at `to` is kept beside it, as "<to>.replaced" where that name is free: where, comes back; empty where nothing stood there. Refused with `database_in_use` while a process has `to` open. Any thread.
Result<std::string> restoreDatabase(const std::string &from, const std::string &to);

} // namespace smartqueue::storage
