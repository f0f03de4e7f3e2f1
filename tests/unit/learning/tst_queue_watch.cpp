#include <QTest>

#include <smartqueue/learning/queue_watch.h>

using namespace smartqueue;
using namespace smartqueue::learning;
using namespace std::chrono_literals;

class TestQueueWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFeatureHasAName();
    void whoCameBeforeIsAhead();
    void highPriorityIsAheadByItsHeadStart();
    void whoWasCalledOrLeftIsNotAhead();
    void busyAgentsAreOnDuty();
    void agentsAreOnDutyForAQuarterOfAnHour();
    void agentsWithoutANameAreCounted();
    void anAgentServesTheQueuesSeenToServe();
    void servicesAreMeasuredFromCallToEnd();
    void patienceNeedsTenAbandonments();
    void headOfLineAndLastCalled();
    void someoneFreeAndNobodyAhead();
};

namespace {

constexpr Instant start{std::chrono::sys_days(std::chrono::year(2026) / 1 / 5) + std::chrono::hours(9)};

Newcomer newcomer(std::size_t queue, Duration after, int priority = 0)
{
    const Instant at = start + after;
    return {queue, priority, at, TimeZone().toLocal(at)};
}

} // namespace

void TestQueueWatch::everyFeatureHasAName()
{
    const QueueWatch watch(3, 0s);
    const auto &names = QueueWatch::featureNames();
    QCOMPARE(watch.situation(newcomer(1, 0s)).features.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i)
        QCOMPARE(std::count(names.begin(), names.end(), names[i]), std::ptrdiff_t(1));
}

void TestQueueWatch::whoCameBeforeIsAhead()
{
    QueueWatch watch(2, 0s);
    watch.arrive(1, 0, 0, start);
    watch.arrive(2, 0, 0, start + 10s);
    watch.arrive(3, 1, 0, start + 20s);
    const WaitSituation situation = watch.situation(newcomer(0, 30s));
    QCOMPARE(situation.own.ahead, 2);
    QCOMPARE(situation.whole.ahead, 3);
}

void TestQueueWatch::highPriorityIsAheadByItsHeadStart()
{
    QueueWatch watch(1, 90s);
    watch.arrive(1, 0, 0, start);
    watch.arrive(2, 0, 0, start + 60s);
    QCOMPARE(watch.situation(newcomer(0, 100s, 5)).whole.ahead, 1);
    QCOMPARE(watch.situation(newcomer(0, 100s, 4)).whole.ahead, 2);
    watch.arrive(3, 0, 5, start + 100s);
    QCOMPARE(watch.situation(newcomer(0, 101s)).whole.ahead, 3);
}

void TestQueueWatch::whoWasCalledOrLeftIsNotAhead()
{
    QueueWatch watch(1, 0s);
    watch.arrive(1, 0, 0, start);
    watch.arrive(2, 0, 0, start);
    watch.arrive(3, 0, 0, start);
    watch.call(1, 0, start + 10s);
    watch.leave(3, start + 20s);
    QCOMPARE(watch.situation(newcomer(0, 30s)).whole.ahead, 1);
}

void TestQueueWatch::busyAgentsAreOnDuty()
{
    QueueWatch watch(1, 0s);
    for (std::size_t i = 0; i < 3; ++i) {
        watch.arrive(i, 0, 0, start);
        watch.call(i, i, start);
    }
    // A service that takes hours does not send its agent home.
    QCOMPARE(watch.situation(newcomer(0, 5h)).whole.agents, 3);
}

void TestQueueWatch::agentsAreOnDutyForAQuarterOfAnHour()
{
    QueueWatch watch(1, 0s);
    for (std::size_t i = 0; i < 2; ++i) {
        watch.arrive(i, 0, 0, start);
        watch.call(i, i, start);
    }
    watch.finish(0, start + 1min);
    watch.finish(1, start + 5min);
    QCOMPARE(watch.situation(newcomer(0, 16min)).whole.agents, 2);
    QCOMPARE(watch.situation(newcomer(0, 17min)).whole.agents, 1);
}

void TestQueueWatch::agentsWithoutANameAreCounted()
{
    QueueWatch watch(1, 0s);
    for (std::size_t i = 0; i < 3; ++i) {
        watch.arrive(i, 0, 0, start);
        watch.call(i, std::nullopt, start);
    }
    QCOMPARE(watch.situation(newcomer(0, 1min)).whole.agents, 3);
    watch.finish(1, start + 2min);
    watch.arrive(7, 0, 0, start + 3min);
    watch.call(7, std::nullopt, start + 3min);
    QCOMPARE(watch.situation(newcomer(0, 4min)).whole.agents, 3);
}

void TestQueueWatch::anAgentServesTheQueuesSeenToServe()
{
    QueueWatch watch(2, 0s);
    watch.arrive(0, 0, 0, start);
    watch.arrive(1, 1, 0, start);
    watch.arrive(2, 1, 0, start);
    watch.call(0, 10, start);
    watch.call(1, 11, start);
    const WaitSituation situation = watch.situation(newcomer(0, 10s));
    QCOMPARE(situation.own.agents, 1);
    QCOMPARE(situation.whole.agents, 2);
    // Nobody who serves the other queue serves this one.
    QCOMPARE(situation.own.ahead, 0);
    QCOMPARE(situation.whole.ahead, 1);
}

void TestQueueWatch::servicesAreMeasuredFromCallToEnd()
{
    QueueWatch watch(2, 0s);
    watch.arrive(0, 0, 0, start);
    watch.call(0, 0, start + 30s);
    watch.finish(0, start + 90s);
    const WaitSituation situation = watch.situation(newcomer(0, 2min));
    for (const double mean : situation.own.meanService)
        QCOMPARE(mean, 60.0);
    QCOMPARE(situation.meanOfLast50, 60.0);
    // A queue that was never served takes what is usual.
    QCOMPARE(watch.situation(newcomer(1, 2min)).own.meanService[0], 60.0);
}

void TestQueueWatch::patienceNeedsTenAbandonments()
{
    QueueWatch watch(1, 0s);
    for (std::size_t i = 0; i < 10; ++i) {
        watch.arrive(i, 0, 0, start + std::chrono::minutes(i));
        QCOMPARE(watch.situation(newcomer(0, std::chrono::minutes(i))).whole.patienceRate, 0.0);
        watch.leave(i, start + std::chrono::minutes(i) + 50s);
    }
    QCOMPARE(watch.situation(newcomer(0, 1h)).whole.patienceRate, 10 / 500.0);
}

void TestQueueWatch::headOfLineAndLastCalled()
{
    QueueWatch watch(1, 0s);
    watch.arrive(0, 0, 0, start);
    watch.arrive(1, 0, 0, start + 20s);
    watch.call(0, 0, start + 50s);
    const WaitSituation situation = watch.situation(newcomer(0, 60s));
    QCOMPARE(situation.lastCalled, 50.0);
    QCOMPARE(situation.headOfLine, 40.0);
}

void TestQueueWatch::someoneFreeAndNobodyAhead()
{
    QueueWatch watch(1, 0s);
    watch.arrive(0, 0, 0, start);
    watch.call(0, 0, start);
    QVERIFY(!watch.situation(newcomer(0, 10s)).agentFree);
    watch.finish(0, start + 20s);
    QVERIFY(watch.situation(newcomer(0, 30s)).agentFree);
    watch.arrive(1, 0, 0, start + 40s);
    QVERIFY(!watch.situation(newcomer(0, 50s)).agentFree);
}

QTEST_GUILESS_MAIN(TestQueueWatch)
#include "tst_queue_watch.moc"
