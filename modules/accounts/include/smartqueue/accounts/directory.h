#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <smartqueue/domain/accounts.h>
#include <smartqueue/domain/events.h>
#include <smartqueue/domain/fields.h>
#include <smartqueue/foundation/result.h>

namespace smartqueue::accounts {

/// Failed attempts to sign in to one account, since the last that succeeded.
struct Attempts {
    int failures = 0;
    Instant last{};

    SQ_FIELDS(v("failures", s.failures); v("last", s.last);)
};

/// Somebody signed in at a desktop, which shows it by a token.
struct OpenSession {
    UserId user;
    DeviceId desktop;
    /// See User::sessions.
    int sessions = 0;
    Instant since{};

    SQ_FIELDS(v("user", s.user); v("desktop", s.desktop); v("sessions", s.sessions); v("since", s.since);)
};

/// Everything that stands above the branches, as a value: tenants, sites, users. Only `apply` changes it, but for the
/// profiles, which are personal and stand beside the log. Not thread-safe; share it as const.
struct Directory {
    std::map<TenantId, Tenant> tenants;
    std::map<SiteId, Site> sites;
    /// Those removed stay, so that the history keeps its names.
    std::map<UserId, User> users;
    /// At most one a user.
    std::map<UserId, Invitation> invitations;
    /// By the account's digest; whoever has not tried for a day is forgotten.
    std::map<std::string, Attempts> attempts;
    /// By the digest of the token. Whether one still counts, sign_in.h says.
    std::map<std::string, OpenSession> sessions;
    /// Revoked ones stay, so that they are known when they knock.
    std::map<DeviceId, Device> devices;
    /// The desktop that decides; none: the one that has the database, which knows no other.
    DeviceId host;
    Epoch epoch = 1;
    /// Where the etcd answers that lets desktops take over by themselves; none: a person does.
    std::vector<std::string> authority;
    Sequence sequence = 0;
    /// Of the last command; signing in does not move it.
    Instant at{};

    /// Not part of encode().
    std::map<UserId, Profile> profiles;
    /// Whose agents in the branches are; those of no user stand here not. Not part of encode(): the branches know.
    std::map<std::pair<SiteId, AgentId>, UserId> desks;

    const Tenant *tenant(TenantId id) const;
    const Tenant *tenantBySlug(std::string_view slug) const;
    const Site *site(SiteId id) const;
    std::vector<SiteId> sitesOf(TenantId tenant) const;
    /// Removed ones included.
    const User *user(UserId id) const;
    /// `email` normalised; removed ones are not found.
    const User *userByEmail(std::string_view email) const;
    const Profile *profile(UserId id) const;
    /// Revoked ones included.
    const Device *device(const DeviceId &id) const;
    /// The user's role in the tenant.
    std::optional<Role> role(UserId user, TenantId tenant) const;
    /// Whether the user has an agent of their own there.
    bool hasDesk(UserId user, SiteId site) const;
    /// Somebody has to sign in.
    bool hasUsers() const;
};

/// The effects of the batch on the directory; those on a branch are passed over but for three: a batch of firstSite founds the
/// tenant `main` with that site where there is neither, a site's name follows its branch's, and `desks` its agents.
void apply(Directory &directory, const EventBatch &batch);

std::string encodeDirectory(const Directory &directory);
/// Fails with codec::unreadable.
Result<Directory> decodeDirectory(std::string_view json);

std::string encode(const Profile &profile);
/// Fails with codec::unreadable.
Result<Profile> decodeProfile(std::string_view json);

} // namespace smartqueue::accounts
