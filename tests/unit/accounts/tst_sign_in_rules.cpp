#include <QTest>

#include <smartqueue/accounts/sign_in.h>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::accounts;
using namespace std::chrono_literals;

class TestSignInRules : public QObject {
    Q_OBJECT

    static void failTimes(World &world, int times, const std::string &account = "account")
    {
        for (int i = 0; i < times; ++i)
            world.must(RecordFailedSignIn{account, {}});
    }

    static long waitOf(const World &world, const std::string &account = "account")
    {
        const auto wait = waitBefore(world.directory, account, world.now);
        return wait ? long(wait->count()) : -1;
    }

private Q_SLOTS:
    void aPasswordIsKeptAndEndsTheSessions()
    {
        World world;
        const UserId root = world.superadmin();
        world.must(SetPassword{root, {{}, "hash"}, true});
        QVERIFY(world.userOf(root).mustChangePassword);
        QCOMPARE(world.userOf(root).sessions, 1);
        world.must(SetPassword{root, {{}, "hash"}});
        QVERIFY(!world.userOf(root).mustChangePassword);
        QCOMPARE(world.refusal(SetPassword{root, {"plain", {}}}), std::string("invalid_value password"));
        world.must(EndSessions{root});
        QCOMPARE(world.userOf(root).sessions, 3);
    }

    void aPinIsSetAndTakenAway()
    {
        World world;
        const UserId root = world.superadmin();
        QCOMPARE(world.effects(SetPin{root, {}}), std::size_t(0));
        world.must(SetPin{root, {{}, "hash"}});
        QVERIFY(world.userOf(root).hasPin);
        world.must(SetPin{root, {}});
        QVERIFY(!world.userOf(root).hasPin);
    }

    void aSecondFactorIsASecretWithItsCodesOrNeither()
    {
        World world;
        const UserId root = world.superadmin();
        const std::vector<NewSecret> two{{{}, "c1"}, {{}, "c2"}};
        const std::string wrong = "invalid_value recovery_codes";
        QCOMPARE(world.effects(SetSecondFactor{root, {}, {}}), std::size_t(0));
        QCOMPARE(world.refusal(SetSecondFactor{root, {{}, "s"}, {}}), wrong);
        QCOMPARE(world.refusal(SetSecondFactor{root, {}, two}), wrong);
        QCOMPARE(world.refusal(SetSecondFactor{root, {{}, "s"}, {{"plain", {}}}}), wrong);
        QCOMPARE(world.refusal(SetSecondFactor{root, {{}, "s"}, std::vector<NewSecret>(11, {{}, "c"})}), wrong);
        QCOMPARE(world.refusal(SetSecondFactor{root, {{}, "s"}, std::vector<NewSecret>(10, {{}, "c"})}), std::string());
        world.must(SetSecondFactor{root, {{}, "s"}, two});
        QVERIFY(world.userOf(root).secondFactor);
        QCOMPARE(world.userOf(root).recoveryCodes, 2);
        world.must(RecordSignIn{root, "account", "desk", 50});
        QCOMPARE(world.userOf(root).lastStep, std::int64_t(50));
        world.must(SetSecondFactor{root, {}, {}});
        QVERIFY(!world.userOf(root).secondFactor);
        QCOMPARE(world.userOf(root).recoveryCodes, 0);
        QCOMPARE(world.userOf(root).lastStep, std::int64_t(0));
    }

    void aSignInIsRemembered()
    {
        World world;
        const UserId root = world.superadmin();
        failTimes(world, 3);
        world.wait(1min);
        world.must(RecordSignIn{root, "account", " Desk 3 "});
        QVERIFY(world.userOf(root).lastSignIn == world.now);
        QCOMPARE(world.userOf(root).lastDevice, std::string("Desk 3"));
        QVERIFY(world.directory.attempts.empty());
        QVERIFY(!std::get<UserSignedIn>(world.log.back().events.at(0)).usedRecoveryCode);
        QCOMPARE(world.refusal(RecordSignIn{root, "", "desk"}), std::string("invalid_value account"));
        QCOMPARE(world.refusal(RecordSignIn{root, "account", std::string(121, 'd')}), std::string("too_long device"));
    }

    void aCodeOfTheSecondFactorWorksOnce()
    {
        World world;
        const UserId root = world.superadmin();
        world.must(SetSecondFactor{root, {{}, "s"}, {{{}, "c1"}, {{}, "c2"}}});
        world.must(RecordSignIn{root, "account", "desk", 100});
        const std::string wrong = "wrong_credentials";
        QCOMPARE(world.refusal(RecordSignIn{root, "account", "desk", 100}), wrong);
        QCOMPARE(world.refusal(RecordSignIn{root, "account", "desk", 99}), wrong);
        QCOMPARE(world.refusal(RecordSignIn{root, "account", "desk", 101}), std::string());
        world.must(RecordSignIn{root, "account", "desk", {}, "c1"});
        QVERIFY(std::get<UserSignedIn>(world.log.back().events.at(0)).usedRecoveryCode);
        QCOMPARE(world.userOf(root).lastStep, std::int64_t(101));
        QCOMPARE(world.userOf(root).recoveryCodes, 1);
        world.must(RecordSignIn{root, "account", "desk", {}, "c2"});
        QCOMPARE(world.refusal(RecordSignIn{root, "account", "desk", {}, "c3"}), wrong);
    }

    void onlyActiveUsersSignIn()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("a@x");
        const std::string wrong = "wrong_credentials";
        QCOMPARE(world.refusal(RecordSignIn{{99}, "account", "desk"}), wrong);
        QCOMPARE(world.refusal(RecordSignIn{{}, "account", "desk"}), wrong);
        QCOMPARE(world.refusal(RecordSignIn{theProgram, "account", "desk"}), wrong);
        world.must(SetUserActive{user, false});
        QCOMPARE(world.refusal(RecordSignIn{user, "account", "desk"}), wrong);
        world.must(DeleteUser{user});
        QCOMPARE(world.refusal(RecordSignIn{user, "account", "desk"}), wrong);
    }

    void failuresAreCountedForWhoeverItIs()
    {
        World world;
        const UserId root = world.superadmin();
        world.must(RecordFailedSignIn{"known", root});
        world.must(RecordFailedSignIn{"unknown", {99}});
        QVERIFY(!std::get<SignInFailed>(world.log.back().events.at(0)).user);
        world.must(RecordFailedSignIn{"unknown", {}});
        QCOMPARE(world.directory.attempts.at("known").failures, 1);
        QCOMPARE(world.directory.attempts.at("unknown").failures, 2);
        QVERIFY(world.directory.attempts.at("unknown").last == world.now);
        QCOMPARE(world.refusal(RecordFailedSignIn{"", {}}), std::string("invalid_value account"));
        QCOMPARE(world.refusal(RecordFailedSignIn{"\xff", {}}), std::string("invalid_value account"));
    }

    void eachFailureBeyondTheFreeOnesDoublesTheWait()
    {
        World world;
        QCOMPARE(waitOf(world), -1L);
        failTimes(world, 4);
        QCOMPARE(waitOf(world), -1L);
        for (const long expected : {2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L}) {
            failTimes(world, 1);
            QCOMPARE(waitOf(world), expected);
        }
        failTimes(world, 100);
        QCOMPARE(waitOf(world), 900L);
        QCOMPARE(waitOf(world, "another"), -1L);
    }

    void theWaitIsCountedFromTheLastFailure()
    {
        World world;
        failTimes(world, 7);
        QCOMPARE(waitOf(world), 8L);
        world.wait(1ms);
        QCOMPARE(waitOf(world), 8L);
        world.wait(999ms);
        QCOMPARE(waitOf(world), 7L);
        world.wait(6'999ms);
        QCOMPARE(waitOf(world), 1L);
        world.wait(1ms);
        QCOMPARE(waitOf(world), -1L);
        failTimes(world, 1);
        QCOMPARE(waitOf(world), 16L);
    }

    void aClockThatWasPutBackLocksNobodyOut()
    {
        World world;
        failTimes(world, 7);
        world.wait(-1s);
        QCOMPARE(waitOf(world), 8L);
        world.wait(-24h * 365);
        QCOMPARE(waitOf(world), -1L);
    }

    void attemptsAreForgottenAfterADay()
    {
        World world;
        failTimes(world, 9, "old");
        world.wait(24h);
        failTimes(world, 1, "new");
        QCOMPARE(world.directory.attempts.size(), std::size_t(2));
        world.wait(1ms);
        failTimes(world, 1, "new");
        QVERIFY(!world.directory.attempts.contains("old"));
        QCOMPARE(world.directory.attempts.at("new").failures, 2);
        // Whoever comes back after a day begins anew.
        world.wait(25h);
        failTimes(world, 1, "new");
        QCOMPARE(world.directory.attempts.at("new").failures, 1);
    }

    void soManyAccountsAreRemembered()
    {
        World world;
        for (int i = 0; i < 10'000; ++i)
            world.directory.attempts["a" + std::to_string(i)] = {1, world.now + Duration(i == 77 ? -1 : 0)};
        failTimes(world, 1, "another");
        QCOMPARE(world.directory.attempts.size(), std::size_t(10'000));
        QVERIFY(!world.directory.attempts.contains("a77"));
        QVERIFY(world.directory.attempts.contains("another"));
    }

    void aSessionIsOverWhenItsUserIs()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("a@x");
        const auto begun = [&] { return Session{user, world.userOf(user).sessions, world.now}; };
        QVERIFY(isOver(world.directory, {{99}, 0, world.now}));
        Session session = begun();
        QVERIFY(!isOver(world.directory, session));
        world.must(EndSessions{user});
        QVERIFY(isOver(world.directory, session));
        session = begun();
        world.must(SetPassword{user, {{}, "hash"}});
        QVERIFY(isOver(world.directory, session));
        world.must(SetUserActive{user, false});
        QVERIFY(isOver(world.directory, begun()));
        world.must(SetUserActive{user, true});
        session = begun();
        QVERIFY(!isOver(world.directory, session));
        world.must(DeleteUser{user});
        QVERIFY(isOver(world.directory, begun()));
    }

    void aTokenCountsAtItsDesktopUntilItIsOver()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("a@x");
        const auto enters = [&](const DeviceId &desktop, const std::string &digest) {
            world.must(RecordSignIn{user, "account", "DESK", {}, {}, desktop, digest});
        };
        const auto behind = [&](const std::string &digest, const DeviceId &desktop) { return userBehind(world.directory, digest, desktop, world.now); };
        enters("one", "d1");
        QVERIFY(behind("d1", "one") == user);
        QVERIFY(!behind("d1", "two") && !behind("d2", "one") && !behind("", "one"));
        QVERIFY(hasSessionAt(world.directory, user, "one", world.now));
        QVERIFY(!hasSessionAt(world.directory, user, "two", world.now));
        const Instant before = world.now;
        world.now += sessionLasts - Duration(1);
        QVERIFY(behind("d1", "one") == user);
        world.now += Duration(1);
        QVERIFY(!behind("d1", "one") && !hasSessionAt(world.directory, user, "one", world.now));
        // The same token again lasts from now on.
        enters("one", "d1");
        QVERIFY(behind("d1", "one") == user);
        world.must(EndSessions{user});
        QVERIFY(!behind("d1", "one"));
        world.now = before + std::chrono::days(90);
        enters("one", "d3");
        QCOMPARE(world.directory.sessions.size(), std::size_t(1));
    }

    void theNewestTokensOfADesktopCount()
    {
        World world;
        world.superadmin();
        const UserId user = world.user("a@x");
        const UserId other = world.user("b@x");
        world.must(RecordSignIn{other, "account", "DESK", {}, {}, "one", "others"});
        world.must(RecordSignIn{user, "account", "DESK", {}, {}, "two", "elsewhere"});
        for (std::size_t i = 0; i <= sessionsKept; ++i) {
            world.now += Duration(1000);
            world.must(RecordSignIn{user, "account", "DESK", {}, {}, "one", "d" + std::to_string(i)});
        }
        QVERIFY(!userBehind(world.directory, "d0", "one", world.now));
        QVERIFY(userBehind(world.directory, "d1", "one", world.now) == user);
        QVERIFY(userBehind(world.directory, "others", "one", world.now) == other);
        QVERIFY(userBehind(world.directory, "elsewhere", "two", world.now) == user);
        QCOMPARE(world.directory.sessions.size(), sessionsKept + 2);
        QCOMPARE(decodeDirectory(encodeDirectory(world.directory))->sessions.size(), sessionsKept + 2);
    }

    void aRoleMayAskForASecondFactor()
    {
        World world;
        world.superadmin();
        const TenantId acme = world.tenant("acme");
        const UserId manager = world.member("m@x", acme, Role::manager);
        const UserId agent = world.member("a@x", acme, Role::agent);
        QVERIFY(!needsSecondFactor(world.directory, manager));
        Tenant strict = *world.directory.tenant(acme);
        strict.secondFactorFor = {Role::manager, Role::admin};
        world.must(UpdateTenant{strict});
        QVERIFY(needsSecondFactor(world.directory, manager) && mustEnrolSecondFactor(world.directory, manager));
        QVERIFY(!needsSecondFactor(world.directory, agent) && !mustEnrolSecondFactor(world.directory, agent));
        world.must(SetSecondFactor{manager, {{}, "s"}, {{{}, "c"}}});
        QVERIFY(needsSecondFactor(world.directory, manager) && !mustEnrolSecondFactor(world.directory, manager));
        world.must(SetSecondFactor{agent, {{}, "s"}, {{{}, "c"}}});
        QVERIFY(needsSecondFactor(world.directory, agent) && !mustEnrolSecondFactor(world.directory, agent));
        QVERIFY(!needsSecondFactor(world.directory, {99}) && !mustEnrolSecondFactor(world.directory, {99}));
    }

    void aPasswordIsLongEnoughToBeOne()
    {
        const std::string weak = "weak_password ";
        QCOMPARE(outcome(checkedPassword("")), weak + "short");
        QCOMPARE(outcome(checkedPassword("1234567")), weak + "short");
        QCOMPARE(outcome(checkedPassword("12345678")), std::string());
        QCOMPARE(outcome(checkedPassword("ééééééé")), weak + "short");
        QCOMPARE(outcome(checkedPassword("éééééééé")), std::string());
        QCOMPARE(outcome(checkedPassword(" with spaces ")), std::string());
        QCOMPARE(outcome(checkedPassword(std::string(1024, 'p'))), std::string());
        QCOMPARE(outcome(checkedPassword(std::string(1025, 'p'))), weak + "long");
        for (const char *wrong : {"\xff\xff\xff\xff\xff\xff\xff\xff", "1234\n5678", "1234\t5678", "1234\x01" "5678", "        "})
            QCOMPARE(outcome(checkedPassword(wrong)), weak + "text");
    }

    void aPinIsNotTheFirstThatComesToMind()
    {
        for (const char *right : {"1357", "2580", "135790", "86420753", "1233", "9871"})
            QCOMPARE(outcome(checkedPin(right)), std::string());
        for (const char *wrong : {"", "135", "864207531", "12a4", " 1357", "١٢٣٤", "0000", "99999999", "1234", "345678", "7890", "9876", "3210",
                                  "1098"})
            QCOMPARE(outcome(checkedPin(wrong)), std::string("weak_password pin"));
    }
};

QTEST_GUILESS_MAIN(TestSignInRules)
#include "tst_sign_in_rules.moc"
