#pragma once

#include <filesystem>
#include <string>

#include "connection.h"

namespace smartqueue::storage {

/// UTF-8 to the platform's own.
std::filesystem::path filePath(const std::string &utf8);
/// Refuses a path that depends on the current folder.
Done requireAbsolute(const std::string &path);

/// Moves a file over another one in one step; throws DatabaseError.
void replaceFile(const std::string &from, const std::string &to);
/// No harm if there is none.
void removeFile(const std::string &path);

/// A complete copy of what `source` sees now: written as "<target>.part", forced to the disk, tested, then renamed.
/// Throws DatabaseError and leaves a former file at `target` untouched. Must not run inside a transaction.
void copyDatabase(Connection &source, const std::string &target, const std::string &vfs);

} // namespace smartqueue::storage
