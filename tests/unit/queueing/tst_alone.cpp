#include <set>

#include <QTest>

#include <smartqueue/queueing/alone.h>

#include "world.h"

using namespace smartqueue;
using namespace smartqueue::queueing;
using namespace std::chrono_literals;

/// What a desktop may do while it does not hear its host, and what the branch makes of it later.
class TestAlone : public QObject {
    Q_OBJECT

private:
    struct Branch : World {
        QueueId counter = queue("Counter", Discipline::fifo, {}, "A");
        AgentId ann = agent("Ann", {{counter, 1}});
        AgentId ben = agent("Ben", {{counter, 1}});

        Branch() { must(GrantNumbers{{"host", "desk"}}); }

        /// As the desktop does it, on a state of its own.
        Result<Command> alone(CommandBody body, const std::set<TicketId> &own = {}) const
        {
            return asDoneAlone(state, Command{{}, std::move(body), {}, {}}, "desk", own, now);
        }
        /// As the host does it later.
        Done offer(Command command)
        {
            auto events = decide(state, command, {now, zone});
            if (!events)
                return tl::unexpected(events.error());
            log.push_back({state.sequence + 1, now, {}, {}, std::string(nameOf(command.body)), std::move(*events)});
            apply(state, log.back());
            return {};
        }
        IssueTicket issuing() const
        {
            IssueTicket issue;
            issue.queue = counter;
            return issue;
        }
        std::string reasonAgainst(CommandBody body, const std::set<TicketId> &own = {}) const
        {
            const auto command = alone(std::move(body), own);
            return command ? std::string() : command.error().detail.at("reason");
        }
    };

private Q_SLOTS:
    void nobodyElseGivesAGrantedNumber()
    {
        Branch branch;
        std::set<std::string> given;
        Queue config = branch.state.queue(branch.counter)->config;
        for (int i = config.firstNumber; i <= config.lastNumber; ++i) {
            if (!branch.tell(branch.issuing()))
                break;
            given.insert(branch.ticket(TicketId{branch.state.lastId}).number);
        }
        QCOMPARE(branch.refusal(branch.issuing()), std::string("numbers_exhausted"));
        // Two desktops have ten each.
        QCOMPARE(int(given.size()), config.lastNumber - config.firstNumber + 1 - 20);
        for (int i = 0; i < 10; ++i) {
            const auto issue = branch.alone(branch.issuing());
            QVERIFY(issue);
            QVERIFY(branch.offer(*issue));
            QVERIFY(given.insert(branch.ticket(std::get<IssueTicket>(issue->body).granted->ticket).number).second);
        }
        QCOMPARE(branch.reasonAgainst(branch.issuing()), std::string("numbers"));
    }

    void usedNumbersAreReplaced()
    {
        Branch branch;
        for (int i = 0; i < 6; ++i)
            QVERIFY(branch.offer(*branch.alone(branch.issuing())));
        branch.must(GrantNumbers{{"host", "desk"}});
        int left = 0;
        for (const NumberBlock &block : branch.state.queue(branch.counter)->granted.at("desk"))
            left += block.count;
        QCOMPARE(left, 14);
        // Nothing is asked for twice.
        const Sequence before = branch.state.sequence;
        branch.must(GrantNumbers{{"host", "desk"}});
        QCOMPARE(branch.state.sequence, before);
    }

    void whoIsGoneGivesNumbersBack()
    {
        Branch branch;
        branch.must(GrantNumbers{{"host"}});
        QVERIFY(!branch.state.queue(branch.counter)->granted.contains("desk"));
        QCOMPARE(branch.reasonAgainst(branch.issuing()), std::string("numbers"));
    }

    void onlyWhatNobodyElseCanCallIsCalled()
    {
        Branch branch;
        const TicketId everybodys = branch.issue(branch.counter);
        QCOMPARE(branch.reasonAgainst(CallNext{branch.ann}), std::string("tickets"));
        QCOMPARE(branch.reasonAgainst(CallTicket{branch.ann, everybodys, {}}), std::string("tickets"));

        const TicketId own = branch.issue(branch.counter);
        const auto call = branch.alone(CallNext{branch.ann}, {own});
        QVERIFY(call);
        QCOMPARE(std::get<CallTicket>(call->body).ticket.value, own.value);

        IssueTicket kept = branch.issuing();
        kept.reservedFor = branch.ann;
        branch.must(kept);
        const TicketId reserved{branch.state.lastId};
        QCOMPARE(std::get<CallTicket>(branch.alone(CallNext{branch.ann}, {own})->body).ticket.value, reserved.value);
        QCOMPARE(std::get<CallTicket>(branch.alone(CallNext{branch.ben}, {own})->body).ticket.value, own.value);
    }

    void whatNeedsTheWholeBranchWaits()
    {
        Branch branch;
        const TicketId ticket = branch.issue(branch.counter);
        for (const CommandBody &body : std::initializer_list<CommandBody>{TransferTicket{ticket, branch.counter, {}}, CancelTicket{ticket}, SignOut{branch.ann},
                                                                          SetQueueStatus{branch.counter, QueueStatus::closed}, Undo{}})
            QCOMPARE(branch.reasonAgainst(body), std::string("command"));
    }

    void timesAreThoseOfTheDesktop()
    {
        Branch branch;
        const TicketId ticket = branch.issue(branch.counter);
        branch.must(CallNext{branch.ann});
        branch.wait(1min);
        branch.must(StartService{branch.ann});
        branch.wait(5min);
        const auto done = branch.alone(CompleteService{branch.ann, {}});
        QVERIFY(done);
        branch.wait(2h);
        QVERIFY(branch.offer(*done));
        QVERIFY(*branch.ticket(ticket).leg().endedAt - *branch.ticket(ticket).leg().startedAt == 5min);
        QVERIFY(branch.state.at == branch.now);
    }

    void aClockThatGoesWrongMakesNoNegativeTimes()
    {
        for (const Duration wrong : {Duration(-1h), Duration(1h)}) {
            Branch branch;
            const TicketId ticket = branch.issue(branch.counter);
            branch.must(CallNext{branch.ann});
            branch.must(StartService{branch.ann});
            branch.wait(5min);
            auto done = branch.alone(CompleteService{branch.ann, {}});
            done->alone->at += wrong;
            QVERIFY(branch.offer(*done));
            const Duration served = *branch.ticket(ticket).leg().endedAt - *branch.ticket(ticket).leg().startedAt;
            QVERIFY(served >= 0ms && served <= 5min);
        }
    }

    void anotherTicketInHandIsNotFinishedInstead()
    {
        Branch branch;
        branch.issue(branch.counter);
        const TicketId next = branch.issue(branch.counter);
        branch.must(CallNext{branch.ann});
        branch.must(StartService{branch.ann});
        const auto done = branch.alone(CompleteService{branch.ann, {}});
        branch.must(CompleteService{branch.ann, {}});
        branch.must(CallNext{branch.ann});
        branch.must(StartService{branch.ann});
        const Done offered = branch.offer(*done);
        QVERIFY(!offered);
        QCOMPARE(std::string(offered.error().code.name()), std::string("not_in_hand"));
        QCOMPARE(branch.inHand(branch.ann).value, next.value);
    }

    void aSettledConflictIsGoneAndItsNumberStaysGiven()
    {
        Branch branch;
        Conflict conflict;
        conflict.id = {branch.state.lastId + 1};
        const NumberBlock block = branch.state.queue(branch.counter)->granted.at("desk").front();
        conflict.ticket = block.firstTicket;
        conflict.number = numberText("A", block.first);
        apply(branch.state, {branch.state.sequence + 1, branch.now, {}, {}, "issue", {ConflictNoted{conflict}}});
        IssueTicket given = branch.issuing();
        given.number = conflict.number;
        QCOMPARE(branch.refusal(given), std::string("name_taken"));
        branch.must(SettleConflict{conflict.id, false});
        QVERIFY(branch.state.conflicts.empty());
        QCOMPARE(branch.refusal(SettleConflict{conflict.id, false}), std::string("unknown_conflict"));
    }

    void theStateComesBackWhole()
    {
        Branch branch;
        QVERIFY(branch.offer(*branch.alone(branch.issuing())));
        Conflict conflict;
        conflict.id = {branch.state.lastId + 1};
        conflict.detail = {{"queue", "Counter"}};
        apply(branch.state, {branch.state.sequence + 1, branch.now, {}, {}, "issue", {ConflictNoted{conflict}}});
        const std::string bytes = encodeState(branch.state);
        const auto back = decodeState(bytes);
        QVERIFY(back);
        QVERIFY(encodeState(*back) == bytes);
        QCOMPARE(back->queue(branch.counter)->granted.size(), std::size_t(2));
        QCOMPARE(back->conflicts.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAlone)
#include "tst_alone.moc"
