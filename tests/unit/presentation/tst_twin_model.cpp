#include <QSignalSpy>
#include <QTest>

#include <smartqueue/presentation/twin_model.h>

#include "busy_branch.h"

using namespace smartqueue;
using namespace presentation;
using testing::BusyBranch;

namespace {

constexpr auto patience = 60'000;

struct Tried {
    Tried()
    {
        model.setWatching(true);
    }
    const queueing::BranchState &state() { return (snapshot = branch.now())->state; }
    /// Somebody of another queue who can serve it.
    AgentId helperFor(QueueId queue)
    {
        for (const auto &[id, agent] : state().agents) {
            if (agent.status != AgentStatus::offline && homeOf(agent) != queue && !possibleOf({{{id, queue}}, {}, {}, 0}, snapshot->state).isEmpty())
                return id;
        }
        return {};
    }
    QueueId first() { return state().queues.begin()->first; }

    BusyBranch branch;
    engine::SharedSnapshot snapshot;
    TwinModel model{*branch.engine};
};

} // namespace

class TestTwinModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFewDaysComeBeforeAllOfThem()
    {
        Tried it;
        QSignalSpy studied(&it.model, &TwinModel::studyChanged);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isCurrent(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QVERIFY(studied.size() >= 2);
        const TwinWords words = it.model.words();
        QCOMPARE(words.queues.size(), qsizetype(it.state().queues.size()));
        QVERIFY2(words.made.startsWith(QLatin1String("1,000 days to 18:00")), qPrintable(words.made));
        QVERIFY(words.queues.first().without.isEmpty());
    }

    void aChangeIsPlayedAgainstDoingNothing()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        const AgentId helper = it.helperFor(it.first());
        QVERIFY(helper);
        TwinChanges changes;
        changes.moves[helper] = it.first();
        it.model.setChanges(changes);
        QVERIFY(!it.model.isCurrent());
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        const TwinWords words = it.model.words();
        QVERIFY(!words.figures.first().before.isEmpty());
        QCOMPARE(words.queues.first().without.size(), words.queues.first().outlook.ahead.size());
        QVERIFY2(words.sentence.startsWith(QLatin1String("Mean wait: ")), qPrintable(words.sentence));
    }

    void theLastOfSeveralChangesIsPlayed()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        for (const int percent : {10, 20, 30, 40}) {
            TwinChanges changes;
            changes.arrivals = percent;
            it.model.setChanges(changes);
        }
        // Whoever still drags is waited for.
        QCOMPARE(it.branch.engine->studyPool().activeThreadCount(), 0);
        QSignalSpy studied(&it.model, &TwinModel::studyChanged);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QCOMPARE(it.model.changes().arrivals, 40);
        // The first days and all of them, of the last change only.
        QVERIFY(studied.size() <= 2);
    }

    void whatIsOvertakenIsHeardOfNoMore()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QSignalSpy phases(&it.model, &TwinModel::phaseChanged);
        it.model.look();
        TwinChanges changes;
        changes.arrivals = 10;
        it.model.setChanges(changes);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QCOMPARE(it.model.changes(), changes);
        QVERIFY(phases.isEmpty());
    }

    void theSameChangeGivesTheSameFigures()
    {
        Tried it;
        TwinChanges changes;
        changes.arrivals = -20;
        it.model.setChanges(changes);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        const QString first = it.model.words().sentence;
        it.model.setChanges({});
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QVERIFY(it.model.words().sentence != first);
        it.model.setChanges(changes);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QCOMPARE(it.model.words().sentence, first);
    }

    void peopleWhoComeOrGoMakeTheFiguresOld()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        QSignalSpy lineup(&it.model, &TwinModel::lineupChanged);
        AgentId gone;
        for (const auto &[id, agent] : it.state().agents) {
            if (agent.status == AgentStatus::available || (agent.status == AgentStatus::paused && !agent.current))
                gone = id;
        }
        QVERIFY(gone);
        it.branch.engine->submit(SignOut{gone}).waitForFinished();
        QTRY_COMPARE_WITH_TIMEOUT(lineup.size(), 1, patience);
        QVERIFY(!it.model.isCurrent());
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
    }

    void closingTimeComesWithoutAnyNews()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        it.branch.clock.set(engine::demoDayStart() + std::chrono::hours(12));
        it.model.setWatching(false);
        it.model.setWatching(true);
        QTRY_COMPARE_WITH_TIMEOUT(it.model.phase(), TwinModel::Phase::closed, patience);
    }

    void nobodyWatchesAndNothingIsPlayed()
    {
        Tried it;
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
        it.model.setWatching(false);
        TwinChanges changes;
        changes.arrivals = 10;
        it.model.setChanges(changes);
        QVERIFY(!it.model.isCurrent());
        it.model.setWatching(true);
        QTRY_VERIFY_WITH_TIMEOUT(it.model.isWhole(), patience);
    }
};

QTEST_GUILESS_MAIN(TestTwinModel)
#include "tst_twin_model.moc"
