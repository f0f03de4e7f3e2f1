#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/presentation/desk_model.h>
#include <smartqueue/presentation/ticket_facts.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::DeskActions;
using presentation::DeskFacts;
using testing::SmallBranch;

namespace {

DeskFacts factsOf(SmallBranch &branch)
{
    return presentation::deskFacts(*branch.now(), branch.leila, branch.clock.now());
}

} // namespace

class TestDeskFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMainActFollowsTheTicket()
    {
        SmallBranch branch;
        QCOMPARE(factsOf(branch).actions.main, DeskActions::Main::none);
        branch.must(SignIn{branch.leila, "3"});
        QCOMPARE(factsOf(branch).actions.main, DeskActions::Main::none);
        branch.issue(branch.passports);
        branch.issue(branch.passports);
        QCOMPARE(factsOf(branch).actions.main, DeskActions::Main::callNext);
        branch.must(CallNext{branch.leila}, branch.leila);
        const DeskFacts called = factsOf(branch);
        QCOMPARE(called.actions.main, DeskActions::Main::start);
        QVERIFY(called.actions.recall && called.actions.noShow && called.actions.hold && called.actions.undo);
        branch.must(StartService{branch.leila}, branch.leila);
        const DeskFacts serving = factsOf(branch);
        QCOMPARE(serving.actions.main, DeskActions::Main::finishAndCallNext);
        QVERIFY(!serving.actions.recall && !serving.actions.noShow);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "lunch"}, branch.leila);
        QCOMPARE(factsOf(branch).actions.main, DeskActions::Main::finish);
        QVERIFY(factsOf(branch).breakArmed);
    }

    void thePlaceOfEachNextTicketHasAReason()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        branch.issue(branch.payments);
        branch.advance(1min);
        branch.issue(branch.passports);
        branch.issue(branch.passports);
        const DeskFacts facts = factsOf(branch);
        QCOMPARE(facts.upcoming.size(), std::size_t(3));
        QCOMPARE(facts.upcoming[0].number, QStringLiteral("A001"));
        QCOMPARE(facts.upcoming[0].reason, QStringLiteral("first in rank 1"));
        QCOMPARE(facts.upcoming[1].reason, QStringLiteral("in order of arrival"));
        QCOMPARE(facts.upcoming[2].reason, QStringLiteral("first in rank 2"));
        QCOMPARE(facts.waiting, 3);
    }

    void undoLeadsBackStepByStepAndEndsAfterThirtySeconds()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        branch.issue(branch.passports);
        branch.issue(branch.passports);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(StartService{branch.leila}, branch.leila);
        branch.advance(4min);
        branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        branch.must(CallNext{branch.leila}, branch.leila);
        const DeskFacts facts = factsOf(branch);
        QCOMPARE(facts.last.size(), std::size_t(2));
        QCOMPARE(facts.last[0].number, QStringLiteral("A002"));
        QCOMPARE(facts.last[0].undoSteps, 1);
        QCOMPARE(facts.last[1].number, QStringLiteral("A001"));
        QCOMPARE(facts.last[1].undoSteps, 2);
        branch.advance(31s);
        const DeskFacts later = factsOf(branch);
        QVERIFY(!later.actions.undo);
        QCOMPARE(later.last.size(), std::size_t(1));
        QCOMPARE(later.last[0].undoSteps, 0);
    }

    void theTimerLeavesHoldsOut()
    {
        presentation::DeskTicket ticket;
        const Instant start = *fromIso8601("2026-11-19T09:00:00Z");
        ticket.calledAt = start;
        QCOMPARE(presentation::deskTimer(ticket, start + 30s), Duration(30s));
        ticket.startedAt = start + 1min;
        ticket.held = 2min;
        QCOMPARE(presentation::deskTimer(ticket, start + 10min), Duration(7min));
    }

    void onlyLegalTargetsAreOffered()
    {
        SmallBranch branch;
        const auto a = branch.issue(branch.passports);
        branch.must(SignIn{branch.omar, "2"});
        branch.must(SetQueueStatus{branch.information, QueueStatus::closed});
        const auto actions = presentation::ticketActions(*branch.now(), a.ticket, {}, branch.clock.now());
        QCOMPARE(actions.callers, std::vector<AgentId>{branch.omar});
        QCOMPARE(actions.toQueues, std::vector<QueueId>{branch.payments});
        QCOMPARE(actions.toAgents, std::vector<AgentId>{branch.omar});
        QVERIFY(actions.abandon && actions.cancel && actions.changePriority && !actions.returnToLine);
    }

    void listsChangeOnlyTheRowsThatDiffer()
    {
        presentation::UpcomingModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        presentation::UpcomingTicket a{TicketId{1}, QStringLiteral("A001"), QStringLiteral("Passports"), {}, {}};
        presentation::UpcomingTicket b{TicketId{2}, QStringLiteral("A002"), QStringLiteral("Passports"), {}, {}};
        model.show({a, b});
        QCOMPARE(model.rowCount(), 2);
        changed.clear();
        b.waited = 3min;
        model.show({a, b});
        QCOMPARE(changed.count(), 1);
        model.show({b});
        QCOMPARE(model.rowCount(), 1);
        presentation::OwnQueueModel queues;
        QAbstractItemModelTester queueTester(&queues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        queues.show({{QueueId{1}, 1, QStringLiteral("Passports"), 3, QueueStatus::active, {}}});
        QCOMPARE(queues.rowCount(), 1);
        queues.show({});
        QCOMPARE(queues.rowCount(), 0);
    }

    void listsKeepTheirPromisesWhateverComes()
    {
        RandomSource random(20261119);
        presentation::UpcomingModel upcoming;
        presentation::OwnQueueModel queues;
        QAbstractItemModelTester upcomingTester(&upcoming, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester queueTester(&queues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 200; ++round) {
            std::vector<presentation::UpcomingTicket> tickets;
            std::vector<presentation::OwnQueue> own;
            for (std::int64_t id = 1; id <= 6; ++id) {
                if (random.chance(0.6))
                    tickets.insert(tickets.begin() + random.between(0, std::int64_t(tickets.size())),
                                   {TicketId{id}, QString::number(id), QStringLiteral("Passports"), {}, 1min * random.between(0, 9)});
                if (random.chance(0.6))
                    own.insert(own.begin() + random.between(0, std::int64_t(own.size())),
                               {QueueId{id}, int(id), QString::number(id), int(random.between(0, 9)), QueueStatus::active, {}});
            }
            upcoming.show(tickets);
            queues.show(own);
            QCOMPARE(upcoming.rowCount(), int(tickets.size()));
            QCOMPARE(queues.rowCount(), int(own.size()));
            for (int row = 0; row < upcoming.rowCount(); ++row)
                QCOMPARE(upcoming.index(row).data(presentation::UpcomingModel::numberRole).toString(), tickets[std::size_t(row)].number);
            for (int row = 0; row < queues.rowCount(); ++row)
                QCOMPARE(queues.index(row).data(presentation::OwnQueueModel::waitingRole).toInt(), own[std::size_t(row)].waiting);
        }
    }
};

QTEST_GUILESS_MAIN(TestDeskFacts)
#include "tst_desk_facts.moc"
