#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/audit.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

std::vector<Sequence> sequences(Installation &installation, const AuditQuery &query, std::size_t limit = 1000)
{
    const auto reader = installation.openAudit().value();
    std::vector<Sequence> found;
    const auto entries = audit(*reader, *installation.directory(), {}, query, limit).value();
    for (const AuditEntry &entry : entries)
        found.push_back(entry.batch.sequence);
    return found;
}

} // namespace

/// Reading the audit in parts, the same from a database and from memory.
class TestAudit final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLogIsReadInParts_data()
    {
        QTest::addColumn<bool>("database");
        QTest::newRow("memory") << false;
        QTest::newRow("database") << true;
    }

    void theLogIsReadInParts()
    {
        QFETCH(bool, database);
        QTemporaryDir folder;
        ManualClock clock(TestBranch::opening);
        TestBranch branch(database ? databaseIn(folder) : std::make_unique<MemoryStore>(), clock, quietEngine());
        for (int i = 0; i < 20; ++i)
            (void)branch.tell(branch.issuing());
        Installation &installation = branch.engine->installation();
        const auto all = sequences(installation, {});
        QVERIFY(std::is_sorted(all.rbegin(), all.rend()));
        QCOMPARE(all.back(), Sequence(1));

        // Part by part there is each entry once.
        std::vector<Sequence> parts;
        AuditQuery query;
        for (;;) {
            const auto part = sequences(installation, query, 7);
            if (part.empty())
                break;
            parts.insert(parts.end(), part.begin(), part.end());
            query.before = part.back();
        }
        QCOMPARE(parts, all);

        AuditQuery newer;
        newer.after = all[5];
        QCOMPARE(sequences(installation, newer), std::vector<Sequence>(all.begin(), all.begin() + 5));
        AuditQuery kinds;
        kinds.kinds = {"issue", "sign_in"};
        QCOMPARE(sequences(installation, kinds).size(), std::size_t(21));
        AuditQuery owner;
        owner.users = {UserId{}, theProgram};
        QCOMPARE(sequences(installation, owner).size(), all.size());
        owner.users = {UserId{5}};
        QVERIFY(sequences(installation, owner).empty());
        AuditQuery site;
        site.site = firstSite;
        QCOMPARE(sequences(installation, site).size(), all.size());
        site.site = SiteId{2};
        QVERIFY(sequences(installation, site).empty());
    }

    void aSearchThatFindsNothingCanBeGivenUp()
    {
        ManualClock clock(TestBranch::opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Installation &installation = branch.engine->installation();
        const auto reader = installation.openAudit().value();
        int looked = 0;
        QVERIFY(visitAudit(*reader, *installation.directory(), TenantId{99}, {}, [&](const AuditEntry *entry) {
            QTest::qVerify(entry == nullptr, "no entry", "", __FILE__, __LINE__);
            return ++looked < 2;
        }));
        QCOMPARE(looked, 2);
    }

    void theReachIsTheTenantsOrThePlatforms()
    {
        accounts::Directory directory;
        directory.tenants[TenantId{1}] = {};
        directory.tenants[TenantId{1}].id = TenantId{1};
        directory.sites[firstSite] = {firstSite, TenantId{1}, "Gate"};
        const auto user = [&](std::int64_t id, PlatformRole platform, std::vector<Membership> memberships) {
            User made;
            made.id = UserId{id};
            made.platform = platform;
            made.memberships = std::move(memberships);
            directory.users[made.id] = made;
            return made.id;
        };
        QCOMPARE(auditReach(directory, {}, firstSite).value(), TenantId{});
        const UserId admin = user(1, PlatformRole::none, {{TenantId{1}, Role::admin}});
        const UserId agent = user(2, PlatformRole::none, {{TenantId{1}, Role::agent}});
        const UserId staff = user(3, PlatformRole::staff, {});
        QCOMPARE(auditReach(directory, admin, firstSite).value(), TenantId{1});
        QCOMPARE(auditReach(directory, staff, firstSite).value(), TenantId{});
        QCOMPARE(std::string(auditReach(directory, agent, firstSite).error().code.name()), std::string("permission_denied"));
        QVERIFY(!auditReach(directory, admin, SiteId{7}));
        QVERIFY(!auditReach(directory, {}, firstSite));
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
