#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/fields.h>

/// What happened above the branches. No personal data and no secret stands in any of them.
namespace smartqueue {

struct TenantDefined { Tenant tenant; SQ_FIELDS(v("tenant", s.tenant);) };
struct SiteDefined { Site site; SQ_FIELDS(v("site", s.site);) };
struct UserCreated { UserId user; PlatformRole platform = PlatformRole::none; SQ_FIELDS(v("user", s.user); v("platform", s.platform);) };
/// `changed`: the names of the members that are others now.
struct ProfileChanged { UserId user; std::vector<std::string> changed; SQ_FIELDS(v("user", s.user); v("changed", s.changed);) };
struct PlatformRoleChanged { UserId user; PlatformRole role = PlatformRole::none; SQ_FIELDS(v("user", s.user); v("role", s.role);) };
struct UserActivityChanged { UserId user; bool active = true; SQ_FIELDS(v("user", s.user); v("active", s.active);) };
struct UserRemoved { UserId user; SQ_FIELDS(v("user", s.user);) };
struct RoleGranted { UserId user; TenantId tenant; Role role = Role::agent; SQ_FIELDS(v("user", s.user); v("tenant", s.tenant); v("role", s.role);) };
struct RoleRevoked { UserId user; TenantId tenant; SQ_FIELDS(v("user", s.user); v("tenant", s.tenant);) };
struct InvitationMade { Invitation invitation; SQ_FIELDS(v("invitation", s.invitation);) };
struct InvitationAccepted { UserId user; SQ_FIELDS(v("user", s.user);) };
struct PasswordChanged { UserId user; bool mustChange = false; SQ_FIELDS(v("user", s.user); v("must_change", s.mustChange);) };
struct PinChanged { UserId user; bool set = true; SQ_FIELDS(v("user", s.user); v("set", s.set);) };
struct SecondFactorChanged { UserId user; bool on = true; int recoveryCodes = 0; SQ_FIELDS(v("user", s.user); v("on", s.on); v("recovery_codes", s.recoveryCodes);) };
struct SessionsEnded { UserId user; SQ_FIELDS(v("user", s.user);) };
/// `device` is what the desktop is called, `desktop` which one it is; `digest` is that of the session's token.
struct UserSignedIn {
    UserId user;
    std::string account;
    std::string device;
    std::optional<std::int64_t> step;
    bool usedRecoveryCode = false;
    DeviceId desktop = {};
    std::string digest = {};
    SQ_FIELDS(v("user", s.user); v("account", s.account); v("device", s.device); v("step", s.step); v("used_recovery_code", s.usedRecoveryCode);
              v("desktop", s.desktop); v("digest", s.digest);)
};
struct SignInFailed { std::string account; UserId user; SQ_FIELDS(v("account", s.account); v("user", s.user);) };
struct CustomerErased { std::vector<std::string> customers; SQ_FIELDS(v("customers", s.customers);) };
struct CustomerExported { std::vector<std::string> customers; SQ_FIELDS(v("customers", s.customers);) };
struct KeyRotated { SQ_FIELDS() };
struct DeviceAdmitted { Device device; SQ_FIELDS(v("device", s.device);) };
struct DeviceRevoked { DeviceId device; SQ_FIELDS(v("device", s.device);) };
struct HostChanged { DeviceId device; Epoch epoch = 0; SQ_FIELDS(v("device", s.device); v("epoch", s.epoch);) };
struct AuthoritySet { std::vector<std::string> endpoints; SQ_FIELDS(v("endpoints", s.endpoints);) };

using AccountEvent = std::variant<
    TenantDefined, SiteDefined, UserCreated, ProfileChanged, PlatformRoleChanged, UserActivityChanged, UserRemoved, RoleGranted,
    RoleRevoked, InvitationMade, InvitationAccepted, PasswordChanged, PinChanged, SecondFactorChanged, SessionsEnded, UserSignedIn,
    SignInFailed, CustomerErased, CustomerExported, KeyRotated, DeviceAdmitted, DeviceRevoked, HostChanged,
    AuthoritySet>;

} // namespace smartqueue
