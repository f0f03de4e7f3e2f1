#include <cmath>

#include <QTest>

#include <smartqueue/analytics/load_balance.h>

#include "branch_builder.h"

using namespace smartqueue;
using namespace smartqueue::analytics;
using smartqueue::testing::BranchBuilder;
using smartqueue::testing::randomBranch;
using namespace std::chrono_literals;

class TestLoadBalance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whenNobodyWaitsTheScoreIsAHundred();
    void theScoreFallsByTenForEachPointBetweenTheRatios();
    void anIdleQueueCountsAsZero();
    void withoutAgentsTheRatioIsTenTimesTheWaiting();
    void theScoreNeverFallsBelowZero();
    void onlyActiveQueuesCount();
    void statesHaveTheirBoundaries();
    void statusesHaveTheirBoundaries();
    void aSingleQueueIsAlwaysInBalance();
    void scoresStayInRange();
};

namespace {

struct TwoQueues {
    BranchBuilder branch;
    QueueId a;
    QueueId b;

    TwoQueues(int waitingA, int agentsA, int waitingB, int agentsB)
    {
        const ServiceId service = branch.service();
        a = branch.queue(service);
        b = branch.queue(service);
        for (int i = 0; i < agentsA; ++i)
            branch.agent({a}, AgentStatus::busy);
        for (int i = 0; i < agentsB; ++i)
            branch.agent({b});
        branch.waitingMany(a, waitingA);
        branch.waitingMany(b, waitingB);
    }
    LoadBalance balance() const { return loadBalanceOf(branch.state, branch.now); }
};

} // namespace

void TestLoadBalance::whenNobodyWaitsTheScoreIsAHundred()
{
    QCOMPARE(TwoQueues(0, 1, 0, 0).balance().score, 100.0);
    QCOMPARE(LoadBalance(loadBalanceOf(BranchBuilder().state, {})).score, 100.0);
}

void TestLoadBalance::theScoreFallsByTenForEachPointBetweenTheRatios()
{
    const LoadBalance balance = TwoQueues(5, 2, 1, 2).balance();
    QCOMPARE(balance.queues.at(0).ratio, 2.5);
    QCOMPARE(balance.queues.at(1).ratio, 0.5);
    QCOMPARE(balance.score, 80.0);
}

void TestLoadBalance::anIdleQueueCountsAsZero()
{
    // The web product left idle queues out and gave ten waiting beside an idle counter a hundred.
    const LoadBalance balance = TwoQueues(10, 1, 0, 1).balance();
    QCOMPARE(balance.score, 0.0);
    QVERIFY(balance.status == LoadBalance::Status::critical);
    QCOMPARE(balance.queues.size(), std::size_t(2));
}

void TestLoadBalance::withoutAgentsTheRatioIsTenTimesTheWaiting()
{
    const LoadBalance balance = TwoQueues(1, 0, 0, 1).balance();
    QCOMPARE(balance.queues.at(0).ratio, 10.0);
    QCOMPARE(balance.queues.at(0).availableAgents, 0);
}

void TestLoadBalance::theScoreNeverFallsBelowZero()
{
    QCOMPARE(TwoQueues(50, 0, 0, 1).balance().score, 0.0);
}

void TestLoadBalance::onlyActiveQueuesCount()
{
    TwoQueues two(5, 1, 0, 1);
    for (const QueueStatus status : {QueueStatus::paused, QueueStatus::closed}) {
        two.branch.at(two.b).config.status = status;
        QCOMPARE(two.balance().queues.size(), std::size_t(1));
        QCOMPARE(two.balance().score, 100.0);
    }
}

void TestLoadBalance::statesHaveTheirBoundaries()
{
    QVERIFY(loadStateOf(0) == QueueLoad::State::underloaded);
    QVERIFY(loadStateOf(1.49) == QueueLoad::State::underloaded);
    QVERIFY(loadStateOf(1.5) == QueueLoad::State::balanced);
    QVERIFY(loadStateOf(3.0) == QueueLoad::State::balanced);
    QVERIFY(loadStateOf(3.01) == QueueLoad::State::overloaded);
    QCOMPARE(std::string(nameOf(QueueLoad::State::underloaded)), std::string("underloaded"));
    QCOMPARE(std::string(nameOf(QueueLoad::State::overloaded)), std::string("overloaded"));
}

void TestLoadBalance::statusesHaveTheirBoundaries()
{
    const auto statusAt = [](int waiting, int agents) { return std::string(nameOf(TwoQueues(waiting, agents, 0, 1).balance().status)); };
    QCOMPARE(statusAt(2, 1), std::string("optimal"));
    QCOMPARE(statusAt(21, 10), std::string("needs_balancing"));
    QCOMPARE(statusAt(5, 1), std::string("needs_balancing"));
    QCOMPARE(statusAt(51, 10), std::string("critical"));
}

void TestLoadBalance::aSingleQueueIsAlwaysInBalance()
{
    BranchBuilder branch;
    branch.waitingMany(branch.queue(branch.service()), 40);
    QCOMPARE(loadBalanceOf(branch.state, branch.now).score, 100.0);
}

void TestLoadBalance::scoresStayInRange()
{
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const BranchBuilder branch = randomBranch(seed);
        const double score = loadBalanceOf(branch.state, branch.now).score;
        QVERIFY2(score >= 0 && score <= 100 && std::isfinite(score), qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

QTEST_APPLESS_MAIN(TestLoadBalance)
#include "tst_load_balance.moc"
