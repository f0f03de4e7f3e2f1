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

#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/branch_tab.h>
#include <smartqueue/pages/setup_tabs.h>

#include "gallery.h"
#include "small_branch.h"
#include "told_importer.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::AdministrationPage;
using Kind = pages::AdministrationTab::Kind;
using testing::SmallBranch;

namespace {

struct Administration {
    Administration() : monitor(*branch.engine), console(*branch.engine, monitor, false),
          page(console, {new pages::BranchTab(console, importer), pages::SetupTab::queues(console), pages::SetupTab::services(console), pages::SetupTab::counters(console)})
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
    void create(Kind kind)
    {
        page.showTab(kind);
        qobject_cast<pages::SetupTab *>(page.tab(kind))->create();
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }

    SmallBranch branch;
    engine::Monitor monitor;
    presentation::Console console;
    testing::ToldImporter importer;
    AdministrationPage page;
    std::unique_ptr<QSignalSpy> toasts;
};

} // namespace

class TestAdministration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void aServiceAndAQueueAreCreated()
    {
        Administration admin;
        QVERIFY(QTest::qWaitForWindowActive(&admin.page));
        admin.create(Kind::services);
        QTRY_VERIFY(admin.find<QLineEdit>("serviceName")->hasFocus());
        QTest::keyClicks(admin.find<QLineEdit>("serviceName"), QStringLiteral("Weddings"));
        admin.find<QDoubleSpinBox>("serviceMinutes")->setValue(30);
        QTest::keyClick(admin.find<QLineEdit>("serviceName"), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(admin.toasts->size(), 1);

        admin.create(Kind::queues);
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
    }

    void whatIsInUseIsNotRemovedAndSaysWhy()
    {
        Administration admin;
        admin.branch.issue(admin.branch.passports);
        admin.page.showTab(Kind::services);
        auto *table = admin.find<QTableView>("setupTable");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        admin.click("setupRemove");
        admin.click("setupYes");
        QTRY_VERIFY(admin.find<QLabel>("setupRefusal"));
        QVERIFY(!admin.find<QLabel>("setupRefusal")->text().isEmpty());
        testing::picture(admin.page, QStringLiteral("setup-refused"));
        QCOMPARE(admin.branch.now()->state.services.size(), std::size_t(3));
    }

    void theBranchIsChangedAndOthersChangesAreFollowed()
    {
        Administration admin;
        admin.page.showTab(Kind::branch);
        testing::picture(admin.page, QStringLiteral("setup-branch"));
        QVERIFY(!admin.find<QAbstractButton>("branchSave")->isEnabled());
        admin.type("branchName", QStringLiteral("Lakeside branch"));
        admin.click("branchSave");
        QTRY_COMPARE(admin.branch.now()->state.branch.name, std::string("Lakeside branch"));
        QTRY_COMPARE(admin.page.subtitle(), QStringLiteral("Lakeside branch"));
        QCOMPARE(admin.branch.now()->state.branch.counters.size(), std::size_t(3));

        admin.page.showTab(Kind::queues);
        auto *table = admin.find<QTableView>("setupTable");
        const int rows = table->model()->rowCount();
        Queue queue;
        queue.name = "From elsewhere";
        queue.service = admin.branch.now()->state.services.begin()->first;
        admin.branch.must(DefineQueue{queue});
        QTRY_COMPARE(table->model()->rowCount(), rows + 1);

        admin.create(Kind::queues);
        admin.type("queueName", QStringLiteral("Half typed"));
        QEvent language(QEvent::LanguageChange);
        QApplication::sendEvent(&admin.page, &language);
        QCOMPARE(admin.find<QLineEdit>("queueName")->text(), QStringLiteral("Half typed"));
    }

    void everyTabAndFormHasNamesAndRoomForItsTexts()
    {
        Administration admin;
        for (const Kind kind : {Kind::branch, Kind::queues, Kind::services, Kind::counters}) {
            admin.page.showTab(kind);
            QCOMPARE(testing::faultsOf(admin.page), QString());
            if (kind == Kind::branch)
                continue;
            admin.create(kind);
            QCOMPARE(testing::faultsOf(admin.page), QString());
        }
    }

    void theCommandPaletteOffersNoMoreThanTheButtonsOfTheDatabase()
    {
        Administration admin;
        admin.page.showTab(Kind::queues);
        QList<QAction *> acts;
        for (const QString &text : {QStringLiteral("Check the database"), QStringLiteral("Back up the database…"), QStringLiteral("Restore a backup…")}) {
            acts.append(admin.paletteAction(text));
            QVERIFY2(acts.last() && acts.last()->isEnabled(), qPrintable(text));
        }
        acts.first()->trigger();
        QCOMPARE(admin.find<QTabBar>("administrationTabs")->currentIndex(), 0);
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
        qobject_cast<pages::BranchTab *>(admin.page.tab(Kind::branch))->importHistory(QStringLiteral("/history/log.tsv"));
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

    void anotherTabAsksBeforeTypedTextIsLost()
    {
        Administration admin;
        admin.create(Kind::counters);
        admin.type("counterName", QStringLiteral("Window B"));
        auto *bar = admin.find<QTabBar>("administrationTabs");
        bar->setCurrentIndex(0);
        QCOMPARE(bar->currentIndex(), 3);
        QVERIFY(admin.find<QLineEdit>("counterName"));
        admin.click("setupYes");
        QCOMPARE(bar->currentIndex(), 0);
        QVERIFY(!admin.find<QLineEdit>("counterName"));
        QVERIFY(admin.find<QLineEdit>("branchName"));
    }

    void leavingTheBranchAsksBeforeTypedTextIsLost()
    {
        Administration admin;
        admin.page.showTab(Kind::branch);
        const std::string before = admin.branch.now()->state.branch.name;
        QVERIFY(!admin.page.holdsTyped());
        admin.type("branchName", QStringLiteral("Half typed"));
        QVERIFY(admin.page.holdsTyped());
        auto *bar = admin.find<QTabBar>("administrationTabs");
        bar->setCurrentIndex(1);
        QCOMPARE(bar->currentIndex(), 0);
        testing::picture(admin.page, QStringLiteral("branch-half-typed"));
        // The focus is at the answer that loses nothing, and goes back to the form with it.
        QTRY_VERIFY(admin.find<QAbstractButton>("branchNo")->hasFocus());
        admin.click("branchNo");
        QTRY_VERIFY(admin.find<QLineEdit>("branchName")->hasFocus());
        QCOMPARE(admin.find<QLineEdit>("branchName")->text(), QStringLiteral("Half typed"));

        bool left = false;
        admin.page.letGo([&left] { left = true; });
        QVERIFY(!left);
        admin.click("branchYes");
        QVERIFY(left && !admin.page.holdsTyped());
        QCOMPARE(admin.find<QLineEdit>("branchName")->text(), QString::fromStdString(before));
        QVERIFY(!admin.find<QAbstractButton>("branchSave")->isEnabled());
        QCOMPARE(admin.branch.now()->state.branch.name, before);
        bar->setCurrentIndex(1);
        QCOMPARE(bar->currentIndex(), 1);
    }

    void escAsksBeforeTypedTextIsLost()
    {
        Administration admin;
        admin.create(Kind::counters);
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

QTEST_MAIN(TestAdministration)
#include "tst_administration.moc"
