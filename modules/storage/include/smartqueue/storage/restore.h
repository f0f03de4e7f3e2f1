#pragma once

#include <string>

#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

/// Puts the database `from` in the place of `to` (both absolute) after its sums and its hash chain were found sound; what
/// stood at `to` is kept as "<to>.replaced". Refused with `database_in_use` while a process has `to` open. Any thread.
Done restoreDatabase(const std::string &from, const std::string &to);

} // namespace smartqueue::storage
