#include "smartqueue/accounts/directory.h"

#include <algorithm>

#include "founding.h"

namespace smartqueue::accounts {

namespace {

template <class Map, class Key>
const typename Map::mapped_type *found(const Map &map, const Key &key)
{
    const auto it = map.find(key);
    return it == map.end() ? nullptr : &it->second;
}

} // namespace

const Tenant *Directory::tenant(TenantId id) const
{
    return found(tenants, id);
}

const Tenant *Directory::tenantBySlug(std::string_view slug) const
{
    const auto it = std::find_if(tenants.begin(), tenants.end(), [&](const auto &item) { return item.second.slug == slug; });
    return it == tenants.end() ? nullptr : &it->second;
}

const Site *Directory::site(SiteId id) const
{
    return found(sites, id);
}

std::vector<SiteId> Directory::sitesOf(TenantId tenant) const
{
    std::vector<SiteId> own;
    for (const auto &[id, site] : sites) {
        if (site.tenant == tenant)
            own.push_back(id);
    }
    return own;
}

const User *Directory::user(UserId id) const
{
    return found(users, id);
}

const User *Directory::userByEmail(std::string_view email) const
{
    for (const auto &[id, profile] : profiles) {
        if (profile.email != email)
            continue;
        if (const User *known = user(id); known && !known->removed)
            return known;
    }
    return nullptr;
}

const Profile *Directory::profile(UserId id) const
{
    return found(profiles, id);
}

const Device *Directory::device(const DeviceId &id) const
{
    return found(devices, id);
}

std::optional<Role> Directory::role(UserId id, TenantId tenant) const
{
    if (const User *known = user(id)) {
        for (const Membership &membership : known->memberships) {
            if (membership.tenant == tenant)
                return membership.role;
        }
    }
    return std::nullopt;
}

bool Directory::hasDesk(UserId id, SiteId where) const
{
    return std::any_of(desks.begin(), desks.end(), [&](const auto &desk) { return desk.first.first == where && desk.second == id; });
}

bool Directory::hasUsers() const
{
    // Removed ones count: a database that had an owner never falls open again.
    return !users.empty();
}

std::optional<TenantId> tenantOf(const Directory &directory, SiteId id)
{
    if (const Site *site = directory.site(id))
        return site->tenant;
    return id == firstSite ? std::optional(firstTenant) : std::nullopt;
}

void found(Directory &directory)
{
    if (!directory.tenant(firstTenant)) {
        Tenant tenant;
        tenant.id = firstTenant;
        tenant.slug = "main";
        // Somebody may have made a tenant of that slug before the first branch had anything to do.
        for (int i = 2; directory.tenantBySlug(tenant.slug); ++i)
            tenant.slug = "main-" + std::to_string(i);
        directory.tenants.emplace(firstTenant, std::move(tenant));
    }
    if (!directory.site(firstSite))
        directory.sites.emplace(firstSite, Site{firstSite, firstTenant, {}});
}

} // namespace smartqueue::accounts
