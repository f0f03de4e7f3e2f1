#pragma once

#include <cstdint>
#include <string>

namespace smartqueue::platform {

/// Absolute folder for this user's databases; made when missing. Needs QCoreApplication's names to be set.
std::string dataFolder();

/// Whether a window can be shown at all.
bool hasDisplay();

/// Resident memory of this process in bytes; 0 where the system does not tell.
std::int64_t residentBytes();

/// Whether standard output is a terminal that understands cursor movement.
bool isInteractiveTerminal();

} // namespace smartqueue::platform
