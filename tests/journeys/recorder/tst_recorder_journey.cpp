#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/widgets/stacked_area_timeline.h>

#include "gallery.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::RecorderPage;
using presentation::RecorderModel;

namespace {

/// Most of the demo's day, lived at once.
struct RecordedDay {
    RecordedDay()
    {
        engine::EngineOptions options;
        options.regularWork = false;
        engine = std::move(*engine::Engine::start(std::make_unique<engine::MemoryStore>(), clock, options));
        demo = std::make_unique<engine::DemoBranch>(*engine, clock, 7);
        if (!demo->furnish())
            qFatal("the demo cannot be furnished");
        demo->fastForward(engine::demoDayStart() + 105min);
        raise(AlertType::slaBreach, Severity::medium, 0);
        demo->fastForward(engine::demoDayStart() + 150min);
        raise(AlertType::noAgents, Severity::critical, 1);
        demo->fastForward(engine::demoDayStart() + 7h);
        monitor = std::make_unique<engine::Monitor>(*engine);
        console = std::make_unique<presentation::Console>(*engine, *monitor, true);
        page = std::make_unique<RecorderPage>(*console);
        page->resize(1084, 716);
        page->show();
        page->activateWindow();
    }

    void raise(AlertType type, Severity severity, int queue)
    {
        const auto snapshot = engine->snapshot();
        auto it = snapshot->state.queues.begin();
        std::advance(it, queue);
        engine->submit(RaiseAlert{type, severity, it->first, 3}).waitForFinished();
    }

    RecorderModel &model() { return page->model(); }
    QString moment() const { return page->findChild<QLabel *>(QStringLiteral("recorderMoment"))->text(); }

    PacedClock clock{engine::demoDayStart()};
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::DemoBranch> demo;
    std::unique_ptr<engine::Monitor> monitor;
    std::unique_ptr<presentation::Console> console;
    std::unique_ptr<RecorderPage> page;
};

} // namespace

class TestRecorderJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void aPastMinuteIsScrubbedAndExplained()
    {
        RecordedDay day;
        QVERIFY(QTest::qWaitForWindowActive(day.page.get()));
        QCOMPARE(day.page->headerChip(), QStringLiteral("Replay, not live"));
        day.page->activated({});
        QTRY_COMPARE(day.model().phase(), RecorderModel::Phase::ready);
        QTRY_VERIFY(day.model().frame());
        QTRY_VERIFY(day.model().answer());
        testing::picture(*day.page, QStringLiteral("recorder"));

        // The keys: minute, ten seconds, event, ends, speed.
        auto *timeline = day.page->findChild<widgets::StackedAreaTimeline *>();
        timeline->setFocus();
        day.model().moveTo(engine::demoDayStart() + 2h);
        const Instant before = day.model().moment();
        QTest::keyClick(timeline, Qt::Key_Right);
        QCOMPARE(day.model().moment(), before + 1min);
        QTest::keyClick(timeline, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(day.model().moment(), before + 50s);
        QTest::keyClick(timeline, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(day.model().moment() > before + 50s);
        QTest::keyClick(timeline, Qt::Key_3);
        QCOMPARE(day.model().speed(), 100);
        QTest::keyClick(timeline, Qt::Key_Home);
        QCOMPARE(day.model().moment(), day.model().recorded()->axisFrom);
        QCOMPARE(day.moment(), QStringLiteral("08:00:00"));
        QTest::keyClick(timeline, Qt::Key_Space);
        QVERIFY(day.model().isPlaying());
        const Instant playedFrom = day.model().moment();
        QTRY_VERIFY(day.model().moment() > playedFrom);
        QTest::keyClick(timeline, Qt::Key_Space);
        QVERIFY(!day.model().isPlaying());
        QTest::keyClick(timeline, Qt::Key_End);
        QCOMPARE(day.model().moment(), day.model().recorded()->recordedUntil);

        // The language changes while it runs: everything is said again.
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(day.page.get(), &language);
        QCOMPARE(day.model().phase(), RecorderModel::Phase::ready);

        // Two tickets are compared by hand.
        const auto &tickets = day.model().recorded()->tickets;
        auto *first = day.page->findChild<QLineEdit *>(QStringLiteral("recorderFirst"));
        auto *second = day.page->findChild<QLineEdit *>(QStringLiteral("recorderSecond"));
        first->setText(QString::fromStdString(tickets.at(20).first));
        second->setText(QString::fromStdString(tickets.at(5).first));
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Return);
        QTRY_COMPARE(day.model().answer()->first, tickets.at(20).first);
        QVERIFY(!day.page->findChild<QLabel *>(QStringLiteral("recorderAnswer"))->text().isEmpty());
        QVERIFY(!day.model().isFollowing());

        // Esc leaves the fields first, then the recorder.
        QSignalSpy away(day.page.get(), &pages::Page::navigateRequested);
        QTest::keyClick(second, Qt::Key_Escape);
        QVERIFY(day.model().isFollowing());
        QCOMPARE(away.size(), 0);
        QTest::keyClick(timeline, Qt::Key_Escape);
        QCOMPARE(away.size(), 1);
        QCOMPARE(away.at(0).at(0).value<pages::PageId>(), pages::PageId::live);
    }

    void everyKnobHasANameAndRoomForItsText()
    {
        RecordedDay day;
        day.page->activated({});
        QTRY_VERIFY(day.model().answer());
        QCOMPARE(testing::faultsOf(*day.page), QString());
    }

    void scrubbingNeverHoldsTheScreen()
    {
        RecordedDay day;
        day.page->activated({});
        QTRY_COMPARE(day.model().phase(), RecorderModel::Phase::ready);
        QList<qint64> holds;
        for (int i = 0; i < 120; ++i) {
            QElapsedTimer timer;
            timer.start();
            day.model().moveTo(engine::demoDayStart() + i * 3min);
            holds.append(timer.nsecsElapsed());
            QCoreApplication::processEvents();
        }
        std::sort(holds.begin(), holds.end());
        QVERIFY2(holds.at(holds.size() * 95 / 100) < 16'000'000, qPrintable(QString::number(holds.last())));
    }

    void twoSelectedTicketsFillTheQuestion()
    {
        RecordedDay day;
        day.page->activated(QStringList{QStringLiteral("A003"), QStringLiteral("A002")});
        QTRY_VERIFY(day.model().answer() && day.model().answer()->first == "A003");
        QVERIFY(!day.model().isFollowing());
    }
};

QTEST_MAIN(TestRecorderJourney)
#include "tst_recorder_journey.moc"
