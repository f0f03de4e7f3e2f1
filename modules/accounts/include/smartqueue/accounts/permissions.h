#pragma once

#include <set>
#include <vector>

#include <smartqueue/accounts/directory.h>
#include <smartqueue/domain/commands.h>
#include <smartqueue/foundation/result.h>

/// Who may do what: the one place that decides it, whatever door the question comes through.
namespace smartqueue::accounts {

const std::set<Permission> &permissionsOf(Role role);
/// Over every tenant.
const std::set<Permission> &permissionsOf(PlatformRole role);

/// All the user has in the tenant; without a tenant, those over the platform alone. In a database without users nobody
/// (UserId{}) has all of them, and so has theProgram always.
std::set<Permission> permissionsOf(const Directory &directory, UserId user, TenantId tenant);

/// Fails with `permission_denied` and the permission's name; with `sign_in_needed` for nobody in a database that has users, and
/// for users who are not active any more; with `tenant_suspended` for its members, the platform's people excepted.
Done require(const Directory &directory, UserId user, TenantId tenant, Permission permission);
/// In the tenant of the site, which the user has to enter: an agent without a desk there is denied everything. An unknown site
/// fails with `unknown_site`; firstSite is known before it is founded.
Done require(const Directory &directory, UserId user, SiteId site, Permission permission);

/// What of a branch a permission can hang on.
struct BranchFacts {
    /// The asking user's agent at the command's site.
    AgentId own;
    /// Who has the ticket that the command names, in hand or on hold; or kept for them.
    AgentId holder;
};

/// The permission a branch command needs of the one who asks: an agent acts for themselves, others act for them by
/// `manage_agent` and `manage_ticket`.
Permission permissionFor(const BranchCommand &command, const BranchFacts &facts);

/// Whether the command's user may give it, as require() says it. Account commands are judged by whom and which tenant they
/// concern; `facts` matter for branch commands alone. One that is put down to another's agent needs `manage_ticket` besides.
Done permit(const Directory &directory, const Command &command, const BranchFacts &facts);

} // namespace smartqueue::accounts
