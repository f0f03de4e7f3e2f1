#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/presentation/ticket_table_model.h>

#include "small_branch.h"

using namespace smartqueue;
using presentation::TicketFilter;
using presentation::TicketTableModel;
using testing::SmallBranch;

namespace {

void importPast(SmallBranch &branch, int count)
{
    std::vector<engine::ImportedTicket> past;
    past.reserve(std::size_t(count));
    const Instant first = branch.clock.now() - std::chrono::hours(24 * 90);
    for (int i = 0; i < count; ++i) {
        engine::ImportedTicket ticket;
        ticket.number = "P" + std::to_string(10000 + i);
        ticket.queue = branch.passports;
        ticket.arrivedAt = first + std::chrono::seconds(30 * i);
        ticket.calledAt = ticket.arrivedAt + std::chrono::minutes(5);
        ticket.startedAt = ticket.calledAt;
        ticket.endedAt = *ticket.calledAt + std::chrono::minutes(4);
        past.push_back(ticket);
    }
    auto done = branch.engine->importTickets(std::move(past));
    done.waitForFinished();
    if (!done.result())
        throw std::runtime_error("import");
}

QString textAt(const TicketTableModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

} // namespace

class TestTicketTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsExistAtOnceAndTheirFactsArriveWhenAsked()
    {
        SmallBranch branch;
        importPast(branch, 100'000);
        TicketTableModel model(*branch.engine);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TicketFilter all;
        all.period = TicketFilter::Period::all;
        model.setFilter(all);
        model.setWatching(true);
        QTRY_COMPARE(model.rowCount(), 100'000);
        QTRY_COMPARE(textAt(model, 0, TicketTableModel::number), QStringLiteral("P109999"));
        // The last row lies five hundred windows further on.
        QCOMPARE(textAt(model, 99'999, TicketTableModel::number), QString());
        QTRY_COMPARE(textAt(model, 99'999, TicketTableModel::number), QStringLiteral("P10000"));
    }

    void aSearchCountsItsMatchesPerState()
    {
        SmallBranch branch;
        branch.issue(branch.passports);
        branch.issue(branch.passports);
        branch.issue(branch.payments);
        TicketTableModel model(*branch.engine);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWatching(true);
        QTRY_COMPARE(model.rowCount(), 3);
        TicketFilter filter;
        filter.text = QStringLiteral("A0");
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(model.countsByState()[std::size_t(TicketState::waiting)], 2);
        QCOMPARE(model.countsByState()[std::size_t(TicketState::completed)], 0);
        filter.state = TicketState::completed;
        model.setFilter(filter);
        QTRY_COMPARE(model.rowCount(), 0);
        QCOMPARE(model.countsByState()[std::size_t(TicketState::waiting)], 2);
    }

    void sortingGoesThroughTheStore()
    {
        SmallBranch branch;
        branch.issue(branch.payments);
        branch.advance(std::chrono::minutes(1));
        branch.issue(branch.passports);
        TicketTableModel model(*branch.engine);
        model.setWatching(true);
        QTRY_COMPARE(textAt(model, 0, TicketTableModel::number), QStringLiteral("A001"));
        model.sort(TicketTableModel::number, Qt::DescendingOrder);
        QTRY_COMPARE(textAt(model, 0, TicketTableModel::number), QStringLiteral("B001"));
        model.sort(TicketTableModel::number, Qt::AscendingOrder);
        QTRY_COMPARE(textAt(model, 0, TicketTableModel::number), QStringLiteral("A001"));
    }

    void aSelectionFollowsItsTicketWhenANewOneArrives()
    {
        SmallBranch branch;
        branch.issue(branch.passports);
        TicketTableModel model(*branch.engine);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setWatching(true);
        QTRY_COMPARE(textAt(model, 0, TicketTableModel::number), QStringLiteral("A001"));
        const QPersistentModelIndex chosen = model.index(0, 0);
        branch.advance(std::chrono::minutes(1));
        branch.issue(branch.passports);
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(chosen.row(), 1);
        QCOMPARE(chosen.data().toString(), QStringLiteral("A001"));
    }

    void anOpenTicketIsShownAsTheLiveBranchKnowsIt()
    {
        SmallBranch branch;
        const auto first = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "1"});
        TicketTableModel model(*branch.engine);
        model.setWatching(true);
        QTRY_COMPARE(model.rowCount(), 1);
        branch.advance(std::chrono::minutes(7));
        branch.must(CallNext{branch.leila}, branch.leila);
        QTRY_COMPARE(model.index(0, 0).data(TicketTableModel::stateRole).toInt(), int(TicketState::called));
        QCOMPARE(model.index(0, 0).data(TicketTableModel::waitedRole).toInt(), 7);
        QCOMPARE(model.row(0)->agent, branch.leila);
        QCOMPARE(model.rowOf(first.ticket), 0);
    }

    void twoMinutesBeforeTheTargetATicketIsUrgent()
    {
        SmallBranch branch;
        branch.issue(branch.information);
        TicketTableModel model(*branch.engine);
        model.setWatching(true);
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.index(0, 0).data(TicketTableModel::urgentRole).toBool());
        branch.advance(std::chrono::minutes(3));
        QVERIFY(model.index(0, 0).data(TicketTableModel::urgentRole).toBool());
        branch.advance(std::chrono::minutes(3));
        QVERIFY(!model.index(0, 0).data(TicketTableModel::urgentRole).toBool());
    }

    void nobodyWatchesNothingIsAsked()
    {
        SmallBranch branch;
        TicketTableModel model(*branch.engine);
        QSignalSpy changes(&model, &TicketTableModel::statusChanged);
        branch.issue(branch.passports);
        branch.now();
        QCoreApplication::processEvents();
        QCOMPARE(changes.count(), 0);
        QCOMPARE(model.rowCount(), 0);
        model.setWatching(true);
        QTRY_COMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestTicketTableModel)
#include "tst_ticket_table_model.moc"
