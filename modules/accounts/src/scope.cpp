#include "smartqueue/accounts/scope.h"

#include <algorithm>
#include <vector>

#include <smartqueue/domain/failures.h>
#include <smartqueue/foundation/text.h>

#include "active_user.h"

namespace smartqueue::accounts {

namespace {

bool seesAll(const Directory &directory, UserId user)
{
    if (user == theProgram || (!user && !directory.hasUsers()))
        return true;
    const User *known = activeUser(directory, user);
    return known && known->platform != PlatformRole::none;
}

bool isMember(const Directory &directory, UserId user, TenantId tenant)
{
    return activeUser(directory, user) && directory.role(user, tenant);
}

std::vector<SiteId> enteredSites(const Directory &directory, UserId user, TenantId tenant)
{
    std::vector<SiteId> sites = directory.sitesOf(tenant);
    std::erase_if(sites, [&](SiteId site) { return !enters(directory, user, site); });
    return sites;
}

/// A desk that nobody gave yet: there are sites, and none to enter.
bool hasNoDesk(const Directory &directory, UserId user, TenantId tenant)
{
    return !directory.sitesOf(tenant).empty() && enteredSites(directory, user, tenant).empty();
}

Result<TenantId> tenantOf(const Directory &directory, UserId user, const std::string &slug, const std::string &site)
{
    if (!slug.empty()) {
        const Tenant *tenant = directory.tenantBySlug(slug);
        if (tenant && sees(directory, user, tenant->id))
            return tenant->id;
        return fail(failures::unknownTenant, {{"tenant", slug}});
    }
    std::vector<TenantId> possible;
    const User *known = activeUser(directory, user);
    if (known && !known->memberships.empty()) {
        for (const Membership &membership : known->memberships)
            possible.push_back(membership.tenant);
    } else {
        for (const auto &[id, tenant] : directory.tenants) {
            if (sees(directory, user, id))
                possible.push_back(id);
        }
    }
    if (!site.empty()) {
        std::erase_if(possible, [&](TenantId tenant) {
            const auto sites = directory.sitesOf(tenant);
            return std::none_of(sites.begin(), sites.end(), [&](SiteId id) { return sameName(directory.site(id)->name, site); });
        });
        if (possible.empty())
            return fail(failures::unknownSite, {{"site", site}});
    } else if (std::any_of(possible.begin(), possible.end(), [&](TenantId tenant) { return !hasNoDesk(directory, user, tenant); })) {
        std::erase_if(possible, [&](TenantId tenant) { return hasNoDesk(directory, user, tenant); });
    }
    if (possible.size() > 1)
        return fail(failures::missingField, {{"field", "tenant"}});
    if (possible.size() == 1)
        return possible.front();
    if (directory.tenants.empty() && seesAll(directory, user))
        return TenantId{};
    return fail(failures::unknownTenant, {{"reason", "no_role"}});
}

} // namespace

bool sees(const Directory &directory, UserId user, TenantId tenant)
{
    return seesAll(directory, user) || isMember(directory, user, tenant);
}

bool enters(const Directory &directory, UserId user, SiteId id)
{
    const Site *site = directory.site(id);
    if (!site || !sees(directory, user, site->tenant))
        return false;
    return seesAll(directory, user) || directory.role(user, site->tenant) != Role::agent || directory.sitesOf(site->tenant).size() == 1
        || directory.hasDesk(user, id);
}

bool sees(const Directory &directory, UserId user, const User &other)
{
    if (seesAll(directory, user) || (user == other.id && activeUser(directory, user)))
        return true;
    return std::any_of(other.memberships.begin(), other.memberships.end(), [&](const Membership &membership) { return isMember(directory, user, membership.tenant); });
}

Result<Scope> scopeOf(const Directory &directory, UserId user, const std::string &slug, const std::string &site)
{
    const auto tenant = tenantOf(directory, user, slug, site);
    if (!tenant)
        return tl::unexpected(tenant.error());
    if (!*tenant)
        return Scope{};
    if (!site.empty()) {
        const auto sites = directory.sitesOf(*tenant);
        const auto found = std::find_if(sites.begin(), sites.end(), [&](SiteId id) { return sameName(directory.site(id)->name, site); });
        if (found == sites.end())
            return fail(failures::unknownSite, {{"site", site}});
        return Scope{*tenant, *found};
    }
    if (hasNoDesk(directory, user, *tenant))
        return fail(failures::unknownSite, {{"reason", "no_desk"}});
    const auto sites = enteredSites(directory, user, *tenant);
    if (sites.size() > 1)
        return fail(failures::missingField, {{"field", "site"}});
    return Scope{*tenant, sites.empty() ? SiteId{} : sites.front()};
}

} // namespace smartqueue::accounts
