#include <algorithm>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/engine/past_state.h>

#include "house.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr char family[] = "Vandersloot";
constexpr char whole[] = "Wilhelmina Vandersloot";

/// An invited agent at work: every act that once wrote the name down.
struct Work {
    House &house;
    SiteId site;
    QueueId queue;
    AgentId agent;
    UserId user;

    explicit Work(House &in) : house(in), site(house.addTenant("north")), queue(house.addQueue(site))
    {
        (void)house.settled(site);
        InviteAgent invite{{"wilhelmina@example.org", "Wilhelmina", family, {}}, house.installation->directory()->site(site)->tenant, {queue}};
        user = UserId{house.tell(invite, house.root, site)->entity};
        agent = house.settled(site)->state.agents.begin()->first;
    }

    bool act()
    {
        IssueTicket issue;
        issue.queue = queue;
        Agent skilled = *house.settled(site)->state.agent(agent);
        skilled.skills = {"german"};
        return house.tell(DefineAgent{skilled}, house.root, site) && house.tell(SignIn{agent, "1"}, house.root, site)
            && house.tell(issue, house.root, site) && house.tell(CallNext{agent}, house.root, site) && house.tell(Undo{}, house.root, site)
            && house.tell(SignOut{agent}, house.root, site);
    }

    std::string shown() const { return house.settled(site)->state.agent(agent)->name; }
};

/// What lies in the files of the database, the log of the running one included.
QByteArray bytesIn(const QTemporaryDir &folder)
{
    QByteArray bytes;
    const QDir files(folder.path());
    for (const QString &name : files.entryList({QStringLiteral("branch.db*")}, QDir::Files)) {
        QFile file(files.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

} // namespace

/// What an agent with an account is called stands beside the log, and leaves it.
class TestAgentNames final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void neitherTheLogNorACheckpointHoldsTheName()
    {
        QTemporaryDir folder;
        {
            House house(databaseIn(folder));
            Work work(house);
            QVERIFY(work.act());
            QCOMPARE(work.shown(), std::string(whole));
        }
        const auto store = databaseIn(folder);
        int definitions = 0;
        int undone = 0;
        QVERIFY(store->log().read(0, [&](const EventBatch &batch) {
            const std::string said = codec::encodeEvents(batch.events) + codec::encodeEvents(batch.before);
            definitions += int(batch.kind == "define_agent" || batch.kind == "invite_agent");
            undone += int(batch.kind == "undo");
            return said.find(family) == std::string::npos;
        }));
        QCOMPARE(definitions, 2);
        QCOMPARE(undone, 1);
        const auto checkpoint = store->log().checkpoint().value();
        QVERIFY(checkpoint);
        const QByteArray state = qUncompress(QByteArray::fromStdString(checkpoint->state));
        QVERIFY(state.contains("\"agents\""));
        QVERIFY(!state.contains(family));
        const auto beside = store->log().personal(profilePrefix).value();
        QVERIFY(std::any_of(beside.begin(), beside.end(), [](const PersonalDatum &datum) { return datum.text.find(family) != std::string::npos; }));
    }

    void whoeverLooksSeesTheName()
    {
        QTemporaryDir folder;
        SiteId site;
        AgentId agent;
        Instant then{};
        {
            House house(databaseIn(folder));
            std::vector<std::string> announced;
            QObject listener;
            QObject::connect(house.installation.get(), &Installation::eventsCommitted, &listener,
                             [&](SiteId, const std::shared_ptr<const std::vector<EventBatch>> &batches) {
                                 for (const EventBatch &batch : *batches) {
                                     for (const Event &event : batch.events) {
                                         if (const auto *defined = std::get_if<AgentDefined>(&event))
                                             announced.push_back(defined->agent.name);
                                     }
                                 }
                             });
            Work work(house);
            QVERIFY(work.act());
            QTRY_COMPARE(announced, (std::vector<std::string>{whole, whole}));
            site = work.site;
            agent = work.agent;
            then = house.clock.now();
            house.clock.advance(1h);
            UpdateUser married{work.user, {"wilhelmina@example.org", "Wilhelmina", "Brandt", {}}};
            QVERIFY(house.tell(married, house.root));
            QCOMPARE(work.shown(), std::string("Wilhelmina Brandt"));
            // To take an act back of before gives nobody their old name.
            Agent renamed = *house.settled(site)->state.agent(agent);
            renamed.name = "Somebody else";
            QVERIFY(house.tell(DefineAgent{renamed}, house.root, site));
            QCOMPARE(work.shown(), std::string("Wilhelmina Brandt"));
        }
        const House again(databaseIn(folder));
        QCOMPARE(again.installation->snapshot(site)->state.agent(agent)->name, std::string("Wilhelmina Brandt"));
        const auto reader = again.installation->openReader(site).value();
        QCOMPARE(QByteArray::fromStdString(stateAt(*reader, then)->agent(agent)->name), QByteArray("Wilhelmina Brandt"));
        std::vector<std::string> told;
        QVERIFY(reader->readLog(0, std::nullopt, [&](const EventBatch &batch) {
            for (const Event &event : batch.events) {
                if (const auto *defined = std::get_if<AgentDefined>(&event))
                    told.push_back(defined->agent.name);
            }
            return true;
        }));
        QCOMPARE(told, std::vector<std::string>(3, "Wilhelmina Brandt"));
    }

    void theNameLeavesTheFileWithTheRetention()
    {
        QTemporaryDir folder;
        UserId user;
        {
            House house(databaseIn(folder));
            Work work(house);
            user = work.user;
            QVERIFY(work.act());
            QVERIFY(house.tell(DeleteUser{user}, house.root));
        }
        QVERIFY(bytesIn(folder).contains(family));
        {
            House house(std::make_unique<MemoryStore>());
            house.clock.advance(std::chrono::days(368));
            house.installation = Installation::start(databaseIn(folder), house.clock, {.regularWork = true}, {&house.hasher, &house.sealer, &house.oneTime}).value();
            QVERIFY(house.installation->directory()->profile(user));
            QTRY_VERIFY(!house.installation->directory()->profile(user));
        }
        QVERIFY(!bytesIn(folder).contains(family));
        QVERIFY(databaseIn(folder)->check().value().empty());
    }

    void twoOfOneNameAreToldApart()
    {
        House house(std::make_unique<MemoryStore>());
        Work work(house);
        InviteAgent twin{{"other@example.org", "WILHELMINA", family, {}}, house.installation->directory()->site(work.site)->tenant, {}};
        QVERIFY(house.tell(twin, house.root, work.site));
        const auto names = [&] {
            std::vector<std::string> all;
            for (const auto &[id, agent] : house.settled(work.site)->state.agents)
                all.push_back(agent.name);
            return all;
        };
        QCOMPARE(names(), (std::vector<std::string>{whole, "WILHELMINA Vandersloot (other@example.org)"}));
        QVERIFY(house.tell(UpdateUser{work.user, {"wilhelmina@example.org", "Mina", family, {}}}, house.root));
        QCOMPARE(names(), (std::vector<std::string>{"Mina Vandersloot", "WILHELMINA Vandersloot"}));
        // An agent without an account has a name of its own, and it is kept.
        Agent own;
        own.name = "Counter help";
        QVERIFY(house.tell(DefineAgent{own}, house.root, work.site));
        QCOMPARE(names().back(), std::string("Counter help"));
    }

    void anotherDesktopLearnsTheNameWithTheAccount()
    {
        auto store = std::make_unique<MemoryStore>();
        MemoryStore &disk = *store;
        House house(std::move(store));
        Work work(house);
        QVERIFY(work.act());
        const auto second = Installation::start(std::make_unique<MemoryStore>(), house.clock, quietEngine(), {&house.hasher, &house.sealer, &house.oneTime}).value();
        auto groups = disk.openTail().value()->read(Position{}, std::size_t(1) << 24).value();
        QVERIFY(groups && !groups->empty());
        auto following = second->follow(std::move(*groups));
        following.waitForFinished();
        QVERIFY(following.result());
        auto settled = second->settledSnapshot(work.site);
        settled.waitForFinished();
        QCOMPARE(settled.result()->state.agent(work.agent)->name, std::string(whole));
    }

    void anOlderLogThatSaysTheNameIsOverruled()
    {
        auto store = std::make_unique<MemoryStore>();
        Agent agent;
        agent.id = AgentId{7};
        agent.user = UserId{1};
        agent.name = "Wilma of before";
        Agent free;
        free.id = AgentId{8};
        free.name = "Nobody’s account";
        CommitGroup group;
        group.batches.push_back({1, TestBranch::opening, {}, {}, "define_agent", {AgentDefined{agent}, AgentDefined{free}}});
        group.personal.push_back({profileKey(UserId{1}), accounts::encode(Profile{"wilhelmina@example.org", "Wilhelmina", family, {}})});
        QVERIFY(store->log().append(group));
        const House house(std::move(store), quietEngine(), false);
        const auto &agents = house.installation->snapshot(firstSite)->state.agents;
        QCOMPARE(agents.at(AgentId{7}).name, std::string(whole));
        QCOMPARE(agents.at(AgentId{8}).name, std::string("Nobody’s account"));
    }
};

QTEST_GUILESS_MAIN(TestAgentNames)
#include "tst_agent_names.moc"
