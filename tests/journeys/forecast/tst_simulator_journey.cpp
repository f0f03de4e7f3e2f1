#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/forecast_page.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/presentation/console_settings.h>
#include <smartqueue/presentation/twin_changes.h>
#include <smartqueue/widgets/agent_board.h>
#include <smartqueue/widgets/change_strip.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/fan_chart.h>
#include <smartqueue/widgets/toast.h>

#include "busy_branch.h"
#include "gallery.h"
#include "languages.h"
#include "walk.h"

using namespace smartqueue;
using pages::ForecastPage;
using pages::PageId;
using presentation::homeOf;
using testing::BusyBranch;
using widgets::AgentBoard;

namespace {

constexpr auto patience = 60'000;

/// The window on the demo's crisis, with the simulator in front.
struct Simulator {
    Simulator()
    {
        // A busy machine is no silent engine.
        window.setStaleAfter(std::chrono::hours(1));
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window did not become active");
        window.showPage(PageId::forecast, int(ForecastPage::Tab::simulator));
    }

    template <class Widget>
    Widget *find(const char *name) const
    {
        return page->findChild<Widget *>(QString::fromLatin1(name));
    }
    AgentBoard *board() const { return find<AgentBoard>("simulatorBoard"); }
    QPushButton *applyButton() const { return find<QPushButton>("simulatorApply"); }
    QPushButton *undoButton() const { return find<QPushButton>("simulatorUndo"); }
    bool isReady() const
    {
        const auto fans = page->findChildren<widgets::FanChart *>();
        return std::any_of(fans.begin(), fans.end(), [](const widgets::FanChart *fan) { return fan->isVisible(); });
    }
    QString texts() const { return testing::visibleTexts(*page).join(QLatin1Char('\n')); }
    bool says(const char *words) const { return texts().contains(QString::fromUtf8(words)); }
    QueueId homeNow(AgentId agent) { return homeOf(branch.now()->state.agents.at(agent)); }

    BusyBranch branch;
    QTemporaryDir folder;
    presentation::ConsoleSettings settings{folder.filePath(QStringLiteral("console.ini"))};
    engine::Monitor monitor{*branch.engine};
    presentation::Console console{*branch.engine, monitor, true};
    ForecastPage *page = new ForecastPage(console);
    pages::MainWindow window{console, settings, {page}, QStringLiteral("0.1.0")};
};

/// The longest time in which the event loop did not come round.
struct LoopWatch {
    LoopWatch()
    {
        since.start();
        QObject::connect(&beat, &QTimer::timeout, [this] { longest = std::max(longest, since.restart()); });
        beat.start(1);
    }
    QElapsedTimer since;
    QTimer beat;
    qint64 longest = 0;
};

} // namespace

class TestSimulatorJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void anAgentIsMovedTriedAppliedAndTakenBack()
    {
        Simulator it;
        QTRY_VERIFY_WITH_TIMEOUT(it.isReady(), patience);
        QVERIFY(it.says("Nothing is changed yet"));
        QVERIFY(!it.applyButton()->isEnabled());
        AgentBoard *board = it.board();
        const widgets::BoardZone from = board->zones().at(2);
        const widgets::BoardZone to = board->zones().first();
        const AgentId agent{from.agents.first().id};
        QCOMPARE(it.homeNow(agent).value, from.id);

        board->setFocus();
        LoopWatch watch;
        while (!board->accessibleValue().startsWith(from.agents.first().name))
            QTest::keyClick(board, Qt::Key_Down);
        QTest::keyClick(board, Qt::Key_Space);
        QTest::keyClick(board, Qt::Key_Up);
        QTest::keyClick(board, Qt::Key_Up);
        QTest::keyClick(board, Qt::Key_Return);
        // It is tried, and nothing else.
        QCOMPARE(board->zones().first().agents.size(), to.agents.size() + 1);
        QVERIFY(board->zones().first().changed);
        QCOMPARE(it.homeNow(agent).value, from.id);
        QVERIFY(!it.applyButton()->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(it.applyButton()->isEnabled(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(it.says("1,000 days"), patience);
        qInfo("the event loop stood still for %lld ms at most", watch.longest);
        // Half a second would mean that days are played in the window's thread.
        QVERIFY(watch.longest < 500);
        QVERIFY(it.says(" → "));
        testing::picture(*it.page, QStringLiteral("simulator-moved"));
        QCOMPARE(testing::faultsOf(*it.page), QString());

        it.applyButton()->setFocus();
        QTest::keyClick(it.applyButton(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(it.homeNow(agent).value, to.id, patience);
        QTRY_VERIFY_WITH_TIMEOUT(it.undoButton()->isVisible(), patience);
        // Enter cannot apply twice.
        QTRY_VERIFY(it.undoButton()->hasFocus());
        QTRY_VERIFY(it.window.findChild<widgets::Toast *>());
        // What was tried is what is: there is nothing more to apply.
        QCOMPARE(board->zones().first().agents.size(), to.agents.size() + 1);
        QVERIFY(!it.applyButton()->isEnabled());

        QTest::keyClick(it.undoButton(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(it.homeNow(agent).value, from.id, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!it.undoButton()->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(board->zones().first().agents.size(), to.agents.size(), patience);
    }

    void theKeysApplyAsTheButtonDoes()
    {
        Simulator it;
        QTRY_VERIFY_WITH_TIMEOUT(it.isReady(), patience);
        const QueueId queue{it.find<QComboBox>("simulatorRuleQueue")->currentData().toLongLong()};
        const Discipline before = it.branch.now()->state.queue(queue)->config.discipline;
        const Discipline other = before == Discipline::priority ? Discipline::fifo : Discipline::priority;
        it.find<widgets::ChoiceGroup>("simulatorRule")->setCurrentId(QString::number(int(other)));
        QTRY_VERIFY_WITH_TIMEOUT(it.applyButton()->isEnabled(), patience);
        QTest::keyClick(&it.window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(it.branch.now()->state.queue(queue)->config.discipline == other, patience);
    }

    void aQuestionIsNotApplied()
    {
        Simulator it;
        QTRY_VERIFY_WITH_TIMEOUT(it.isReady(), patience);
        it.find<QSlider>("simulatorArrivals")->setValue(4);
        QTRY_VERIFY_WITH_TIMEOUT(it.says("stay a question"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(it.says("1,000 days"), patience);
        QVERIFY(it.says("+20%"));
        QVERIFY(!it.applyButton()->isEnabled());
        QCOMPARE(testing::faultsOf(*it.page), QString());
        QTest::mouseClick(it.find<QPushButton>("simulatorReset"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(it.says("Nothing is changed yet"), patience);
        QCOMPARE(it.find<QSlider>("simulatorArrivals")->value(), 0);
    }

    void aStaleTwinAppliesNothingAndSaysWhy()
    {
        Simulator it;
        QTRY_VERIFY_WITH_TIMEOUT(it.isReady(), patience);
        it.board()->setFocus();
        QTest::keyClick(it.board(), Qt::Key_Space);
        QTest::keyClick(it.board(), Qt::Key_Down);
        QTest::keyClick(it.board(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(it.applyButton()->isEnabled(), patience);
        it.page->setStale(true);
        QVERIFY(!it.applyButton()->isEnabled());
        QVERIFY(it.says("the twin is stale"));
        QVERIFY(it.applyButton()->accessibleDescription().contains(QLatin1String("stale")));
        testing::picture(*it.page, QStringLiteral("simulator-stale"));
        QCOMPARE(testing::faultsOf(*it.page), QString());
        it.page->setStale(false);
        QTRY_VERIFY_WITH_TIMEOUT(it.applyButton()->isEnabled(), patience);
    }

    void aClosedBranchHasNoTwin()
    {
        Simulator it;
        QTRY_VERIFY_WITH_TIMEOUT(it.isReady(), patience);
        it.branch.clock.set(engine::demoDayStart() + std::chrono::hours(12));
        // Whoever comes back sees the branch as it is by now.
        it.page->hide();
        it.page->show();
        QTRY_VERIFY_WITH_TIMEOUT(it.says("The branch is closed."), patience);
        QCOMPARE(testing::faultsOf(*it.page), QString());
    }
};

QTEST_MAIN(TestSimulatorJourney)
#include "tst_simulator_journey.moc"
