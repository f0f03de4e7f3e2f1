#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/domain/failures.h>
#include <smartqueue/presentation/setup_checks.h>
#include <smartqueue/presentation/setup_models.h>

#include "small_branch.h"

using namespace smartqueue;
using presentation::SetupChecks;
using presentation::SetupField;
using testing::SmallBranch;

namespace {

QStringList column(const QAbstractItemModel &model, int which)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells.append(model.index(row, which).data().toString());
    return cells;
}

} // namespace

class TestSetupModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyListFollowsTheBranch()
    {
        SmallBranch branch;
        presentation::QueueSetupModel queues;
        presentation::ServiceSetupModel services;
        presentation::CounterSetupModel counters;
        presentation::AgentSetupModel agents;
        const std::array<presentation::SetupTableModel *, 4> models{&queues, &services, &counters, &agents};
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (auto *model : models) {
            testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
            model->follow(branch.now());
        }
        QCOMPARE(column(queues, 0), (QStringList{QStringLiteral("Information"), QStringLiteral("Passports"), QStringLiteral("Payments")}));
        QCOMPARE(column(queues, presentation::QueueSetupModel::numbers).at(1), QStringLiteral("A001–A9999"));
        QCOMPARE(column(counters, 0), (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        QCOMPARE(column(agents, presentation::AgentSetupModel::queues).at(0), QStringLiteral("Passports › Payments › Information"));
        QCOMPARE(column(services, presentation::ServiceSetupModel::sla).at(0), QStringLiteral("5 min"));
    }

    void aRenamedRowMovesAndKeepsItsIdentity()
    {
        SmallBranch branch;
        presentation::QueueSetupModel queues;
        QAbstractItemModelTester tester(&queues, QAbstractItemModelTester::FailureReportingMode::QtTest);
        queues.follow(branch.now());
        const QPersistentModelIndex information(queues.index(queues.rowOf(branch.information.value), 0));
        Queue renamed = branch.now()->state.queue(branch.information)->config;
        renamed.name = "Welcome";
        branch.must(DefineQueue{renamed});
        QSignalSpy resets(&queues, &QAbstractItemModel::modelReset);
        queues.follow(branch.now());
        QCOMPARE(resets.size(), 0);
        QCOMPARE(information.row(), 2);
        QCOMPARE(information.data().toString(), QStringLiteral("Welcome"));
        QCOMPARE(queues.idAt(2), qint64(branch.information.value));
    }

    void theFilterKeepsWhatMatches()
    {
        SmallBranch branch;
        presentation::AgentSetupModel agents;
        QAbstractItemModelTester tester(&agents, QAbstractItemModelTester::FailureReportingMode::QtTest);
        agents.follow(branch.now());
        agents.setFilter(QStringLiteral("omar"));
        QCOMPARE(agents.rowCount(), 1);
        QCOMPARE(agents.total(), 2);
        agents.setFilter({});
        QCOMPARE(agents.rowCount(), 2);
        branch.must(RemoveAgent{branch.omar});
        agents.follow(branch.now());
        QCOMPARE(agents.rowCount(), 1);
    }

    void theChecksSpeakBeforeTheEngineRefuses()
    {
        SmallBranch branch;
        const auto snapshot = branch.now();
        const SetupChecks checks(snapshot->state);
        Queue queue;
        queue.name = "payments ";
        auto problems = checks.queue(queue);
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems.at(0).field, SetupField::name);
        QCOMPARE(problems.at(1).field, SetupField::service);
        queue.name = "Civil weddings";
        queue.service = snapshot->state.services.begin()->first;
        QVERIFY(checks.queue(queue).isEmpty());
        queue.prefix = "A1";
        QCOMPARE(checks.queue(queue).value(0).field, SetupField::prefix);

        Branch changed = snapshot->state.branch;
        QVERIFY(checks.branch(changed).isEmpty());
        changed.timeZone = "Mars/Olympus";
        changed.closesAt = changed.opensAt;
        QCOMPARE(checks.branch(changed).size(), 2);
        QVERIFY(!checks.counter("2", -1).isEmpty());
        QVERIFY(checks.counter("2", 1).isEmpty());
    }

    void aRefusalFindsItsField()
    {
        QCOMPARE(SetupChecks::fieldOf({failures::nameTaken, {}}), SetupField::name);
        QCOMPARE(SetupChecks::fieldOf({failures::outOfRange, {{"field", "last_number"}}}), SetupField::numbers);
        QCOMPARE(SetupChecks::fieldOf({failures::inUse, {}}), SetupField::none);
    }
};

QTEST_GUILESS_MAIN(TestSetupModels)
#include "tst_setup_models.moc"
