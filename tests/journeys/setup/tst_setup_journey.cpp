#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

#include <smartqueue/pages/setup_page.h>
#include <smartqueue/widgets/rank_list.h>

#include "gallery.h"
#include "small_branch.h"
#include "told_importer.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::SetupPage;
using testing::SmallBranch;

namespace {

struct Administration {
    Administration() : monitor(*branch.engine), console(*branch.engine, monitor, false), page(console, importer)
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        toasts = std::make_unique<QSignalSpy>(&page, &pages::Page::toastRequested);
    }

    /// The visible one of that name: every list has its own.
    template <class W>
    W *find(const char *name)
    {
        for (W *found : page.findChildren<W *>(QString::fromLatin1(name))) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    QAction *paletteAction(const QString &text)
    {
        const auto acts = page.paletteActions();
        const auto found = std::find_if(acts.begin(), acts.end(), [&](const QAction *act) { return act->text() == text; });
        return found == acts.end() ? nullptr : *found;
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }

    SmallBranch branch;
    engine::Monitor monitor;
    presentation::Console console;
    testing::ToldImporter importer;
    SetupPage page;
    std::unique_ptr<QSignalSpy> toasts;
};

} // namespace

class TestSetupJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void aServiceAQueueAndAnAgentAreCreated()
    {
        Administration admin;
        QVERIFY(QTest::qWaitForWindowActive(&admin.page));
        admin.page.create(SetupPage::Tab::services);
        QTRY_VERIFY(admin.find<QLineEdit>("serviceName")->hasFocus());
        QTest::keyClicks(admin.find<QLineEdit>("serviceName"), QStringLiteral("Weddings"));
        admin.find<QDoubleSpinBox>("serviceMinutes")->setValue(30);
        QTest::keyClick(admin.find<QLineEdit>("serviceName"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(admin.toasts->size(), 1);

        admin.page.create(SetupPage::Tab::queues);
        // A name that is taken is said next to its field before anything is sent.
        admin.type("queueName", QStringLiteral("payments"));
        testing::picture(admin.page, QStringLiteral("setup-queue-taken"));
        admin.click("setupSave");
        QCOMPARE(admin.toasts->size(), 1);
        admin.type("queueName", QStringLiteral("Civil weddings"));
        admin.click("setupSave");
        QTRY_COMPARE(admin.toasts->size(), 2);
        QCOMPARE(admin.branch.now()->state.queues.size(), std::size_t(4));
        testing::picture(admin.page, QStringLiteral("setup-queues"));

        admin.page.create(SetupPage::Tab::agents);
        admin.type("agentName", QStringLiteral("Ines Morel"));
        auto *queues = admin.find<widgets::RankList>("agentQueues");
        queues->setFocus();
        QTest::keyClick(queues, Qt::Key_Space);
        QTest::keyClick(queues, Qt::Key_Down);
        QTest::keyClick(queues, Qt::Key_Space);
        testing::picture(admin.page, QStringLiteral("setup-agent"));
        const QStringList ranked = queues->ranked();
        QCOMPARE(ranked.size(), 2);
        admin.click("setupSave");
        QTRY_COMPARE(admin.toasts->size(), 3);
        const auto snapshot = admin.branch.now();
        const Agent &made = snapshot->state.agents.rbegin()->second;
        QCOMPARE(made.name, std::string("Ines Morel"));
        QCOMPARE(QString::number(made.assignments.at(0).queue.value), ranked.at(0));
        testing::picture(admin.page, QStringLiteral("setup-agents"));
    }

    void whatIsInUseIsNotRemovedAndSaysWhy()
    {
        Administration admin;
        admin.branch.issue(admin.branch.passports);
        admin.page.showTab(SetupPage::Tab::services);
        auto *table = admin.find<QTableView>("setupTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        admin.click("setupRemove");
        admin.click("setupYes");
        auto *refusal = admin.page.findChild<QLabel *>(QStringLiteral("setupRefusal"));
        QTRY_VERIFY(refusal->isVisible());
        QVERIFY(!refusal->text().isEmpty());
        testing::picture(admin.page, QStringLiteral("setup-refused"));
        QCOMPARE(admin.branch.now()->state.services.size(), std::size_t(3));
    }

    void theBranchIsChangedAndOthersChangesAreFollowed()
    {
        Administration admin;
        admin.page.showTab(SetupPage::Tab::branch);
        testing::picture(admin.page, QStringLiteral("setup-branch"));
        QVERIFY(!admin.find<QAbstractButton>("branchSave")->isEnabled());
        admin.type("branchName", QStringLiteral("Lakeside branch"));
        admin.click("branchSave");
        QTRY_COMPARE(admin.branch.now()->state.branch.name, std::string("Lakeside branch"));
        QTRY_COMPARE(admin.page.subtitle(), QStringLiteral("Lakeside branch"));
        QCOMPARE(admin.branch.now()->state.branch.counters.size(), std::size_t(3));

        admin.page.showTab(SetupPage::Tab::queues);
        auto *table = admin.find<QTableView>("setupTable");
        const int rows = table->model()->rowCount();
        Queue queue;
        queue.name = "From elsewhere";
        queue.service = admin.branch.now()->state.services.begin()->first;
        admin.branch.must(DefineQueue{queue});
        QTRY_COMPARE(table->model()->rowCount(), rows + 1);

        admin.page.create(SetupPage::Tab::queues);
        admin.type("queueName", QStringLiteral("Half typed"));
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&admin.page, &language);
        QCOMPARE(admin.find<QLineEdit>("queueName")->text(), QStringLiteral("Half typed"));
    }

    void everyTabAndFormHasNamesAndRoomForItsTexts()
    {
        using Tab = SetupPage::Tab;
        Administration admin;
        for (const Tab tab : {Tab::branch, Tab::queues, Tab::services, Tab::counters, Tab::agents}) {
            admin.page.showTab(tab);
            QCOMPARE(testing::faultsOf(admin.page), QString());
            if (tab == Tab::branch)
                continue;
            admin.page.create(tab);
            QCOMPARE(testing::faultsOf(admin.page), QString());
        }
    }

    void theCommandPaletteOffersNoMoreThanTheButtonsOfTheDatabase()
    {
        Administration admin;
        admin.page.showTab(SetupPage::Tab::queues);
        QList<QAction *> acts;
        for (const QString &text : {QStringLiteral("Check the database"), QStringLiteral("Back up the database…"), QStringLiteral("Restore a backup…")}) {
            acts.append(admin.paletteAction(text));
            QVERIFY2(acts.last() && acts.last()->isEnabled(), qPrintable(text));
        }
        acts.first()->trigger();
        QCOMPARE(admin.find<QTabBar>("setupTabs")->currentIndex(), int(SetupPage::Tab::branch));
        // While the check runs nothing may be copied or put in its place.
        for (const QAction *act : std::as_const(acts))
            QVERIFY2(!act->isEnabled(), qPrintable(act->text()));
        QVERIFY(admin.paletteAction(QStringLiteral("Import a history…"))->isEnabled());
        for (const QAction *act : std::as_const(acts))
            QTRY_VERIFY2(act->isEnabled(), qPrintable(act->text()));
    }

    void everyRefusedLineOfAnImportIsCounted()
    {
        Administration admin;
        admin.importer.refusedLines = 3001;
        admin.page.importHistory(QStringLiteral("/history/log.tsv"));
        auto *columns = admin.page.findChild<QTableWidget *>(QStringLiteral("importColumns"));
        QVERIFY(columns);
        QTRY_VERIFY(columns->isVisible());
        auto *queue = columns->findChildren<QComboBox *>().at(1);
        queue->setCurrentIndex(queue->findText(QStringLiteral("Queue")));
        admin.click("importStart");
        auto *refused = admin.page.findChild<QTableWidget *>(QStringLiteral("importRefused"));
        QTRY_VERIFY(refused->isVisible());
        QCOMPARE(refused->item(0, 1)->text(), QStringLiteral("1,501"));
        QCOMPARE(refused->item(0, 2)->text(), QStringLiteral("100; 114; 128 and 1,498 more"));
        QCOMPARE(refused->item(1, 1)->text(), QStringLiteral("1,500"));
    }

    void escAsksBeforeTypedTextIsLost()
    {
        Administration admin;
        admin.page.create(SetupPage::Tab::counters);
        auto *name = admin.find<QLineEdit>("counterName");
        admin.type("counterName", QStringLiteral("Window B"));
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(name->isVisible());
        QVERIFY(admin.find<QAbstractButton>("setupYes"));
        admin.click("setupYes");
        QVERIFY(!name->isVisible());
        QCOMPARE(admin.branch.now()->state.branch.counters.size(), std::size_t(3));
    }
};

QTEST_MAIN(TestSetupJourney)
#include "tst_setup_journey.moc"
