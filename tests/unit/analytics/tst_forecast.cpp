#include <QTest>

#include <smartqueue/analytics/forecast.h>

#include "branch_builder.h"

using namespace smartqueue;
using namespace smartqueue::analytics;
using smartqueue::testing::BranchBuilder;
using namespace std::chrono_literals;

class TestForecast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePredictionIsTheSumOverFour();
    void fewerThanFourWeeksAreStillDividedByFour();
    void confidenceIsLowUpToTenTickets();
    void reinforcementIsNeededAboveFourFifthsOfTheCapacity();
    void theRecommendedAgentsAreOneMoreThanTheFloor();
    void theMarginLeavesAFifth();
    void withNobodyOnDutyAnyoneExpectedNeedsReinforcement();
    void anEmptyHistoryPredictsNothing();
    void theComingHourOnTheSameWeekdayIsCounted();
    void atTheFullHourTheNextOneIsMeant();
    void daylightSavingKeepsTheHourOnTheWall();
    void aSkippedHourIsReplacedByTheOneAfter();
    void theRepeatedHourIsTheComingOne();
};

namespace {

struct Counter {
    BranchBuilder branch;
    QueueId queue;

    explicit Counter(int agents, std::chrono::seconds each = 180s)
    {
        queue = branch.queue(branch.service());
        branch.served(queue, each);
        for (int i = 0; i < agents; ++i)
            branch.agent({queue}, AgentStatus::busy);
    }
    NextHour next(const std::vector<int> &weeks, std::int64_t history = 1000) const
    {
        return nextHourOf(branch.state, queue, weeks, history);
    }
};

Instant utc(const char *text)
{
    return *fromIso8601(text);
}

/// Central European time around the changes of 2026.
TimeZone paris()
{
    return TimeZone("Europe/Paris", 3600s, {{utc("2025-03-30T01:00:00Z"), 7200s}, {utc("2025-10-26T01:00:00Z"), 3600s},
                                            {utc("2026-03-29T01:00:00Z"), 7200s}, {utc("2026-10-25T01:00:00Z"), 3600s}});
}

} // namespace

void TestForecast::thePredictionIsTheSumOverFour()
{
    Counter counter(3);
    counter.branch.waitingMany(counter.queue, 6);
    const NextHour next = counter.next({10, 12, 9, 11});
    QCOMPARE(next.predictedTicketsNextHour, 10.5);
    QCOMPARE(next.currentWaiting, 6);
    QCOMPARE(counter.next({1, 2, 3, 4, 1000}).predictedTicketsNextHour, 2.5);
}

void TestForecast::fewerThanFourWeeksAreStillDividedByFour()
{
    QCOMPARE(Counter(1).next({8}).predictedTicketsNextHour, 2.0);
}

void TestForecast::confidenceIsLowUpToTenTickets()
{
    QVERIFY(Counter(1).next({1, 1, 1, 1}, 10).confidence == NextHour::Confidence::low);
    QVERIFY(Counter(1).next({1, 1, 1, 1}, 11).confidence == NextHour::Confidence::medium);
    QCOMPARE(std::string(nameOf(NextHour::Confidence::medium)), std::string("medium"));
}

void TestForecast::reinforcementIsNeededAboveFourFifthsOfTheCapacity()
{
    // Two agents at 180 s a ticket serve 40 an hour; four fifths are 32.
    QVERIFY(!Counter(2).next({32, 32, 32, 32}).reinforcementNeeded);
    QVERIFY(Counter(2).next({32, 32, 32, 33}).reinforcementNeeded);
}

void TestForecast::theRecommendedAgentsAreOneMoreThanTheFloor()
{
    // One agent serves 20 an hour.
    QCOMPARE(Counter(2).next({19, 19, 19, 19}).recommendedAgents, 1);
    QCOMPARE(Counter(2).next({20, 20, 20, 20}).recommendedAgents, 2);
    QCOMPARE(Counter(2).next({39, 39, 39, 39}).recommendedAgents, 2);
    QCOMPARE(Counter(2).next({40, 40, 40, 40}).recommendedAgents, 3);
}

void TestForecast::theMarginLeavesAFifth()
{
    // The baseline would send one agent for 19 tickets at 20 an hour, and call for reinforcement at once.
    QCOMPARE(Counter(1).next({19, 19, 19, 19}).agentsWithMargin, 2);
    for (int tickets = 0; tickets < 200; ++tickets) {
        const std::vector<int> weeks(4, tickets);
        const NextHour next = Counter(1).next(weeks);
        QVERIFY(next.agentsWithMargin >= next.recommendedAgents);
        QVERIFY(!Counter(next.agentsWithMargin).next(weeks).reinforcementNeeded);
    }
}

void TestForecast::withNobodyOnDutyAnyoneExpectedNeedsReinforcement()
{
    QVERIFY(Counter(0).next({1, 0, 0, 0}).reinforcementNeeded);
    QVERIFY(!Counter(0).next({0, 0, 0, 0}).reinforcementNeeded);
}

void TestForecast::anEmptyHistoryPredictsNothing()
{
    const NextHour next = Counter(1).next({}, 0);
    QCOMPARE(next.predictedTicketsNextHour, 0.0);
    QCOMPARE(next.recommendedAgents, 1);
    QVERIFY(!next.reinforcementNeeded);
}

void TestForecast::theComingHourOnTheSameWeekdayIsCounted()
{
    // A Thursday. The web product looked at another weekday.
    const auto starts = sameHourStarts(utc("2026-11-19T10:42:17.250Z"), TimeZone(), 4);
    QCOMPARE(starts.size(), std::size_t(4));
    QCOMPARE(starts[0], utc("2026-11-12T11:00:00Z"));
    QCOMPARE(starts[1], utc("2026-11-05T11:00:00Z"));
    QCOMPARE(starts[2], utc("2026-10-29T11:00:00Z"));
    QCOMPARE(starts[3], utc("2026-10-22T11:00:00Z"));
    const auto pastMidnight = sameHourStarts(utc("2026-11-19T23:42:00Z"), TimeZone(), 1);
    QCOMPARE(pastMidnight[0], utc("2026-11-13T00:00:00Z"));
}

void TestForecast::atTheFullHourTheNextOneIsMeant()
{
    QCOMPARE(sameHourStarts(utc("2026-11-19T10:00:00Z"), TimeZone(), 1)[0], utc("2026-11-12T11:00:00Z"));
}

void TestForecast::daylightSavingKeepsTheHourOnTheWall()
{
    // Friday 30 October, 09:30 in Paris winter time; a week before, the same wall hour was one UTC hour earlier.
    const auto starts = sameHourStarts(utc("2026-10-30T08:30:00Z"), paris(), 2);
    QCOMPARE(starts[0], utc("2026-10-23T08:00:00Z"));
    QCOMPARE(starts[1], utc("2026-10-16T08:00:00Z"));
    const auto halfHourZone = sameHourStarts(utc("2026-11-19T10:42:00Z"), TimeZone("Asia/Kolkata", 19'800s, {}), 1);
    QCOMPARE(halfHourZone[0], utc("2026-11-12T11:30:00Z"));
}

void TestForecast::aSkippedHourIsReplacedByTheOneAfter()
{
    // Sunday 5 April, 01:30; a week before, 02:00 did not exist.
    const auto starts = sameHourStarts(utc("2026-04-04T23:30:00Z"), paris(), 1);
    QCOMPARE(starts[0], utc("2026-03-29T01:00:00Z"));
}

void TestForecast::theRepeatedHourIsTheComingOne()
{
    // 02:30 in summer time, 25 October: the coming hour is 02:00 once more, in winter time.
    const auto starts = sameHourStarts(utc("2026-10-25T00:30:00Z"), paris(), 1);
    QCOMPARE(starts[0], utc("2026-10-18T00:00:00Z"));
}

QTEST_APPLESS_MAIN(TestForecast)
#include "tst_forecast.moc"
