#include <QSignalSpy>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/engine/replay.h>
#include <smartqueue/engine/when_done.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

constexpr Instant opening = TestBranch::opening;

/// A crowded day: one agent for two customers a minute, so that alerts rise.
std::vector<RecordedTicket> crowdedDay(Instant from, int count)
{
    std::vector<RecordedTicket> tickets;
    for (int i = 0; i < count; ++i) {
        RecordedTicket ticket;
        ticket.number = std::to_string(i);
        ticket.queue = " passports";
        ticket.channel = "desk";
        ticket.agent = i % 2 == 0 ? "ANN" : "Bob";
        ticket.arrivedAt = from + 20s * i;
        ticket.calledAt = from + 30s * i;
        ticket.startedAt = ticket.calledAt;
        ticket.endedAt = *ticket.startedAt + 25s;
        tickets.push_back(ticket);
    }
    return tickets;
}

} // namespace

/// A replay in a branch whose console is open.
class TestRecordedTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWatchedReplayLosesNobody()
    {
        const SystemClock clock;
        auto engine = Engine::start(std::make_unique<MemoryStore>(), clock).value();
        const Monitor monitor(*engine);
        const Instant yesterday = clock.now() - 48h;
        auto running = inPool(engine->studyPool(), [&] { return replay(*engine, crowdedDay(yesterday, 3000), 0); });
        QTRY_VERIFY_WITH_TIMEOUT(running.isFinished(), 60'000);
        const auto report = running.result();
        QVERIFY(report);
        QCOMPARE(report->tickets, 3000);
        QCOMPARE(report->served, 3000);
        QCOMPARE(report->lost, 0);
        QCOMPARE(report->refused, 0);
        QVERIFY(report->meanWaitSeconds > 1000);
        // The watching did something meanwhile, and not in the time of the wall.
        int alerts = 0;
        const auto read = engine->openReader().value()->readLog(0, yesterday + 47h, [&](const EventBatch &batch) {
            alerts += batch.kind == "raise_alert";
            return true;
        });
        QVERIFY(read);
        QVERIFY(alerts > 0);
        QVERIFY(engine->clock().now() > yesterday + 47h);
    }

    void whatTheLogNamesOtherwiseIsTheSameQueueAndAgent()
    {
        const ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Service service;
        service.name = "Visas";
        QVERIFY(branch.tell(DefineService{service}));
        auto tickets = crowdedDay(opening, 10);
        tickets.push_back(tickets.back());
        tickets.back().queue = "VISAS";
        const auto report = replay(*branch.engine, tickets, 0);
        QVERIFY(report);
        QCOMPARE(report->lost, 0);
        const SharedSnapshot snapshot = branch.settled();
        const auto &state = snapshot->state;
        QCOMPARE(state.queues.size(), 2u);
        QCOMPARE(state.services.size(), 2u);
        QVERIFY(std::none_of(state.agents.begin(), state.agents.end(), [](const auto &item) { return item.second.name == "ANN"; }));
    }

    void aRefusedAgentIsNamedByTheRealReason()
    {
        const ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        auto tickets = crowdedDay(opening, 1);
        tickets[0].agent = std::string(500, 'x');
        const auto report = replay(*branch.engine, tickets, 0);
        QVERIFY(!report);
        QVERIFY(report.error().code == failures::tooLong);
    }

    void aRecordingFromBeforeTheBranchIsRefusedWhole()
    {
        const ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        const Sequence before = branch.settled()->state.sequence;
        const auto report = replay(*branch.engine, crowdedDay(opening - 1h, 50), 0);
        QVERIFY(!report);
        QVERIFY(report.error().code == failures::timeBackwards);
        QCOMPARE(branch.settled()->state.sequence, before);
        QVERIFY(branch.engine->clock().now() == opening);
    }

    void aReplayThatWaitsCanBeStopped()
    {
        const ManualClock clock(opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        auto tickets = crowdedDay(opening, 2);
        tickets[1].arrivedAt += 24h;
        tickets[1].calledAt = tickets[1].startedAt = tickets[1].endedAt = tickets[1].arrivedAt;
        int asked = 0;
        // At the pace of the wall it would wait a day.
        const auto report = replay(*branch.engine, tickets, 60, [&](double) { return ++asked < 40; });
        QVERIFY(!report);
        QCOMPARE(std::string(report.error().code.name()), std::string("cancelled"));
        QCOMPARE(asked, 40);
    }

    void whileItWaitsTimeGoesAtItsSpeed()
    {
        const ManualClock clock(opening - 1h);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        auto tickets = crowdedDay(opening, 1);
        tickets[0].calledAt = tickets[0].startedAt = tickets[0].endedAt = opening + 10min;
        std::vector<Instant> seen;
        QVERIFY(replay(*branch.engine, tickets, 3000, [&](double) {
            seen.push_back(branch.engine->clock().now());
            return true;
        }));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(seen.front() >= opening);
        QVERIFY(seen.back() <= opening + 10min);
        QVERIFY(std::any_of(seen.begin(), seen.end(), [](Instant at) { return at > opening + 1min && at < opening + 9min; }));
        QVERIFY(branch.engine->clock().now() == opening - 1h);
    }
};

QTEST_GUILESS_MAIN(TestRecordedTime)
#include "tst_recorded_time.moc"
