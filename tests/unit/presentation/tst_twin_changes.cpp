#include <QTest>

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/twin_changes.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace presentation;
using testing::SmallBranch;

namespace {

const TwinZone &zoneOf(const QList<TwinZone> &zones, QueueId queue)
{
    return *std::find_if(zones.begin(), zones.end(), [&](const TwinZone &zone) { return zone.queue == queue; });
}

} // namespace

class TestTwinChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMoveThatWasCarriedOutIsTriedNoMore()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "1"});
        TwinChanges changes;
        changes.moves[branch.leila] = branch.information;
        const auto before = branch.now();
        QCOMPARE(homeOf(before->state.agents.at(branch.leila)), branch.passports);
        QCOMPARE(possibleOf(changes, before->state), changes);
        const auto applied = branch.must(ApplySuggestion{"simulator-1", actionsOf(changes, before->state)});
        const auto after = branch.now();
        QCOMPARE(homeOf(after->state.agents.at(branch.leila)), branch.information);
        QVERIFY(possibleOf(changes, after->state).isEmpty());
        const auto undo = undoOfAct(*after, applied.sequence, branch.clock.now());
        QVERIFY(!undo); // it was sent without an id
    }

    void aBatchIsOneActAndIsTakenBackAsOne()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "1"});
        branch.must(SignIn{branch.omar, "2"});
        TwinChanges changes;
        changes.moves[branch.leila] = branch.payments;
        changes.moves[branch.omar] = branch.passports;
        changes.disciplines[branch.passports] = Discipline::sla;
        Command command{"act", ApplySuggestion{"simulator-2", actionsOf(changes, branch.now()->state)}, {}, {}};
        auto answer = branch.engine->submit(command);
        answer.waitForFinished();
        QVERIFY(answer.result().has_value());
        const auto after = branch.now();
        QVERIFY(possibleOf(changes, after->state).isEmpty());
        const auto undo = undoOfAct(*after, answer.result()->sequence, branch.clock.now());
        QVERIFY(undo.has_value());
        branch.must(*undo);
        QCOMPARE(possibleOf(changes, branch.now()->state), changes);
    }

    void whatTheBranchDoesNotAllowIsLeftOut()
    {
        SmallBranch branch;
        TwinChanges changes;
        changes.moves[branch.omar] = branch.passports;
        changes.moves[{999}] = branch.passports;
        changes.disciplines[{998}] = Discipline::sla;
        changes.counter = {997};
        changes.arrivals = 80;
        TwinChanges possible = possibleOf(changes, branch.now()->state);
        // Omar has not signed in.
        QVERIFY(possible.moves.empty());
        QVERIFY(possible.disciplines.empty());
        QVERIFY(!possible.counter);
        QCOMPARE(possible.arrivals, mostArrivals);
        branch.must(SignIn{branch.omar, "1"});
        QCOMPARE(possibleOf(changes, branch.now()->state).moves.size(), std::size_t(1));
        branch.must(SetQueueStatus{branch.passports, QueueStatus::paused});
        QVERIFY(possibleOf(changes, branch.now()->state).moves.empty());
    }

    void whatIsPlayedIsWhatWouldBeApplied()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        TwinChanges changes;
        changes.moves[branch.omar] = branch.information;
        changes.arrivals = -30;
        changes.counter = branch.payments;
        const auto snapshot = branch.now();
        const simulation::Changes simulated = simulatedOf(changes, snapshot->state);
        QCOMPARE(simulated.commands.size(), std::size_t(1));
        const auto *applied = std::get_if<ApplySuggestion>(&simulated.commands.front());
        QVERIFY(applied);
        QCOMPARE(applied->actions.size(), std::size_t(1));
        QCOMPARE(applied->actions.front().agent, branch.omar);
        QCOMPARE(applied->actions.front().fromQueue, branch.payments);
        QCOMPARE(applied->actions.front().toQueue, branch.information);
        QCOMPARE(simulated.openedCounters, std::vector<QueueId>{branch.payments});
        QCOMPARE(simulated.arrivalFactors.size(), snapshot->state.queues.size());
        QCOMPARE(simulated.arrivalFactors.at(branch.passports), 0.7);
    }

    void theOrderOfTheQueuesIsTriedAsASettingOfTheBranch()
    {
        SmallBranch branch;
        TwinChanges changes;
        changes.routing = CallRouting::deadline;
        const auto snapshot = branch.now();
        QVERIFY(changes.isWhatIf() && !changes.isEmpty());
        QVERIFY(actionsOf(changes, snapshot->state).empty());
        const simulation::Changes simulated = simulatedOf(changes, snapshot->state);
        QCOMPARE(simulated.commands.size(), std::size_t(1));
        const auto *defined = std::get_if<DefineBranch>(&simulated.commands.front());
        QVERIFY(defined && defined->branch.routing == CallRouting::deadline);
        QCOMPARE(defined->branch.name, snapshot->state.branch.name);
        changes.routing = snapshot->state.branch.routing;
        QVERIFY(possibleOf(changes, snapshot->state).isEmpty());
    }

    void theBoardCountsWhoStandsWhere()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "1"});
        branch.must(SignIn{branch.omar, "2"});
        TwinChanges changes;
        changes.moves[branch.leila] = branch.payments;
        changes.counter = branch.information;
        const auto zones = zonesOf(changes, branch.now()->state);
        QCOMPARE(zones.size(), 3);
        QCOMPARE(zoneOf(zones, branch.passports).agents.size(), 0);
        QVERIFY(zoneOf(zones, branch.passports).isChanged);
        QVERIFY2(zoneOf(zones, branch.passports).note.startsWith(QStringLiteral("1 → 0")), qPrintable(zoneOf(zones, branch.passports).note));
        QCOMPARE(zoneOf(zones, branch.payments).agents.size(), 2);
        QVERIFY(zoneOf(zones, branch.information).isChanged);
        QCOMPARE(zoneOf(zones, branch.payments).agents.first().home, branch.passports);
        // First names are enough where they differ.
        QCOMPARE(zoneOf(zones, branch.payments).agents.last().name, QStringLiteral("Omar"));
        QCOMPARE(carriedOutWords(changes, branch.now()->state), QStringLiteral("Leïla to Payments"));
    }

    void onlyPeopleAndRulesMakeAnotherLineup()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        const TwinLineup before = lineupOf(branch.now()->state);
        branch.issue(branch.payments);
        branch.must(CallNext{branch.omar}, branch.omar);
        QVERIFY(lineupOf(branch.now()->state) == before);
        branch.must(SetDiscipline{branch.payments, Discipline::sla});
        QVERIFY(lineupOf(branch.now()->state) != before);
    }
};

QTEST_GUILESS_MAIN(TestTwinChanges)
#include "tst_twin_changes.moc"
