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

    void whatIsTakenBackIsNobodysUntilTheNextDay()
    {
        Branch branch;
        const auto last = branch.alone(branch.issuing());
        const std::string number = std::get<IssueTicket>(last->body).granted->number;
        branch.must(GrantNumbers{{"host"}});
        IssueTicket given = branch.issuing();
        given.number = number;
        QCOMPARE(branch.refusal(given), std::string("name_taken"));
        branch.must(GrantNumbers{{"host", "other"}});
        for (const NumberBlock &block : branch.state.queue(branch.counter)->granted.at("other"))
            QVERIFY(numberText(block.prefix, block.first) > number || numberText(block.prefix, block.first + block.count - 1) < number);
        branch.wait(24h);
        QVERIFY(branch.tell(given));
    }

    void whatARemovedQueueLeavesIsNobodysUntilTheNextDay()
    {
        Branch branch;
        const std::string number = std::get<IssueTicket>(branch.alone(branch.issuing())->body).granted->number;
        branch.must(RemoveQueue{branch.counter});
        const QueueId next = branch.queue("Next", Discipline::fifo, {}, "A");
        IssueTicket given;
        given.queue = next;
        given.number = number;
        QCOMPARE(branch.refusal(given), std::string("name_taken"));
        branch.wait(24h);
        QVERIFY(branch.tell(given));
    }

    void whatTheCustomerWasToldHoldsThroughAChangeOfPrefix()
    {
        Branch branch;
        const auto before = branch.alone(branch.issuing());
        Queue config = branch.state.queue(branch.counter)->config;
        config.prefix = "B";
        branch.must(DefineQueue{config});
        // Another queue counts under the prefix that is free now.
        const QueueId other = branch.queue("Other", Discipline::fifo, {}, "A");
        std::set<std::string> given;
        IssueTicket issue;
        issue.queue = other;
        while (branch.tell(issue))
            QVERIFY(given.insert(branch.ticket(TicketId{branch.state.lastId}).number).second);
        QVERIFY(branch.offer(*before));
        const GrantedNumber &told = *std::get<IssueTicket>(before->body).granted;
        QCOMPARE(branch.ticket(told.ticket).number, told.number);
        QVERIFY(told.number.starts_with('A') && given.insert(told.number).second);
        // Those that are left are given once as well, and new ones have the new prefix.
        branch.must(GrantNumbers{{"host", "desk"}});
        const auto after = branch.alone(branch.issuing());
        QVERIFY(std::get<IssueTicket>(after->body).granted->number.starts_with('B'));
        for (int i = 0; i < 9 + 10; ++i) {
            const auto next = branch.alone(branch.issuing());
            QVERIFY(next && branch.offer(*next));
            QVERIFY(given.insert(std::get<IssueTicket>(next->body).granted->number).second);
        }
    }

    void queuesWhoseRangesOverlapGiveNoNumberTwice()
    {
        Branch branch;
        Queue config = branch.state.queue(branch.counter)->config;
        config.id = {};
        config.name = "Second";
        config.firstNumber = 500;
        branch.must(DefineQueue{config});
        const QueueId second{branch.state.lastId};
        branch.must(GrantNumbers{{"host", "desk"}});
        std::set<std::string> given;
        for (const QueueId queue : {second, branch.counter}) {
            IssueTicket issue;
            issue.queue = queue;
            for (int i = 0; i < 8; ++i) {
                const auto alone = branch.alone(issue);
                QVERIFY(alone && given.insert(std::get<IssueTicket>(alone->body).granted->number).second);
                QVERIFY(branch.offer(*alone));
            }
            while (branch.tell(issue))
                QVERIFY(given.insert(branch.ticket(TicketId{branch.state.lastId}).number).second);
        }
        for (const QueueId queue : {second, branch.counter}) {
            IssueTicket issue;
            issue.queue = queue;
            while (const auto alone = branch.alone(issue)) {
                QVERIFY(given.insert(std::get<IssueTicket>(alone->body).granted->number).second);
                QVERIFY(branch.offer(*alone));
            }
        }
        QVERIFY(given.size() > 900);
    }

    void aGrantedNumberIsNotTakenByHand()
    {
        Branch branch;
        IssueTicket given = branch.issuing();
        given.number = std::get<IssueTicket>(branch.alone(given)->body).granted->number;
        QCOMPARE(branch.refusal(given), std::string("name_taken"));
    }

    void whatWasDoneYesterdayIsYesterdays()
    {
        Branch branch;
        branch.must(StartBusinessDay{});
        const auto issued = branch.alone(branch.issuing());
        const TicketId ticket = std::get<IssueTicket>(issued->body).granted->ticket;
        const std::int32_t yesterday = branch.state.businessDay;
        const auto called = Command{{}, CallTicket{branch.ann, ticket, {}}, {}, {}, {}, {}, {}, {}, DoneAlone{"desk", branch.now + 1min, {}}};
        const auto started = Command{{}, StartService{branch.ann}, {}, {}, {}, {}, {}, {}, DoneAlone{"desk", branch.now + 2min, ticket}};
        const auto done = Command{{}, CompleteService{branch.ann, {}}, {}, {}, {}, {}, {}, {}, DoneAlone{"desk", branch.now + 9min, ticket}};
        branch.wait(24h);
        branch.must(StartBusinessDay{});
        for (const Command &act : {*issued, called, started, done})
            QVERIFY(branch.offer(act));
        QCOMPARE(branch.state.businessDay, yesterday + 1);
        QCOMPARE(branch.ticket(ticket).businessDay, yesterday);
        const DayCounters &today = branch.state.queue(branch.counter)->today;
        QCOMPARE(today.issued, 0);
        QCOMPARE(today.served, 0);
        const std::string bytes = encodeState(branch.state);
        QCOMPARE(encodeState(*decodeState(bytes)), bytes);
    }

    void whatWasDoneBeforeTheHostBeganItsDayIsTodays()
    {
        Branch branch;
        branch.wait(23h);
        const auto issued = branch.alone(branch.issuing());
        const TicketId ticket = std::get<IssueTicket>(issued->body).granted->ticket;
        const auto called = Command{{}, CallTicket{branch.ann, ticket, {}}, {}, {}, {}, {}, {}, {}, DoneAlone{"desk", branch.now + 1min, {}}};
        const auto gone = Command{{}, MarkNoShow{branch.ann}, {}, {}, {}, {}, {}, {}, DoneAlone{"desk", branch.now + 2min, ticket}};
        branch.wait(1h);
        branch.must(StartBusinessDay{});
        for (const Command &act : {*issued, called, gone})
            QVERIFY(branch.offer(act));
        QCOMPARE(branch.ticket(ticket).businessDay, branch.state.businessDay);
        const DayCounters &today = branch.state.queue(branch.counter)->today;
        QCOMPARE(today.issued, 1);
        QCOMPARE(today.noShow, 1);
    }

    void aResetHourThatWasPutBackGivesNoNumberTwice()
    {
        Branch branch;
        branch.must(StartBusinessDay{});
        branch.wait(1h);
        const std::int32_t today = branch.state.businessDay;
        smartqueue::Branch later = branch.state.branch;
        later.numberReset.hour = 23;
        branch.must(DefineBranch{later});
        branch.wait(1min);
        const auto issued = branch.alone(branch.issuing());
        QVERIFY(branch.offer(*issued));
        const Ticket &ticket = branch.ticket(std::get<IssueTicket>(issued->body).granted->ticket);
        QCOMPARE(branch.state.businessDay, today);
        QCOMPARE(ticket.businessDay, today);
        IssueTicket again = branch.issuing();
        again.number = ticket.number;
        QCOMPARE(branch.refusal(again), std::string("name_taken"));
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
        conflict.number = numberText(block.prefix, block.first);
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
