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

/// Waits for standard input and takes what is there, at most `size` bytes; 0 at its end, negative when it cannot be read.
/// One thread at a time.
std::int64_t readStandardInput(char *data, std::int64_t size);

} // namespace smartqueue::platform
