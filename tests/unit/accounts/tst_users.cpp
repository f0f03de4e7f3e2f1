#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;
using namespace std::chrono_literals;

class TestUsers : public QObject {
    Q_OBJECT

    static CreateUser person(const std::string &email, PlatformRole platform = PlatformRole::none)
    {
        return {{email, "Ada", "Lovelace", "+41"}, platform, {{}, "hash"}};
    }

    static std::string names(const std::vector<Event> &events)
    {
        std::string all;
        for (const Event &event : events)
            all += (all.empty() ? "" : " ") + std::string(nameOf(event));
        return all;
    }

    static std::string events(const World &world, CommandBody body)
    {
        return names(decide(world.directory, {{}, std::move(body), {}, {}}, world.now).value());
    }

private Q_SLOTS:
    void theFirstUserOfADatabaseIsASuperadmin()
    {
        World world;
        QVERIFY(!world.directory.hasUsers());
        QCOMPARE(world.refusal(person("a@x")), std::string("first_is_superadmin"));
        QCOMPARE(world.refusal(person("a@x", PlatformRole::staff)), std::string("first_is_superadmin"));
        const TenantId tenant = world.tenant("acme");
        QCOMPARE(world.refusal(world.invitation("a@x", tenant)), std::string("first_is_superadmin"));
        QCOMPARE(world.refusal(person("a@x", PlatformRole::superadmin)), std::string());
        QVERIFY(world.directory.hasUsers());
        QCOMPARE(world.refusal(person("b@x")), std::string());
    }

    void aUserIsCreatedWithWhatIsKnown()
    {
        World world;
        CreateUser first = person("  root@x ", PlatformRole::superadmin);
        first.mustChangePassword = true;
        QCOMPARE(events(world, first), std::string("user_created profile_changed password_changed"));
        world.must(first);
        const User &root = world.userOf({1});
        QVERIFY(root.platform == PlatformRole::superadmin && root.active && root.hasPassword && root.mustChangePassword);
        QVERIFY(root.createdAt == world.now);
        QCOMPARE(world.profileOf({1}).email, std::string("root@x"));
        const auto &changed = std::get<ProfileChanged>(world.log.back().events.at(1)).changed;
        QVERIFY(changed == std::vector<std::string>({"email", "first_name", "last_name", "phone"}));

        CreateUser nameless{{"b@x", {}, {}, {}}, PlatformRole::none, {}};
        QCOMPARE(events(world, nameless), std::string("user_created profile_changed"));
        world.must(nameless);
        QVERIFY(!world.userOf({2}).hasPassword);
        QVERIFY(std::get<ProfileChanged>(world.log.back().events.at(1)).changed == std::vector<std::string>{"email"});
    }

    void noPersonalDataStandsInAnEvent()
    {
        World world;
        world.must(person("secret@x", PlatformRole::superadmin));
        world.must(UpdateUser{{1}, {"hidden@x", "Zoe", "Hidden", "+99"}});
        world.must(SetPin{{1}, {"8642", "pin-hash"}});
        world.must(SetSecondFactor{{1}, {"seed", "sealed"}, {{"code", "code-digest"}}});
        for (const EventBatch &batch : world.log) {
            const std::string written = codec::encodeEvents(batch.events);
            for (const char *secret : {"secret@x", "hidden@x", "Ada", "Zoe", "+41", "+99", "hash", "8642", "seed", "sealed", "digest"})
                QVERIFY2(written.find(secret) == std::string::npos, written.c_str());
        }
    }

    void anEmailIsOneUsers()
    {
        World world;
        world.superadmin("root@x");
        const UserId second = world.user("b@x");
        const Done taken = world.tell(person("b@x"));
        QCOMPARE(outcome(taken), std::string("email_taken"));
        QCOMPARE(taken.error().detail.at("email"), std::string("b@x"));
        world.must(SetUserActive{second, false});
        QCOMPARE(world.refusal(person("b@x")), std::string("email_taken"));
        QCOMPARE(world.refusal(UpdateUser{second, {"root@x", {}, {}, {}}}), std::string("email_taken"));
        world.must(DeleteUser{second});
        QVERIFY(!world.directory.userByEmail("b@x"));
        QCOMPARE(world.refusal(person("b@x")), std::string());
        QVERIFY(world.directory.userByEmail("b@x")->id != second);
        QCOMPARE(world.profileOf(second).email, std::string("b@x"));
        QCOMPARE(world.refusal(world.invitation("b@x", world.tenant("acme"))), std::string("email_taken"));
    }

    void textsOfAProfileAreChecked()
    {
        World world;
        world.superadmin();
        const auto refused = [&](auto change) {
            CreateUser created = person("p@x");
            change(created.profile);
            const auto decided = decide(world.directory, {{}, created, {}, {}}, world.now);
            return decided ? std::string() : outcome(tl::unexpected(decided.error()));
        };
        for (const char *wrong : {"", "  ", "a b@x", "a\u200b@x", "a\n@x", "\xff@x"})
            QCOMPARE(refused([&](Profile &p) { p.email = wrong; }), std::string("invalid_value email"));
        QCOMPARE(refused([](Profile &p) { p.email = std::string(255, 'e'); }), std::string("too_long email"));
        QCOMPARE(refused([](Profile &p) { p.email = std::string(254, 'e'); }), std::string());
        QCOMPARE(refused([](Profile &p) { p.firstName = std::string(121, 'f'); }), std::string("too_long first_name"));
        QCOMPARE(refused([](Profile &p) { p.firstName = "\u200b"; }), std::string("invalid_value first_name"));
        QCOMPARE(refused([](Profile &p) { p.lastName = std::string(121, 'f'); }), std::string("too_long last_name"));
        QCOMPARE(refused([](Profile &p) { p.lastName = "a\nb"; }), std::string("invalid_value last_name"));
        QCOMPARE(refused([](Profile &p) { p.phone = std::string(41, '1'); }), std::string("too_long phone"));
        QCOMPARE(refused([](Profile &p) { p.phone = "\x02"; }), std::string("invalid_value phone"));
        QCOMPARE(refused([](Profile &p) { p.phone.clear(); p.firstName.clear(); p.lastName.clear(); }), std::string());
    }

    void aChangedProfileNamesWhatChanged()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("b@x");
        Profile profile = world.profileOf(user);
        QCOMPARE(events(world, UpdateUser{user, profile}), std::string());
        profile.phone = " +33 ";
        profile.lastName = "Other";
        QVERIFY(profileAfter(world.directory, UpdateUser{user, profile}).has_value());
        world.must(UpdateUser{user, profile});
        QVERIFY(std::get<ProfileChanged>(world.log.back().events.at(0)).changed == std::vector<std::string>({"last_name", "phone"}));
        QCOMPARE(world.profileOf(user).phone, std::string("+33"));
        QVERIFY(!profileAfter(world.directory, UpdateUser{user, profile}).has_value());
        QVERIFY(!profileAfter(world.directory, DeleteUser{user}).has_value());
        QCOMPARE(world.refusal(UpdateUser{{99}, profile}), std::string("unknown_user"));
    }

    void aUserIsDeactivatedAndComesBack()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("b@x");
        QCOMPARE(events(world, SetUserActive{user, true}), std::string());
        QCOMPARE(events(world, SetUserActive{user, false}), std::string("user_activity_changed sessions_ended"));
        world.must(SetUserActive{user, false});
        QVERIFY(!world.userOf(user).active);
        QCOMPARE(world.userOf(user).sessions, 1);
        QCOMPARE(events(world, SetUserActive{user, true}), std::string("user_activity_changed"));
        world.must(SetUserActive{user, true});
        QVERIFY(world.userOf(user).active);
        QCOMPARE(world.refusal(SetUserActive{{99}, true}), std::string("unknown_user"));
    }

    void aDeletedUserLeavesANameAndNothingElse()
    {
        World world;
        world.superadmin();
        const TenantId tenant = world.tenant("acme");
        const UserId user = world.invited("b@x", tenant);
        QCOMPARE(events(world, DeleteUser{user}), std::string("user_removed sessions_ended"));
        world.must(DeleteUser{user});
        QVERIFY(world.userOf(user).removed);
        QVERIFY(world.directory.invitations.empty());
        QVERIFY(!world.directory.role(user, tenant));
        QCOMPARE(world.userOf(user).sessions, 1);
        QCOMPARE(world.profileOf(user).firstName, std::string("In"));
        const Profile profile = world.profileOf(user);
        const std::string unknown = "unknown_user";
        QCOMPARE(world.refusal(DeleteUser{user}), unknown);
        QCOMPARE(world.refusal(UpdateUser{user, profile}), unknown);
        QCOMPARE(world.refusal(SetUserActive{user, true}), unknown);
        QCOMPARE(world.refusal(SetPlatformRole{user, PlatformRole::staff}), unknown);
        QCOMPARE(world.refusal(GrantRole{user, tenant, Role::agent}), unknown);
        QCOMPARE(world.refusal(SetPassword{user, {{}, "h"}}), unknown);
        QCOMPARE(world.refusal(SetPin{user, {{}, "h"}}), unknown);
        QCOMPARE(world.refusal(SetSecondFactor{user, {{}, "s"}, {{{}, "c"}}}), unknown);
        QCOMPARE(world.refusal(EndSessions{user}), unknown);
        QCOMPARE(world.refusal(RenewInvitation{user, tenant, {{}, "d"}}), unknown);
        // Ids are not given again.
        QVERIFY(user < world.user("c@x"));
    }

    void theLastSuperadminStays()
    {
        World world;
        const UserId root = world.superadmin("root@x");
        const std::string last = "last_superadmin";
        const auto stays = [&](UserId user) {
            QCOMPARE(world.refusal(SetPlatformRole{user, PlatformRole::none}), last);
            QCOMPARE(world.refusal(SetPlatformRole{user, PlatformRole::staff}), last);
            QCOMPARE(world.refusal(SetUserActive{user, false}), last);
            QCOMPARE(world.refusal(DeleteUser{user}), last);
        };
        stays(root);
        QCOMPARE(world.effects(SetPlatformRole{root, PlatformRole::superadmin}), std::size_t(0));
        // Somebody who cannot sign in yet does not look after anything.
        const TenantId tenant = world.tenant("acme");
        const UserId invited = world.invited("i@x", tenant);
        world.must(SetPlatformRole{invited, PlatformRole::superadmin});
        stays(root);
        const UserId second = world.superadmin("second@x");
        world.must(SetUserActive{second, false});
        stays(root);
        // An inactive one may always go.
        QCOMPARE(world.refusal(SetPlatformRole{second, PlatformRole::none}), std::string());
        world.must(SetPlatformRole{second, PlatformRole::superadmin});
        world.must(SetUserActive{second, true});
        QCOMPARE(world.refusal(DeleteUser{root}), std::string());
        stays(second);
    }

    void whoDoesNotLookAfterTheDatabaseMayGo()
    {
        World world;
        world.must(CreateUser{{"root@x", {}, {}, {}}, PlatformRole::superadmin, {}});
        const UserId away = world.user("away@x");
        world.must(SetUserActive{away, false});
        world.must(SetPlatformRole{away, PlatformRole::superadmin});
        QCOMPARE(world.refusal(SetPlatformRole{away, PlatformRole::none}), std::string());
        QCOMPARE(world.refusal(DeleteUser{away}), std::string());
    }

    void aDatabaseHoldsSoManyUsers()
    {
        World world;
        world.superadmin();
        for (std::int64_t i = 2; i <= std::int64_t(limits::users); ++i)
            world.directory.users[{i}].id = {i};
        QCOMPARE(world.refusal(person("b@x")), std::string("limit_reached users"));
        world.must(DeleteUser{{7}});
        QCOMPARE(world.refusal(person("b@x")), std::string());
    }
};

QTEST_GUILESS_MAIN(TestUsers)
#include "tst_users.moc"
