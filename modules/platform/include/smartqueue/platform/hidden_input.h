#pragma once

#include <optional>
#include <string>

namespace smartqueue::platform {

/// Asks on the terminal and reads a line that is not shown. None without a terminal.
std::optional<std::string> readHidden(const std::string &prompt);

} // namespace smartqueue::platform
