#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

class TestDisciplines : public QObject {
    Q_OBJECT

    static TicketId call(World &world, AgentId agent)
    {
        world.must(CallNext{agent}, agent);
        const TicketId ticket = world.inHand(agent);
        world.must(MarkNoShow{agent}, agent);
        return ticket;
    }

private Q_SLOTS:
    void fifoGoesByArrivalAlone()
    {
        World world;
        const QueueId queue = world.queue("Q");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId first = world.issue(queue, 0);
        world.wait(1s);
        const TicketId vip = world.issue(queue, 9);
        QVERIFY(call(world, agent) == first);
        QVERIFY(call(world, agent) == vip);
    }

    void priorityGoesByPriorityThenArrival()
    {
        World world;
        const QueueId queue = world.queue("Q", Discipline::priority);
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId normal = world.issue(queue, 0);
        const TicketId early = world.issue(queue, 5);
        world.wait(1s);
        const TicketId late = world.issue(queue, 5);
        QVERIFY(call(world, agent) == early);
        QVERIFY(call(world, agent) == late);
        QVERIFY(call(world, agent) == normal);
    }

    void slaTakesThoseWhoWaitedTooLongFirst()
    {
        World world;
        const QueueId queue = world.queue("Q", Discipline::sla);
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId old = world.issue(queue, 0);
        world.wait(1min);
        const TicketId vip = world.issue(queue, 9);
        world.wait(10min - 1min);
        // Exactly at the SLA nobody is late yet.
        QVERIFY(nextFor(world.state, world.agentOf(agent), world.now)->ticket == vip);
        world.wait(1ms);
        const auto choice = nextFor(world.state, world.agentOf(agent), world.now);
        QVERIFY(choice->ticket == old);
        QVERIFY(choice->basis.pastSla);
    }

    void theBestRankWithSomeoneWaitingIsServedFirst()
    {
        World world;
        const QueueId first = world.queue("First");
        const QueueId second = world.queue("Second");
        const AgentId agent = world.agent("Ann", {{first, 1}, {second, 2}});
        const TicketId older = world.issue(second);
        world.wait(5min);
        const TicketId younger = world.issue(first);
        QVERIFY(call(world, agent) == younger);
        QVERIFY(call(world, agent) == older);
    }

    void queuesOfOneRankCompeteByTheirHeads()
    {
        World world;
        const QueueId first = world.queue("First");
        const QueueId second = world.queue("Second");
        const AgentId agent = world.agent("Ann", {{first, 1}, {second, 1}});
        const TicketId older = world.issue(second);
        world.wait(5min);
        const TicketId younger = world.issue(first);
        QVERIFY(call(world, agent) == older);
        QVERIFY(call(world, agent) == younger);
    }

    void theDisciplineCanChangeWhilePeopleWait()
    {
        World world;
        const QueueId queue = world.queue("Q");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        world.issue(queue, 0);
        world.wait(1s);
        const TicketId vip = world.issue(queue, 9);
        world.must(SetDiscipline{queue, Discipline::priority});
        QVERIFY(call(world, agent) == vip);
    }

    void theListOfNextTicketsIsTheOrderInWhichTheyAreCalled()
    {
        World world;
        const QueueId first = world.queue("First", Discipline::sla);
        const QueueId second = world.queue("Second", Discipline::priority);
        const AgentId agent = world.agent("Ann", {{first, 1}, {second, 1}});
        for (int i = 0; i < 12; ++i) {
            world.issue(i % 2 ? first : second, i % 3 ? 0 : 5);
            world.wait(2min);
        }
        const auto upcoming = upcomingFor(world.state, world.agentOf(agent), world.now, 12);
        QCOMPARE(upcoming.size(), std::size_t(12));
        for (const Choice &choice : upcoming)
            QVERIFY(call(world, agent) == choice.ticket);
    }
};

QTEST_GUILESS_MAIN(TestDisciplines)
#include "tst_disciplines.moc"
