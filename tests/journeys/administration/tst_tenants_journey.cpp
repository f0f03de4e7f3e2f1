#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <smartqueue/engine/time_zones.h>
#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/tenants_tab.h>

#include "gallery.h"
#include "tenant_house.h"
#include "walk.h"

using namespace smartqueue;
using pages::TenantsTab;
using testing::HouseDesk;
using testing::TenantHouse;

namespace {

struct Administration {
    Administration(TenantHouse &house, const TenantHouse::Side &side, UserId user)
        : desk(house, side.site, user), tab(new TenantsTab(desk.console)), page(desk.console, {tab}), toasts(&page, &pages::Page::toastRequested)
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qWarning("the page did not become active");
    }
    /// The visible one of that name first: both sheets have their own.
    template <class W>
    W *find(const char *name)
    {
        const auto all = page.findChildren<W *>(QString::fromLatin1(name));
        for (W *each : all) {
            if (each->isVisible())
                return each;
        }
        return all.value(0);
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }
    void type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY(field && field->isVisible());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    bool shows(const char *name) { return find<QWidget>(name)->isVisible(); }
    QString said() { return testing::visibleTexts(page).join(QLatin1Char('\n')); }

    HouseDesk desk;
    TenantsTab *tab;
    pages::AdministrationPage page;
    QSignalSpy toasts;
};

} // namespace

class TestTenantsJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theSuperadminCreatesAnOrganisationAndItsBranch()
    {
        TenantHouse house;
        Administration admin(house, house.north, house.root);
        QCOMPARE(admin.tab->title(), QStringLiteral("Organisations and branches"));
        testing::picture(admin.page, QStringLiteral("tenants"));
        admin.click("tenantCreate");
        QTRY_VERIFY(admin.find<QLineEdit>("tenantName")->hasFocus());
        QTest::keyClicks(admin.find<QLineEdit>("tenantName"), QStringLiteral("Ville d'Evry"));
        QCOMPARE(admin.find<QLineEdit>("tenantSlug")->text(), QStringLiteral("ville-d-evry"));
        // A short name that is taken is said before anything is sent.
        admin.type("tenantSlug", QStringLiteral("south"));
        admin.click("setupSave");
        QVERIFY(admin.said().contains(QStringLiteral("Another organisation has this short name.")));
        testing::picture(admin.page, QStringLiteral("tenants-taken"));
        admin.type("tenantSlug", QStringLiteral("evry"));
        // It begins with the language of the program and the zone of the machine.
        QCOMPARE(admin.find<QComboBox>("tenantLocale")->currentData().toString(), QLocale().name().left(2));
        QCOMPARE(admin.find<QComboBox>("tenantZone")->currentText(), QString::fromStdString(engine::localTimeZoneName()));
        admin.find<QComboBox>("tenantZone")->setCurrentText(QStringLiteral("Europe/Paris"));
        admin.find<QSpinBox>("tenantSites")->setValue(1);
        admin.find<QCheckBox>("factorAdmins")->setChecked(true);
        QTest::keyClick(admin.find<QLineEdit>("tenantName"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(admin.toasts.size(), 1);
        (void)house.settled(house.north.site);
        const auto directory = house.installation->directory();
        const Tenant *made = directory->tenantBySlug("evry");
        QVERIFY(made);
        QCOMPARE(made->name, std::string("Ville d'Evry"));
        QCOMPARE(made->timeZone, std::string("Europe/Paris"));
        QCOMPARE(made->limits.sites, 1);
        QCOMPARE(made->secondFactorFor, std::vector<Role>{Role::admin});

        // The new one is chosen, and its first branch takes over its zone.
        QTRY_VERIFY(admin.said().contains(QStringLiteral("Branches of Ville d'Evry")));
        admin.click("siteCreate");
        QTRY_VERIFY(admin.find<QLineEdit>("siteName")->hasFocus());
        QCOMPARE(admin.find<QComboBox>("siteZone")->currentText(), QStringLiteral("Europe/Paris"));
        QTest::keyClicks(admin.find<QLineEdit>("siteName"), QStringLiteral("Town hall"));
        admin.click("setupSave");
        QTRY_COMPARE(admin.toasts.size(), 2);
        (void)house.settled(house.north.site);
        const auto sites = house.installation->directory()->sitesOf(made->id);
        QCOMPARE(sites.size(), std::size_t(1));
        QTRY_COMPARE(house.settled(sites.front())->state.branch.timeZone, std::string("Europe/Paris"));

        // One was the limit, and the refusal says so.
        admin.click("siteCreate");
        QTRY_VERIFY(admin.find<QLineEdit>("siteName")->hasFocus());
        QTest::keyClicks(admin.find<QLineEdit>("siteName"), QStringLiteral("Library"));
        admin.click("setupSave");
        QTRY_VERIFY(admin.find<QLabel>("setupRefusal")->isVisible());
        QVERIFY(admin.find<QLabel>("setupRefusal")->text().contains(QStringLiteral("no more than 1 branch")));
        testing::picture(admin.page, QStringLiteral("tenants-limit"));
        QCOMPARE(house.installation->directory()->sitesOf(made->id).size(), std::size_t(1));

        QSignalSpy requested(&admin.desk.console, &presentation::Console::branchRequested);
        QTest::keyClick(admin.find<QLineEdit>("siteName"), Qt::Key_Escape);
        QTest::keyClick(admin.find<QLineEdit>("siteName"), Qt::Key_Escape);
        admin.tab->letGo([] {});
        auto *table = admin.find<QTableView>("siteTable");
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.first().first().value<SiteId>().value, sites.front().value);
    }

    void suspendingSaysWhatItDoesFirst()
    {
        TenantHouse house;
        Administration admin(house, house.north, house.root);
        auto *table = admin.find<QTableView>("tenantTable");
        table->selectRow(1);
        admin.click("tenantSuspend");
        QVERIFY(admin.find<QLabel>("tenantQuestion")->isVisible());
        QVERIFY(admin.find<QLabel>("tenantQuestion")->text().contains(QStringLiteral("South")));
        QVERIFY(admin.find<QAbstractButton>("tenantNo")->hasFocus());
        QVERIFY(!house.installation->directory()->tenant(house.south.tenant)->suspended);
        testing::picture(admin.page, QStringLiteral("tenants-suspend"));
        admin.click("tenantYes");
        QTRY_COMPARE(admin.toasts.size(), 1);
        QTRY_VERIFY(house.installation->directory()->tenant(house.south.tenant)->suspended);
        QTRY_VERIFY(admin.said().contains(QStringLiteral("Suspended")));
        QTRY_VERIFY(!admin.shows("siteCreate"));
        QVERIFY(!house.act(SetQueueStatus{house.south.queue, QueueStatus::paused}, house.south.admin, house.south.site));
        testing::picture(admin.page, QStringLiteral("tenants-suspended"));
        admin.click("tenantSuspend");
        QTRY_COMPARE(admin.toasts.size(), 2);
        QTRY_VERIFY(!house.installation->directory()->tenant(house.south.tenant)->suspended);
    }

    void anAdministratorHasTheirOwnAndNoneOfThePlatformsActs()
    {
        TenantHouse house;
        Administration admin(house, house.north, house.north.admin);
        QCOMPARE(admin.tab->title(), QStringLiteral("Branches"));
        QVERIFY(!admin.said().contains(QStringLiteral("South")));
        QVERIFY(admin.said().contains(QStringLiteral("North gate")));
        for (const char *platforms : {"tenantCreate", "tenantSuspend", "tenantTable"})
            QVERIFY2(!admin.shows(platforms), platforms);
        QVERIFY(admin.shows("siteCreate"));
        testing::picture(admin.page, QStringLiteral("tenants-own"));
        for (const QAction *act : admin.page.paletteActions())
            QVERIFY(act->text() != QStringLiteral("Create an organisation"));
        admin.click("tenantEdit");
        QTRY_VERIFY(admin.find<QLineEdit>("tenantName")->hasFocus());
        QVERIFY(!admin.shows("tenantSlug"));
        QVERIFY(!admin.shows("tenantSites"));
        admin.find<QSpinBox>("tenantRetention")->setValue(90);
        testing::picture(admin.page, QStringLiteral("tenants-edit"));
        admin.click("setupSave");
        QTRY_COMPARE(admin.toasts.size(), 1);
        QTRY_COMPARE(house.installation->directory()->tenant(house.north.tenant)->retentionDays, 90);
        QCOMPARE(house.installation->directory()->tenant(house.north.tenant)->slug, std::string("north"));
        // The supervisor's role does not include it.
        QVERIFY(!TenantsTab::isFor(HouseDesk(house, house.north.site, house.north.supervisor).console));
        // Staff look at all and change nothing.
        const UserId staff = house.user("staff@example.org", "Stan", "Hope", PlatformRole::staff, house.root);
        Administration watched(house, house.north, staff);
        QVERIFY(watched.said().contains(QStringLiteral("South")));
        for (const char *acts : {"tenantCreate", "tenantSuspend", "tenantEdit", "siteCreate"})
            QVERIFY2(!watched.shows(acts), acts);
    }

    void everyWordFitsInBothLanguages()
    {
        TenantHouse house;
        Administration admin(house, house.north, house.root);
        QCOMPARE(testing::withoutName(admin.page), QStringList());
        QCOMPARE(testing::faultsOf(admin.page), QString());
        admin.click("tenantEdit");
        QTRY_VERIFY(admin.find<QLineEdit>("tenantName")->isVisible());
        QCOMPARE(testing::withoutName(admin.page), QStringList());
        QCOMPARE(testing::faultsOf(admin.page), QString());
    }
};

QTEST_MAIN(TestTenantsJourney)
#include "tst_tenants_journey.moc"
