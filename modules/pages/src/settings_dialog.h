#pragma once

#include <QDialog>

#include <smartqueue/presentation/console_settings.h>

namespace smartqueue::pages {

/// Language, theme, text size and sound, applied at once.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(presentation::ConsoleSettings &settings, QWidget *parent = nullptr);
};

} // namespace smartqueue::pages
