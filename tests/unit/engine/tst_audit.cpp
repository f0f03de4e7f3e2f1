#include <map>

#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/audit.h>

#include "house.h"

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

/// Where the newest sign-in of the user stands.
Sequence recorded(House &house, UserId user)
{
    AuditQuery query;
    query.user = user;
    query.kind = "record_sign_in";
    (void)house.settled(firstSite);
    const auto reader = house.installation->openAudit().value();
    return audit(*reader, *house.installation->directory(), {}, query, 1)->front().batch.sequence;
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

    void signingInIsTheActOfWhoSignsIn()
    {
        House house(std::make_unique<MemoryStore>());
        QVERIFY(house.signIn(password));
        QVERIFY(!house.signIn("wrong"));
        AuditQuery mine;
        mine.user = house.root;
        const auto reader = house.installation->openAudit().value();
        const auto entries = audit(*reader, *house.installation->directory(), {}, mine, 100).value();
        std::map<std::string, int> kinds;
        for (const AuditEntry &entry : entries) {
            QCOMPARE(personOf(entry.batch), house.root);
            ++kinds[entry.batch.kind];
        }
        QCOMPARE(kinds["record_sign_in"], 1);
        QCOMPARE(kinds["record_failed_sign_in"], 1);
        const auto in = std::find_if(entries.begin(), entries.end(), [](const AuditEntry &entry) { return entry.batch.kind == "record_sign_in"; });
        QCOMPARE(deviceOf(*in), std::string("desk"));
        mine.user = UserId{99};
        QVERIFY(audit(*reader, *house.installation->directory(), {}, mine, 100)->empty());
    }

    void aTenantSeesOfItsPeopleWhatTheyDidAsItsPeople_data()
    {
        QTest::addColumn<bool>("database");
        QTest::newRow("memory") << false;
        QTest::newRow("database") << true;
    }

    void aTenantSeesOfItsPeopleWhatTheyDidAsItsPeople()
    {
        QFETCH(bool, database);
        QTemporaryDir folder;
        House house(database ? databaseIn(folder) : std::make_unique<MemoryStore>());
        const auto tenantOf = [&](SiteId site) { (void)house.settled(site); return house.installation->directory()->site(site)->tenant; };
        const TenantId north = tenantOf(house.addTenant("north"));
        const TenantId south = tenantOf(house.addTenant("south"));
        CreateUser create;
        create.profile = {"ann@example.org", "Ann", {}, {}};
        create.password.plain = "Granite-Kestrel-42";
        const UserId ann{house.tell(create, house.root)->entity};
        const auto signIn = [&] {
            auto signing = house.installation->signIn("ann@example.org", "Granite-Kestrel-42", {}, "desk");
            signing.waitForFinished();
            return recorded(house, ann);
        };
        const auto seen = [&](TenantId tenant) {
            (void)house.settled(firstSite);
            std::vector<Sequence> found;
            const auto reader = house.installation->openAudit().value();
            const auto entries = audit(*reader, *house.installation->directory(), tenant, {}, 1000).value();
            for (const AuditEntry &entry : entries) {
                if (entry.batch.kind == "record_sign_in" || entry.batch.kind == "delete_user")
                    found.push_back(entry.batch.sequence);
            }
            return found;
        };
        using Seen = std::vector<Sequence>;
        (void)signIn();
        QVERIFY(house.tell(GrantRole{ann, north, Role::agent}, house.root));
        const Sequence atNorth = signIn();
        // Another role there changes nothing of whose they are.
        QVERIFY(house.tell(GrantRole{ann, north, Role::manager}, house.root));
        const Sequence asManager = signIn();
        QCOMPARE(seen(north), (Seen{asManager, atNorth}));
        QVERIFY(house.tell(GrantRole{ann, south, Role::agent}, house.root));
        (void)signIn();
        QVERIFY(house.tell(RevokeRole{ann, north}, house.root));
        const Sequence atSouth = signIn();
        QCOMPARE(seen(north), (Seen{asManager, atNorth}));
        QCOMPARE(seen(south), Seen{atSouth});
        QVERIFY(house.tell(SetPlatformRole{ann, PlatformRole::staff}, house.root));
        (void)signIn();
        QVERIFY(house.tell(SetPlatformRole{ann, PlatformRole::none}, house.root));
        QCOMPARE(seen(south), Seen{atSouth});
        QVERIFY(house.tell(DeleteUser{ann}, house.root));
        (void)house.settled(firstSite);
        const Sequence gone = house.installation->lastSequence();
        QCOMPARE(seen(south), (Seen{gone, atSouth}));
        QCOMPARE(seen(north), (Seen{asManager, atNorth}));
    }

    void whoReadsTheAuditMayHaveItProved()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        (void)house.settled(site);
        const TenantId north = house.installation->directory()->site(site)->tenant;
        const UserId ann = house.addAgent("ann@example.org", site, house.addQueue(site));
        QVERIFY(mayProveChain(*house.installation->directory(), house.root));
        const Done refused = mayProveChain(*house.installation->directory(), ann);
        QCOMPARE(refused.error().detail.at("permission"), std::string("read_audit"));
        QVERIFY(house.tell(GrantRole{ann, north, Role::admin}, house.root));
        (void)house.settled(site);
        QVERIFY(mayProveChain(*house.installation->directory(), ann));
        QCOMPARE(codeOf(mayProveChain(*house.installation->directory(), UserId{}).error()), std::string("sign_in_needed"));
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
