#pragma once

#include <string>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/foundation/result.h>

/// What a user sees of tenants, sites and users, and where a command belongs that does not say so itself.
namespace smartqueue::accounts {

struct Scope {
    /// None in a database that has no tenant yet.
    TenantId tenant;
    /// None where the tenant has no site yet.
    SiteId site = firstSite;
};

/// Where the user works: the tenant with this slug and its site of this name; without them the only ones there are for the user
/// to enter. Fails with `unknown_tenant` and `unknown_site`, the same for what is not there and for what is somebody else's; with
/// `unknown_site` and the reason `no_desk` when the user has a desk in none of the tenant's sites; or with `missing_field` when
/// there are several to choose from.
Result<Scope> scopeOf(const Directory &directory, UserId user, const std::string &slug, const std::string &site);

/// Members see their tenant; the platform's people, and the owner of a database without users, see all.
bool sees(const Directory &directory, UserId user, TenantId tenant);
/// Whether the user works at the site, which is one of a tenant they see. Whoever may only act for themselves there, as an agent
/// does, needs a desk of their own, but in a tenant of one site.
bool enters(const Directory &directory, UserId user, SiteId site);
/// Themselves and those with whom they share a tenant; the platform's people see all.
bool sees(const Directory &directory, UserId user, const User &other);

} // namespace smartqueue::accounts
