#pragma once

#include "world.h"

/// Two tenants with three sites, and somebody of every kind.
namespace smartqueue::accounts {

struct Company : World {
    UserId superadmin = World::superadmin();
    /// "main" with firstSite, by the founding.
    TenantId own = founded();
    SiteId second = site(own, "Second");
    TenantId other = tenant("other");
    SiteId foreign = site(other, "Foreign");

    UserId staff = user("staff@x", PlatformRole::staff);
    UserId agent = member("agent@x", own, Role::agent);
    UserId manager = member("manager@x", own, Role::manager);
    UserId admin = member("admin@x", own, Role::admin);
    UserId guest = user("guest@x");
    /// An admin of `own` who was deactivated, and one who was deleted.
    UserId inactive = gone("inactive@x", SetUserActive{{}, false});
    UserId removed = gone("removed@x", DeleteUser{});

    /// Whom commands concern: an agent of `own`, one of `other`, one of both, and staff with a membership of `own`.
    UserId colleague = member("colleague@x", own, Role::agent);
    UserId stranger = member("stranger@x", other, Role::agent);
    UserId commuter = member("commuter@x", own, Role::agent);
    UserId helper = member("helper@x", own, Role::agent);
    UserId newcomer = invited("newcomer@x", own);

    /// The agent's own, at firstSite.
    static constexpr AgentId agentOfAgent{11};

    Company()
    {
        must(GrantRole{commuter, other, Role::agent});
        must(SetPlatformRole{helper, PlatformRole::staff});
        Agent desk;
        desk.id = agentOfAgent;
        desk.name = "Agent";
        desk.user = agent;
        commit({AgentDefined{desk}}, firstSite);
    }

    /// A database without users, whose owner may everything.
    static World unowned()
    {
        World world;
        world.commit({BusinessDayStarted{1}}, firstSite);
        return world;
    }

private:
    TenantId founded()
    {
        commit({BusinessDayStarted{1}}, firstSite);
        return directory.site(firstSite)->tenant;
    }

    template <class Ends>
    UserId gone(const std::string &email, Ends ends)
    {
        ends.user = member(email, own, Role::admin);
        must(ends);
        return ends.user;
    }
};

} // namespace smartqueue::accounts
