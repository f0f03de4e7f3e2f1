#pragma once

#include <memory>

#include <QObject>

#include <smartqueue/engine/monitor.h>
#include <smartqueue/exchange/log_importer.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/wizard.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

namespace smartqueue::app {

/// The windows on one branch. GUI thread; the engine outlives them.
class ConsoleWindows : public QObject {
public:
    ConsoleWindows(engine::Engine &engine, presentation::ConsoleSettings &settings, bool demo);

    presentation::Console &console() { return m_console; }
    engine::Monitor &monitor() { return m_monitor; }
    pages::MainWindow &window() { return *m_window; }

    /// The first start, in front of the main window until a branch stands or the person skips it.
    void showWizard();
    pages::Wizard *wizard() { return m_wizard.get(); }

private:
    pages::WizardSettings wizardSettings() const;
    void leaveWizard();

    presentation::ConsoleSettings &m_settings;
    engine::Monitor m_monitor;
    presentation::Console m_console;
    exchange::LogImporter m_importer;
    std::unique_ptr<pages::MainWindow> m_window;
    std::unique_ptr<pages::Wizard> m_wizard;
};

} // namespace smartqueue::app
