#pragma once

#include <string>
#include <vector>

#include "connection.h"

namespace smartqueue::storage {

/// What check() looks at. A backup of an older schema has only what the log says of itself.
enum class CheckDepth { log, everything };

/// SQLite's integrity check, the hash chain, and whether the derived tables say what the log says. Findings are short
/// facts such as "oplog 17: hash", at most a hundred of each kind; empty when sound. Throws what hinders the reading.
std::vector<std::string> findingsOf(Connection &reader, CheckDepth depth);

} // namespace smartqueue::storage
