#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <smartqueue/pages/agents_page.h>
#include <smartqueue/pages/desk_controller.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/submission.h>
#include <smartqueue/widgets/choice_group.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/rank_list.h>
#include <smartqueue/widgets/search_field.h>

#include "gallery.h"
#include "small_branch.h"
#include "walk.h"

using namespace std::chrono_literals;
using namespace smartqueue;
using pages::AgentsPage;
using presentation::AgentTableModel;
using testing::SmallBranch;

namespace {

struct Screen {
    Screen() : monitor(*branch.engine), console(*branch.engine, monitor, false), page(console)
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        toasts = std::make_unique<QSignalSpy>(&page, &pages::Page::toastRequested);
        failures = std::make_unique<QSignalSpy>(&page, &pages::Page::failed);
    }

    template <class W>
    W *find(const char *name)
    {
        for (W *found : page.findChildren<W *>(QString::fromLatin1(name))) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QTableView *table() { return find<QTableView>("agentTable"); }
    QString cell(AgentId agent, int column) const { return page.model().index(page.model().rowOf({agent, {}}), column).data().toString(); }
    void choose(AgentId agent)
    {
        QTRY_VERIFY(table() && page.model().rowOf({agent, {}}) >= 0);
        table()->setCurrentIndex(table()->model()->index(page.model().rowOf({agent, {}}), 0));
    }
    QString said(const char *name)
    {
        const auto *label = find<QLabel>(name);
        return label ? label->text() : QString();
    }
    /// Chooses in the menu that the button opens, as a person does with the arrow keys.
    void pick(const char *button, const QString &text)
    {
        find<QAbstractButton>(button)->click();
        auto *menu = page.findChild<QMenu *>(QStringLiteral("takeOverMenu"));
        QVERIFY(menu);
        QList<QAction *> acts = menu->actions();
        for (const QAction *act : menu->actions()) {
            if (act->menu())
                acts += act->menu()->actions();
        }
        const auto wanted = std::find_if(acts.begin(), acts.end(), [&](const QAction *act) { return act->text() == text; });
        QVERIFY2(wanted != acts.end(), qPrintable(text));
        (*wanted)->trigger();
        menu->close();
    }
    /// As the window's toast does it.
    void takeBackLast()
    {
        const auto act = Sequence(toasts->last().at(1).toLongLong());
        QVERIFY(act > 0);
        const auto undo = presentation::undoOfAct(*branch.now(), act, console.now());
        QVERIFY(undo);
        branch.must(*undo);
    }
    TicketId serve(AgentId agent)
    {
        const auto ticket = branch.issue(branch.passports);
        branch.must(CallNext{agent}, agent);
        branch.must(StartService{agent}, agent);
        return ticket.ticket;
    }

    SmallBranch branch;
    engine::Monitor monitor;
    presentation::Console console;
    AgentsPage page;
    std::unique_ptr<QSignalSpy> toasts;
    std::unique_ptr<QSignalSpy> failures;
};

} // namespace

class TestAgentsJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void whatAgentsDoIsSeenAtOnce()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        QCOMPARE(screen.cell(branch.leila, AgentTableModel::status), QStringLiteral("Signed out"));
        screen.choose(branch.leila);
        branch.must(SignIn{branch.leila, "3"});
        QTRY_COMPARE(screen.cell(branch.leila, AgentTableModel::status), QStringLiteral("Available"));
        QTRY_COMPARE(screen.find<widgets::Pill>("agentPanelStatus")->look().text, QStringLiteral("Available"));
        screen.serve(branch.leila);
        QTRY_COMPARE(screen.cell(branch.leila, AgentTableModel::ticket), QStringLiteral("A001"));
        QTRY_COMPARE(screen.said("agentPanelTicket"), QStringLiteral("A001 · Passports"));
        branch.advance(8min);
        branch.must(CompleteService{branch.leila, "done"}, branch.leila);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "lunch"}, branch.leila);
        QTRY_COMPARE(screen.cell(branch.leila, AgentTableModel::status), QStringLiteral("On a break"));
        QTRY_COMPARE(screen.said("agentServedToday"), QStringLiteral("1"));
        // The row that was chosen stays chosen, wherever it moved.
        QCOMPARE(screen.said("agentPanelName"), QStringLiteral("Leïla Haddad"));
        testing::picture(screen.page, QStringLiteral("agents-break"));
    }

    void aSupervisorSignsAnAgentOut()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        branch.must(SignIn{branch.omar, "2"});
        const TicketId ticket = screen.serve(branch.omar);
        screen.choose(branch.omar);
        QTRY_VERIFY(screen.find<QAbstractButton>("agentTakeOver"));
        // Not while a customer is in the hand; the page says what comes first.
        QVERIFY(!screen.find<QAbstractButton>("agentSignOut"));
        branch.must(CompleteService{branch.omar, "done"}, branch.omar);
        QTRY_VERIFY(screen.find<QAbstractButton>("agentSignOut"));
        QTest::keyClick(screen.find<QAbstractButton>("agentSignOut"), Qt::Key_Space);
        QTRY_COMPARE(branch.now()->state.agent(branch.omar)->status, AgentStatus::offline);
        QTRY_COMPARE(screen.toasts->size(), 1);
        QCOMPARE(screen.toasts->first().first().toString(), QStringLiteral("Omar Said is signed out."));
        QVERIFY(branch.now()->state.ticket(ticket)->state == TicketState::completed);
    }

    void aForgottenTicketIsPutBackAndThatIsUndone()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        branch.must(SignIn{branch.omar, "2"});
        const TicketId forgotten = screen.serve(branch.omar);
        branch.advance(70min);
        branch.issue(branch.passports);
        screen.choose(branch.omar);
        QTRY_VERIFY(screen.page.model().inNeed() == 1);
        testing::picture(screen.page, QStringLiteral("agents-forgotten"));
        screen.pick("agentTakeOver", QStringLiteral("Back to the front of Passports"));
        QTRY_COMPARE(screen.toasts->size(), 1);
        const auto waiting = branch.now()->state.waitingInOrder(branch.passports, branch.clock.now());
        QCOMPARE(waiting.size(), 2u);
        QVERIFY(waiting.front() == forgotten);
        QVERIFY(!branch.now()->state.agent(branch.omar)->current);
        QTRY_VERIFY(screen.find<QAbstractButton>("agentSignOut"));
        screen.takeBackLast();
        QTRY_COMPARE(screen.cell(branch.omar, AgentTableModel::ticket), QStringLiteral("A001"));
        QCOMPARE(branch.now()->state.ticket(forgotten)->state, TicketState::serving);
    }

    void aForgottenTicketIsHandedOnOrHeld()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        branch.must(SignIn{branch.omar, "2"});
        branch.must(SignIn{branch.leila, "3"});
        const TicketId ticket = screen.serve(branch.omar);
        screen.choose(branch.omar);
        QTRY_VERIFY(screen.find<QAbstractButton>("agentTakeOver"));
        screen.pick("agentTakeOver", QStringLiteral("Leïla Haddad · Available"));
        QTRY_COMPARE(screen.toasts->size(), 1);
        QVERIFY(branch.now()->state.ticket(ticket)->reservedFor == branch.leila);
        QTRY_VERIFY(!screen.find<QAbstractButton>("agentTakeOver"));
        screen.takeBackLast();
        QTRY_VERIFY(screen.find<QAbstractButton>("agentTakeOver"));
        screen.pick("agentTakeOver", QStringLiteral("Put it on hold…"));
        auto *act = screen.page.findChild<QAbstractButton *>(QStringLiteral("reasonAct"));
        QTRY_VERIFY(act && act->isVisible());
        act->click();
        QTRY_COMPARE(branch.now()->state.ticket(ticket)->state, TicketState::held);
        QCOMPARE(branch.now()->state.ticket(ticket)->holdReason, std::string("Left open by mistake"));
        QTRY_COMPARE(screen.toasts->size(), 2);
        screen.takeBackLast();
        QCOMPARE(branch.now()->state.ticket(ticket)->state, TicketState::serving);
        QVERIFY(screen.failures->isEmpty());
    }

    void queuesAreReorderedByKeyboardAndThatIsUndone()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        screen.choose(branch.leila);
        auto *ranks = screen.find<widgets::RankList>("agentRanks");
        QVERIFY(ranks);
        ranks->setFocus();
        QTest::keyClick(ranks, Qt::Key_Home);
        QTest::keyClick(ranks, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(ranks, Qt::Key_Down, Qt::AltModifier);
        const auto ranked = [&] {
            std::vector<QueueId> queues;
            const engine::SharedSnapshot snapshot = branch.now();
            for (const Assignment &assignment : snapshot->state.agent(branch.leila)->assignments)
                queues.push_back(assignment.queue);
            return queues;
        };
        const Sequence before = branch.now()->state.sequence;
        QTRY_VERIFY(ranked() == (std::vector{branch.payments, branch.information, branch.passports}));
        // Two moves of one hand are one entry on record.
        QCOMPARE(branch.now()->state.sequence, before + 1);
        QTRY_VERIFY(screen.find<QAbstractButton>("agentRanksUndo"));
        testing::picture(screen.page, QStringLiteral("agents-ranks"));
        QTest::keyClick(screen.find<QAbstractButton>("agentRanksUndo"), Qt::Key_Space);
        QTRY_VERIFY(ranked() == (std::vector{branch.passports, branch.payments, branch.information}));
        QTRY_COMPARE(ranks->ranked().first(), QString::number(branch.passports.value));
        QVERIFY(!screen.find<QAbstractButton>("agentRanksUndo"));
    }

    void movedQueuesAreSavedBeforeAnotherAgentIsChosen()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        screen.choose(branch.leila);
        auto *ranks = screen.find<widgets::RankList>("agentRanks");
        ranks->setFocus();
        QTest::keyClick(ranks, Qt::Key_Home);
        QTest::keyClick(ranks, Qt::Key_Space);
        screen.choose(branch.omar);
        QCOMPARE(branch.now()->state.agent(branch.leila)->assignments.size(), 2u);
        QCOMPARE(branch.now()->state.agent(branch.omar)->assignments.size(), 2u);
        QTRY_COMPARE(ranks->ranked().size(), 2);
        QCOMPARE(ranks->ranked().first(), QString::number(branch.payments.value));
    }

    void anAgentIsMadeCostsAnAmountAndGoes()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        QVERIFY(QTest::qWaitForWindowActive(&screen.page));
        screen.table()->setFocus();
        QTest::keyClick(screen.table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(screen.find<QLineEdit>("agentName"));
        screen.find<QLineEdit>("agentName")->setFocus();
        QTest::keyClicks(screen.find<QLineEdit>("agentName"), QStringLiteral("Ines Morel"));
        auto *cost = screen.find<QLineEdit>("agentCost");
        cost->setFocus();
        QTest::keyClicks(cost, QStringLiteral("twenty"));
        screen.find<QAbstractButton>("setupSave")->click();
        QCOMPARE(branch.now()->state.agents.size(), 2u);
        testing::picture(screen.page, QStringLiteral("agents-wrong-cost"));
        cost->clear();
        QTest::keyClicks(cost, QStringLiteral("23,5"));
        QTest::keyClick(cost, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(branch.now()->state.agents.size(), 3u);
        const Agent made = branch.now()->state.agents.rbegin()->second;
        QCOMPARE(made.hourlyCost, std::optional<int>(2350));
        // The new one is chosen.
        QTRY_COMPARE(screen.said("agentPanelName"), QStringLiteral("Ines Morel"));
        QCOMPARE(screen.said("agentPanelCost"), QStringLiteral("23.50"));
        screen.find<QAbstractButton>("agentEdit")->click();
        QTRY_COMPARE(screen.find<QLineEdit>("agentCost")->text(), QStringLiteral("23.50"));
        screen.find<QAbstractButton>("setupRemove")->click();
        screen.find<QAbstractButton>("setupYes")->click();
        QTRY_COMPARE(branch.now()->state.agents.size(), 2u);
        QTRY_COMPARE(screen.page.model().rowCount(), 2);
    }

    void breakReasonsReachTheDesk()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        pages::DeskPage desk(screen.console);
        desk.resize(1084, 716);
        desk.show();
        branch.must(SignIn{branch.leila, "3"});
        desk.desk().setAgent(branch.leila);
        auto *reasons = desk.findChild<QComboBox *>(QStringLiteral("deskBreakReason"));
        QCOMPARE(reasons->count(), 4);

        screen.find<QAbstractButton>("agentBreaks")->click();
        for (const auto &[name, minutes] : {std::pair(QStringLiteral("Prayer"), 10), std::pair(QStringLiteral("Training"), 0)}) {
            screen.find<QAbstractButton>("breakAdd")->click();
            auto *field = qobject_cast<QLineEdit *>(screen.page.focusWidget());
            QVERIFY(field && field->objectName() == QLatin1String("breakName"));
            QTest::keyClicks(field, name);
            const auto limits = screen.page.findChildren<QSpinBox *>(QStringLiteral("breakLimit"));
            limits.last()->setValue(minutes);
        }
        testing::picture(screen.page, QStringLiteral("agents-breaks"));
        screen.find<QAbstractButton>("setupSave")->click();
        QTRY_COMPARE(branch.now()->state.branch.breakReasons.size(), 2u);
        QCOMPARE(branch.now()->state.branch.counters.size(), 3u);
        QTRY_COMPARE(reasons->count(), 2);
        QCOMPARE(reasons->itemText(0), QStringLiteral("Reason: Prayer, 10 min"));
        QTest::keyClick(&desk, Qt::Key_F6);
        QTRY_COMPARE(branch.now()->state.agent(branch.leila)->statusReason, std::string("Prayer"));
        branch.advance(14min);
        screen.choose(branch.leila);
        QTRY_VERIFY(screen.page.model().inNeed() == 1);
        QTRY_COMPARE(screen.said("agentPanelSentence"), QStringLiteral("Counter 3. On a break, Prayer: 14 min, 4 min over."));
        const auto deskSays = [&] {
            const auto labels = desk.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().contains(QStringLiteral("14 min, 4 min over")); });
        };
        QTRY_VERIFY(deskSays());
        testing::picture(desk, QStringLiteral("desk-break-beyond"));
    }

    void peopleAreFoundAndNarrowed()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        branch.must(SignIn{branch.leila, "3"});
        QTRY_COMPARE(screen.page.model().count(presentation::AgentGroup::available), 1);
        screen.page.focusFilter();
        auto *search = screen.find<widgets::SearchField>("agentSearch");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, QStringLiteral("omar"));
        QCOMPARE(screen.page.model().rowCount(), 1);
        QCOMPARE(screen.said("agentPanelName"), QStringLiteral("Omar Said"));
        QTest::keyClicks(search, QStringLiteral("xx"));
        testing::picture(screen.page, QStringLiteral("agents-nobody"));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(screen.page.model().rowCount(), 2);
        screen.find<widgets::ChipGroup>("agentGroups")->setCurrentId(QString::number(int(presentation::AgentGroup::available)));
        QCOMPARE(screen.page.model().rowCount(), 1);
        // Down to the list, Enter to the agent, Esc back.
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(screen.table()->hasFocus());
        QTest::keyClick(screen.table(), Qt::Key_Return);
        QVERIFY(screen.find<QAbstractButton>("agentEdit")->hasFocus());
        QTest::keyClick(screen.find<QAbstractButton>("agentEdit"), Qt::Key_Escape);
        QVERIFY(screen.table()->hasFocus());
    }

    void theListHasRoomBesideTheSheet()
    {
        Screen screen;
        screen.find<QAbstractButton>("agentBreaks")->click();
        QTRY_VERIFY(screen.find<QAbstractButton>("breakAdd")->isVisible());
        QTRY_VERIFY(screen.table());
        QTRY_VERIFY2(screen.page.minimumSizeHint().width() <= 1084, qPrintable(QString::number(screen.page.minimumSizeHint().width())));
    }

    void everythingHasANameAndRoom()
    {
        Screen screen;
        SmallBranch &branch = screen.branch;
        branch.must(SignIn{branch.omar, "2"});
        screen.serve(branch.omar);
        branch.advance(70min);
        screen.choose(branch.omar);
        QTRY_VERIFY(screen.page.model().inNeed() == 1);
        QString faults = testing::faultsOf(screen.page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        screen.find<QAbstractButton>("agentBreaks")->click();
        screen.find<QAbstractButton>("breakAdd")->click();
        faults = testing::faultsOf(screen.page);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }
};

QTEST_MAIN(TestAgentsJourney)
#include "tst_agents_journey.moc"
