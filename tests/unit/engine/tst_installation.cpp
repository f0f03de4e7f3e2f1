#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/upstream.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/replication/wire.h>

#include "house.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

/// The other desktops of the branch, as the engine sees them.
class OtherDesktops final : public Confirmation {
public:
    std::atomic<bool> isHere{true};
    Done confirm(const Position &) override { return isHere ? Done() : fail(replication::peer_failures::notHost); }
};

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

    void anAgentTakesBackOnlyTheirOwnActs()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        const QueueId queue = house.addQueue(site);
        const UserId ann = house.addAgent("ann@example.org", site, queue);
        const UserId ben = house.addAgent("ben@example.org", site, queue);
        const auto agentOf = [&](UserId user) {
            const SharedSnapshot settled = house.settled(site);
            for (const auto &[id, agent] : settled->state.agents) {
                if (agent.user == user)
                    return id;
            }
            return AgentId{};
        };
        const AgentId anns = agentOf(ann);
        QVERIFY(house.tell(SignIn{anns, "1"}, ann, site));
        IssueTicket issue;
        issue.queue = queue;
        QVERIFY(house.tell(issue, ann, site));
        Command call{"the-call", CallNext{anns}, anns, {}};
        call.site = site;
        call.user = ann;
        auto called = house.installation->submit(call);
        called.waitForFinished();
        QVERIFY(called.result());
        QCOMPARE(codeOf(house.tell(Undo{}, ben, site).error()), std::string("nothing_to_undo"));
        QCOMPARE(codeOf(house.tell(Undo{{}, "the-call"}, ben, site).error()), std::string("nothing_to_undo"));
        QCOMPARE(codeOf(house.tell(Undo{anns, "the-call"}, ben, site).error()), std::string("permission_denied"));
        QVERIFY(house.tell(Undo{{}, "the-call"}, ann, site));
    }

    void twoSitesOfATenantHaveTwoNames()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId north = house.addTenant("north");
        (void)house.settled(north);
        const TenantId tenant = house.installation->directory()->site(north)->tenant;
        CreateSite create{tenant, {}};
        create.branch.name = "Harbour";
        const SiteId harbour{house.tell(create, house.root)->entity};
        Branch renamed = house.settled(north)->state.branch;
        renamed.name = "harbour";
        QCOMPARE(codeOf(house.tell(DefineBranch{renamed, {}}, house.root, north).error()), std::string("name_taken"));
        QVERIFY(house.tell(DefineBranch{renamed, {}}, house.root, harbour));
    }

    void anAgentIsAMemberAndOnlyOnce()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId north = house.addTenant("north");
        const SiteId south = house.addTenant("south");
        const UserId ann = house.addAgent("ann@example.org", north, house.addQueue(north));
        Agent another;
        another.user = ann;
        another.name = "Ann again";
        QCOMPARE(codeOf(house.tell(DefineAgent{another}, house.root, south).error()), std::string("unknown_user"));
        QCOMPARE(codeOf(house.tell(DefineAgent{another}, house.root, north).error()), std::string("name_taken"));
    }

    void anIdAboveTheBranchesIsItsGivers()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        const UserId ann = house.addAgent("ann@example.org", site, house.addQueue(site));
        const auto tell = [&](CommandBody body, UserId user) {
            Command command{"same", std::move(body), {}, {}};
            command.user = user;
            auto future = house.installation->submit(std::move(command));
            future.waitForFinished();
            return future.result();
        };
        QVERIFY(tell(SetPin{ann, {"8264"}}, ann));
        QVERIFY(tell(SetUserActive{ann, false}, house.root));
        (void)house.settled(site);
        QVERIFY(!house.installation->directory()->user(ann)->active);
        QCOMPARE(tell(SetUserActive{ann, true}, house.root)->sequence, tell(SetPin{ann, {"8264"}}, house.root)->sequence);
    }

    void aDoorShutsBehindWhoMayNoLongerEnter()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        const UserId ann = house.addAgent("ann@example.org", site, house.addQueue(site));
        Engine &door = house.installation->door(site, ann);
        QVERIFY(door.openReader());
        auto importing = door.importTickets({});
        importing.waitForFinished();
        QCOMPARE(codeOf(importing.result().error()), std::string("permission_denied"));
        QVERIFY(house.tell(SetUserActive{ann, false}, house.root));
        (void)house.settled(site);
        QCOMPARE(codeOf(door.openReader().error()), std::string("sign_in_needed"));
    }

    void whoMayNotIsRefusedBeforeAnythingIsHashed()
    {
        House house(std::make_unique<MemoryStore>());
        const SiteId site = house.addTenant("north");
        const UserId ann = house.addAgent("ann@example.org", site, house.addQueue(site));
        CreateUser another;
        another.profile.email = "not an address";
        another.password.plain = "x";
        // Neither the address nor the password is judged.
        QCOMPARE(codeOf(house.tell(another, ann).error()), std::string("permission_denied"));
    }

    void aTenantIsInATimeZoneThatThereIs()
    {
        House house(std::make_unique<MemoryStore>());
        Tenant tenant;
        tenant.slug = "north";
        for (const char *wrong : {"Mars/Olympus", "EST5EDT,M3", "x"}) {
            tenant.timeZone = wrong;
            QCOMPARE(codeOf(house.tell(CreateTenant{tenant}, house.root).error()), std::string("unknown_time_zone"));
        }
        tenant.timeZone = " Europe/Paris ";
        tenant.id = TenantId{house.tell(CreateTenant{tenant}, house.root)->entity};
        (void)house.settled(firstSite);
        QCOMPARE(house.installation->directory()->tenant(tenant.id)->timeZone, std::string("Europe/Paris"));
        tenant.timeZone = "Mars/Olympus";
        QCOMPARE(codeOf(house.tell(UpdateTenant{tenant}, house.root).error()), std::string("unknown_time_zone"));
        QVERIFY(house.tell(SuspendTenant{tenant.id, true}, house.root));
    }

    void withUsersThereIsNoPassphrase()
    {
        House house(std::make_unique<MemoryStore>());
        const Answer refused = house.tell(RotateKey{{"Basalt-Heron-58"}}, house.root);
        QCOMPARE(codeOf(refused.error()), std::string("invalid_value"));
        QCOMPARE(refused.error().detail.at("reason"), std::string("has_users"));
        QVERIFY(house.tell(RotateKey{}, house.root));
    }

    void anAgentWorksWhereTheyHaveADesk()
    {
        QTemporaryDir folder;
        UserId ann;
        SiteId north, second;
        QueueId there;
        {
            House house(databaseIn(folder));
            north = house.addTenant("north");
            ann = house.addAgent("ann@example.org", north, house.addQueue(north));
            CreateSite create{house.installation->directory()->site(north)->tenant, {}};
            create.branch.name = "Second";
            second = {house.tell(create, house.root)->entity};
            there = house.addQueue(second);
            IssueTicket issue;
            issue.queue = there;
            QCOMPARE(codeOf(house.tell(issue, ann, second).error()), std::string("permission_denied"));
            issue.queue = house.settled(north)->state.queues.begin()->first;
            QVERIFY(house.tell(issue, ann, north));
        }
        // The desks are found again behind a checkpoint.
        House house(databaseIn(folder));
        const SharedDirectory known = house.installation->directory();
        QVERIFY(known->hasDesk(ann, north) && !known->hasDesk(ann, second));
        Agent desk;
        desk.name = "Ann";
        desk.user = ann;
        QVERIFY(house.tell(DefineAgent{desk}, UserId{1}, second));
        IssueTicket issue;
        issue.queue = there;
        QVERIFY(house.tell(issue, ann, second));
    }

    void theNamesOfThoseWhoHaveGoneLeaveWithTheHistory()
    {
        QTemporaryDir folder;
        UserId ann, ben;
        {
            House house(databaseIn(folder));
            const SiteId site = house.addTenant("north");
            const QueueId queue = house.addQueue(site);
            ann = house.addAgent("ann@example.org", site, queue);
            ben = house.addAgent("ben@example.org", site, queue);
            QVERIFY(house.tell(DeleteUser{ann}, house.root));
            house.clock.advance(std::chrono::days(10));
            QVERIFY(house.tell(DeleteUser{ben}, house.root));
        }
        House house(std::make_unique<MemoryStore>());
        // The longest retention in the house is a year.
        house.clock.advance(std::chrono::days(368));
        house.installation = Installation::start(databaseIn(folder), house.clock, {.regularWork = true}, {&house.hasher, &house.sealer, &house.oneTime}).value();
        QVERIFY(house.installation->directory()->profile(ann));
        QTRY_VERIFY(!house.installation->directory()->profile(ann));
        QCOMPARE(house.installation->directory()->profile(ben)->name(), std::string("ben"));
        QVERIFY(house.installation->directory()->user(ann)->removed);
        house.installation.reset();
        const House again(databaseIn(folder));
        QVERIFY(!again.installation->directory()->profile(ann) && again.installation->directory()->profile(ben));
    }

    void agentsOfThoseWhoHaveGoneLeave()
    {
        House house(std::make_unique<MemoryStore>(), {.regularWork = true});
        const SiteId site = house.addTenant("north");
        const UserId ann = house.addAgent("ann@example.org", site, house.addQueue(site));
        QCOMPARE(house.settled(site)->state.agents.size(), std::size_t(1));
        QVERIFY(house.tell(DeleteUser{ann}, house.root));
        QTRY_COMPARE(house.settled(site)->state.agents.size(), std::size_t(0));
    }

    void anAnswerOfBeforeIsToldAgainOnlyWhereOthersConfirmIt()
    {
        const QTemporaryDir folder;
        SiteId site;
        QueueId queue;
        const auto ask = [&](House &house, const CommandId &id, bool isHere) {
            OtherDesktops others;
            others.isHere = isHere;
            house.installation->confirmWith(&others);
            IssueTicket issue;
            issue.queue = queue;
            Command command{id, issue, {}, {}};
            command.site = site;
            command.user = {1};
            auto future = house.installation->submit(std::move(command));
            future.waitForFinished();
            house.installation->confirmWith(nullptr);
            return future.result();
        };
        {
            House house(databaseIn(folder));
            site = house.addTenant("north");
            queue = house.addQueue(site);
            QVERIFY(house.tell(AdmitDevice{Device{std::string(64, 'b'), "DESK-02", "a certificate", false, {}}, Device{std::string(64, 'a'), "DESK-01", "a certificate", false, {}}}, house.root));
            QVERIFY(!ask(house, "lost", false));
        }
        {
            // It stands in the log, and nobody else may have it: somebody may lead since who gives the number to another.
            House house(databaseIn(folder));
            const Answer again = ask(house, "lost", false);
            QVERIFY(!again);
            QCOMPARE(codeOf(again.error()), std::string(replication::peer_failures::notHost.name()));
        }
        House house(databaseIn(folder));
        const Answer answer = ask(house, "lost", true);
        QVERIFY2(answer, answer ? "" : answer.error().code.name().data());
        QCOMPARE(ask(house, "lost", true)->number, answer->number);
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
