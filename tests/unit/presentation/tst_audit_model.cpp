#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/presentation/audit_export.h>
#include <smartqueue/presentation/audit_model.h>
#include <smartqueue/presentation/tenant_models.h>
#include <smartqueue/storage/sqlite_store.h>

#include "tenant_house.h"

using namespace smartqueue;
using namespace smartqueue::presentation;
using testing::HouseDesk;
using testing::TenantHouse;

namespace {

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

/// The audit of one user, read to the end of the first part.
struct Audit {
    Audit(TenantHouse &house, SiteId site, UserId user, const AuditFilter &filter = {}) : desk(house, site, user), model(desk.console)
    {
        model.setFilter(filter);
        model.setWatching(true);
        settle();
    }
    void settle() { QVERIFY(QTest::qWaitFor([this] { return !model.isLoading(); })); }

    HouseDesk desk;
    AuditModel model;
};

} // namespace

/// The audit as a list: whose, which, how far, and what becomes of it in a file. In a database and in memory.
class TestAuditModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAdministratorSeesNothingOfAnotherOrganisation()
    {
        TenantHouse house;
        house.issue(house.north);
        house.issue(house.south);
        Audit north(house, house.north.site, house.north.admin);
        QAbstractItemModelTester tester(&north.model);
        QVERIFY(north.model.rowCount() > 0);
        QString all;
        for (int i = 0; i < AuditModel::columns; ++i)
            all += column(north.model, i).join(QLatin1Char('\n'));
        QVERIFY(all.contains(QStringLiteral("North")) && all.contains(QStringLiteral("N001")));
        for (const char *foreign : {"South", "south", "S001", "Novak", "Berger"})
            QVERIFY2(!all.contains(QString::fromLatin1(foreign)), foreign);

        // Nor by the entry's number, which anybody can guess.
        Audit everything(house, house.north.site, house.root);
        int foreign = 0;
        for (int row = 0; row < everything.model.rowCount(); ++row) {
            const Sequence sequence = everything.model.sequenceAt(row);
            auto own = north.model.detail(sequence);
            own.waitForFinished();
            QCOMPARE(own.result()->has_value(), north.model.rowOf(sequence) >= 0);
            foreign += !own.result()->has_value();
        }
        QVERIFY(foreign > 5);
    }

    void whoeverMayNotReadItIsToldSo()
    {
        TenantHouse house;
        Audit south(house, house.south.site, house.north.admin);
        QCOMPARE(south.model.rowCount(), 0);
        QVERIFY(south.model.failure());
        QCOMPARE(std::string(south.model.failure()->code.name()), std::string("permission_denied"));
        // A door into one's own branch opens the audit of that one alone, whatever the filter says.
        AuditFilter filter;
        filter.site = house.south.site;
        Audit north(house, house.north.site, house.north.admin, filter);
        QCOMPARE(north.model.rowCount(), 0);
    }

    void whatIsAskedForIsFound()
    {
        TenantHouse house;
        house.issue(house.north);
        AuditFilter filter;
        filter.area = AuditArea::tickets;
        Audit audit(house, house.north.site, house.root, filter);
        QCOMPARE(column(audit.model, AuditModel::what), QStringList(QStringLiteral("Issued N001 for Visits north")));
        QCOMPARE(column(audit.model, AuditModel::who), QStringList(QStringLiteral("Claire Dupont")));
        filter = {};
        filter.text = QStringLiteral("dupont QUEUE");
        audit.model.setFilter(filter);
        audit.settle();
        QCOMPARE(column(audit.model, AuditModel::what), QStringList(QStringLiteral("Created the queue Visits north")));
        filter = {};
        filter.person = house.south.admin;
        audit.model.setFilter(filter);
        audit.settle();
        for (const QString &who : column(audit.model, AuditModel::who))
            QCOMPARE(who, QStringLiteral("Marek Novak"));
        QVERIFY(audit.model.rowCount() > 0);
        filter = {};
        filter.from = house.clock.now() + std::chrono::hours(1);
        audit.model.setFilter(filter);
        audit.settle();
        QCOMPARE(audit.model.rowCount(), 0);
        QVERIFY(audit.model.isComplete());
    }

    void signingInIsThePersonsOwnAct()
    {
        TenantHouse house;
        auto signedIn = house.installation->signIn("north.admin@example.org", "Granite-Kestrel-41", {}, "DESK-7");
        signedIn.waitForFinished();
        QVERIFY(signedIn.result());
        auto failed = house.installation->signIn("north.admin@example.org", "wrong", {}, "DESK-8");
        failed.waitForFinished();
        AuditFilter filter;
        filter.person = house.north.admin;
        filter.area = AuditArea::signIns;
        Audit audit(house, house.north.site, house.north.admin, filter);
        QCOMPARE(column(audit.model, AuditModel::who), QStringList({QStringLiteral("Claire Dupont"), QStringLiteral("Claire Dupont")}));
        QCOMPARE(audit.model.index(1, AuditModel::device).data().toString(), QStringLiteral("DESK-7"));
    }

    void aLongLogIsReadPartByPart()
    {
        QTemporaryDir folder;
        storage::Options options;
        options.path = folder.filePath(QStringLiteral("branch.db")).toStdString();
        TenantHouse house(storage::SqliteStore::open(options).value());
        constexpr int issued = 450;
        for (int i = 0; i < issued; ++i)
            house.issue(i % 2 ? house.north : house.south);
        AuditFilter filter;
        filter.area = AuditArea::tickets;
        Audit audit(house, house.north.site, house.root, filter);
        QCOMPARE(audit.model.rowCount(), int(AuditModel::partSize));
        QVERIFY(audit.model.canFetchMore({}));
        while (audit.model.canFetchMore({})) {
            audit.model.fetchMore({});
            audit.settle();
        }
        QCOMPARE(audit.model.rowCount(), issued);
        Sequence newer = audit.model.sequenceAt(0) + 1;
        for (int row = 0; row < issued; ++row) {
            QVERIFY(audit.model.sequenceAt(row) < newer);
            newer = audit.model.sequenceAt(row);
        }
        // A branch of the filter is one of the log's own columns.
        filter.site = house.south.site;
        audit.model.setFilter(filter);
        audit.settle();
        audit.model.fetchMore({});
        audit.settle();
        QCOMPARE(audit.model.rowCount(), issued / 2);
    }

    void whatHappensMeanwhileIsCountedAndJoinsWhenAsked()
    {
        TenantHouse house;
        house.issue(house.north);
        AuditFilter filter;
        filter.area = AuditArea::tickets;
        Audit audit(house, house.north.site, house.north.admin, filter);
        const int before = audit.model.rowCount();
        house.issue(house.north);
        house.issue(house.south);
        house.issue(house.north);
        // Another kind, and another organisation's: neither is new here.
        house.must(SetQueueStatus{house.north.queue, QueueStatus::paused}, house.north.admin, house.north.site);
        QTRY_COMPARE(audit.model.newEntries(), 2);
        QCOMPARE(audit.model.rowCount(), before);
        audit.model.showNew();
        QTRY_COMPARE(audit.model.rowCount(), before + 2);
        QCOMPARE(audit.model.newEntries(), 0);
        QCOMPARE(audit.model.index(0, AuditModel::what).data().toString(), QStringLiteral("Issued N003 for Visits north"));
    }

    void theExportHoldsWhatIsFilteredAndNoName()
    {
        TenantHouse house;
        house.issue(house.north, "Marie Durand, 06 12 34 56 78");
        house.issue(house.south);
        Queue sly = house.settled(house.north.site)->state.queue(house.north.queue)->config;
        sly.name = "=HYPERLINK(1)";
        house.must(DefineQueue{sly}, house.north.admin, house.north.site);
        (void)house.settled(house.north.site);
        QTemporaryDir folder;
        const HouseDesk desk(house, house.north.site, house.north.admin);
        const auto write = [&](AuditFormat format, const QString &name, bool stopped = false) {
            auto done = exportAudit(*house.installation, AuditReading(*house.installation, house.north.site, house.north.admin, {}), format, folder.filePath(name),
                                    TimeZone(), std::make_shared<std::atomic<bool>>(stopped));
            done.waitForFinished();
            return done.result();
        };
        const auto csvCount = write(AuditFormat::csv, QStringLiteral("audit.csv"));
        QVERIFY(csvCount && *csvCount > 5);
        QFile csv(folder.filePath(QStringLiteral("audit.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray table = csv.readAll();
        QCOMPARE(qint64(table.count("\r\n")), *csvCount + 1);
        for (const char *absent : {"Durand", "06 12", "South", "S001", ",=HYPERLINK", "\n=HYPERLINK"})
            QVERIFY2(!table.contains(absent), absent);

        QVERIFY(write(AuditFormat::json, QStringLiteral("audit.json")));
        QFile json(folder.filePath(QStringLiteral("audit.json")));
        QVERIFY(json.open(QIODevice::ReadOnly));
        const QByteArray text = json.readAll();
        const QJsonArray entries = QJsonDocument::fromJson(text).object().value(QLatin1String("entries")).toArray();
        QCOMPARE(qint64(entries.size()), *csvCount);
        QVERIFY(!entries.first().toObject().value(QLatin1String("before")).toArray().isEmpty());
        QVERIFY(!text.contains("Durand"));

        // Stopped, or nowhere to write: no file at all.
        QCOMPARE(*write(AuditFormat::csv, QStringLiteral("stopped.csv"), true), qint64(-1));
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("stopped.csv"))));
        QCOMPARE(std::string(write(AuditFormat::csv, QStringLiteral("no/such/folder.csv")).error().code.name()), std::string("cannot_write"));
    }

    void eachSeesTheirOwnOrganisationsAndTheirLimits()
    {
        TenantHouse house;
        HouseDesk own(house, house.north.site, house.north.admin);
        TenantModel tenants(own.console);
        QAbstractItemModelTester tester(&tenants);
        tenants.follow();
        QCOMPARE(column(tenants, TenantModel::name), QStringList(QStringLiteral("North")));
        SiteModel sites(own.console);
        sites.show(house.south.tenant);
        QCOMPARE(sites.rowCount(), 0);
        sites.show(house.north.tenant);
        QCOMPARE(column(sites, SiteModel::name), QStringList(QStringLiteral("North gate")));

        HouseDesk root(house, house.north.site, house.root);
        TenantModel all(root.console);
        all.follow();
        QCOMPARE(column(all, TenantModel::name), QStringList({QStringLiteral("North"), QStringLiteral("South")}));
        Tenant north = *house.installation->directory()->tenant(house.north.tenant);
        north.limits = {1, 3, 2};
        house.must(UpdateTenant{north}, house.root);
        (void)house.settled(house.north.site);
        all.follow();
        QCOMPARE(all.index(0, TenantModel::sites).data().toString(), QStringLiteral("1 of 1"));
        QVERIFY(all.index(0, TenantModel::sites).data(TenantModel::fullRole).toBool());
        QCOMPARE(all.index(0, TenantModel::queues).data().toString(), QStringLiteral("1 of 2"));
        all.setFilter(QStringLiteral("SOU"));
        QCOMPARE(column(all, TenantModel::name), QStringList(QStringLiteral("South")));
    }

    void aShortNameIsProposedFromTheName()
    {
        QCOMPARE(slugOf(QStringLiteral("Mairie d’Évry-Courcouronnes")), QStringLiteral("mairie-d-evry-courcouronnes"));
        QCOMPARE(slugOf(QStringLiteral("  --Łódź 2 ")), QStringLiteral("odz-2"));
        QCOMPARE(slugOf(QStringLiteral("市役所")), QString());
        QVERIFY(slugOf(QString(300, QLatin1Char('a'))).size() <= 40);
    }
};

QTEST_GUILESS_MAIN(TestAuditModel)
#include "tst_audit_model.moc"
