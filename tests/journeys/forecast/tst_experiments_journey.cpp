#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/forecast_page.h>

#include "experiments_tab.h"

#include "busy_branch.h"
#include "gallery.h"
#include "languages.h"
#include "walk.h"

using namespace smartqueue;
using pages::ForecastPage;

namespace {

constexpr auto patience = 60'000;

struct Laboratory {
    Laboratory()
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        page.activated(int(ForecastPage::Tab::experiments));
    }

    template <class Part>
    Part *part(const char *name) const
    {
        return page.findChild<Part *>(QLatin1String(name));
    }
    QString text() const { return testing::visibleTexts(const_cast<ForecastPage &>(page)).join(QLatin1Char('\n')); }

    testing::BusyBranch branch;
    engine::Monitor monitor{*branch.engine};
    presentation::Console console{*branch.engine, monitor, true};
    ForecastPage page{console};
};

} // namespace

class TestExperimentsJourney final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void pastDaysAreServedAgainInTwoWays()
    {
        Laboratory it;
        QVERIFY(it.text().contains(QLatin1String("Choose two ways to run the branch.")));
        QVERIFY(!it.part<QWidget>("experimentSave")->isEnabled());
        QTRY_COMPARE(QApplication::focusWidget(), it.part<QComboBox>("experimentDisciplineA"));

        // B with two agents more: whoever came would have waited less.
        it.part<QComboBox>("experimentDisciplineB")->setCurrentIndex(0);
        auto *run = it.part<QAbstractButton>("experimentRun");
        QVERIFY(!run->isEnabled());
        QVERIFY(it.text().contains(QLatin1String("A and B are the same")));
        auto *agents = it.part<QSpinBox>("experimentAgentsB");
        agents->setFocus();
        QTest::keyClick(agents, Qt::Key_Up);
        QTest::keyClick(agents, Qt::Key_Up);
        QCOMPARE(agents->text(), QStringLiteral("2 more"));
        QVERIFY(run->isEnabled());
        run->setFocus();
        QTest::keyClick(run, Qt::Key_Space);
        const auto said = [&] { return it.text().contains(QLatin1String("With B people would have waited")); };
        QTRY_VERIFY_WITH_TIMEOUT(said(), patience);
        QVERIFY2(it.text().contains(QLatin1String("less on average")), qPrintable(it.text()));
        QVERIFY(it.text().contains(QLatin1String("All queues")));
        QCOMPARE(testing::faultsOf(it.page), QString());

        testing::picture(it.page, QStringLiteral("experiments"));

        // The figures stay those of the question they answer.
        QTest::keyClick(agents, Qt::Key_Up);
        QVERIFY(it.text().contains(QLatin1String("to the question before")));
    }

    void theReportIsKept()
    {
        Laboratory it;
        QTest::mouseClick(it.part<QWidget>("experimentRun"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(it.part<QWidget>("experimentSave")->isEnabled(), patience);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept.html"));
        QSignalSpy toasts(&it.page, &ForecastPage::toastRequested);
        auto *tab = it.page.findChild<pages::ExperimentsTab *>();
        tab->saveTo(path);
        QTRY_COMPARE_WITH_TIMEOUT(toasts.size(), 1, patience);
        QCOMPARE(toasts.takeFirst().first().toString(), QStringLiteral("The report is in kept.html."));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString report = QString::fromUtf8(file.readAll());
        QVERIFY(report.contains(it.part<QLabel>("experimentVerdict")->text().toHtmlEscaped()));

        tab->saveTo(folder.filePath(QStringLiteral("nowhere/kept.html")));
        QTRY_COMPARE_WITH_TIMEOUT(toasts.size(), 1, patience);
        QVERIFY(toasts.takeFirst().first().toString().startsWith(QLatin1String("kept.html could not be written")));
    }

    void itSpeaksFrench()
    {
        Laboratory it;
        const testing::Language french(QStringLiteral("fr"));
        testing::settle();
        QVERIFY(it.text().contains(QLatin1String("Comparer A et B")));
        QTest::mouseClick(it.part<QWidget>("experimentRun"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(it.part<QWidget>("experimentSave")->isEnabled(), patience);
        QVERIFY(it.text().contains(QLatin1String("Toutes les files")));
        QCOMPARE(testing::leftInEnglish(testing::visibleTexts(it.page)), QStringList());
        testing::picture(it.page, QStringLiteral("experiments-fr"));
        QCOMPARE(testing::faultsOf(it.page), QString());
    }
};

QTEST_MAIN(TestExperimentsJourney)
#include "tst_experiments_journey.moc"
