#include <set>

#include <QTest>

#include <smartqueue/optimizer/report.h>
#include <smartqueue/analytics/staffing.h>

#include "branch_builder.h"

using namespace smartqueue;
using namespace smartqueue::optimizer;
using smartqueue::testing::BranchBuilder;
using smartqueue::testing::randomBranch;
using namespace std::chrono_literals;

class TestTransfers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticketsMoveFromTheOverloadedToTheUnderloadedQueue();
    void onlyFromQueuesAboveThree();
    void onlyToQueuesBelowOneAndAHalf();
    void onlyMoreThanSixtySecondsSavedAreWorthIt();
    void prioritiesFollowTheTimeSaved_data();
    void prioritiesFollowTheTimeSaved();
    void onlyTheFiveLongestWaitingAreLookedAt();
    void atMostTenAreSuggested();
    void aTargetThatHasServedNobodyYetCountsFiveMinutes();
    void suggestionsAccountForOneAnother();
    void theyAreSpreadOverSeveralTargets();
    void aQueueOfAnotherServiceIsNoTarget();
    void aQueueWithoutAnAgentOnDutyIsNoTarget();
    void anAgentWithoutTheSkillMakesNoTarget();
    void aFullQueueIsNoTarget();
    void capacityCountsWhatWasSuggestedBefore();
    void pausedAndClosedQueuesTakeNoPart();
    void aQueueServedByTheSamePeopleIsNoTarget();
    void aQueueWithoutAgentsIsRelieved();
    void reservedTicketsStay();
    void applyingAllNeverMakesTheTargetTheWorseQueue();
    void applyingAllNeverUnbalancesTheBranch();
    void idsStayWhileTheAdviceStands();
};

namespace {

/// Two queues of one service; `from` has one busy agent.
struct TwoQueues {
    BranchBuilder branch;
    ServiceId service;
    QueueId from;
    QueueId to;

    explicit TwoQueues(int waiting, std::chrono::milliseconds each = 100s, int agentsThere = 1)
    {
        service = branch.service(600s);
        from = branch.queue(service);
        to = branch.queue(service);
        branch.agent({from}, AgentStatus::busy);
        for (int i = 0; i < agentsThere; ++i)
            branch.agent({to});
        branch.served(from, each);
        branch.served(to, each);
        branch.waitingMany(from, waiting);
    }
    std::vector<TransferSuggestion> transfers() const { return reportOf(branch.state, branch.now, {}).transfers; }
};

int ticketsIn(const BranchBuilder &branch, QueueId queue)
{
    return branch.state.queues.at(queue).waitingCount();
}

double ratioOf(const BranchBuilder &branch, QueueId queue)
{
    const Queue &config = branch.state.queues.at(queue).config;
    return analytics::loadRatio(ticketsIn(branch, queue), analytics::staffingOf(branch.state, config).onDuty);
}

} // namespace

void TestTransfers::ticketsMoveFromTheOverloadedToTheUnderloadedQueue()
{
    TwoQueues two(8);
    const auto transfers = two.transfers();
    QVERIFY(!transfers.empty());
    const TransferSuggestion &first = transfers.front();
    QVERIFY(first.from == two.from);
    QVERIFY(first.to == two.to);
    QCOMPARE(first.fromWaiting, 8);
    QCOMPARE(first.toWaiting, 0);
    QCOMPARE(first.ticketNumber, two.branch.state.tickets.at(first.ticket).number);
    QCOMPARE(first.fromName, two.branch.at(two.from).config.name);
    QCOMPARE(first.id, "transfer-" + std::to_string(first.ticket.value) + "-" + std::to_string(two.from.value) + "-"
                 + std::to_string(two.to.value));
    // The head of the line has nobody ahead and saves nothing; the second has one, 100 s.
    QCOMPARE(first.ticket, two.branch.at(two.from).line.byPriority()[1].ticket);
    QCOMPARE(first.timeSaved, 100s);
}

void TestTransfers::onlyFromQueuesAboveThree()
{
    QVERIFY(TwoQueues(3).transfers().empty());
    QVERIFY(!TwoQueues(4).transfers().empty());
}

void TestTransfers::onlyToQueuesBelowOneAndAHalf()
{
    TwoQueues two(20, 100s, 2);
    two.branch.waitingMany(two.to, 2);
    QVERIFY(!two.transfers().empty());
    two.branch.waiting(two.to);
    QVERIFY(two.transfers().empty());
}

void TestTransfers::onlyMoreThanSixtySecondsSavedAreWorthIt()
{
    // Five candidates, the last of them with four ahead: 60 s saved at 15 s a service.
    QVERIFY(TwoQueues(8, 15s).transfers().empty());
    const auto transfers = TwoQueues(8, 15'200ms).transfers();
    QCOMPARE(transfers.size(), std::size_t(1));
    QCOMPARE(transfers.front().timeSaved, 61s);
}

void TestTransfers::prioritiesFollowTheTimeSaved_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<int>("priority");
    QTest::newRow("120 s") << 120'000 << int(Severity::low);
    QTest::newRow("121 s") << 121'000 << int(Severity::medium);
    QTest::newRow("300 s") << 300'000 << int(Severity::medium);
    QTest::newRow("301 s") << 301'000 << int(Severity::high);
}

void TestTransfers::prioritiesFollowTheTimeSaved()
{
    QFETCH(int, milliseconds);
    QFETCH(int, priority);
    const auto transfers = TwoQueues(4, std::chrono::milliseconds(milliseconds)).transfers();
    QCOMPARE(transfers.front().timeSaved, std::chrono::seconds(milliseconds / 1000));
    QCOMPARE(int(transfers.front().priority), priority);
}

void TestTransfers::onlyTheFiveLongestWaitingAreLookedAt()
{
    TwoQueues two(40, 100s, 30);
    const auto transfers = two.transfers();
    QCOMPARE(transfers.size(), std::size_t(4));
    std::set<TicketId> longest;
    for (const auto &entry : two.branch.at(two.from).line.byPriority().first(5))
        longest.insert(entry.ticket);
    for (const TransferSuggestion &transfer : transfers)
        QVERIFY(longest.count(transfer.ticket));
}

void TestTransfers::atMostTenAreSuggested()
{
    TwoQueues two(40, 1000s, 100);
    for (int i = 0; i < 5; ++i) {
        const QueueId more = two.branch.queue(two.service);
        two.branch.served(more, 1000s);
        two.branch.agent({more}, AgentStatus::busy);
        two.branch.waitingMany(more, 40);
    }
    QCOMPARE(two.transfers().size(), std::size_t(10));
}

void TestTransfers::aTargetThatHasServedNobodyYetCountsFiveMinutes()
{
    TwoQueues two(9, 100s);
    two.branch.at(two.to).services.clear();
    two.branch.waiting(two.to, 5000s);
    two.branch.at(two.from).services.clear();
    two.branch.served(two.from, 250s);
    const auto transfers = two.transfers();
    QVERIFY(!transfers.empty());
    // The third in line: two ahead here, one there.
    QCOMPARE(transfers.front().timeSaved, 200s);
}

void TestTransfers::suggestionsAccountForOneAnother()
{
    // The web product sent all five to the idle queue, where the last waited longer than before.
    TwoQueues two(8);
    const auto transfers = two.transfers();
    QCOMPARE(transfers.size(), std::size_t(2));
    for (const TransferSuggestion &transfer : transfers)
        two.branch.transfers(transfer.ticket, transfer.to);
    QCOMPARE(ticketsIn(two.branch, two.from), 6);
    QCOMPARE(ticketsIn(two.branch, two.to), 2);
    // The first leaves one ahead of the second and moves before it there: 100 s here, 100 s there.
    QVERIFY(transfers[0].ticket != transfers[1].ticket);
    for (const TransferSuggestion &transfer : transfers)
        QVERIFY(transfer.timeSaved > 60s);
}

void TestTransfers::theyAreSpreadOverSeveralTargets()
{
    TwoQueues two(30, 200s);
    const QueueId third = two.branch.queue(two.service);
    two.branch.served(third, 200s);
    two.branch.agent({third});
    std::set<QueueId> targets;
    for (const TransferSuggestion &transfer : two.transfers())
        targets.insert(transfer.to);
    QCOMPARE(targets.size(), std::size_t(2));
}

void TestTransfers::aQueueOfAnotherServiceIsNoTarget()
{
    TwoQueues two(20);
    two.branch.at(two.to).config.service = two.branch.service();
    QVERIFY(two.transfers().empty());
}

void TestTransfers::aQueueWithoutAnAgentOnDutyIsNoTarget()
{
    TwoQueues two(20, 100s, 0);
    QVERIFY(two.transfers().empty());
    two.branch.agent({two.to}, AgentStatus::paused);
    two.branch.agent({two.to}, AgentStatus::offline);
    QVERIFY(two.transfers().empty());
    two.branch.agent({two.to}, AgentStatus::busy);
    QVERIFY(!two.transfers().empty());
}

void TestTransfers::anAgentWithoutTheSkillMakesNoTarget()
{
    TwoQueues two(20);
    two.branch.state.services.at(two.service).requiredSkills = {"passports"};
    QVERIFY(two.transfers().empty());
    two.branch.agent({two.to}, AgentStatus::available, {"passports"});
    QVERIFY(!two.transfers().empty());
}

void TestTransfers::aFullQueueIsNoTarget()
{
    TwoQueues two(20, 100s, 3);
    two.branch.at(two.to).config.maxCapacity = 2;
    two.branch.waitingMany(two.to, 2);
    QVERIFY(two.transfers().empty());
}

void TestTransfers::capacityCountsWhatWasSuggestedBefore()
{
    TwoQueues two(20, 100s, 5);
    QVERIFY(two.transfers().size() > 1);
    two.branch.at(two.to).config.maxCapacity = 1;
    QCOMPARE(two.transfers().size(), std::size_t(1));
}

void TestTransfers::pausedAndClosedQueuesTakeNoPart()
{
    for (const QueueStatus status : {QueueStatus::paused, QueueStatus::closed}) {
        TwoQueues target(20);
        target.branch.at(target.to).config.status = status;
        QVERIFY(target.transfers().empty());
        TwoQueues source(20);
        source.branch.at(source.from).config.status = status;
        QVERIFY(source.transfers().empty());
    }
}

void TestTransfers::aQueueServedByTheSamePeopleIsNoTarget()
{
    TwoQueues two(20, 100s, 0);
    two.branch.state.agents.begin()->second.assignments.push_back({two.to, 2});
    QVERIFY(two.transfers().empty());
}

void TestTransfers::aQueueWithoutAgentsIsRelieved()
{
    TwoQueues two(4);
    two.branch.state.agents.begin()->second.status = AgentStatus::offline;
    const auto transfers = two.transfers();
    QVERIFY(!transfers.empty());
    QCOMPARE(transfers.front().ticket, two.branch.at(two.from).line.byPriority()[0].ticket);
}

void TestTransfers::reservedTicketsStay()
{
    TwoQueues two(0);
    const AgentId agent = two.branch.state.agents.begin()->first;
    for (int i = 0; i < 20; ++i)
        two.branch.reserved(two.from, agent, 1000s);
    QVERIFY(two.transfers().empty());
}

void TestTransfers::applyingAllNeverMakesTheTargetTheWorseQueue()
{
    int suggested = 0;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        BranchBuilder branch = randomBranch(seed);
        const auto transfers = reportOf(branch.state, branch.now, {}).transfers;
        QVERIFY2(transfers.size() <= 10, qPrintable(QStringLiteral("seed %1").arg(seed)));
        for (const TransferSuggestion &transfer : transfers)
            branch.transfers(transfer.ticket, transfer.to);
        for (const TransferSuggestion &transfer : transfers) {
            const QByteArray label = QStringLiteral("seed %1, %2").arg(seed).arg(QString::fromStdString(transfer.id)).toUtf8();
            QVERIFY2(ratioOf(branch, transfer.to) <= ratioOf(branch, transfer.from), label.constData());
            QVERIFY2(ratioOf(branch, transfer.to) <= 3.0, label.constData());
            const Queue &to = branch.state.queues.at(transfer.to).config;
            QVERIFY2(!to.maxCapacity || ticketsIn(branch, transfer.to) <= *to.maxCapacity, label.constData());
            QVERIFY2(transfer.timeSaved >= 60s, label.constData());
        }
        suggested += int(transfers.size());
    }
    QVERIFY(suggested > 500);
}

void TestTransfers::applyingAllNeverUnbalancesTheBranch()
{
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        BranchBuilder branch = randomBranch(seed);
        const Report before = reportOf(branch.state, branch.now, {});
        for (const TransferSuggestion &transfer : before.transfers)
            branch.transfers(transfer.ticket, transfer.to);
        const Report after = reportOf(branch.state, branch.now, {});
        QVERIFY2(after.loadBalance.score >= before.loadBalance.score - 1e-9, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void TestTransfers::idsStayWhileTheAdviceStands()
{
    // The console offers Apply by id; a minute later it must still mean the same.
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const BranchBuilder branch = randomBranch(seed);
        const auto first = reportOf(branch.state, branch.now, {}).transfers;
        const auto again = reportOf(branch.state, branch.now, {}).transfers;
        QCOMPARE(first.size(), again.size());
        std::set<SuggestionId> ids;
        for (std::size_t i = 0; i < first.size(); ++i) {
            QCOMPARE(first[i].id, again[i].id);
            QVERIFY2(ids.insert(first[i].id).second, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
    TwoQueues two(8);
    const auto now = reportOf(two.branch.state, two.branch.now, {}).transfers;
    const auto later = reportOf(two.branch.state, two.branch.now + 60s, {}).transfers;
    QCOMPARE(now.size(), later.size());
    QCOMPARE(now.front().id, later.front().id);
}

QTEST_APPLESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
