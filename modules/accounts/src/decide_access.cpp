#include <algorithm>

#include "founding.h"
#include "rules.h"

namespace smartqueue::accounts {

namespace {

/// The site that the agent will work at is one of the tenant's; without a site there are no queues to be assigned to either.
Done checkedSite(const Context &context, const InviteAgent &command)
{
    const SiteId site = context.command.site;
    const bool fits = site ? tenantOf(context.directory, site) == command.tenant : command.queues.empty();
    return fits ? Done() : Done(fail(failures::unknownSite, {{"site", std::to_string(site.value)}}));
}

InvitationMade invitation(const Context &context, UserId user, TenantId tenant, const NewSecret &code)
{
    return {{user, tenant, code.kept, context.now + limits::invitationStands}};
}

} // namespace

Done roomFor(const Context &context, const Tenant &tenant, Role role)
{
    if (role != Role::agent)
        return {};
    const auto &users = context.directory.users;
    const auto agents = std::count_if(users.begin(), users.end(), [&](const auto &item) {
        return context.directory.role(item.first, tenant.id) == Role::agent;
    });
    return agents < tenant.limits.agents ? Done() : Done(limitReached("agents", tenant.limits.agents));
}

Decision rule(const Context &context, const GrantRole &command)
{
    SQ_CHECK(findUser(context, command.user));
    const auto tenant = findOpenTenant(context, command.tenant);
    SQ_CHECK(tenant);
    if (context.directory.role(command.user, command.tenant) == command.role)
        return Events{};
    SQ_CHECK(roomFor(context, **tenant, command.role));
    return Events{RoleGranted{command.user, command.tenant, command.role}};
}

Decision rule(const Context &context, const RevokeRole &command)
{
    SQ_CHECK(findTenant(context, command.tenant));
    if (!context.directory.role(command.user, command.tenant))
        return fail(failures::unknownUser, {{"user", std::to_string(command.user.value)}});
    return Events{RoleRevoked{command.user, command.tenant}};
}

Decision rule(const Context &context, const InviteAgent &command)
{
    const auto tenant = findOpenTenant(context, command.tenant);
    SQ_CHECK(tenant);
    SQ_CHECK(checkedSite(context, command));
    SQ_CHECK(checkedDigest("code", command.code.kept));
    auto events = newUser(context, command.profile, PlatformRole::none);
    SQ_CHECK(events);
    SQ_CHECK(roomFor(context, **tenant, command.role));
    const UserId user = nextUser(context.directory);
    events->push_back(RoleGranted{user, command.tenant, command.role});
    events->push_back(invitation(context, user, command.tenant, command.code));
    return events;
}

Decision rule(const Context &context, const RenewInvitation &command)
{
    SQ_CHECK(findOpenTenant(context, command.tenant));
    const auto user = findUser(context, command.user);
    SQ_CHECK(user);
    if (!context.directory.role(command.user, command.tenant))
        return fail(failures::unknownUser, {{"user", std::to_string(command.user.value)}});
    if ((*user)->hasPassword)
        return fail(failures::inUse, {{"user", std::to_string(command.user.value)}, {"reason", "has_password"}});
    SQ_CHECK(checkedDigest("code", command.code.kept));
    return Events{invitation(context, command.user, command.tenant, command.code)};
}

Decision rule(const Context &context, const AcceptInvitation &command)
{
    const auto open = context.directory.invitations.find(command.user);
    const User *user = context.directory.user(command.user);
    if (open == context.directory.invitations.end() || !user || !user->active || context.now >= open->second.expiresAt
        || open->second.digest != command.code.kept)
        return fail(failures::invitationExpired);
    // Whoever has the code is no stranger: they may know why it does not open.
    SQ_CHECK(findOpenTenant(context, open->second.tenant));
    SQ_CHECK(checkedSecret("password", command.password));
    return Events{InvitationAccepted{command.user}, PasswordChanged{command.user}};
}

} // namespace smartqueue::accounts
