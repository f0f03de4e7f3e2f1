#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

/// The figures of a day, to the millisecond at their edges.
class TestDayFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitingWalkingAndServiceAreCountedApart()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        world.issue(queue);
        world.wait(5min);
        world.must(CallNext{agent}, agent);
        world.wait(30s);
        world.must(StartService{agent}, agent);
        world.wait(4min);
        world.must(CompleteService{agent, {}}, agent);
        const DayCounters &day = world.state.queue(queue)->today;
        QCOMPARE(day.served, 1);
        QCOMPARE(day.waited.count(), Duration(5min).count());
        QCOMPARE(day.walked.count(), Duration(30s).count());
        QCOMPARE(day.inService.count(), Duration(4min).count());
    }

    void aCallAtTheLastMomentOfThePromiseIsOnTime()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const auto serveAfter = [&](Duration wait) {
            world.issue(queue);
            world.wait(wait);
            world.must(CallNext{agent}, agent);
            world.must(StartService{agent}, agent);
            world.must(CompleteService{agent, {}}, agent);
        };
        serveAfter(10min);
        QCOMPARE(world.state.queue(queue)->today.onTime, 1);
        serveAfter(10min + 1ms);
        QCOMPARE(world.state.queue(queue)->today.served, 2);
        QCOMPARE(world.state.queue(queue)->today.onTime, 1);
    }

    void theLastMomentToUndoIsTheWindowsEnd()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{agent}, agent);
        world.wait(world.state.branch.undoWindow);
        world.must(Undo{agent, {}}, agent);
        QVERIFY(world.ticket(ticket).state == TicketState::waiting);
        QVERIFY(!world.inHand(agent));
    }
};

QTEST_APPLESS_MAIN(TestDayFigures)
#include "tst_day_figures.moc"
