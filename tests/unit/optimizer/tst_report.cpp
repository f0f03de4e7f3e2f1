#include <set>

#include <QTest>

#include <smartqueue/analytics/staffing.h>
#include <smartqueue/optimizer/report.h>
#include <smartqueue/queueing/apply.h>
#include <smartqueue/queueing/decide.h>

#include "branch_builder.h"

using namespace smartqueue;
using namespace smartqueue::optimizer;
using smartqueue::testing::BranchBuilder;
using smartqueue::testing::randomBranch;
using namespace std::chrono_literals;
using Reason = DisciplineAdvice::Reason;
using Confidence = DisciplineAdvice::Confidence;

class TestReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNeedyQueueGetsASpareAgent();
    void needyMeansMoreThanThreePerAgentAndMoreThanFive_data();
    void needyMeansMoreThanThreePerAgentAndMoreThanFive();
    void spareMeansFewerThanTwoWaiting();
    void onlyAnAvailableAgentWithEmptyHandsIsSpare();
    void anAgentWithoutAnAssignmentIsSeen();
    void anAgentWithoutTheSkillIsNoHelp();
    void anAgentOfTheQueueIsNoReallocation();
    void theImpactIsTenTimesTheRatioUpToAHundred();
    void eachAgentMovesOnceAndNoMoreThanNeeded();
    void oneAgentPerPairOfQueues();
    void aPausedQueueIsNotNeedy();

    void manyLateTicketsSpeakForSla();
    void manyPriorityTicketsSpeakForPriority();
    void otherwiseFirstComeFirstServed();
    void littleHistoryKeepsTodaysDiscipline();
    void aQueueWithoutAnyHistoryDoesNotFailTheReport();
    void onlyAdviceThatDiffersIsReported();

    void thePriorityFollowsTheBalance();
    void everySuggestionHasAnAction();
    void theBranchAcceptsEverySuggestionInTheirOrder();
    void anUnknownSuggestionHasNoAction();
    void idsSayWhatIsSuggested();
    void fiftyQueuesWithFiveThousandWaiting();
};

namespace {

struct NeedAndSpare {
    BranchBuilder branch;
    ServiceId service;
    QueueId needy;
    QueueId calm;
    AgentId spare;

    explicit NeedAndSpare(int waiting = 8, int agents = 2)
    {
        service = branch.service();
        needy = branch.queue(service);
        calm = branch.queue(service);
        for (int i = 0; i < agents; ++i)
            branch.agent({needy}, AgentStatus::busy);
        spare = branch.agent({calm});
        branch.waitingMany(needy, waiting);
    }
    Agent &spareAgent() { return branch.state.agents.at(spare); }
    std::vector<ReallocationSuggestion> moves() const { return reportOf(branch.state, branch.now, {}).reallocations; }
};

DisciplineAdvice adviceWith(const History &history, Discipline current = Discipline::fifo)
{
    BranchBuilder branch;
    const QueueId queue = branch.queue(branch.service(), current);
    return adviceFor(branch.state, queue, history);
}

} // namespace

void TestReport::aNeedyQueueGetsASpareAgent()
{
    NeedAndSpare branch;
    const auto moves = branch.moves();
    QCOMPARE(moves.size(), std::size_t(1));
    QVERIFY(moves[0].agent == branch.spare);
    QVERIFY(moves[0].from == branch.calm);
    QVERIFY(moves[0].to == branch.needy);
    QCOMPARE(moves[0].toWaiting, 8);
    QCOMPARE(moves[0].toRatio, 4.0);
    QCOMPARE(moves[0].impactScore, 40);
    QCOMPARE(moves[0].agentName, branch.spareAgent().name);
    QCOMPARE(moves[0].toName, branch.branch.at(branch.needy).config.name);
}

void TestReport::needyMeansMoreThanThreePerAgentAndMoreThanFive_data()
{
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("agents");
    QTest::addColumn<bool>("needy");
    QTest::newRow("five waiting") << 5 << 1 << false;
    QTest::newRow("six waiting") << 6 << 1 << true;
    QTest::newRow("ratio 3") << 6 << 2 << false;
    QTest::newRow("ratio 3.5") << 7 << 2 << true;
    QTest::newRow("no agent, five") << 5 << 0 << false;
    QTest::newRow("no agent, six") << 6 << 0 << true;
}

void TestReport::needyMeansMoreThanThreePerAgentAndMoreThanFive()
{
    QFETCH(int, waiting);
    QFETCH(int, agents);
    QTEST(!NeedAndSpare(waiting, agents).moves().empty(), "needy");
}

void TestReport::spareMeansFewerThanTwoWaiting()
{
    NeedAndSpare branch;
    branch.branch.waiting(branch.calm);
    QCOMPARE(branch.moves().size(), std::size_t(1));
    branch.branch.waiting(branch.calm);
    QVERIFY(branch.moves().empty());
}

void TestReport::onlyAnAvailableAgentWithEmptyHandsIsSpare()
{
    for (const AgentStatus status : {AgentStatus::busy, AgentStatus::paused, AgentStatus::offline}) {
        NeedAndSpare branch;
        branch.spareAgent().status = status;
        QVERIFY(branch.moves().empty());
    }
    NeedAndSpare branch;
    branch.spareAgent().current = TicketId{99};
    QVERIFY(branch.moves().empty());
}

void TestReport::anAgentWithoutAnAssignmentIsSeen()
{
    // The web product found agents by their assignments and missed those without one.
    NeedAndSpare branch;
    branch.spareAgent().assignments.clear();
    const auto moves = branch.moves();
    QCOMPARE(moves.size(), std::size_t(1));
    QVERIFY(!moves[0].from);
    QVERIFY(moves[0].fromName.empty());
}

void TestReport::anAgentWithoutTheSkillIsNoHelp()
{
    NeedAndSpare branch;
    branch.branch.state.services.at(branch.service).requiredSkills = {"passports"};
    QVERIFY(branch.moves().empty());
    branch.spareAgent().skills = {"english", "passports"};
    QCOMPARE(branch.moves().size(), std::size_t(1));
}

void TestReport::anAgentOfTheQueueIsNoReallocation()
{
    NeedAndSpare branch;
    branch.spareAgent().assignments.push_back({branch.needy, 2});
    QVERIFY(branch.moves().empty());
}

void TestReport::theImpactIsTenTimesTheRatioUpToAHundred()
{
    QCOMPARE(NeedAndSpare(7, 2).moves().front().impactScore, 35);
    QCOMPARE(NeedAndSpare(19, 2).moves().front().impactScore, 95);
    QCOMPARE(NeedAndSpare(20, 2).moves().front().impactScore, 100);
    QCOMPARE(NeedAndSpare(6, 0).moves().front().impactScore, 100);
}

void TestReport::eachAgentMovesOnceAndNoMoreThanNeeded()
{
    NeedAndSpare branch(10, 1);
    const QueueId second = branch.branch.queue(branch.service);
    branch.branch.agent({second}, AgentStatus::busy);
    branch.branch.waitingMany(second, 8);
    for (int i = 0; i < 10; ++i)
        branch.branch.agent({});
    const auto moves = branch.moves();
    std::set<AgentId> moved;
    std::map<QueueId, int> arrivals;
    for (const ReallocationSuggestion &move : moves) {
        QVERIFY(moved.insert(move.agent).second);
        ++arrivals[move.to];
    }
    // 10 waiting need four in all, 8 need three.
    QCOMPARE(arrivals[branch.needy], 3);
    QCOMPARE(arrivals[second], 2);
    QVERIFY(moves.front().to == branch.needy);
}

void TestReport::oneAgentPerPairOfQueues()
{
    NeedAndSpare branch(40, 1);
    branch.branch.agent({branch.calm});
    branch.branch.agent({branch.calm});
    QCOMPARE(branch.moves().size(), std::size_t(1));
    const QueueId other = branch.branch.queue(branch.service);
    branch.branch.agent({other});
    QCOMPARE(branch.moves().size(), std::size_t(2));
}

void TestReport::aPausedQueueIsNotNeedy()
{
    NeedAndSpare branch;
    branch.branch.at(branch.needy).config.status = QueueStatus::paused;
    QVERIFY(branch.moves().empty());
}

void TestReport::manyLateTicketsSpeakForSla()
{
    const DisciplineAdvice above = adviceWith({.tickets = 200, .highPriority = 100, .started = 100, .startedLate = 21});
    QVERIFY(above.recommended == Discipline::sla);
    QVERIFY(above.reason == Reason::lateTickets);
    QVERIFY(above.confidence == Confidence::high);
    QCOMPARE(above.lateShare, 0.21);
    QVERIFY(adviceWith({.tickets = 200, .highPriority = 0, .started = 100, .startedLate = 20}).recommended == Discipline::fifo);
}

void TestReport::manyPriorityTicketsSpeakForPriority()
{
    const DisciplineAdvice above = adviceWith({.tickets = 100, .highPriority = 31, .started = 90, .startedLate = 0});
    QVERIFY(above.recommended == Discipline::priority);
    QVERIFY(above.reason == Reason::priorityShare);
    QVERIFY(above.confidence == Confidence::high);
    QVERIFY(adviceWith({.tickets = 100, .highPriority = 30, .started = 90, .startedLate = 0}).recommended == Discipline::fifo);
}

void TestReport::otherwiseFirstComeFirstServed()
{
    const DisciplineAdvice advice = adviceWith({.tickets = 10, .highPriority = 0, .started = 10, .startedLate = 0}, Discipline::sla);
    QVERIFY(advice.recommended == Discipline::fifo);
    QVERIFY(advice.current == Discipline::sla);
    QVERIFY(advice.reason == Reason::simple);
    QVERIFY(advice.confidence == Confidence::medium);
}

void TestReport::littleHistoryKeepsTodaysDiscipline()
{
    const DisciplineAdvice advice = adviceWith({.tickets = 9, .highPriority = 9, .started = 9, .startedLate = 9}, Discipline::priority);
    QVERIFY(advice.recommended == Discipline::priority);
    QVERIFY(advice.confidence == Confidence::low);
    QVERIFY(advice.reason == Reason::tooLittleHistory);
    QCOMPARE(std::string(nameOf(advice.reason)), std::string("too_little_history"));
    QCOMPARE(std::string(nameOf(advice.confidence)), std::string("low"));
}

void TestReport::aQueueWithoutAnyHistoryDoesNotFailTheReport()
{
    BranchBuilder branch;
    const QueueId silent = branch.queue(branch.service(), Discipline::sla);
    QVERIFY(reportOf(branch.state, branch.now, {}).disciplines.empty());
    // Issued, but nobody was called yet.
    const Report report = reportOf(branch.state, branch.now, {{silent, {.tickets = 50, .highPriority = 0, .started = 0, .startedLate = 0}}});
    QCOMPARE(report.disciplines.size(), std::size_t(1));
    QCOMPARE(report.disciplines.front().lateShare, 0.0);
}

void TestReport::onlyAdviceThatDiffersIsReported()
{
    BranchBuilder branch;
    const ServiceId service = branch.service();
    const QueueId fifo = branch.queue(service, Discipline::fifo);
    const QueueId sla = branch.queue(service, Discipline::sla);
    const QueueId closed = branch.queue(service, Discipline::fifo, QueueStatus::closed);
    const History late{.tickets = 100, .highPriority = 0, .started = 100, .startedLate = 50};
    const Report report = reportOf(branch.state, branch.now, {{fifo, late}, {sla, late}, {closed, late}});
    QCOMPARE(report.disciplines.size(), std::size_t(1));
    QVERIFY(report.disciplines.front().queue == fifo);
}

void TestReport::thePriorityFollowsTheBalance()
{
    const auto priorityAt = [](int waiting, int agents) {
        BranchBuilder branch;
        const ServiceId service = branch.service();
        const QueueId busy = branch.queue(service);
        branch.queue(service);
        for (int i = 0; i < agents; ++i)
            branch.agent({busy}, AgentStatus::busy);
        branch.waitingMany(busy, waiting);
        return reportOf(branch.state, branch.now, {}).priority;
    };
    QVERIFY(priorityAt(2, 1) == Severity::low);
    QVERIFY(priorityAt(21, 10) == Severity::medium);
    QVERIFY(priorityAt(5, 1) == Severity::medium);
    QVERIFY(priorityAt(51, 10) == Severity::high);
}

void TestReport::everySuggestionHasAnAction()
{
    int transfers = 0;
    int moves = 0;
    int disciplines = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const BranchBuilder branch = randomBranch(seed);
        std::map<QueueId, History> history;
        for (const auto &[id, queue] : branch.state.queues)
            history[id] = {.tickets = 100, .highPriority = 0, .started = 100, .startedLate = int(seed % 50)};
        const Report report = reportOf(branch.state, branch.now, history);
        for (const TransferSuggestion &transfer : report.transfers) {
            const auto action = actionOf(report, transfer.id);
            QVERIFY(action && action->kind == SuggestionKind::transfer && action->ticket == transfer.ticket);
            QVERIFY(action->fromQueue == transfer.from && action->toQueue == transfer.to && !action->agent);
            ++transfers;
        }
        for (const ReallocationSuggestion &move : report.reallocations) {
            const auto action = actionOf(report, move.id);
            QVERIFY(action && action->kind == SuggestionKind::reallocation && action->agent == move.agent);
            QVERIFY(action->toQueue == move.to && bool(action->fromQueue) == move.from.has_value() && !action->ticket);
            ++moves;
        }
        for (const DisciplineAdvice &advice : report.disciplines) {
            const auto action = actionOf(report, advice.id);
            QVERIFY(action && action->kind == SuggestionKind::discipline && action->toQueue == advice.queue);
            QVERIFY(action->discipline == advice.recommended && !action->ticket && !action->agent);
            ++disciplines;
        }
    }
    QVERIFY(transfers > 0 && moves > 0 && disciplines > 0);
}

void TestReport::theBranchAcceptsEverySuggestionInTheirOrder()
{
    const TimeZone zone;
    int applied = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        BranchBuilder branch = randomBranch(seed);
        const Report report = reportOf(branch.state, branch.now, {});
        std::vector<SuggestionId> ids;
        for (const TransferSuggestion &transfer : report.transfers)
            ids.push_back(transfer.id);
        for (const ReallocationSuggestion &move : report.reallocations)
            ids.push_back(move.id);
        for (const SuggestionId &id : ids) {
            const Command command{.id = id, .body = ApplySuggestion{id, {*actionOf(report, id)}}, .actor = {}, .at = {}};
            const auto events = queueing::decide(branch.state, command, {branch.now, zone});
            QVERIFY2(events, qPrintable(QStringLiteral("seed %1, %2").arg(seed).arg(QString::fromStdString(id))));
            EventBatch batch;
            batch.sequence = branch.state.sequence + 1;
            batch.at = branch.now;
            batch.command = id;
            batch.kind = std::string(nameOf(command.body));
            batch.events = *events;
            queueing::apply(branch.state, batch);
            ++applied;
        }
        for (const TransferSuggestion &transfer : report.transfers)
            QVERIFY(branch.state.tickets.at(transfer.ticket).queue == transfer.to);
        for (const ReallocationSuggestion &move : report.reallocations) {
            const Agent &agent = branch.state.agents.at(move.agent);
            QVERIFY(queueing::isOnDuty(branch.state, agent, branch.state.queues.at(move.to).config));
        }
    }
    QVERIFY(applied > 100);
}

void TestReport::anUnknownSuggestionHasNoAction()
{
    NeedAndSpare branch;
    const Report report = reportOf(branch.branch.state, branch.branch.now, {});
    QVERIFY(!actionOf(report, "move-0-0"));
    QVERIFY(!actionOf(report, ""));
}

void TestReport::idsSayWhatIsSuggested()
{
    NeedAndSpare branch;
    const auto moves = branch.moves();
    QCOMPARE(moves.front().id, "move-" + std::to_string(branch.spare.value) + "-" + std::to_string(branch.needy.value));
    const DisciplineAdvice advice = adviceWith({.tickets = 100, .highPriority = 0, .started = 100, .startedLate = 50});
    QCOMPARE(advice.id, "discipline-" + std::to_string(advice.queue.value) + "-sla");
}

void TestReport::fiftyQueuesWithFiveThousandWaiting()
{
    BranchBuilder branch;
    const ServiceId service = branch.service();
    for (int i = 0; i < 50; ++i) {
        const QueueId queue = branch.queue(service, Discipline(i % 3));
        branch.served(queue, 180s);
        for (int a = 0; a < 3; ++a)
            branch.agent({queue}, a == 0 ? AgentStatus::available : AgentStatus::busy);
        for (int t = 0; t < (i % 2 == 0 ? 200 : 0); ++t)
            branch.waiting(queue, std::chrono::seconds(7 * t), t % 4);
    }
    QBENCHMARK {
        QCOMPARE(reportOf(branch.state, branch.now, {}).loadBalance.queues.size(), std::size_t(50));
    }
}

QTEST_APPLESS_MAIN(TestReport)
#include "tst_report.moc"
