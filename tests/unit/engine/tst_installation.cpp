#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr char password[] = "Granite-Kestrel-41";

/// An installation with a superadmin, on cheap secrets.
struct House {
    std::unique_ptr<secrets::Argon2> argon2 = secrets::Argon2::start({1, 8192}).value();
    secrets::SodiumHasher hasher{*argon2};
    secrets::SodiumSealer sealer{*argon2};
    secrets::OathPasswords oneTime;
    ManualClock clock{TestBranch::opening};
    std::unique_ptr<Installation> installation;
    UserId root;

    explicit House(std::unique_ptr<Store> store)
        : installation(Installation::start(std::move(store), clock, quietEngine(), {&hasher, &sealer, &oneTime}).value())
    {
        if (!installation->directory()->hasUsers()) {
            CreateUser first;
            first.profile.email = "root@example.org";
            first.profile.firstName = "Root";
            first.platform = PlatformRole::superadmin;
            first.password.plain = password;
            root = {tell(first, {})->entity};
        }
    }

    Answer tell(CommandBody body, UserId user, SiteId site = firstSite)
    {
        Command command{{}, std::move(body), {}, {}};
        command.site = site;
        command.user = user;
        auto future = installation->submit(std::move(command));
        future.waitForFinished();
        return future.result();
    }

    SiteId addTenant(const std::string &slug)
    {
        Tenant tenant;
        tenant.slug = slug;
        CreateSite create{TenantId{tell(CreateTenant{tenant}, root)->entity}, {}};
        create.branch.name = slug;
        return SiteId{tell(create, root)->entity};
    }

    QueueId addQueue(SiteId site)
    {
        Service service;
        service.name = "Visits";
        Queue queue;
        queue.name = "Visits";
        queue.service = {tell(DefineService{service}, root, site)->entity};
        return {tell(DefineQueue{queue}, root, site)->entity};
    }

    Result<accounts::Session> signIn(const std::string &secret, const std::string &code = {})
    {
        auto future = installation->signIn("ROOT@example.org", secret, code, "desk");
        future.waitForFinished();
        return future.result();
    }

    SharedSnapshot settled(SiteId site)
    {
        auto future = installation->settledSnapshot(site);
        future.waitForFinished();
        return future.result();
    }
};

std::string codeOf(const Failure &failure)
{
    return std::string(failure.code.name());
}

} // namespace

/// Several branches and their people behind one writer.
class TestInstallation final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingCrossesFromOneBranchIntoAnother()
    {
        const auto seed = std::uint64_t(QDateTime::currentMSecsSinceEpoch());
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        RandomSource random(seed);
        House house(std::make_unique<MemoryStore>());
        std::vector<SiteId> sites;
        std::vector<QueueId> queues;
        std::vector<TicketId> tickets;
        for (const char *slug : {"north", "south", "west"}) {
            sites.push_back(house.addTenant(slug));
            queues.push_back(house.addQueue(sites.back()));
        }
        std::vector<int> issued(3);
        for (int i = 0; i < 200; ++i) {
            const auto from = std::size_t(random.between(0, 2));
            const auto to = std::size_t(random.between(0, 2));
            IssueTicket issue;
            issue.queue = queues[to];
            const Answer answer = house.tell(issue, house.root, sites[from]);
            QCOMPARE(answer.has_value(), from == to);
            if (answer) {
                ++issued[to];
                tickets.push_back(answer->ticket);
            } else {
                QCOMPARE(codeOf(answer.error()), std::string("unknown_queue"));
            }
        }
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(int(house.settled(sites[i])->state.tickets.size()), issued[i]);
            const auto reader = house.installation->openReader(sites[i]).value();
            QCOMPARE(reader->ticketCount({}).value(), std::int64_t(issued[i]));
            for (const TicketId ticket : tickets) {
                const bool own = house.settled(sites[i])->state.ticket(ticket) != nullptr;
                QCOMPARE(reader->ticket(ticket)->has_value(), own);
                QCOMPARE(!reader->story(ticket)->empty(), own);
            }
        }
    }

    void thePersonSignsInAndWrongPasswordsWait()
    {
        House house(std::make_unique<MemoryStore>());
        QVERIFY(house.signIn(password));
        for (int i = 0; i < accounts::freeAttempts; ++i)
            QCOMPARE(codeOf(house.signIn("wrong").error()), std::string("wrong_credentials"));
        const auto slow = house.signIn(password);
        QCOMPARE(codeOf(slow.error()), std::string("slow_down"));
        house.clock.advance(std::chrono::seconds(std::stoi(slow.error().detail.at("retry_after_seconds"))));
        QVERIFY(house.signIn(password));
        QVERIFY(!house.signIn(std::string(5000, 'x')));
    }

    void aCodeOfTheSecondFactorWorksOnce()
    {
        House house(std::make_unique<MemoryStore>());
        const std::string secret = house.oneTime.newSecret();
        QVERIFY(house.tell(SetSecondFactor{house.root, {secret}, {{"RECOVERY1"}}}, house.root));
        QCOMPARE(codeOf(house.signIn(password).error()), std::string("second_factor_needed"));
        const std::string code = house.oneTime.codeAt(secret, house.clock.now());
        QVERIFY(house.signIn(password, code));
        QCOMPARE(codeOf(house.signIn(password, code).error()), std::string("wrong_credentials"));
        QVERIFY(house.signIn(password, "recovery1"));
        QCOMPARE(codeOf(house.signIn(password, "recovery1").error()), std::string("wrong_credentials"));
    }

    void aPinLetsInAndNobodyElsesDoes()
    {
        House house(std::make_unique<MemoryStore>());
        QCOMPARE(codeOf(house.tell(SetPin{house.root, {"1111"}}, house.root).error()), std::string("weak_password"));
        QVERIFY(house.tell(SetPin{house.root, {"4072"}}, house.root));
        const auto tryPin = [&](UserId user, const char *pin) {
            auto future = house.installation->signInWithPin(user, pin, "desk");
            future.waitForFinished();
            return future.result().has_value();
        };
        QVERIFY(tryPin(house.root, "4072"));
        QVERIFY(!tryPin(house.root, "4073"));
        QVERIFY(!tryPin(UserId{99}, "4072"));
    }

    void customersAreSealedAndComeBackWithThePassword()
    {
        QTemporaryDir folder;
        TicketId ticket;
        SiteId site;
        {
            House house(databaseIn(folder));
            site = house.addTenant("north");
            IssueTicket issue;
            issue.queue = house.addQueue(site);
            issue.customer = "Marie Durand";
            ticket = house.tell(issue, house.root, site)->ticket;
            QVERIFY(house.tell(SaveNote{ticket, "asks for Marie"}, house.root, site));
        }
        House house(databaseIn(folder));
        QVERIFY(!house.installation->vault()->isOpen());
        const auto kept = house.installation->openReader(site).value()->note(ticket).value();
        QVERIFY(kept.find("Marie") == std::string::npos);
        QCOMPARE(codeOf(house.installation->vault()->read(kept).error()), std::string("locked"));
        QVERIFY(house.signIn(password));
        QCOMPARE(house.installation->vault()->read(kept).value(), std::string("asks for Marie"));
        for (const char *name : {"branch.db", "branch.db-wal"}) {
            QFile file(folder.filePath(QLatin1String(name)));
            QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("Marie"));
        }
        // Whoever may not reach the branch cannot erase in it, and a key of another kind is none.
        const UserId root{1};
        QVERIFY(!house.tell(EraseCustomer{{"password-1"}}, root, site));
        QVERIFY(house.tell(EraseCustomer{{"customer-" + std::to_string(ticket.value)}}, root, site));
        QCOMPARE(house.installation->openReader(site).value()->note(ticket).value(), std::string());
    }

    void everythingStandsAgainAfterAStart()
    {
        QTemporaryDir folder;
        SiteId site;
        {
            House house(databaseIn(folder));
            site = house.addTenant("north");
            (void)house.addQueue(site);
            QVERIFY(house.installation->check().result()->empty());
        }
        const House house(databaseIn(folder));
        const SharedDirectory directory = house.installation->directory();
        QCOMPARE(directory->userByEmail("root@example.org")->id.value, std::int64_t(1));
        QVERIFY(directory->tenantBySlug("north"));
        QCOMPARE(directory->site(site)->name, std::string("north"));
        QCOMPARE(house.installation->snapshot(site)->state.queues.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestInstallation)
#include "tst_installation.moc"
