#include <random>

#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

/// Which queue an agent with several calls from.
class TestRouting final : public QObject {
    Q_OBJECT

    static void route(World &world, CallRouting routing)
    {
        Branch branch = world.state.branch;
        branch.name = "Town hall";
        branch.routing = routing;
        world.must(DefineBranch{branch});
    }

    static TicketId call(World &world, AgentId agent)
    {
        world.must(CallNext{agent}, agent);
        const TicketId ticket = world.inHand(agent);
        world.must(MarkNoShow{agent}, agent);
        return ticket;
    }

    static void serve(World &world, QueueId queue, AgentId agent, Duration length)
    {
        const TicketId ticket = world.issue(queue);
        world.must(CallTicket{agent, ticket, "measured"}, agent);
        world.must(StartService{agent}, agent);
        world.wait(length);
        world.must(CompleteService{agent, {}}, agent);
    }

private Q_SLOTS:
    void theLongestLineGoesFirstWhateverTheRank()
    {
        World world;
        const QueueId small = world.queue("Small");
        const QueueId large = world.queue("Large");
        const AgentId ann = world.agent("Ann", {{small, 1}, {large, 2}});
        const TicketId old = world.issue(small);
        world.wait(1min);
        const TicketId first = world.issue(large);
        const TicketId second = world.issue(large);
        const TicketId third = world.issue(large);
        route(world, CallRouting::longestQueue);
        QVERIFY(call(world, ann) == first);
        QVERIFY(call(world, ann) == second);
        // One each: the rank tells them apart again.
        QVERIFY(call(world, ann) == old);
        QVERIFY(call(world, ann) == third);
    }

    void theNearestDeadlineGoesFirst()
    {
        World world;
        const QueueId patient = world.queue("Patient", Discipline::fifo, world.service("Patient", 30min));
        const QueueId urgent = world.queue("Urgent", Discipline::fifo, world.service("Urgent", 5min));
        const AgentId ann = world.agent("Ann", {{patient, 1}, {urgent, 2}});
        const TicketId old = world.issue(patient);
        world.wait(10min);
        const TicketId fresh = world.issue(urgent);
        route(world, CallRouting::deadline);
        const auto next = nextFor(world.state, world.agentOf(ann), world.now);
        QVERIFY(next && next->basis.urgency);
        QCOMPARE(next->basis.urgency->index, -300.0);
        QVERIFY(next->ticket == fresh);
        QVERIFY(call(world, ann) == fresh);
        QVERIFY(call(world, ann) == old);
    }

    /// Van Mieghem 1995: the waited share of the SLA, over the mean service.
    void theDearestDelayGoesFirst()
    {
        World world;
        const QueueId slow = world.queue("Slow");
        const QueueId quick = world.queue("Quick");
        const AgentId ann = world.agent("Ann", {{slow, 1}, {quick, 2}});
        serve(world, slow, ann, 12min);
        serve(world, quick, ann, 3min);
        const TicketId longWait = world.issue(slow);
        world.wait(4min);
        const TicketId shortWait = world.issue(quick);
        world.wait(2min);
        route(world, CallRouting::costedDelay);
        // 6 of 10 minutes by 0.2 h against 2 of 10 by 0.05 h.
        const auto indexOf = [&](TicketId id) { return standingOf(world.state, world.agentOf(ann), world.ticket(id), world.now).choice.basis.urgency->index; };
        QCOMPARE(indexOf(longWait), 3.0);
        QCOMPARE(indexOf(shortWait), 4.0);
        QVERIFY(call(world, ann) == shortWait);
        QVERIFY(call(world, ann) == longWait);
    }

    void whoIsKeptForTheAgentGoesBeforeAnyLine()
    {
        World world;
        const QueueId queue = world.queue("Queue");
        const QueueId crowded = world.queue("Crowded");
        const AgentId ann = world.agent("Ann", {{queue, 1}, {crowded, 1}});
        const TicketId kept = world.issue(queue);
        world.must(TransferTicket{kept, {}, ann});
        for (int i = 0; i < 5; ++i)
            world.issue(crowded);
        route(world, CallRouting::longestQueue);
        QVERIFY(call(world, ann) == kept);
    }

    void withinAQueueItsDisciplineSaysWho()
    {
        World world;
        const QueueId queue = world.queue("Queue", Discipline::priority);
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const TicketId plain = world.issue(queue);
        world.wait(20min);
        const TicketId urgent = world.issue(queue, 5);
        for (const CallRouting routing : {CallRouting::longestQueue, CallRouting::costedDelay, CallRouting::deadline}) {
            route(world, routing);
            const auto upcoming = upcomingFor(world.state, world.agentOf(ann), world.now, 5);
            QCOMPARE(upcoming.size(), std::size_t(2));
            QVERIFY(upcoming[0].ticket == urgent && upcoming[1].ticket == plain);
            const Precedence precedence = precedenceOf(upcoming[0], standingOf(world.state, world.agentOf(ann), world.ticket(plain), world.now).choice);
            QVERIFY(precedence.firstGoes);
            QVERIFY(precedence.rule == CallRule::priority);
        }
    }

    void theRuleThatDecidedIsOnRecord()
    {
        World world;
        const QueueId small = world.queue("Small");
        const QueueId large = world.queue("Large");
        const AgentId ann = world.agent("Ann", {{small, 1}, {large, 2}});
        const TicketId old = world.issue(small);
        world.issue(large);
        world.issue(large);
        route(world, CallRouting::longestQueue);
        const Standing passed = standingOf(world.state, world.agentOf(ann), world.ticket(old), world.now);
        world.must(CallNext{ann}, ann);
        const auto &called = std::get<TicketCalled>(world.log.back().events.front());
        QVERIFY(called.basis.urgency && called.basis.urgency->by == CallRouting::longestQueue);
        QCOMPARE(called.basis.urgency->index, 2.0);
        QVERIFY(precedenceOf({called.ticket, called.basis}, passed.choice).rule == CallRule::urgency);
        const auto read = codec::decodeEvents(codec::encodeEvents({called}));
        QVERIFY(read && std::get<TicketCalled>(read->front()).basis.urgency->index == 2.0);
    }

    void underTheRanksNothingIsNoted()
    {
        World world;
        const QueueId queue = world.queue("Queue");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        world.issue(queue);
        QVERIFY(!nextFor(world.state, world.agentOf(ann), world.now)->basis.urgency);
        QVERIFY(codec::encode(Command{"one", DefineBranch{}, {}, {}}).find("\"routing\":\"ranks\"") != std::string::npos);
    }

    void theListOfNextTicketsIsTheOrderInWhichTheyAreCalled()
    {
        const auto first = std::random_device()();
        for (unsigned seed = first; seed < first + 60; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&](int limit) { return int(random() % unsigned(limit)); };
            World world;
            std::vector<QueueId> queues;
            std::vector<Assignment> assignments;
            for (int i = 0; i < 4; ++i) {
                const std::string name = "Q" + std::to_string(i);
                queues.push_back(world.queue(name, Discipline(below(3)), world.service(name, std::chrono::minutes(2 + below(20)))));
                assignments.push_back({queues.back(), 1 + below(3)});
            }
            const AgentId ann = world.agent("Ann", assignments);
            for (int i = 0; i < 25; ++i) {
                world.issue(queues[std::size_t(below(4))], below(3));
                world.wait(std::chrono::seconds(below(200)));
            }
            route(world, CallRouting(below(4)));
            const auto upcoming = upcomingFor(world.state, world.agentOf(ann), world.now, 25);
            QCOMPARE(upcoming.size(), std::size_t(25));
            for (const Choice &choice : upcoming)
                QVERIFY2(call(world, ann) == choice.ticket, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
};

QTEST_GUILESS_MAIN(TestRouting)
#include "tst_routing.moc"
