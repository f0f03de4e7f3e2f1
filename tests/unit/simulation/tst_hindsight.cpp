#include <cmath>

#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/foundation/random_source.h>
#include <smartqueue/simulation/hindsight.h>

#include "suggestion_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using namespace smartqueue::testing;
using namespace std::chrono_literals;

/// Whether what was done gained anything.
class TestHindsight : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lendingAnIdleAgentCameTrue();
    void sendingPeopleToTheLongLineCameOutWorse();
    void whatChangesNothingIsChance();
    void aFewMinutesAreTooEarly();
    void aFewCustomersAreTooEarly();
    void theSameSeedGivesTheSameFigures();
    void theRecordedCustomersAreTheOnesWhoCome();
    void aServiceUnderWayLastsAsOnRecord();
    void agentsComeAndGoAsOnRecord();
    void whoStillWaitsHasWaitedUpToTheEnd();
    void aMovedTicketHasWaitedSinceItCame();
    void whatTheBranchRefusesIsSaid();
};

namespace {

RecordedVisit visit(const BranchHouse &house, QueueId queue, Duration after, Duration service)
{
    RecordedVisit each;
    each.queue = queue;
    each.arrivedAt = house.now + after;
    each.calledAt = each.arrivedAt + 1min;
    each.walk = 10s;
    each.service = service;
    return each;
}

/// Those who come to the queue in that time, and how long those who wait are served.
void record(const BranchHouse &house, HindsightPlan &plan, QueueId queue, double perHour, Duration meanService)
{
    RandomSource random(std::uint64_t(queue.value));
    const auto service = [&] { return Duration(1 + std::int64_t(random.exponential(double(meanService.count())))); };
    for (const auto &[id, ticket] : house.state.tickets) {
        if (ticket.queue != queue)
            continue;
        plan.visits.push_back(visit(house, queue, 0s, service()));
        plan.visits.back().ticket = id;
    }
    for (Instant at = house.now;;) {
        at += Duration(1 + std::int64_t(random.exponential(3'600'000 / perHour)));
        if (at >= plan.until)
            return;
        plan.visits.push_back(visit(house, queue, at - house.now, service()));
    }
}

HindsightPlan planOf(const BranchHouse &house, std::vector<SuggestedAction> actions, Duration span = 2h)
{
    HindsightPlan plan;
    plan.suggestion = "tried";
    plan.actions = std::move(actions);
    plan.at = house.now;
    plan.until = house.now + span;
    for (const auto &[id, agent] : house.state.agents)
        plan.presences[id] = {{house.now, std::nullopt}};
    return plan;
}

SuggestedAction lend(AgentId agent, QueueId from, QueueId to)
{
    SuggestedAction action;
    action.kind = SuggestionKind::reallocation;
    action.agent = agent;
    action.fromQueue = from;
    action.toQueue = to;
    return action;
}

SuggestedAction send(TicketId ticket, QueueId from, QueueId to)
{
    SuggestedAction action;
    action.kind = SuggestionKind::transfer;
    action.ticket = ticket;
    action.fromQueue = from;
    action.toQueue = to;
    return action;
}

HindsightPlan helped(const LopsidedHouse &house, Duration span = 2h)
{
    HindsightPlan plan = planOf(house, {lend(house.helper, house.calm, house.crowded)}, span);
    record(house, plan, house.crowded, 12, 5min);
    record(house, plan, house.calm, 6, 5min);
    return plan;
}

Hindsight lookedBack(const BranchHouse &house, const HindsightPlan &plan)
{
    const auto found = lookBack(house.state, house.zone, house.model, plan);
    if (!found)
        qFatal("no hindsight: %s", std::string(found.error().code.name()).c_str());
    return *found;
}

/// Two queues of one service with an agent each: twelve wait in the first, three in the second.
struct TwinHouse : BranchHouse {
    QueueId crowded;
    QueueId calm;
    std::vector<TicketId> inCalm;

    TwinHouse()
    {
        crowded = queue(4, 5min);
        Queue twin;
        twin.name = "Twin";
        twin.prefix = "T";
        twin.service = state.services.begin()->first;
        twin.lastNumber = limits::number;
        tell(DefineQueue{twin});
        calm = state.queues.rbegin()->first;
        model.queues[calm] = model.queues.at(crowded);
        agent({crowded});
        agent({calm});
        for (int i = 0; i < 12; ++i)
            tell(IssueTicket{crowded});
        for (int i = 0; i < 3; ++i) {
            tell(IssueTicket{calm});
            inCalm.push_back(TicketId{state.lastId});
        }
    }
};

} // namespace

void TestHindsight::lendingAnIdleAgentCameTrue()
{
    const LopsidedHouse house;
    const HindsightPlan plan = helped(house);
    const Hindsight found = lookedBack(house, plan);
    QCOMPARE(found.customers, int(plan.visits.size()));
    QVERIFY(found.verdict == HindsightVerdict::cameTrue);
    QVERIFY(found.difference.mean < -60 && found.difference.low < found.difference.mean && found.difference.mean < found.difference.high);
    QVERIFY(std::abs(found.with - found.without - found.difference.mean) < 1e-6 && found.with > 0);
}

void TestHindsight::sendingPeopleToTheLongLineCameOutWorse()
{
    const TwinHouse house;
    std::vector<SuggestedAction> actions;
    for (const TicketId ticket : house.inCalm)
        actions.push_back(send(ticket, house.calm, house.crowded));
    HindsightPlan plan = planOf(house, std::move(actions));
    record(house, plan, house.crowded, 4, 5min);
    record(house, plan, house.calm, 4, 5min);
    const Hindsight found = lookedBack(house, plan);
    QVERIFY(found.verdict == HindsightVerdict::cameOutWorse);
    QVERIFY(found.difference.low > 0 && found.difference.mean > 30);
}

void TestHindsight::whatChangesNothingIsChance()
{
    BranchHouse house;
    const QueueId queue = house.queue(12, 5min);
    house.agent({queue});
    for (int i = 0; i < 5; ++i)
        house.tell(IssueTicket{queue});
    SuggestedAction action;
    action.kind = SuggestionKind::discipline;
    action.toQueue = queue;
    action.discipline = Discipline::priority;
    // Everybody has the same priority.
    HindsightPlan plan = planOf(house, {action});
    record(house, plan, queue, 12, 5min);
    const Hindsight found = lookedBack(house, plan);
    QVERIFY(found.verdict == HindsightVerdict::mayBeChance);
    QCOMPARE(found.difference.mean, 0.0);
}

void TestHindsight::aFewMinutesAreTooEarly()
{
    const LopsidedHouse house;
    QVERIFY(lookedBack(house, helped(house, 9min)).verdict == HindsightVerdict::tooEarly);
    QVERIFY(lookedBack(house, helped(house, 11min)).verdict != HindsightVerdict::tooEarly);
}

void TestHindsight::aFewCustomersAreTooEarly()
{
    BranchHouse house;
    const QueueId crowded = house.queue(6, 5min);
    const QueueId calm = house.queue(6, 5min);
    house.agent({crowded});
    const AgentId helper = house.agent({calm});
    HindsightPlan plan = planOf(house, {lend(helper, calm, crowded)});
    for (int i = 0; i < enoughVisits - 1; ++i)
        plan.visits.push_back(visit(house, crowded, 10s * (i + 1), 5min));
    const Hindsight nine = lookedBack(house, plan);
    QCOMPARE(nine.customers, 9);
    QVERIFY(nine.verdict == HindsightVerdict::tooEarly && nine.difference.high < 0);
    plan.visits.push_back(visit(house, crowded, 2min, 5min));
    QVERIFY(lookedBack(house, plan).verdict == HindsightVerdict::cameTrue);
}

void TestHindsight::theSameSeedGivesTheSameFigures()
{
    const LopsidedHouse house;
    HindsightPlan plan = helped(house);
    const Hindsight first = lookedBack(house, plan);
    const Hindsight again = lookedBack(house, plan);
    QVERIFY(first.with == again.with && first.without == again.without && first.difference.low == again.difference.low
            && first.difference.high == again.difference.high);
    plan.seed = 2;
    QVERIFY(lookedBack(house, plan).without != first.without);
}

void TestHindsight::theRecordedCustomersAreTheOnesWhoCome()
{
    // One agent, services of ten minutes at once, five minutes apart: waits of 0, 5, 10 and 15 minutes.
    BranchHouse house;
    const QueueId queue = house.queue(0, 5min);
    const QueueId other = house.queue(0, 5min);
    house.agent({queue});
    const AgentId idle = house.agent({other});
    HindsightPlan plan = planOf(house, {lend(idle, other, other)});
    for (int i = 0; i < 4; ++i) {
        plan.visits.push_back(visit(house, queue, 1s + i * 5min, 10min));
        plan.visits.back().walk = 0s;
    }
    QCOMPARE(lookedBack(house, plan).without, (0 + 5 + 10 + 15) * 60 / 4.0);
    // After the end and before the beginning nobody counts.
    plan.visits.push_back(visit(house, queue, 3h, 10min));
    plan.visits.push_back(visit(house, queue, -1min, 10min));
    QCOMPARE(lookedBack(house, plan).customers, 4);
    // The second leaves after a minute.
    plan.visits[1] = RecordedVisit{{}, queue, 0, house.now + 5min + 1s, {}, house.now + 6min + 1s, true, {}, {}};
    QCOMPARE(lookedBack(house, plan).customers, 4);
    QCOMPARE(lookedBack(house, plan).without, (0 + 1 + 0 + 5) * 60 / 4.0);
}

void TestHindsight::aServiceUnderWayLastsAsOnRecord()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 5min);
    const QueueId other = house.queue(0, 5min);
    const AgentId agent = house.agent({queue});
    const AgentId idle = house.agent({other});
    house.tell(IssueTicket{queue});
    const TicketId served{house.state.lastId};
    house.tell(CallNext{agent});
    house.tell(StartService{agent});
    house.now += 3min;
    house.tell(IssueTicket{queue});
    HindsightPlan plan = planOf(house, {lend(idle, other, other)});
    plan.visits.push_back(visit(house, queue, -3min, 10min));
    plan.visits.back().ticket = served;
    plan.visits.back().walk = 0s;
    const Hindsight found = lookedBack(house, plan);
    // Ten minutes, of which three are over, are waited for by the one who waits.
    QCOMPARE(found.customers, 1);
    QVERIFY2(std::abs(found.without - 7 * 60) < 1, qPrintable(QString::number(found.without)));
}

void TestHindsight::agentsComeAndGoAsOnRecord()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 5min);
    const QueueId other = house.queue(0, 5min);
    const AgentId agent = house.agent({queue});
    const AgentId idle = house.agent({other});
    HindsightPlan plan = planOf(house, {lend(idle, other, queue)});
    for (int i = 0; i < 4; ++i) {
        plan.visits.push_back(visit(house, queue, 1s + i * 5min, 4min));
        plan.visits.back().walk = 0s;
    }
    // Away at 9 minutes, one second before the service ends, back at 30; who would help has gone home.
    plan.presences[agent] = {{house.now, house.now + 9min}, {house.now + 30min, std::nullopt}};
    plan.presences[idle] = {};
    const Hindsight found = lookedBack(house, plan);
    QCOMPARE(found.without, ((30 - 10) * 60 - 1 + (34 - 15) * 60 - 1) / 4.0);
    QCOMPARE(found.with, found.without);
    plan.presences[idle] = {{house.now, std::nullopt}};
    QCOMPARE(lookedBack(house, plan).with, 0.0);
    // In hand at that moment, and a break asked for that was not taken.
    house.tell(IssueTicket{queue});
    const TicketId first{house.state.lastId};
    house.tell(CallNext{agent});
    house.tell(StartService{agent});
    house.tell(SetAgentStatus{agent, AgentStatus::paused, {}});
    plan.visits.push_back(visit(house, queue, 0s, 10min));
    plan.visits.back().ticket = first;
    plan.visits.back().walk = 0s;
    plan.presences = {{agent, {{house.now, house.now + 60min}}}, {idle, {}}};
    // Ten minutes of service, then one by one: 10:00, 14:00, 18:00 and 22:00 for those of 0:01, 5:01, 10:01 and 15:01.
    QVERIFY2(std::abs(lookedBack(house, plan).with - ((10 + 14 + 18 + 22 - 0 - 5 - 10 - 15) * 60 - 4) / 4.0) < 1, "");
}

void TestHindsight::whoStillWaitsHasWaitedUpToTheEnd()
{
    BranchHouse house;
    const QueueId queue = house.queue(0, 5min);
    const QueueId other = house.queue(0, 5min);
    house.agent({queue});
    const AgentId idle = house.agent({other});
    house.model.queues.at(queue).meanPatience = 3'600'000;
    HindsightPlan plan = planOf(house, {lend(idle, other, queue)}, 30min);
    for (int i = 0; i < 4; ++i) {
        plan.visits.push_back(visit(house, queue, 1s, 20min));
        plan.visits.back().calledAt = plan.until;
        plan.visits.back().walk = 0s;
    }
    const Hindsight found = lookedBack(house, plan);
    // Called at once, after 20 minutes, and not within the 30.
    QCOMPARE(found.without, (0 + 20 * 60 + 2 * (30 * 60 - 1)) / 4.0);
    QCOMPARE(found.with, 2 * 20 * 60 / 4.0);
}

void TestHindsight::aMovedTicketHasWaitedSinceItCame()
{
    TwinHouse house;
    house.now += 20min;
    HindsightPlan plan = planOf(house, {send(house.inCalm.back(), house.calm, house.crowded)});
    record(house, plan, house.crowded, 4, 5min);
    record(house, plan, house.calm, 4, 5min);
    QVERIFY(lookedBack(house, plan).verdict == HindsightVerdict::cameOutWorse);
}

void TestHindsight::whatTheBranchRefusesIsSaid()
{
    const LopsidedHouse house;
    HindsightPlan plan = planOf(house, {lend(AgentId{12'345}, house.calm, house.crowded)});
    const auto refused = lookBack(house.state, house.zone, house.model, plan);
    QVERIFY(!refused && refused.error().code == failures::suggestionOutdated);
    plan = helped(house);
    plan.replications = 1;
    const auto tooFew = lookBack(house.state, house.zone, house.model, plan);
    QVERIFY(!tooFew && tooFew.error().code == failures::outOfRange);
    plan = helped(house);
    plan.progress = [](double) { return false; };
    const auto cancelled = lookBack(house.state, house.zone, house.model, plan);
    QVERIFY(!cancelled && cancelled.error().code == simulation_failures::cancelled);
}

QTEST_GUILESS_MAIN(TestHindsight)
#include "tst_hindsight.moc"
