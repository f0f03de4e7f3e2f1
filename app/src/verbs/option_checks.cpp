#include "verbs/option_checks.h"

#include <cmath>
#include <filesystem>

#include <smartqueue/domain/limits.h>
#include <smartqueue/exchange/failure_text.h>
#include <smartqueue/foundation/text.h>
#include <smartqueue/storage/database_url.h>
#include <smartqueue/transport/address.h>

#include "verbs/command_line.h"
#include "verbs/whole_number.h"

namespace smartqueue::app::options {

std::string absolutePath(const std::string &path)
{
    return path.empty() || path == "-" ? path : std::filesystem::absolute(path).lexically_normal().string();
}

std::string databasePath(const std::string &text)
{
    const bool isAddress = text.starts_with("sqlite:") || text.find("://") != std::string::npos;
    return text.empty() || isAddress ? text : std::filesystem::absolute(text).string();
}

std::string databaseIsUsable(const std::string &text)
{
    const auto path = storage::parseDatabaseUrl(databasePath(text));
    return path ? std::string() : exchange::sentenceFor(path.error());
}

std::string isInstant(const std::string &text)
{
    return fromIso8601(text) ? "" : "takes a time in ISO 8601 with its zone, such as 2026-01-31T09:30:00Z";
}

std::string isUntil(const std::string &text)
{
    return text == "close" ? "" : isInstant(text);
}

std::string isSpeed(const std::string &text)
{
    const auto speed = numberIn<double>(text);
    return text == "max" || (speed && *speed > 0 && std::isfinite(*speed)) ? "" : "takes max or a number above 0";
}

std::string isDemoMoment(const std::string &text)
{
    return demoMoment(text) ? "" : "takes a time of the demo day such as 10:42, or ISO 8601 in UTC";
}

std::string isPictureSize(const std::string &text)
{
    return pictureSize(text) ? "" : "takes WIDTHxHEIGHT from 320x240 to 7680x4320, such as 1280x800";
}

std::string isPlaceToListen(const std::string &text)
{
    const auto place = transport::parsedAddress(text);
    return place && transport::listeningPlace(place->host) ? "" : "takes an address of this machine and a port, such as 0.0.0.0:7483";
}

std::string isPlaceOfHost(const std::string &text)
{
    const auto place = transport::parsedAddress(text);
    return place && !place->host.isEmpty() && place->port > 0 ? "" : "takes an address and a port, such as 192.168.1.20:7483";
}

std::string isDesktopName(const std::string &text)
{
    const bool isUsable = isPlainUtf8(text) && hasVisibleText(text) && !hasHiddenMarks(text) && shortened(text, limits::nameCodePoints) == text;
    return isUsable ? "" : "takes a name of one line, of at most " + std::to_string(limits::nameCodePoints) + " characters";
}

} // namespace smartqueue::app::options
