#pragma once

#include <filesystem>
#include <string>

#include "connection.h"

namespace smartqueue::storage {

/// UTF-8 to the platform's own.
std::filesystem::path filePath(const std::string &utf8);
/// Refuses a path that depends on the current folder.
Done requireAbsolute(const std::string &path);

/// Without symbolic links, so that what lies beside the file is found beside it; the path itself where it leads nowhere.
std::string canonicalPath(const std::string &path);
bool fileExists(const std::string &path);

/// Makes an empty file that its owner alone may read, where there is none; SQLite gives what it puts beside the file the same
/// rights. Where it cannot be made, whoever opens it says why.
void makePrivateFile(const std::string &path);
/// Takes from everybody but the owner what they may do to the file and to what SQLite keeps beside it. No harm where the file
/// system knows no rights, or they are another's to give.
void keepToOwner(const std::string &path);

/// Gives the file a second name, or copies it where there are none; throws DatabaseError.
void keepFile(const std::string &from, const std::string &to);
/// Brings to the disk which names the file's folder holds; throws DatabaseError.
void syncFolderOf(const std::string &path);
/// Moves a file over another one in one step; throws DatabaseError.
void replaceFile(const std::string &from, const std::string &to);
/// No harm if there is none.
void removeFile(const std::string &path);

/// A complete copy of what `source` sees now: written as "<target>.part", forced to the disk, tested, then renamed;
/// a symbolic link at `target` keeps leading there.
/// Throws DatabaseError and leaves a former file at `target` untouched. Must not run inside a transaction.
void copyDatabase(Connection &source, const std::string &target, const std::string &vfs);

} // namespace smartqueue::storage
