#include <algorithm>

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QHeaderView>
#include <QTest>

#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/header_bar.h>

#include "gallery.h"
#include "languages.h"
#include "shell.h"
#include "walk.h"

using namespace smartqueue;
using pages::PageId;
using testing::BusyBranch;
using testing::Shell;

namespace {

void picture(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("SQ_GALLERY");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const QSize &size : {QSize(1280, 800), QSize(1280, 720)}) {
        window.resize(size);
        for (const auto &[look, word] : {std::pair(widgets::Look::light, "light"), std::pair(widgets::Look::dark, "dark")}) {
            testing::dress(look);
            for (int i = 0; i < 8; ++i)
                QCoreApplication::processEvents();
            window.grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, name, QString::fromLatin1(word)).arg(size.height()));
        }
    }
    testing::dress(widgets::Look::light);
    window.resize(1280, 800);
}

} // namespace

class TestShell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        testing::prepareConsole();
    }

    void thePagesShowABranchInTrouble()
    {
        BusyBranch branch;
        Shell shell(branch);
        QVERIFY(shell.beatUntil([&] { return !branch.now()->state.alerts.empty(); }));
        QCoreApplication::processEvents();
        picture(shell.window, QStringLiteral("live"));
        shell.window.showPage(PageId::alerts);
        picture(shell.window, QStringLiteral("alerts"));
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        picture(shell.window, QStringLiteral("palette"));
    }

    void theFocusReturnsBehindThePalette()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.window.showPage(PageId::tickets);
        auto *search = shell.window.findChild<QWidget *>(QStringLiteral("ticketSearch"));
        search->setFocus();
        QCOMPARE(shell.window.focusWidget(), search);
        // By the keys and by a click on its field.
        for (const bool byKeys : {true, false}) {
            if (byKeys)
                QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
            else
                QTest::mouseClick(shell.window.findChild<widgets::CommandField *>(), Qt::LeftButton);
            QVERIFY(shell.window.focusWidget() != search);
            QTest::keyClick(shell.window.focusWidget(), Qt::Key_Escape);
            QCOMPARE(shell.window.focusWidget(), search);
        }
    }

    void everyListOfTheWindowKeepsAModelsPromises()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (const QAbstractItemView *view : shell.window.findChildren<QAbstractItemView *>()) {
            if (view->model() && !qobject_cast<const QHeaderView *>(view))
                testers.push_back(std::make_unique<QAbstractItemModelTester>(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
        }
        QVERIFY(testers.size() >= 8);
        const auto queue = branch.now()->state.queues.begin()->first;
        for (const PageId id : {PageId::tickets, PageId::alerts, PageId::desk, PageId::administration}) {
            shell.window.showPage(id);
            for (int i = 0; i < 3; ++i) {
                IssueTicket issue;
                issue.queue = queue;
                branch.engine->submit(issue);
                branch.engine->submit(CallNext{branch.visitor}, branch.visitor);
                branch.engine->submit(MarkNoShow{branch.visitor}, branch.visitor);
            }
            const Sequence settled = branch.now()->state.sequence;
            QVERIFY(shell.beatUntil([&] { return shell.monitor.insights() && shell.monitor.insights()->snapshot->state.sequence >= settled; }));
            const testing::Language french(QStringLiteral("fr"));
            branch.engine->studyPool().waitForDone();
            testing::settle();
        }
    }

    void everyPageAndDialogHasNamesAndRoomForItsTexts()
    {
        BusyBranch branch;
        Shell shell(branch);
        shell.console.setDeskAgent(branch.visitor);
        QVERIFY(shell.beatUntil([&] { return !branch.now()->state.alerts.empty(); }));
        QStringList faults;
        const auto add = [&faults](const QString &what, const QString &found) {
            for (const QString &fault : found.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                faults.append(what + QStringLiteral(": ") + fault);
        };
        const auto walk = [&add](const QString &what, QWidget &root) { add(what, testing::faultsOf(root)); };
        for (const PageId id : {PageId::live, PageId::alerts, PageId::desk, PageId::tickets, PageId::recorder, PageId::administration}) {
            shell.window.showPage(id);
            testing::settle();
            branch.engine->studyPool().waitForDone();
            testing::settle();
            walk(shell.window.currentPage()->title(), shell.window);
        }
        using Kind = pages::AdministrationTab::Kind;
        for (const auto kind : {Kind::branch, Kind::queues, Kind::services, Kind::counters}) {
            auto *administration = qobject_cast<pages::AdministrationPage *>(shell.window.currentPage());
            QVERIFY(administration);
            administration->showTab(kind);
            walk(QStringLiteral("Tab %1").arg(int(kind)), *administration);
            if (auto *tab = qobject_cast<pages::SetupTab *>(administration->tab(kind))) {
                tab->create();
                walk(QStringLiteral("Form %1").arg(int(kind)), *administration);
            }
        }
        const auto pressed = [&shell](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                if (window != &shell.window)
                    window->close();
            }
            testing::settle();
            shell.window.activateWindow();
            if (!QTest::qWaitForWindowActive(&shell.window))
                qWarning("the window did not become active");
            QTest::keyClick(&shell.window, key, modifiers);
        };
        for (const auto &[key, modifiers, what] : {std::tuple(Qt::Key_Comma, Qt::KeyboardModifiers(Qt::ControlModifier), "Settings"),
                                                   std::tuple(Qt::Key_Slash, Qt::KeyboardModifiers(Qt::ControlModifier), "Shortcuts"),
                                                   std::tuple(Qt::Key_F1, Qt::KeyboardModifiers(), "Help")}) {
            const QString found = testing::faultsOf([&, key = key, modifiers = modifiers]() -> QWidget * {
                pressed(key, modifiers);
                const auto windows = QApplication::topLevelWidgets();
                const auto opened = std::find_if(windows.begin(), windows.end(), [&](const QWidget *window) {
                    return window->isVisible() && window != &shell.window && !window->windowTitle().isEmpty();
                });
                return opened == windows.end() ? nullptr : *opened;
            });
            add(QString::fromLatin1(what), found);
        }
        add(QStringLiteral("Palette"), testing::faultsOf([&]() -> QWidget * {
                shell.find<widgets::CommandPalette>()->close();
                pressed(Qt::Key_K, Qt::ControlModifier);
                return shell.find<widgets::CommandPalette>();
            }));
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
