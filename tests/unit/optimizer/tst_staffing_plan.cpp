#include <QTest>

#include <smartqueue/optimizer/staffing_plan.h>

using namespace smartqueue;
using namespace smartqueue::analytics;
using namespace smartqueue::optimizer;
using namespace std::chrono_literals;

class TestStaffingPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyHourReachesTheTarget();
    void shiftsLeaveNoHourShortAndCostMore();
    void closedHoursNeedNobody();
    void anImpossibleTargetIsRefused();
    void theUsualWeekFollowsTheLastDay();
    void anHourInWhichHardlyAnybodyEverCameIsClosed();
};

namespace {

const LocalHour monday{std::chrono::local_days(std::chrono::year(2026) / 1 / 5)};

StaffingQuestion questionOf(HourlyValues expected)
{
    StaffingQuestion question;
    question.expected = {monday + std::chrono::hours(8), std::move(expected)};
    question.meanService = 180s;
    question.meanPatience = 326s;
    question.target.abandonmentAtMost = 0.05;
    question.target.limit = 60s;
    return question;
}

} // namespace

void TestStaffingPlan::everyHourReachesTheTarget()
{
    const auto plan = planStaffing(questionOf({50, 100, 200}));
    QVERIFY(plan);
    QCOMPARE(plan->hours[0].agents, 5);
    QCOMPARE(plan->hours[1].agents, 7);
    QCOMPARE(plan->hours[2].agents, 12);
    QCOMPARE(plan->agentHours, 24);
    QCOMPARE(plan->expected, 350.0);
    double abandoned = 0;
    for (const StaffedHour &hour : plan->hours) {
        QVERIFY(hour.figures.abandonment <= 0.05);
        QCOMPARE(hour.onDuty, hour.agents);
        abandoned += hour.expected * hour.figures.abandonment;
    }
    QVERIFY(std::abs(plan->abandonment - abandoned / 350) < 1e-12);
    QVERIFY(plan->hours[1].start == monday + std::chrono::hours(9));
}

void TestStaffingPlan::shiftsLeaveNoHourShortAndCostMore()
{
    StaffingQuestion question = questionOf({50, 100, 200, 100, 50, 50});
    const auto byHour = planStaffing(question);
    question.shiftLengths = {4};
    const auto byShift = planStaffing(question);
    QVERIFY(byHour && byShift);
    QVERIFY(byShift->agentHours >= byHour->agentHours);
    QVERIFY(byShift->abandonment <= byHour->abandonment);
    for (const StaffedHour &hour : byShift->hours)
        QVERIFY(hour.onDuty >= hour.agents);
}

void TestStaffingPlan::closedHoursNeedNobody()
{
    const auto plan = planStaffing(questionOf({0, std::nan(""), 40}));
    QVERIFY(plan);
    QCOMPARE(plan->hours[0].agents, 0);
    QCOMPARE(plan->hours[1].agents, 0);
    QVERIFY(plan->hours[2].agents > 0);
    QCOMPARE(plan->hours[0].figures.within, 1.0);
}

void TestStaffingPlan::anImpossibleTargetIsRefused()
{
    StaffingQuestion question = questionOf({1e9});
    question.meanService = 3600s;
    question.target.abandonmentAtMost = 0.0001;
    const auto plan = planStaffing(question);
    QVERIFY(!plan && plan.error().code == targetOutOfReach);
}

void TestStaffingPlan::theUsualWeekFollowsTheLastDay()
{
    // The last day is not complete; the plan begins on the day after it.
    ArrivalSeries past{monday, HourlyValues(std::size_t(3 * hoursPerWeek - 5), 0.0)};
    for (int hour = 0; hour < past.size(); ++hour)
        past.counts[std::size_t(hour)] = past.hourOfDay(hour) >= 8 ? 10.0 * (past.weekday(hour) + 1) : 0.0;
    const ArrivalSeries week = usualWeekAfter(past);
    QCOMPARE(week.size(), hoursPerWeek);
    QVERIFY(week.start == monday + std::chrono::weeks(3));
    for (int hour = 0; hour < week.size(); ++hour)
        QVERIFY(std::abs(week.counts[std::size_t(hour)] - (week.hourOfDay(hour) >= 8 ? 10.0 * (week.weekday(hour) + 1) : 0.0)) < 1e-9);
}

void TestStaffingPlan::anHourInWhichHardlyAnybodyEverCameIsClosed()
{
    ArrivalSeries past{monday, HourlyValues(std::size_t(12 * hoursPerWeek), 0.0)};
    for (int hour = 0; hour < past.size(); ++hour)
        past.counts[std::size_t(hour)] = past.hourOfDay(hour) >= 8 ? 30.0 : 0.0;
    past.counts[3] = 1;
    QCOMPARE(usualWeekAfter(past).counts[3], 0.0);
}

QTEST_APPLESS_MAIN(TestStaffingPlan)
#include "tst_staffing_plan.moc"
