#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTableWidget>
#include <QTest>

#include <smartqueue/engine/memory_store.h>
#include <smartqueue/exchange/log_importer.h>
#include <smartqueue/pages/import_dialog.h>
#include <smartqueue/pages/wizard.h>
#include <smartqueue/widgets/choice_card.h>
#include <smartqueue/widgets/choice_group.h>

#include "gallery.h"
#include "import_door.h"
#include "languages.h"
#include "told_importer.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::Wizard;

namespace {

/// An engine on an empty store, and the wizard in a window.
struct FirstStart {
    FirstStart()
    {
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        engine = std::move(*engine::Engine::start(std::make_unique<engine::MemoryStore>(), clock, options));
        wizard = std::make_unique<Wizard>(*engine, importer,
                                          pages::WizardSettings{{{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QStringLiteral("Français")}},
                                                                QStringLiteral("en"), QStringLiteral("light"), QStringLiteral("0.1.0")});
        wizard->resize(1280, 800);
        wizard->show();
        wizard->activateWindow();
    }

    template <class W>
    W *find(const char *name)
    {
        W *found = wizard->findChild<W *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("SQ_GALLERY");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const auto &[look, word] : {std::pair(widgets::Look::light, "light"), std::pair(widgets::Look::dark, "dark")}) {
            testing::dress(look);
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
            wizard->grab().save(QStringLiteral("%1/wizard-%2-%3.png").arg(folder, name, QString::fromLatin1(word)));
        }
        testing::dress(widgets::Look::light);
    }

    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};
    std::unique_ptr<engine::Engine> engine;
    testing::ToldImporter importer;
    std::unique_ptr<Wizard> wizard;
};

} // namespace

class TestWizardJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void theDemoIsOneKeyAway()
    {
        FirstStart start;
        QVERIFY(QTest::qWaitForWindowActive(start.wizard.get()));
        QSignalSpy demo(start.wizard.get(), &Wizard::demoRequested);
        const auto cards = start.wizard->findChildren<widgets::ChoiceCard *>();
        QCOMPARE(cards.size(), 3);
        QTRY_VERIFY(cards.at(0)->hasFocus());
        start.picture(QStringLiteral("choice"));
        QTest::keyClick(cards.at(0), Qt::Key_Return);
        QCOMPARE(demo.size(), 1);
    }

    void theFactsOfTheThreeWaysBeginAtOneHeight()
    {
        for (const QString &code : {QStringLiteral("en"), QStringLiteral("fr")}) {
            const testing::Language language(code);
            FirstStart start;
            testing::settle();
            const auto cards = start.wizard->findChildren<widgets::ChoiceCard *>();
            QCOMPARE(cards.size(), 3);
            for (const widgets::ChoiceCard *card : cards) {
                QVERIFY(card->factsTop() > card->height() / 3);
                QCOMPARE(card->factsTop(), cards.at(0)->factsTop());
            }
        }
    }

    void theFourKeysAreThoseThatAreBoundNow()
    {
        FirstStart start;
        pages::WizardSettings settings{{{QStringLiteral("en"), QStringLiteral("English")}}, QStringLiteral("en"), QStringLiteral("light"), {}, {}};
        settings.keys.insert(QStringLiteral("desk.main"), Qt::CTRL | Qt::Key_N);
        settings.keys.insert(QStringLiteral("shortcuts"), Qt::Key_F12);
        Wizard wizard(*start.engine, start.importer, settings);
        wizard.show();
        wizard.showStep(Wizard::Step::shortcuts);
        const QStringList texts = testing::visibleTexts(wizard);
        QVERIFY(std::any_of(texts.begin(), texts.end(), [](const QString &text) { return text.contains(QLatin1String("shortcuts, F12.")); }));
        QVERIFY(texts.contains(QStringLiteral("Ctrl+N")) && texts.contains(QStringLiteral("Ctrl+K")) && !texts.contains(QStringLiteral("F8")));
    }

    void languageAndThemeAreToldAtOnce()
    {
        FirstStart start;
        QSignalSpy language(start.wizard.get(), &Wizard::languageChosen);
        QSignalSpy theme(start.wizard.get(), &Wizard::themeChosen);
        auto *languages = start.find<QComboBox>("wizardLanguage");
        languages->setCurrentIndex(1);
        Q_EMIT languages->activated(1);
        QCOMPARE(language.value(0).value(0).toString(), QStringLiteral("fr"));
        auto *themes = start.find<widgets::SegmentedControl>("wizardTheme");
        themes->setCurrentId(QStringLiteral("dark"));
        QCOMPARE(theme.value(0).value(0).toString(), QStringLiteral("dark"));
        QEvent event(QEvent::LanguageChange);
        QApplication::sendEvent(start.wizard.get(), &event);
        QCOMPARE(themes->currentId(), QStringLiteral("dark"));
        QSignalSpy skipped(start.wizard.get(), &Wizard::skipped);
        start.click("wizardSkip");
        QCOMPARE(skipped.size(), 1);
    }

    void aNewBranchStandsAfterAShortForm()
    {
        FirstStart start;
        QSignalSpy ready(start.wizard.get(), &Wizard::branchReady);
        start.wizard->setUpBranch();
        // Without a name nothing is founded, and the form says why.
        start.click("wizardNext");
        QCOMPARE(start.wizard->step(), Wizard::Step::branch);
        start.picture(QStringLiteral("form"));
        QVERIFY(start.engine->snapshot()->state.queues.empty());
        const auto asksForAName = [&start] {
            const auto labels = start.wizard->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text() == QLatin1String("Give it a name."); });
        };
        QVERIFY(asksForAName());
        start.find<QLineEdit>("newBranchName")->setText(QStringLiteral("Town hall, Lakeside"));
        QVERIFY(!asksForAName());
        start.find<QSpinBox>("newBranchCounters")->setValue(2);
        start.click("wizardNext");
        QTRY_COMPARE(start.wizard->step(), Wizard::Step::account);
        start.picture(QStringLiteral("account"));

        const auto snapshot = start.engine->snapshot();
        QCOMPARE(snapshot->state.branch.name, std::string("Town hall, Lakeside"));
        QCOMPARE(snapshot->state.branch.counters.size(), std::size_t(2));
        QCOMPARE(snapshot->state.queues.size(), std::size_t(4));
        QCOMPARE(snapshot->state.agents.size(), std::size_t(2));
        QCOMPARE(snapshot->state.agents.begin()->second.assignments.size(), std::size_t(4));

        start.click("wizardNext");
        start.picture(QStringLiteral("devices"));
        start.click("wizardNext");
        start.picture(QStringLiteral("shortcuts"));
        QCOMPARE(start.wizard->step(), Wizard::Step::shortcuts);
        start.click("wizardNext");
        QCOMPARE(ready.size(), 1);

        // Repeated from Help it keeps what is there.
        start.wizard->setUpBranch();
        start.click("wizardNext");
        QTRY_COMPARE(start.wizard->step(), Wizard::Step::account);
        QCOMPARE(start.engine->snapshot()->state.queues.size(), std::size_t(4));
    }

    void aHistoryComesInByChoosingColumns()
    {
        FirstStart start;
        start.wizard->importHistory(QStringLiteral("/bank.tsv"));
        auto *begin = start.find<QAbstractButton>("importStart");
        QTRY_VERIFY(begin->isVisible());
        QVERIFY(!begin->isEnabled());
        QVERIFY(start.find<QLabel>("importMissing")->text().contains(QStringLiteral("Queue")));
        start.picture(QStringLiteral("columns"));

        auto *columns = start.find<QTableWidget>("importColumns");
        const auto meanings = columns->findChildren<QComboBox *>();
        QCOMPARE(meanings.size(), 7);
        const int queue = meanings.at(1)->findText(QStringLiteral("Queue"));
        meanings.at(1)->setCurrentIndex(queue);
        QVERIFY(begin->isEnabled());
        // A meaning chosen twice leaves the column that had it.
        meanings.at(6)->setCurrentIndex(queue);
        QCOMPARE(meanings.at(1)->currentIndex(), 0);
        meanings.at(1)->setCurrentIndex(queue);

        start.importer.endless = true;
        begin->click();
        QTRY_VERIFY(start.importer.started);
        QCOMPARE(start.importer.askedPath, std::string("/bank.tsv"));
        QCOMPARE(start.importer.asked.assignment.at(engine::HistoryField::queue), std::string("line"));
        QCOMPARE(start.importer.asked.timeFormat, std::string("H:mm:ss"));
        start.picture(QStringLiteral("importing"));
        start.importer.endless = false;

        auto *done = start.find<QAbstractButton>("importDone");
        QTRY_VERIFY(done->isVisible());
        QVERIFY(start.find<QLabel>("importFigures")->text().contains(QStringLiteral("41,203")));
        // One row a reason: how many, and where to look first.
        const auto *refused = start.find<QTableWidget>("importRefused");
        QCOMPARE(refused->rowCount(), 2);
        QVERIFY2(refused->item(0, 0)->text().contains(QStringLiteral("7:61:00")), qPrintable(refused->item(0, 0)->text()));
        QCOMPARE(refused->item(0, 1)->text(), QStringLiteral("19"));
        QCOMPARE(refused->item(1, 1)->text(), QStringLiteral("18"));
        QCOMPARE(refused->item(1, 2)->text(), QStringLiteral("107; 121; 135 and 15 more"));
        start.picture(QStringLiteral("report"));
        done->click();
        QCOMPARE(start.wizard->step(), Wizard::Step::account);
    }

    void aRawTelephoneLogComesInByItsColumns()
    {
        // The shape of a call centre's records: tabs, a day apart from its hours, "0:00:00" for never.
        static const char log[] =
            "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver\n"
            "AA0101\t501\t0\t0\tPS\t990201\t7:02:47\t7:02:56\t9\t0:00:00\t0:00:00\t0\tAGENT\t7:02:55\t7:05:41\t166\tMIRA\n"
            "AA0101\t502\t0\t0\tPS\t990201\t7:31:45\t7:31:55\t10\t7:31:55\t7:32:30\t35\tAGENT\t7:32:30\t7:34:59\t149\tNOA\n"
            "AA0101\t503\t77\t2\tNW\t990201\t8:09:16\t8:09:22\t6\t8:09:22\t8:09:27\t5\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER\n"
            "AA0102\t504\t0\t0\tNW\t990201\t8:10:00\t8:10:08\t8\t8:10:08\t8:11:00\t52\tAGENT\t8:11:00\t8:13:20\t140\tMIRA\n"
            "AA0102\t505\t0\t0\tPS\t990201\t8:20:00\t8:20:05\t5\t8:20:05\t8:20:20\t15\tAGENT\t8:20:20\t8:02:20\t0\tNOA\n";
        FirstStart start;
        exchange::LogImporter importer(testing::importDoorOf(*start.engine));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("calls.tsv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(log);
        file.close();
        const auto bringIn = [&] {
            Wizard wizard(*start.engine, importer, {{{QStringLiteral("en"), QStringLiteral("English")}}, QStringLiteral("en"), QStringLiteral("light"), {}});
            wizard.resize(1280, 800);
            wizard.show();
            wizard.importHistory(path);
            auto *begin = wizard.findChild<QAbstractButton *>(QStringLiteral("importStart"));
            QTRY_VERIFY(begin->isVisible());
            // The lines are the queues here, not the types of call.
            const auto meanings = wizard.findChild<QTableWidget *>(QStringLiteral("importColumns"))->findChildren<QComboBox *>();
            QCOMPARE(meanings.size(), 17);
            QCOMPARE(meanings.at(4)->currentText(), QStringLiteral("Queue"));
            QCOMPARE(meanings.at(16)->currentText(), QStringLiteral("Agent"));
            meanings.at(0)->setCurrentIndex(meanings.at(0)->findText(QStringLiteral("Queue")));
            QCOMPARE(meanings.at(4)->currentIndex(), 0);
            QVERIFY(begin->isEnabled());
            begin->click();
            auto *done = wizard.findChild<QAbstractButton *>(QStringLiteral("importDone"));
            QTRY_VERIFY(done->isVisible());
            QCOMPARE(wizard.findChild<QTableWidget *>(QStringLiteral("importRefused"))->rowCount(), 1);
            QCOMPARE(testing::faultsOf(wizard), QString());
        };
        bringIn();
        auto settled = start.engine->settledSnapshot();
        settled.waitForFinished();
        const auto &state = settled.result()->state;
        QStringList queues;
        for (const auto &[id, queue] : state.queues)
            queues.append(QString::fromStdString(queue.config.name));
        QCOMPARE(queues, (QStringList{QStringLiteral("AA0101"), QStringLiteral("AA0102")}));
        QCOMPARE(state.agents.size(), std::size_t(2));
        const auto counted = [&start] {
            auto study = start.engine->study([](engine::HistoryReader &reader) { return reader.tickets({}); });
            study.waitForFinished();
            return study.result().value();
        };
        const auto tickets = counted();
        QCOMPARE(tickets.size(), std::size_t(4));
        QCOMPARE(std::count_if(tickets.begin(), tickets.end(), [](const auto &t) { return t.state == TicketState::abandoned; }), 1);
        // Once more adds nothing.
        bringIn();
        QCOMPARE(counted().size(), std::size_t(4));
    }

    void everyStepHasNamesAndRoomForItsTexts()
    {
        FirstStart start;
        using Step = Wizard::Step;
        for (const Step step : {Step::look, Step::branch, Step::account, Step::devices, Step::shortcuts}) {
            start.wizard->showStep(step);
            QCOMPARE(testing::faultsOf(*start.wizard), QString());
        }
        start.wizard->setUpBranch();
        QCOMPARE(testing::faultsOf(*start.wizard), QString());
        start.wizard->importHistory();
        QCOMPARE(testing::faultsOf(*start.wizard), QString());
        start.wizard->importHistory(QStringLiteral("/bank.tsv"));
        QTRY_VERIFY(start.find<QAbstractButton>("importStart")->isVisible());
        QCOMPARE(testing::faultsOf(*start.wizard), QString());
        pages::ImportDialog dialog(start.importer, QStringLiteral("Europe/Paris"));
        dialog.show();
        QCOMPARE(testing::faultsOf(dialog), QString());
        dialog.openFile(QStringLiteral("/bank.tsv"));
        QTRY_VERIFY(dialog.findChild<QAbstractButton *>(QStringLiteral("importStart"))->isVisible());
        QCOMPARE(testing::faultsOf(dialog), QString());
    }

    void aFileThatCannotBeReadSaysWhatToDo()
    {
        FirstStart start;
        start.wizard->importHistory(QStringLiteral("/missing.csv"));
        const auto says = [&] {
            for (QLabel *label : start.wizard->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("cannot be read")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(says());
    }
};

QTEST_MAIN(TestWizardJourney)
#include "tst_wizard_journey.moc"
