#include <QAbstractButton>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/audit.h>
#include <smartqueue/pages/customer_dialog.h>
#include <smartqueue/storage/sqlite_store.h>

#include "gallery.h"
#include "tenant_house.h"
#include "walk.h"

using namespace smartqueue;
using pages::CustomerDialog;
using testing::HouseDesk;
using testing::TenantHouse;

namespace {

struct Rights {
    Rights(TenantHouse &house, UserId user) : desk(house, house.north.site, user), dialog(desk.console)
    {
        dialog.show();
        dialog.activateWindow();
        table = dialog.findChild<QTableView *>(QStringLiteral("customerTable"));
    }
    QAbstractButton *button(const char *name) { return dialog.findChild<QAbstractButton *>(QString::fromLatin1(name)); }
    QString result() { return dialog.findChild<QLabel *>(QStringLiteral("customerResult"))->text(); }
    int rows() const { return table->model()->rowCount(); }
    void tick(int row) { table->model()->setData(table->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole); }

    HouseDesk desk;
    CustomerDialog dialog;
    QTableView *table;
};

int acts(TenantHouse &house, const std::string &kind)
{
    const auto reader = house.installation->openAudit().value();
    engine::AuditQuery query;
    query.kind = kind;
    return int(engine::audit(*reader, *house.installation->directory(), {}, query, 100)->size());
}

} // namespace

class TestCustomersJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void aPersonIsFoundHandedOutAndErased()
    {
        TenantHouse house;
        const TicketId first = house.issue(house.north, "Marie Durand, 06 12 34 56 78");
        house.must(SaveNote{first, "comes back on Friday"}, house.north.supervisor, house.north.site);
        house.issue(house.north, "Jean Durand");
        house.issue(house.north, "Paul Martin");
        house.issue(house.south, "Marie Durand");
        Rights rights(house, house.north.supervisor);
        QVERIFY(QTest::qWaitForWindowActive(&rights.dialog));
        auto *text = rights.dialog.findChild<QLineEdit *>(QStringLiteral("customerText"));
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("durand"));
        QTest::keyClick(text, Qt::Key_Return);
        // Of another organisation nothing is found, whatever the name.
        QTRY_COMPARE(rights.rows(), 2);
        QVERIFY(!rights.button("customerExport")->isEnabled());
        QVERIFY(rights.table->hasFocus());
        for (int row = 0; row < rights.rows(); ++row) {
            if (rights.table->model()->index(row, 3).data().toString().startsWith(QStringLiteral("Marie"))) {
                rights.table->setCurrentIndex(rights.table->model()->index(row, 0));
                QTest::keyClick(rights.table, Qt::Key_Space);
            }
        }
        QVERIFY(rights.button("customerExport")->isEnabled());
        testing::picture(rights.dialog, QStringLiteral("customers"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("marie.json"));
        rights.dialog.exportTo(path);
        QTRY_VERIFY(rights.result().contains(QStringLiteral("written to")));
        QCOMPARE(acts(house, "export_customer"), 1);
        QFile file(path);
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther), QFileDevice::Permissions());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        QVERIFY(json.contains("Marie Durand") && json.contains("comes back on Friday") && !json.contains("Jean"));

        const auto tickets = house.settled(house.north.site)->state.tickets.size();
        rights.button("customerErase")->click();
        auto *question = rights.dialog.findChild<QLabel *>(QStringLiteral("customerQuestion"));
        QVERIFY(question->isVisible() && question->text().contains(QStringLiteral("statistics stay")) && question->text().contains(QStringLiteral("backup")));
        QCOMPARE(acts(house, "erase_customer"), 0);
        testing::picture(rights.dialog, QStringLiteral("customers-erase"));
        rights.button("customerYes")->click();
        QTRY_VERIFY(rights.result().contains(QStringLiteral("erased")));
        QCOMPARE(acts(house, "erase_customer"), 1);
        QCOMPARE(house.settled(house.north.site)->state.tickets.size(), tickets);
        rights.dialog.find(QStringLiteral("Marie"));
        QTRY_VERIFY(rights.result().contains(QStringLiteral("Nothing is kept")));
        rights.dialog.find(QStringLiteral("Friday"));
        QTRY_VERIFY(rights.result().contains(QStringLiteral("Nothing is kept")));
        rights.dialog.find(QStringLiteral("Jean"));
        QTRY_COMPARE(rights.rows(), 1);
        // The other organisation's person of that name is untouched.
        auto there = engine::findCustomers(*house.installation, house.south.site, house.root, "Marie", engine::CustomerMatch::part);
        there.waitForFinished();
        QCOMPARE(there.result()->records.size(), std::size_t(1));
    }

    void aShutVaultSaysSo()
    {
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        UserId admin;
        SiteId site;
        {
            TenantHouse house(storage::SqliteStore::open(options).value());
            house.issue(house.north, "Marie Durand");
            admin = house.north.admin;
            site = house.north.site;
        }
        ManualClock clock{*fromIso8601("2026-11-20T09:00:00Z")};
        const auto argon2 = secrets::Argon2::start({1, 8192}).value();
        secrets::SodiumHasher hasher{*argon2};
        secrets::SodiumSealer sealer{*argon2};
        secrets::OathPasswords oneTime;
        engine::EngineOptions quiet;
        quiet.regularWork = false;
        const auto installation = engine::Installation::start(storage::SqliteStore::open(options).value(), clock, quiet, {&hasher, &sealer, &oneTime}).value();
        engine::Engine &door = installation->door(site, admin);
        engine::Monitor monitor(door);
        presentation::Console console(door, monitor, false);
        CustomerDialog dialog(console);
        dialog.show();
        auto *result = dialog.findChild<QLabel *>(QStringLiteral("customerResult"));
        QVERIFY(result->text().contains(QStringLiteral("key to the customers’ data")));
        testing::picture(dialog, QStringLiteral("customers-locked"));
        dialog.find(QStringLiteral("Marie"));
        QTRY_VERIFY(result->text().contains(QStringLiteral("Sign in with your password")));
    }

    void everyWordFitsInBothLanguages()
    {
        TenantHouse house;
        house.issue(house.north, "Marie Durand");
        HouseDesk desk(house, house.north.site, house.north.admin);
        QCOMPARE(testing::faultsOf([&]() -> QWidget * {
                     auto *dialog = new CustomerDialog(desk.console);
                     dialog->show();
                     return dialog;
                 }),
                 QString());
    }
};

QTEST_MAIN(TestCustomersJourney)
#include "tst_customers_journey.moc"
