#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <smartqueue/presentation/alert_watch.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

class QSystemTrayIcon;
class QWidget;

namespace smartqueue::pages {

/// Lets alerts reach the person at this screen: as a toast, through the system's tray where there is one, and by sound until
/// somebody has acknowledged them. GUI thread.
class AlertBell : public QObject {
    Q_OBJECT
public:
    AlertBell(presentation::Console &console, presentation::ConsoleSettings &settings, QWidget *window);

    /// Texts again, after a change of language.
    void retranslate();

Q_SIGNALS:
    /// Worth a toast in the window; alerts that rise together are told together.
    void told(const QString &sentence, bool critical);
    /// Open alerts that nobody has acknowledged or snoozed.
    void openChanged(int open, bool critical);
    /// A notification or the tray was clicked.
    void alertsWanted();

private:
    void makeTray();
    void look();
    void tell();
    void takeEvents(const engine::SharedBatches &batches);
    bool isQuietNow() const;
    QString sentence(const Alert &alert) const;
    void showInTray(int open, bool critical);

    presentation::Console &m_console;
    presentation::ConsoleSettings &m_settings;
    QWidget *m_window;
    presentation::AlertWatch m_watch;
    QElapsedTimer m_uptime;
    QTimer m_second;
    QTimer m_tellSoon;
    std::vector<AlertId> m_untold;
    QSystemTrayIcon *m_tray = nullptr;
    int m_open = -1;
    bool m_critical = false;
};

} // namespace smartqueue::pages
