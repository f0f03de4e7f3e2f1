#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/pages/account_dialog.h>
#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/pages/users_tab.h>

#include "desktop.h"
#include "walk.h"

using namespace smartqueue;
using testing::Desktop;

/// Who may enter, and how one shows it.
class TestSigningIn final : public QObject {
    Q_OBJECT

private:
    pages::AccountDialog *openAccount(Desktop &desktop)
    {
        desktop.window().actions().action(QStringLiteral("account.own"))->trigger();
        return desktop.window().findChild<pages::AccountDialog *>();
    }

    QString secretOf(QWidget &root)
    {
        return root.findChild<QLabel *>(QStringLiteral("secondFactorSecret"))->text().remove(QLatin1Char(' '));
    }

    QString codeNow(Desktop &desktop, const QString &secret)
    {
        return QString::fromStdString(desktop.tools.oneTimePasswords->codeAt(secret.toStdString(), desktop.clock.now()));
    }

    /// Types the current password where it is asked for.
    bool prove(Desktop &desktop, QWidget &account, const QString &password = QLatin1String(testing::rightPassword))
    {
        auto *line = account.findChild<QLineEdit *>(QStringLiteral("proofPassword"));
        if (!line->isVisible())
            return false;
        desktop.type(account, "proofPassword", password);
        desktop.press(account, "factorGoOn");
        return QTest::qWaitFor([&] { return !line->isVisible() || testing::visibleTexts(account).contains(QStringLiteral("This is not your password.")); })
            && !line->isVisible();
    }

    QStringList recoveryCodes(QWidget &root)
    {
        QStringList codes;
        for (const QLabel *column : root.findChildren<QLabel *>(QStringLiteral("recoveryCodes")))
            codes += column->text().split(QLatin1Char('\n'));
        return codes;
    }

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void aWrongPasswordOpensNothingAndManySlowDown()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signInStands());
        testing::portrait(*desktop.sitting->signIn(), QStringLiteral("sign-in"));
        QCOMPARE(testing::faultsOf(*desktop.sitting->signIn()).contains(QLatin1String("nameless")), false);
        for (int attempt = 0; attempt < accounts::freeAttempts; ++attempt) {
            desktop.trySignIn(QStringLiteral("sarah@ville.example"), QStringLiteral("a guess"));
            QTRY_COMPARE(desktop.said(*desktop.sitting->signIn(), "signInProblem"), QStringLiteral("The e-mail address or the password is not right. Try again."));
            QVERIFY(!desktop.sitting->windows());
        }
        testing::portrait(*desktop.sitting->signIn(), QStringLiteral("sign-in-wrong"));
        // From here on even the right one has to wait.
        desktop.trySignIn(QStringLiteral("sarah@ville.example"));
        QTRY_VERIFY(desktop.said(*desktop.sitting->signIn(), "signInProblem").contains(QLatin1String("Too many attempts")));
        desktop.clock.advance(std::chrono::minutes(20));
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
    }

    void theWindowsShowWhoIsHereAndWhatIsTheirs()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("SARAH@ville.example")));
        QVERIFY2(desktop.status().contains(QStringLiteral("Supervisor · Sarah Lindqvist")), qPrintable(desktop.status()));
        testing::portrait(desktop.window(), QStringLiteral("window"));
        QVERIFY(desktop.window().actions().action(QStringLiteral("account.lock")));
        QVERIFY(!desktop.window().actions().action(QStringLiteral("firststart")));
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QVERIFY(desktop.signIn(QStringLiteral("leila@ville.example")));
        QVERIFY(desktop.status().contains(QStringLiteral("Agent · Leïla Haddad")));
    }

    void theSignInBeforeThisOneIsTold()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        desktop.clock.advance(std::chrono::hours(2));
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        const QStringList texts = testing::visibleTexts(desktop.window());
        bool told = false;
        for (const QLabel *label : desktop.window().findChildren<QLabel *>())
            told = told || (label->text().contains(QLatin1String("Your last sign-in: 19 Nov 2026, 09:00")) && label->text().contains(QLatin1String("DESK-01")));
        QVERIFY(told);
    }

    void anInvitationBecomesAPasswordAndAPasswordThatWasSetIsChanged()
    {
        Desktop desktop;
        desktop.hire();
        InviteAgent invite;
        invite.profile = {"omar@ville.example", "Omar", "Diallo", {}};
        invite.tenant = desktop.tenant();
        invite.queues = {desktop.queueId};
        const std::string code = desktop.submit(std::move(invite), desktop.superadmin).code;
        QVERIFY(!code.empty());
        desktop.start();
        QVERIFY(desktop.signInStands());
        pages::SignInDialog &dialog = *desktop.sitting->signIn();
        desktop.press(dialog, "signInOther");
        desktop.type(dialog, "invitationCode", QString::fromStdString(code));
        desktop.type(dialog, "firstPassword", QStringLiteral("short"));
        desktop.type(dialog, "firstPasswordAgain", QStringLiteral("short"));
        desktop.press(dialog, "signInAct");
        QVERIFY(testing::visibleTexts(dialog).contains(QStringLiteral("At least 8 characters.")));
        desktop.type(dialog, "firstPassword", QLatin1String(testing::rightPassword));
        desktop.type(dialog, "firstPasswordAgain", QLatin1String(testing::rightPassword));
        testing::portrait(dialog, QStringLiteral("invitation"));
        desktop.press(dialog, "signInAct");
        QTRY_VERIFY(testing::visibleTexts(dialog).contains(QStringLiteral("Your password is set. Sign in with it now.")));
        // They type where they are, and their address stands there.
        QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("email"))->text(), QStringLiteral("omar@ville.example"));
        QCOMPARE(dialog.focusWidget(), dialog.findChild<QLineEdit *>(QStringLiteral("password")));
        QVERIFY(desktop.signIn(QStringLiteral("omar@ville.example")));
        // Their agent's desk is theirs at once.
        QVERIFY(desktop.sitting->windows()->console().deskAgent());

        const UserId omar = desktop.sitting->session().user;
        desktop.submit(SetPassword{omar, {"one that somebody else chose"}, true}, desktop.superadmin);
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("omar@ville.example"), QStringLiteral("one that somebody else chose"));
        pages::SignInDialog &again = *desktop.sitting->signIn();
        QTRY_COMPARE(again.windowTitle(), QStringLiteral("A new password"));
        desktop.type(again, "newPassword", QStringLiteral("a boat under the old bridge"));
        desktop.type(again, "newPasswordAgain", QStringLiteral("a boat under the new bridge"));
        desktop.press(again, "signInAct");
        QVERIFY(testing::visibleTexts(again).contains(QStringLiteral("The two are not the same.")));
        desktop.type(again, "newPasswordAgain", QStringLiteral("a boat under the old bridge"));
        desktop.press(again, "signInAct");
        QVERIFY(desktop.windowsStand());
        desktop.settle();
        QVERIFY(desktop.sitting->windows());
    }

    void aSecondFactorIsSetUpAndItsCodesWorkOnce()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        pages::AccountDialog *account = openAccount(desktop);
        QVERIFY(account);
        testing::portrait(*account, QStringLiteral("account"));
        desktop.press(*account, "setUpFactor");
        QVERIFY(prove(desktop, *account));
        const QString secret = secretOf(*account);
        QVERIFY(secret.size() >= 32);
        testing::portrait(*account, QStringLiteral("second-factor"));
        desktop.type(*account, "secondFactorCode", QStringLiteral("000000"));
        desktop.press(*account, "factorGoOn");
        QVERIFY(!desktop.user(desktop.supervisor).secondFactor);
        desktop.type(*account, "secondFactorCode", codeNow(desktop, secret));
        desktop.press(*account, "factorGoOn");
        QTRY_VERIFY(desktop.user(desktop.supervisor).secondFactor);
        QTRY_COMPARE(recoveryCodes(*account).size(), 10);
        testing::portrait(*account, QStringLiteral("recovery-codes"));
        const QStringList codes = recoveryCodes(*account);
        account->close();

        const auto enterWith = [&](const QString &code) {
            desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
            if (!desktop.signInStands())
                return false;
            desktop.trySignIn(QStringLiteral("sarah@ville.example"));
            pages::SignInDialog &dialog = *desktop.sitting->signIn();
            auto *line = dialog.findChild<QLineEdit *>(QStringLiteral("code"));
            if (!QTest::qWaitFor([&] { return line->isVisible(); }))
                return false;
            desktop.type(dialog, "code", code);
            desktop.press(dialog, "signInAct");
            return QTest::qWaitFor([&] { return !desktop.sitting->signIn() || !desktop.said(dialog, "signInProblem").isEmpty(); })
                && !desktop.sitting->signIn();
        };
        desktop.clock.advance(std::chrono::seconds(30));
        const QString code = codeNow(desktop, secret);
        QVERIFY(enterWith(code));
        // Seen over the shoulder, it is worth nothing; the next one is.
        QVERIFY(!enterWith(code));
        desktop.clock.advance(std::chrono::minutes(20));
        desktop.type(*desktop.sitting->signIn(), "code", codeNow(desktop, secret));
        desktop.press(*desktop.sitting->signIn(), "signInAct");
        QVERIFY(desktop.windowsStand());
        QVERIFY(enterWith(codes.first()));
        QVERIFY(!enterWith(codes.first()));
        desktop.clock.advance(std::chrono::minutes(20));
        desktop.type(*desktop.sitting->signIn(), "code", codes.last());
        desktop.press(*desktop.sitting->signIn(), "signInAct");
        QVERIFY(desktop.windowsStand());
        pages::AccountDialog *again = openAccount(desktop);
        desktop.press(*again, "removeFactor");
        QVERIFY(prove(desktop, *again));
        QTRY_VERIFY(!desktop.user(desktop.supervisor).secondFactor);
    }

    void anOpenDeskMakesNoWayIn_data()
    {
        QTest::addColumn<QString>("button");
        QTest::newRow("set the PIN") << QStringLiteral("setPin");
        QTest::newRow("remove the PIN") << QStringLiteral("removePin");
        QTest::newRow("set up the second factor") << QStringLiteral("setUpFactor");
    }

    void anOpenDeskMakesNoWayIn()
    {
        QFETCH(QString, button);
        Desktop desktop;
        desktop.hire();
        desktop.givePin(desktop.supervisor, "2580");
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        pages::AccountDialog *account = openAccount(desktop);
        desktop.type(*account, "pin", QStringLiteral("4711"));
        desktop.press(*account, button.toLatin1().constData());
        QVERIFY(!prove(desktop, *account, QStringLiteral("a guess")));
        testing::portrait(*account, QStringLiteral("account-proof"));
        QVERIFY2(testing::cutOff(*account).isEmpty(), qPrintable(testing::cutOff(*account).join(QLatin1Char('\n'))));
        QVERIFY(secretOf(*account).isEmpty());
        auto old = desktop.installation->signInWithPin(desktop.supervisor, "2580", "DESK-01");
        old.waitForFinished();
        QVERIFY(old.result());
        QVERIFY(prove(desktop, *account));
        if (button == QLatin1String("setUpFactor")) {
            QVERIFY(!secretOf(*account).isEmpty());
            desktop.press(*account, "factorBack");
            QVERIFY(secretOf(*account).isEmpty());
        } else {
            QTRY_COMPARE(desktop.said(*account, "accountTold"), button == QLatin1String("setPin") ? QStringLiteral("Your PIN is set.") : QStringLiteral("You have no PIN any more."));
        }
    }

    void whoseKeyIsNotAtHandIsToldWhatHelps()
    {
        Desktop desktop;
        desktop.hire();
        Tenant tenant = *desktop.installation->directory()->tenant(desktop.tenant());
        tenant.secondFactorFor = {Role::agent};
        // Who comes in while the vault is shut has no key to it.
        desktop.installation->vault()->revert();
        const UserId omar = desktop.add(desktop.superadmin, "omar@ville.example", "Omar", "Diallo");
        desktop.submit(GrantRole{omar, desktop.tenant(), Role::agent}, desktop.superadmin);
        desktop.submit(UpdateTenant{tenant}, desktop.superadmin);
        desktop.start(false);
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("omar@ville.example"));
        pages::SignInDialog &dialog = *desktop.sitting->signIn();
        QTRY_VERIFY(!desktop.said(dialog, "secondFactorShut").isEmpty());
        testing::portrait(dialog, QStringLiteral("second-factor-shut"));
        QVERIFY2(testing::cutOff(dialog).isEmpty(), qPrintable(testing::cutOff(dialog).join(QLatin1Char('\n'))));
        desktop.press(dialog, "signInAct");
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Sign in"));
        // Somebody with a key opens it for everybody.
        desktop.trySignIn(QStringLiteral("victor@ville.example"));
        QVERIFY(desktop.windowsStand());
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("omar@ville.example"));
        QTRY_COMPARE(desktop.sitting->signIn()->windowTitle(), QStringLiteral("A second factor"));
        QVERIFY(!secretOf(*desktop.sitting->signIn()).isEmpty());
    }

    void whatIsHalfTypedIsAskedAboutFirst_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("sign out") << 0;
        QTest::newRow("close the window") << 1;
    }

    void whatIsHalfTypedIsAskedAboutFirst()
    {
        QFETCH(int, how);
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("victor@ville.example")));
        pages::MainWindow &window = desktop.window();
        window.showPage(pages::PageId::administration, int(pages::AdministrationTab::Kind::users));
        window.findChild<pages::UsersTab *>()->create();
        auto *line = window.findChild<QLineEdit *>(QStringLiteral("userFirstName"));
        QVERIFY(line && line->isVisible());
        QTest::keyClicks(line, QStringLiteral("Nadia"));
        window.showPage(pages::PageId::desk);
        // The lock throws nothing away.
        desktop.sitting->lock();
        desktop.type(*desktop.sitting->lockScreen(), "lockSecret", QLatin1String(testing::rightPassword));
        desktop.press(*desktop.sitting->lockScreen(), "unlock");
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        QCOMPARE(line->text(), QStringLiteral("Nadia"));

        QSignalSpy ended(desktop.sitting.get(), &app::Sitting::ended);
        how == 0 ? window.actions().action(QStringLiteral("account.signout"))->trigger() : void(window.close());
        QVERIFY(desktop.sitting->windows() && window.isVisible() && ended.isEmpty());
        QVERIFY(line->isVisible());
        const auto answers = window.findChildren<QAbstractButton *>(QStringLiteral("setupYes"));
        const auto asked = std::find_if(answers.begin(), answers.end(), [](const QAbstractButton *each) { return each->isVisible(); });
        QVERIFY(asked != answers.end());
        QAbstractButton *leave = *asked;
        testing::portrait(window, QStringLiteral("half-typed"));
        leave->click();
        if (how == 0)
            QVERIFY(desktop.signInStands());
        else
            QTRY_COMPARE(ended.size(), 1);
    }

    void aRoleThatAsksForASecondFactorSetsItUpBeforeItEnters()
    {
        Desktop desktop;
        desktop.hire();
        Tenant tenant = *desktop.installation->directory()->tenant(desktop.tenant());
        tenant.secondFactorFor = {Role::manager};
        desktop.submit(UpdateTenant{tenant}, desktop.superadmin);
        desktop.start();
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("sarah@ville.example"));
        pages::SignInDialog &dialog = *desktop.sitting->signIn();
        QTRY_COMPARE(dialog.windowTitle(), QStringLiteral("A second factor"));
        QVERIFY(!desktop.sitting->windows());
        testing::portrait(dialog, QStringLiteral("second-factor-due"));
        desktop.type(dialog, "secondFactorCode", codeNow(desktop, secretOf(dialog)));
        desktop.press(dialog, "signInAct");
        QTRY_COMPARE(recoveryCodes(dialog).size(), 10);
        QVERIFY(!desktop.sitting->windows());
        desktop.press(dialog, "signInAct");
        QVERIFY(desktop.windowsStand());
    }

    void theOwnPasswordIsChangedAndTheSessionGoesOn()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        pages::AccountDialog *account = openAccount(desktop);
        desktop.type(*account, "currentPassword", QStringLiteral("not that one"));
        desktop.type(*account, "accountPassword", QStringLiteral("a boat under the old bridge"));
        desktop.type(*account, "accountPasswordAgain", QStringLiteral("a boat under the old bridge"));
        desktop.press(*account, "changePassword");
        QTRY_VERIFY(testing::visibleTexts(*account).contains(QStringLiteral("This is not your password.")));
        testing::portrait(*account, QStringLiteral("account-wrong"));
        QVERIFY2(testing::cutOff(*account).isEmpty(), qPrintable(testing::cutOff(*account).join(QLatin1Char('\n'))));
        desktop.type(*account, "currentPassword", QLatin1String(testing::rightPassword));
        desktop.press(*account, "changePassword");
        QTRY_COMPARE(desktop.said(*account, "accountTold"), QStringLiteral("Your password is changed."));
        desktop.settle();
        QTRY_COMPARE(desktop.sitting->session().sessions, desktop.user(desktop.supervisor).sessions);
        QVERIFY(desktop.sitting->windows());
        QCOMPARE(desktop.sitting->session().sessions, desktop.user(desktop.supervisor).sessions);
        account->close();
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("sarah@ville.example"), QStringLiteral("a boat under the old bridge"));
        QVERIFY(desktop.windowsStand());
    }

    void theKeychainRemembersWhoWantedIt()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signInStands());
        auto *keep = desktop.sitting->signIn()->findChild<QCheckBox *>(QStringLiteral("keepSignedIn"));
        QTRY_VERIFY(keep->isEnabled());
        keep->setChecked(true);
        desktop.trySignIn(QStringLiteral("sarah@ville.example"));
        QVERIFY(desktop.windowsStand());
        const std::string name = "session of " + desktop.installation->identity();
        QTRY_VERIFY(desktop.keychain.read(name)->has_value());
        QVERIFY(desktop.keychain.read(name)->value().find(testing::rightPassword) == std::string::npos);

        desktop.start();
        QVERIFY(desktop.windowsStand());
        QCOMPARE(desktop.sitting->session().user, desktop.supervisor);
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QTRY_VERIFY(!desktop.keychain.read(name)->has_value());
        desktop.start();
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->windows());
    }

    void whatWasKeptIsWorthNothingOnceItIsOver()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signInStands());
        auto *keep = desktop.sitting->signIn()->findChild<QCheckBox *>(QStringLiteral("keepSignedIn"));
        QTRY_VERIFY(keep->isEnabled());
        keep->setChecked(true);
        desktop.trySignIn(QStringLiteral("sarah@ville.example"));
        QVERIFY(desktop.windowsStand());
        const std::string name = "session of " + desktop.installation->identity();
        QTRY_VERIFY(desktop.keychain.read(name)->has_value());
        desktop.sitting.reset();
        const std::string kept = desktop.keychain.read(name)->value();
        desktop.submit(EndSessions{desktop.supervisor}, desktop.superadmin);
        desktop.start();
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->windows());
        QTRY_VERIFY(!desktop.keychain.read(name)->has_value());

        desktop.sitting.reset();
        QVERIFY(desktop.keychain.write(name, kept));
        desktop.clock.advance(std::chrono::hours(24 * 31));
        desktop.start();
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->windows());
    }

    void withoutAKeychainTheBoxSaysWhy()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start(false);
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->signIn()->findChild<QCheckBox *>(QStringLiteral("keepSignedIn"))->isEnabled());
        QVERIFY(testing::visibleTexts(*desktop.sitting->signIn()).contains(QStringLiteral("This computer has no keychain that could remember you.")));
        desktop.keychain.failWith(Failure{engine::secret_failures::keychainLocked, {}});
        desktop.start();
        QVERIFY(desktop.signInStands());
        QTRY_VERIFY(testing::visibleTexts(*desktop.sitting->signIn()).contains(QStringLiteral("The keychain of this computer is locked.")));
    }

    void aSessionThatIsOverClosesItsWindowsAndSaysWhy_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("why");
        QTest::newRow("switched off") << 0 << QStringLiteral("switched off");
        QTest::newRow("signed out everywhere") << 1 << QStringLiteral("signed out everywhere");
        QTest::newRow("role taken away") << 2 << QStringLiteral("no role in this branch");
        QTest::newRow("suspended") << 3 << QStringLiteral("suspended");
        QTest::newRow("removed") << 4 << QStringLiteral("removed");
    }

    void aSessionThatIsOverClosesItsWindowsAndSaysWhy()
    {
        QFETCH(int, what);
        QFETCH(QString, why);
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        const CommandBody acts[]{SetUserActive{desktop.supervisor, false}, EndSessions{desktop.supervisor}, RevokeRole{desktop.supervisor, desktop.tenant()},
                                 SuspendTenant{desktop.tenant()}, DeleteUser{desktop.supervisor}};
        desktop.submit(acts[what], desktop.superadmin);
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->windows());
        const QStringList texts = testing::visibleTexts(*desktop.sitting->signIn());
        QVERIFY2(!texts.filter(why).isEmpty(), qPrintable(texts.join(QLatin1Char('\n'))));
    }

    void anotherRoleIsOtherWindows()
    {
        Desktop desktop;
        desktop.hire();
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("leila@ville.example")));
        QPointer<pages::MainWindow> before = &desktop.window();
        desktop.submit(GrantRole{desktop.agent, desktop.tenant(), Role::manager}, desktop.superadmin);
        QTRY_VERIFY(before.isNull());
        QVERIFY(desktop.windowsStand());
        QVERIFY(desktop.status().contains(QStringLiteral("Supervisor · Leïla Haddad")));
    }
};

QTEST_MAIN(TestSigningIn)
#include "tst_signing_in.moc"
