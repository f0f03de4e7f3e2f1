#pragma once

#include <string>
#include <variant>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/values.h>

/// What people ask for above the branches. Passwords, PINs and codes come in as people type them; the engine replaces them by
/// what may be kept before a command is decided on, and none is ever written down.
namespace smartqueue {

/// A secret on its way: `plain` until the engine has made `kept` of it, and `key`: the key to the customers' data, locked with it.
struct NewSecret {
    std::string plain;
    std::string kept = {};
    std::string key = {};
};

struct CreateTenant { Tenant tenant; };
struct UpdateTenant { Tenant tenant; };
struct SuspendTenant { TenantId tenant; bool suspended = true; };
/// The branch comes with the tenant's time zone and retention unless it says otherwise.
struct CreateSite { TenantId tenant; Branch branch; };

/// The first user of a database is a superadmin. The engine fills in `sealingKey` where no key to personal data is at hand.
struct CreateUser {
    Profile profile;
    PlatformRole platform = PlatformRole::none;
    NewSecret password;
    bool mustChangePassword = false;
    std::string sealingKey = {};
};
struct UpdateUser { UserId user; Profile profile; };
struct SetPlatformRole { UserId user; PlatformRole role = PlatformRole::none; };
struct SetUserActive { UserId user; bool active = true; };
struct DeleteUser { UserId user; };
/// Replaces the role the user has in the tenant.
struct GrantRole { UserId user; TenantId tenant; Role role = Role::agent; };
struct RevokeRole { UserId user; TenantId tenant; };

/// The user, the membership, the agent at the command's site with these queues in the order of rank, and the invitation: all of
/// it or nothing.
struct InviteAgent { Profile profile; TenantId tenant; std::vector<QueueId> queues; Role role = Role::agent; NewSecret code = {}; };
/// A new code for somebody who has no password yet; the one before no longer works.
struct RenewInvitation { UserId user; TenantId tenant; NewSecret code = {}; };
/// `user` is filled in by the engine, from the code.
struct AcceptInvitation { NewSecret code; NewSecret password; UserId user = {}; };

struct SetPassword { UserId user; NewSecret password; bool mustChange = false; };
/// Without a text the PIN goes.
struct SetPin { UserId user; NewSecret pin; };
/// With a secret and its recovery codes it is on, with neither it is off.
struct SetSecondFactor { UserId user; NewSecret secret; std::vector<NewSecret> recoveryCodes; };
struct EndSessions { UserId user; };
/// The engine's own, behind every attempt to sign in. `account` is a digest of the e-mail, whether there is such a user or not.
struct RecordSignIn { UserId user; std::string account; std::string device; std::optional<std::int64_t> step = {}; std::string recoveryDigest = {}; };
struct RecordFailedSignIn { std::string account; UserId user; };

/// The personal data behind these keys go, out of every place they stand in; tickets and statistics stay. Without keys those of
/// everybody who gave exactly this name or number, `person`: the engine finds them.
struct EraseCustomer { std::vector<std::string> customers; std::string person = {}; };
/// Puts on record that the personal data behind these keys were handed out.
struct ExportCustomer { std::vector<std::string> customers; };
/// Everything personal is sealed with another key, what was kept open included; the key before it opens nothing any more. In a
/// database without users the passphrase opens it, or else the keychain alone. `sealingKey` is filled in by the engine.
struct RotateKey { NewSecret passphrase = {}; std::string sealingKey = {}; };

using AccountCommand = std::variant<
    CreateTenant, UpdateTenant, SuspendTenant, CreateSite, CreateUser, UpdateUser, SetPlatformRole, SetUserActive, DeleteUser,
    GrantRole, RevokeRole, InviteAgent, RenewInvitation, AcceptInvitation, SetPassword, SetPin, SetSecondFactor, EndSessions,
    RecordSignIn, RecordFailedSignIn, EraseCustomer, ExportCustomer, RotateKey>;

} // namespace smartqueue
