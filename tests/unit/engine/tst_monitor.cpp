#include <QSignalSpy>
#include <QTest>

#include <smartqueue/engine/monitor.h>

#include "test_branch.h"

using namespace smartqueue;
using namespace smartqueue::engine;
using namespace std::chrono_literals;

namespace {

class NoReaders final : public StoreAround {
public:
    using StoreAround::StoreAround;
    Result<std::unique_ptr<HistoryReader>> openReader(SiteId) override
    {
        ++asked;
        return fail(storage_failures::cannotOpen, {});
    }
    std::atomic<int> asked = 0;
};

} // namespace

class TestMonitor : public QObject {
    Q_OBJECT

    static void beat(const TestBranch &branch, Monitor &monitor)
    {
        QSignalSpy changed(&monitor, &Monitor::insightsChanged);
        Q_EMIT branch.engine->heartbeat(branch.engine->clock().now());
        QVERIFY(changed.wait());
    }

private Q_SLOTS:
    void eachMinuteHasItsPointEvenAfterAPause()
    {
        ManualClock clock(TestBranch::opening);
        TestBranch branch(std::make_unique<MemoryStore>(), clock, quietEngine());
        Monitor monitor(*branch.engine);
        QTRY_VERIFY(monitor.insights());
        // The first look may be at a branch that has no queue yet.
        const auto trend = [&] {
            const SharedInsights insights = monitor.insights();
            const auto found = insights->waitingTrend.find(branch.queue);
            return found == insights->waitingTrend.end() ? std::vector<int>() : found->second;
        };
        (void)branch.tell(branch.issuing());
        QTRY_COMPARE(trend(), (std::vector<int>{1}));
        clock.advance(30s);
        beat(branch, monitor);
        QCOMPARE(trend().size(), 1u);
        clock.advance(4min);
        beat(branch, monitor);
        QCOMPARE(trend(), (std::vector<int>{1, 1, 1, 1, 1}));
        clock.advance(3h);
        beat(branch, monitor);
        QCOMPARE(trend().size(), 60u);
        // The snapshot is of the time for which it was computed, though nothing was published since.
        QVERIFY(monitor.insights()->snapshot->at == clock.now());
    }

    void alertsComeWithoutTheHistory()
    {
        ManualClock clock(TestBranch::opening);
        auto store = std::make_unique<NoReaders>(std::make_unique<MemoryStore>());
        NoReaders &readers = *store;
        TestBranch branch(std::move(store), clock, quietEngine());
        Monitor monitor(*branch.engine);
        (void)branch.tell(branch.issuing());
        clock.advance(2h);
        for (int minute = 0; minute < 30 && branch.settled()->state.alerts.empty(); ++minute) {
            clock.advance(1min);
            beat(branch, monitor);
        }
        QVERIFY(!branch.settled()->state.alerts.empty());
        const int asked = readers.asked;
        beat(branch, monitor);
        beat(branch, monitor);
        QCOMPARE(readers.asked.load(), asked);
    }
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
