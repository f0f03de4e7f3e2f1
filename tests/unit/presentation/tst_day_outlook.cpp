#include <QTest>

#include <smartqueue/presentation/day_outlook.h>

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::waitingByMinute;
using simulation::PastTicket;

namespace {

constexpr Instant opening{std::chrono::hours(400'000)};

PastTicket ticket(QueueId queue, Duration arrived, std::optional<Duration> called, std::optional<Duration> ended = {})
{
    PastTicket past;
    past.queue = queue;
    past.arrivedAt = opening + arrived;
    if (called)
        past.calledAt = opening + *called;
    if (ended)
        past.endedAt = opening + *ended;
    return past;
}

} // namespace

class TestDayOutlook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoWaitsIsCountedMinuteByMinute()
    {
        const QueueId queue{1};
        const std::vector<PastTicket> tickets{
            ticket(queue, 1min, 3min),
            ticket(queue, 2min, {}),              // waits still
            ticket(queue, 2min, {}, 4min),        // left
            ticket(queue, -5min, 1min),           // of the hour before
            ticket(queue, -5min, -1min),          // over before
            ticket(queue, 9min, 10min),           // after now
            ticket({2}, 0min, {}),                // elsewhere
        };
        QCOMPARE(waitingByMinute(tickets, queue, opening, opening + 5min), (std::vector<double>{1, 1, 3, 2, 1, 1}));
    }

    void nobodyIsNobody()
    {
        QCOMPARE(waitingByMinute({}, {1}, opening, opening), std::vector<double>{0});
    }
};

QTEST_GUILESS_MAIN(TestDayOutlook)
#include "tst_day_outlook.moc"
