#pragma once

#include <string>
#include <vector>

#include <smartqueue/foundation/result.h>
#include <smartqueue/foundation/time_zone.h>

namespace smartqueue::engine {

/// The rules of an IANA zone from the platform's database, from 1970 to 2050; refused as unknown_time_zone with `name`.
Result<TimeZone> timeZone(const std::string &name);

/// Every zone the platform knows, sorted.
std::vector<std::string> timeZoneNames();
/// The machine's own.
std::string localTimeZoneName();

} // namespace smartqueue::engine
