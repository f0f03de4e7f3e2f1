#include <QPromise>
#include <QTest>

#include <smartqueue/presentation/experiment_model.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace presentation;
using testing::SmallBranch;

namespace {

simulation::Estimate about(double mean, double low, double high)
{
    return {mean, low, high, low, high};
}

/// Two queues over ten days: all together by `whole` seconds, the second by `second`.
Experiment experimentWith(const simulation::Estimate &whole, const simulation::Estimate &second)
{
    Experiment experiment;
    experiment.question.b.discipline = Discipline::priority;
    experiment.from = *fromIso8601("2026-11-02T00:00:00Z");
    experiment.until = *fromIso8601("2026-11-16T00:00:00Z");
    experiment.queues = {"Passports", "Births <& deaths>"};
    experiment.recorded = {320, 280};
    experiment.recordedWhole = 300;
    simulation::ReplayStudy &study = experiment.study;
    study.days = 10;
    study.tickets = 1234;
    for (simulation::BranchOutcome *outcome : {&study.a, &study.b}) {
        outcome->queues.resize(2);
        for (simulation::QueueOutcome &queue : outcome->queues)
            queue.customers = 60;
    }
    study.a.whole.figures.meanWait = about(306, 250, 360);
    study.b.whole.figures.meanWait = about(306 + whole.mean, 200, 400);
    study.differences.resize(2);
    study.differences[0].meanWait = whole;
    study.differences[1].meanWait = second;
    study.wholeDifference.meanWait = whole;
    return experiment;
}

/// Answers when the test says so.
struct Studies {
    struct Asked {
        ExperimentQuestion question;
        std::shared_ptr<ExperimentModel::Task> task;
        std::shared_ptr<QPromise<Result<Experiment>>> promise = std::make_shared<QPromise<Result<Experiment>>>();

        void answer(Result<Experiment> result) const
        {
            promise->addResult(std::move(result));
            promise->finish();
        }
    };
    std::vector<Asked> asked;

    ExperimentModel::Study study()
    {
        return [this](const ExperimentQuestion &question, std::shared_ptr<ExperimentModel::Task> task) {
            Asked each{question, std::move(task)};
            each.promise->start();
            asked.push_back(each);
            return each.promise->future();
        };
    }
};

const TimeZone utc;

} // namespace

class TestExperimentModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeyondChanceIsSaid()
    {
        const ExperimentWords better = wordsOf(experimentWith(about(-90, -120, -60), about(-30, -60, -6)), utc);
        QVERIFY(better.outcome == Verdict::better);
        QCOMPARE(better.verdict, QStringLiteral("With B people would have waited 1.5 min less on average: 1.0 to 2.0 min, beyond chance."));
        QCOMPARE(better.price, QString());

        const ExperimentWords worse = wordsOf(experimentWith(about(90, 60, 120), about(30, 6, 60)), utc);
        QVERIFY(worse.outcome == Verdict::worse);
        QVERIFY(worse.verdict.contains(QStringLiteral("longer")));

        const ExperimentWords unsure = wordsOf(experimentWith(about(-10, -60, 40), about(0, -5, 5)), utc);
        QVERIFY(unsure.outcome == Verdict::unsure);
        QVERIFY(unsure.verdict.contains(QStringLiteral("beyond chance: B adds −0.2 min, somewhere from −1.0 to +0.7")));
    }

    void whoPaysIsNamed()
    {
        const ExperimentWords said = wordsOf(experimentWith(about(-90, -120, -60), about(42, 6, 78)), utc);
        QCOMPARE(said.price, QStringLiteral("Longer waits in Births <& deaths> (+0.7 min)."));
        QCOMPARE(said.lines.size(), 3);
        QVERIFY(said.lines.at(1).verdict == Verdict::better);
        QVERIFY(said.lines.at(2).verdict == Verdict::worse);
        QCOMPARE(said.lines.at(2).difference, QStringLiteral("+0.7 min (+0.1 to +1.3)"));
    }

    void aQueueThatNobodyCameToIsLeftOut()
    {
        Experiment experiment = experimentWith(about(-90, -120, -60), about(42, 6, 78));
        experiment.study.a.queues[1].customers = 0;
        QCOMPARE(wordsOf(experiment, utc).lines.size(), 2);
    }

    void theDaysAreNamedWithoutToday()
    {
        const QString made = wordsOf(experimentWith(about(0, -1, 1), about(0, -1, 1)), utc).made;
        QVERIFY2(made.startsWith(QStringLiteral("10 day(s) and 1,234 ticket(s), from ")), qPrintable(made));
        QVERIFY2(made.contains(QStringLiteral("15")) && !made.contains(QStringLiteral("16")), qPrintable(made));
    }

    void theReportIsAPageThatNoNameBreaks()
    {
        const QString report = reportOf(wordsOf(experimentWith(about(-90, -120, -60), about(42, 6, 78)), utc), QStringLiteral("Town & <hall>"));
        QVERIFY(report.contains(QStringLiteral("Births &lt;&amp; deaths&gt;")));
        QVERIFY(report.contains(QStringLiteral("Town &amp; &lt;hall&gt;")));
        QVERIFY(!report.contains(QStringLiteral("<hall>")));
        QVERIFY(report.contains(QStringLiteral("1.5 min less")));
    }

    void itRunsOneAtATime()
    {
        SmallBranch branch;
        Studies studies;
        ExperimentModel model(*branch.engine, studies.study());
        ExperimentQuestion question;
        question.days = 7;
        model.run(question);
        QVERIFY(model.phase() == ExperimentModel::Phase::running);
        studies.asked[0].task->share = 0.25;
        QCOMPARE(model.progress(), 0.25);
        question.days = 28;
        model.run(question);
        QVERIFY(studies.asked[0].task->cancelled && !studies.asked[1].task->cancelled);

        // The answer to the question before is nobody's any more.
        Experiment old = experimentWith(about(0, -1, 1), about(0, -1, 1));
        old.study.days = 3;
        studies.asked[0].answer(old);
        studies.asked[1].answer(experimentWith(about(0, -1, 1), about(0, -1, 1)));
        QTRY_VERIFY(model.phase() == ExperimentModel::Phase::ready);
        QCOMPARE(model.experiment()->study.days, 10);
    }

    void whoStopsItKeepsTheAnswerBefore()
    {
        SmallBranch branch;
        Studies studies;
        ExperimentModel model(*branch.engine, studies.study());
        model.run({});
        model.cancel();
        QVERIFY(model.phase() == ExperimentModel::Phase::idle);
        QVERIFY(studies.asked[0].task->cancelled);

        model.run({});
        studies.asked[1].answer(experimentWith(about(0, -1, 1), about(0, -1, 1)));
        QTRY_VERIFY(model.phase() == ExperimentModel::Phase::ready);
        model.run({});
        model.cancel();
        QVERIFY(model.phase() == ExperimentModel::Phase::ready);
        QCOMPARE(model.experiment()->study.days, 10);
    }

    void whatFailedIsSaid()
    {
        SmallBranch branch;
        Studies studies;
        ExperimentModel model(*branch.engine, studies.study());
        model.run({});
        studies.asked[0].answer(tl::unexpected<Failure>({simulation::simulation_failures::tooLittleHistory, {{"days", "1"}, {"needed", "2"}}}));
        QTRY_VERIFY(model.phase() == ExperimentModel::Phase::failed);
        QVERIFY(model.failure().code == simulation::simulation_failures::tooLittleHistory);
    }

    void withoutHistoryThereIsTooLittle()
    {
        SmallBranch branch;
        ExperimentModel model(*branch.engine);
        model.run({});
        QTRY_VERIFY_WITH_TIMEOUT(model.phase() == ExperimentModel::Phase::failed, 30'000);
        QVERIFY(model.failure().code == simulation::simulation_failures::tooLittleHistory);
    }
};

QTEST_GUILESS_MAIN(TestExperimentModel)
#include "tst_experiment_model.moc"
