#pragma once

#include <string>
#include <vector>

#include <smartqueue/foundation/result.h>

/// What comes of a whole copy that the host sent, and of what it takes the place of. Any thread, with nobody at the database.
namespace smartqueue::app {

/// Where a copy from the host arrives.
std::string arrivalPlace(const std::string &database);
/// What the database was that the copy takes the place of.
enum class Former {
    /// Kept aside where it tells more than the copy, see setAside().
    sameBranch,
    /// Kept as "<database>.replaced".
    anotherBranch
};

/// Puts the copy that arrived from the host in the place of the database. Does nothing where none arrived. Fails as restoreDatabase() does.
Done takeArrivedCopy(const std::string &database, Former former = Former::sameBranch);
/// Databases that were set aside because they held what the host does not.
std::vector<std::string> setAside(const std::string &database);

} // namespace smartqueue::app
