#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QTest>

#include <smartqueue/presentation/twin_changes.h>
#include <smartqueue/widgets/suggestion_row.h>

#include "gallery.h"
#include "shell.h"
#include "walk.h"

using namespace smartqueue;
using testing::BusyBranch;
using testing::Shell;
using widgets::SuggestionRow;
using widgets::SuggestionState;

namespace {

/// Of a study on a machine that does other things too.
constexpr int patience = 60'000;

QList<SuggestionRow *> rowsIn(Shell &shell, SuggestionState state)
{
    QList<SuggestionRow *> rows;
    for (SuggestionRow *row : shell.window.findChildren<SuggestionRow *>()) {
        if (row->isVisibleTo(&shell.window) && row->data().state == state)
            rows.append(row);
    }
    return rows;
}

QAbstractButton *buttonIn(QWidget *part, const QString &start)
{
    for (QAbstractButton *button : part->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && (button->accessibleName().startsWith(start) || button->text().startsWith(start)))
            return button;
    }
    return nullptr;
}

/// Where every agent serves first.
std::map<AgentId, QueueId> homesIn(BusyBranch &branch)
{
    std::map<AgentId, QueueId> homes;
    const auto snapshot = branch.now();
    for (const auto &[id, agent] : snapshot->state.agents)
        homes[id] = presentation::homeOf(agent);
    return homes;
}

bool says(Shell &shell, const QString &part)
{
    return testing::visibleTexts(*shell.window.currentPage()).join(QLatin1Char('\n')).contains(part);
}

} // namespace

/// The supervisor's way: see what would help, what it costs whom, do it, and take it back.
class TestLiveSuggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void whatHelpsIsSaidWithItsPriceAndDoneByEnter()
    {
        BusyBranch branch;
        Shell shell(branch);
        QTRY_VERIFY(says(shell, QStringLiteral("Trying what could be done on the rest of the day…")));
        QTRY_VERIFY_WITH_TIMEOUT(!rowsIn(shell, SuggestionState::open).isEmpty(), patience);
        QVERIFY(rowsIn(shell, SuggestionState::open).size() <= 2);
        SuggestionRow *row = rowsIn(shell, SuggestionState::open).first();
        const auto data = row->data();
        QVERIFY2(data.what.startsWith(QStringLiteral("Lend ")) && data.what.contains(QStringLiteral("Passports")), qPrintable(data.what));
        QVERIFY2(data.why.contains(QStringLiteral("waiting")), qPrintable(data.why));
        QVERIFY2(data.effect.contains(QStringLiteral("shorter (")), qPrintable(data.effect));
        QVERIFY2(data.pays.contains(QStringLiteral("longer (")), qPrintable(data.pays));
        QVERIFY2(data.goodUntil.startsWith(QStringLiteral("good until ")), qPrintable(data.goodUntil));
        QVERIFY(data.gain && data.gain->low > 0 && data.gain->low <= data.gain->at && data.gain->at <= data.gain->high);
        QCOMPARE(testing::faultsOf(*shell.window.currentPage()), QString());
        const auto before = homesIn(branch);
        // The languages made the rows anew.
        row = rowsIn(shell, SuggestionState::open).first();
        QAbstractButton *apply = buttonIn(row, QStringLiteral("Apply"));
        apply->setFocus(Qt::TabFocusReason);
        QTest::keyClick(apply, Qt::Key_Return);
        QTRY_VERIFY(!rowsIn(shell, SuggestionState::applied).isEmpty());
        const auto snapshot = branch.now();
        const auto &decided = snapshot->state.decided;
        QVERIFY(!decided.empty());
        for (const auto &each : decided) {
            QCOMPARE(each.id, decided.front().id);
            QCOMPARE(each.command, decided.front().command);
            QCOMPARE(presentation::homeOf(*snapshot->state.agent(each.action->agent)), each.action->toQueue);
        }
        // Whoever presses Enter again takes it back rather than doing it twice.
        QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->accessibleName().startsWith(QStringLiteral("Undo: ")));
        QTest::keyClick(&shell.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(homesIn(branch) == before);
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QTRY_VERIFY(rowsIn(shell, SuggestionState::applied).isEmpty());
    }

    void whatWasDoneIsJudgedWhereItIsListed()
    {
        BusyBranch branch;
        Shell shell(branch);
        QTRY_VERIFY_WITH_TIMEOUT(!rowsIn(shell, SuggestionState::open).isEmpty(), patience);
        QTest::mouseClick(buttonIn(rowsIn(shell, SuggestionState::open).first(), QStringLiteral("Apply")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(says(shell, QStringLiteral("Too early to say whether it came true: ")), patience);
        QCOMPARE(testing::faultsOf(*shell.window.currentPage()), QString());
        QTRY_VERIFY(!rowsIn(shell, SuggestionState::applied).isEmpty());
        QTest::mouseClick(buttonIn(rowsIn(shell, SuggestionState::applied).first(), QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QTRY_VERIFY(!says(shell, QStringLiteral("Too early to say whether it came true: ")));
    }

    void whatNoLongerFitsIsNotDoneAndSaysWhy()
    {
        BusyBranch branch;
        Shell shell(branch);
        QTRY_VERIFY_WITH_TIMEOUT(!rowsIn(shell, SuggestionState::open).isEmpty(), patience);
        SuggestionRow *row = rowsIn(shell, SuggestionState::open).first();
        // A hand that rests on it keeps it in its place.
        QAbstractButton *dismiss = buttonIn(row, QStringLiteral("Dismiss"));
        dismiss->setFocus(Qt::TabFocusReason);
        const auto snapshot = branch.now();
        for (const auto &[id, agent] : snapshot->state.agents) {
            if (!row->data().what.contains(QString::fromStdString(agent.name)))
                continue;
            const auto moved = branch.engine->submit(UnassignAgent{id, presentation::homeOf(agent)});
            QTRY_VERIFY(moved.isFinished());
            QVERIFY(moved.result());
        }
        QTRY_COMPARE(row->data().state, SuggestionState::expired);
        QVERIFY2(row->data().note.contains(QStringLiteral("serves other queues by now")), qPrintable(row->data().note));
        QAbstractButton *apply = buttonIn(row, QStringLiteral("Apply"));
        QVERIFY(apply && !apply->isEnabled());
        QTest::mouseClick(apply, Qt::LeftButton);
        QVERIFY(branch.now()->state.decided.empty());
    }

    void theSupervisorSaysWhatIsToGetBetter()
    {
        BusyBranch branch;
        Shell shell(branch);
        QTRY_VERIFY_WITH_TIMEOUT(!rowsIn(shell, SuggestionState::open).isEmpty(), patience);
        auto *aim = shell.find<QAbstractButton>("suggestionAim");
        QVERIFY(aim && aim->text().startsWith(QStringLiteral("Mean wait")));
        aim->setFocus(Qt::TabFocusReason);
        QTest::keyClick(aim, Qt::Key_Space);
        auto *menu = shell.find<QMenu>("suggestionAimMenu");
        QTRY_VERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        while (menu->activeAction() && menu->activeAction()->text() != QStringLiteral("Called on time"))
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(aim->text().startsWith(QStringLiteral("Called on time")));
        QTRY_VERIFY_WITH_TIMEOUT(!rowsIn(shell, SuggestionState::open).isEmpty(), patience);
        QVERIFY2(rowsIn(shell, SuggestionState::open).first()->data().effect.contains(QStringLiteral("points (")),
                 qPrintable(rowsIn(shell, SuggestionState::open).first()->data().effect));
        shell.window.close();
        QCOMPARE(shell.settings.viewState(QStringLiteral("live")), QByteArray("sla 5"));
    }

    void aClosedBranchNeedsNothing()
    {
        BusyBranch branch(std::chrono::hours(9));
        Shell shell(branch);
        QTRY_VERIFY(says(shell, QStringLiteral("The branch is closed")));
        QVERIFY(rowsIn(shell, SuggestionState::open).isEmpty());
        QCOMPARE(testing::faultsOf(*shell.window.currentPage()), QString());
    }
};

QTEST_MAIN(TestLiveSuggestions)
#include "tst_live_suggestions.moc"
