#pragma once

#include <string>
#include <variant>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/values.h>

/// What people ask for above the branches. Passwords, PINs and codes come in as people type them; the engine replaces them by
/// what may be kept before a command is decided on, and none is ever written down.
namespace smartqueue {

/// A secret on its way: `plain` until the engine has made `kept` of it, and `key`: the key to the customers' data, locked with it.
struct NewSecret {
    std::string plain;
    std::string kept = {};
    std::string key = {};

    SQ_FIELDS(v("plain", s.plain);)
};

struct CreateTenant { Tenant tenant; SQ_FIELDS(v("tenant", s.tenant);) };
struct UpdateTenant { Tenant tenant; SQ_FIELDS(v("tenant", s.tenant);) };
struct SuspendTenant { TenantId tenant; bool suspended = true; SQ_FIELDS(v("tenant", s.tenant); v("suspended", s.suspended);) };
/// The branch comes with the tenant's time zone and retention unless it says otherwise.
struct CreateSite { TenantId tenant; Branch branch; SQ_FIELDS(v("tenant", s.tenant); v("branch", s.branch);) };

/// The first user of a database is a superadmin. The engine fills in `sealingKey` where no key to personal data is at hand.
struct CreateUser {
    Profile profile;
    PlatformRole platform = PlatformRole::none;
    NewSecret password;
    bool mustChangePassword = false;
    std::string sealingKey = {};

    SQ_FIELDS(v("profile", s.profile); v("platform", s.platform); v("password", s.password); v("must_change_password", s.mustChangePassword);)
};
struct UpdateUser { UserId user; Profile profile; SQ_FIELDS(v("user", s.user); v("profile", s.profile);) };
struct SetPlatformRole { UserId user; PlatformRole role = PlatformRole::none; SQ_FIELDS(v("user", s.user); v("role", s.role);) };
struct SetUserActive { UserId user; bool active = true; SQ_FIELDS(v("user", s.user); v("active", s.active);) };
struct DeleteUser { UserId user; SQ_FIELDS(v("user", s.user);) };
/// Replaces the role the user has in the tenant.
struct GrantRole { UserId user; TenantId tenant; Role role = Role::agent; SQ_FIELDS(v("user", s.user); v("tenant", s.tenant); v("role", s.role);) };
struct RevokeRole { UserId user; TenantId tenant; SQ_FIELDS(v("user", s.user); v("tenant", s.tenant);) };

/// The user, the membership, the agent at the command's site with these queues in the order of rank, and the invitation: all of
/// it or nothing.
struct InviteAgent {
    Profile profile;
    TenantId tenant;
    std::vector<QueueId> queues;
    Role role = Role::agent;
    NewSecret code = {};
    SQ_FIELDS(v("profile", s.profile); v("tenant", s.tenant); v("queues", s.queues); v("role", s.role); v("code", s.code);)
};
/// A new code for somebody who has no password yet; the one before no longer works.
struct RenewInvitation { UserId user; TenantId tenant; NewSecret code = {}; SQ_FIELDS(v("user", s.user); v("tenant", s.tenant); v("code", s.code);) };
/// `user` is filled in by the engine, from the code.
struct AcceptInvitation { NewSecret code; NewSecret password; UserId user = {}; SQ_FIELDS(v("code", s.code); v("password", s.password);) };

struct SetPassword {
    UserId user;
    NewSecret password;
    bool mustChange = false;
    SQ_FIELDS(v("user", s.user); v("password", s.password); v("must_change", s.mustChange);)
};
/// Without a text the PIN goes.
struct SetPin { UserId user; NewSecret pin; SQ_FIELDS(v("user", s.user); v("pin", s.pin);) };
/// With a secret and its recovery codes it is on, with neither it is off.
struct SetSecondFactor {
    UserId user;
    NewSecret secret;
    std::vector<NewSecret> recoveryCodes;
    SQ_FIELDS(v("user", s.user); v("secret", s.secret); v("recovery_codes", s.recoveryCodes);)
};
struct EndSessions { UserId user; SQ_FIELDS(v("user", s.user);) };
/// The engine's own, behind every attempt to sign in. `account` is a digest of the e-mail, whether there is such a user or not;
/// `digest` is that of the token by which the desktop shows from here on who sits there.
struct RecordSignIn {
    UserId user;
    std::string account;
    std::string device;
    std::optional<std::int64_t> step = {};
    std::string recoveryDigest = {};
    DeviceId desktop = {};
    std::string digest = {};
    SQ_FIELDS(v("user", s.user); v("account", s.account); v("device", s.device); v("step", s.step); v("recovery_digest", s.recoveryDigest);
              v("desktop", s.desktop); v("digest", s.digest);)
};
struct RecordFailedSignIn { std::string account; UserId user; SQ_FIELDS(v("account", s.account); v("user", s.user);) };

/// The personal data behind these keys go, out of every place they stand in; tickets and statistics stay. Without keys those of
/// everybody who gave exactly this name or number, `person`: the engine finds them.
struct EraseCustomer { std::vector<std::string> customers; std::string person = {}; SQ_FIELDS(v("customers", s.customers); v("person", s.person);) };
/// Puts on record that the personal data behind these keys were handed out.
struct ExportCustomer { std::vector<std::string> customers; SQ_FIELDS(v("customers", s.customers);) };
/// Everything personal is sealed with another key, what was kept open included; the key before it opens nothing any more. In a
/// database without users the passphrase opens it, or else the keychain alone. `sealingKey` is filled in by the engine.
struct RotateKey { NewSecret passphrase = {}; std::string sealingKey = {}; SQ_FIELDS(v("passphrase", s.passphrase);) };

/// The desktop joins the installation, or comes again with what it was admitted with. `founder`: the one that does so first,
/// which is the host from then on.
struct AdmitDevice { Device device; Device founder; SQ_FIELDS(v("device", s.device); v("founder", s.founder);) };
struct RevokeDevice { DeviceId device; SQ_FIELDS(v("device", s.device);) };
/// The desktop decides from now on, under an epoch above all before it.
struct TakeOver { DeviceId device; Epoch epoch = 0; SQ_FIELDS(v("device", s.device); v("epoch", s.epoch);) };
/// Desktops take over by themselves, as the etcd that answers at these addresses says; none: a person says so at a desktop.
struct SetAuthority { std::vector<std::string> endpoints; SQ_FIELDS(v("endpoints", s.endpoints);) };

using AccountCommand = std::variant<
    CreateTenant, UpdateTenant, SuspendTenant, CreateSite, CreateUser, UpdateUser, SetPlatformRole, SetUserActive, DeleteUser,
    GrantRole, RevokeRole, InviteAgent, RenewInvitation, AcceptInvitation, SetPassword, SetPin, SetSecondFactor, EndSessions,
    RecordSignIn, RecordFailedSignIn, EraseCustomer, ExportCustomer, RotateKey, AdmitDevice, RevokeDevice, TakeOver,
    SetAuthority>;

} // namespace smartqueue
