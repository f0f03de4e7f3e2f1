#include "smartqueue/accounts/permissions.h"

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/names.h>

#include "active_user.h"
#include "founding.h"
#include "needed_permission.h"
#include "smartqueue/accounts/scope.h"

namespace smartqueue::accounts {

namespace {

using Permissions = std::set<Permission>;

Permissions everything()
{
    Permissions all;
    for (std::size_t i = 0; i < namesOf<Permission>().size(); ++i)
        all.insert(Permission(i));
    return all;
}

Permissions without(Permissions permissions, std::initializer_list<Permission> taken)
{
    for (const Permission permission : taken)
        permissions.erase(permission);
    return permissions;
}

/// The program, and the owner of a database that has no users yet.
bool isUnrestricted(const Directory &directory, UserId user)
{
    return user == theProgram || (!user && !directory.hasUsers());
}

} // namespace

tl::unexpected<Failure> denied(Permission permission)
{
    return fail(failures::permissionDenied, {{"permission", std::string(nameOf(permission))}});
}

const Permissions &permissionsOf(Role role)
{
    static const Permissions agent{Permission::readQueue, Permission::readTicket, Permission::writeTicket, Permission::readCustomer,
                                   Permission::writeCustomer};
    static const Permissions admin = without(everything(), {Permission::readPlatform, Permission::managePlatform});
    static const Permissions manager = without(admin, {Permission::manageSettings, Permission::manageMembers, Permission::readAudit});
    switch (role) {
    case Role::agent: return agent;
    case Role::manager: return manager;
    case Role::admin: return admin;
    }
    return agent;
}

const Permissions &permissionsOf(PlatformRole role)
{
    static const Permissions nothing;
    static const Permissions staff{Permission::readQueue, Permission::readTicket, Permission::readAgent, Permission::readCustomer,
                                   Permission::readReports, Permission::readFeedback, Permission::readAudit, Permission::readPlatform};
    static const Permissions superadmin = everything();
    switch (role) {
    case PlatformRole::none: return nothing;
    case PlatformRole::staff: return staff;
    case PlatformRole::superadmin: return superadmin;
    }
    return nothing;
}

Permissions permissionsOf(const Directory &directory, UserId id, TenantId tenant)
{
    if (isUnrestricted(directory, id))
        return everything();
    const User *user = activeUser(directory, id);
    if (!user)
        return {};
    Permissions all = permissionsOf(user->platform);
    const Tenant *known = directory.tenant(tenant);
    const auto role = directory.role(id, tenant);
    if (known && !known->suspended && role)
        all.insert(permissionsOf(*role).begin(), permissionsOf(*role).end());
    return all;
}

Done require(const Directory &directory, UserId id, TenantId tenant, Permission permission)
{
    if (isUnrestricted(directory, id))
        return {};
    const User *user = activeUser(directory, id);
    if (!user)
        return fail(failures::signInNeeded);
    if (permissionsOf(directory, id, tenant).contains(permission))
        return {};
    // Strangers are not told how a tenant stands.
    const Tenant *known = directory.tenant(tenant);
    if (known && known->suspended && user->platform == PlatformRole::none && directory.role(id, tenant))
        return fail(failures::tenantSuspended, {{"tenant", known->slug}});
    return denied(permission);
}

Done require(const Directory &directory, UserId user, SiteId site, Permission permission)
{
    if (!isUnrestricted(directory, user) && !activeUser(directory, user))
        return fail(failures::signInNeeded);
    if (const auto tenant = tenantOf(directory, site)) {
        const Done may = require(directory, user, *tenant, permission);
        return may && directory.site(site) && !enters(directory, user, site) ? Done(denied(permission)) : may;
    }
    return fail(failures::unknownSite, {{"site", std::to_string(site.value)}});
}

} // namespace smartqueue::accounts
