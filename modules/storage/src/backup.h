#pragma once

#include <string>

#include "connection.h"

namespace smartqueue::storage {

/// See Store::backup. On a connection of its own, so that the writer goes on meanwhile. Throws.
void backupDatabase(const std::string &path, const std::string &target, const std::string &vfs,
                    std::chrono::milliseconds busyTimeout);

} // namespace smartqueue::storage
