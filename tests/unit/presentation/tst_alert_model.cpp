#include <QAbstractItemModelTester>
#include <QTest>

#include <smartqueue/presentation/alert_model.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::AlertModel;
using presentation::AlertStanding;
using testing::SmallBranch;

namespace {

AlertId raise(SmallBranch &branch, AlertType type, Severity severity, QueueId queue, double value)
{
    branch.must(RaiseAlert{type, severity, queue, value});
    AlertId newest;
    const engine::SharedSnapshot snapshot = branch.now();
    for (const auto &[id, alert] : snapshot->state.alerts)
        newest = std::max(newest, id);
    return newest;
}

} // namespace

class TestAlertModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thoseThatNeedSomeoneStandFirst()
    {
        SmallBranch branch;
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(branch.now());
        QCOMPARE(model.rowCount(), 0);
        const AlertId late = raise(branch, AlertType::slaBreach, Severity::medium, branch.payments, 3);
        const AlertId nobody = raise(branch, AlertType::noAgents, Severity::critical, branch.passports, 12);
        const AlertId full = raise(branch, AlertType::capacity, Severity::high, branch.information, 40);
        model.show(branch.now());
        QCOMPARE(model.idAt(0), nobody);
        QCOMPARE(model.idAt(1), full);
        QCOMPARE(model.idAt(2), late);
        QCOMPARE(model.needingSomeone(), 3);

        branch.must(AcknowledgeAlert{nobody});
        branch.must(SnoozeAlert{full, 15min});
        model.show(branch.now());
        QCOMPARE(model.idAt(0), late);
        QCOMPARE(model.needingSomeone(), 1);
        QCOMPARE(model.rowOf(nobody), 2);

        // A snooze ends by time alone.
        branch.advance(16min);
        branch.must(ClearAlert{late});
        model.show(branch.now());
        QCOMPARE(model.idAt(0), full);
        QCOMPARE(presentation::standingOf(*model.alertAt(model.rowOf(late)), branch.clock.now()), AlertStanding::over);
    }

    void rowsSayWhatAPersonNeeds()
    {
        SmallBranch branch;
        const AlertId id = raise(branch, AlertType::noAgents, Severity::critical, branch.passports, 1);
        branch.issue(branch.passports);
        branch.must(AssignAlert{id, "Omar Said"});
        AlertModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(branch.now());
        const auto text = [&](AlertModel::Column column) { return model.index(0, column).data().toString(); };
        QCOMPARE(text(AlertModel::queue), QStringLiteral("Passports"));
        QCOMPARE(text(AlertModel::since), QStringLiteral("09:00"));
        QCOMPARE(text(AlertModel::owner), QStringLiteral("Omar Said"));
        QVERIFY(!text(AlertModel::what).isEmpty());
        QVERIFY(!presentation::alertCause(*model.alertAt(0), *branch.now()).isEmpty());
        model.retranslate();
    }

    void theCauseHasTheFiguresOfNow()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.omar, "1"});
        for (int i = 0; i < 4; ++i)
            branch.issue(branch.payments);
        branch.advance(16min);
        branch.issue(branch.payments);
        const AlertId id = raise(branch, AlertType::slaBreach, Severity::high, branch.payments, 4);
        const auto snapshot = branch.now();
        const QString cause = presentation::alertCause(snapshot->state.alerts.at(id), *snapshot);
        QVERIFY2(cause.contains(QStringLiteral("4 of the 5")), qPrintable(cause));
        QVERIFY2(cause.contains(QStringLiteral("15 min")), qPrintable(cause));
        for (const auto type : {AlertType::capacity, AlertType::slaBreach, AlertType::noAgents, AlertType::highWaitTime})
            QVERIFY(!presentation::ruleSentence(type).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAlertModel)
#include "tst_alert_model.moc"
