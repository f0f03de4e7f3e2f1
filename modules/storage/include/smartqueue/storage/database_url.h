#pragma once

#include <string>
#include <string_view>

#include <smartqueue/foundation/result.h>

namespace smartqueue::storage {

/// The URL is of another kind than sqlite:///, detail `reason`.
inline constexpr FailureCode unknownDatabaseUrl{"unknown_database_url"};

/// The absolute path in "sqlite:////abs/path" (percent-encoding allowed) or in a plain absolute path. A relative one is
/// refused with `relative_path`: what it means would depend on where the program was started.
Result<std::string> parseDatabaseUrl(std::string_view url);

} // namespace smartqueue::storage
