#include <QTest>

#include <smartqueue/domain/limits.h>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

namespace {

Agent agentNamed(const std::string &name, std::optional<int> hourlyCost)
{
    Agent agent;
    agent.name = name;
    agent.hourlyCost = hourlyCost;
    return agent;
}

Branch branchWith(std::vector<BreakReason> reasons)
{
    Branch branch;
    branch.name = "Downtown";
    branch.breakReasons = std::move(reasons);
    return branch;
}

} // namespace

/// What an agent's hour costs, and why agents pause.
class TestAgentSetup : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theHourlyCostIsKeptAndCanBeTakenAway()
    {
        World world;
        world.must(DefineAgent{agentNamed("Ann", 23'50)});
        Agent ann = world.state.agents.begin()->second;
        QCOMPARE(ann.hourlyCost, std::optional<int>(23'50));
        world.must(SignIn{ann.id, "1"});
        ann.hourlyCost = 0;
        world.must(DefineAgent{ann});
        QCOMPARE(world.agentOf(ann.id).hourlyCost, std::optional<int>(0));
        ann.hourlyCost.reset();
        world.must(DefineAgent{ann});
        QVERIFY(!world.agentOf(ann.id).hourlyCost);
        // The profile is another matter than the live status.
        QCOMPARE(world.agentOf(ann.id).status, AgentStatus::available);
        const auto again = decodeState(encodeState(world.state));
        QVERIFY(again && encodeState(*again) == encodeState(world.state));
    }

    void aCostBeyondTheLimitsIsRefused()
    {
        World world;
        QCOMPARE(world.refusal(DefineAgent{agentNamed("Ann", -1)}), std::string("out_of_range"));
        QCOMPARE(world.refusal(DefineAgent{agentNamed("Ann", limits::hourlyCost + 1)}), std::string("out_of_range"));
        QCOMPARE(world.refusal(DefineAgent{agentNamed("Ann", limits::hourlyCost)}), std::string());
    }

    void breakReasonsAreKeptInTheirOrder()
    {
        World world;
        world.must(DefineBranch{branchWith({{"  lunch ", 30min}, {"meeting", {}}})});
        const auto &kept = world.state.branch.breakReasons;
        QCOMPARE(kept.size(), 2u);
        QCOMPARE(kept[0].name, std::string("lunch"));
        QVERIFY(kept[0].limit == 30min);
        QCOMPARE(kept[1].name, std::string("meeting"));
        QVERIFY(!kept[1].limit);
        const auto again = decodeState(encodeState(world.state));
        QVERIFY(again && again->branch.breakReasons.size() == 2 && again->branch.breakReasons[0].limit == 30min);
    }

    void wrongBreakReasonsAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("no name") << QStringLiteral("  ") << 0 << QStringLiteral("invalid_value");
        QTest::newRow("too long a name") << QString(121, QLatin1Char('x')) << 0 << QStringLiteral("too_long");
        QTest::newRow("the same name") << QStringLiteral("LUNCH") << 0 << QStringLiteral("name_taken");
        QTest::newRow("a limit below nothing") << QStringLiteral("nap") << -5 << QStringLiteral("out_of_range");
        QTest::newRow("more than a day") << QStringLiteral("nap") << 24 * 60 + 1 << QStringLiteral("out_of_range");
    }

    void wrongBreakReasonsAreRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const int, minutes);
        QFETCH(const QString, refusal);
        World world;
        BreakReason wrong{name.toStdString(), {}};
        if (minutes != 0)
            wrong.limit = std::chrono::minutes(minutes);
        QCOMPARE(QString::fromStdString(world.refusal(DefineBranch{branchWith({{"lunch", 30min}, wrong})})), refusal);
        QVERIFY(world.state.branch.breakReasons.empty());
    }

    void thereAreAtMostFiftyBreakReasons()
    {
        World world;
        std::vector<BreakReason> many;
        for (std::size_t i = 0; i < limits::breakReasons; ++i)
            many.push_back({"reason " + std::to_string(i), {}});
        QCOMPARE(world.refusal(DefineBranch{branchWith(many)}), std::string());
        many.push_back({"one more", {}});
        QCOMPARE(world.refusal(DefineBranch{branchWith(many)}), std::string("out_of_range"));
    }
};

QTEST_APPLESS_MAIN(TestAgentSetup)
#include "tst_agent_setup.moc"
