#include <QSignalSpy>
#include <QTest>

#include <smartqueue/engine/past_state.h>
#include <smartqueue/presentation/agent_history.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace smartqueue::presentation;
using namespace std::chrono_literals;
using testing::SmallBranch;

namespace {

void serve(SmallBranch &branch, AgentId agent, QueueId queue, Duration waits, Duration takes)
{
    branch.issue(queue);
    branch.advance(waits);
    branch.must(CallNext{agent}, agent);
    branch.must(StartService{agent}, agent);
    branch.advance(takes);
    branch.must(CompleteService{agent, "done"}, agent);
}

AgentFigures figuresOf(SmallBranch &branch, AgentId agent, Instant from)
{
    auto reader = branch.engine->openReader();
    auto days = AgentDays::begin(**reader, from);
    if (!days || !days->advance(**reader))
        return {};
    return days->figures(branch.clock.now())[agent];
}

} // namespace

class TestAgentFigures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servicesWaitsAndBreaksAreCounted()
    {
        SmallBranch branch;
        const Instant start = branch.clock.now();
        branch.advance(1min);
        branch.must(SignIn{branch.leila, "3"});
        serve(branch, branch.leila, branch.information, 2min, 6min);
        serve(branch, branch.leila, branch.information, 9min, 4min);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "lunch"}, branch.leila);
        branch.advance(30min);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::available, {}}, branch.leila);
        branch.advance(9min);
        const AgentFigures figures = figuresOf(branch, branch.leila, start);
        QCOMPARE(figures.served, 2);
        QCOMPARE(figures.onTime, 1);
        QVERIFY(*figures.meanService() == 5min);
        QCOMPARE(figures.breaks, 1);
        QVERIFY(figures.onBreak == 30min);
        QVERIFY(figures.onDuty == 30min);
        QVERIFY(figuresOf(branch, branch.omar, start) == AgentFigures());
    }

    void whatIsTakenBackCountsNoMore()
    {
        SmallBranch branch;
        const Instant start = branch.clock.now();
        branch.advance(1min);
        branch.must(SignIn{branch.leila, "3"});
        serve(branch, branch.leila, branch.information, 1min, 5min);
        QCOMPARE(figuresOf(branch, branch.leila, start).served, 1);
        branch.must(Undo{branch.leila}, branch.leila);
        QVERIFY(figuresOf(branch, branch.leila, start).inService == Duration(0));
        QCOMPARE(figuresOf(branch, branch.leila, start).served, 0);
    }

    void holdsAreNoService()
    {
        SmallBranch branch;
        const Instant start = branch.clock.now();
        branch.advance(1min);
        branch.must(SignIn{branch.leila, "3"});
        const auto ticket = branch.issue(branch.information);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(StartService{branch.leila}, branch.leila);
        branch.advance(2min);
        branch.must(HoldTicket{branch.leila, "photo"}, branch.leila);
        branch.advance(20min);
        branch.must(ResumeTicket{branch.leila, ticket.ticket}, branch.leila);
        branch.advance(1min);
        branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        QVERIFY(*figuresOf(branch, branch.leila, start).meanService() == 3min);
    }

    void anHourOfDutyIsSharedOutOverTheTickets()
    {
        AgentFigures figures;
        figures.onDuty = 90min;
        QVERIFY(!figures.costPerTicket(2000));
        figures.served = 6;
        QCOMPARE(*figures.costPerTicket(2000), 500.0);
        QVERIFY(!figures.costPerTicket({}));
    }

    void theHistoryFollowsTheBranchAndKnowsYesterday()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        serve(branch, branch.leila, branch.information, 1min, 5min);
        branch.must(SignOut{branch.leila});
        branch.advance(24h);
        branch.must(SignIn{branch.leila, "3"});
        serve(branch, branch.leila, branch.information, 1min, 7min);
        branch.now();

        AgentHistory history(*branch.engine);
        QVERIFY(!history.today(branch.leila));
        history.setWatching(true);
        QTRY_VERIFY(history.week(branch.leila));
        QCOMPARE(history.today(branch.leila)->served, 1);
        QVERIFY(*history.today(branch.leila)->meanService() == 7min);
        QCOMPARE(history.week(branch.leila)->served, 2);
        QVERIFY(*history.week(branch.leila)->meanService() == 6min);

        serve(branch, branch.leila, branch.information, 1min, 5min);
        QTRY_COMPARE(history.today(branch.leila)->served, 2);
        QCOMPARE(history.week(branch.leila)->served, 3);
        QVERIFY(!history.failure());
    }

    void aWeekAgoIsForgotten()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        serve(branch, branch.leila, branch.information, 1min, 5min);
        branch.must(SignOut{branch.leila});
        branch.advance(24h * 7);
        branch.must(SignIn{branch.leila, "3"});
        branch.now();
        AgentHistory history(*branch.engine);
        history.setWatching(true);
        QTRY_VERIFY(history.week(branch.leila));
        QCOMPARE(history.week(branch.leila)->served, 0);
    }
};

QTEST_GUILESS_MAIN(TestAgentFigures)
#include "tst_agent_figures.moc"
