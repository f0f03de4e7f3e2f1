#include <algorithm>

#include <QTest>

#include "company.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

class TestPermissions : public QObject {
    Q_OBJECT

    using Permissions = std::set<Permission>;

    static Permissions everything()
    {
        Permissions all;
        for (const std::string_view name : namesOf<Permission>())
            all.insert(*fromName<Permission>(name));
        return all;
    }

    static void suspend(Company &c) { c.must(SuspendTenant{c.own}); }

private Q_SLOTS:
    void everyRoleHasItsPermissions()
    {
        using enum Permission;
        QVERIFY(permissionsOf(Role::agent) == Permissions({readQueue, readTicket, writeTicket, readCustomer, writeCustomer}));
        QVERIFY(permissionsOf(Role::manager)
                == Permissions({readQueue, writeQueue, manageQueue, readTicket, writeTicket, manageTicket, readAgent, manageAgent, readCustomer,
                                writeCustomer, readReports, sendNotification, readFeedback}));
        QVERIFY(permissionsOf(Role::admin)
                == Permissions({readQueue, writeQueue, manageQueue, readTicket, writeTicket, manageTicket, readAgent, manageAgent, readCustomer,
                                writeCustomer, readReports, manageSettings, sendNotification, readFeedback, manageMembers, readAudit}));
        QVERIFY(permissionsOf(PlatformRole::none).empty());
        QVERIFY(permissionsOf(PlatformRole::staff)
                == Permissions({readQueue, readTicket, readAgent, readCustomer, readReports, readFeedback, readAudit, readPlatform}));
        QVERIFY(permissionsOf(PlatformRole::superadmin) == everything());
    }

    void theGreaterPermissionHoldsTheLesser()
    {
        for (const Role role : {Role::agent, Role::manager, Role::admin}) {
            const Permissions &all = permissionsOf(role);
            QVERIFY(!all.contains(Permission::writeCustomer) || all.contains(Permission::writeTicket));
            QVERIFY(!all.contains(Permission::manageTicket) || all.contains(Permission::writeCustomer));
        }
    }

    void whoeverGrantsHasTheHighestRole()
    {
        const Role highest = *fromName<Role>(namesOf<Role>().back());
        for (const Role role : {Role::agent, Role::manager, Role::admin})
            QCOMPARE(permissionsOf(role).contains(Permission::manageMembers), role == highest);
        QVERIFY(!permissionsOf(PlatformRole::staff).contains(Permission::manageMembers));
    }

    void permissionsAreThoseOfTheTenantAndOfThePlatform()
    {
        Company c;
        const Directory &d = c.directory;
        QVERIFY(permissionsOf(d, c.manager, c.own) == permissionsOf(Role::manager));
        QVERIFY(permissionsOf(d, c.manager, c.other).empty());
        QVERIFY(permissionsOf(d, c.manager, {}).empty());
        QVERIFY(permissionsOf(d, c.superadmin, c.own) == everything());
        QVERIFY(permissionsOf(d, c.superadmin, {}) == everything());
        QVERIFY(permissionsOf(d, c.staff, {}) == permissionsOf(PlatformRole::staff));
        for (const UserId nobody : {UserId{}, UserId{99}, c.inactive, c.removed})
            QVERIFY(permissionsOf(d, nobody, c.own).empty());
        QVERIFY(permissionsOf(d, theProgram, c.own) == everything());
        Permissions both = permissionsOf(PlatformRole::staff);
        both.insert(permissionsOf(Role::agent).begin(), permissionsOf(Role::agent).end());
        QVERIFY(permissionsOf(d, c.helper, c.own) == both);
        QVERIFY(permissionsOf(d, c.helper, c.other) == permissionsOf(PlatformRole::staff));
        QVERIFY(permissionsOf(Directory{}, {}, {}) == everything());
        QVERIFY(permissionsOf(Directory{}, {5}, {}).empty());
    }

    void requiringIsAskingForOneOfThem()
    {
        Company c;
        suspend(c);
        for (const auto &[user, known] : c.directory.users) {
            for (const TenantId tenant : {c.own, c.other, TenantId{}, TenantId{99}}) {
                for (const Permission permission : everything())
                    QCOMPARE(require(c.directory, user, tenant, permission).has_value(), permissionsOf(c.directory, user, tenant).contains(permission));
            }
        }
    }

    void aRefusalNamesWhatIsMissing()
    {
        Company c;
        const auto refused = [&](UserId user, auto where, Permission permission) { return outcome(require(c.directory, user, where, permission)); };
        QCOMPARE(refused(c.agent, c.own, Permission::readReports), std::string("permission_denied read_reports"));
        QCOMPARE(refused(c.agent, firstSite, Permission::manageQueue), std::string("permission_denied manage_queue"));
        QCOMPARE(refused(c.agent, c.foreign, Permission::readQueue), std::string("permission_denied read_queue"));
        QCOMPARE(refused(c.agent, firstSite, Permission::readQueue), std::string());
        // They have no desk there.
        QCOMPARE(refused(c.agent, c.second, Permission::readQueue), std::string("permission_denied read_queue"));
        QCOMPARE(refused(c.manager, c.second, Permission::readQueue), std::string());
        QCOMPARE(refused({}, c.own, Permission::readQueue), std::string("sign_in_needed"));
        QCOMPARE(refused(c.inactive, c.second, Permission::readQueue), std::string("sign_in_needed"));
        QCOMPARE(refused(c.admin, SiteId{99}, Permission::readQueue), std::string("unknown_site"));
        QCOMPARE(refused({}, SiteId{99}, Permission::readQueue), std::string("sign_in_needed"));
        QCOMPARE(refused(c.staff, c.foreign, Permission::readAudit), std::string());
        QCOMPARE(refused(c.staff, c.foreign, Permission::writeTicket), std::string("permission_denied write_ticket"));
    }

    void theFirstSiteIsWorkedInBeforeItsFounding()
    {
        World world;
        const UserId root = world.superadmin();
        const UserId user = world.user("a@x");
        QVERIFY(require(world.directory, root, firstSite, Permission::manageSettings));
        QVERIFY(require(world.directory, theProgram, firstSite, Permission::manageSettings));
        QCOMPARE(outcome(require(world.directory, user, firstSite, Permission::readQueue)), std::string("permission_denied read_queue"));
        QVERIFY(require(Directory{}, UserId{}, firstSite, Permission::manageSettings));
        QCOMPARE(outcome(require(Directory{}, UserId{}, SiteId{2}, Permission::manageSettings)), std::string("unknown_site"));
    }

    void theLastAdminOfATenantIsThePlatformsMatter()
    {
        Company c;
        const std::string refused = "permission_denied manage_platform last_admin";
        const auto permitted = [&](UserId user, CommandBody body) {
            return outcome(permit(c.directory, {{}, std::move(body), {}, {}, {}, {}, {}, user}, {}));
        };
        // Those who were deactivated or deleted, or were only invited, look after nothing.
        InviteAgent second = c.invitation("second@x", c.own);
        second.role = Role::admin;
        c.must(second);
        QCOMPARE(permitted(c.admin, RevokeRole{c.admin, c.own}), refused);
        QCOMPARE(permitted(c.admin, GrantRole{c.admin, c.own, Role::manager}), refused);
        QCOMPARE(permitted(c.admin, GrantRole{c.admin, c.own, Role::admin}), std::string());
        QCOMPARE(permitted(c.manager, RevokeRole{c.admin, c.own}), refused);
        // To strangers they are somebody as any other.
        QCOMPARE(permitted(c.guest, RevokeRole{c.admin, c.own}), std::string("permission_denied manage_platform"));
        QCOMPARE(permitted(c.superadmin, RevokeRole{c.admin, c.own}), std::string());
        QCOMPARE(permitted(c.admin, RevokeRole{c.colleague, c.own}), std::string());
        c.must(SetUserActive{c.inactive, true});
        QCOMPARE(permitted(c.admin, RevokeRole{c.admin, c.own}), std::string());
        QCOMPARE(permitted(c.admin, GrantRole{c.admin, c.own, Role::agent}), std::string());
    }

    void aSuspendedTenantIsClosedToItsMembers()
    {
        Company c;
        suspend(c);
        const std::string suspended = "tenant_suspended";
        for (const UserId member : {c.agent, c.manager, c.admin, c.commuter}) {
            QCOMPARE(outcome(require(c.directory, member, c.own, Permission::readQueue)), suspended);
            QCOMPARE(outcome(require(c.directory, member, firstSite, Permission::readQueue)), suspended);
        }
        QCOMPARE(outcome(require(c.directory, c.commuter, c.other, Permission::readQueue)), std::string());
        QCOMPARE(outcome(require(c.directory, c.superadmin, firstSite, Permission::manageQueue)), std::string());
        QCOMPARE(outcome(require(c.directory, c.staff, firstSite, Permission::readQueue)), std::string());
        QCOMPARE(outcome(require(c.directory, c.helper, firstSite, Permission::readQueue)), std::string());
        QCOMPARE(outcome(require(c.directory, c.helper, firstSite, Permission::writeTicket)), std::string("permission_denied write_ticket"));
        // Strangers are not told.
        QCOMPARE(outcome(require(c.directory, c.stranger, firstSite, Permission::readQueue)), std::string("permission_denied read_queue"));
        QCOMPARE(outcome(require(c.directory, c.guest, c.own, Permission::readQueue)), std::string("permission_denied read_queue"));

        const auto permitted = [&](UserId user, const CommandBody &body) { return outcome(permit(c.directory, {{}, body, {}, {}, {}, {}, {}, user}, {})); };
        QCOMPARE(permitted(c.admin, EndSessions{c.colleague}), suspended);
        QCOMPARE(permitted(c.admin, GrantRole{c.colleague, c.own, Role::admin}), suspended);
        QCOMPARE(permitted(c.admin, c.invitation("n@x", c.own)), suspended);
        QCOMPARE(permitted(c.admin, SetPassword{c.admin, {"plain", {}}}), std::string());
        QCOMPARE(permitted(c.superadmin, SuspendTenant{c.own, false}), std::string());
        QCOMPARE(permitted(c.admin, SuspendTenant{c.own, false}), std::string("permission_denied manage_platform"));
    }

    void aDatabaseThatHadUsersNeverFallsOpen()
    {
        Directory directory;
        User gone;
        gone.id = {1};
        gone.removed = true;
        gone.active = false;
        directory.users[{1}] = gone;
        QVERIFY(directory.hasUsers());
        QCOMPARE(outcome(require(directory, UserId{}, TenantId{}, Permission::readPlatform)), std::string("sign_in_needed"));
    }

    void anUnknownSiteIsUnknownToWhoeverInvites()
    {
        Company c;
        const auto permitted = [&](UserId user, SiteId site) {
            return outcome(permit(c.directory, {{}, c.invitation("n@x", c.own), {}, {}, {}, {}, site, user}, {}));
        };
        QCOMPARE(permitted(c.admin, {99}), std::string("unknown_site"));
        QCOMPARE(permitted(c.superadmin, {99}), std::string("unknown_site"));
        QCOMPARE(permitted(c.agent, {99}), std::string("permission_denied manage_members"));
    }

    void whoTakesBackWithoutAName()
    {
        const AgentId own{11};
        QVERIFY(permissionFor(Undo{}, {own, {}}) == Permission::writeTicket);
        QVERIFY(permissionFor(Undo{}, {}) == Permission::manageTicket);
        QVERIFY(permissionFor(Undo{own, {}}, {}) == Permission::manageTicket);
    }

    void aProfileThatCannotBeReadDoesNotOpenTheEmail()
    {
        Company c;
        c.directory.profiles.clear();
        const Command update{{}, UpdateUser{c.agent, {"agent@x", "N", {}, {}}}, {}, {}, {}, {}, {}, c.agent};
        QCOMPARE(outcome(permit(c.directory, update, {})), std::string("permission_denied manage_platform"));
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
