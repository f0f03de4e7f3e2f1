#include <QTest>

#include <smartqueue/domain/touched_tickets.h>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

class TestTicketLife : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTicketIsIssuedCalledServedAndClosed()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.wait(5min);
        world.must(CallNext{agent}, agent);
        QCOMPARE(world.ticket(ticket).state, TicketState::called);
        QCOMPARE(world.agentOf(agent).status, AgentStatus::busy);
        world.wait(30s);
        world.must(StartService{agent}, agent);
        world.wait(4min);
        world.must(CompleteService{agent, "done"}, agent);
        const Leg &leg = world.ticket(ticket).leg();
        QCOMPARE((*leg.calledAt - leg.waitingSince).count(), Duration(5min).count());
        QCOMPARE((*leg.startedAt - *leg.calledAt).count(), Duration(30s).count());
        QCOMPARE((*leg.endedAt - *leg.startedAt).count(), Duration(4min).count());
        QCOMPARE(world.agentOf(agent).status, AgentStatus::available);
        QCOMPARE(world.state.queue(queue)->today.served, 1);
        QCOMPARE(world.state.queue(queue)->today.onTime, 1);
        QCOMPARE(world.state.queue(queue)->services.back().duration.count(), Duration(4min).count());
    }

    void everyClosingFreesTheAgent_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("complete") << 0;
        QTest::newRow("no-show") << 1;
        QTest::newRow("transfer") << 2;
        QTest::newRow("hold") << 3;
        QTest::newRow("return") << 4;
    }

    void everyClosingFreesTheAgent()
    {
        QFETCH(int, way);
        World world;
        const QueueId queue = world.queue("Passports");
        const QueueId other = world.queue("Payments");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{agent}, agent);
        if (way != 1)
            world.must(StartService{agent}, agent);
        switch (way) {
        case 0: world.must(CompleteService{agent, {}}, agent); break;
        case 1: world.must(MarkNoShow{agent}, agent); break;
        case 2: world.must(TransferTicket{ticket, other, {}}, agent); break;
        case 3: world.must(HoldTicket{agent, "fetches a paper"}, agent); break;
        case 4: world.must(ReturnTicket{ticket, {}}, agent); break;
        }
        QVERIFY(!world.inHand(agent));
        QCOMPARE(world.agentOf(agent).status, AgentStatus::available);
        QVERIFY(world.refusal(CallNext{agent}, agent) != "agent_busy");
    }

    void aTransferredTicketKeepsItsArrivalGainsPriorityAndCanBeCalledAgain()
    {
        World world;
        const QueueId queue = world.queue("Information");
        const QueueId target = world.queue("Payments", Discipline::priority);
        const AgentId first = world.agent("Ann", {{queue, 1}});
        const AgentId second = world.agent("Ben", {{target, 1}});
        const TicketId ticket = world.issue(queue, 1);
        const Instant arrival = world.now;
        world.wait(2min);
        world.issue(target);
        world.must(CallNext{first}, first);
        world.must(StartService{first}, first);
        world.wait(1min);
        world.must(TransferTicket{ticket, target, {}}, first);
        QCOMPARE(world.ticket(ticket).priority, 11);
        QVERIFY(world.ticket(ticket).arrivedAt == arrival);
        QCOMPARE(world.ticket(ticket).legs.size(), std::size_t(2));
        world.must(CallNext{second}, second);
        QVERIFY(world.inHand(second) == ticket);
    }

    void aTransferRespectsWhatTheTargetCanServe()
    {
        World world;
        const QueueId queue = world.queue("Information");
        const QueueId weddings = world.queue("Weddings", Discipline::fifo, world.service("Weddings", 10min, {"registrar"}));
        const AgentId unskilled = world.agent("Ann", {{queue, 1}, {weddings, 2}});
        const TicketId ticket = world.issue(queue);
        QCOMPARE(world.refusal(TransferTicket{ticket, weddings, {}}), std::string("target_cannot_serve"));
        world.agent("Ben", {{weddings, 1}}, {"registrar"});
        QCOMPARE(world.refusal(TransferTicket{ticket, weddings, {}}), std::string());
        QCOMPARE(world.refusal(CallNext{unskilled}), std::string("nobody_waiting"));
        world.must(SetQueueStatus{queue, QueueStatus::closed});
        QCOMPARE(world.refusal(TransferTicket{ticket, queue, {}}), std::string("queue_closed"));
    }

    void aTicketForOneAgentIsCalledByThatAgentFirstAndByNobodyElse()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const AgentId ben = world.agent("Ben", {{queue, 1}});
        world.issue(queue);
        const TicketId kept = world.issue(queue);
        world.must(TransferTicket{kept, {}, ben});
        QCOMPARE(world.refusal(CallTicket{ann, kept, "asked"}), std::string("reserved_for_another"));
        world.must(CallNext{ben}, ben);
        QVERIFY(world.inHand(ben) == kept);
    }

    void aReservationEndsWhenItsAgentSignsOut()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const AgentId ben = world.agent("Ben", {{queue, 1}});
        const TicketId kept = world.issue(queue);
        world.must(TransferTicket{kept, {}, ben});
        QCOMPARE(world.refusal(CallNext{ann}), std::string("nobody_waiting"));
        world.must(SignOut{ben});
        world.must(CallNext{ann}, ann);
        QVERIFY(world.inHand(ann) == kept);
    }

    void aReservationNeedsSomebodyWhoIsThere()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        IssueTicket issue;
        issue.queue = queue;
        issue.reservedFor = ann;
        world.must(issue);
        const TicketId kept{world.state.lastId};
        world.must(SignOut{ann});
        const auto &event = std::get<AgentSignedOut>(world.log.back().events.back());
        QVERIFY(event.released == std::vector<TicketId>{kept});
        QVERIFY(touchedTickets(world.log.back().events) == std::vector<TicketId>{kept});
        QCOMPARE(world.refusal(issue), std::string("agent_offline"));
        world.must(RemoveAgent{ann});
        const AgentId ben = world.agent("Ben", {{queue, 1}});
        world.must(CallTicket{ben, kept, "asked"}, ben);
        QVERIFY(world.inHand(ben) == kept);
    }

    void aTransferToAnAgentPassesOverQueuesThatTakeNobody()
    {
        World world;
        const ServiceId service = world.service("Passports");
        const QueueId desk = world.queue("Desk", Discipline::fifo, world.service("Information"));
        const QueueId paused = world.queue("Paused", Discipline::fifo, service);
        const QueueId full = world.queue("Full", Discipline::fifo, service);
        const QueueId open = world.queue("Open", Discipline::fifo, service);
        Queue config = world.state.queue(full)->config;
        config.maxCapacity = 1;
        world.must(DefineQueue{config});
        world.issue(full);
        const TicketId ticket = world.issue(paused);
        world.must(SetQueueStatus{paused, QueueStatus::paused});
        const AgentId ann = world.agent("Ann", {{desk, 1}, {paused, 1}, {full, 2}, {open, 3}});
        const AgentId ben = world.agent("Ben", {{paused, 1}, {full, 2}});
        QCOMPARE(world.refusal(TransferTicket{ticket, {}, ben}), std::string("queue_paused"));
        world.must(TransferTicket{ticket, {}, ann});
        QVERIFY(world.ticket(ticket).queue == open);
        world.must(CallNext{ann}, ann);
        QVERIFY(world.inHand(ann) == ticket);
    }

    void aHoldBeforeTheServiceIsNeitherWalkNorService()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{ann}, ann);
        world.wait(30s);
        world.must(HoldTicket{ann, "coffee"}, ann);
        world.wait(10min);
        world.must(ResumeTicket{ann, ticket}, ann);
        QCOMPARE(world.ticket(ticket).state, TicketState::called);
        world.wait(10s);
        world.must(StartService{ann}, ann);
        world.wait(3min);
        world.must(CompleteService{ann, {}}, ann);
        QCOMPARE(world.ticket(ticket).leg().heldBefore.count(), Duration(10min).count());
        QCOMPARE(world.ticket(ticket).leg().held.count(), 0);
        QCOMPARE(world.state.queue(queue)->today.walked.count(), Duration(40s).count());
        QCOMPARE(world.state.queue(queue)->today.inService.count(), Duration(3min).count());
    }

    void whoLeavesWhileOnHoldSaysNothingAboutPatience()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{ann}, ann);
        world.must(HoldTicket{ann, "car"}, ann);
        world.must(AbandonTicket{ticket});
        QCOMPARE(world.state.queue(queue)->today.abandoned, 1);
        QCOMPARE(world.state.queue(queue)->abandonments, 0);
        world.must(AbandonTicket{world.issue(queue)});
        QCOMPARE(world.state.queue(queue)->abandonments, 1);
    }

    void aNoShowThatComesBackWasANoShow()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId ann = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{ann}, ann);
        world.must(MarkNoShow{ann}, ann);
        const Instant missed = world.now;
        world.wait(5min);
        world.must(ReturnTicket{ticket, {}});
        QCOMPARE(world.ticket(ticket).legs.size(), std::size_t(2));
        QVERIFY(world.ticket(ticket).legs.front().end == LegEnd::noShow);
        QVERIFY(world.ticket(ticket).legs.front().endedAt == missed);
    }

    void theCountersOfAnEarlierDayAreOver()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        world.issue(queue);
        QCOMPARE(asOf(world.state, world.now + 1h, world.zone).queue(queue)->today.issued, 1);
        const BranchState tomorrow = asOf(world.state, world.now + 24h, world.zone);
        QCOMPARE(tomorrow.queue(queue)->today.issued, 0);
        QCOMPARE(tomorrow.queue(queue)->waitingCount(), 1);
        QCOMPARE(world.state.queue(queue)->today.issued, 1);
    }

    void aStateThatContradictsItselfIsNotReadable()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        world.issue(queue);
        std::string text = encodeState(world.state);
        text.replace(text.find("\"queues\":["), 10, "\"nobody\":[");
        QVERIFY(!decodeState(text));
        QVERIFY(!decodeState("{}"));
    }

    void whatADayKeepsInTheLiveStateIsBounded()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        for (std::size_t i = 0; i < limits::keptOfTheDay + 10; ++i) {
            world.must(RaiseAlert{AlertType::capacity, Severity::high, queue, 1});
            world.must(ClearAlert{{world.state.lastId}});
            world.must(DismissSuggestion{"s" + std::to_string(i), {}});
        }
        QCOMPARE(world.state.alerts.size(), limits::keptOfTheDay);
        QCOMPARE(world.state.decided.size(), limits::keptOfTheDay);
        QCOMPARE(world.state.decided.back().id, "s" + std::to_string(limits::keptOfTheDay + 9));
    }

    void aHeldTicketLeavesTheServiceTimeAlone()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{agent}, agent);
        world.must(StartService{agent}, agent);
        world.wait(2min);
        world.must(HoldTicket{agent, "car"}, agent);
        world.wait(10min);
        world.must(ResumeTicket{agent, ticket}, agent);
        world.wait(1min);
        world.must(CompleteService{agent, {}}, agent);
        QCOMPARE(world.state.queue(queue)->services.back().duration.count(), Duration(3min).count());
    }

    void aRecallChangesNoFigure()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{agent}, agent);
        const auto calledAt = world.ticket(ticket).leg().calledAt;
        world.wait(1min);
        world.must(RecallTicket{agent}, agent);
        QVERIFY(world.ticket(ticket).leg().calledAt == calledAt);
        QCOMPARE(world.ticket(ticket).leg().recalls, 1);
    }

    void aReturnGoesWhereItIsTold()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        std::vector<TicketId> tickets;
        for (int i = 0; i < 5; ++i) {
            tickets.push_back(world.issue(queue));
            world.wait(1min);
        }
        const auto place = [&](ReturnPlace where) {
            world.must(CallTicket{agent, tickets[0], "test"}, agent);
            world.must(ReturnTicket{tickets[0], where}, agent);
            const auto order = world.state.waitingInOrder(queue, world.now);
            return int(std::find(order.begin(), order.end(), tickets[0]) - order.begin());
        };
        QCOMPARE(place({ReturnPlace::Kind::own, 0}), 0);
        QCOMPARE(place({ReturnPlace::Kind::after, 2}), 2);
        QCOMPARE(place({ReturnPlace::Kind::end, 0}), 4);
        QCOMPARE(place({ReturnPlace::Kind::after, 0}), 0);
        QCOMPARE(place({ReturnPlace::Kind::after, 99}), 4);
    }

    void aReturnGoesWhereItIsToldAmongThoseOfOneInstant_data()
    {
        QTest::addColumn<int>("discipline");
        QTest::newRow("fifo") << int(Discipline::fifo);
        QTest::newRow("priority") << int(Discipline::priority);
        QTest::newRow("sla") << int(Discipline::sla);
    }

    void aReturnGoesWhereItIsToldAmongThoseOfOneInstant()
    {
        QFETCH(int, discipline);
        World world;
        const QueueId queue = world.queue("Passports", Discipline(discipline));
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        for (int i = 0; i < 6; ++i)
            world.issue(queue);
        // Twenty times behind the same one: each finds room between those before it.
        for (int i = 0; i < 20; ++i) {
            const auto before = world.state.waitingInOrder(queue, world.now);
            const TicketId last = before.back();
            world.must(CallTicket{agent, last, "test"}, agent);
            world.must(ReturnTicket{last, {ReturnPlace::Kind::after, 1}}, agent);
            const auto order = world.state.waitingInOrder(queue, world.now);
            QVERIFY(order.front() == before.front());
            QVERIFY(order[1] == last);
        }
    }

    void aBreakAskedForDuringServiceBeginsAfterIt()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        world.issue(queue);
        world.must(CallNext{agent}, agent);
        world.must(StartService{agent}, agent);
        world.must(SetAgentStatus{agent, AgentStatus::paused, "lunch"}, agent);
        QCOMPARE(world.agentOf(agent).status, AgentStatus::busy);
        world.must(CompleteService{agent, {}}, agent);
        QCOMPARE(world.agentOf(agent).status, AgentStatus::paused);
        QCOMPARE(world.agentOf(agent).statusReason, std::string("lunch"));
    }

    void refusalsSayWhy()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        const AgentId agent = world.agent("Ann", {{queue, 1}});
        QCOMPARE(world.refusal(CallNext{agent}), std::string("nobody_waiting"));
        QCOMPARE(world.refusal(CallNext{{999}}), std::string("unknown_agent"));
        QCOMPARE(world.refusal(CompleteService{agent, {}}), std::string("no_current_ticket"));
        const TicketId ticket = world.issue(queue);
        world.must(CallNext{agent});
        QCOMPARE(world.refusal(CompleteService{agent, {}}), std::string("wrong_state"));
        QCOMPARE(world.refusal(CallNext{agent}), std::string("agent_busy"));
        QCOMPARE(world.refusal(AbandonTicket{ticket}), std::string("wrong_state"));
        QCOMPARE(world.refusal(SignOut{agent}), std::string("agent_busy"));
        world.must(SetQueueStatus{queue, QueueStatus::paused});
        IssueTicket issue;
        issue.queue = queue;
        QCOMPARE(world.refusal(issue), std::string("queue_paused"));
        const AgentId other = world.agent("Ben", {{queue, 1}});
        QCOMPARE(world.refusal(CallNext{other}), std::string("nobody_waiting"));
        world.now -= 1h;
        QCOMPARE(world.refusal(issue), std::string("time_backwards"));
    }

    void aFullQueueTakesNobodyMore()
    {
        World world;
        const QueueId queue = world.queue("Passports");
        Queue config = world.state.queue(queue)->config;
        config.maxCapacity = 2;
        world.must(DefineQueue{config});
        world.issue(queue);
        world.issue(queue);
        IssueTicket issue;
        issue.queue = queue;
        QCOMPARE(world.refusal(issue), std::string("queue_full"));
    }
};

QTEST_GUILESS_MAIN(TestTicketLife)
#include "tst_ticket_life.moc"
