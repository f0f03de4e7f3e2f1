#include <QTest>

#include <smartqueue/presentation/alert_watch.h>

using namespace smartqueue;
using namespace std::chrono_literals;
using presentation::AlertWatch;

namespace {

constexpr AlertId first{1};
constexpr AlertId second{2};
const Instant start = *fromIso8601("2026-11-19T09:00:00Z");

Alert alertOf(AlertId id, Severity severity, QueueId queue = {7})
{
    Alert alert;
    alert.id = id;
    alert.severity = severity;
    alert.queue = queue;
    alert.raisedAt = start;
    return alert;
}

/// A watch that has seen a quiet branch, and the alerts it looks at next.
struct Watched {
    Watched() { watch.evaluate({}, start, 0s, {}); }
    AlertWatch::Calls at(Duration uptime, AlertWatch::Surroundings around = {})
    {
        return watch.evaluate(alerts, start + uptime, uptime, around);
    }
    void put(const Alert &alert) { alerts[alert.id] = alert; }

    AlertWatch watch;
    std::map<AlertId, Alert> alerts;
};

} // namespace

class TestAlertWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCriticalAlertSoundsEveryMinuteUntilSomeoneAcknowledges()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::critical));
        QVERIFY(branch.at(10s).sound);
        QVERIFY(!branch.at(40s).sound);
        QVERIFY(branch.at(70s).sound);
        branch.alerts[first].acknowledgedAt = start + 80s;
        QVERIFY(!branch.at(140s).sound);
    }

    void anAlertIsToldOnce()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::high));
        QCOMPARE(branch.at(1s).toasts.size(), std::size_t(1));
        QCOMPARE(branch.at(2s).toasts.size(), std::size_t(0));
        // Worse than before is news.
        branch.alerts[first].severity = Severity::critical;
        QCOMPARE(branch.at(3s).toasts.size(), std::size_t(1));
    }

    void oneNotificationAQueueInTenMinutes()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::critical));
        QCOMPARE(branch.at(1s).popUps.size(), std::size_t(1));
        branch.put(alertOf(second, Severity::critical));
        QCOMPARE(branch.at(60s).popUps.size(), std::size_t(0));
        branch.put(alertOf({3}, Severity::critical, {8}));
        QCOMPARE(branch.at(61s).popUps.size(), std::size_t(1));
        branch.put(alertOf({4}, Severity::critical));
        QCOMPARE(branch.at(11min).popUps.size(), std::size_t(1));
    }

    void warningsNeverPopUpAndLowOnesSayNothing()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::medium));
        branch.put(alertOf(second, Severity::low));
        const auto calls = branch.at(1s);
        QCOMPARE(calls.toasts, std::vector<AlertId>{first});
        QVERIFY(calls.popUps.empty());
        QVERIFY(!calls.sound);
    }

    void nothingPopsUpOverTheWindowOneWorksIn()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::critical));
        const auto calls = branch.at(1s, {.windowHasFocus = true});
        QVERIFY(calls.popUps.empty());
        QCOMPARE(calls.toasts.size(), std::size_t(1));
    }

    void quietHoursAreQuiet()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::critical));
        const auto calls = branch.at(1s, {.quietHours = true});
        QVERIFY(!calls.sound);
        QVERIFY(calls.popUps.empty());
        QVERIFY(branch.at(2s).sound);
        QVERIFY(presentation::isQuiet(30, 22 * 60, 6 * 60));
        QVERIFY(presentation::isQuiet(23 * 60, 22 * 60, 6 * 60));
        QVERIFY(!presentation::isQuiet(12 * 60, 22 * 60, 6 * 60));
        QVERIFY(presentation::isQuiet(12 * 60, 12 * 60, 13 * 60));
        QVERIFY(!presentation::isQuiet(13 * 60, 12 * 60, 13 * 60));
    }

    void onesOwnActRaisesNoAlarm()
    {
        Watched branch;
        branch.watch.noteOwnAct(10s);
        branch.put(alertOf(first, Severity::critical));
        const auto calls = branch.at(12s);
        QVERIFY(!calls.sound);
        QVERIFY(calls.toasts.empty());
        QVERIFY(!branch.at(80s).sound);
        branch.put(alertOf(second, Severity::critical));
        QVERIFY(branch.at(81s).sound);
    }

    void aSnoozeThatEndsIsNewsAgain()
    {
        Watched branch;
        branch.put(alertOf(first, Severity::high));
        branch.at(1s);
        branch.alerts[first].snoozedUntil = start + 15min;
        QVERIFY(branch.at(2s).toasts.empty());
        QCOMPARE(branch.at(16min).toasts.size(), std::size_t(1));
    }

    void whatStoodBeforeTheStartIsNotToldAsNews()
    {
        AlertWatch watch;
        const std::map<AlertId, Alert> standing{{first, alertOf(first, Severity::critical)}};
        const auto calls = watch.evaluate(standing, start, 0s, {});
        QVERIFY(calls.toasts.empty());
        QVERIFY(calls.popUps.empty());
        QVERIFY(calls.sound);
    }
};

QTEST_APPLESS_MAIN(TestAlertWatch)
#include "tst_alert_watch.moc"
