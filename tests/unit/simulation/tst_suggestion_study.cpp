#include <cmath>

#include <QTest>

#include "suggestion_house.h"

using namespace smartqueue;
using namespace smartqueue::simulation;
using namespace smartqueue::testing;
using namespace std::chrono_literals;

/// Two queues of one service, each with an agent of its own; ten wait in the first.
struct TwinHouse : BranchHouse {
    QueueId crowded;
    QueueId empty;

    explicit TwinHouse(Duration waited = 0min)
    {
        crowded = queue(4, 5min);
        Queue twin;
        twin.name = "Twin";
        twin.prefix = "T";
        twin.service = state.services.begin()->first;
        twin.lastNumber = limits::number;
        tell(DefineQueue{twin});
        empty = state.queues.rbegin()->first;
        model.queues[empty] = model.queues.at(crowded);
        agent({crowded});
        agent({empty});
        for (int i = 0; i < 10; ++i)
            tell(IssueTicket{crowded});
        now += waited;
        for (auto &[id, each] : model.queues)
            each.arrivals.start = now;
    }
};

/// What is suggested.
class TestSuggestionStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anIdleAgentIsSentToTheLongLine();
    void nobodyGoesWithoutTheSkills();
    void transfersAreOneSuggestion();
    void aTransferDoesNotForgetTheWait();
    void aBundleIsCarriedOutAtOnce();
    void aCounterAndAPauseAreMeasures();
    void delayCostsDecide();
    void everyObjectiveFindsTheIdleAgent();
    void aDisciplineIsSuggestedForTheSlowestTenth();
    void itIsGoodForAsLongAsTheLineLasts();
};

void TestSuggestionStudy::anIdleAgentIsSentToTheLongLine()
{
    const LopsidedHouse house;
    const SuggestionStudy study = studied(house, house.plan(2h, 100));
    QVERIFY(!study.suggestions.empty());
    const Proposal *move = proposed(study.suggestions, ProposalKind::reallocation);
    QVERIFY(move);
    QCOMPARE(move->actions.size(), std::size_t(1));
    QVERIFY(move->actions[0].agent == house.helper && move->actions[0].fromQueue == house.calm && move->actions[0].toQueue == house.crowded);
    QVERIFY(move->gain.low > 60 && move->gain.low <= move->gain.mean && move->gain.mean <= move->gain.high);
    QVERIFY(move->asIs > move->gain.mean);
    for (std::size_t i = 1; i < study.suggestions.size(); ++i)
        QVERIFY(study.suggestions[i - 1].gain.mean >= study.suggestions[i].gain.mean);
    // As the kernel does it.
    BranchHouse applied = house;
    QVERIFY(applied.tries(move->changes.commands.front()));
    QVERIFY(queueing::canServe(applied.state, applied.state.agents.at(house.helper), applied.state.queue(house.crowded)->config));
}

void TestSuggestionStudy::nobodyGoesWithoutTheSkills()
{
    const LopsidedHouse house;
    for (const Proposal &proposal : studied(house, house.plan(2h, 40)).suggestions) {
        for (const SuggestedAction &action : proposal.actions)
            QVERIFY(action.kind != SuggestionKind::reallocation || action.agent == house.helper);
    }
}

void TestSuggestionStudy::transfersAreOneSuggestion()
{
    const TwinHouse house;
    const auto [crowded, empty] = std::pair(house.crowded, house.empty);
    SuggestionOptions options;
    options.proven = 10;
    const SuggestionStudy study = studied(house, house.plan(2h, 100), options);
    const Proposal *transfers = proposed(study.suggestions, ProposalKind::transfers);
    QVERIFY(transfers);
    QVERIFY(transfers->actions.size() >= 2 && transfers->gain.low > 0);
    for (const SuggestedAction &action : transfers->actions)
        QVERIFY(action.kind == SuggestionKind::transfer && action.fromQueue == crowded && action.toQueue == empty);
    // Who come to it of themselves, in two hours: the moved ones are counted apart, and wait less.
    QCOMPARE(transfers->payers.size(), std::size_t(1));
    const Payer &payer = transfers->payers[0];
    QVERIFY(payer.queue == empty && !payer.isMoved && std::abs(payer.customers - 8) < 1);
    BranchHouse applied = house;
    QVERIFY(applied.tries(transfers->changes.commands.front()));
    QCOMPARE(applied.state.queue(empty)->waitingCount(), int(transfers->actions.size()));
}

void TestSuggestionStudy::aTransferDoesNotForgetTheWait()
{
    SuggestionOptions options;
    options.proven = 10;
    const auto gainAfter = [&](Duration waited) {
        const TwinHouse house(waited);
        const Proposal *transfers = proposed(studied(house, house.plan(2h, 100), options).suggestions, ProposalKind::transfers);
        return transfers ? transfers->gain.mean : 0.0;
    };
    // Who has waited an hour already gains what who has just come gains.
    const double fresh = gainAfter(0min);
    QVERIFY(fresh > 0);
    const double late = gainAfter(60min);
    QVERIFY2(std::abs(late - fresh) < 0.1 * fresh, qPrintable(QStringLiteral("%1 s and %2 s").arg(fresh).arg(late)));
}

void TestSuggestionStudy::aBundleIsCarriedOutAtOnce()
{
    BranchHouse house;
    const QueueId crowded = house.queue(30, 5min);
    const QueueId calm = house.queue(1, 5min);
    house.agent({crowded});
    house.agents(3, {calm});
    for (int i = 0; i < 20; ++i)
        house.tell(IssueTicket{crowded});
    SuggestionOptions options;
    options.fairnessSeconds = 3'600;
    const SuggestionStudy study = studied(house, house.plan(2h, 60), options);
    QVERIFY(!study.suggestions.empty());
    const Proposal &best = study.suggestions.front();
    QVERIFY(best.kind == ProposalKind::bundle);
    QCOMPARE(best.actions.size(), std::size_t(3));
    BranchHouse applied = house;
    QCOMPARE(best.changes.commands.size(), std::size_t(1));
    QVERIFY(applied.tries(best.changes.commands.front()));
    QCOMPARE(applied.state.queue(crowded)->waitingCount(), 20);
    options.bundled = 1;
    QVERIFY(!proposed(studied(house, house.plan(2h, 60), options).suggestions, ProposalKind::bundle));
}

void TestSuggestionStudy::aCounterAndAPauseAreMeasures()
{
    BranchHouse house;
    const QueueId queue = house.queue(20, 5min);
    house.agent({queue});
    const SuggestionStudy study = studied(house, house.plan(2h, 60));
    QVERIFY(study.suggestions.empty());
    const Proposal *counter = proposed(study.measures, ProposalKind::counter);
    QVERIFY(counter && counter->actions.empty() && counter->gain.low > 0 && counter->turnedAway == 0);
    QVERIFY(counter->changes.openedCounters == std::vector<QueueId>{queue});
    const Proposal *pause = proposed(study.measures, ProposalKind::pause);
    QVERIFY2(!pause || std::abs(pause->turnedAway - 40) < 4, "those who come in two hours");
    SuggestionOptions options;
    options.provenMeasures = 0;
    QVERIFY(studied(house, house.plan(2h, 60), options).measures.empty());
}

void TestSuggestionStudy::delayCostsDecide()
{
    BranchHouse house;
    const QueueId longer = house.queue(14, 5min, {"a"});
    const QueueId shorter = house.queue(14, 5min, {"b"});
    house.agent({longer}, {"a"});
    house.agent({shorter}, {"b"});
    const AgentId spare = house.agent({}, {"a", "b"});
    for (int i = 0; i < 12; ++i)
        house.tell(IssueTicket{i < 8 ? longer : shorter});
    SuggestionOptions options;
    options.bundled = 1;
    const auto sentTo = [&] {
        const SuggestionStudy study = studied(house, house.plan(1h, 100), options);
        return study.suggestions.empty() || study.suggestions[0].actions[0].agent != spare ? QueueId{} : study.suggestions[0].actions[0].toQueue;
    };
    QVERIFY(sentTo() == longer);
    options.objective = Objective::costedDelay;
    QVERIFY(sentTo() == longer);
    options.delayCosts = {{longer, 1}, {shorter, 20}};
    QVERIFY(sentTo() == shorter);
}

void TestSuggestionStudy::everyObjectiveFindsTheIdleAgent()
{
    const LopsidedHouse house;
    for (const char *name : {"mean-wait", "p90", "sla", "cmu"}) {
        SuggestionOptions options;
        options.objective = *objectiveNamed(name);
        QVERIFY(nameOf(options.objective) == name);
        const SuggestionStudy study = studied(house, house.plan(2h, 100), options);
        QVERIFY2(proposed(study.suggestions, ProposalKind::reallocation), name);
        QVERIFY2(study.suggestions.front().gain.low > 0, name);
    }
    QVERIFY(!objectiveNamed("luck"));
}

void TestSuggestionStudy::aDisciplineIsSuggestedForTheSlowestTenth()
{
    BranchHouse house;
    const QueueId queue = house.queue(20, 5min);
    house.agents(2, {queue});
    house.tell(SetDiscipline{queue, Discipline::priority});
    house.model.queues.at(queue).priorities = {{0, 0.5}, {5, 0.5}};
    SuggestionOptions options;
    options.provenMeasures = 0;
    // Who goes first changes no mean wait.
    QVERIFY(studied(house, house.plan(4h, 200), options).suggestions.empty());
    options.objective = Objective::p90Wait;
    const SuggestionStudy study = studied(house, house.plan(4h, 200), options);
    QVERIFY(!study.suggestions.empty());
    const Proposal &best = study.suggestions.front();
    QVERIFY(best.kind == ProposalKind::discipline && best.gain.low > 0);
    QVERIFY(best.actions[0].toQueue == queue && best.actions[0].discipline == Discipline::fifo);
}

void TestSuggestionStudy::itIsGoodForAsLongAsTheLineLasts()
{
    const LopsidedHouse house;
    // Twelve of five minutes before one agent are an hour: a quarter of an hour at most.
    const SuggestionStudy crowded = studied(house, house.plan(2h, 60));
    QVERIFY(!crowded.suggestions.empty() && crowded.suggestions.front().goodUntil == house.now + 15min);
    const SuggestionStudy atTheEnd = studied(house, house.plan(10min, 60));
    QVERIFY(!atTheEnd.suggestions.empty() && atTheEnd.suggestions.front().goodUntil == house.now + 10min);
}

QTEST_GUILESS_MAIN(TestSuggestionStudy)
#include "tst_suggestion_study.moc"
