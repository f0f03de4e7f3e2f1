#include "smartqueue/presentation/peer_rights.h"

#include <algorithm>

#include <smartqueue/accounts/permissions.h>

namespace smartqueue::presentation {

Done maySeePeers(const accounts::Directory &directory, UserId user)
{
    const Done reads = accounts::require(directory, user, TenantId{}, Permission::readPlatform);
    const auto setsUp = [&](SiteId site) { return accounts::require(directory, user, site, Permission::manageSettings).has_value(); };
    if (reads || setsUp(firstSite) || std::any_of(directory.sites.begin(), directory.sites.end(), [&](const auto &each) { return setsUp(each.first); }))
        return {};
    return reads;
}

Done mayRunPeers(const accounts::Directory &directory, UserId user)
{
    return accounts::require(directory, user, TenantId{}, Permission::managePlatform);
}

} // namespace smartqueue::presentation
