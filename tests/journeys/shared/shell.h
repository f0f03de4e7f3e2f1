#pragma once

#include <functional>

#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/alerts_page.h>
#include <smartqueue/pages/branch_tab.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/pages/live_page.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/pages/setup_tabs.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

#include "busy_branch.h"
#include "told_importer.h"

namespace smartqueue::testing {

/// The window with all its pages over a branch, with settings of its own.
struct Shell {
    Shell(engine::Engine &engine, PacedClock &clock, bool demo = true)
        : m_clock(clock)
        , settings(folder.filePath(QStringLiteral("console.ini")))
        , monitor(engine)
        , console(engine, monitor, demo)
        , window(console, settings,
                 {new pages::LivePage(console), new pages::AlertsPage(console), new pages::DeskPage(console),
                  new pages::TicketsPage(console), new pages::RecorderPage(console), new pages::AdministrationPage(console, tabs())},
                 QStringLiteral("0.1.0"))
    {
        // A busy machine is no silent engine.
        window.setStaleAfter(std::chrono::hours(1));
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qWarning("the window did not become active");
    }

    explicit Shell(BusyBranch &branch, bool demo = true) : Shell(*branch.engine, branch.clock, demo) {}

    /// A second passes, with the sign of life at which the monitor looks again, until `holds`; false when it never does.
    bool beatUntil(const std::function<bool()> &holds)
    {
        engine::SharedInsights seen;
        return QTest::qWaitFor(
            [&] {
                if (holds())
                    return true;
                // Only when the last look has been told, so that no second goes by unseen.
                if (monitor.insights() && monitor.insights() != seen) {
                    seen = monitor.insights();
                    m_clock.set(m_clock.now() + std::chrono::seconds(1));
                    Q_EMIT console.engine().heartbeat(m_clock.now());
                }
                return false;
            },
            10'000);
    }

    pages::PageId page() const { return window.currentPage()->id(); }

    template <class Widget>
    Widget *find(const char *name = "")
    {
        return window.findChild<Widget *>(QString::fromLatin1(name));
    }

private:
    QList<pages::AdministrationTab *> tabs()
    {
        return {new pages::BranchTab(console, importer), pages::SetupTab::queues(console), pages::SetupTab::services(console),
                pages::SetupTab::counters(console)};
    }

    PacedClock &m_clock;

public:
    QTemporaryDir folder;
    presentation::ConsoleSettings settings;
    engine::Monitor monitor;
    presentation::Console console;
    ToldImporter importer;
    pages::MainWindow window;
};

} // namespace smartqueue::testing
