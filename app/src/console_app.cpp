#include "console_app.h"

#include <cstdio>
#include <iostream>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

#include <nlohmann/json.hpp>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/engine/time_zones.h>
#include <smartqueue/exchange/log_importer.h>
#include <smartqueue/pages/alerts_page.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/pages/live_page.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/pages/setup_page.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/pages/wizard.h>
#include <smartqueue/platform/surroundings.h>
#include <smartqueue/platform/system_theme.h>
#include <smartqueue/presentation/console_settings.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/storage/sqlite_store.h>
#include <smartqueue/widgets/theme.h>

#include "database.h"
#include "import_door.h"
#include "local_service.h"
#include "output.h"
#include "screen_bench.h"

namespace smartqueue::app {

namespace {

using presentation::ConsoleSettings;

/// Language and look of the whole program, switched while it runs.
class Appearance : public QObject {
public:
    Appearance(QApplication &application, ConsoleSettings &settings) : m_application(application), m_settings(settings), m_system(this)
    {
        widgets::loadFonts({QCoreApplication::applicationDirPath() + QStringLiteral("/../share/smartqueue/fonts"),
                            QStringLiteral("/usr/share/fonts/truetype/noto")});
        connect(&settings, &ConsoleSettings::languageChanged, this, &Appearance::applyLanguage);
        connect(&settings, &ConsoleSettings::lookChanged, this, &Appearance::applyLook);
        connect(&m_system, &platform::SystemTheme::changed, this, &Appearance::applyLook);
        applyLanguage();
        applyLook();
    }

private:
    void applyLanguage()
    {
        const QString language = m_settings.language();
        QLocale::setDefault(QLocale(language == QLatin1String("fr") ? QStringLiteral("fr_FR") : QStringLiteral("en_GB")));
        QCoreApplication::removeTranslator(&m_own);
        QCoreApplication::removeTranslator(&m_qt);
        if (m_qt.load(QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&m_qt);
        // English has a file too: it holds the plural forms.
        if (m_own.load(QStringLiteral(":/i18n/smartqueue_") + language + QStringLiteral(".qm")))
            QCoreApplication::installTranslator(&m_own);
    }

    void applyLook()
    {
        const QString theme = m_settings.theme();
        const bool dark = theme == QLatin1String("dark") || (theme == QLatin1String("system") && m_system.prefersDark());
        widgets::applyTheme(m_application, {dark ? widgets::Look::dark : widgets::Look::light, m_settings.textPercent() / 100.0, m_settings.reducedMotion()});
    }

    QApplication &m_application;
    ConsoleSettings &m_settings;
    platform::SystemTheme m_system;
    QTranslator m_qt;
    QTranslator m_own;
};

/// The windows on one branch.
class ConsoleWindows : public QObject {
public:
    ConsoleWindows(engine::Engine &engine, ConsoleSettings &settings, bool demo)
        : m_settings(settings), m_monitor(engine), m_console(engine, m_monitor, demo), m_importer(importDoorOf(engine))
    {
        auto *live = new pages::LivePage(m_console);
        auto *alerts = new pages::AlertsPage(m_console);
        auto *desk = new pages::DeskPage(m_console);
        auto *tickets = new pages::TicketsPage(m_console);
        auto *recorder = new pages::RecorderPage(m_console);
        auto *setup = new pages::SetupPage(m_console, m_importer);
        m_window = std::make_unique<pages::MainWindow>(m_console, settings, QList<pages::Page *>{live, alerts, desk, tickets, recorder, setup},
                                                       QCoreApplication::applicationVersion());
        connect(alerts, &pages::AlertsPage::openCountChanged, m_window.get(),
                [window = m_window.get()](int open) { window->setBadge(pages::PageId::alerts, open, true); });
        connect(m_window.get(), &pages::MainWindow::firstStartRequested, this, &ConsoleWindows::showWizard);
    }

    presentation::Console &console() { return m_console; }
    pages::MainWindow &window() { return *m_window; }

    /// The first start, in front of the main window until a branch stands or the person skips it.
    void showWizard()
    {
        m_wizard = std::make_unique<pages::Wizard>(m_console.engine(), m_importer, wizardSettings());
        connect(m_wizard.get(), &pages::Wizard::languageChosen, &m_settings, &ConsoleSettings::setLanguage);
        connect(m_wizard.get(), &pages::Wizard::themeChosen, &m_settings, &ConsoleSettings::setTheme);
        connect(m_wizard.get(), &pages::Wizard::demoRequested, this, [this] {
            // A demo lives in a database of its own, so it gets a program of its own.
            QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--demo")});
            leaveWizard();
        });
        connect(m_wizard.get(), &pages::Wizard::branchReady, this, &ConsoleWindows::leaveWizard);
        connect(m_wizard.get(), &pages::Wizard::skipped, this, &ConsoleWindows::leaveWizard);
        m_wizard->resize(m_window->size());
        m_wizard->show();
        m_window->hide();
    }

    pages::Wizard *wizard() { return m_wizard.get(); }

private:
    pages::WizardSettings wizardSettings() const
    {
        pages::WizardSettings settings;
        settings.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QStringLiteral("Français")}};
        settings.language = m_settings.language();
        settings.theme = m_settings.theme();
        settings.version = QCoreApplication::applicationVersion();
        return settings;
    }

    void leaveWizard()
    {
        m_settings.setFirstStartDone();
        m_window->show();
        if (m_wizard)
            m_wizard.release()->deleteLater();
    }

    ConsoleSettings &m_settings;
    engine::Monitor m_monitor;
    presentation::Console m_console;
    exchange::LogImporter m_importer;
    std::unique_ptr<pages::MainWindow> m_window;
    std::unique_ptr<pages::Wizard> m_wizard;
};

/// The demo branch in a database that goes with the program.
struct DemoParts {
    QTemporaryDir folder;
    PacedClock clock{engine::demoDayStart()};
    std::unique_ptr<engine::Engine> engine;
    std::unique_ptr<engine::DemoBranch> demo;
};

Result<std::unique_ptr<DemoParts>> openDemo(Instant until)
{
    auto parts = std::make_unique<DemoParts>();
    storage::Options options;
    options.path = parts->folder.filePath(QStringLiteral("demo.db")).toStdString();
    auto store = storage::SqliteStore::open(options);
    if (!store)
        return tl::unexpected(store.error());
    auto engine = engine::Engine::start(std::move(*store), parts->clock);
    if (!engine)
        return tl::unexpected(engine.error());
    parts->engine = std::move(*engine);
    parts->demo = std::make_unique<engine::DemoBranch>(*parts->engine, parts->clock, 1);
    if (const Done furnished = parts->demo->furnish(); !furnished)
        return tl::unexpected(furnished.error());
    parts->demo->fastForward(until);
    return parts;
}

void complain(const Failure &failure)
{
    const auto words = presentation::words::explain(failure);
    QMessageBox box(QMessageBox::Warning, QCoreApplication::applicationName(), words.what);
    box.setInformativeText(words.next);
    box.exec();
}

int runDemo(QApplication &application, ConsoleSettings &settings)
{
    auto parts = openDemo(engine::demoHandOver());
    if (!parts) {
        complain(parts.error());
        return refused;
    }
    ConsoleWindows windows(*(*parts)->engine, settings, true);
    windows.console().setDeskAgent((*parts)->demo->visitorsAgent());
    (*parts)->demo->start();
    windows.window().show();
    return application.exec();
}

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

std::optional<Instant> momentOf(const std::string &text)
{
    if (text.empty())
        return engine::demoHandOver();
    if (const auto instant = fromIso8601(text))
        return instant;
    const QTime time = QTime::fromString(QString::fromStdString(text), QStringLiteral("HH:mm"));
    if (!time.isValid())
        return std::nullopt;
    return engine::demoDayStart() + std::chrono::hours(time.hour() - 8) + std::chrono::minutes(time.minute());
}

} // namespace

int runConsole(QApplication &application, const Invocation &invocation)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    ConsoleSettings settings;
    Appearance appearance(application, settings);
    if (invocation.demo)
        return runDemo(application, settings);

    const auto path = databasePath(invocation.request.database);
    if (!path) {
        complain(path.error());
        return refused;
    }
    Request show;
    show.verb = "show";
    show.database = *path;
    const Output silent{[](std::string_view) {}, [](std::string_view) {}, false};
    if (askConsole(show, silent))
        return done;
    auto branch = openBranch(*path, true, {});
    if (!branch) {
        complain(branch.error());
        return refused;
    }
    LocalService service(*branch->engine, *path);
    if (!service.listen())
        std::cerr << "smartqueue: the command line cannot reach this console; another program holds its socket.\n";
    ConsoleWindows windows(*branch->engine, settings, false);
    QObject::connect(&service, &LocalService::showRequested, &windows.window(), [&windows] {
        windows.window().showNormal();
        windows.window().raise();
        windows.window().activateWindow();
    });
    if (!invocation.measureScreen.empty())
        return measureScreen(application, windows.window(), *branch->engine, sinceStart, invocation.measureScreen == "paint");
    windows.window().show();
    if (!settings.firstStartDone() && branch->engine->snapshot()->state.queues.empty())
        windows.showWizard();
    return application.exec();
}

int runScreenshots(QApplication &application, const Invocation::Screenshots &wanted)
{
    const QStringList size = QString::fromStdString(wanted.size).split(QLatin1Char('x'));
    const QSize pixels(size.value(0).toInt(), size.value(1).toInt());
    const auto at = momentOf(wanted.at);
    const QDir folder(QString::fromStdString(wanted.folder));
    if (size.size() != 2 || pixels.width() < 320 || pixels.height() < 240 || pixels.width() > 7680 || pixels.height() > 4320) {
        std::cerr << "smartqueue: --size takes WIDTHxHEIGHT, such as 1280x800.\n";
        return wrongUsage;
    }
    if (!at) {
        std::cerr << "smartqueue: --at takes a time of the demo day such as 10:42, or ISO 8601 in UTC.\n";
        return wrongUsage;
    }
    if (!QDir().mkpath(folder.absolutePath())) {
        std::cerr << "smartqueue: the folder " << wanted.folder << " cannot be made.\n";
        return refused;
    }
    QTemporaryDir scratch;
    ConsoleSettings settings(scratch.filePath(QStringLiteral("settings.ini")));
    settings.setLanguage(QString::fromStdString(wanted.language));
    settings.setTheme(QString::fromStdString(wanted.theme));
    Appearance appearance(application, settings);
    auto parts = openDemo(std::clamp(*at, engine::demoDayStart(), engine::demoDayStart() + std::chrono::hours(10)));
    if (!parts) {
        std::cerr << "smartqueue: " << presentation::words::failure(parts.error()).toStdString() << '\n';
        return refused;
    }
    ConsoleWindows windows(*(*parts)->engine, settings, true);
    windows.console().setDeskAgent((*parts)->demo->visitorsAgent());
    pages::MainWindow &window = windows.window();
    window.setMinimumSize(0, 0);
    window.resize(pixels);
    window.show();
    const auto save = [&](QWidget &widget, const char *page) {
        const QString file = folder.filePath(QStringLiteral("%1-%2-%3.png").arg(QLatin1String(page), settings.language(), settings.theme()));
        if (!widget.grab().save(file))
            std::cerr << "smartqueue: " << file.toStdString() << " cannot be written.\n";
    };
    using pages::PageId;
    const std::pair<const char *, PageId> all[]{{"live", PageId::live}, {"alerts", PageId::alerts}, {"desk", PageId::desk},
                                                {"tickets", PageId::tickets}, {"recorder", PageId::recorder}, {"setup", PageId::setup}};
    for (const auto &[name, id] : all) {
        if (wanted.page != "all" && wanted.page != name)
            continue;
        window.showPage(id);
        settle(*(*parts)->engine);
        save(window, name);
    }
    if (wanted.page == "all" || wanted.page == "wizard") {
        windows.showWizard();
        windows.wizard()->showStep(pages::Wizard::Step::branch);
        windows.wizard()->resize(pixels);
        settle(*(*parts)->engine, 4);
        save(*windows.wizard(), "wizard");
    }
    return done;
}

} // namespace smartqueue::app
