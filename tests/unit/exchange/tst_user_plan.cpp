#include <QTest>

#include <smartqueue/accounts/permissions.h>
#include <smartqueue/exchange/user_plan.h>

#include "people.h"

using namespace smartqueue;
using namespace smartqueue::exchange;
using engine::PlannedUser;
using engine::UserRow;
using engine::UserVerdict;
using testing::adminOfNorth;
using testing::north;
using testing::root;
using testing::south;
namespace people = smartqueue::testing;

namespace {

UserRow row(std::string email, std::string tenants = "north", std::string roles = {})
{
    UserRow made;
    made.line = 2;
    made.email = std::move(email);
    made.tenants = std::move(tenants);
    made.roles = std::move(roles);
    return made;
}

UserRow withPassword(UserRow of, std::string password = "Granite-41-Kestrel")
{
    of.password = std::move(password);
    return of;
}

PlannedUser planned(const UserRow &of, UserId asking = root)
{
    return planUsers(people::people(), asking, {of}).front();
}

std::string refusalOf(const PlannedUser &of)
{
    return of.refusal ? std::string(of.refusal->code.name()) : std::string("none");
}

std::string refusalOf(const UserRow &of, UserId asking = root)
{
    return refusalOf(planned(of, asking));
}

} // namespace

class TestUserPlan final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void withoutAPasswordSomebodyNewIsInvited()
    {
        const PlannedUser plan = planned(row("New@Ville.Example", "north", "Superviseur"), adminOfNorth);
        QVERIFY(plan.verdict == UserVerdict::invite);
        const auto &invite = std::get<InviteAgent>(*plan.first);
        QCOMPARE(invite.profile.email, std::string("new@ville.example"));
        QVERIFY(invite.role == Role::manager && invite.tenant == north && plan.grants.empty());
        QCOMPARE(plan.site, SiteId{});
        // An agent works at the branch, where there is no choice.
        QCOMPARE(planned(row("new@ville.example")).site, SiteId{1});
        QCOMPARE(planned(row("new@ville.example", "south")).site, SiteId{});
        UserRow named = row("new@ville.example", "south");
        named.branch = "station";
        QCOMPARE(planned(named).site, SiteId{3});
        named.branch = "Downtown";
        QCOMPARE(refusalOf(named), std::string("unknown_site"));
    }

    void withAPasswordTheyAreCreatedAndChangeIt()
    {
        const PlannedUser plan = planned(withPassword(row("new@ville.example", "north / south", "admin / agent")));
        QVERIFY(plan.verdict == UserVerdict::create);
        const auto &create = std::get<CreateUser>(*plan.first);
        QVERIFY(create.mustChangePassword);
        QCOMPARE(create.password.plain, std::string("Granite-41-Kestrel"));
        QCOMPARE(plan.grants.size(), std::size_t(2));
        QVERIFY(plan.grants[0].tenant == north && plan.grants[0].role == Role::admin);
        QVERIFY(plan.grants[1].tenant == south && plan.grants[1].role == Role::agent);
        QCOMPARE(refusalOf(withPassword(row("new@ville.example"), "short")), std::string("weak_password"));
        QCOMPARE(refusalOf(withPassword(row("new@ville.example")), adminOfNorth), std::string("permission_denied"));
    }

    void somebodyWhoIsThereGetsWhatIsMissing()
    {
        QVERIFY(planned(row("ada@north.example", "north", "admin")).verdict == UserVerdict::nothing);
        QVERIFY(planned(row("ada@north.example", "north")).verdict == UserVerdict::nothing);
        const PlannedUser plan = planned(row("ADA@north.example", "north/south", "admin/manager"));
        QVERIFY(plan.verdict == UserVerdict::grant && !plan.first);
        QCOMPARE(plan.user, adminOfNorth);
        QCOMPARE(plan.grants.size(), std::size_t(1));
        QVERIFY(plan.grants.front().tenant == south && plan.grants.front().role == Role::manager);
        // Whoever is somebody else cannot be there under this address.
        UserRow another = row("ada@north.example");
        another.firstName = "Bob";
        QCOMPARE(refusalOf(another), std::string("email_taken"));
        another.firstName = "ADA";
        QCOMPARE(refusalOf(another), std::string("none"));
        // The admin of North sees nobody of South, and cannot take them over.
        QCOMPARE(refusalOf(row("sam@south.example"), adminOfNorth), std::string("email_taken"));
    }

    void whatIsWrongIsSaid()
    {
        QCOMPARE(refusalOf(row("nobody")), std::string("invalid_value"));
        QCOMPARE(refusalOf(row("")), std::string("invalid_value"));
        QCOMPARE(refusalOf(row("new@ville.example", "west")), std::string("unknown_tenant"));
        QCOMPARE(refusalOf(row("new@ville.example", "south"), adminOfNorth), std::string("unknown_tenant"));
        QCOMPARE(refusalOf(row("new@ville.example", "north", "king")), std::string("invalid_value"));
        QCOMPARE(refusalOf(row("new@ville.example", "north", "agent/admin")), std::string("invalid_value"));
        QCOMPARE(refusalOf(row("new@ville.example", "")), std::string("missing_field"));
        QCOMPARE(refusalOf(row("new@ville.example", ""), adminOfNorth), std::string("none"));
        QCOMPARE(refusalOf(row("new@ville.example"), people::agentOfNorth), std::string("permission_denied"));
        QCOMPARE(refusalOf(row("new@ville.example"), UserId{}), std::string("unknown_tenant"));
        UserRow platform = row("new@ville.example", "");
        platform.platform = "king";
        QCOMPARE(refusalOf(platform), std::string("invalid_value"));
        platform.platform = "superadmin";
        QCOMPARE(refusalOf(platform), std::string("missing_field"));
        QCOMPARE(refusalOf(withPassword(platform)), std::string("none"));
        QCOMPARE(refusalOf(withPassword(platform), adminOfNorth), std::string("permission_denied"));
        UserRow raised = row("ada@north.example", "");
        raised.platform = "superadmin";
        QCOMPARE(refusalOf(raised), std::string("invalid_value"));
        UserRow broken = row("new@ville.example");
        broken.problem = Failure{FailureCode("bad_quotes")};
        QCOMPARE(refusalOf(broken), std::string("bad_quotes"));
    }

    void rowsKnowOfThoseBeforeThem()
    {
        accounts::Directory directory = people::people();
        directory.tenants[north].limits.agents = 2;
        const auto plans = planUsers(directory, root, {row("a@ville.example"), row("A@ville.example "), row("b@ville.example"), row("c@ville.example", "north", "admin")});
        QCOMPARE(refusalOf(plans[0]), std::string("none"));
        QCOMPARE(refusalOf(plans[1]), std::string("twice_in_file"));
        QCOMPARE(plans[1].refusal->detail.at("line"), std::string("2"));
        QCOMPARE(refusalOf(plans[2]), std::string("limit_reached"));
        QCOMPARE(refusalOf(plans[3]), std::string("none"));
    }

    void aRowThatFailsHalfWayLeavesNothingBehind()
    {
        accounts::Directory directory = people::people();
        directory.tenants[south].limits.agents = 3;
        directory.tenants[north].limits.agents = 2;
        directory.tenants[south].suspended = true;
        // The first role could be given, the second cannot: the place in North is free for the next one.
        const auto plans = planUsers(directory, root, {withPassword(row("a@ville.example", "north/south", "agent")), row("b@ville.example")});
        QCOMPARE(refusalOf(plans[0]), std::string("tenant_suspended"));
        QCOMPARE(refusalOf(plans[1]), std::string("none"));
    }
};

QTEST_GUILESS_MAIN(TestUserPlan)
#include "tst_user_plan.moc"
