#include <cmath>

#include <QTest>

#include <smartqueue/simulation/closing.h>

#include "branch_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using smartqueue::testing::BranchHouse;
using namespace std::chrono_literals;

/// When the last ticket is to be issued.
class TestClosing final : public QObject {
    Q_OBJECT

    static ClosingAdvice adviceOf(const BranchHouse &house, const RolloutPlan &plan, Duration clearing)
    {
        const auto advice = adviseClosing(house.state, house.zone, house.model, plan, plan.until + clearing);
        if (!advice || !*advice)
            qFatal("no advice");
        return **advice;
    }

    static Instant outAt(const RolloutPlan &plan, double seconds) { return plan.now + Duration(std::llround(seconds * 1000)); }

private Q_SLOTS:
    void aCrowdedBranchStopsBeforeItsDoorsShut()
    {
        BranchHouse house;
        const QueueId queue = house.queue(25, 3min);
        house.agent({queue});
        const RolloutPlan plan = house.plan(4h, 100);
        const ClosingAdvice advice = adviceOf(house, plan, 15min);
        QVERIFY(advice.stopAt < plan.until && advice.stopAt > plan.now);
        QVERIFY(!advice.isTooLate);
        QCOMPARE(advice.stopAt.time_since_epoch() % 5min, Duration(0));

        // It holds, and five minutes more would not.
        RolloutPlan until = plan;
        until.until = advice.stopAt;
        QVERIFY(outAt(plan, house.study(until).asIs.lastOut.dayHigh) <= plan.until + 15min);
        until.until += 5min;
        QVERIFY(outAt(plan, house.study(until).asIs.lastOut.dayHigh) > plan.until + 15min);
    }

    void anIdleBranchIssuesUntilItsDoorsShut()
    {
        BranchHouse house;
        const QueueId queue = house.queue(4, 2min);
        house.agents(3, {queue});
        const RolloutPlan plan = house.plan(2h, 100);
        const ClosingAdvice advice = adviceOf(house, plan, 15min);
        QVERIFY(advice.stopAt == plan.until);
        QVERIFY(!advice.isTooLate);
    }

    void itCanBeTooLateAlready()
    {
        BranchHouse house;
        const QueueId queue = house.queue(10, 10min);
        house.agent({queue});
        for (int i = 0; i < 20; ++i) {
            IssueTicket issue;
            issue.queue = queue;
            house.tell(issue);
        }
        const RolloutPlan plan = house.plan(1h, 100);
        const ClosingAdvice advice = adviceOf(house, plan, 15min);
        QVERIFY(advice.isTooLate);
        QVERIFY(advice.stopAt == plan.now);
        // Twenty services of ten minutes by one agent.
        QVERIFY(std::abs(advice.lastOut.mean - 12000) < 1200);
    }

    void whereNobodyServesThereIsNoAdvice()
    {
        BranchHouse house;
        house.queue(10, 5min);
        const auto advice = adviseClosing(house.state, house.zone, house.model, house.plan(1h, 20), house.now + 2h);
        QVERIFY(advice && !*advice);
    }

    void whoCancelsGetsNone()
    {
        BranchHouse house;
        const QueueId queue = house.queue(25, 3min);
        house.agent({queue});
        RolloutPlan plan = house.plan(4h, 50);
        int told = 0;
        plan.progress = [&](double) { return ++told < 40; };
        const auto advice = adviseClosing(house.state, house.zone, house.model, plan, plan.until);
        QVERIFY(!advice && advice.error().code == simulation_failures::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestClosing)
#include "tst_closing.moc"
