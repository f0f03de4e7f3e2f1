#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QObject>

#include <smartqueue/accounts/sign_in.h>
#include <smartqueue/engine/monitor.h>
#include <smartqueue/exchange/log_importer.h>
#include <smartqueue/exchange/user_file.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/wizard.h>
#include <smartqueue/presentation/branch_peers.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

namespace smartqueue::app {

/// What the windows know of the other desktops; it outlives them.
struct OtherDesktops {
    presentation::BranchPeers *peers = nullptr;
    presentation::BranchJoiner *joiner = nullptr;
};

/// The windows on one branch for one user. GUI thread; the engine outlives them.
class ConsoleWindows : public QObject {
    Q_OBJECT
public:
    /// `device` names this desktop on record.
    ConsoleWindows(engine::Engine &engine, presentation::ConsoleSettings &settings, bool demo, std::string device, OtherDesktops others = {});

    presentation::Console &console() { return m_console; }
    engine::Monitor &monitor() { return m_monitor; }
    pages::MainWindow &window() { return *m_window; }

    /// The first start, in front of the main window until a branch stands or the person skips it.
    void showWizard();
    pages::Wizard *wizard() { return m_wizard.get(); }
    void showAccount();
    /// Asks which branch, in front of whatever stands.
    void showJoining();
    /// Out of sight for good; deleted when whoever called has returned.
    void dismiss();

Q_SIGNALS:
    /// The person closed the first start, and with it the program.
    void wizardClosed();
    /// The first start is left, and its superadmin goes on in windows of their own.
    void ownerReady(const smartqueue::accounts::Session &session);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    pages::WizardSettings wizardSettings() const;
    void leaveWizard();

    presentation::ConsoleSettings &m_settings;
    std::string m_device;
    engine::Monitor m_monitor;
    exchange::UserFile m_userFile;
    presentation::Console m_console;
    exchange::LogImporter m_importer;
    std::unique_ptr<pages::MainWindow> m_window;
    std::unique_ptr<pages::Wizard> m_wizard;
    std::optional<accounts::Session> m_owner;
};

} // namespace smartqueue::app
