#include <QTest>

#include <smartqueue/analytics/health.h>

#include "branch_builder.h"

using namespace smartqueue;
using namespace smartqueue::analytics;
using smartqueue::testing::BranchBuilder;
using smartqueue::testing::randomBranch;
using namespace std::chrono_literals;
using Cause = QueueHealth::Cause;

class TestHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuietQueueIsHealthy();
    void capacityUseCostsAboveSeventyAndNinetyPercent_data();
    void capacityUseCostsAboveSeventyAndNinetyPercent();
    void withoutACapacityNothingIsLostToIt();
    void eachLateTicketCostsFiveUpToForty_data();
    void eachLateTicketCostsFiveUpToForty();
    void aTicketIsLateOnlyWhenMoreThanTheSlaHasGoneBy();
    void withoutAnAgentFiftyAreLost();
    void aQueueWhoseOnlyAgentIsServingIsNotWithoutAgents();
    void aPausedAgentIsNotAvailable();
    void theScoreNeverFallsBelowZero();
    void statusesFollowTheThresholds();
    void theCapacityAlertFiresAtNinetyPercent();
    void theSlaAlertIsSevereWhenMoreThanHalfAreLate();
    void theNoAgentsAlertFiresWhenSomeoneWaitsForNobody();
    void theWaitAlertFiresAboveTwiceTheSla();
    void theWaitAlertLooksAtTheFirstTen();
    void withNobodyOnDutyThereIsNoEstimate();
    void whoIsBusyWithoutATicketServesNobody();
    void reservedTicketsAreCounted();
    void theLoadRatioIsWaitingPerAgent();
    void onTimeIsAShareOfTheServed();
    void causes();
    void theOverviewCountsQueuesWithAlerts();
    void theOverviewSaysOfEachQueueWhatItsHealthSays();
    void aThousandQueues();
};

namespace {

struct Counter {
    BranchBuilder branch;
    QueueId queue;

    explicit Counter(int agents = 1, std::chrono::seconds sla = 600s)
    {
        queue = branch.queue(branch.service(sla));
        for (int i = 0; i < agents; ++i)
            branch.agent({queue}, AgentStatus::busy);
        // Short enough that the wait alert stays out of the way.
        branch.served(queue, 1s);
    }
    QueueHealth health() const { return healthOf(branch.state, queue, branch.now); }
};

const AlertFinding *finding(const QueueHealth &health, AlertType type)
{
    for (const AlertFinding &found : health.alerts) {
        if (found.type == type)
            return &found;
    }
    return nullptr;
}

} // namespace

void TestHealth::aQuietQueueIsHealthy()
{
    const QueueHealth health = Counter().health();
    QCOMPARE(health.score, 100);
    QVERIFY(health.healthStatus == QueueHealth::Status::good);
    QVERIFY(health.alerts.empty());
    QCOMPARE(health.breachRate, 0.0);
    QVERIFY(!health.onTimeShare);
}

void TestHealth::capacityUseCostsAboveSeventyAndNinetyPercent_data()
{
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("score");
    QTest::newRow("empty") << 0 << 20 << 100;
    QTest::newRow("70 %") << 14 << 20 << 100;
    QTest::newRow("75 %") << 15 << 20 << 85;
    QTest::newRow("90 %") << 18 << 20 << 85;
    QTest::newRow("95 %") << 19 << 20 << 70;
    QTest::newRow("over full") << 25 << 20 << 70;
    QTest::newRow("just above 70 %") << 701 << 1000 << 85;
    QTest::newRow("just above 90 %") << 901 << 1000 << 70;
}

void TestHealth::capacityUseCostsAboveSeventyAndNinetyPercent()
{
    QFETCH(int, waiting);
    QFETCH(int, capacity);
    Counter counter(1, 86'400s);
    counter.branch.at(counter.queue).config.maxCapacity = capacity;
    counter.branch.waitingMany(counter.queue, waiting);
    QTEST(counter.health().score, "score");
}

void TestHealth::withoutACapacityNothingIsLostToIt()
{
    Counter counter(1, 86'400s);
    counter.branch.waitingMany(counter.queue, 2000);
    QCOMPARE(counter.health().score, 100);
}

void TestHealth::eachLateTicketCostsFiveUpToForty_data()
{
    QTest::addColumn<int>("late");
    QTest::addColumn<int>("score");
    QTest::newRow("one") << 1 << 95;
    QTest::newRow("seven") << 7 << 65;
    QTest::newRow("eight") << 8 << 60;
    QTest::newRow("nine") << 9 << 60;
    QTest::newRow("a hundred") << 100 << 60;
}

void TestHealth::eachLateTicketCostsFiveUpToForty()
{
    QFETCH(int, late);
    Counter counter;
    counter.branch.waitingMany(counter.queue, late, 600s);
    QCOMPARE(counter.health().late, late);
    QCOMPARE(counter.health().breachRate, 1.0);
    QTEST(counter.health().score, "score");
}

void TestHealth::aTicketIsLateOnlyWhenMoreThanTheSlaHasGoneBy()
{
    Counter counter;
    counter.branch.waiting(counter.queue, 600s);
    QCOMPARE(counter.health().late, 0);
    counter.branch.waiting(counter.queue, 600'001ms);
    QCOMPARE(counter.health().late, 1);
    QCOMPARE(counter.health().breachRate, 0.5);
}

void TestHealth::withoutAnAgentFiftyAreLost()
{
    // The web product counted no agent as one: the score stayed 100 and the alert never fired.
    const QueueHealth health = Counter(0).health();
    QCOMPARE(health.score, 50);
    QVERIFY(health.healthStatus == QueueHealth::Status::warning);
}

void TestHealth::aQueueWhoseOnlyAgentIsServingIsNotWithoutAgents()
{
    Counter counter(1);
    counter.branch.waiting(counter.queue, 1s);
    const QueueHealth health = counter.health();
    QCOMPARE(health.availableAgents, 1);
    QCOMPARE(health.freeAgents, 0);
    QCOMPARE(health.score, 100);
    QVERIFY(!finding(health, AlertType::noAgents));
}

void TestHealth::aPausedAgentIsNotAvailable()
{
    Counter counter(0);
    counter.branch.agent({counter.queue}, AgentStatus::paused);
    counter.branch.waiting(counter.queue, 1s);
    const QueueHealth health = counter.health();
    QCOMPARE(health.assignedAgents, 1);
    QCOMPARE(health.availableAgents, 0);
    QVERIFY(finding(health, AlertType::noAgents));
}

void TestHealth::theScoreNeverFallsBelowZero()
{
    Counter counter(0);
    counter.branch.at(counter.queue).config.maxCapacity = 10;
    counter.branch.waitingMany(counter.queue, 10, 600s);
    QCOMPARE(counter.health().score, 0);
    QVERIFY(counter.health().healthStatus == QueueHealth::Status::critical);
}

void TestHealth::statusesFollowTheThresholds()
{
    const auto statusWith = [](int agents, int late, int capacity) {
        Counter counter(agents);
        counter.branch.waitingMany(counter.queue, late, 600s);
        if (capacity > 0)
            counter.branch.at(counter.queue).config.maxCapacity = capacity;
        return std::pair(counter.health().score, std::string(nameOf(counter.health().healthStatus)));
    };
    QCOMPARE(statusWith(1, 8, 0), std::pair(60, std::string("good")));
    QCOMPARE(statusWith(1, 8, 10), std::pair(45, std::string("warning")));
    QCOMPARE(statusWith(0, 4, 0), std::pair(30, std::string("warning")));
    QCOMPARE(statusWith(0, 5, 0), std::pair(25, std::string("critical")));
}

void TestHealth::theCapacityAlertFiresAtNinetyPercent()
{
    Counter counter(1, 86'400s);
    counter.branch.at(counter.queue).config.maxCapacity = 20;
    counter.branch.waitingMany(counter.queue, 17);
    QVERIFY(!finding(counter.health(), AlertType::capacity));
    counter.branch.waiting(counter.queue);
    const QueueHealth health = counter.health();
    const AlertFinding *found = finding(health, AlertType::capacity);
    QVERIFY(found);
    QVERIFY(found->severity == Severity::high);
    QCOMPARE(found->value, 18.0);
}

void TestHealth::theSlaAlertIsSevereWhenMoreThanHalfAreLate()
{
    Counter counter;
    counter.branch.waitingMany(counter.queue, 2, 600s);
    counter.branch.waitingMany(counter.queue, 2);
    QueueHealth health = counter.health();
    QVERIFY(finding(health, AlertType::slaBreach));
    QVERIFY(finding(health, AlertType::slaBreach)->severity == Severity::medium);
    counter.branch.waiting(counter.queue, 700s);
    health = counter.health();
    QVERIFY(finding(health, AlertType::slaBreach)->severity == Severity::high);
    QCOMPARE(finding(health, AlertType::slaBreach)->value, 3.0);
}

void TestHealth::theNoAgentsAlertFiresWhenSomeoneWaitsForNobody()
{
    Counter counter(0);
    QVERIFY(!finding(counter.health(), AlertType::noAgents));
    counter.branch.waiting(counter.queue);
    const QueueHealth health = counter.health();
    QVERIFY(finding(health, AlertType::noAgents));
    QVERIFY(finding(health, AlertType::noAgents)->severity == Severity::critical);
}

void TestHealth::theWaitAlertFiresAboveTwiceTheSla()
{
    // Two waiting have a mean of half a service before them: above 2 × 600 s only when a service takes more than 2,400 s.
    for (const auto &[service, fires] : {std::pair(2400s, false), std::pair(2401s, true)}) {
        BranchBuilder branch;
        const QueueId queue = branch.queue(branch.service(600s));
        branch.agent({queue});
        branch.served(queue, service);
        branch.waitingMany(queue, 2);
        const QueueHealth health = healthOf(branch.state, queue, branch.now);
        QCOMPARE(finding(health, AlertType::highWaitTime) != nullptr, fires);
        if (fires)
            QVERIFY(finding(health, AlertType::highWaitTime)->severity == Severity::medium);
    }
}

void TestHealth::theWaitAlertLooksAtTheFirstTen()
{
    BranchBuilder branch;
    const QueueId queue = branch.queue(branch.service(600s));
    branch.agent({queue});
    branch.agent({queue});
    branch.served(queue, 100s);
    branch.waitingMany(queue, 10);
    QCOMPARE(healthOf(branch.state, queue, branch.now).meanEtaOfFirst, 225.0);
    branch.waitingMany(queue, 90);
    QCOMPARE(healthOf(branch.state, queue, branch.now).meanEtaOfFirst, 225.0);
}

void TestHealth::withNobodyOnDutyThereIsNoEstimate()
{
    Counter counter(0);
    counter.branch.waitingMany(counter.queue, 10);
    const QueueHealth health = counter.health();
    QVERIFY(!health.eta);
    QVERIFY(!health.newArrival);
    QVERIFY(!finding(health, AlertType::highWaitTime));
}

void TestHealth::whoIsBusyWithoutATicketServesNobody()
{
    Counter counter(0);
    const AgentId agent = counter.branch.agent({counter.queue}, AgentStatus::busy);
    QCOMPARE(counter.health().availableAgents, 1);
    counter.branch.state.agents.at(agent).current = {};
    counter.branch.waiting(counter.queue);
    QCOMPARE(counter.health().availableAgents, 0);
    QVERIFY(finding(counter.health(), AlertType::noAgents));
}

void TestHealth::reservedTicketsAreCounted()
{
    Counter counter(0);
    const AgentId agent = counter.branch.agent({counter.queue}, AgentStatus::busy);
    counter.branch.reserved(counter.queue, agent, 700s);
    counter.branch.waiting(counter.queue, 5s);
    QCOMPARE(counter.health().waiting, 2);
    QCOMPARE(counter.health().late, 1);
}

void TestHealth::theLoadRatioIsWaitingPerAgent()
{
    Counter two(2);
    two.branch.waitingMany(two.queue, 5);
    QCOMPARE(two.health().loadRatio, 2.5);
    Counter none(0);
    none.branch.waitingMany(none.queue, 5);
    QCOMPARE(none.health().loadRatio, 50.0);
}

void TestHealth::onTimeIsAShareOfTheServed()
{
    // The web product mixed seconds and minutes and printed 0 %.
    Counter counter;
    counter.branch.at(counter.queue).today.served = 20;
    counter.branch.at(counter.queue).today.onTime = 17;
    QCOMPARE(counter.health().onTimeShare.value(), 0.85);
}

void TestHealth::causes()
{
    QVERIFY(Counter(1).health().cause == Cause::quiet);
    QVERIFY(Counter(0).health().cause == Cause::noAgents);
    Counter counter(1);
    counter.branch.waitingMany(counter.queue, 3);
    QVERIFY(counter.health().cause == Cause::withinTarget);
    counter.branch.waiting(counter.queue);
    QVERIFY(counter.health().cause == Cause::busy);
    counter.branch.at(counter.queue).config.maxCapacity = 5;
    QVERIFY(counter.health().cause == Cause::nearlyFull);
    counter.branch.waiting(counter.queue, 700s);
    QVERIFY(counter.health().cause == Cause::late);
    counter.branch.at(counter.queue).config.status = QueueStatus::closed;
    QVERIFY(counter.health().cause == Cause::closed);
    counter.branch.at(counter.queue).config.status = QueueStatus::paused;
    QVERIFY(counter.health().cause == Cause::paused);
    QCOMPARE(std::string(nameOf(Cause::withinTarget)), std::string("within_target"));
}

void TestHealth::theOverviewCountsQueuesWithAlerts()
{
    BranchBuilder branch;
    const ServiceId service = branch.service();
    const QueueId quiet = branch.queue(service);
    const QueueId deserted = branch.queue(service);
    branch.agent({quiet});
    branch.waiting(deserted);
    const Overview overview = overviewOf(branch.state, branch.now);
    QCOMPARE(overview.totalQueues, 2);
    QCOMPARE(overview.queuesWithAlerts, 1);
    QCOMPARE(overview.at, branch.now);
    QCOMPARE(overview.queues.size(), std::size_t(2));
}

void TestHealth::theOverviewSaysOfEachQueueWhatItsHealthSays()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const BranchBuilder branch = randomBranch(seed);
        for (const QueueHealth &all : overviewOf(branch.state, branch.now).queues) {
            const QueueHealth one = healthOf(branch.state, all.id, branch.now);
            const QByteArray label = QStringLiteral("seed %1").arg(seed).toUtf8();
            QVERIFY2(all.score == one.score && all.alerts.size() == one.alerts.size() && all.eta == one.eta, label.constData());
            QVERIFY2(all.onDuty == one.onDuty && all.assignedAgents == one.assignedAgents, label.constData());
            QVERIFY2(all.score >= 0 && all.score <= 100 && all.breachRate >= 0 && all.breachRate <= 1, label.constData());
        }
    }
}

void TestHealth::aThousandQueues()
{
    BranchBuilder branch;
    const ServiceId service = branch.service();
    for (int i = 0; i < 1000; ++i) {
        const QueueId queue = branch.queue(service, Discipline(i % 3));
        branch.served(queue, 180s);
        branch.at(queue).config.maxCapacity = 20;
        branch.agent({queue}, AgentStatus::busy);
        branch.agent({queue});
        for (int t = 0; t < 10; ++t)
            branch.waiting(queue, std::chrono::seconds(100 * t), t % 3);
    }
    QBENCHMARK {
        QCOMPARE(overviewOf(branch.state, branch.now).totalQueues, 1000);
    }
}

QTEST_APPLESS_MAIN(TestHealth)
#include "tst_health.moc"
