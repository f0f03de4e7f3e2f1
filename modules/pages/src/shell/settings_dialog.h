#pragma once

#include <QDialog>

#include <smartqueue/presentation/console_settings.h>

class QComboBox;
class QFormLayout;
class QTimeEdit;

namespace smartqueue::widgets {
class ActionButton;
class SegmentedControl;
class TextLabel;
class Toggle;
}

namespace smartqueue::pages {

/// Language, theme, text size, sound and quiet hours, applied at once; closes with Esc.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// `locks`: somebody has signed in, and the console locks itself.
    SettingsDialog(presentation::ConsoleSettings &settings, bool locks, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void takeQuietHours();

    presentation::ConsoleSettings &m_settings;
    const bool m_locks;
    QWidget *m_form = nullptr;
    widgets::Toggle *m_quiet = nullptr;
    QTimeEdit *m_quietFrom = nullptr;
    QTimeEdit *m_quietUntil = nullptr;
};

} // namespace smartqueue::pages
