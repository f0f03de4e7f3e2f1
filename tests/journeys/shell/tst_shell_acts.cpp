#include <algorithm>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/card_flow.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/freshness_chip.h>
#include <smartqueue/widgets/header_bar.h>
#include <smartqueue/widgets/sidebar.h>
#include <smartqueue/widgets/suggestion_row.h>

#include "gallery.h"
#include "shell.h"

using namespace smartqueue;
using pages::PageId;
using testing::BusyBranch;
using testing::Shell;
using widgets::SuggestionRow;
using widgets::SuggestionState;

namespace {

SuggestionRow *rowIn(Shell &shell, SuggestionState state)
{
    const auto rows = shell.window.findChildren<SuggestionRow *>();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const SuggestionRow *row) {
        return row->isVisibleTo(&shell.window) && row->data().state == state;
    });
    return found == rows.end() ? nullptr : *found;
}

QAbstractButton *buttonIn(QWidget *part, const QString &start)
{
    const auto buttons = part->findChildren<QAbstractButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](const QAbstractButton *button) {
        return button->isVisible() && (button->accessibleName().startsWith(start) || button->text().startsWith(start));
    });
    return found == buttons.end() ? nullptr : *found;
}

widgets::Banner *bannerWith(Shell &shell, const QString &part)
{
    const auto banners = shell.window.findChildren<widgets::Banner *>();
    for (widgets::Banner *banner : banners) {
        const auto labels = banner->findChildren<QLabel *>();
        const bool says = std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(part); });
        if (banner->isVisible() && says)
            return banner;
    }
    return nullptr;
}

bool hasSuggestion(Shell &shell)
{
    // Time stands still meanwhile: whatever is proven is good for minutes only.
    return QTest::qWaitFor([&] { return rowIn(shell, SuggestionState::open) != nullptr; }, 60'000);
}

} // namespace

class TestShellActs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void theInboxOpensAtItsWorstAlert()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(shell.beatUntil([&] { return branch.now()->state.alerts.size() > 1; }));
        shell.window.showPage(PageId::alerts);
        auto *table = shell.window.currentPage()->findChild<QTableView *>();
        QTRY_VERIFY(table->model()->rowCount() > 1);
        table->selectRow(table->model()->rowCount() - 1);
        shell.window.showPage(PageId::live);
        shell.window.showPage(PageId::alerts);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void aPageIsOneKeyOrOneClickAway()
    {
        BusyBranch branch;
        Shell shell(branch);
        const PageId order[] = {PageId::live, PageId::alerts, PageId::desk, PageId::tickets, PageId::recorder, PageId::administration};
        for (int i = 5; i >= 0; --i) {
            QTest::keyClick(&shell.window, Qt::Key(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(shell.page(), order[i]);
        }
        QAbstractButton *alerts = buttonIn(shell.find<widgets::Sidebar>(), QStringLiteral("Alerts"));
        QVERIFY(alerts);
        QTest::mouseClick(alerts, Qt::LeftButton);
        QCOMPARE(shell.page(), PageId::alerts);
    }

    void anAppliedSuggestionIsTakenBackByKey()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(hasSuggestion(shell));
        QTest::keyClick(&shell.window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!branch.now()->state.decided.empty());
        const SuggestionId applied = branch.now()->state.decided.back().id;
        QVERIFY(!branch.now()->state.decided.back().dismissed);
        QTRY_VERIFY(rowIn(shell, SuggestionState::applied));
        QVERIFY(rowIn(shell, SuggestionState::applied)->data().canUndo);
        QTest::keyClick(&shell.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QCOMPARE(branch.now()->state.decided.back().id, applied);
        QTRY_VERIFY(!rowIn(shell, SuggestionState::applied));
    }

    void anAppliedSuggestionIsTakenBackByClick()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(hasSuggestion(shell));
        const std::string before = queueing::encodeState(branch.now()->state);
        SuggestionRow *row = rowIn(shell, SuggestionState::open);
        const QString what = row->data().what;
        QTest::mouseClick(buttonIn(row, QStringLiteral("Apply")), Qt::LeftButton);
        QTRY_VERIFY(!branch.now()->state.decided.empty());
        QVERIFY(queueing::encodeState(branch.now()->state) != before);
        QTRY_VERIFY(rowIn(shell, SuggestionState::applied));
        row = rowIn(shell, SuggestionState::applied);
        QVERIFY2(row->data().what.size() > 5, qPrintable(what));
        QAbstractButton *undo = buttonIn(row, QStringLiteral("Undo"));
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QTRY_VERIFY(!rowIn(shell, SuggestionState::applied));
        // What was taken back may be taken again.
        QVERIFY(hasSuggestion(shell));
    }

    void aDismissedSuggestionStaysAwayForToday()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(hasSuggestion(shell));
        SuggestionRow *row = rowIn(shell, SuggestionState::open);
        const QString what = row->data().what;
        QTest::mouseClick(buttonIn(row, QStringLiteral("Dismiss")), Qt::LeftButton);
        auto *reasons = row->findChild<QMenu *>();
        QVERIFY(reasons);
        QTRY_VERIFY(reasons->isVisible());
        QTest::keyClick(reasons, Qt::Key_Down);
        QTest::keyClick(reasons, Qt::Key_Down);
        QTest::keyClick(reasons, Qt::Key_Return);
        QTRY_VERIFY(!branch.now()->state.decided.empty());
        QVERIFY(branch.now()->state.decided.back().dismissed);
        QVERIFY(!branch.now()->state.decided.back().reason.empty());
        const auto isOpen = [&] {
            const auto rows = shell.window.findChildren<SuggestionRow *>();
            return std::any_of(rows.begin(), rows.end(), [&](const SuggestionRow *each) { return each->isVisibleTo(&shell.window) && each->data().what == what; });
        };
        QTRY_VERIFY(!isOpen());
        // It would come back with the next looks if it were not remembered.
        int looks = 0;
        QVERIFY(shell.beatUntil([&] { return ++looks > 20; }));
        QVERIFY(!isOpen());
    }

    void aCardLeadsToItsQueueAndEscLeadsBack()
    {
        BusyBranch branch;
        Shell shell(branch);
        auto *cards = shell.find<widgets::CardFlow>();
        QVERIFY(shell.beatUntil([&] { return !cards->order().isEmpty(); }));
        auto *card = cards->findChild<widgets::HealthCard *>();
        QVERIFY(card);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Return);
        QCOMPARE(shell.page(), PageId::tickets);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        if (shell.page() != PageId::live)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(shell.page(), PageId::live);
    }

    void anAlertIsAcknowledgedByOneKey()
    {
        BusyBranch branch;
        Shell shell(branch);
        auto *table = shell.find<QTableView>("alertTable");
        QVERIFY(shell.beatUntil([&] { return table->model()->rowCount() > 0; }));
        QTest::keyClick(&shell.window, Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(table->currentIndex().isValid());
        // Only one that nobody has seen can be acknowledged.
        QTRY_VERIFY(shell.find<QAction>("alerts.acknowledge")->isEnabled());
        QVERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_A);
        const auto acknowledged = [&] {
            const auto snapshot = branch.now();
            const auto &alerts = snapshot->state.alerts;
            return std::count_if(alerts.begin(), alerts.end(), [](const auto &alert) { return alert.second.acknowledgedAt.has_value(); });
        };
        QTRY_COMPARE(int(acknowledged()), 1);
    }

    void theCommandPaletteLeadsToAPageAndEscClosesIt()
    {
        BusyBranch branch;
        Shell shell(branch);
        auto *palette = shell.find<widgets::CommandPalette>();
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QCOMPARE(shell.page(), PageId::live);
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        QVERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Alerts"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!palette->isVisible());
        QCOMPARE(shell.page(), PageId::alerts);
    }

    void theCommandPaletteFindsATicket()
    {
        BusyBranch branch;
        Shell shell(branch);
        const auto snapshot = branch.now();
        const auto &[text, id] = *snapshot->state.numbers.begin();
        const QString number = QString::fromStdString(text);
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), number);
        QTRY_VERIFY(shell.find<widgets::CommandPalette>()->shownIds().contains(QStringLiteral("ticket/") + number));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(shell.page(), PageId::tickets);
        QTRY_COMPARE(shell.find<QLabel>("storyNumber")->text(), number);
    }

    void withoutASignOfLifeTheFiguresAreNotLive()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(hasSuggestion(shell));
        const auto *chip = shell.find<widgets::HeaderBar>()->chip();
        QCOMPARE(chip->freshness(), widgets::Freshness::live);
        shell.window.setStaleAfter(std::chrono::milliseconds(0));
        QTRY_COMPARE(chip->freshness(), widgets::Freshness::stale);
        QVERIFY(bannerWith(shell, QStringLiteral("no sign of life")));
        QTRY_VERIFY(!rowIn(shell, SuggestionState::open));
        shell.window.setStaleAfter(std::chrono::hours(1));
        Q_EMIT branch.engine->heartbeat(branch.clock.now());
        QTRY_COMPARE(chip->freshness(), widgets::Freshness::live);
        QVERIFY(!bannerWith(shell, QStringLiteral("no sign of life")));
        QTRY_VERIFY(rowIn(shell, SuggestionState::open));
    }

    void aFullDiskIsSaidUntilItIsOver()
    {
        BusyBranch branch;
        Shell shell(branch);
        branch.memory->failAppends(1, Failure{engine::storage_failures::diskFull, {{"path", "branch.db"}}});
        shell.window.showPage(PageId::administration);
        const auto refused = branch.engine->submit(SetQueueStatus{branch.now()->state.queues.begin()->first, QueueStatus::paused});
        QTRY_VERIFY(refused.isFinished());
        QVERIFY(!refused.result());
        QTRY_VERIFY(bannerWith(shell, QStringLiteral("branch.db")));
        const auto taken = branch.engine->submit(SetQueueStatus{branch.now()->state.queues.begin()->first, QueueStatus::paused});
        QTRY_VERIFY(taken.isFinished());
        QVERIFY(taken.result());
        QTRY_VERIFY(!bannerWith(shell, QStringLiteral("branch.db")));
    }

    void keysThatAreTakenAreRefusedAndOthersAreKept()
    {
        BusyBranch branch;
        Shell shell(branch);
        pages::ActionRegistry &actions = shell.window.actions();
        QVERIFY(!actions.rebind(QStringLiteral("refresh"), Qt::CTRL | Qt::Key_K));
        QVERIFY(actions.rebind(QStringLiteral("refresh"), Qt::CTRL | Qt::Key_R));
        QCOMPARE(actions.action(QStringLiteral("refresh"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        pages::ActionRegistry restarted(shell.settings.store());
        QAction refresh(nullptr);
        refresh.setObjectName(QStringLiteral("refresh"));
        refresh.setShortcut(Qt::Key_F5);
        restarted.adopt(&refresh);
        QCOMPARE(refresh.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
    }
};

QTEST_MAIN(TestShellActs)
#include "tst_shell_acts.moc"
