#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/memory_store.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/forecast_page.h>
#include <smartqueue/widgets/empty_state.h>
#include <smartqueue/widgets/fan_chart.h>

#include "gallery.h"
#include "languages.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::ForecastPage;
using widgets::FanChart;

namespace {

constexpr auto patience = 30'000;

/// The demo's day up to a moment, lived at once.
struct LivedDay {
    explicit LivedDay(Duration lived)
    {
        engine::EngineOptions options;
        options.regularWork = false;
        engine = std::move(*engine::Engine::start(std::make_unique<engine::MemoryStore>(), clock, options));
        demo = std::make_unique<engine::DemoBranch>(*engine, clock, 7);
        if (!demo->furnish())
            qFatal("the demo cannot be furnished");
        demo->fastForward(engine::demoDayStart() + lived);
        monitor = std::make_unique<engine::Monitor>(*engine);
        console = std::make_unique<presentation::Console>(*engine, *monitor, true);
        page = std::make_unique<ForecastPage>(*console);
        page->resize(1084, 716);
        page->show();
        page->activateWindow();
    }

    QTabBar *tabs() const { return page->findChild<QTabBar *>(QStringLiteral("forecastTabs")); }
    QList<FanChart *> fans() const
    {
        QList<FanChart *> shown;
        for (FanChart *fan : page->findChildren<FanChart *>()) {
            if (fan->isVisible())
                shown.append(fan);
        }
        return shown;
    }

    PacedClock clock{engine::demoDayStart()};
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::DemoBranch> demo;
    std::unique_ptr<engine::Monitor> monitor;
    std::unique_ptr<presentation::Console> console;
    std::unique_ptr<ForecastPage> page;
};

QString textsOf(QWidget &root)
{
    return testing::visibleTexts(root).join(QLatin1Char('\n'));
}

} // namespace

class TestForecastJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void theRestOfTheDayIsAFanForEachQueue()
    {
        LivedDay branch(150min);
        QTRY_COMPARE_WITH_TIMEOUT(branch.fans().size(), qsizetype(branch.engine->snapshot()->state.queues.size()), patience);
        QVERIFY(textsOf(*branch.page).contains(QLatin1String("Last customer leaves")));
        branch.page->activated({});
        auto *fan = branch.fans().first();
        QTRY_COMPARE(QApplication::focusWidget(), fan);
        const QString now = fan->accessibleValue();
        QTest::keyClick(fan, Qt::Key_End);
        const QString atClosing = fan->accessibleValue();
        QVERIFY(atClosing != now);
        QVERIFY2(atClosing.startsWith(QLatin1String("18:")), qPrintable(atClosing));
        QTest::keyClick(fan, Qt::Key_Left);
        QVERIFY2(fan->accessibleValue().startsWith(QLatin1String("17:4")), qPrintable(fan->accessibleValue()));
        QTest::keyClick(fan, Qt::Key_Home);
        QCOMPARE(fan->accessibleValue(), now);
        QCOMPARE(testing::faultsOf(*branch.page), QString());
    }

    void newsMovesTheFans()
    {
        LivedDay branch(150min);
        QTRY_VERIFY_WITH_TIMEOUT(!branch.fans().isEmpty(), patience);
        const QString before = textsOf(*branch.page);
        branch.demo->fastForward(engine::demoDayStart() + 4h);
        // A person who comes back sees the branch as it is by now.
        branch.page->hide();
        branch.page->show();
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(*branch.page) != before, patience);
    }

    void aClosedBranchHasNoRestOfTheDay()
    {
        LivedDay branch(11h);
        const auto isSaid = [&] { return textsOf(*branch.page).contains(QLatin1String("The branch is closed.")); };
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), patience);
        QVERIFY(branch.fans().isEmpty());
        QCOMPARE(testing::faultsOf(*branch.page), QString());
    }

    void whatWasPromisedIsComparedWithWhatCame()
    {
        LivedDay branch(7h);
        branch.page->activated(int(ForecastPage::Tab::promises));
        QCOMPARE(branch.tabs()->currentIndex(), 2);
        const auto isCounted = [&] { return textsOf(*branch.page).contains(QLatin1String("checked against the real wait")); };
        QTRY_VERIFY_WITH_TIMEOUT(isCounted(), patience);
        QVERIFY(textsOf(*branch.page).contains(QLatin1String("Typical miss")));
        QCOMPARE(testing::faultsOf(*branch.page), QString());
        QTest::mouseClick(branch.page->findChild<QWidget *>(QStringLiteral("promisesAsTable")), Qt::LeftButton);
        auto *table = branch.page->findChild<QTableView *>(QStringLiteral("promiseFigures"));
        QVERIFY(table->isVisible());
        // Everything, and a row for each queue at least.
        QVERIFY(table->model()->rowCount() > int(branch.engine->snapshot()->state.queues.size()));
        QCOMPARE(testing::faultsOf(*branch.page), QString());
    }
};

QTEST_MAIN(TestForecastJourney)
#include "tst_forecast_journey.moc"
