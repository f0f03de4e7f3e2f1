#include <algorithm>
#include <cmath>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/replay_study.h>

using namespace smartqueue;
using namespace smartqueue::simulation;
using namespace std::chrono_literals;

class TestReplayStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDayRunAsItWasGivesTheWaitsItHad();
    void twoEqualWaysDifferInNoDay();
    void threadsDoNotChangeTheFigures();
    void moreAgentsShortenTheWaitAndFewerLengthenIt();
    void dedicatedAgentsWaitForTheirOwn();
    void theLongestLineIsShortenedFirst();
    void priorityHelpsTheUrgent();
    void whoLeftLeavesUnlessCalledBefore();
    void whoeverCameNotComesNot();
    void aBreakOnRecordIsKept();
    void tooLittleIsRefused();
};

namespace {

const Instant monday = *fromIso8601("2026-01-05T09:00:00Z");

struct RecordedLog {
    std::vector<PastTicket> tickets;
    double meanWait = 0;
};

/// First come, first served by agents who serve two queues, hand in hand; some leave.
RecordedLog recordedDays(int days, int agents, double perHour, std::uint64_t seed, double meanPatience = 0)
{
    RandomSource random(seed);
    RecordedLog log;
    double waited = 0;
    for (int day = 0; day < days; ++day) {
        const Instant opens = monday + std::chrono::days(day);
        std::vector<Instant> free(std::size_t(agents), opens);
        for (Instant at = opens; at < opens + 7h;) {
            at += Duration(1 + std::int64_t(random.exponential(3'600'000 / perHour)));
            PastTicket ticket;
            ticket.queue = QueueId{1 + random.between(0, 1)};
            ticket.priority = random.chance(0.1) ? 5 : 0;
            ticket.arrivedAt = at;
            const auto next = std::min_element(free.begin(), free.end());
            const Instant called = std::max(at, *next);
            const auto patience = Duration(1 + std::int64_t(random.exponential(std::max(1.0, meanPatience))));
            const auto service = Duration(std::int64_t(random.exponential(180'000)));
            if (meanPatience > 0 && called - at > patience) {
                ticket.endedAt = at + patience;
                ticket.end = TicketState::abandoned;
            } else {
                ticket.calledAt = called;
                ticket.startedAt = called;
                ticket.endedAt = called + service;
                ticket.end = TicketState::completed;
                ticket.agent = AgentId{1 + (next - free.begin())};
                *next = *ticket.endedAt;
            }
            waited += std::chrono::duration<double>(ticket.calledAt.value_or(*ticket.endedAt) - at).count();
            log.tickets.push_back(ticket);
        }
    }
    log.meanWait = waited / double(log.tickets.size());
    return log;
}

ReplayStudy studyOf(const std::vector<PastTicket> &tickets, ReplayWay a, ReplayWay b, unsigned threads = 0)
{
    ReplayPlan plan;
    plan.a = a;
    plan.b = b;
    plan.threads = threads;
    const auto study = replayDays(tickets, 2, TimeZone(), plan);
    if (!study)
        qFatal("no study: %s", std::string(study.error().code.name()).c_str());
    return *study;
}

ReplayWay withAgents(int extra)
{
    ReplayWay way;
    way.extraAgents = extra;
    return way;
}

} // namespace

void TestReplayStudy::aDayRunAsItWasGivesTheWaitsItHad()
{
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        for (const double patience : {0.0, 400'000.0}) {
            const RecordedLog log = recordedDays(6, 3, 54, seed, patience);
            const ReplayStudy study = studyOf(log.tickets, {}, {});
            QCOMPARE(study.days, 6);
            QCOMPARE(study.tickets, std::int64_t(log.tickets.size()));
            const double replayed = study.a.whole.figures.meanWait.mean;
            QVERIFY2(log.meanWait > 20 && std::abs(replayed - log.meanWait) < 0.03 * log.meanWait,
                     qPrintable(QStringLiteral("seed %1: %2 instead of %3").arg(seed).arg(replayed).arg(log.meanWait)));
        }
    }
}

void TestReplayStudy::twoEqualWaysDifferInNoDay()
{
    const ReplayStudy study = studyOf(recordedDays(4, 3, 54, 1, 400'000).tickets, {}, {});
    for (const Estimate &each : {study.wholeDifference.meanWait, study.wholeDifference.abandoned, study.differences[0].p90Wait})
        QVERIFY(each.mean == 0 && each.low == 0 && each.high == 0 && each.dayLow == 0 && each.dayHigh == 0);
}

void TestReplayStudy::threadsDoNotChangeTheFigures()
{
    const auto tickets = recordedDays(5, 3, 54, 2, 400'000).tickets;
    const ReplayStudy one = studyOf(tickets, {}, withAgents(1), 1);
    const ReplayStudy four = studyOf(tickets, {}, withAgents(1), 4);
    QCOMPARE(one.wholeDifference.meanWait.low, four.wholeDifference.meanWait.low);
    QCOMPARE(one.b.whole.figures.abandoned.high, four.b.whole.figures.abandoned.high);
}

void TestReplayStudy::moreAgentsShortenTheWaitAndFewerLengthenIt()
{
    const auto tickets = recordedDays(10, 3, 54, 3, 400'000).tickets;
    const ReplayStudy more = studyOf(tickets, {}, withAgents(1));
    QVERIFY(more.wholeDifference.meanWait.high < 0 && more.wholeDifference.abandoned.high < 0);
    const ReplayStudy fewer = studyOf(tickets, {}, withAgents(-1));
    QVERIFY(fewer.wholeDifference.meanWait.low > 0 && fewer.wholeDifference.abandoned.low > 0);
    // One always stays.
    QVERIFY(studyOf(tickets, {}, withAgents(-mostExtraAgents)).b.whole.customers > 0);
}

void TestReplayStudy::dedicatedAgentsWaitForTheirOwn()
{
    ReplayWay dedicated;
    dedicated.routing = Routing::dedicated;
    ReplayWay pooled;
    pooled.routing = Routing::pooled;
    const auto tickets = recordedDays(10, 4, 70, 4, 400'000).tickets;
    QVERIFY(studyOf(tickets, {}, dedicated).wholeDifference.meanWait.low > 0);
    // Everybody serves both queues already.
    QCOMPARE(studyOf(tickets, {}, pooled).wholeDifference.meanWait.mean, 0.0);
    for (int routing = 0; routing < routings; ++routing)
        QVERIFY(routingNamed(nameOf(Routing(routing))) == Routing(routing));
    QVERIFY(!routingNamed("longest"));
}

void TestReplayStudy::theLongestLineIsShortenedFirst()
{
    // One in five has a queue of their own: behind its rank alone it would wait as long as the crowd.
    auto tickets = recordedDays(10, 3, 56, 8).tickets;
    for (std::size_t i = 0; i < tickets.size(); ++i)
        tickets[i].queue = QueueId{i % 5 == 0 ? 2 : 1};
    ReplayWay longest;
    longest.routing = Routing::longestQueue;
    const ReplayStudy study = studyOf(tickets, {}, longest);
    QVERIFY(study.differences[0].meanWait.high < 0);
    QVERIFY(study.differences[1].meanWait.low > 0);
    // Every queue is promised the same: the nearest deadline is who came first, which is what calling from all alike does.
    ReplayWay deadline;
    deadline.routing = Routing::deadline;
    QCOMPARE(studyOf(tickets, {}, deadline).wholeDifference.meanWait.mean, 0.0);
}

void TestReplayStudy::priorityHelpsTheUrgent()
{
    // The urgent have a queue of their own here, of the same agents.
    auto tickets = recordedDays(10, 3, 56, 5).tickets;
    for (PastTicket &ticket : tickets)
        ticket.queue = QueueId{ticket.priority > 0 ? 2 : 1};
    ReplayWay priority;
    priority.discipline = Discipline::priority;
    const ReplayStudy study = studyOf(tickets, {}, priority);
    QVERIFY(study.differences[1].meanWait.high < 0);
    QVERIFY(study.differences[0].meanWait.mean > 0);
}

void TestReplayStudy::whoLeftLeavesUnlessCalledBefore()
{
    const auto tickets = recordedDays(6, 3, 60, 6, 300'000).tickets;
    const auto left = double(std::count_if(tickets.begin(), tickets.end(), [](const PastTicket &ticket) { return !ticket.calledAt; }));
    const ReplayStudy study = studyOf(tickets, {}, withAgents(20));
    QVERIFY(left > 20);
    QVERIFY(std::abs(study.a.whole.figures.abandoned.mean * 6 - left) < 0.1 * left);
    QVERIFY(study.b.whole.figures.abandoned.mean < 1);
    QCOMPARE(study.b.whole.customers, study.a.whole.customers);
}

void TestReplayStudy::whoeverCameNotComesNot()
{
    auto tickets = recordedDays(3, 3, 30, 7).tickets;
    int noShows = 0;
    for (std::size_t i = 0; i < tickets.size(); i += 10, ++noShows) {
        tickets[i].startedAt.reset();
        tickets[i].end = TicketState::noShow;
    }
    const ReplayStudy study = studyOf(tickets, {}, withAgents(1));
    QCOMPARE(std::llround(study.a.whole.noShows * 3), std::int64_t(noShows));
    QCOMPARE(std::llround(study.b.whole.noShows * 3), std::int64_t(noShows));
}

void TestReplayStudy::aBreakOnRecordIsKept()
{
    // Nobody called for ten minutes, although somebody stood there: the only agent was away.
    std::vector<PastTicket> tickets;
    for (int day = 0; day < 2; ++day) {
        const Instant opens = monday + std::chrono::days(day);
        tickets.push_back({QueueId{1}, AgentId{1}, 0, opens, opens, opens, opens + 1min, TicketState::completed});
        tickets.push_back({QueueId{1}, AgentId{1}, 0, opens + 2min, opens + 12min, opens + 12min, opens + 13min, TicketState::completed});
    }
    QCOMPARE(studyOf(tickets, {}, {}).a.queues[0].figures.meanWait.mean, 300.0);
}

void TestReplayStudy::tooLittleIsRefused()
{
    const auto refusal = [](const std::vector<PastTicket> &tickets, int extra) {
        ReplayPlan plan;
        plan.b.extraAgents = extra;
        const auto study = replayDays(tickets, 2, TimeZone(), plan);
        return study ? FailureCode() : study.error().code;
    };
    QVERIFY(refusal({}, 0) == simulation_failures::tooLittleHistory);
    QVERIFY(refusal(recordedDays(1, 3, 30, 1).tickets, 0) == simulation_failures::tooLittleHistory);
    QVERIFY(refusal(recordedDays(2, 3, 30, 1).tickets, mostExtraAgents + 1) == failures::outOfRange);
}

QTEST_GUILESS_MAIN(TestReplayStudy)
#include "tst_replay_study.moc"
