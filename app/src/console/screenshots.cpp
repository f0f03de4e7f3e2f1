#include "console/screenshots.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <smartqueue/exchange/refusals.h>
#include <smartqueue/pages/administration_tab.h>
#include <smartqueue/pages/forecast_page.h>
#include <smartqueue/pages/lock_screen.h>
#include <smartqueue/pages/sign_in_dialog.h>

#include "console/appearance.h"
#include "console/console_windows.h"
#include "branch/demo_parts.h"
#include "verbs/output.h"

namespace smartqueue::app {

using presentation::ConsoleSettings;

namespace {

QtMessageHandler usualMessages = nullptr;

/// Lets everything that is under way reach the screen: the study pool first, then the queue of events.
void settle(engine::Engine &engine, int rounds = 12)
{
    for (int i = 0; i < rounds; ++i) {
        QEventLoop loop;
        QTimer::singleShot(60, &loop, &QEventLoop::quit);
        loop.exec();
        engine.studyPool().waitForDone();
    }
}

/// The platform without a screen says this of every window that asks for a size; it means nothing here.
void skipSizeHints(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (message != QLatin1String("This plugin does not support propagateSizeHints()"))
        usualMessages(type, context, message);
}

} // namespace

int runScreenshots(QApplication &application, const Invocation &invocation)
{
    usualMessages = qInstallMessageHandler(skipSizeHints);
    // Both were checked with the arguments.
    const Invocation::Screenshots &wanted = invocation.screenshots;
    const auto [width, height] = *pictureSize(wanted.size);
    const QSize pixels(width, height);
    const auto at = demoMoment(wanted.at);
    const Output output = terminalOutput(false);
    const QDir folder(QString::fromStdString(wanted.folder));
    if (!QDir().mkpath(folder.absolutePath()))
        return output.failure({exchange::refusals::cannotWrite, {{"path", wanted.folder}}});
    QTemporaryDir scratch;
    ConsoleSettings settings(scratch.filePath(QStringLiteral("settings.ini")));
    settings.setLanguage(invocation.language.empty() ? QStringLiteral("en") : QString::fromStdString(invocation.language));
    settings.setTheme(invocation.theme.empty() ? QStringLiteral("light") : QString::fromStdString(invocation.theme));
    Appearance appearance(application, settings);
    auto parts = openDemo(std::clamp(*at, engine::demoDayStart(), engine::demoDayStart() + std::chrono::hours(10)));
    if (!parts)
        return output.failure(parts.error());
    engine::Engine &engine = (*parts)->door((*parts)->first());
    const auto show = [&](ConsoleWindows &of) {
        of.window().offerDemoPeople((*parts)->people);
        of.console().setDeskAgent((*parts)->demo->visitorsAgent());
        of.window().setMinimumSize(0, 0);
        of.window().resize(pixels);
        of.window().show();
    };
    ConsoleWindows windows(engine, settings, true, {});
    show(windows);
    pages::MainWindow &window = windows.window();
    int code = done;
    const auto save = [&](QWidget &widget, const char *page) {
        const QString file = folder.filePath(QStringLiteral("%1-%2-%3.png").arg(QLatin1String(page), settings.language(), settings.theme()));
        if (!widget.grab().save(file))
            code = output.failure({exchange::refusals::cannotWrite, {{"path", file.toStdString()}}});
    };
    using pages::PageId;
    const std::pair<const char *, PageId> all[]{{"live", PageId::live}, {"alerts", PageId::alerts}, {"desk", PageId::desk},
                                                {"tickets", PageId::tickets}, {"forecast", PageId::forecast}, {"recorder", PageId::recorder},
                                                {"agents", PageId::agents},
                                                {"administration", PageId::administration}};
    for (const auto &[name, id] : all) {
        if (wanted.page != "all" && wanted.page != name)
            continue;
        window.showPage(id);
        settle(engine);
        save(window, name);
    }
    const auto showTab = [&](pages::MainWindow &of, PageId page, const char *name, int tab) {
        if (wanted.page != "all" && wanted.page != name)
            return;
        of.showPage(page, tab);
        settle(engine);
        save(of, name);
    };
    using Forecast = pages::ForecastPage::Tab;
    showTab(window, PageId::forecast, "simulator", int(Forecast::simulator));
    showTab(window, PageId::forecast, "promises", int(Forecast::promises));
    showTab(window, PageId::forecast, "experiments", int(Forecast::experiments));
    using Tab = pages::AdministrationTab::Kind;
    const auto showTabs = [&](pages::MainWindow &of, std::initializer_list<std::pair<const char *, Tab>> tabs) {
        for (const auto &[name, tab] : tabs)
            showTab(of, PageId::administration, name, int(tab));
    };
    showTabs(window, {{"branch", Tab::branch}, {"queues", Tab::queues}, {"services", Tab::services}, {"counters", Tab::counters}, {"audit", Tab::audit}});
    if (wanted.page == "all" || wanted.page == "users" || wanted.page == "tenants") {
        // Their pages are whole for the superadmin alone.
        ConsoleWindows superadmins((*parts)->door((*parts)->people.first()), settings, true, {});
        show(superadmins);
        showTabs(superadmins.window(), {{"users", Tab::users}, {"tenants", Tab::tenants}});
    }
    if (wanted.page == "all" || wanted.page == "sign-in") {
        pages::SignInDialog signIn(engine.installation(), {});
        signIn.show();
        settle(engine, 2);
        save(signIn, "sign-in");
    }
    if (wanted.page == "all" || wanted.page == "lock") {
        pages::LockScreen lock(engine.installation(), {(*parts)->first(), firstSite, (*parts)->people.mid(3), (*parts)->clock.now(), {}, {}});
        lock.resize(pixels);
        lock.show();
        settle(engine, 2);
        save(lock, "lock");
    }
    if (wanted.page == "all" || wanted.page == "wizard") {
        windows.showWizard();
        windows.wizard()->showStep(pages::Wizard::Step::branch);
        windows.wizard()->resize(pixels);
        settle(engine, 4);
        save(*windows.wizard(), "wizard");
    }
    return code;
}

} // namespace smartqueue::app
