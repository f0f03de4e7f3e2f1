#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/audit_tab.h>
#include <smartqueue/storage/sqlite_store.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/search_field.h>

#include "gallery.h"
#include "tenant_house.h"
#include "walk.h"

using namespace smartqueue;
using pages::AuditTab;
using testing::HouseDesk;
using testing::TenantHouse;

namespace {

/// The administration with the audit alone, as one user has it.
struct Audit {
    Audit(TenantHouse &house, const TenantHouse::Side &side, UserId user)
        : desk(house, side.site, user), tab(new AuditTab(desk.console)), page(desk.console, {tab})
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        table = page.findChild<QTableView *>(QStringLiteral("auditTable"));
        search = page.findChild<widgets::SearchField *>(QStringLiteral("auditSearch"));
        settle();
    }
    /// Until the list says what it holds.
    void settle()
    {
        QTRY_VERIFY(footer().contains(QStringLiteral("newest first")) || page.findChild<QWidget *>(QStringLiteral("auditTable"))->isHidden() || table->model()->rowCount() == 0
                    || footer().contains(QStringLiteral("follow")));
    }
    QString footer() { return page.findChild<QLabel *>(QStringLiteral("auditFooter"))->text(); }
    QString title() { return page.findChild<QLabel *>(QStringLiteral("auditTitle"))->text(); }
    QString everything()
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                texts.append(table->model()->index(row, column).data().toString());
        }
        return texts.join(QLatin1Char('\n'));
    }
    QStringList panel()
    {
        QStringList texts;
        for (const QLabel *label : page.findChild<QWidget *>(QStringLiteral("auditPanel"))->findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }
    QString banner()
    {
        QStringList texts;
        for (const QLabel *label : page.findChild<QWidget *>(QStringLiteral("auditBanner"))->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(QLatin1Char(' '));
    }

    HouseDesk desk;
    AuditTab *tab;
    pages::AdministrationPage page;
    QTableView *table = nullptr;
    widgets::SearchField *search = nullptr;
};

/// A morning worth looking at.
void live(TenantHouse &house)
{
    const TenantHouse::Side &side = house.north;
    const auto pass = [&](int minutes) { house.clock.advance(std::chrono::minutes(minutes)); };
    house.must(SignIn{side.agent, "3"}, side.admin, side.site);
    for (int i = 0; i < 6; ++i) {
        pass(3);
        house.issue(side, "Marie Durand");
    }
    house.issue(house.south);
    pass(2);
    house.must(CallNext{side.agent}, side.supervisor, side.site);
    pass(1);
    house.must(StartService{side.agent}, side.supervisor, side.site);
    pass(6);
    house.must(CompleteService{side.agent, "done"}, side.supervisor, side.site);
    auto in = house.installation->signIn("north.lead@example.org", "Granite-Kestrel-41", {}, "DESK-07");
    in.waitForFinished();
    Queue queue = house.settled(side.site)->state.queue(side.queue)->config;
    queue.name = "Passports";
    queue.maxCapacity = 40;
    queue.discipline = Discipline::sla;
    pass(4);
    house.must(DefineQueue{queue}, side.admin, side.site);
    pass(1);
    house.must(SetQueueStatus{side.queue, QueueStatus::paused}, side.supervisor, side.site);
    pass(1);
    house.must(SetQueueStatus{side.queue, QueueStatus::active}, side.supervisor, side.site);
    (void)house.settled(side.site);
}

} // namespace

class TestAuditJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theAdministratorFindsWhoRenamedTheQueue()
    {
        TenantHouse house;
        live(house);
        Audit audit(house, house.north, house.north.admin);
        QTRY_VERIFY(audit.table->model()->rowCount() > 10);
        // From the search by the keyboard alone into the list and its panel.
        audit.page.focusFilter();
        QVERIFY(audit.search->hasFocus());
        QTest::keyClicks(audit.search, QStringLiteral("changed queue"));
        QTRY_COMPARE(audit.table->model()->rowCount(), 1);
        QTest::keyClick(audit.search, Qt::Key_Down);
        QVERIFY(audit.table->hasFocus());
        QTRY_COMPARE(audit.title(), QStringLiteral("Changed the queue Passports"));
        const QStringList said = audit.panel();
        for (const char *expected : {"Claire Dupont", "North gate", "Name", "Visits north", "Passports", "Waiting at most", "40", "First come, first served", "Late ones first, then priority"})
            QVERIFY2(said.contains(QString::fromLatin1(expected)), expected);
        testing::picture(audit.page, QStringLiteral("audit-found"));
        QTest::keyClick(audit.table, Qt::Key_Escape);
        QVERIFY(audit.search->hasFocus());
        QTest::keyClick(audit.search, Qt::Key_Escape);
        QTRY_VERIFY(audit.table->model()->rowCount() > 10);
        audit.table->setFocus();
        audit.table->selectRow(2);
        QTRY_VERIFY(!audit.title().contains(QStringLiteral("Choose")));
        testing::picture(audit.page, QStringLiteral("audit"));
        QVERIFY(!audit.everything().contains(QStringLiteral("Durand")));
    }

    void nothingOfAnotherOrganisationIsThere()
    {
        TenantHouse house;
        live(house);
        Audit north(house, house.north, house.north.admin);
        QTRY_VERIFY(north.table->model()->rowCount() > 10);
        const QString all = north.everything();
        for (const char *foreign : {"South", "south", "S001", "Novak", "Berger"})
            QVERIFY2(!all.contains(QString::fromLatin1(foreign)), foreign);
        QStringList people;
        const auto *person = north.page.findChild<QComboBox *>(QStringLiteral("auditPerson"));
        for (int i = 0; i < person->count(); ++i)
            people.append(person->itemText(i));
        QVERIFY(people.contains(QStringLiteral("Claire Dupont")));
        QVERIFY(!people.join(QLatin1Char(' ')).contains(QStringLiteral("Novak")));
        // What happens there is no news here.
        house.issue(house.south);
        house.issue(house.north);
        auto *pill = north.page.findChild<widgets::PillButton *>(QStringLiteral("auditNew"));
        QTRY_VERIFY(pill->isVisible());
        QCOMPARE(pill->look().text, QStringLiteral("1 new"));
        const int before = north.table->model()->rowCount();
        testing::picture(north.page, QStringLiteral("audit-new"));
        pill->press();
        QTRY_COMPARE(north.table->model()->rowCount(), before + 1);
        QVERIFY(!pill->isVisible());

        Audit root(house, house.north, house.root);
        QTRY_VERIFY(root.table->model()->rowCount() > north.table->model()->rowCount());
        QVERIFY(root.everything().contains(QStringLiteral("South gate")));
        testing::picture(root.page, QStringLiteral("audit-root"));
    }

    void whoMayNotReadItHasNoTab()
    {
        TenantHouse house;
        QVERIFY(AuditTab::isFor(HouseDesk(house, house.north.site, house.north.admin).console));
        QVERIFY(AuditTab::isFor(HouseDesk(house, house.north.site, house.root).console));
        QVERIFY(!AuditTab::isFor(HouseDesk(house, house.south.site, house.north.admin).console));
        const UserId stranger = house.user("nobody@example.org", "No", "Body", PlatformRole::none, house.root);
        QVERIFY(!AuditTab::isFor(HouseDesk(house, house.north.site, stranger).console));
        // Whoever lost the role meanwhile is told so in the place of the list.
        Audit audit(house, house.north, house.north.admin);
        QTRY_VERIFY(audit.table->model()->rowCount() > 0);
        house.must(RevokeRole{house.north.admin, house.north.tenant}, house.root);
        QTest::keyClicks(audit.search, QStringLiteral("queue"));
        QTRY_COMPARE(audit.table->model()->rowCount(), 0);
        QTRY_VERIFY(testing::visibleTexts(audit.page).join(QLatin1Char('\n')).contains(QStringLiteral("read_audit")));
        testing::picture(audit.page, QStringLiteral("audit-denied"));
    }

    void thePeriodAndTheKindNarrowTheList()
    {
        TenantHouse house;
        live(house);
        house.clock.advance(std::chrono::hours(24 * 3));
        house.issue(house.north);
        Audit audit(house, house.north, house.north.admin);
        QTRY_VERIFY(audit.table->model()->rowCount() > 10);
        audit.page.findChild<QComboBox *>(QStringLiteral("auditPeriod"))->setCurrentIndex(0);
        QTRY_COMPARE(audit.table->model()->rowCount(), 1);
        auto *from = audit.page.findChild<QDateEdit *>(QStringLiteral("auditFrom"));
        auto *until = audit.page.findChild<QDateEdit *>(QStringLiteral("auditUntil"));
        QVERIFY(!from->isVisible());
        audit.page.findChild<QComboBox *>(QStringLiteral("auditPeriod"))->setCurrentIndex(3);
        QVERIFY(from->isVisible());
        from->setDate(QDate(2026, 11, 19));
        until->setDate(QDate(2026, 11, 19));
        QTRY_VERIFY(audit.table->model()->rowCount() > 10);
        auto *areas = audit.page.findChild<widgets::ChipGroup *>(QStringLiteral("auditAreas"));
        // The agent's at the counter, and the supervisor's own.
        areas->setCurrentId(areas->choices().at(4).id);
        QTRY_COMPARE(audit.table->model()->rowCount(), 2);
        QVERIFY(audit.everything().contains(QStringLiteral("DESK-07")));
        testing::picture(audit.page, QStringLiteral("audit-period"));
        areas->setCurrentId(areas->choices().at(5).id);
        QTRY_COMPARE(audit.table->model()->rowCount(), 0);
        testing::picture(audit.page, QStringLiteral("audit-empty"));
    }

    void theChainIsCheckedAndTheAuditExported()
    {
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        TenantHouse house(storage::SqliteStore::open(options).value());
        live(house);
        Audit audit(house, house.north, house.north.admin);
        audit.page.findChild<QAbstractButton *>(QStringLiteral("auditCheck"))->click();
        QTRY_VERIFY(audit.banner().contains(QStringLiteral("the chain is whole")));
        QVERIFY(audit.banner().contains(QStringLiteral("09:")));
        testing::picture(audit.page, QStringLiteral("audit-checked"));
        const QString path = folder.filePath(QStringLiteral("audit.csv"));
        audit.tab->exportTo(path, presentation::AuditFormat::csv);
        QTRY_VERIFY(audit.banner().contains(QStringLiteral("written to")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Changed the queue Passports"));
        audit.tab->exportTo(folder.filePath(QStringLiteral("no/such/audit.csv")), presentation::AuditFormat::csv);
        QTRY_VERIFY(audit.banner().contains(QStringLiteral("could not be written")));
    }

    void everyWordFitsInBothLanguages()
    {
        TenantHouse house;
        live(house);
        Audit audit(house, house.north, house.north.admin);
        QTRY_VERIFY(audit.table->model()->rowCount() > 10);
        QCOMPARE(testing::withoutName(audit.page), QStringList());
        QCOMPARE(testing::faultsOf(audit.page), QString());
    }
};

QTEST_MAIN(TestAuditJourney)
#include "tst_audit_journey.moc"
