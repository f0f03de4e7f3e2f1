#include "console/console_windows.h"

#include <QCoreApplication>
#include <QDialog>
#include <QEvent>
#include <QProcess>

#include <smartqueue/pages/account_dialog.h>
#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/audit_tab.h>
#include <smartqueue/pages/agents_page.h>
#include <smartqueue/pages/alerts_page.h>
#include <smartqueue/pages/branch_tab.h>
#include <smartqueue/pages/desk_page.h>
#include <smartqueue/pages/forecast_page.h>
#include <smartqueue/pages/join_dialog.h>
#include <smartqueue/pages/live_page.h>
#include <smartqueue/pages/peers_tab.h>
#include <smartqueue/pages/recorder_page.h>
#include <smartqueue/pages/setup_tabs.h>
#include <smartqueue/pages/tenants_tab.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/pages/users_tab.h>

#include "verbs/import_door.h"

namespace smartqueue::app {

using presentation::ConsoleSettings;

ConsoleWindows::ConsoleWindows(engine::Engine &engine, ConsoleSettings &settings, bool demo, std::string device, OtherDesktops others)
    : m_settings(settings), m_device(std::move(device)), m_monitor(engine), m_console(engine, m_monitor, demo), m_importer(importDoorOf(engine))
{
    m_console.setUserFiles(m_userFile);
    if (others.peers)
        m_console.setPeers(*others.peers);
    if (others.joiner)
        m_console.setJoiner(*others.joiner);
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
        pages << new pages::ForecastPage(m_console) << new pages::RecorderPage(m_console);
    if (m_console.may(Permission::readAgent))
        pages << new pages::AgentsPage(m_console);
    QList<pages::AdministrationTab *> tabs;
    if (pages::UsersTab::isFor(m_console))
        tabs << new pages::UsersTab(m_console);
    if (pages::TenantsTab::isFor(m_console))
        tabs << new pages::TenantsTab(m_console);
    if (m_console.may(Permission::manageSettings))
        tabs << new pages::BranchTab(m_console, m_importer);
    if (m_console.may(Permission::manageQueue))
        tabs << pages::SetupTab::queues(m_console) << pages::SetupTab::services(m_console);
    if (m_console.may(Permission::manageSettings))
        tabs << pages::SetupTab::counters(m_console);
    if (pages::PeersTab::isFor(m_console)) {
        auto *peers = new pages::PeersTab(m_console);
        connect(peers, &pages::PeersTab::joinRequested, this, &ConsoleWindows::showJoining);
        tabs << peers;
    }
    if (pages::AuditTab::isFor(m_console))
        tabs << new pages::AuditTab(m_console);
    if (!tabs.isEmpty())
        pages << new pages::AdministrationPage(m_console, tabs);
    m_window = std::make_unique<pages::MainWindow>(m_console, settings, pages, QCoreApplication::applicationVersion());
    if (alerts) {
        connect(alerts, &pages::AlertsPage::openCountChanged, m_window.get(),
                [window = m_window.get()](int open) { window->setBadge(pages::PageId::alerts, open, true); });
    }
    connect(m_window.get(), &pages::MainWindow::firstStartRequested, this, &ConsoleWindows::showWizard);
    connect(m_window.get(), &pages::MainWindow::accountRequested, this, &ConsoleWindows::showAccount);
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
    connect(m_wizard.get(), &pages::Wizard::joinRequested, this, &ConsoleWindows::showJoining);
    connect(m_wizard.get(), &pages::Wizard::branchReady, this, &ConsoleWindows::leaveWizard);
    connect(m_wizard.get(), &pages::Wizard::skipped, this, &ConsoleWindows::leaveWizard);
    connect(m_wizard.get(), &pages::Wizard::ownerMade, this, [this](const accounts::Session &session) { m_owner = session; });
    m_wizard->installEventFilter(this);
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
    settings.canJoin = m_console.joiner() && m_console.peers() && !m_console.peers()->status();
    for (const pages::ActionRegistry::Entry &entry : m_window->actions().entries())
        settings.keys.insert(entry.id, entry.action->shortcut());
    return settings;
}

void ConsoleWindows::leaveWizard()
{
    m_settings.setFirstStartDone();
    if (!m_owner)
        m_window->show();
    if (m_wizard)
        m_wizard.release()->deleteLater();
    if (m_owner)
        Q_EMIT ownerReady(*m_owner);
}

void ConsoleWindows::showAccount()
{
    (new pages::AccountDialog(m_console, m_device, m_window.get()))->open();
}

void ConsoleWindows::showJoining()
{
    if (!m_console.joiner())
        return;
    QWidget *front = m_wizard ? static_cast<QWidget *>(m_wizard.get()) : m_window.get();
    auto *dialog = new pages::JoinDialog(*m_console.joiner(), front);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ConsoleWindows::dismiss()
{
    if (m_wizard)
        m_wizard->hide();
    m_window->hide();
    // Its dialogs too, whatever they were asking.
    for (QDialog *dialog : m_window->findChildren<QDialog *>())
        dialog->hide();
}

bool ConsoleWindows::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_wizard.get() && event->type() == QEvent::Close)
        Q_EMIT wizardClosed();
    return QObject::eventFilter(watched, event);
}

} // namespace smartqueue::app
