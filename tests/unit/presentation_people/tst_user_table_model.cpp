#include <QAbstractItemModelTester>
#include <QLocale>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/presentation/user_table_model.h>

using namespace smartqueue;
using presentation::Standing;
using presentation::UserListing;
using presentation::UserTableModel;
using Status = UserTableModel::Status;

namespace {

const Instant noon = *fromIso8601("2026-11-19T12:00:00Z");

/// Two tenants; user 1 is the superadmin, 2 the admin of the first, 3 an agent in both, 4 an agent of the second.
accounts::Directory town()
{
    accounts::Directory directory;
    for (const std::int64_t id : {1, 2}) {
        Tenant tenant;
        tenant.id = TenantId{id};
        tenant.name = id == 1 ? "Ville" : "Port";
        directory.tenants[tenant.id] = tenant;
        Site site;
        site.id = SiteId{id};
        site.tenant = tenant.id;
        site.name = id == 1 ? "Downtown" : "Quay";
        directory.sites[site.id] = site;
    }
    const auto add = [&](std::int64_t id, const char *first, PlatformRole platform, std::vector<Membership> memberships) {
        User user;
        user.id = UserId{id};
        user.platform = platform;
        user.memberships = std::move(memberships);
        user.hasPassword = true;
        directory.users[user.id] = user;
        directory.profiles[user.id] = {std::string(first) + "@town.example", first, "Town", "555" + std::to_string(id)};
    };
    add(1, "Ruth", PlatformRole::superadmin, {});
    add(2, "Claire", PlatformRole::none, {{TenantId{1}, Role::admin}});
    add(3, "Emma", PlatformRole::none, {{TenantId{1}, Role::agent}, {TenantId{2}, Role::manager}});
    add(4, "Marek", PlatformRole::none, {{TenantId{2}, Role::agent}});
    return directory;
}

UserListing listing(accounts::Directory directory, std::int64_t asking)
{
    UserListing made;
    made.directory = std::make_shared<const accounts::Directory>(std::move(directory));
    made.asking = UserId{asking};
    made.now = noon;
    return made;
}

QStringList names(const UserTableModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.index(row, UserTableModel::name).data().toString().section(QLatin1Char(' '), 0, 0));
    return all;
}

QString cell(const UserTableModel &model, std::int64_t user, int column, int role = Qt::DisplayRole)
{
    return model.index(model.rowOf(UserId{user}), column).data(role).toString();
}

} // namespace

class TestUserTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void everybodySeesTheirOwn_data()
    {
        QTest::addColumn<qint64>("asking");
        QTest::addColumn<QString>("seen");
        QTest::newRow("superadmin") << qint64(1) << QStringLiteral("Claire Emma Marek Ruth");
        QTest::newRow("admin") << qint64(2) << QStringLiteral("Claire Emma");
        QTest::newRow("supervisor of the other: themselves") << qint64(3) << QStringLiteral("Emma");
        QTest::newRow("agent: themselves") << qint64(4) << QStringLiteral("Marek");
        QTest::newRow("nobody") << qint64(0) << QString();
    }

    void everybodySeesTheirOwn()
    {
        QFETCH(qint64, asking);
        QFETCH(QString, seen);
        UserTableModel model;
        QAbstractItemModelTester tester(&model);
        model.follow(listing(town(), asking));
        QCOMPARE(names(model).join(QLatin1Char(' ')), seen);
    }

    void anAdminReadsNothingOfTheOtherTenant()
    {
        UserTableModel model;
        auto asked = listing(town(), 2);
        asked.places[UserId{3}] = {SiteId{1}, SiteId{2}};
        model.follow(asked);
        QCOMPARE(cell(model, 3, UserTableModel::places), QStringLiteral("Downtown"));
        QCOMPARE(cell(model, 3, UserTableModel::standing), QStringLiteral("Agent"));
        QVERIFY(!model.index(model.rowOf(UserId{3}), 0).data(UserTableModel::switchableRole).toBool());
        // Who sees several tenants reads which.
        asked.asking = UserId{1};
        model.follow(asked);
        QCOMPARE(cell(model, 3, UserTableModel::places), QStringLiteral("Ville, Port"));
        QCOMPARE(cell(model, 3, UserTableModel::standing), QStringLiteral("Supervisor, Agent"));
        QVERIFY(model.index(model.rowOf(UserId{3}), 0).data(UserTableModel::switchableRole).toBool());
    }

    void whenAndWhereSomebodyWasSeen()
    {
        auto directory = town();
        directory.users[UserId{2}].lastSignIn = *fromIso8601("2026-11-19T08:52:00Z");
        directory.users[UserId{2}].lastDevice = "DESK-06";
        directory.users[UserId{3}].lastSignIn = *fromIso8601("2026-11-18T23:59:00Z");
        directory.users[UserId{4}].hasPassword = false;
        UserTableModel model;
        model.follow(listing(directory, 1));
        QCOMPARE(cell(model, 1, UserTableModel::lastSeen), QStringLiteral("Now"));
        QCOMPARE(cell(model, 2, UserTableModel::lastSeen), QStringLiteral("Today 08:52"));
        QCOMPARE(cell(model, 2, UserTableModel::lastSeen, UserTableModel::secondRole), QStringLiteral("DESK-06"));
        QCOMPARE(cell(model, 3, UserTableModel::lastSeen), QStringLiteral("Yesterday 23:59"));
        QCOMPARE(cell(model, 4, UserTableModel::lastSeen), QStringLiteral("Never"));
        QCOMPARE(cell(model, 4, UserTableModel::lastSeen, UserTableModel::secondRole), QStringLiteral("no password yet"));
        model.setStatusFilter(Status::noPassword);
        QCOMPARE(names(model), QStringList(QStringLiteral("Marek")));

        directory.invitations[UserId{4}] = {UserId{4}, TenantId{2}, "digest", noon + std::chrono::hours(1)};
        model.follow(listing(directory, 1));
        QCOMPARE(names(model), QStringList());
        model.setStatusFilter(Status::invited);
        QCOMPARE(names(model), QStringList(QStringLiteral("Marek")));
        directory.invitations[UserId{4}].expiresAt = noon;
        model.follow(listing(directory, 1));
        QCOMPARE(names(model), QStringList());
        model.setStatusFilter(Status::expired);
        QCOMPARE(names(model), QStringList(QStringLiteral("Marek")));
        QCOMPARE(model.total(), 4);
        QCOMPARE(model.active(), 4);
    }

    void aSelectionSurvivesWhatOthersDo()
    {
        auto directory = town();
        UserTableModel model;
        QAbstractItemModelTester tester(&model);
        model.follow(listing(directory, 1));
        const QPersistentModelIndex emma = model.index(model.rowOf(UserId{3}), 0);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        directory.users[UserId{2}].removed = true;
        directory.profiles[UserId{3}].firstName = "Zoe";
        User late;
        late.id = UserId{5};
        late.memberships = {{TenantId{1}, Role::agent}};
        directory.users[late.id] = late;
        directory.profiles[late.id] = {"a@town.example", "Ada", "Town", ""};
        model.follow(listing(directory, 1));
        QCOMPARE(names(model), QStringList({QStringLiteral("Ada"), QStringLiteral("Marek"), QStringLiteral("Ruth"), QStringLiteral("Zoe")}));
        QVERIFY(emma.isValid());
        QCOMPARE(emma.data(UserTableModel::idRole).toLongLong(), 3);
        QCOMPARE(resets.size(), 0);
    }

    /// After any change the rows are what a new model would show.
    void rowSignalsTellTheWholeStory()
    {
        RandomSource random(20261119);
        UserTableModel model;
        QAbstractItemModelTester tester(&model);
        auto directory = town();
        std::int64_t next = 5;
        for (int turn = 0; turn < 200; ++turn) {
            for (int act = 0; act < 4; ++act) {
                const UserId id{random.between(1, next)};
                if (id.value == next) {
                    User user;
                    user.id = id;
                    user.memberships = {{TenantId{random.between(1, 2)}, Role(random.between(0, 2))}};
                    directory.users[id] = user;
                    directory.profiles[id] = {std::to_string(next) + "@town.example", std::string(1, char('A' + random.between(0, 25))), "Town", ""};
                    ++next;
                } else if (random.chance(0.3) && id.value > 1) {
                    directory.users[id].removed = true;
                } else if (random.chance(0.5)) {
                    directory.users[id].active = !directory.users[id].active;
                } else {
                    directory.profiles[id].firstName = std::string(1, char('A' + random.between(0, 25)));
                }
            }
            model.follow(listing(directory, 1));
            model.setStatusFilter(random.chance(0.2) ? Status::off : Status::any);
            model.setStandingFilter(random.chance(0.2) ? std::optional(Standing::agent) : std::nullopt);
            const int column = int(random.between(0, 4));
            const auto order = random.chance(0.5) ? Qt::AscendingOrder : Qt::DescendingOrder;
            model.sort(column, order);
            for (int row = 0; row < model.rowCount(); ++row)
                QCOMPARE(model.rowOf(model.idAt(row)), row);
        }
        UserTableModel fresh;
        fresh.follow(listing(directory, 1));
        model.setStatusFilter(Status::any);
        model.setStandingFilter(std::nullopt);
        model.sort(UserTableModel::name);
        QCOMPARE(names(model), names(fresh));
    }
};

QTEST_GUILESS_MAIN(TestUserTableModel)
#include "tst_user_table_model.moc"
