#pragma once

#include <set>
#include <string>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/random_source.h>

#include "world.h"

/// Random commands; the seed of a failing world is printed and runs it again.
namespace smartqueue::accounts {

inline std::uint64_t firstSeed()
{
    bool given = false;
    const std::uint64_t seed = qEnvironmentVariable("SQ_SEED").toULongLong(&given);
    const std::uint64_t first = given ? seed : std::uint64_t(SystemClock().now().time_since_epoch().count());
    qInfo("first seed %llu", static_cast<unsigned long long>(first));
    return first;
}

inline QByteArray at(std::uint64_t seed, int step, const std::string &what)
{
    return QByteArray::fromStdString("seed " + std::to_string(seed) + ", step " + std::to_string(step) + ": " + what);
}

struct RandomWorld {
    World world;
    RandomSource random;

    explicit RandomWorld(std::uint64_t seed) : random(seed) {}

    int upTo(int highest) { return int(random.between(0, highest)); }
    /// Mostly there, sometimes not.
    template <class Map>
    typename Map::key_type any(const Map &map)
    {
        if (map.empty() || random.chance(0.03))
            return {random.between(-1, 30)};
        return std::next(map.begin(), random.between(0, std::int64_t(map.size()) - 1))->first;
    }
    UserId user() { return any(world.directory.users); }
    TenantId tenant() { return any(world.directory.tenants); }
    SiteId site() { return any(world.directory.sites); }
    std::string email() { return std::string(1, char('a' + upTo(25))) + "@x"; }
    Role role() { return Role(upTo(2)); }
    PlatformRole platform() { return random.chance(0.6) ? PlatformRole::none : PlatformRole(upTo(2)); }
    NewSecret secret() { return random.chance(0.8) ? NewSecret{{}, "kept" + std::to_string(upTo(3))} : NewSecret{}; }
    std::string account() { return "account" + std::to_string(upTo(6)); }
    Profile profile() { return {email(), random.chance(0.8) ? "N" + std::to_string(upTo(4)) : "", random.chance(0.8) ? "L" : "", ""}; }

    Device device()
    {
        const std::string id(limits::deviceIdBytes, char('0' + upTo(6)));
        return {random.chance(0.9) ? id : "no id", "Desk " + id.substr(0, 1), "certificate"};
    }

    Tenant aTenant()
    {
        const Tenant *known = world.directory.tenant(tenant());
        Tenant tenant = known && random.chance(0.8) ? *known : Tenant{};
        if (random.chance(0.3))
            tenant.slug = "slug-" + std::to_string(upTo(5));
        if (random.chance(0.3))
            tenant.limits = {upTo(4), upTo(5), upTo(5)};
        if (random.chance(0.2))
            tenant.suspended = random.chance(0.3);
        if (random.chance(0.2))
            tenant.secondFactorFor = {role()};
        return tenant;
    }

    CommandBody command()
    {
        switch (upTo(29)) {
        case 0: return CreateTenant{aTenant()};
        case 1: return UpdateTenant{aTenant()};
        case 2: return SuspendTenant{tenant(), random.chance(0.3)};
        case 3: {
            Branch branch;
            branch.name = "Site " + std::to_string(upTo(6));
            return CreateSite{tenant(), branch};
        }
        case 4: case 5: return CreateUser{profile(), platform(), secret(), random.chance(0.2)};
        case 6: return UpdateUser{user(), profile()};
        case 7: return SetPlatformRole{user(), platform()};
        case 8: return SetUserActive{user(), random.chance(0.6)};
        case 9: return DeleteUser{user()};
        case 10: case 11: return GrantRole{user(), tenant(), role()};
        case 12: return RevokeRole{user(), tenant()};
        case 13: case 14: return InviteAgent{profile(), tenant(), {}, role(), secret()};
        case 15: return RenewInvitation{user(), tenant(), secret()};
        case 16: {
            const UserId whose = any(world.directory.invitations);
            const auto open = world.directory.invitations.find(whose);
            const bool knows = open != world.directory.invitations.end() && random.chance(0.7);
            return AcceptInvitation{knows ? NewSecret{{}, open->second.digest} : secret(), secret(), whose};
        }
        case 17: return SetPassword{user(), secret(), random.chance(0.3)};
        case 18: return SetPin{user(), secret()};
        case 19: return SetSecondFactor{user(), secret(), random.chance(0.5) ? std::vector<NewSecret>{secret()} : std::vector<NewSecret>{}};
        case 20: return EndSessions{user()};
        case 21: return RecordSignIn{user(), account(), "desk", random.chance(0.3) ? std::optional<std::int64_t>(upTo(99)) : std::nullopt, random.chance(0.2) ? "r" : ""};
        case 22: return RecordFailedSignIn{account(), user()};
        case 23: return ExportCustomer{{"key"}};
        case 24: return RotateKey{};
        case 25: return AdmitDevice{device(), device()};
        case 26: return RevokeDevice{device().id};
        case 27: return TakeOver{device().id, random.chance(0.8) ? world.directory.epoch + 1 : Epoch(upTo(3))};
        case 28: return SetAuthority{random.chance(0.5) ? std::vector<std::string>{"http://10.0.0.1:2379"} : std::vector<std::string>{}};
        default: return EraseCustomer{random.chance(0.8) ? std::vector<std::string>{"key"} : std::vector<std::string>{}};
        }
    }

    void passTime()
    {
        world.wait(Duration(random.between(0, 600'000)));
        if (random.chance(0.02))
            world.wait(std::chrono::hours(30));
    }

    void step()
    {
        passTime();
        if (random.chance(0.03)) {
            Branch branch;
            branch.name = "Branch " + std::to_string(upTo(6));
            const SiteId where = random.chance(0.5) ? firstSite : site();
            world.commit({BranchDefined{branch, {}}}, where);
            return;
        }
        (void)world.tell(command());
    }

    std::string violation() const
    {
        const Directory &d = world.directory;
        std::set<std::string> emails;
        std::set<std::string> slugs;
        bool anybody = false;
        bool lookedAfter = false;
        for (const auto &[id, user] : d.users) {
            anybody = true;
            lookedAfter = lookedAfter || (user.active && !user.removed && user.platform == PlatformRole::superadmin);
            if (!d.profile(id))
                return "a user without a profile";
            if (!user.removed && !emails.insert(d.profile(id)->email).second)
                return "an e-mail of two users";
            if (!user.removed && (!d.userByEmail(d.profile(id)->email) || d.userByEmail(d.profile(id)->email)->id != id))
                return "a user who is not found by e-mail";
            std::set<TenantId> of;
            for (const Membership &membership : user.memberships) {
                if (!of.insert(membership.tenant).second)
                    return "two roles in a tenant";
                if (!d.tenant(membership.tenant))
                    return "a role in no tenant";
            }
            if (user.removed && (user.active || user.hasPassword || !user.memberships.empty() || user.platform != PlatformRole::none))
                return "a removed user who is still somebody";
            if (user.recoveryCodes < 0)
                return "fewer recovery codes than none";
            if (user.mustChangePassword && !user.hasPassword)
                return "a password to change that is not there";
        }
        if (anybody && !lookedAfter)
            return "no active superadmin";
        for (const auto &[id, tenant] : d.tenants) {
            if (id != tenant.id || !slugs.insert(tenant.slug).second)
                return "a slug of two tenants";
        }
        for (const auto &[id, site] : d.sites) {
            if (id != site.id || !d.tenant(site.tenant))
                return "a site of no tenant";
        }
        for (const auto &[id, invitation] : d.invitations) {
            const User *user = d.user(id);
            if (id != invitation.user || !user || user->removed || user->hasPassword || !d.role(id, invitation.tenant))
                return "an invitation of somebody who needs none";
        }
        return {};
    }
};

} // namespace smartqueue::accounts
