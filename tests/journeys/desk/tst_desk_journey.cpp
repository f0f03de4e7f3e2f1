#include <algorithm>
#include <functional>

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/call_bar.h>
#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/action_button.h>

#include "gallery.h"
#include "languages.h"
#include "small_branch.h"
#include "walk.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using pages::DeskPage;
using testing::SmallBranch;

namespace {

/// The page in a window of its own, as the agent has it.
struct Screen {
    explicit Screen(SmallBranch &branch)
        : monitor(*branch.engine)
        , console(*branch.engine, monitor, true)
        , page(console)
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qWarning("the window did not become active");
        page.activated({});
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        // No window manager hands the activity back when a dialog has closed.
        if (!QApplication::activeModalWidget()) {
            page.activateWindow();
            QTRY_VERIFY(page.isActiveWindow());
        }
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page, key, modifiers);
    }

    /// Tab until the focus is where `there` says, as someone without a mouse goes; false when it never comes there.
    bool tabTo(const std::function<bool(const QWidget &)> &there)
    {
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            return false;
        for (int steps = 0; steps < 80; ++steps) {
            QWidget *focus = QApplication::focusWidget();
            if (focus && there(*focus))
                return true;
            QTest::keyClick(focus ? focus : &page, Qt::Key_Tab);
        }
        return false;
    }
    bool tabTo(const char *name)
    {
        return tabTo([name](const QWidget &widget) { return widget.objectName() == QLatin1String(name); });
    }

    /// A key for the dialog in front.
    void answer(Qt::Key key)
    {
        QTRY_VERIFY(QApplication::activeModalWidget());
        QWidget *dialog = QApplication::activeModalWidget();
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QVERIFY(dialog->focusWidget());
        QTest::keyClick(dialog->focusWidget(), key);
    }

    /// F8 once the key has rested.
    void pressMain()
    {
        QTRY_VERIFY_WITH_TIMEOUT(page.desk().takesMainKey(), 3000);
        press(Qt::Key_F8);
    }

    template <class Widget>
    Widget *find(const char *name)
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }

    engine::Monitor monitor;
    presentation::Console console;
    DeskPage page;
};

TicketState stateOf(SmallBranch &branch, const engine::Receipt &ticket)
{
    return branch.ticket(ticket)->state;
}

} // namespace

class TestDeskJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void anAgentsMorningByKeyboardAlone()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.advance(2min);
        const auto a2 = branch.issue(branch.passports, "web");
        const auto b1 = branch.issue(branch.payments, "kiosk");
        branch.advance(14min);
        Screen screen(branch);
        QVERIFY(!screen.page.desk().facts().isSignedIn());
        testing::picture(screen.page, QStringLiteral("desk-signin"));

        // Who am I: the list has the focus, Enter signs in at the first free counter.
        auto *agents = screen.find<QListWidget>("deskAgents");
        QTRY_VERIFY(agents->hasFocus());
        agents->setCurrentRow(0);
        QVERIFY(agents->currentItem()->text().startsWith(QStringLiteral("Leïla")));
        screen.press(Qt::Key_Return);
        QTRY_VERIFY(screen.page.desk().facts().isSignedIn());
        QCOMPARE(branch.now()->state.agent(branch.leila)->counter, std::string("1"));
        QTRY_VERIFY(screen.find<QPushButton>("deskMain")->hasFocus());

        // F8 calls, F8 starts.
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a1), TicketState::called);
        QTRY_VERIFY(screen.find<QPushButton>("deskRecall")->isEnabled());
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a1), TicketState::serving);
        QTRY_VERIFY(!screen.find<QPushButton>("deskRecall")->isEnabled());
        branch.advance(4min);

        // 2 is the outcome; a second press of F8 within its rest is no second customer.
        screen.press(Qt::Key_2);
        QCOMPARE(screen.page.desk().outcome(), QString::fromLatin1(presentation::outcomeDocumentMissing));
        screen.pressMain();
        screen.press(Qt::Key_F8);
        QTRY_COMPARE(stateOf(branch, a2), TicketState::called);
        QCOMPARE(branch.ticket(a1)->outcome, std::string(presentation::outcomeDocumentMissing));
        QCOMPARE(stateOf(branch, a1), TicketState::completed);

        // Nobody comes: F7 again, then F9.
        QTRY_VERIFY(screen.find<QPushButton>("deskNoShow")->isEnabled());
        screen.press(Qt::Key_F7);
        QTRY_COMPARE(branch.ticket(a2)->leg().recalls, 1);
        screen.press(Qt::Key_F9);
        QTRY_COMPARE(stateOf(branch, a2), TicketState::noShow);

        // They do come: Ctrl+Z.
        QTRY_VERIFY(screen.page.desk().facts().actions.undo);
        QTRY_VERIFY(!screen.page.desk().facts().current);
        screen.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stateOf(branch, a2), TicketState::called);
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a2), TicketState::serving);

        // F6 during service arms the break; F8 then finishes and calls nobody.
        QTRY_VERIFY(screen.find<QPushButton>("deskBreak")->isEnabled());
        screen.press(Qt::Key_F6);
        QTRY_VERIFY(screen.page.desk().facts().breakArmed);
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a2), TicketState::completed);
        QCOMPARE(stateOf(branch, b1), TicketState::waiting);
        QTRY_COMPARE(branch.now()->state.agent(branch.leila)->status, AgentStatus::paused);
        QTRY_COMPARE(screen.page.desk().facts().status, AgentStatus::paused);
        screen.press(Qt::Key_F6);
        QTRY_COMPARE(branch.now()->state.agent(branch.leila)->status, AgentStatus::available);
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, b1), TicketState::called);
    }

    void holdTransferAndSignOutNeedNoMouseEither()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.advance(1min);
        const auto a2 = branch.issue(branch.passports);
        Screen screen(branch);
        auto *agents = screen.find<QListWidget>("deskAgents");
        QTRY_VERIFY(agents->hasFocus());
        agents->setCurrentRow(0);
        screen.press(Qt::Key_Return);
        QTRY_VERIFY(screen.page.desk().facts().isSignedIn());
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a1), TicketState::called);
        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a1), TicketState::serving);

        // Tab leads out of the notes and to every button on the way.
        QTRY_VERIFY(screen.find<QPushButton>("deskHold")->isEnabled());
        QVERIFY(screen.tabTo("deskNotes"));
        QVERIFY(screen.tabTo("deskHold"));
        screen.press(Qt::Key_Space);
        screen.answer(Qt::Key_Return);
        QTRY_COMPARE(stateOf(branch, a1), TicketState::held);
        QVERIFY(!branch.ticket(a1)->holdReason.empty());
        QTRY_VERIFY(screen.find<QPushButton>("deskResume"));
        QTRY_VERIFY(screen.find<QPushButton>("deskResume")->isEnabled());
        QVERIFY(screen.tabTo("deskResume"));
        screen.press(Qt::Key_Space);
        QTRY_COMPARE(stateOf(branch, a1), TicketState::serving);

        QTRY_VERIFY(screen.find<QPushButton>("deskTransfer")->isEnabled());
        screen.press(Qt::Key_F10);
        screen.answer(Qt::Key_Down);
        screen.answer(Qt::Key_Return);
        QTRY_COMPARE(branch.ticket(a1)->queue, branch.information);
        QTRY_VERIFY(!QApplication::activeModalWidget());

        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a2), TicketState::called);
        QTRY_VERIFY(screen.find<QPushButton>("deskNoShow")->isEnabled());
        screen.press(Qt::Key_F9);
        QTRY_COMPARE(stateOf(branch, a2), TicketState::noShow);
        const auto isSignOut = [](const QWidget &widget) {
            const auto *button = qobject_cast<const QPushButton *>(&widget);
            return button && button->text() == QStringLiteral("Sign out");
        };
        QTRY_VERIFY(screen.find<QAction>("desk.signOut")->isEnabled());
        QVERIFY(screen.tabTo(isSignOut));
        screen.press(Qt::Key_Space);
        QTRY_COMPARE(branch.now()->state.agent(branch.leila)->status, AgentStatus::offline);
        // The next one may sign in without reaching for the mouse.
        QTRY_VERIFY(screen.find<QListWidget>("deskAgents")->isVisible());
        QTRY_VERIFY(screen.find<QListWidget>("deskAgents")->hasFocus());
    }

    void everyStateOfTheDeskHasNamesAndRoomForItsTexts()
    {
        SmallBranch branch;
        for (int i = 0; i < 6; ++i)
            branch.issue(branch.passports);
        Screen screen(branch);
        QCOMPARE(testing::faultsOf(screen.page), QString());
        branch.must(SignIn{branch.leila, "3"});
        branch.must(SignIn{branch.omar, "2"});
        screen.page.desk().setAgent(branch.leila);
        QTRY_VERIFY(screen.page.desk().facts().isSignedIn());
        QCOMPARE(testing::faultsOf(screen.page), QString());
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(HoldTicket{branch.leila, "Fetches a document from the car"}, branch.leila);
        branch.must(CallNext{branch.leila}, branch.leila);
        QTRY_VERIFY(screen.page.desk().facts().current.has_value());
        QCOMPARE(testing::faultsOf(screen.page), QString());
        branch.must(StartService{branch.leila}, branch.leila);
        QTRY_COMPARE(screen.page.desk().facts().current->state, TicketState::serving);
        QCOMPARE(testing::faultsOf(screen.page), QString());
        for (const char *act : {"desk.transfer", "desk.hold"}) {
            QCOMPARE(testing::faultsOf([&]() -> QWidget * {
                         if (QApplication::activeModalWidget())
                             QApplication::activeModalWidget()->close();
                         testing::settle();
                         screen.find<QAction>(act)->trigger();
                         return QApplication::activeModalWidget();
                     }),
                     QString());
            QApplication::activeModalWidget()->close();
            testing::settle();
        }
        pages::CallBar &bar = screen.page.callBar();
        bar.show();
        QCOMPARE(testing::faultsOf(bar), QString());
    }

    void theSentencesNameTheKeyThatIsBoundNow()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        const auto said = [&screen](const QString &part) {
            const QStringList texts = testing::visibleTexts(screen.page);
            return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return text.contains(part); });
        };
        QTRY_VERIFY(said(QStringLiteral("As soon as somebody comes, F8 calls them.")));
        screen.find<QAction>("desk.main")->setShortcut(Qt::CTRL | Qt::Key_N);
        QVERIFY(said(QStringLiteral("As soon as somebody comes, Ctrl+N calls them.")));
        QVERIFY(said(QStringLiteral("Ctrl+N always takes the first.")));
        screen.find<QAction>("desk.main")->setShortcut({});
        QVERIFY(said(QStringLiteral("As soon as somebody comes, you can call them.")));
        QVERIFY(!said(QStringLiteral("F8")));
    }

    void theFocusStaysOnTheMainKey()
    {
        SmallBranch branch;
        branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        auto *main = screen.find<QPushButton>("deskMain");
        QTRY_VERIFY(main->hasFocus());
        screen.pressMain();
        QTRY_VERIFY(screen.page.desk().facts().current.has_value());
        QTRY_VERIFY(main->hasFocus());
        screen.pressMain();
        QTRY_COMPARE(screen.page.desk().facts().current->state, TicketState::serving);
        screen.pressMain();
        QTRY_VERIFY(!screen.page.desk().facts().current.has_value());
        QCOMPARE(branch.now()->state.queue(branch.passports)->today.served, 1);
    }

    void aNoteIsSavedAfterAPauseInTyping()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        screen.pressMain();
        QTRY_VERIFY(screen.page.desk().facts().current.has_value());
        auto *notes = screen.find<QPlainTextEdit>("deskNotes");
        notes->setFocus();
        QTest::keyClicks(notes, QStringLiteral("Second photo 2 of 3"));
        QSignalSpy saved(&screen.page.desk(), &pages::DeskController::noteSaved);
        QTRY_COMPARE(saved.count(), 1);
        auto note = branch.engine->study([id = a1.ticket](engine::HistoryReader &reader) { return reader.note(id); });
        note.waitForFinished();
        QCOMPARE(QString::fromStdString(*note.result()), QStringLiteral("Second photo 2 of 3"));
        // Digits belong to the text while one types; Alt always chooses.
        QCOMPARE(screen.page.desk().outcome(), QString::fromLatin1(presentation::outcomeDone));
        screen.press(Qt::Key_3, Qt::AltModifier);
        QCOMPARE(screen.page.desk().outcome(), QString::fromLatin1(presentation::outcomeFollowUp));
    }

    void transferAndHoldGoThroughTheirDialogs()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        const auto a2 = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        screen.pressMain();
        QTRY_VERIFY(screen.find<QPushButton>("deskTransfer")->isEnabled());
        screen.press(Qt::Key_F10);
        auto *targets = screen.find<QListWidget>("transferTargets");
        QVERIFY(targets);
        QCOMPARE(targets->count(), 2);
        QTest::keyClick(targets, Qt::Key_Return);
        QTRY_COMPARE(branch.ticket(a1)->queue, branch.payments);

        screen.pressMain();
        QTRY_COMPARE(stateOf(branch, a2), TicketState::called);
        QTRY_VERIFY(screen.find<QPushButton>("deskHold")->isEnabled());
        QTest::mouseClick(screen.find<QPushButton>("deskHold"), Qt::LeftButton);
        auto *hold = screen.find<QPushButton>("reasonAct");
        QVERIFY(hold);
        QTest::mouseClick(hold, Qt::LeftButton);
        QTRY_COMPARE(stateOf(branch, a2), TicketState::held);
        QTRY_VERIFY(screen.find<QPushButton>("deskResume"));
        QTRY_VERIFY(screen.find<QPushButton>("deskResume")->isEnabled());
        QTest::mouseClick(screen.find<QPushButton>("deskResume"), Qt::LeftButton);
        // It was called when it was put on hold, so it is called again.
        QTRY_COMPARE(stateOf(branch, a2), TicketState::called);
    }

    void aRefusalIsReportedAndChangesNothing()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        QSignalSpy failed(&screen.page, &pages::Page::failed);
        branch.memory->failAppends(1, Failure{engine::storage_failures::diskFull, {}});
        screen.pressMain();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(branch.engine->snapshot()->state.ticket(a1.ticket)->state, TicketState::waiting);
        QVERIFY(!screen.page.desk().isActing());
    }

    void thePagesUndoComesBeforeTheWindows()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        QMainWindow window;
        auto *page = new DeskPage(screen.console);
        window.setCentralWidget(page);
        QAction windowUndo;
        windowUndo.setShortcut(QKeySequence::Undo);
        window.addAction(&windowUndo);
        QSignalSpy taken(&windowUndo, &QAction::triggered);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        page->desk().setAgent(branch.leila);
        page->activated({});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
        QTRY_COMPARE(stateOf(branch, a1), TicketState::called);
        QTRY_VERIFY(page->desk().facts().actions.undo);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(stateOf(branch, a1), TicketState::waiting);
        QCOMPARE(taken.count(), 0);
    }

    void theLanguageChangesWhileTheDeskIsOpen()
    {
        /// Says every text backwards, which no source text equals by chance.
        class Backwards : public QTranslator {
        public:
            bool isEmpty() const override { return false; }
            QString translate(const char *, const char *source, const char *, int) const override
            {
                QString text = QString::fromUtf8(source);
                std::reverse(text.begin(), text.end());
                return text;
            }
        };
        SmallBranch branch;
        branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        auto *recall = screen.find<QPushButton>("deskRecall");
        auto *main = screen.find<QPushButton>("deskMain");
        QTRY_COMPARE(main->text(), QStringLiteral("Call next"));
        Backwards other;
        QCoreApplication::installTranslator(&other);
        QTRY_COMPARE(recall->text(), QStringLiteral("llaceR"));
        QTRY_COMPARE(main->text(), QStringLiteral("txen llaC"));
        QTRY_VERIFY(main->hasFocus());
        QCoreApplication::removeTranslator(&other);
        QTRY_COMPARE(recall->text(), QStringLiteral("Recall"));
    }

    void theCallBarDoesTheSame()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        screen.page.desk().setAgent(branch.leila);
        pages::CallBar &bar = screen.page.callBar();
        bar.show();
        QVERIFY(bar.windowFlags().testFlag(Qt::WindowStaysOnTopHint));
        QTRY_VERIFY(bar.findChild<QPushButton *>(QStringLiteral("callBarMain"))->isEnabled());
        QTest::keyClick(&bar, Qt::Key_F8);
        QTRY_COMPARE(stateOf(branch, a1), TicketState::called);
        QTRY_VERIFY(screen.page.desk().takesMainKey());
        if (const QString folder = qEnvironmentVariable("SQ_GALLERY"); !folder.isEmpty()) {
            bar.grab().save(folder + QStringLiteral("/callbar.png"));
            bar.setCompact(true);
            bar.grab().save(folder + QStringLiteral("/callbar-compact.png"));
        }
    }

    void picturesOfABusyDesk()
    {
        SmallBranch branch;
        branch.must(SignIn{branch.leila, "3"});
        branch.must(SignIn{branch.omar, "2"});
        // A morning with figures behind the usual range and the estimates.
        for (int i = 0; i < 12; ++i) {
            branch.issue(i % 3 == 1 ? branch.payments : branch.passports);
            branch.advance(1min);
            branch.must(CallNext{branch.leila}, branch.leila);
            branch.must(StartService{branch.leila}, branch.leila);
            branch.advance(5min + 25s * (i % 7));
            if (i == 9)
                branch.must(TransferTicket{branch.now()->state.agent(branch.leila)->current, branch.information, {}}, branch.leila);
            else
                branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        }
        for (int i = 0; i < 14; ++i) {
            branch.issue(i % 4 == 3 ? branch.payments : branch.passports, i % 3 ? "kiosk" : "web", i % 5 == 4 ? 5 : 0);
            branch.advance(1min);
        }
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(MarkNoShow{branch.leila}, branch.leila);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.must(HoldTicket{branch.leila, "Fetches a document from the car"}, branch.leila);
        branch.must(CallNext{branch.leila}, branch.leila);
        branch.advance(20s);
        Screen called(branch);
        called.page.desk().setAgent(branch.leila);
        QTRY_VERIFY(called.page.desk().facts().current.has_value());
        testing::picture(called.page, QStringLiteral("desk-called"));
        branch.must(StartService{branch.leila}, branch.leila);
        branch.must(SaveNote{branch.now()->state.agent(branch.leila)->current, "Second photo to be taken again at the booth."}, branch.leila);
        branch.advance(4min + 12s);
        Screen serving(branch);
        serving.page.desk().setAgent(branch.leila);
        QTRY_VERIFY(!serving.find<QPlainTextEdit>("deskNotes")->toPlainText().isEmpty());
        testing::picture(serving.page, QStringLiteral("desk"));
        QVERIFY(serving.page.desk().facts().current->usual.has_value());
    }
};

QTEST_MAIN(TestDeskJourney)
#include "tst_desk_journey.moc"
