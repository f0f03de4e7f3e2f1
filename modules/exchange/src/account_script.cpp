#include "account_script.h"

#include <map>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/engine/emails.h>
#include <smartqueue/engine/time_zones.h>

namespace smartqueue::exchange {

namespace {

/// The names of a line, looked up as far as the one who writes it can see.
class AccountFields {
public:
    AccountFields(CommandFields &fields, const AccountNames &names) : fields(fields), m_names(names) {}

    const accounts::Directory &directory() const { return m_names.directory; }
    UserId self() const { return m_names.user; }

    TenantId tenant(const char *key)
    {
        const std::string slug = fields.text(key, {});
        if (slug.empty() && m_names.tenant)
            return m_names.tenant;
        if (const User *user = directory().user(self()); slug.empty() && user && user->memberships.size() == 1)
            return user->memberships.front().tenant;
        const auto scope = accounts::scopeOf(directory(), self(), slug, {});
        // Several sites are no matter here: the tenant is what is asked for.
        if (const Tenant *known = slug.empty() ? nullptr : directory().tenantBySlug(slug); known && accounts::sees(directory(), self(), known->id))
            return known->id;
        if (scope && scope->tenant)
            return scope->tenant;
        if (slug.empty())
            fields.refuse(failures::missingField, {{"field", key}});
        else
            fields.leaveUnresolved(failures::unknownTenant, {{"tenant", slug}});
        return TenantId{-1};
    }

    UserId user(const char *key, const std::string &typed)
    {
        const auto email = engine::normalisedEmail(typed);
        const User *found = email ? directory().userByEmail(*email) : nullptr;
        if (found && accounts::sees(directory(), self(), *found))
            return found->id;
        fields.leaveUnresolved(failures::unknownUser, {{key, typed}});
        return UserId{-2};
    }
    UserId user() { return user("email", fields.text("email")); }
    UserId userOrSelf() { return fields.has("email") ? user() : self(); }

    Profile profile()
    {
        Profile profile;
        profile.email = fields.text("email");
        profile.firstName = fields.text("first_name", {});
        profile.lastName = fields.text("last_name", {});
        profile.phone = fields.text("phone", {});
        return profile;
    }

    TenantLimits limitsFrom(TenantLimits limits)
    {
        const auto *given = fields.find("limits");
        if (given == nullptr)
            return limits;
        if (!given->is_object()) {
            fields.refuseValue("limits", "an object with sites, agents, queues");
            return limits;
        }
        CommandFields each(*given, fields.state());
        limits.sites = int(each.integer("sites", 0, std::int64_t(limits::sites), limits.sites));
        limits.agents = int(each.integer("agents", 0, std::int64_t(limits::agents), limits.agents));
        limits.queues = int(each.integer("queues", 0, std::int64_t(limits::queues), limits.queues));
        each.finish();
        if (each.failure())
            fields.refuse(each.failure()->code, each.failure()->detail);
        return limits;
    }

    Tenant tenantFrom(Tenant tenant)
    {
        tenant.name = fields.text("name", tenant.name);
        tenant.locale = fields.text("locale", tenant.locale);
        tenant.timeZone = fields.text("timezone", tenant.timeZone);
        tenant.retentionDays = int(fields.integer("retention_days", 1, 36'500, tenant.retentionDays));
        tenant.limits = limitsFrom(tenant.limits);
        if (fields.has("second_factor_for")) {
            tenant.secondFactorFor.clear();
            for (const std::string &name : fields.texts("second_factor_for")) {
                if (const auto role = fromName<Role>(name))
                    tenant.secondFactorFor.push_back(*role);
                else
                    fields.refuseValue("second_factor_for", "roles: agent, manager, admin");
            }
        }
        return tenant;
    }

    CommandFields &fields;

private:
    const AccountNames &m_names;
};

using Fields = AccountFields;
using Reader = CommandBody (*)(Fields &);

CommandBody createTenant(Fields &f)
{
    Tenant tenant;
    tenant.slug = f.fields.text("slug");
    // Most work where the machine stands.
    tenant.timeZone = engine::localTimeZoneName();
    return CreateTenant{f.tenantFrom(std::move(tenant))};
}

CommandBody updateTenant(Fields &f)
{
    const TenantId id = f.tenant("tenant");
    const Tenant *known = f.directory().tenant(id);
    Tenant tenant = known ? *known : Tenant{};
    tenant.id = id;
    tenant.slug = f.fields.text("slug", tenant.slug);
    return UpdateTenant{f.tenantFrom(std::move(tenant))};
}

CommandBody createSite(Fields &f)
{
    CreateSite create{f.tenant("tenant"), {}};
    if (const Tenant *tenant = f.directory().tenant(create.tenant)) {
        create.branch.timeZone = tenant->timeZone;
        create.branch.retentionDays = tenant->retentionDays;
    }
    create.branch.name = f.fields.text("name");
    create.branch.timeZone = f.fields.text("timezone", create.branch.timeZone);
    create.branch.retentionDays = int(f.fields.integer("retention_days", 1, 36'500, create.branch.retentionDays));
    return create;
}

CommandBody createUser(Fields &f)
{
    CreateUser create;
    create.profile = f.profile();
    create.password.plain = f.fields.text("password");
    const bool superadmin = f.fields.flag("superadmin", false);
    const bool staff = f.fields.flag("staff", false);
    if (superadmin && staff)
        f.fields.refuseValue("staff", "either superadmin or staff");
    create.platform = superadmin ? PlatformRole::superadmin : staff ? PlatformRole::staff : PlatformRole::none;
    create.mustChangePassword = f.fields.flag("must_change_password", false);
    return create;
}

CommandBody updateUser(Fields &f)
{
    UpdateUser update{f.user(), {}};
    if (const Profile *known = f.directory().profile(update.user))
        update.profile = *known;
    update.profile.email = f.fields.text("new_email", update.profile.email);
    update.profile.firstName = f.fields.text("first_name", update.profile.firstName);
    update.profile.lastName = f.fields.text("last_name", update.profile.lastName);
    update.profile.phone = f.fields.text("phone", update.profile.phone);
    return update;
}

CommandBody inviteAgent(Fields &f)
{
    InviteAgent invite{f.profile(), f.tenant("tenant"), {}, f.fields.word("role", Role::agent)};
    for (const std::string &name : f.fields.texts("queues"))
        invite.queues.push_back(f.fields.queueNamed("queue", name));
    return invite;
}

/// By what the person was called when the ticket was issued, or by the ticket's number.
CommandBody eraseCustomer(Fields &f)
{
    EraseCustomer erase;
    // Whose branch it is was looked at with the branch.
    f.fields.pass("tenant");
    if (f.fields.has("number") && f.fields.has("customer"))
        f.fields.refuse(failures::invalidValue, {{"field", "number"}, {"expected", "either customer or number"}});
    if (f.fields.has("number"))
        erase.customers = {customerKey(f.fields.ticket("number"))};
    else
        erase.person = f.fields.text("customer");
    return erase;
}

const std::map<std::string_view, Reader> &readers()
{
    static const std::map<std::string_view, Reader> table{
        {"create_tenant", createTenant},
        {"update_tenant", updateTenant},
        {"suspend_tenant", [](Fields &f) -> CommandBody { return SuspendTenant{f.tenant("tenant"), f.fields.flag("suspended", true)}; }},
        {"create_site", createSite},
        {"create_user", createUser},
        {"update_user", updateUser},
        {"set_platform_role", [](Fields &f) -> CommandBody { return SetPlatformRole{f.user(), f.fields.word<PlatformRole>("role")}; }},
        {"set_user_active", [](Fields &f) -> CommandBody { return SetUserActive{f.user(), f.fields.flag("active")}; }},
        {"delete_user", [](Fields &f) -> CommandBody { return DeleteUser{f.user()}; }},
        {"grant", [](Fields &f) -> CommandBody { return GrantRole{f.user(), f.tenant("tenant"), f.fields.word<Role>("role")}; }},
        {"revoke", [](Fields &f) -> CommandBody {
             // Which role it is can be said, and does not matter: there is one.
             (void)f.fields.find("role");
             return RevokeRole{f.user(), f.tenant("tenant")};
         }},
        {"invite_agent", inviteAgent},
        {"renew_invitation", [](Fields &f) -> CommandBody { return RenewInvitation{f.user(), f.tenant("tenant")}; }},
        {"accept_invitation", [](Fields &f) -> CommandBody { return AcceptInvitation{{f.fields.text("code")}, {f.fields.text("password")}}; }},
        {"set_password", [](Fields &f) -> CommandBody { return SetPassword{f.userOrSelf(), {f.fields.text("password")}, f.fields.flag("must_change", false)}; }},
        {"set_pin", [](Fields &f) -> CommandBody { return SetPin{f.userOrSelf(), {f.fields.text("pin", {})}}; }},
        {"erase_customer", eraseCustomer},
        {"rotate_key", [](Fields &f) -> CommandBody { return RotateKey{{f.fields.text("passphrase", {})}}; }},
        {"revoke_device", [](Fields &f) -> CommandBody { return RevokeDevice{f.fields.text("device")}; }},
        {"set_authority", [](Fields &f) -> CommandBody { return SetAuthority{f.fields.texts("endpoints")}; }},
        {"end_sessions", [](Fields &f) -> CommandBody { return EndSessions{f.userOrSelf()}; }},
    };
    return table;
}

} // namespace

bool isAccountVerb(std::string_view verb)
{
    return readers().contains(verb);
}

bool needsBranch(std::string_view verb)
{
    return verb == "invite_agent" || verb == "erase_customer";
}

std::optional<CommandBody> readAccountCommand(std::string_view verb, CommandFields &fields, const AccountNames &names)
{
    const auto reader = readers().find(verb);
    if (reader == readers().end())
        return std::nullopt;
    AccountFields accountFields(fields, names);
    return reader->second(accountFields);
}

} // namespace smartqueue::exchange
