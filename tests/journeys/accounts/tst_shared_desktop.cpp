#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/pages/users_tab.h>

#include "desktop.h"
#include "walk.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using testing::Desktop;

/// One counter, several people: the lock, and changing hands with a PIN.
class TestSharedDesktop final : public QObject {
    Q_OBJECT

private:
    /// Leïla with a PIN, at her desk.
    bool begin(Desktop &desktop)
    {
        desktop.hire();
        desktop.givePin(desktop.agent, "4711");
        desktop.givePin(desktop.supervisor, "2580");
        desktop.start();
        return desktop.signIn(QStringLiteral("leila@ville.example"));
    }

    void unlock(Desktop &desktop, const QString &secret)
    {
        desktop.type(*desktop.sitting->lockScreen(), "lockSecret", secret);
        desktop.press(*desktop.sitting->lockScreen(), "unlock");
    }

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theLockCoversEverythingAndOpensByPin()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        QPointer<pages::MainWindow> window = &desktop.window();
        desktop.window().actions().action(QStringLiteral("shortcuts"))->trigger();
        desktop.window().actions().action(QStringLiteral("account.lock"))->trigger();
        QVERIFY(desktop.sitting->lockScreen());
        QVERIFY(desktop.sitting->lockScreen()->isVisible());
        testing::portrait(*desktop.sitting->lockScreen(), QStringLiteral("lock"));
        for (const QWidget *each : QApplication::topLevelWidgets())
            QVERIFY2(!each->isVisible() || each == desktop.sitting->lockScreen(), each->metaObject()->className());
        QVERIFY(desktop.said(*desktop.sitting->lockScreen(), "lockedSince").contains(QLatin1String("09:00")));

        // The branch goes on, and what wants to come up waits.
        desktop.submit(IssueTicket{desktop.queueId, 0, "kiosk", {}, {}, {}, {}}, theProgram);
        QCOMPARE(desktop.installation->snapshot(firstSite)->state.tickets.size(), std::size_t(1));
        desktop.window().showNormal();
        QTRY_VERIFY(!desktop.window().isVisible());

        unlock(desktop, QStringLiteral("1111"));
        QTRY_COMPARE(desktop.said(*desktop.sitting->lockScreen(), "lockProblem"), QStringLiteral("This is not the PIN."));
        QVERIFY(!desktop.window().isVisible());
        unlock(desktop, QStringLiteral("4711"));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        // The same windows, with the dialog that was open.
        QVERIFY(window && window->isVisible());
    }

    void thePasswordOpensItToo()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.sitting->lock();
        desktop.press(*desktop.sitting->lockScreen(), "lockWay");
        unlock(desktop, QStringLiteral("a guess"));
        QTRY_COMPARE(desktop.said(*desktop.sitting->lockScreen(), "lockProblem"), QStringLiteral("This is not the password."));
        unlock(desktop, QLatin1String(testing::rightPassword));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        QVERIFY(desktop.window().isVisible());
    }

    void itLocksItselfWhenNobodyTouchesIt()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.clock.advance(14min);
        desktop.sitting->idleWatch().look();
        QVERIFY(!desktop.sitting->lockScreen());
        QTest::keyClick(&desktop.window(), Qt::Key_Shift);
        desktop.clock.advance(14min);
        desktop.sitting->idleWatch().look();
        QVERIFY(!desktop.sitting->lockScreen());
        desktop.clock.advance(1min);
        desktop.sitting->idleWatch().look();
        QVERIFY(desktop.sitting->lockScreen());
    }

    void howLongItWaitsIsASettingAndAnOpenTicketStaysOpen()
    {
        Desktop desktop;
        desktop.hire();
        InviteAgent invite;
        invite.profile = {"omar@ville.example", "Omar", "Diallo", {}};
        invite.tenant = desktop.tenant();
        invite.queues = {desktop.queueId};
        const std::string code = desktop.submit(std::move(invite), desktop.superadmin).code;
        desktop.submit(AcceptInvitation{{code}, {testing::rightPassword}});
        desktop.start();
        QVERIFY(desktop.signIn(QStringLiteral("omar@ville.example")));
        const AgentId omar = desktop.sitting->windows()->console().deskAgent();
        const UserId user = desktop.sitting->session().user;
        desktop.submit(SignIn{omar, "1"}, user);
        desktop.submit(IssueTicket{desktop.queueId, 0, "kiosk", {}, {}, {}, {}}, user);
        desktop.submit(CallNext{omar}, user);
        desktop.settings.setLockAfterMinutes(2);
        desktop.clock.advance(2min);
        desktop.sitting->idleWatch().look();
        QVERIFY(desktop.sitting->lockScreen());
        QVERIFY(desktop.installation->snapshot(firstSite)->state.agent(omar)->current);
        // Without a PIN it is the password that is asked for.
        unlock(desktop, QLatin1String(testing::rightPassword));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
    }

    void whoSignedInHereTodayTakesOverWithThePin()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        // Who signed out has to sign in again.
        desktop.sitting->lock();
        const QString leila = QStringLiteral("lockPerson%1").arg(desktop.agent.value);
        QVERIFY(!desktop.sitting->lockScreen()->findChild<QWidget *>(leila));
        desktop.press(*desktop.sitting->lockScreen(), "lockSomebodyElse");
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("leila@ville.example"));
        QVERIFY(desktop.windowsStand());
        QVERIFY(!desktop.sitting->lockScreen());
        QCOMPARE(desktop.sitting->session().user, desktop.agent);

        desktop.window().actions().action(QStringLiteral("account.switch"))->trigger();
        testing::portrait(*desktop.sitting->lockScreen(), QStringLiteral("switch"));
        const QString sarah = QStringLiteral("lockPerson%1").arg(desktop.supervisor.value);
        desktop.press(*desktop.sitting->lockScreen(), sarah.toLatin1().constData());
        QCOMPARE(desktop.sitting->lockScreen()->chosen(), desktop.supervisor);
        QPointer<pages::MainWindow> before = &desktop.window();
        unlock(desktop, QStringLiteral("2580"));
        QTRY_COMPARE(desktop.sitting->session().user, desktop.supervisor);
        QTRY_VERIFY(before.isNull());
        QVERIFY(desktop.status().contains(QStringLiteral("Supervisor · Sarah Lindqvist")));

        // The next day everybody begins with the password.
        desktop.clock.advance(24h);
        desktop.sitting->lock();
        QVERIFY(!desktop.sitting->lockScreen()->findChild<QWidget *>(leila));
    }

    void whatIsHalfTypedBehindTheLockIsAskedAbout_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("with a PIN") << 0;
        QTest::newRow("by signing in") << 1;
        QTest::newRow("by quitting") << 2;
    }

    void whatIsHalfTypedBehindTheLockIsAskedAbout()
    {
        QFETCH(int, how);
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.window().actions().action(QStringLiteral("account.signout"))->trigger();
        QVERIFY(desktop.signIn(QStringLiteral("sarah@ville.example")));
        desktop.window().actions().action(QStringLiteral("account.switch"))->trigger();
        desktop.press(*desktop.sitting->lockScreen(), "lockSomebodyElse");
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("victor@ville.example"));
        QVERIFY(desktop.windowsStand());
        pages::MainWindow &window = desktop.window();
        window.showPage(pages::PageId::administration, int(pages::AdministrationTab::Kind::users));
        window.findChild<pages::UsersTab *>()->create();
        auto *line = window.findChild<QLineEdit *>(QStringLiteral("userFirstName"));
        QVERIFY(line && line->isVisible());
        QTest::keyClicks(line, QStringLiteral("Nadia"));

        desktop.sitting->lock();
        pages::LockScreen &lock = *desktop.sitting->lockScreen();
        QSignalSpy ended(desktop.sitting.get(), &app::Sitting::ended);
        const auto takeOver = [&](pages::LockScreen &from) {
            if (how == 0) {
                from.choose(desktop.supervisor);
                unlock(desktop, QStringLiteral("2580"));
            } else if (how == 1) {
                desktop.press(from, "lockSomebodyElse");
            } else {
                from.close();
            }
        };
        takeOver(lock);
        QVERIFY(desktop.said(lock, "lockQuestion").contains(QLatin1String("Victor Almeida")));
        testing::portrait(lock, QStringLiteral("lock-half-typed-%1").arg(how));
        QVERIFY(lock.isVisible() && !desktop.sitting->signIn() && ended.isEmpty());
        // Nothing is lost by going back.
        desktop.press(lock, "lockNo");
        QVERIFY(desktop.said(lock, "lockQuestion").isEmpty());
        lock.choose(desktop.superadmin);
        unlock(desktop, QLatin1String(testing::rightPassword));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        QCOMPARE(line->text(), QStringLiteral("Nadia"));

        desktop.sitting->lock();
        pages::LockScreen &again = *desktop.sitting->lockScreen();
        takeOver(again);
        desktop.press(again, "lockYes");
        if (how == 0)
            QTRY_COMPARE(desktop.sitting->session().user, desktop.supervisor);
        else if (how == 1)
            QVERIFY(desktop.signInStands());
        else
            QTRY_COMPARE(ended.size(), 1);
    }

    void whoSignsInAgainBehindTheLockFindsWhatTheyTyped()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        QPointer<pages::MainWindow> window = &desktop.window();
        desktop.sitting->lock();
        desktop.press(*desktop.sitting->lockScreen(), "lockSomebodyElse");
        QVERIFY(desktop.signInStands());
        desktop.trySignIn(QStringLiteral("leila@ville.example"));
        QVERIFY(desktop.windowsStand());
        QVERIFY(!desktop.sitting->lockScreen());
        QVERIFY(window && window == &desktop.window());
    }

    void withoutTheFullSignInOfTheDayThePinIsWorthNothing()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.sitting->lock();
        auto *way = desktop.sitting->lockScreen()->findChild<QAbstractButton *>(QStringLiteral("lockWay"));
        QVERIFY(way->isVisible());
        // Locked in the evening, opened in the morning.
        desktop.type(*desktop.sitting->lockScreen(), "lockSecret", QStringLiteral("4711"));
        desktop.clock.advance(15h);
        desktop.press(*desktop.sitting->lockScreen(), "unlock");
        QTRY_COMPARE(desktop.said(*desktop.sitting->lockScreen(), "lockProblem"), QStringLiteral("A new day begins with the password."));
        QVERIFY(!way->isVisible());
        testing::portrait(*desktop.sitting->lockScreen(), QStringLiteral("lock-next-day"));
        QVERIFY2(testing::cutOff(*desktop.sitting->lockScreen()).isEmpty(), qPrintable(testing::cutOff(*desktop.sitting->lockScreen()).join(QLatin1Char('\n'))));
        unlock(desktop, QLatin1String(testing::rightPassword));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        // And with it the PIN serves for that day.
        desktop.sitting->lock();
        unlock(desktop, QStringLiteral("4711"));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        // Which was no sign-in of the next.
        desktop.clock.advance(24h);
        desktop.sitting->lock();
        QVERIFY(!desktop.sitting->lockScreen()->findChild<QAbstractButton *>(QStringLiteral("lockWay"))->isVisible());
    }

    void aKeptSessionIsNoFullSignIn()
    {
        Desktop desktop;
        desktop.hire();
        desktop.givePin(desktop.agent, "4711");
        desktop.start();
        QVERIFY(desktop.signInStands());
        auto *keep = desktop.sitting->signIn()->findChild<QCheckBox *>(QStringLiteral("keepSignedIn"));
        QTRY_VERIFY(keep->isEnabled());
        keep->setChecked(true);
        desktop.trySignIn(QStringLiteral("leila@ville.example"));
        QVERIFY(desktop.windowsStand());
        QTRY_VERIFY(desktop.keychain.read("session of " + desktop.installation->identity())->has_value());
        QVERIFY(desktop.startAsKept());
        desktop.sitting->lock();
        QVERIFY(!desktop.sitting->lockScreen()->findChild<QAbstractButton *>(QStringLiteral("lockWay"))->isVisible());
        unlock(desktop, QStringLiteral("4711"));
        QTRY_COMPARE(desktop.said(*desktop.sitting->lockScreen(), "lockProblem"), QStringLiteral("This is not the password."));
        unlock(desktop, QLatin1String(testing::rightPassword));
        QTRY_VERIFY(!desktop.sitting->lockScreen());
        desktop.sitting->lock();
        QVERIFY(desktop.sitting->lockScreen()->findChild<QAbstractButton *>(QStringLiteral("lockWay"))->isVisible());
    }

    void aSessionThatEndsBehindTheLockTakesTheLockWithIt()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.sitting->lock();
        desktop.submit(SetUserActive{desktop.agent, false}, desktop.superadmin);
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->lockScreen());
        QVERIFY(!desktop.sitting->windows());
    }

    void theLockHasNamesAndRoomForItsTexts()
    {
        Desktop desktop;
        QVERIFY(begin(desktop));
        desktop.sitting->lock();
        QVERIFY2(testing::withoutName(*desktop.sitting->lockScreen()).isEmpty(), qPrintable(testing::withoutName(*desktop.sitting->lockScreen()).join(QLatin1Char('\n'))));
        QVERIFY2(testing::cutOff(*desktop.sitting->lockScreen()).isEmpty(), qPrintable(testing::cutOff(*desktop.sitting->lockScreen()).join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestSharedDesktop)
#include "tst_shared_desktop.moc"
