#include "console_windows.h"

#include <QCoreApplication>
#include <QProcess>

#include <smartqueue/pages/alerts_page.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/pages/live_page.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/pages/setup_page.h>
#include <smartqueue/pages/tickets_page.h>

#include "import_door.h"

namespace smartqueue::app {

using presentation::ConsoleSettings;

ConsoleWindows::ConsoleWindows(engine::Engine &engine, ConsoleSettings &settings, bool demo)
    : m_settings(settings), m_monitor(engine), m_console(engine, m_monitor, demo), m_importer(importDoorOf(engine))
{
    // A page appears for those who may use it.
    QList<pages::Page *> pages;
    pages::AlertsPage *alerts = nullptr;
    if (m_console.may(Permission::readReports)) {
        alerts = new pages::AlertsPage(m_console);
        pages << new pages::LivePage(m_console) << alerts;
    }
    if (m_console.may(Permission::writeTicket))
        pages << new pages::DeskPage(m_console);
    if (m_console.may(Permission::readTicket))
        pages << new pages::TicketsPage(m_console);
    if (m_console.may(Permission::readReports))
        pages << new pages::RecorderPage(m_console);
    if (m_console.may(Permission::manageQueue))
        pages << new pages::SetupPage(m_console, m_importer);
    m_window = std::make_unique<pages::MainWindow>(m_console, settings, pages, QCoreApplication::applicationVersion());
    if (alerts) {
        connect(alerts, &pages::AlertsPage::openCountChanged, m_window.get(),
                [window = m_window.get()](int open) { window->setBadge(pages::PageId::alerts, open, true); });
    }
    connect(m_window.get(), &pages::MainWindow::firstStartRequested, this, &ConsoleWindows::showWizard);
}

void ConsoleWindows::showWizard()
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

pages::WizardSettings ConsoleWindows::wizardSettings() const
{
    pages::WizardSettings settings;
    settings.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("fr"), QStringLiteral("Français")}};
    settings.language = m_settings.language();
    settings.theme = m_settings.theme();
    settings.version = QCoreApplication::applicationVersion();
    for (const pages::ActionRegistry::Entry &entry : m_window->actions().entries())
        settings.keys.insert(entry.id, entry.action->shortcut());
    return settings;
}

void ConsoleWindows::leaveWizard()
{
    m_settings.setFirstStartDone();
    m_window->show();
    if (m_wizard)
        m_wizard.release()->deleteLater();
}

} // namespace smartqueue::app
