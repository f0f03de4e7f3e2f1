#pragma once

#include <string>

#include <smartqueue/accounts/directory.h>

namespace smartqueue::testing {

/// Two tenants, North with one site and South with two; a superadmin (1), North's admin (2), an agent of North (3), a member of
/// both (4) and somebody of South (5).
inline accounts::Directory people()
{
    accounts::Directory directory;
    const auto tenant = [&](std::int64_t id, const char *slug) {
        Tenant made;
        made.id = TenantId{id};
        made.slug = slug;
        made.name = slug;
        directory.tenants[made.id] = made;
    };
    tenant(1, "north");
    tenant(2, "south");
    directory.sites[SiteId{1}] = {SiteId{1}, TenantId{1}, "Downtown"};
    directory.sites[SiteId{2}] = {SiteId{2}, TenantId{2}, "Harbour"};
    directory.sites[SiteId{3}] = {SiteId{3}, TenantId{2}, "Station"};
    const auto user = [&](std::int64_t id, Profile profile, PlatformRole platform, std::vector<Membership> memberships) {
        User made;
        made.id = UserId{id};
        made.platform = platform;
        made.memberships = std::move(memberships);
        made.hasPassword = true;
        directory.users[made.id] = made;
        directory.profiles[made.id] = std::move(profile);
    };
    user(1, {"root@example.org", "Root", "", ""}, PlatformRole::superadmin, {});
    user(2, {"ada@north.example", "Ada", "North", "+33 1 23 45 67 89"}, PlatformRole::none, {{TenantId{1}, Role::admin}});
    user(3, {"abel@north.example", "=SUM(A1)", "'t Hooft", "-1"}, PlatformRole::none, {{TenantId{1}, Role::agent}});
    user(4, {"both@example.org", "Zoé, dite \"Z\"", "Ünal", "'=1"}, PlatformRole::none, {{TenantId{1}, Role::manager}, {TenantId{2}, Role::agent}});
    user(5, {"sam@south.example", "Sam", "South", ""}, PlatformRole::none, {{TenantId{2}, Role::agent}});
    return directory;
}

inline constexpr UserId root{1}, adminOfNorth{2}, agentOfNorth{3}, ofBoth{4}, agentOfSouth{5};
inline constexpr TenantId north{1}, south{2};

} // namespace smartqueue::testing
