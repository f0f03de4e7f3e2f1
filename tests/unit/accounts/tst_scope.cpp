#include <smartqueue/accounts/scope.h>

#include "company.h"

using namespace smartqueue;
using namespace smartqueue::accounts;

namespace {

std::string scoped(const Directory &directory, UserId user, const std::string &slug = {}, const std::string &site = {})
{
    const auto scope = scopeOf(directory, user, slug, site);
    return scope ? std::to_string(scope->tenant.value) + '/' + std::to_string(scope->site.value) : outcome(tl::unexpected(scope.error()));
}

} // namespace

/// What a user sees, and where a command belongs that does not say so.
class TestScope final : public QObject {
    Q_OBJECT

    const Company c;

    std::string at(TenantId tenant, SiteId site) const { return std::to_string(tenant.value) + '/' + std::to_string(site.value); }

private Q_SLOTS:
    void membersSeeTheirTenantAndThePlatformsPeopleAll()
    {
        for (const UserId user : {c.agent, c.manager, c.admin}) {
            QVERIFY(sees(c.directory, user, c.own));
            QVERIFY(!sees(c.directory, user, c.other));
            QVERIFY(sees(c.directory, user, c.userOf(c.colleague)) && sees(c.directory, user, c.userOf(c.commuter)));
            QVERIFY(!sees(c.directory, user, c.userOf(c.stranger)));
        }
        for (const UserId user : {c.superadmin, c.staff, c.helper})
            QVERIFY(sees(c.directory, user, c.other) && sees(c.directory, user, c.userOf(c.stranger)));
        QVERIFY(sees(c.directory, c.guest, c.userOf(c.guest)) && !sees(c.directory, c.guest, c.own));
    }

    void whoHasGoneAndWhoNeverWasSeeNothing()
    {
        Company later;
        later.must(SetUserActive{later.staff, false});
        for (const UserId user : {later.inactive, later.removed, later.staff, UserId{}, UserId{99}}) {
            QVERIFY(!sees(later.directory, user, later.own));
            QVERIFY(!sees(later.directory, user, later.userOf(later.colleague)));
            QVERIFY(!scopeOf(later.directory, user, "main", {}));
        }
        QVERIFY(!sees(later.directory, later.inactive, later.userOf(later.inactive)));
    }

    void withoutUsersTheOwnerAloneSeesAll()
    {
        World empty;
        empty.commit({BusinessDayStarted{1}}, firstSite);
        const TenantId main = empty.directory.site(firstSite)->tenant;
        QVERIFY(sees(empty.directory, UserId{}, main));
        QVERIFY(!sees(empty.directory, UserId{7}, main));
        QCOMPARE(scoped(empty.directory, UserId{}), at(main, firstSite));
    }

    void anAgentEntersWhereTheyHaveADesk()
    {
        QVERIFY(enters(c.directory, c.agent, firstSite) && !enters(c.directory, c.agent, c.second) && !enters(c.directory, c.agent, c.foreign));
        QVERIFY(!enters(c.directory, c.agent, SiteId{99}));
        for (const UserId user : {c.manager, c.admin, c.superadmin, c.staff, c.helper})
            QVERIFY(enters(c.directory, user, firstSite) && enters(c.directory, user, c.second));
        for (const UserId user : {c.colleague, c.guest, c.inactive, c.removed, c.stranger})
            QVERIFY(!enters(c.directory, user, firstSite) && !enters(c.directory, user, c.second));
        // Where there is one site, nobody needs to be given it.
        QVERIFY(enters(c.directory, c.stranger, c.foreign));
        QVERIFY(enters(Company::unowned().directory, UserId{}, firstSite));
    }

    void aDeskComesAndGoesWithTheAgent()
    {
        Company later;
        const auto enters = [&](SiteId site) { return accounts::enters(later.directory, later.agent, site); };
        later.commit({AgentRemoved{Company::agentOfAgent, {}}}, firstSite);
        QVERIFY(!enters(firstSite) && !enters(later.second));
        QCOMPARE(scoped(later.directory, later.agent), std::string("unknown_site no_desk"));
        Agent there;
        there.id = {31};
        there.name = "There";
        there.user = later.agent;
        later.commit({AgentDefined{there}}, later.second);
        QVERIFY(!enters(firstSite) && enters(later.second));
        QCOMPARE(scoped(later.directory, later.agent), at(later.own, later.second));
        there.user = {};
        later.commit({AgentDefined{there}}, later.second);
        QVERIFY(!enters(later.second));
        // In two tenants, with a desk in one.
        QCOMPARE(scoped(later.directory, later.commuter), at(later.other, later.foreign));
    }

    void theOnlyOneNeedsNoName()
    {
        QCOMPARE(scoped(c.directory, c.stranger), at(c.other, c.foreign));
        QCOMPARE(scoped(c.directory, c.agent), at(c.own, firstSite));
        QCOMPARE(scoped(c.directory, c.manager), std::string("missing_field site"));
        QCOMPARE(scoped(c.directory, c.colleague), std::string("unknown_site no_desk"));
        QCOMPARE(scoped(c.directory, c.agent, {}, "SECOND"), at(c.own, c.second));
        QCOMPARE(scoped(c.directory, c.helper), std::string("missing_field site"));
        QCOMPARE(scoped(c.directory, c.commuter, {}, "Foreign"), at(c.other, c.foreign));
        QCOMPARE(scoped(c.directory, c.superadmin), std::string("missing_field tenant"));
    }

    void whatIsSomebodyElsesIsAsUnknownAsWhatIsNotThere()
    {
        QCOMPARE(scoped(c.directory, c.agent, "other"), scoped(c.directory, c.agent, "nowhere"));
        QCOMPARE(scoped(c.directory, c.agent, "other"), std::string("unknown_tenant"));
        QCOMPARE(scoped(c.directory, c.agent, {}, "Foreign"), scoped(c.directory, c.agent, {}, "Nowhere"));
        QCOMPARE(scoped(c.directory, c.guest), std::string("unknown_tenant no_role"));
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
