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

    void theRuleThatDecidedIsNamed_data()
    {
        QTest::addColumn<int>("firstDiscipline");
        QTest::addColumn<int>("secondDiscipline");
        QTest::addColumn<int>("secondRank");
        QTest::addColumn<int>("firstPriority");
        QTest::addColumn<int>("secondPriority");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<int>("rule");
        const int fifo = int(Discipline::fifo);
        const int priority = int(Discipline::priority);
        const int sla = int(Discipline::sla);
        QTest::newRow("rank before all") << fifo << sla << 2 << 0 << 9 << 30 << int(CallRule::rank);
        QTest::newRow("late, where the other queue does not ask") << sla << fifo << 1 << 0 << 9 << 11 << int(CallRule::sla);
        QTest::newRow("lateness does not count under priority") << priority << priority << 1 << 5 << 0 << 30 << int(CallRule::priority);
        QTest::newRow("priority does not count under fifo") << fifo << fifo << 1 << 0 << 9 << 1 << int(CallRule::place);
        QTest::newRow("priority against a queue that does not ask") << priority << fifo << 1 << 5 << 9 << 1 << int(CallRule::priority);
        QTest::newRow("nothing but the order of arrival") << sla << sla << 1 << 3 << 3 << 1 << int(CallRule::place);
    }

    void theRuleThatDecidedIsNamed()
    {
        QFETCH(int, firstDiscipline);
        QFETCH(int, secondDiscipline);
        QFETCH(int, secondRank);
        QFETCH(int, firstPriority);
        QFETCH(int, secondPriority);
        QFETCH(int, minutes);
        QFETCH(int, rule);
        World world;
        const QueueId first = world.queue("First", Discipline(firstDiscipline));
        const QueueId second = world.queue("Second", Discipline(secondDiscipline));
        const AgentId ann = world.agent("Ann", {{first, 1}, {second, secondRank}});
        const TicketId a = world.issue(first, firstPriority);
        world.wait(std::chrono::minutes(minutes));
        const TicketId b = world.issue(second, secondPriority);
        const auto choiceOf = [&](TicketId id) {
            const Standing standing = standingOf(world.state, world.agentOf(ann), world.ticket(id), world.now);
            return standing.obstacle == Obstacle::none ? standing.choice : Choice{};
        };
        const Precedence precedence = precedenceOf(choiceOf(a), choiceOf(b));
        QVERIFY(precedence.firstGoes);
        QCOMPARE(int(precedence.rule), rule);
        QVERIFY(!precedenceOf(choiceOf(b), choiceOf(a)).firstGoes);
        QVERIFY(call(world, ann) == a);
    }

    void whatKeepsAnAgentFromATicketIsNamed()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const QueueId other = world.queue("Payments");
        const QueueId weddings = world.queue("Weddings", Discipline::fifo, world.service("Weddings", 10min, {"registrar"}));
        const AgentId ann = world.agent("Ann", {{queue, 1}, {weddings, 2}});
        const AgentId ben = world.agent("Ben", {{queue, 1}});
        const auto obstacle = [&](TicketId id) { return standingOf(world.state, world.agentOf(ann), world.ticket(id), world.now).obstacle; };
        const TicketId plain = world.issue(queue);
        QVERIFY(obstacle(plain) == Obstacle::none);
        QVERIFY(obstacle(world.issue(other)) == Obstacle::notAssigned);
        QVERIFY(obstacle(world.issue(weddings)) == Obstacle::missingSkill);
        const TicketId kept = world.issue(queue);
        world.must(TransferTicket{kept, {}, ben});
        QVERIFY(obstacle(kept) == Obstacle::keptForAnother);
        world.must(SetQueueStatus{queue, QueueStatus::paused});
        QVERIFY(obstacle(plain) == Obstacle::queuePaused);
        world.must(CancelTicket{plain});
        QVERIFY(obstacle(plain) == Obstacle::notWaiting);
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
