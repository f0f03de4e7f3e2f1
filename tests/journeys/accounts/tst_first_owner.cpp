#include <QSignalSpy>
#include <QTest>

#include <smartqueue/widgets/choice_group.h>

#include "branch/demo_parts.h"
#include "desktop.h"
#include "walk.h"

using namespace smartqueue;
using testing::Desktop;

/// How a database gets its first superadmin, and its key.
class TestFirstOwner final : public QObject {
    Q_OBJECT

private:
    void fillOwner(Desktop &desktop, QWidget &root)
    {
        desktop.type(root, "ownerEmail", QStringLiteral("claire@ville.example"));
        desktop.type(root, "ownerFirstName", QStringLiteral("Claire"));
        desktop.type(root, "ownerLastName", QStringLiteral("Dupont"));
        desktop.type(root, "ownerPassword", QLatin1String(testing::rightPassword));
        desktop.type(root, "ownerPasswordAgain", QLatin1String(testing::rightPassword));
    }

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theFirstStartMakesTheFirstSuperadmin()
    {
        Desktop desktop(false);
        desktop.start();
        QTRY_VERIFY(desktop.sitting->windows() && desktop.sitting->windows()->wizard());
        pages::Wizard &wizard = *desktop.sitting->windows()->wizard();
        desktop.found();
        wizard.showStep(pages::Wizard::Step::account);
        wizard.resize(1280, 800);
        testing::portrait(wizard, QStringLiteral("wizard-account"));
        QVERIFY2(testing::cutOff(wizard).isEmpty(), qPrintable(testing::cutOff(wizard).join(QLatin1Char('\n'))));
        desktop.press(wizard, "wizardNext");
        QVERIFY(!testing::visibleTexts(wizard).filter(QStringLiteral("This is no e-mail address.")).isEmpty());
        QCOMPARE(wizard.step(), pages::Wizard::Step::account);
        fillOwner(desktop, wizard);
        desktop.press(wizard, "wizardNext");
        QTRY_COMPARE(wizard.step(), pages::Wizard::Step::devices);
        QVERIFY(desktop.installation->directory()->hasUsers());
        desktop.press(wizard, "wizardNext");
        desktop.press(wizard, "wizardNext");
        QVERIFY(desktop.windowsStand());
        QTRY_VERIFY(desktop.sitting->session().user);
        QVERIFY2(desktop.status().contains(QStringLiteral("Superadmin · Claire Dupont")), qPrintable(desktop.status()));
    }

    void aBranchCanStayWithoutAccounts()
    {
        Desktop desktop(false);
        desktop.start();
        QTRY_VERIFY(desktop.sitting->windows() && desktop.sitting->windows()->wizard());
        pages::Wizard &wizard = *desktop.sitting->windows()->wizard();
        desktop.found();
        wizard.showStep(pages::Wizard::Step::account);
        wizard.findChild<widgets::OptionGroup *>(QStringLiteral("wizardAccounts"))->setCurrentId(QStringLiteral("alone"));
        testing::portrait(wizard, QStringLiteral("wizard-alone"));
        for (int i = 0; i < 3; ++i)
            desktop.press(wizard, "wizardNext");
        QVERIFY(desktop.windowsStand());
        QVERIFY(!desktop.installation->directory()->hasUsers());
        QVERIFY(desktop.status().contains(QStringLiteral("Owner")));
        // Nobody could open it again.
        desktop.sitting->lock();
        QVERIFY(!desktop.sitting->lockScreen());
    }

    void theOwnerOfABranchIsAskedAndMayDoItLater()
    {
        Desktop desktop;
        desktop.start();
        QTRY_VERIFY(desktop.sitting->ownerDialog());
        testing::portrait(*desktop.sitting->ownerDialog(), QStringLiteral("owner"));
        desktop.press(*desktop.sitting->ownerDialog(), "ownerLater");
        QVERIFY(!desktop.sitting->ownerDialog());
        desktop.start();
        QVERIFY(desktop.windowsStand());
        QVERIFY(!desktop.sitting->ownerDialog());
        desktop.sitting->windows()->console().requestOwnership();
        QVERIFY(desktop.sitting->ownerDialog());
        fillOwner(desktop, *desktop.sitting->ownerDialog());
        desktop.press(*desktop.sitting->ownerDialog(), "ownerMake");
        QTRY_VERIFY(desktop.sitting->session().user);
        QVERIFY(desktop.status().contains(QStringLiteral("Superadmin · Claire Dupont")));
        QVERIFY(desktop.installation->directory()->hasUsers());
    }

    void accountsMadeElsewhereEndTheOwnersWindows()
    {
        Desktop desktop;
        desktop.settings.setKeepsOwner(desktop.installation->identity());
        desktop.start();
        QVERIFY(desktop.windowsStand());
        desktop.hire();
        QVERIFY(desktop.signInStands());
        QVERIFY(!desktop.sitting->windows());
    }

    void theKeychainHoldsTheKeyOfADatabaseWithoutUsers()
    {
        Desktop desktop;
        desktop.start();
        QVERIFY(desktop.windowsStand());
        QVERIFY(desktop.installation->vault()->isOpen());
        const auto kept = desktop.keychain.read("key of " + desktop.installation->identity());
        QVERIFY(kept && kept->has_value());
        QCOMPARE(QByteArray::fromStdString(kept->value()), QByteArray::fromStdString(desktop.installation->vault()->key()));
    }

    void withoutAKeychainAPassphraseIsOfferedOnce()
    {
        Desktop desktop;
        desktop.start(false);
        QTRY_VERIFY(desktop.sitting->passphraseDialog());
        testing::portrait(*desktop.sitting->passphraseDialog(), QStringLiteral("passphrase"));
        desktop.press(*desktop.sitting->passphraseDialog(), "passphraseWithout");
        QVERIFY(!desktop.sitting->passphraseDialog());
        desktop.start(false);
        QVERIFY(desktop.windowsStand());
        QVERIFY(!desktop.sitting->passphraseDialog());
        QVERIFY(!desktop.installation->vault()->isOpen());
    }

    void aPassphraseSealsTheNames()
    {
        Desktop desktop;
        desktop.start(false);
        QTRY_VERIFY(desktop.sitting->passphraseDialog());
        desktop.type(*desktop.sitting->passphraseDialog(), "passphrase", QLatin1String(testing::rightPassword));
        desktop.type(*desktop.sitting->passphraseDialog(), "passphraseAgain", QLatin1String(testing::rightPassword));
        desktop.press(*desktop.sitting->passphraseDialog(), "passphraseAct");
        QTRY_VERIFY(!desktop.sitting->passphraseDialog());
        QVERIFY(desktop.installation->vault()->isOpen());
        QVERIFY(desktop.installation->hasKey());
    }

    void theDemoHasEveryRoleAndChangesPeopleAtOnce()
    {
        auto demo = app::openDemo(engine::demoDayStart());
        QVERIFY(demo);
        app::DemoParts &parts = **demo;
        QCOMPARE(parts.people.size(), 5);
        QTemporaryDir folder;
        presentation::ConsoleSettings settings(folder.filePath(QStringLiteral("console.ini")));
        app::Sitting::Desktop desktop{settings, parts.clock};
        desktop.demo = true;
        app::Sitting sitting(*parts.installation, desktop);
        sitting.offerDemo(parts.people, parts.demo->visitorsAgent());
        sitting.open(firstSite, {parts.first(), 0, {}});
        const auto here = [&] { return parts.installation->directory()->profile(sitting.windows()->console().engine().user())->lastName; };
        QCOMPARE(here(), std::string("Dupont"));
        sitting.windows()->window().resize(1280, 800);
        testing::portrait(sitting.windows()->window(), QStringLiteral("demo"));
        for (const UserId person : parts.people) {
            QAction *be = sitting.windows()->window().actions().action(QStringLiteral("demo.%1").arg(person.value));
            QVERIFY(be);
            be->trigger();
            QTRY_COMPARE(sitting.windows()->console().engine().user(), person);
            QVERIFY(sitting.windows()->window().isVisible());
            QCOMPARE(sitting.windows()->console().deskAgent(), parts.demo->visitorsAgent());
        }
        QCOMPARE(here(), std::string("Haddad"));
        sitting.lock();
        QVERIFY(!sitting.lockScreen());
    }
};

QTEST_MAIN(TestFirstOwner)
#include "tst_first_owner.moc"
