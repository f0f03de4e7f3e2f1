#pragma once

#include <optional>
#include <string>
#include <vector>

#include <smartqueue/domain/fields.h>
#include <smartqueue/domain/ids.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/clock.h>

/// Who may work where: the facts above the branches. Members are listed in `fields`, as in values.h.
namespace smartqueue {

/// Within a tenant. A manager is the supervisor of the screens.
enum class Role { agent, manager, admin };
/// Beside or without a membership: staff look after the platform and read, a superadmin does everything.
enum class PlatformRole { none, staff, superadmin };

enum class Permission {
    readQueue, writeQueue, manageQueue, readTicket, writeTicket, manageTicket, readAgent, manageAgent, readCustomer,
    writeCustomer, readReports, manageSettings, sendNotification, readFeedback,
    /// Invitations and roles within a tenant.
    manageMembers,
    readAudit,
    /// Tenants and users of the whole database.
    readPlatform, managePlatform
};

/// So many at most; the next is refused with `limit_reached`.
struct TenantLimits {
    int sites = int(limits::sites);
    int agents = int(limits::agents);
    int queues = int(limits::queues);

    SQ_FIELDS(v("sites", s.sites); v("agents", s.agents); v("queues", s.queues);)
};

/// A customer organisation.
struct Tenant {
    TenantId id;
    /// Its key: a-z, 0-9 and hyphens.
    std::string slug;
    std::string name;
    std::string locale = "fr";
    /// What a new site of it starts with.
    std::string timeZone = "UTC";
    int retentionDays = 365;
    TenantLimits limits;
    bool suspended = false;
    /// Roles that sign in with a second factor.
    std::vector<Role> secondFactorFor;

    SQ_FIELDS(v("id", s.id); v("slug", s.slug); v("name", s.name); v("locale", s.locale); v("time_zone", s.timeZone);
              v("retention_days", s.retentionDays); v("limits", s.limits); v("suspended", s.suspended);
              v("second_factor_for", s.secondFactorFor);)
};

/// A physical place of a tenant: one branch, with a state of its own.
struct Site {
    SiteId id;
    TenantId tenant;
    std::string name;

    SQ_FIELDS(v("id", s.id); v("tenant", s.tenant); v("name", s.name);)
};

struct Membership {
    TenantId tenant;
    Role role = Role::agent;

    SQ_FIELDS(v("tenant", s.tenant); v("role", s.role);)
};

/// Personal data of a user, which stands beside the log.
struct Profile {
    /// Normalised: what the database holds once.
    std::string email;
    std::string firstName;
    std::string lastName;
    std::string phone;

    /// "First Last".
    std::string name() const { return firstName.empty() || lastName.empty() ? firstName + lastName : firstName + ' ' + lastName; }

    SQ_FIELDS(v("email", s.email); v("first_name", s.firstName); v("last_name", s.lastName); v("phone", s.phone);)
};

struct User {
    UserId id;
    PlatformRole platform = PlatformRole::none;
    bool active = true;
    /// Gone; the name stays until the history is.
    bool removed = false;
    std::optional<Instant> removedAt;
    std::vector<Membership> memberships;
    bool hasPassword = false;
    /// The next sign-in asks for another password.
    bool mustChangePassword = false;
    bool hasPin = false;
    bool secondFactor = false;
    /// The last step of a one-time password that was accepted.
    std::int64_t lastStep = 0;
    int recoveryCodes = 0;
    /// Sessions that began under a smaller one are over.
    int sessions = 0;
    Instant createdAt{};
    std::optional<Instant> lastSignIn;
    std::string lastDevice;

    SQ_FIELDS(v("id", s.id); v("platform", s.platform); v("active", s.active); v("removed", s.removed); v("removed_at", s.removedAt); v("memberships", s.memberships);
              v("has_password", s.hasPassword); v("must_change_password", s.mustChangePassword); v("has_pin", s.hasPin);
              v("second_factor", s.secondFactor); v("last_step", s.lastStep); v("recovery_codes", s.recoveryCodes);
              v("sessions", s.sessions); v("created_at", s.createdAt); v("last_sign_in", s.lastSignIn); v("last_device", s.lastDevice);)
};

/// Lets somebody set the first password; open until it is used, renewed or expired.
struct Invitation {
    UserId user;
    TenantId tenant;
    /// Digest of the code; the code itself is kept nowhere.
    std::string digest;
    Instant expiresAt{};

    SQ_FIELDS(v("user", s.user); v("tenant", s.tenant); v("digest", s.digest); v("expires_at", s.expiresAt);)
};

/// A desktop that belongs to the installation.
struct Device {
    DeviceId id;
    /// The computer's, as people know it.
    std::string name;
    /// In PEM; it is the only one this device is believed with.
    std::string certificate;
    /// It can connect no more.
    bool revoked = false;
    Instant admittedAt{};

    SQ_FIELDS(v("id", s.id); v("name", s.name); v("certificate", s.certificate); v("revoked", s.revoked); v("admitted_at", s.admittedAt);)
};

} // namespace smartqueue
