#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;
using namespace std::chrono_literals;

class TestAccess : public QObject {
    Q_OBJECT

    struct Company : World {
        UserId root = superadmin();
        TenantId acme = tenant("acme");
        TenantId beta = tenant("beta");
        SiteId north = site(acme, "North");
        SiteId south = site(beta, "South");

        void limitAgents(TenantId id, int agents)
        {
            Tenant changed = *directory.tenant(id);
            changed.limits.agents = agents;
            must(UpdateTenant{changed});
        }

        AcceptInvitation acceptance(UserId user, const std::string &digest) const { return {{{}, digest}, {{}, "hash"}, user}; }
    };

private Q_SLOTS:
    void aUserHasOneRoleInATenant()
    {
        Company world;
        const UserId user = world.user("a@x");
        QVERIFY(!world.directory.role(user, world.acme));
        world.must(GrantRole{user, world.beta, Role::agent});
        world.must(GrantRole{user, world.acme, Role::agent});
        world.must(GrantRole{user, world.acme, Role::manager});
        QCOMPARE(world.userOf(user).memberships.size(), std::size_t(2));
        QVERIFY(world.directory.role(user, world.acme) == Role::manager);
        QVERIFY(world.directory.role(user, world.beta) == Role::agent);
        QCOMPARE(world.effects(GrantRole{user, world.acme, Role::manager}), std::size_t(0));
        world.must(RevokeRole{user, world.acme});
        QVERIFY(!world.directory.role(user, world.acme));
        QVERIFY(world.directory.role(user, world.beta) == Role::agent);
    }

    void rolesAreGivenToUsersInTenants()
    {
        Company world;
        const UserId user = world.user("a@x");
        QCOMPARE(world.refusal(GrantRole{{99}, world.acme, Role::agent}), std::string("unknown_user"));
        QCOMPARE(world.refusal(GrantRole{user, {99}, Role::agent}), std::string("unknown_tenant"));
        QCOMPARE(world.refusal(RevokeRole{user, world.acme}), std::string("unknown_user"));
        QCOMPARE(world.refusal(RevokeRole{{99}, world.acme}), std::string("unknown_user"));
        QCOMPARE(world.refusal(RevokeRole{user, {99}}), std::string("unknown_tenant"));
    }

    void aTenantHasNoMoreAgentsThanItsLimit()
    {
        Company world;
        world.limitAgents(world.acme, 2);
        const UserId first = world.member("a@x", world.acme, Role::agent);
        world.invited("b@x", world.acme);
        const UserId manager = world.member("m@x", world.acme, Role::manager);
        const UserId other = world.member("o@x", world.beta, Role::agent);
        const std::string full = "limit_reached agents";
        QCOMPARE(world.refusal(GrantRole{other, world.acme, Role::agent}), full);
        QCOMPARE(world.refusal(GrantRole{manager, world.acme, Role::agent}), full);
        QCOMPARE(world.refusal(world.invitation("c@x", world.acme)), full);
        InviteAgent supervisor = world.invitation("s@x", world.acme);
        supervisor.role = Role::manager;
        QCOMPARE(world.refusal(supervisor), std::string());
        // Who is deactivated keeps the place, who has gone does not.
        world.must(SetUserActive{first, false});
        QCOMPARE(world.refusal(GrantRole{manager, world.acme, Role::agent}), full);
        world.must(DeleteUser{first});
        QCOMPARE(world.refusal(GrantRole{manager, world.acme, Role::agent}), std::string());
    }

    void anInvitationIsTheUserTheRoleAndTheCode()
    {
        Company world;
        const UserId user = world.invited("a@x", world.acme);
        QVERIFY(!world.userOf(user).hasPassword);
        QVERIFY(world.directory.role(user, world.acme) == Role::agent);
        const Invitation &open = world.directory.invitations.at(user);
        QCOMPARE(open.digest, std::string("digest-of-a"));
        QCOMPARE(open.tenant.value, world.acme.value);
        QVERIFY(open.expiresAt == world.now + 72h);
        QCOMPARE(world.log.back().events.size(), std::size_t(4));
        QCOMPARE(world.profileOf(user).lastName, std::string("Vited"));

        QCOMPARE(world.refusal(world.invitation("b@x", {99})), std::string("unknown_tenant"));
        for (const char *wrong : {"", "a b", "\xff"}) {
            InviteAgent codeless = world.invitation("b@x", world.acme);
            codeless.code.kept = wrong;
            QCOMPARE(world.refusal(codeless), std::string("invalid_value code"));
            QCOMPARE(world.refusal(RenewInvitation{user, world.acme, {"plain", wrong}}), std::string("invalid_value code"));
        }
    }

    void anAgentIsInvitedToASiteOfTheTenant()
    {
        Company world;
        InviteAgent agent = world.invitation("a@x", world.acme);
        agent.queues = {{3}};
        const std::string unknown = "unknown_site";
        QCOMPARE(world.refusal(agent, world.south), unknown);
        QCOMPARE(world.refusal(agent, {99}), unknown);
        QCOMPARE(world.refusal(agent, firstSite), unknown);
        QCOMPARE(world.refusal(agent), unknown);
        QCOMPARE(world.refusal(agent, world.north), std::string());
    }

    void aCodeWorksOnceAndInTime()
    {
        Company world;
        const std::string expired = "invitation_expired";
        const UserId user = world.invited("a@x", world.acme);
        const std::string digest = "digest-of-a";
        QCOMPARE(world.refusal(world.acceptance(user, "another")), expired);
        QCOMPARE(world.refusal(world.acceptance(user, "")), expired);
        QCOMPARE(world.refusal(world.acceptance({99}, digest)), expired);
        QCOMPARE(world.refusal(world.acceptance({}, digest)), expired);
        QCOMPARE(world.refusal(world.acceptance(world.root, digest)), expired);
        QCOMPARE(world.refusal(AcceptInvitation{{{}, digest}, {"plain", {}}, user}), std::string("invalid_value password"));
        world.wait(72h);
        QCOMPARE(world.refusal(world.acceptance(user, digest)), expired);
        world.wait(-1ms);
        QCOMPARE(world.refusal(world.acceptance(user, digest)), std::string());
        QVERIFY(world.userOf(user).hasPassword && !world.userOf(user).mustChangePassword);
        QVERIFY(world.directory.invitations.empty());
        QCOMPARE(world.refusal(world.acceptance(user, digest)), expired);
    }

    void aRenewedCodeTakesTheOneBeforeAway()
    {
        Company world;
        const UserId user = world.invited("a@x", world.acme);
        world.wait(80h);
        world.must(RenewInvitation{user, world.acme, {{}, "second"}});
        QCOMPARE(world.directory.invitations.size(), std::size_t(1));
        QVERIFY(world.directory.invitations.at(user).expiresAt == world.now + 72h);
        QCOMPARE(world.refusal(world.acceptance(user, "digest-of-a")), std::string("invitation_expired"));
        QCOMPARE(world.refusal(RenewInvitation{user, world.beta, {{}, "third"}}), std::string("unknown_user"));
        QCOMPARE(world.refusal(RenewInvitation{{99}, world.acme, {{}, "third"}}), std::string("unknown_user"));
        QCOMPARE(world.refusal(RenewInvitation{user, {99}, {{}, "third"}}), std::string("unknown_tenant"));
        QCOMPARE(world.refusal(world.acceptance(user, "second")), std::string());
        QCOMPARE(world.refusal(RenewInvitation{user, world.acme, {{}, "third"}}), std::string("in_use has_password"));
    }

    void anInvitationEndsWithTheRoleThePasswordAndTheUser()
    {
        Company world;
        const UserId revoked = world.invited("a@x", world.acme);
        world.must(GrantRole{revoked, world.beta, Role::agent});
        world.must(RevokeRole{revoked, world.beta});
        QCOMPARE(world.directory.invitations.count(revoked), std::size_t(1));
        world.must(RevokeRole{revoked, world.acme});
        QCOMPARE(world.directory.invitations.count(revoked), std::size_t(0));

        const UserId given = world.invited("b@x", world.acme);
        world.must(SetPassword{given, {{}, "hash"}});
        QCOMPARE(world.refusal(world.acceptance(given, "digest-of-b")), std::string("invitation_expired"));

        const UserId away = world.invited("c@x", world.acme);
        world.must(SetUserActive{away, false});
        QCOMPARE(world.refusal(world.acceptance(away, "digest-of-c")), std::string("invitation_expired"));
        world.must(SetUserActive{away, true});
        QCOMPARE(world.refusal(world.acceptance(away, "digest-of-c")), std::string());
    }

    void anInvitationWaitsWhileItsTenantIsSuspended()
    {
        Company world;
        const UserId user = world.invited("a@x", world.acme);
        world.must(SuspendTenant{world.acme});
        QCOMPARE(world.refusal(world.acceptance(user, "digest-of-a")), std::string("tenant_suspended"));
        // Whoever has no code learns nothing of the tenant.
        QCOMPARE(world.refusal(world.acceptance(user, "another")), std::string("invitation_expired"));
        world.must(SuspendTenant{world.acme, false});
        QCOMPARE(world.refusal(world.acceptance(user, "digest-of-a")), std::string());
    }

    void aPersonIsErasedByTheirKeys()
    {
        Company world;
        QCOMPARE(world.refusal(EraseCustomer{}), std::string("unknown_customer"));
        QCOMPARE(world.refusal(EraseCustomer{{"a", ""}}), std::string("invalid_value customer"));
        QCOMPARE(world.refusal(EraseCustomer{{std::string(121, 'k')}}), std::string("too_long customer"));
        QCOMPARE(world.refusal(EraseCustomer{{"b", "a", " b "}}, world.north), std::string());
        QVERIFY(std::get<CustomerErased>(world.log.back().events.at(0)).customers == std::vector<std::string>({"b", "a"}));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
