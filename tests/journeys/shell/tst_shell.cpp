#include <QAction>
#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/alerts_page.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/pages/live_page.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

#include "busy_branch.h"
#include "gallery.h"

using namespace smartqueue;
using pages::PageId;
using testing::BusyBranch;

namespace {

struct Shell {
    explicit Shell(BusyBranch &branch)
        : settings(folder.filePath(QStringLiteral("console.ini")))
        , monitor(*branch.engine)
        , console(*branch.engine, monitor, true)
        , window(console, settings,
                 {new pages::LivePage(console), new pages::AlertsPage(console), new pages::DeskPage(console), new pages::TicketsPage(console)},
                 QStringLiteral("0.1.0"))
    {
        Q_EMIT branch.engine->heartbeat(branch.clock.now());
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window did not become active");
    }

    /// The monitor looks again at each sign of life; an alert rises when a rule holds twice.
    void beat(BusyBranch &branch, int times = 4)
    {
        for (int i = 0; i < times; ++i) {
            QSignalSpy looked(&monitor, &engine::Monitor::insightsChanged);
            branch.advance(std::chrono::seconds(1));
            Q_EMIT branch.engine->heartbeat(branch.clock.now());
            QTRY_VERIFY(!looked.isEmpty());
        }
    }

    QTemporaryDir folder;
    presentation::ConsoleSettings settings;
    engine::Monitor monitor;
    presentation::Console console;
    pages::MainWindow window;
};

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
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("SmartQueueTests"));
        widgets::loadFonts({QStringLiteral("/usr/share/fonts/truetype/noto")});
        testing::dress(widgets::Look::light);
    }

    void thePagesShowABranchInTrouble()
    {
        BusyBranch branch;
        Shell shell(branch);
        QTRY_VERIFY(shell.monitor.insights());
        shell.beat(branch);
        QTRY_VERIFY(!branch.now()->state.alerts.empty());
        QCoreApplication::processEvents();
        picture(shell.window, QStringLiteral("live"));
        shell.window.showPage(PageId::alerts);
        picture(shell.window, QStringLiteral("alerts"));
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        picture(shell.window, QStringLiteral("palette"));
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
