#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/story_timeline.h>
#include <smartqueue/widgets/text_label.h>

#include "gallery.h"
#include "languages.h"
#include "small_branch.h"
#include "walk.h"

using namespace smartqueue;
using namespace std::chrono_literals;
using pages::TicketsPage;
using presentation::TicketTableModel;
using testing::SmallBranch;

namespace {

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
        search = page.findChild<widgets::SearchField *>(QStringLiteral("ticketSearch"));
        table = page.findChild<QTableView *>(QStringLiteral("ticketTable"));
    }

    QString number(int row) { return page.model().index(row, TicketTableModel::number).data().toString(); }
    QString chosen() { return page.findChild<widgets::TextLabel *>(QStringLiteral("storyNumber"))->text(); }
    template <class Widget>
    Widget *find(const char *name)
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }

    engine::Monitor monitor;
    presentation::Console console;
    TicketsPage page;
    widgets::SearchField *search;
    QTableView *table;
};

/// Tickets of a morning: A001… and B001…, some served, one held, some waiting.
void liveMorning(SmallBranch &branch)
{
    branch.must(SignIn{branch.leila, "3"});
    branch.must(SignIn{branch.omar, "2"});
    for (int i = 0; i < 10; ++i) {
        branch.issue(i % 2 ? branch.payments : branch.passports, i % 3 ? "kiosk" : "web", i == 4 ? 5 : 0);
        branch.advance(3min);
        const AgentId agent = i % 2 ? branch.omar : branch.leila;
        branch.must(CallNext{agent}, agent);
        if (i == 7) {
            branch.must(MarkNoShow{agent}, agent);
            continue;
        }
        branch.advance(20s);
        branch.must(StartService{agent}, agent);
        branch.advance(4min);
        if (i == 6)
            branch.must(HoldTicket{agent, "Fetches a document from the car"}, agent);
        else
            branch.must(CompleteService{agent, "done"}, agent);
    }
    for (int i = 0; i < 9; ++i) {
        branch.issue(i % 3 ? branch.passports : branch.payments, i % 2 ? "kiosk" : "desk", i == 3 ? 10 : 0);
        branch.advance(2min);
    }
    branch.issue(branch.information, "app");
    branch.must(CallNext{branch.leila}, branch.leila);
    branch.must(StartService{branch.leila}, branch.leila);
    branch.must(CallNext{branch.omar}, branch.omar);
    branch.advance(3min + 30s);
}

} // namespace

class TestTicketsJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void theMenuOpensByKeys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("Menu") << int(Qt::Key_Menu) << int(Qt::NoModifier);
        QTest::newRow("Shift+F10") << int(Qt::Key_F10) << int(Qt::ShiftModifier);
    }

    void theMenuOpensByKeys()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        SmallBranch branch;
        liveMorning(branch);
        Screen screen(branch);
        QTRY_VERIFY(screen.table->model()->rowCount() > 0);
        screen.table->setFocus();
        screen.table->setCurrentIndex(screen.table->model()->index(0, 0));
        QTest::keyClick(screen.table, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(!menu->actions().isEmpty() && !menu->actions().first()->isSeparator());
        QCOMPARE(screen.table->currentIndex().row(), 0);
        menu->close();
    }

    void aTicketIsFoundAndItsStoryReadByKeyboardAlone()
    {
        SmallBranch branch;
        liveMorning(branch);
        Screen screen(branch);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        QVERIFY(screen.search->hasFocus());
        QTest::keyClicks(screen.search, QStringLiteral("B00"));
        QTRY_COMPARE(screen.page.model().rowCount(), 8);
        QTRY_VERIFY(screen.chosen().startsWith(QLatin1Char('B')));

        QTest::keyClick(screen.search, Qt::Key_Down);
        QVERIFY(screen.table->hasFocus());
        const QString first = screen.chosen();
        QTest::keyClick(screen.table, Qt::Key_Down);
        // The head of the story follows the key at once.
        QVERIFY(screen.chosen() != first);
        QCOMPARE(screen.chosen(), screen.number(1));

        QTest::keyClick(screen.table, Qt::Key_Return);
        auto *story = screen.page.findChild<widgets::StoryTimeline *>();
        QVERIFY(story->hasFocus());
        QTRY_VERIFY(story->accessibleDescription().contains(QStringLiteral("Ticket issued")));
        QTest::keyClick(story, Qt::Key_Escape);
        QVERIFY(screen.table->hasFocus());
        QTest::keyClick(screen.table, Qt::Key_Escape);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        QVERIFY(screen.search->text().isEmpty());
    }

    void chipsCountWhatMatchesAndNarrowToTheirState()
    {
        SmallBranch branch;
        liveMorning(branch);
        Screen screen(branch);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        auto *chips = screen.page.findChild<widgets::ChipGroup *>();
        int waiting = -1;
        for (const widgets::Choice &chip : chips->choices()) {
            if (chip.id == QLatin1String("waiting"))
                waiting = chip.count;
        }
        QCOMPARE(waiting, 8);
        QTest::keyClick(chips->findChildren<QAbstractButton *>().at(1), Qt::Key_Space);
        QTRY_COMPARE(screen.page.model().rowCount(), 8);
        QCOMPARE(chips->currentId(), QStringLiteral("waiting"));
    }

    void aClickOnAHeadSortsAndAThirdOneGoesBackToTheNewest()
    {
        SmallBranch branch;
        liveMorning(branch);
        Screen screen(branch);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        QTRY_COMPARE(screen.number(0), QStringLiteral("C001"));
        QHeaderView *head = screen.table->horizontalHeader();
        const QPoint at(head->sectionViewportPosition(0) + 20, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(screen.number(0), QStringLiteral("A001"));
        QTRY_COMPARE(screen.table->currentIndex().row(), 0);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(screen.number(19), QStringLiteral("A001"));
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTRY_COMPARE(screen.number(1), screen.page.model().row(1) ? QString::fromStdString(screen.page.model().row(1)->number) : QString());
        QTRY_COMPARE(screen.number(0), QStringLiteral("C001"));
    }

    void everyLegalActIsInTheMenuAndOnAKey()
    {
        SmallBranch branch;
        const auto a1 = branch.issue(branch.passports);
        branch.must(SignIn{branch.omar, "2"});
        Screen screen(branch);
        QTRY_COMPARE(screen.chosen(), QStringLiteral("A001"));
        QTest::keyClick(screen.search, Qt::Key_Down);
        QSignalSpy toasts(&screen.page, &pages::Page::toastRequested);
        QTRY_VERIFY(screen.page.isActiveWindow() && screen.find<QAction>("tickets.transfer")->isEnabled());

        QTest::keyClick(screen.table, Qt::Key_F10);
        auto *targets = screen.find<QListWidget>("transferTargets");
        QVERIFY(targets);
        QTest::keyClick(targets, Qt::Key_Return);
        QTRY_COMPARE(branch.ticket(a1)->queue, branch.payments);
        QTRY_COMPARE(toasts.count(), 1);
        QVERIFY(toasts[0][1].toLongLong() > 0);

        // Taken back with Ctrl+Z, copied with Ctrl+C, cancelled with Delete.
        // No window manager hands the activity back when a dialog has closed.
        screen.page.activateWindow();
        QTRY_VERIFY(screen.page.isActiveWindow());
        auto *undo = screen.find<QAction>("tickets.undo");
        QTRY_VERIFY(undo->isEnabled());
        QTest::keyClick(screen.table, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(branch.ticket(a1)->queue, branch.passports);
        QTest::keyClick(screen.table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("A001"));
        QTRY_VERIFY(toasts.count() >= 2);
        QTest::keyClick(screen.table, Qt::Key_Delete);
        QTRY_COMPARE(branch.ticket(a1)->state, TicketState::cancelled);
    }

    void aSupervisorCallsAChosenTicketWithAReason()
    {
        SmallBranch branch;
        branch.issue(branch.passports);
        branch.advance(1min);
        const auto a2 = branch.issue(branch.passports);
        branch.must(SignIn{branch.omar, "2"});
        Screen screen(branch);
        QTRY_COMPARE(screen.chosen(), QStringLiteral("A002"));
        auto *call = screen.find<QPushButton>("ticketCall");
        QTRY_VERIFY(call->isVisible());
        QTest::mouseClick(call, Qt::LeftButton);
        auto *menu = call->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        menu->close();
        auto *reason = screen.find<QPushButton>("reasonAct");
        QVERIFY(reason);
        QTest::mouseClick(reason, Qt::LeftButton);
        QTRY_COMPARE(branch.ticket(a2)->state, TicketState::called);
        QCOMPARE(branch.ticket(a2)->agent, branch.omar);
    }

    void aNewTicketAppearsInTheListAtOnce()
    {
        SmallBranch branch;
        Screen screen(branch);
        QTRY_VERIFY(!screen.page.model().isLoading());
        QTest::mouseClick(screen.find<QPushButton>("newTicket"), Qt::LeftButton);
        auto *issue = screen.find<QPushButton>("newTicketIssue");
        QVERIFY(issue && issue->isEnabled());
        auto *queue = screen.find<QComboBox>("newTicketQueue");
        queue->setCurrentIndex(queue->findText(QStringLiteral("Payments")));
        QTest::mouseClick(issue, Qt::LeftButton);
        QTRY_COMPARE(screen.page.model().rowCount(), 1);
        QTRY_COMPARE(screen.number(0), QStringLiteral("B001"));
        QTRY_COMPARE(screen.chosen(), QStringLiteral("B001"));
    }

    void theStoryGoesOnWhileItIsRead()
    {
        SmallBranch branch;
        branch.issue(branch.passports);
        branch.must(SignIn{branch.leila, "3"});
        Screen screen(branch);
        QTRY_COMPARE(screen.chosen(), QStringLiteral("A001"));
        auto *story = screen.page.findChild<widgets::StoryTimeline *>();
        branch.advance(5min);
        branch.must(CallNext{branch.leila}, branch.leila);
        QTRY_VERIFY(story->accessibleDescription().contains(QStringLiteral("Called by Leïla")));
    }

    void theListItsStoryAndItsDialogsHaveNamesAndRoomForTheirTexts()
    {
        SmallBranch branch;
        Screen screen(branch);
        QTRY_VERIFY(!screen.page.model().isLoading());
        QCOMPARE(testing::faultsOf(screen.page), QString());
        liveMorning(branch);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        QCOMPARE(testing::faultsOf(screen.page), QString());
        QTest::keyClicks(screen.search, QStringLiteral("99"));
        QTRY_COMPARE(screen.page.model().rowCount(), 0);
        QCOMPARE(testing::faultsOf(screen.page), QString());
        QCOMPARE(testing::faultsOf([&]() -> QWidget * {
                     if (QApplication::activeModalWidget())
                         QApplication::activeModalWidget()->close();
                     testing::settle();
                     QTest::mouseClick(screen.find<QPushButton>("newTicket"), Qt::LeftButton);
                     return QApplication::activeModalWidget();
                 }),
                 QString());
    }

    void pictures()
    {
        SmallBranch branch;
        Screen empty(branch);
        QTRY_VERIFY(!empty.page.model().isLoading());
        testing::picture(empty.page, QStringLiteral("tickets-empty"));
        liveMorning(branch);
        Screen screen(branch);
        QTRY_COMPARE(screen.page.model().rowCount(), 20);
        QTest::keyClicks(screen.search, QStringLiteral("00"));
        QTRY_COMPARE(screen.page.model().rowCount(), 18);
        screen.table->setCurrentIndex(screen.table->model()->index(9, 0));
        auto *story = screen.page.findChild<widgets::StoryTimeline *>();
        QTRY_VERIFY(story->accessibleDescription().contains(QStringLiteral("Called by")));
        testing::picture(screen.page, QStringLiteral("tickets"));
        QTest::keyClicks(screen.search, QStringLiteral("99"));
        QTRY_COMPARE(screen.page.model().rowCount(), 0);
        testing::picture(screen.page, QStringLiteral("tickets-nomatch"));
    }
};

QTEST_MAIN(TestTicketsJourney)
#include "tst_tickets_journey.moc"
