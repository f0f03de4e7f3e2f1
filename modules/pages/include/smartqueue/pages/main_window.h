#pragma once

#include <chrono>
#include <map>

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

class QStackedWidget;
class QSystemTrayIcon;

namespace smartqueue::widgets {
class Banner;
class CommandField;
class CommandPalette;
class HeaderBar;
class Sidebar;
class StatusStrip;
class ToastHost;
}

namespace smartqueue::pages {

class HelpWindow;

/// The frame around the pages: where one is, how fresh the figures are, what can be done from everywhere. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Takes the pages; they appear in this order.
    MainWindow(presentation::Console &console, presentation::ConsoleSettings &settings, const QList<Page *> &pages,
               const QString &version);
    ~MainWindow() override;

    void showPage(PageId id, const QVariant &argument = {});
    Page *currentPage() const;
    /// Counts beside a page's name, hidden at 0.
    void setBadge(PageId id, int count, bool urgent);

Q_SIGNALS:
    void firstStartRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeActions();
    void makeTray();
    QAction *action(const QString &id, const QKeySequence &keys, void (MainWindow::*slot)());
    void retranslate();
    void updateHeader();
    void updateFreshness();
    void updateStatus();
    void fillPalette();
    void runPaletteItem(const QString &id);
    void openPalette();
    void undo();
    void openHelp();
    void openSettings();
    void openShortcuts();
    void toggleFullScreen();
    void refresh();
    void focusFilter();
    void toast(const QString &text, bool undoable);
    void showFailure(const Failure &failure);

    presentation::Console &m_console;
    presentation::ConsoleSettings &m_settings;
    QString m_version;
    QList<Page *> m_pages;
    std::map<PageId, std::pair<int, bool>> m_badges;
    QStackedWidget *m_stack;
    widgets::Sidebar *m_sidebar;
    widgets::HeaderBar *m_header;
    widgets::CommandField *m_field = nullptr;
    widgets::CommandPalette *m_palette;
    widgets::StatusStrip *m_status;
    widgets::Banner *m_notice;
    widgets::Banner *m_demoRibbon;
    widgets::ToastHost *m_toasts;
    HelpWindow *m_help = nullptr;
    QSystemTrayIcon *m_tray = nullptr;
    QMap<QString, QAction *> m_actions;
    QElapsedTimer m_sinceHeartbeat;
    QTimer m_freshness;
    std::optional<Failure> m_trouble;
    bool m_ribbonClosed = false;
};

} // namespace smartqueue::pages
