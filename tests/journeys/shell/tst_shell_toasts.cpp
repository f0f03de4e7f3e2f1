#include <algorithm>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QScopeGuard>
#include <QTest>

#include <smartqueue/presentation/own_undo.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/painted_widget.h>
#include <smartqueue/widgets/search_field.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/suggestion_row.h>
#include <smartqueue/widgets/toast.h>

#include "gallery.h"
#include "languages.h"
#include "shell.h"

using namespace smartqueue;
using pages::PageId;
using testing::BusyBranch;
using testing::Language;
using testing::Shell;
using widgets::Toast;

namespace {

constexpr PageId allPages[] = {PageId::live, PageId::alerts, PageId::desk, PageId::tickets, PageId::recorder, PageId::administration};

/// Its button that takes an act back, seen or not; null without one.
QAbstractButton *undoButton(const Toast *toast)
{
    const auto buttons = toast->findChildren<QAbstractButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) { return button->text() == QLatin1String("Undo"); });
    return found == buttons.end() ? nullptr : *found;
}

/// The toast whose act can be taken back, even when it waits for room; null without one.
Toast *undoToast(Shell &shell)
{
    const auto toasts = shell.window.findChildren<Toast *>();
    const auto found = std::find_if(toasts.begin(), toasts.end(), undoButton);
    return found == toasts.end() ? nullptr : *found;
}

/// False when there was nothing to apply or nothing was said of it.
bool applyFirst(Shell &shell)
{
    const auto isOpen = [&shell] {
        const auto rows = shell.window.findChildren<widgets::SuggestionRow *>();
        return std::any_of(rows.begin(), rows.end(), [&](const auto *row) { return row->isVisibleTo(&shell.window) && row->data().state == widgets::SuggestionState::open; });
    };
    if (!QTest::qWaitFor(isOpen, 60'000))
        return false;
    QTest::keyClick(&shell.window, Qt::Key_Return, Qt::ControlModifier);
    return QTest::qWaitFor([&shell] { return undoToast(shell) != nullptr; });
}

QString spokenStatus(Shell &shell)
{
    return shell.window.findChild<widgets::StatusStrip *>()->accessibleName();
}

bool canBePressed(QWidget *widget)
{
    if (const auto *painted = dynamic_cast<widgets::PaintedWidget *>(widget); painted && painted->pressable())
        return true;
    return qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget);
}

/// What lies under the toasts and could be pressed.
QStringList coveredBy(const Toast &toast, QWidget &window)
{
    QStringList covered;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !canBePressed(widget) || toast.isAncestorOf(widget))
            continue;
        const QRegion seen = widget->visibleRegion().translated(widget->mapTo(&window, QPoint(0, 0)));
        if (seen.intersects(toast.geometry()))
            covered.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->accessibleName());
    }
    return covered;
}

} // namespace

class TestShellToasts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void aToastGoesWhenItsActIsTakenBackByKey()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(applyFirst(shell));
        const QPointer<Toast> toast = undoToast(shell);
        QVERIFY(toast->isVisible());
        QTest::keyClick(&shell.window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QTRY_VERIFY(!toast);
    }

    void aToastGoesWhenItsActIsTakenBackByAnybody()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(applyFirst(shell));
        const QPointer<Toast> toast = undoToast(shell);
        const auto snapshot = branch.now();
        const auto undo = presentation::undoOfSuggestion(*snapshot, snapshot->state.decided.back().id, branch.clock.now());
        QVERIFY(undo);
        branch.engine->submit(*undo);
        QTRY_VERIFY(!toast);
    }

    void aToastTakesBackItsOwnActFromEveryPage()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        QVERIFY(applyFirst(shell));
        // The desk has an undo of its own, for the agent's acts.
        const auto done = branch.engine->submit(CompleteService{branch.visitor, "done"}, branch.visitor);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(done.result());
        shell.window.showPage(PageId::desk);
        QTRY_VERIFY(shell.find<QAction>("desk.undo")->isEnabled());
        const QPointer<Toast> toast = undoToast(shell);
        QVERIFY(toast && toast->isVisible());
        undoButton(toast)->click();
        QTRY_VERIFY(branch.now()->state.decided.back().undone);
        QTRY_VERIFY(!toast);
    }

    void aToastOfTheTicketListTakesBackItsOwnActAlthoughAnAgentHasCalledSince()
    {
        BusyBranch branch;
        Shell shell(branch);
        const auto before = branch.now();
        // The last in a line: nobody calls it next.
        const auto line = std::find_if(before->state.queues.begin(), before->state.queues.end(), [](const auto &queue) { return queue.second.waitingCount() > 1; });
        QVERIFY(line != before->state.queues.end());
        const Ticket *last = nullptr;
        for (const auto &[id, ticket] : before->state.tickets) {
            if (ticket.queue == line->first && ticket.state == TicketState::waiting && (!last || ticket.arrivedAt > last->arrivedAt))
                last = &ticket;
        }
        QVERIFY(last);
        shell.window.showPage(PageId::tickets, QString::fromStdString(last->number));
        auto *transfer = shell.find<QAction>("tickets.transfer");
        QTRY_VERIFY(transfer->isEnabled());
        transfer->trigger();
        auto *targets = shell.find<QListWidget>("transferTargets");
        QVERIFY(targets);
        QTest::keyClick(targets, Qt::Key_Return);
        QTRY_VERIFY(undoToast(shell));
        QVERIFY(branch.now()->state.ticket(last->id)->queue != last->queue);

        for (const CommandBody &act : {CommandBody(CompleteService{branch.visitor, "done"}), CommandBody(CallNext{branch.visitor})}) {
            auto done = branch.engine->submit(act, branch.visitor);
            done.waitForFinished();
            QVERIFY2(done.result(), done.result() ? "" : done.result().error().code.name().data());
        }
        const TicketId called = branch.now()->state.agent(branch.visitor)->current;
        QVERIFY(called && called != last->id);
        undoButton(undoToast(shell))->click();
        QTRY_COMPARE(branch.now()->state.ticket(last->id)->queue, last->queue);
        QCOMPARE(branch.now()->state.ticket(called)->state, TicketState::called);
    }

    void aToastThatHadToWaitOffersNoUndoThatIsOver()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.window.resize(800, 800);
        Q_EMIT shell.window.currentPage()->toastRequested(QStringLiteral("A sentence about the branch that leaves no room for any other beside it, however short that one may be."));
        Toast *first = shell.window.findChild<Toast *>();
        QVERIFY(first && first->isVisible());
        QVERIFY(applyFirst(shell));
        Toast *late = undoToast(shell);
        QVERIFY(!late->isVisible());
        const auto snapshot = branch.now();
        branch.clock.set(branch.clock.now() + snapshot->state.branch.undoWindow + std::chrono::seconds(1));
        first->dismiss();
        QVERIFY(late->isVisible());
        QVERIFY(!undoButton(late)->isVisible());
    }

    void aToastCoversNothingThatCanBePressed()
    {
        BusyBranch branch;
        for (const QString &code : {QStringLiteral("en"), QStringLiteral("fr")}) {
            const Language language(code);
            Shell shell(branch);
            shell.console.setDeskAgent(branch.visitor);
            for (const PageId id : allPages) {
                shell.window.showPage(id);
                branch.engine->studyPool().waitForDone();
                testing::settle();
                for (Toast *old : shell.window.findChildren<Toast *>())
                    old->dismiss();
                // An act that is still to come can be taken back.
                Q_EMIT shell.window.currentPage()->toastRequested(QStringLiteral("Applied: Lend Emma Laurent to Passports, where thirty people wait."), branch.now()->state.sequence + 1000);
                Q_EMIT shell.window.currentPage()->toastRequested(QStringLiteral("A shorter one."));
                testing::settle();
                int seen = 0;
                for (const Toast *toast : shell.window.findChildren<Toast *>()) {
                    if (!toast->isVisible())
                        continue;
                    ++seen;
                    QCOMPARE(coveredBy(*toast, shell.window), QStringList());
                }
                QCOMPARE(seen, 2);
            }
        }
    }

    void theTimeOfTheBranchStandsOnEveryPage()
    {
        BusyBranch branch;
        Shell shell(branch);
        const auto snapshot = branch.now();
        const QString time = presentation::words::timeOfDay(branch.clock.now() + std::chrono::minutes(7), snapshot->zone);
        for (const PageId id : allPages) {
            shell.window.showPage(id);
            QVERIFY2(spokenStatus(shell).startsWith(QStringLiteral("Demo time ")), qPrintable(spokenStatus(shell)));
        }
        Q_EMIT branch.engine->heartbeat(branch.clock.now() + std::chrono::minutes(7));
        QTRY_VERIFY2(spokenStatus(shell).startsWith(QStringLiteral("Demo time ") + time), qPrintable(spokenStatus(shell)));
        // What does not live shows no running clock.
        shell.window.setStaleAfter(std::chrono::milliseconds(0));
        QTRY_VERIFY2(spokenStatus(shell).startsWith(QStringLiteral("As of ")), qPrintable(spokenStatus(shell)));
    }

    void aBranchOfItsOwnHasNoDemoTime()
    {
        BusyBranch branch;
        Shell shell(branch, false);
        QVERIFY2(spokenStatus(shell).startsWith(QStringLiteral("Branch time ")), qPrintable(spokenStatus(shell)));
    }

    void theCommandPaletteFindsThemeAndLanguageInBothLanguages()
    {
        BusyBranch branch;
        for (const QString &code : {QStringLiteral("en"), QStringLiteral("fr")}) {
            const Language language(code);
            Shell shell(branch);
            auto *palette = shell.find<widgets::CommandPalette>();
            const auto found = [&](const QString &typed) {
                palette->close();
                QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
                // Simulated keys know no accents.
                palette->findChild<QLineEdit *>()->setText(typed);
                return palette->shownIds();
            };
            for (const QString &typed : {QStringLiteral("theme"), QStringLiteral("thème"), QStringLiteral("sombre"), QStringLiteral("dark")})
                QVERIFY2(found(typed).contains(QStringLiteral("theme.dark")), qPrintable(code + QLatin1Char(' ') + typed));
            for (const QString &typed : {QStringLiteral("theme"), QStringLiteral("thème"), QStringLiteral("clair"), QStringLiteral("light")})
                QVERIFY2(found(typed).contains(QStringLiteral("theme.light")), qPrintable(code + QLatin1Char(' ') + typed));
            for (const QString &typed : {QStringLiteral("langue"), QStringLiteral("language")}) {
                const QStringList ids = found(typed);
                QVERIFY2(ids.contains(QStringLiteral("language.en")) && ids.contains(QStringLiteral("language.fr")), qPrintable(code + QLatin1Char(' ') + typed));
            }
        }
    }

    void aChosenThemeAndLanguageAreKept()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.window.actions().action(QStringLiteral("theme.dark"))->trigger();
        QCOMPARE(shell.settings.theme(), QStringLiteral("dark"));
        shell.window.actions().action(QStringLiteral("language.fr"))->trigger();
        QCOMPARE(shell.settings.language(), QStringLiteral("fr"));
    }

    void aBackupCanBeRestoredFromTheCommandPalette()
    {
        BusyBranch branch;
        const auto offers = [&branch](bool demo) {
            Shell shell(branch, demo);
            const auto acts = shell.find<pages::AdministrationPage>()->paletteActions();
            return std::any_of(acts.begin(), acts.end(), [](const QAction *act) { return act->text().startsWith(QLatin1String("Restore")); });
        };
        QVERIFY(offers(false));
        // A demo keeps nothing that could be put back.
        QVERIFY(!offers(true));
    }

    void theWindowFitsTheScreenWithTextOfTwiceTheSize()
    {
        BusyBranch branch;
        const Language french(QStringLiteral("fr"));
        const auto asBefore = qScopeGuard([] { testing::dress(widgets::Look::light); });
        testing::dress(widgets::Look::light, 2.0);
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        // What the layouts ask for, not what the window grants them.
        shell.window.setMinimumSize(0, 0);
        for (const PageId id : allPages) {
            shell.window.showPage(id);
            shell.window.resize(1280, 800);
            branch.engine->studyPool().waitForDone();
            testing::settle();
            QVERIFY2(shell.window.minimumSizeHint().width() <= 1280, qPrintable(QStringLiteral("page %1: %2").arg(int(id)).arg(shell.window.minimumSizeHint().width())));
            QCOMPARE(shell.window.width(), 1280);
        }
    }

    void aFieldShowsTheKeysThatAreBoundNow()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(shell.window.actions().rebind(QStringLiteral("filter"), Qt::CTRL | Qt::Key_J));
        QCOMPARE(shell.find<widgets::SearchField>("ticketSearch")->keyCap(), QStringLiteral("Ctrl+J"));
    }
};

QTEST_MAIN(TestShellToasts)
#include "tst_shell_toasts.moc"
