#pragma once

#include <string>

/// What options take, as CLI11 wants it: an empty answer is a yes, any other says what the option takes.
namespace smartqueue::app::options {

std::string databaseIsUsable(const std::string &text);
std::string isInstant(const std::string &text);
std::string isUntil(const std::string &text);
std::string isSpeed(const std::string &text);
std::string isDemoMoment(const std::string &text);
std::string isPictureSize(const std::string &text);
std::string isPlaceToListen(const std::string &text);
std::string isPlaceOfHost(const std::string &text);
std::string isDesktopName(const std::string &text);

/// From the folder that the person is in; "-" and nothing stay as they are.
std::string absolutePath(const std::string &path);
/// The same for a database; an address stays as it is.
std::string databasePath(const std::string &text);

} // namespace smartqueue::app::options
