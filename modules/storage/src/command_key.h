#pragma once

#include <string>
#include <string_view>

#include <smartqueue/domain/ids.h>

namespace smartqueue::storage {

/// What separates an id from its site; no id holds control characters.
inline constexpr char siteMark = '\x1f';

/// Under what a command's id is kept: scripts of two branches may use the same one. The first branch's and those above the
/// branches are kept as they are.
inline std::string commandKey(SiteId site, const CommandId &id)
{
    return site.value <= firstSite.value ? id : id + siteMark + std::to_string(site.value);
}

inline CommandId commandOf(std::string_view key)
{
    return CommandId(key.substr(0, key.find(siteMark)));
}

} // namespace smartqueue::storage
