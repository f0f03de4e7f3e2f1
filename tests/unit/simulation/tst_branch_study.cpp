#include <cmath>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/limits.h>
#include <smartqueue/foundation/random_source.h>

#include "branch_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using smartqueue::testing::BranchHouse;
using namespace std::chrono_literals;

class TestBranchStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneQueueWaitsAsErlangSays();
    void impatientCustomersLeaveAsErlangASays();
    void nobodyIsLost();
    void threadsDoNotChangeTheFigures();
    void anotherSeedGivesOtherDays();
    void bothWaysMeetTheSameCustomers();
    void aCounterMoreShortensTheWait();
    void aMovedAgentHelpsThereAndIsMissedHere();
    void moreArrivalsAreTheOldOnesAndSomeOnTop();
    void fewerArrivalsAreSomeOfTheOldOnes();
    void whoWaitsAlreadyCountsWithTheirWholeWait();
    void timeSpentInServiceCounts();
    void anAgentOnABreakComesBackAtItsEnd();
    void whoIsSignedOutServesNobody();
    void aPausedQueueTurnsPeopleAway();
    void aReservedTicketWaitsForItsAgent();
    void aRankComesBeforeAPlace();
    void theFanBeginsWithWhoWaits();
    void theLastOneIsOutAfterTheDoorsShut();
    void refusedChangesAreRefused();
    void badPlansAreRefused();
    void aStudyCanBeCancelled();
};

namespace {

bool holds(const Estimate &estimate, double value)
{
    if (estimate.low <= value && value <= estimate.high)
        return true;
    qWarning("%g is not in %g to %g", value, estimate.low, estimate.high);
    return false;
}

bool areSame(const Estimate &a, const Estimate &b)
{
    return a.mean == b.mean && a.low == b.low && a.high == b.high && a.dayLow == b.dayLow && a.dayHigh == b.dayHigh;
}

bool areSame(const OutcomeFigures &a, const OutcomeFigures &b)
{
    return areSame(a.meanWait, b.meanWait) && areSame(a.p90Wait, b.p90Wait) && areSame(a.slaShare, b.slaShare) && areSame(a.abandoned, b.abandoned);
}

double width(const Estimate &estimate)
{
    return estimate.high - estimate.low;
}

/// Two queues with helpers, impatience, walks and no-shows, with people waiting and in service.
BranchHouse busyHouse()
{
    BranchHouse house;
    const QueueId first = house.queue(40, 4min);
    const QueueId second = house.queue(25, 6min);
    house.agents(2, {first});
    house.agents(2, {second, first});
    for (QueueHabits *habits : {&house.model.queues.at(first), &house.model.queues.at(second)}) {
        habits->meanPatience = 15 * 60'000.0;
        habits->walk = DurationLaw::exponential(20'000);
        habits->noShowWait = DurationLaw::exponential(60'000);
        habits->noShowShare = 0.05;
        habits->arrivals.dispersion = 0.02;
        habits->priorities = {{0, 0.8}, {5, 0.2}};
    }
    for (int i = 0; i < 9; ++i) {
        house.tell(IssueTicket{i % 2 == 0 ? first : second});
        house.now += 30s;
    }
    for (const auto &[id, agent] : house.state.agents) {
        if (house.tries(CallNext{id}))
            house.tell(StartService{id});
    }
    house.now += 1min;
    return house;
}

} // namespace

void TestBranchStudy::oneQueueWaitsAsErlangSays()
{
    // M/M/5 with 4.5 Erlang; after four days the empty start hardly counts: the known mean is 1.524986 services.
    BranchHouse house;
    const QueueId queue = house.queue(90, 3min);
    house.agents(5, {queue});
    const BranchStudy study = house.study(house.plan(96h, 60, 4));
    const Estimate &wait = study.asIs.queues[0].figures.meanWait;
    QVERIFY(holds(wait, 1.524986 * 180));
    QVERIFY2(width(wait) < 100, qPrintable(QString::number(width(wait))));
    QVERIFY(std::abs(study.asIs.queues[0].customers - 90 * 96) < 40);
}

void TestBranchStudy::impatientCustomersLeaveAsErlangASays()
{
    // λ 12, c 10, θ .5 with a mean service of 3 minutes: P(abandon) .195656, E[W] .391312.
    BranchHouse house;
    const QueueId queue = house.queue(240, 3min);
    house.agents(10, {queue});
    house.model.queues.at(queue).meanPatience = 6 * 60'000.0;
    const BranchStudy study = house.study(house.plan(24h, 60, 4));
    const QueueOutcome &outcome = study.asIs.queues[0];
    QVERIFY(std::abs(outcome.figures.abandoned.mean / outcome.customers - 0.195656) < 0.006);
    QVERIFY(std::abs(outcome.figures.meanWait.mean - 0.391312 * 180) < 2.5);
}

void TestBranchStudy::nobodyIsLost()
{
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const BranchHouse house = busyHouse();
        RolloutPlan plan = house.plan(4h, 20, seed);
        plan.doorsClose = seed % 2 == 0;
        const BranchStudy study = house.study(plan);
        double customers = 0;
        for (const QueueOutcome &queue : study.asIs.queues) {
            customers += queue.customers;
            QVERIFY(queue.figures.meanWait.mean > 0 && queue.figures.p90Wait.mean >= queue.figures.meanWait.mean);
            QVERIFY(queue.figures.slaShare.high <= 1);
            QCOMPARE(queue.unserved, 0.0);
        }
        QVERIFY2(std::abs(customers - study.asIs.whole.customers) < 1e-9, qPrintable(QStringLiteral("seed %1").arg(seed)));
        // Four hours of 65 an hour, and who waits: five of nine.
        QVERIFY2(std::abs(customers - 265) < 25, qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(customers)));
    }
}

void TestBranchStudy::threadsDoNotChangeTheFigures()
{
    const BranchHouse house = busyHouse();
    RolloutPlan plan = house.plan(3h, 31, 9);
    plan.withFans = true;
    Changes changes;
    changes.openedCounters = {house.state.queues.begin()->first};
    plan.threads = 1;
    const BranchStudy one = house.study(plan, changes);
    plan.threads = 5;
    const BranchStudy five = house.study(plan, changes);
    QVERIFY(areSame(one.asIs.whole.figures, five.asIs.whole.figures));
    QVERIFY(areSame(one.changed->whole.figures, five.changed->whole.figures));
    QVERIFY(areSame(one.wholeDifference, five.wholeDifference));
    QVERIFY(areSame(one.asIs.lastOut, five.asIs.lastOut));
    for (std::size_t step = 0; step < one.asIs.whole.waiting.size(); ++step)
        QCOMPARE(one.asIs.whole.waiting[step].p90, five.asIs.whole.waiting[step].p90);
}

void TestBranchStudy::anotherSeedGivesOtherDays()
{
    const BranchHouse house = busyHouse();
    QVERIFY(house.study(house.plan(3h, 10, 1)).asIs.whole.figures.meanWait.mean != house.study(house.plan(3h, 10, 2)).asIs.whole.figures.meanWait.mean);
}

void TestBranchStudy::bothWaysMeetTheSameCustomers()
{
    const BranchHouse house = busyHouse();
    Changes changes;
    // It is so already: nothing may differ, not in one day.
    changes.commands = {SetDiscipline{house.state.queues.begin()->first, Discipline::fifo}};
    const BranchStudy same = house.study(house.plan(3h, 30), changes);
    QVERIFY(areSame(same.asIs.whole.figures, same.changed->whole.figures));
    QCOMPARE(width(same.wholeDifference.meanWait), 0.0);

    changes.commands.clear();
    changes.openedCounters = {house.state.queues.begin()->first};
    const BranchStudy more = house.study(house.plan(3h, 200), changes);
    QCOMPARE(more.asIs.whole.customers, more.changed->whole.customers);
    // Strangers to each other, the two ways would differ by both their chances.
    const double apart = std::hypot(width(more.asIs.whole.figures.meanWait), width(more.changed->whole.figures.meanWait));
    QVERIFY2(width(more.wholeDifference.meanWait) < apart, qPrintable(QStringLiteral("%1 and %2").arg(width(more.wholeDifference.meanWait)).arg(apart)));
}

void TestBranchStudy::aCounterMoreShortensTheWait()
{
    const BranchHouse house = busyHouse();
    const QueueId queue = house.state.queues.begin()->first;
    Changes changes;
    changes.openedCounters = {queue};
    const BranchStudy study = house.study(house.plan(4h, 150), changes);
    QVERIFY(study.differences[0].meanWait.high < 0);
    QVERIFY(study.differences[0].abandoned.high < 0);
    QVERIFY(study.wholeDifference.slaShare.low > 0);
    QVERIFY(std::abs(study.differences[0].meanWait.mean
                     - (study.changed->queues[0].figures.meanWait.mean - study.asIs.queues[0].figures.meanWait.mean))
            < 1e-9);
}

void TestBranchStudy::aMovedAgentHelpsThereAndIsMissedHere()
{
    BranchHouse house;
    const QueueId idle = house.queue(30, 3min);
    const QueueId crowded = house.queue(60, 3min);
    const AgentId mover = house.agent({idle});
    house.agents(2, {idle});
    house.agents(3, {crowded});
    Changes changes;
    changes.commands = moveAgent(house.state, mover, crowded);
    const BranchStudy study = house.study(house.plan(6h, 100), changes);
    QVERIFY(study.differences[1].meanWait.high < 0);
    QVERIFY(study.differences[0].meanWait.low > 0);
    QVERIFY(study.wholeDifference.meanWait.high < 0);
}

void TestBranchStudy::moreArrivalsAreTheOldOnesAndSomeOnTop()
{
    const BranchHouse house = busyHouse();
    Changes changes;
    changes.arrivalFactors = {{house.state.queues.begin()->first, 1.5}};
    const BranchStudy study = house.study(house.plan(4h, 100), changes);
    QVERIFY(std::abs((study.changed->queues[0].customers - study.asIs.queues[0].customers) - 80) < 8);
    QCOMPARE(study.changed->queues[1].customers, study.asIs.queues[1].customers);
    QVERIFY(study.differences[0].meanWait.low > 0);
}

void TestBranchStudy::fewerArrivalsAreSomeOfTheOldOnes()
{
    const BranchHouse house = busyHouse();
    Changes changes;
    changes.arrivalFactors = {{house.state.queues.begin()->first, 0.0}};
    const BranchStudy study = house.study(house.plan(4h, 50), changes);
    // Who waits already is there all the same.
    QCOMPARE(study.changed->queues[0].customers, double(house.state.queues.begin()->second.waitingCount()));
    changes.arrivalFactors = {{house.state.queues.begin()->first, 0.5}};
    const BranchStudy half = house.study(house.plan(4h, 100), changes);
    QVERIFY(std::abs((half.asIs.queues[0].customers - half.changed->queues[0].customers) - 80) < 8);
}

void TestBranchStudy::whoWaitsAlreadyCountsWithTheirWholeWait()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    const AgentId agent = house.agent({queue});
    house.tell(IssueTicket{queue});
    house.now += 7min;
    // The agent is free: the call comes at once.
    const QueueOutcome outcome = house.study(house.plan(1h, 5)).asIs.queues[0];
    QCOMPARE(outcome.customers, 1.0);
    QCOMPARE(outcome.figures.meanWait.mean, 7 * 60.0);
    QCOMPARE(outcome.figures.slaShare.mean, 1.0);
    QVERIFY(house.tries(SetAgentStatus{agent, AgentStatus::paused, {}}));
    const QueueOutcome alone = house.study(house.plan(1h, 5)).asIs.queues[0];
    QCOMPARE(alone.unserved, 1.0);
    QCOMPARE(alone.figures.meanWait.mean, 67 * 60.0);
}

void TestBranchStudy::timeSpentInServiceCounts()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 10min);
    // Everybody takes between nine and eleven minutes.
    house.model.queues.at(queue).service = DurationLaw::empirical({540'000, 600'000, 660'000});
    const AgentId agent = house.agent({queue});
    house.tell(IssueTicket{queue});
    house.tell(CallNext{agent});
    house.tell(StartService{agent});
    house.tell(IssueTicket{queue});
    const double fresh = house.study(house.plan(1h, 200)).asIs.queues[0].figures.meanWait.mean;
    QVERIFY2(std::abs(fresh - 600) < 15, qPrintable(QString::number(fresh)));
    house.now += 8min;
    const double later = house.study(house.plan(1h, 200)).asIs.queues[0].figures.meanWait.mean;
    // Eight minutes of the wait are over, and still ten in all.
    QVERIFY2(std::abs(later - 600) < 15, qPrintable(QString::number(later)));
    // The 20 minutes were longer than anybody took: it may end at any moment.
    house.now += 12min;
    const double longer = house.study(house.plan(1h, 200)).asIs.queues[0].figures.meanWait.mean;
    QVERIFY2(longer >= 1200 && longer < 1300, qPrintable(QString::number(longer)));
}

void TestBranchStudy::anAgentOnABreakComesBackAtItsEnd()
{
    BranchHouse house;
    Branch branch = house.state.branch;
    branch.breakReasons = {{"Coffee", 15min}, {"Meeting", std::nullopt}};
    house.tell(DefineBranch{branch, {}});
    const QueueId queue = house.queue(0, 3min);
    const AgentId agent = house.agent({queue});
    house.tell(IssueTicket{queue});
    house.tell(SetAgentStatus{agent, AgentStatus::paused, "Coffee"});
    house.now += 5min;
    QCOMPARE(house.study(house.plan(1h, 5)).asIs.queues[0].figures.meanWait.mean, 15 * 60.0);
    house.now += 20min;
    QCOMPARE(house.study(house.plan(1h, 5)).asIs.queues[0].figures.meanWait.mean, 25 * 60.0);
    house.tell(SetAgentStatus{agent, AgentStatus::available, {}});
    house.tell(SetAgentStatus{agent, AgentStatus::paused, "Meeting"});
    QCOMPARE(house.study(house.plan(1h, 5)).asIs.queues[0].unserved, 1.0);
}

void TestBranchStudy::whoIsSignedOutServesNobody()
{
    BranchHouse house;
    const QueueId queue = house.queue(10, 3min);
    const AgentId agent = house.agent({queue});
    house.tell(SignOut{agent});
    const QueueOutcome outcome = house.study(house.plan(2h, 20)).asIs.queues[0];
    QCOMPARE(outcome.unserved, outcome.customers);
    QCOMPARE(outcome.figures.slaShare.mean, 0.0);
}

void TestBranchStudy::aPausedQueueTurnsPeopleAway()
{
    BranchHouse house;
    const QueueId queue = house.queue(10, 3min);
    house.agent({queue});
    house.tell(SetQueueStatus{queue, QueueStatus::paused});
    const QueueOutcome outcome = house.study(house.plan(2h, 50)).asIs.queues[0];
    QCOMPARE(outcome.customers, 0.0);
    QVERIFY(std::abs(outcome.turnedAway - 20) < 3);
}

void TestBranchStudy::aReservedTicketWaitsForItsAgent()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 3min);
    house.model.queues.at(queue).service = DurationLaw::empirical({180'000});
    const AgentId busy = house.agent({queue});
    house.tell(IssueTicket{queue});
    house.tell(CallNext{busy});
    house.tell(StartService{busy});
    house.agent({queue});
    IssueTicket kept{queue};
    kept.reservedFor = busy;
    house.tell(kept);
    QCOMPARE(house.study(house.plan(1h, 5)).asIs.queues[0].figures.meanWait.mean, 180.0);
}

void TestBranchStudy::aRankComesBeforeAPlace()
{
    // The only agent prefers the second queue: whoever came first to the other one waits for all of it.
    BranchHouse house;
    const QueueId first = house.queue(0, 3min);
    const QueueId second = house.queue(0, 3min);
    for (const QueueId queue : {first, second})
        house.model.queues.at(queue).service = DurationLaw::empirical({180'000});
    house.agent({second, first});
    house.tell(IssueTicket{first});
    house.tell(IssueTicket{second});
    house.tell(IssueTicket{second});
    const BranchStudy study = house.study(house.plan(1h, 5));
    QCOMPARE(study.asIs.queues[0].figures.meanWait.mean, 360.0);
    QCOMPARE(study.asIs.queues[1].figures.meanWait.mean, 90.0);
}

void TestBranchStudy::theFanBeginsWithWhoWaits()
{
    BranchHouse house;
    const QueueId queue = house.queue(30, 3min);
    house.agent({queue});
    for (int i = 0; i < 6; ++i)
        house.tell(IssueTicket{queue});
    RolloutPlan plan = house.plan(2h, 40);
    QVERIFY(house.study(plan).asIs.queues[0].waiting.empty());
    plan.withFans = true;
    const QueueOutcome outcome = house.study(plan).asIs.queues[0];
    QCOMPARE(outcome.waiting.size(), std::size_t(121));
    // One of the six is called at once.
    QCOMPARE(outcome.waiting[0].median, 5.0);
    for (const FanStep &step : outcome.waiting)
        QVERIFY(step.p10 <= step.p25 && step.p25 <= step.median && step.median <= step.p75 && step.p75 <= step.p90);
    QVERIFY(outcome.waiting.back().p90 > outcome.waiting.back().p10);
}

void TestBranchStudy::theLastOneIsOutAfterTheDoorsShut()
{
    BranchHouse house;
    const QueueId queue = house.queue(25, 3min);
    house.agent({queue});
    const BranchStudy study = house.study(house.plan(4h, 100));
    QVERIFY(study.asIs.lastOut.mean > 4 * 3600.0);
    QVERIFY(study.asIs.lastOut.dayLow <= study.asIs.lastOut.mean && study.asIs.lastOut.mean <= study.asIs.lastOut.dayHigh);

    Branch branch;
    branch.opensAt = 8 * 60;
    branch.closesAt = 18 * 60;
    QCOMPARE(closingTime(branch, house.zone, house.now), *fromIso8601("2026-01-05T18:00:00Z"));
    QCOMPARE(closingTime(branch, house.zone, *fromIso8601("2026-01-05T19:00:00Z")), *fromIso8601("2026-01-05T19:00:00Z"));
    branch.opensAt = 20 * 60;
    branch.closesAt = 4 * 60;
    QCOMPARE(closingTime(branch, house.zone, *fromIso8601("2026-01-05T22:00:00Z")), *fromIso8601("2026-01-06T04:00:00Z"));
    QCOMPARE(closingTime(branch, house.zone, *fromIso8601("2026-01-06T02:00:00Z")), *fromIso8601("2026-01-06T04:00:00Z"));
}

void TestBranchStudy::refusedChangesAreRefused()
{
    const BranchHouse house = busyHouse();
    Changes changes;
    changes.commands = {AssignAgent{AgentId{999}, house.state.queues.begin()->first, 1}};
    const auto study = simulateBranch(house.state, house.zone, house.model, house.plan(1h, 5), changes);
    QVERIFY(!study && study.error().code == failures::unknownAgent);
    changes.commands.clear();
    changes.openedCounters = {QueueId{999}};
    const auto other = simulateBranch(house.state, house.zone, house.model, house.plan(1h, 5), changes);
    QVERIFY(!other && other.error().code == failures::unknownQueue);
}

void TestBranchStudy::badPlansAreRefused()
{
    const BranchHouse house = busyHouse();
    const auto refusal = [&](const RolloutPlan &plan, const Changes &changes = {}) {
        const auto study = simulateBranch(house.state, house.zone, house.model, plan, changes);
        return study ? FailureCode() : study.error().code;
    };
    QVERIFY(refusal(house.plan(1h, 1)) == failures::outOfRange);
    QVERIFY(refusal(house.plan(1h, mostRollouts + 1)) == failures::outOfRange);
    QVERIFY(refusal(house.plan(-1h, 5)) == failures::outOfRange);
    QVERIFY(refusal(house.plan(24h * 8, 5)) == failures::outOfRange);
    Changes changes;
    changes.arrivalFactors = {{house.state.queues.begin()->first, -0.1}};
    QVERIFY(refusal(house.plan(1h, 5), changes) == failures::outOfRange);
}

void TestBranchStudy::aStudyCanBeCancelled()
{
    const BranchHouse house = busyHouse();
    RolloutPlan plan = house.plan(4h, 5'000);
    int told = 0;
    plan.progress = [&](double done) {
        ++told;
        return done < 0.01;
    };
    const auto study = simulateBranch(house.state, house.zone, house.model, plan);
    QVERIFY(!study && study.error().code == simulation_failures::cancelled);
    QVERIFY(told > 0 && told < 5'000);
}

QTEST_GUILESS_MAIN(TestBranchStudy)
#include "tst_branch_study.moc"
