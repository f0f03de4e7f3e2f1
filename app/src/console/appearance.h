#pragma once

#include <QObject>
#include <QTranslator>

#include <smartqueue/platform/system_theme.h>
#include <smartqueue/presentation/console_settings.h>

class QApplication;

namespace smartqueue::app {

/// Language and look of the whole program, switched while it runs. GUI thread.
class Appearance : public QObject {
public:
    Appearance(QApplication &application, presentation::ConsoleSettings &settings);

private:
    void applyLanguage();
    void applyLook();

    QApplication &m_application;
    presentation::ConsoleSettings &m_settings;
    platform::SystemTheme m_system;
    QTranslator m_qt;
    QTranslator m_own;
};

} // namespace smartqueue::app
