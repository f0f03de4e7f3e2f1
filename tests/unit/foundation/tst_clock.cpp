#include <atomic>
#include <thread>

#include <QTest>

#include <smartqueue/foundation/clock.h>
#include <smartqueue/foundation/text.h>

using namespace smartqueue;
using namespace std::chrono_literals;

class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPacedClockNeverJumpsUnderItsReaders()
    {
        const Instant start = *fromIso8601("2026-11-19T09:00:00Z");
        PacedClock clock(start);
        std::atomic<bool> done = false;
        std::atomic<int> jumps = 0;
        std::thread reader([&] {
            while (!done) {
                const Instant now = clock.now();
                jumps += now < start || now - start > 1min;
            }
        });
        for (int i = 0; i < 50'000; ++i) {
            clock.set(start);
            clock.run(1);
        }
        done = true;
        reader.join();
        QCOMPARE(jumps.load(), 0);
    }

    void aPacedClockGoesOnFromWhereItStands()
    {
        const Instant start = *fromIso8601("2026-11-19T09:00:00Z");
        PacedClock clock(start);
        QVERIFY(clock.now() == start);
        clock.run(1e9);
        QTRY_VERIFY(clock.now() > start + 1h);
        clock.set(start + 2h);
        QVERIFY(clock.now() == start + 2h);
        QCOMPARE(clock.speed(), 0.0);
    }

    void namesThatAreTheSameFoldToTheSame()
    {
        QCOMPARE(foldedName("  PassPorts\t"), foldedName("passports"));
        QVERIFY(sameName("  PassPorts\t", "passports"));
        QVERIFY(foldedName("É") != foldedName("é"));
        QVERIFY(!sameName("É", "é"));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
