#include <QTest>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

class TestUndo : public QObject {
    Q_OBJECT

    struct Desk {
        World world;
        QueueId queue;
        QueueId other;
        AgentId ann;
        AgentId ben;
        Desk()
        {
            queue = world.queue("Passports");
            other = world.queue("Payments");
            ann = world.agent("Ann", {{queue, 1}});
            ben = world.agent("Ben", {{queue, 1}, {other, 2}});
        }
    };

private Q_SLOTS:
    void anUndoneCallGivesTheTicketItsPlaceBack()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId first = world.issue(desk.queue);
        world.wait(1min);
        world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.wait(29s);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.ticket(first).state, TicketState::waiting);
        QVERIFY(world.state.waitingInOrder(desk.queue, world.now).front() == first);
        QCOMPARE(world.agentOf(desk.ann).status, AgentStatus::available);
        QVERIFY(!world.inHand(desk.ann));
    }

    void anUndoneReturnPutsTheTicketBackIntoTheHand()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.wait(40min);
        const Ticket before = world.ticket(ticket);
        world.must(ReturnTicket{ticket, {ReturnPlace::Kind::after, 0}});
        QCOMPARE(world.ticket(ticket).state, TicketState::waiting);
        QVERIFY(!world.inHand(desk.ann));
        world.wait(20s);
        world.must(Undo{});
        QCOMPARE(world.ticket(ticket).state, TicketState::serving);
        QVERIFY(world.inHand(desk.ann) == ticket);
        QCOMPARE(world.agentOf(desk.ann).status, AgentStatus::busy);
        QCOMPARE(world.ticket(ticket).legs.size(), before.legs.size());
        QVERIFY(world.state.waitingInOrder(desk.queue, world.now).empty());
    }

    void anUndoneHoldGoesOnWithTheService()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.must(HoldTicket{desk.ann, "forgotten"});
        world.must(Undo{});
        QCOMPARE(world.ticket(ticket).state, TicketState::serving);
        QVERIFY(!world.ticket(ticket).heldSince);
        QVERIFY(world.inHand(desk.ann) == ticket);
    }

    void aHoldIsNotUndoneOnceTheAgentHasSomebodyElse()
    {
        Desk desk;
        World &world = desk.world;
        world.issue(desk.queue);
        world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(HoldTicket{desk.ann, {}});
        world.must(CallNext{desk.ben}, desk.ben);
        world.must(TransferTicket{world.inHand(desk.ben), {}, desk.ann});
        world.must(CallNext{desk.ann}, desk.ann);
        world.state.undoable.pop_back();
        world.state.undoable.pop_back();
        world.state.undoable.pop_back();
        QCOMPARE(world.state.undoable.back().kind, std::string("hold"));
        QCOMPARE(world.refusal(Undo{}), std::string("undo_overtaken"));
    }

    void anUndoneClosingTakesItsFiguresBack()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.wait(3min);
        world.must(CompleteService{desk.ann, "done"}, desk.ann);
        QCOMPARE(world.state.queue(desk.queue)->today.served, 1);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.ticket(ticket).state, TicketState::serving);
        QVERIFY(world.inHand(desk.ann) == ticket);
        QCOMPARE(world.state.queue(desk.queue)->today.served, 0);
        QVERIFY(world.state.queue(desk.queue)->services.empty());
        world.must(CompleteService{desk.ann, "done"}, desk.ann);
        QCOMPARE(world.state.queue(desk.queue)->today.served, 1);
    }

    void finishAndCallNextIsUndoneStepByStep()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId first = world.issue(desk.queue);
        const TicketId second = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.must(CompleteService{desk.ann, {}}, desk.ann);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.ticket(second).state, TicketState::waiting);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QVERIFY(world.inHand(desk.ann) == first);
        QCOMPARE(world.ticket(first).state, TicketState::serving);
    }

    void aNoShowAndATransferAreUndone()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(MarkNoShow{desk.ann}, desk.ann);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.ticket(ticket).state, TicketState::called);
        world.must(TransferTicket{ticket, desk.other, {}}, desk.ann);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QVERIFY(world.ticket(ticket).queue == desk.queue);
        QCOMPARE(world.ticket(ticket).priority, 0);
        QCOMPARE(world.ticket(ticket).legs.size(), std::size_t(1));
        QVERIFY(world.inHand(desk.ann) == ticket);
    }

    void nothingIsUndoneAfterHalfAMinute()
    {
        Desk desk;
        World &world = desk.world;
        world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.wait(30s + 1ms);
        QCOMPARE(world.refusal(Undo{desk.ann, {}}, desk.ann), std::string("undo_expired"));
    }

    void whatHasGoneOnIsNotUndone()
    {
        Desk desk;
        World &world = desk.world;
        world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        QCOMPARE(world.refusal(Undo{desk.ann, {}}, desk.ann), std::string("undo_overtaken"));
    }

    void oneUndoesOnesOwn()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId first = world.issue(desk.queue);
        const TicketId second = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(CallNext{desk.ben}, desk.ben);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.ticket(first).state, TicketState::waiting);
        QCOMPARE(world.ticket(second).state, TicketState::called);
        QCOMPARE(world.refusal(Undo{desk.ann, {}}, desk.ann), std::string("nothing_to_undo"));
    }

    void everySuggestionIsUndone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("transfer") << int(SuggestionKind::transfer);
        QTest::newRow("reallocation") << int(SuggestionKind::reallocation);
        QTest::newRow("discipline") << int(SuggestionKind::discipline);
    }

    void everySuggestionIsUndone()
    {
        QFETCH(int, kind);
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        world.issue(desk.queue);
        SuggestedAction action;
        action.kind = SuggestionKind(kind);
        action.ticket = ticket;
        action.agent = desk.ann;
        action.fromQueue = desk.queue;
        action.toQueue = desk.other;
        action.discipline = Discipline::sla;
        const BranchState before = world.state;
        world.must(ApplySuggestion{"s", {action}});
        QVERIFY(!world.state.decided.back().undone);
        world.wait(10s);
        world.must(Undo{});
        QVERIFY(world.state.decided.back().undone);
        QVERIFY(world.ticket(ticket).queue == before.tickets.at(ticket).queue);
        QCOMPARE(world.agentOf(desk.ann).assignments.size(), before.agents.at(desk.ann).assignments.size());
        QCOMPARE(world.state.queue(desk.other)->config.discipline, Discipline::fifo);
        QVERIFY(world.state.waitingInOrder(desk.queue, world.now) == before.waitingInOrder(desk.queue, world.now));
    }

    void aTransferOfAHeldTicketIsUndoneAndTheHandLeftAlone()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId held = world.issue(desk.queue);
        const TicketId second = world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.must(HoldTicket{desk.ann, "fetches a paper"}, desk.ann);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.must(TransferTicket{held, desk.other, {}});
        world.must(Undo{});
        QCOMPARE(world.ticket(held).state, TicketState::held);
        QVERIFY(world.inHand(desk.ann) == second);
        world.must(TransferTicket{held, desk.other, {}});
        world.must(HoldTicket{desk.ann, "a question"}, desk.ann);
        world.must(Undo{});
        QVERIFY(!world.inHand(desk.ann));
        world.must(ResumeTicket{desk.ben, second}, desk.ben);
        world.must(CompleteService{desk.ben, {}}, desk.ben);
        QCOMPARE(world.refusal(CompleteService{desk.ann, {}}), std::string("no_current_ticket"));
        world.must(SignOut{desk.ann});
    }

    void aDisciplineThatWasChangedAgainStays()
    {
        Desk desk;
        World &world = desk.world;
        SuggestedAction action;
        action.kind = SuggestionKind::discipline;
        action.toQueue = desk.queue;
        action.discipline = Discipline::sla;
        world.must(ApplySuggestion{"s", {action}});
        world.must(SetDiscipline{desk.queue, Discipline::priority});
        QCOMPARE(world.refusal(Undo{}), std::string("undo_overtaken"));
        QVERIFY(world.state.queue(desk.queue)->config.discipline == Discipline::priority);
    }

    void whatWasAppliedTwiceIsUndoneOnce()
    {
        Desk desk;
        World &world = desk.world;
        const auto move = [&] {
            SuggestedAction action;
            action.kind = SuggestionKind::transfer;
            action.ticket = world.issue(desk.queue);
            action.fromQueue = desk.queue;
            action.toQueue = desk.other;
            world.must(ApplySuggestion{"transfers-1-2", {action}});
        };
        move();
        world.wait(10s);
        move();
        world.must(Undo{});
        QCOMPARE(world.state.decided.size(), std::size_t(2));
        QVERIFY(!world.state.decided.front().undone);
        QVERIFY(world.state.decided.back().undone);
    }

    void aRankThatWasChangedAgainStays()
    {
        Desk desk;
        World &world = desk.world;
        SuggestedAction action;
        action.kind = SuggestionKind::reallocation;
        action.agent = desk.ann;
        action.toQueue = desk.other;
        world.must(ApplySuggestion{"s", {action}});
        world.must(AssignAgent{desk.ann, desk.other, 3});
        QCOMPARE(world.refusal(Undo{}), std::string("undo_overtaken"));
    }

    void aReallocationIsUndoneThoughTheDayHasTurned()
    {
        Desk desk;
        World &world = desk.world;
        world.now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 20) + 3h + 59min + 55s;
        SuggestedAction action;
        action.kind = SuggestionKind::reallocation;
        action.agent = desk.ann;
        action.toQueue = desk.other;
        world.must(ApplySuggestion{"s", {action}});
        world.wait(10s);
        world.must(StartBusinessDay{});
        world.must(Undo{});
        QCOMPARE(world.agentOf(desk.ann).assignments.size(), std::size_t(1));
    }

    void aBreakThatHasBegunWaitsForTheTicketThatComesBack()
    {
        Desk desk;
        World &world = desk.world;
        world.issue(desk.queue);
        world.must(CallNext{desk.ann}, desk.ann);
        world.must(StartService{desk.ann}, desk.ann);
        world.must(CompleteService{desk.ann, {}}, desk.ann);
        world.must(SetAgentStatus{desk.ann, AgentStatus::paused, "lunch"}, desk.ann);
        world.must(Undo{desk.ann, {}}, desk.ann);
        QCOMPARE(world.agentOf(desk.ann).status, AgentStatus::busy);
        world.must(CompleteService{desk.ann, {}}, desk.ann);
        QCOMPARE(world.agentOf(desk.ann).status, AgentStatus::paused);
        QCOMPARE(world.agentOf(desk.ann).statusReason, std::string("lunch"));
    }

    void aMoveToWhatTheAgentCannotServeIsOutdated()
    {
        Desk desk;
        World &world = desk.world;
        const QueueId weddings = world.queue("Weddings", Discipline::fifo, world.service("Weddings", 10min, {"registrar"}));
        SuggestedAction action;
        action.kind = SuggestionKind::reallocation;
        action.agent = desk.ann;
        action.toQueue = weddings;
        QCOMPARE(world.refusal(ApplySuggestion{"s", {action}}), std::string("suggestion_outdated"));
    }

    void aSuggestionThatTheBranchHasOvertakenIsRefused()
    {
        Desk desk;
        World &world = desk.world;
        const TicketId ticket = world.issue(desk.queue);
        SuggestedAction action{SuggestionKind::transfer, ticket, {}, desk.queue, desk.other, Discipline::fifo};
        world.must(CallNext{desk.ann}, desk.ann);
        const std::string before = encodeState(world.state);
        QCOMPARE(world.refusal(ApplySuggestion{"s", {action}}), std::string("suggestion_outdated"));
        QCOMPARE(encodeState(world.state), before);
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
