#include <algorithm>

#include <smartqueue/foundation/text.h>

#include "active_user.h"
#include "needed_permission.h"

namespace smartqueue::accounts {

namespace {

bool isEmpty(const NewSecret &secret)
{
    return secret.plain.empty() && secret.kept.empty();
}

/// One overload an account command.
struct Judge {
    const Directory &directory;
    const Command &command;

    Done need(TenantId tenant, Permission permission) const { return require(directory, command.user, tenant, permission); }
    Done needPlatform() const { return need({}, Permission::managePlatform); }

    Done operator()(const CreateTenant &) const { return needPlatform(); }
    Done operator()(const SuspendTenant &) const { return needPlatform(); }
    Done operator()(const CreateUser &) const { return needPlatform(); }
    Done operator()(const SetPlatformRole &) const { return needPlatform(); }
    Done operator()(const SetUserActive &) const { return needPlatform(); }
    Done operator()(const DeleteUser &) const { return needPlatform(); }

    Done operator()(const UpdateTenant &asked) const
    {
        const Tenant *known = directory.tenant(asked.tenant.id);
        const bool isPlatforms = known
            && (known->slug != asked.tenant.slug || known->suspended != asked.tenant.suspended
                || known->limits.sites != asked.tenant.limits.sites || known->limits.agents != asked.tenant.limits.agents
                || known->limits.queues != asked.tenant.limits.queues);
        return need(asked.tenant.id, isPlatforms ? Permission::managePlatform : Permission::manageSettings);
    }

    Done operator()(const CreateSite &asked) const { return need(asked.tenant, Permission::manageSettings); }

    Done operator()(const GrantRole &asked) const
    {
        return asked.role != Role::admin && isLastAdmin(asked.user, asked.tenant) ? overLastAdmin() : overMembership(asked.user, asked.tenant);
    }

    Done operator()(const RevokeRole &asked) const
    {
        return isLastAdmin(asked.user, asked.tenant) ? overLastAdmin() : overMembership(asked.user, asked.tenant);
    }

    Done operator()(const InviteAgent &asked) const
    {
        const Done mayInvite = need(asked.tenant, Permission::manageMembers);
        if (!mayInvite || !command.site)
            return mayInvite;
        return require(directory, command.user, command.site, Permission::manageMembers);
    }

    Done operator()(const RenewInvitation &asked) const { return need(asked.tenant, Permission::manageMembers); }
    // The code is the permission.
    Done operator()(const AcceptInvitation &) const { return {}; }

    Done operator()(const UpdateUser &asked) const
    {
        const Profile *known = directory.profile(asked.user);
        const bool keepsEmail = known && known->email == trimmed(asked.profile.email);
        if (isOneself(asked.user))
            return keepsEmail ? Done() : needPlatform();
        return overPerson(asked.user);
    }

    Done operator()(const SetPassword &asked) const { return isOneself(asked.user) ? Done() : overPerson(asked.user); }
    Done operator()(const EndSessions &asked) const { return isOneself(asked.user) ? Done() : overPerson(asked.user); }

    // Who could set another's PIN or second factor could sign in as them: only taking it away is a help.
    Done operator()(const SetPin &asked) const { return overFactor(asked.user, isEmpty(asked.pin)); }
    Done operator()(const SetSecondFactor &asked) const
    {
        return overFactor(asked.user, isEmpty(asked.secret) && asked.recoveryCodes.empty());
    }

    Done operator()(const RecordSignIn &) const { return needProgram(); }
    Done operator()(const RecordFailedSignIn &) const { return needProgram(); }

    Done operator()(const EraseCustomer &) const
    {
        const Done mayCloseTickets = require(directory, command.user, command.site, Permission::manageTicket);
        return mayCloseTickets ? require(directory, command.user, command.site, Permission::writeCustomer) : mayCloseTickets;
    }

    Done operator()(const ExportCustomer &) const { return require(directory, command.user, command.site, Permission::readCustomer); }
    Done operator()(const RotateKey &) const { return needPlatform(); }
    Done operator()(const AdmitDevice &) const { return needPlatform(); }
    Done operator()(const RevokeDevice &) const { return needPlatform(); }
    Done operator()(const TakeOver &) const { return needPlatform(); }
    Done operator()(const SetAuthority &) const { return needPlatform(); }

    /// The asking user, who is active.
    bool isOneself(UserId user) const
    {
        return user == command.user && activeUser(directory, user);
    }

    /// Members are the tenant's matter, others the platform's; strangers to the tenant are not told which of the two they asked
    /// about. Who has `manage_members` has the highest role of a tenant, so nobody grants above themselves.
    Done overMembership(UserId user, TenantId tenant) const
    {
        const bool isMember = directory.role(user, tenant) && directory.role(command.user, tenant);
        return need(tenant, isMember ? Permission::manageMembers : Permission::managePlatform);
    }

    /// Whether nobody else who can sign in would look after the tenant. Only its members are told.
    bool isLastAdmin(UserId id, TenantId tenant) const
    {
        if (directory.role(id, tenant) != Role::admin || !directory.role(command.user, tenant))
            return false;
        return std::none_of(directory.users.begin(), directory.users.end(), [&](const auto &item) {
            const auto &[other, user] = item;
            return !(other == id) && user.active && !user.removed && user.hasPassword && directory.role(other, tenant) == Role::admin;
        });
    }

    /// A tenant without an admin could not help itself any more: that is the platform's to decide.
    Done overLastAdmin() const
    {
        const Done may = needPlatform();
        if (may)
            return may;
        Failure failure = may.error();
        failure.detail["reason"] = "last_admin";
        return tl::unexpected(std::move(failure));
    }

    /// Another person, who is the tenant's matter when they are a member there and nothing else.
    Done overPerson(UserId id) const
    {
        const User *user = directory.user(id);
        const bool isTenants = user && user->platform == PlatformRole::none && user->memberships.size() == 1
            && directory.role(command.user, user->memberships.front().tenant);
        return isTenants ? need(user->memberships.front().tenant, Permission::manageMembers) : needPlatform();
    }

    Done overFactor(UserId user, bool takesItAway) const
    {
        if (isOneself(user))
            return {};
        return takesItAway ? overPerson(user) : needPlatform();
    }

    Done needProgram() const
    {
        if (command.user == theProgram)
            return {};
        // Even whoever may everything does not sign in for others.
        if (const Done known = needPlatform(); !known)
            return known;
        return denied(Permission::managePlatform);
    }
};

} // namespace

Done permit(const Directory &directory, const Command &command, const BranchFacts &facts)
{
    return std::visit(
        [&](const auto &body) -> Done {
            if constexpr (isOneOf<std::decay_t<decltype(body)>, BranchCommand>) {
                const Done may = require(directory, command.user, command.site, *neededPermission(command.body, facts));
                // What is put down to another agent is done for them.
                if (!may || !command.actor || command.actor == facts.own)
                    return may;
                return require(directory, command.user, command.site, Permission::manageTicket);
            } else {
                return Judge{directory, command}(body);
            }
        },
        command.body);
}

} // namespace smartqueue::accounts
