#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

#include <smartqueue/pages/action_registry.h>
#include <smartqueue/pages/page.h>
#include <smartqueue/presentation/console.h>
#include <smartqueue/presentation/console_settings.h>

class QProgressBar;
class QStackedWidget;

namespace smartqueue::widgets {
class Banner;
class CommandField;
class CommandPalette;
class HeaderBar;
class PillButton;
class Sidebar;
class StatusStrip;
class ToastHost;
}

namespace smartqueue::pages {

class AlertBell;
class HelpWindow;
class UndoToasts;

/// The frame around the pages: where one is, how fresh the figures are, what can be done from everywhere. Esc leads back to
/// the page one was sent from. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Takes the pages; they appear in this order.
    MainWindow(presentation::Console &console, presentation::ConsoleSettings &settings, const QList<Page *> &pages,
               const QString &version);
    ~MainWindow() override;

    void showPage(PageId id, const QVariant &argument = {});
    Page *currentPage() const;
    ActionRegistry &actions() { return *m_registry; }
    /// Without a heartbeat for this long the figures may be wrong, and every page says so. Five seconds unless a test is in
    /// more of a hurry.
    void setStaleAfter(std::chrono::milliseconds limit) { m_staleAfter = limit; }
    /// Counts beside a page's name, hidden at 0.
    void setBadge(PageId id, int count, bool urgent);
    /// A toast that says what the demo is and what will happen in it.
    void explainDemo();
    /// The people of the demo, whom the one at the screen may be by a click.
    void offerDemoPeople(const QList<UserId> &people);
    /// A toast.
    void tell(const QString &text);
    /// Runs `then` once nothing half-typed would be lost by leaving: at once, or after the person agreed, page by page.
    void letGo(const std::function<void()> &then);
    /// Keeps where the window stands and what the pages have arranged, for the next start.
    void keepArrangement();

Q_SIGNALS:
    void firstStartRequested();
    /// The person closed it.
    void closed();
    void lockRequested();
    /// Locked, with the others at this desktop to choose from.
    void switchRequested();
    void accountRequested();
    void signOutRequested();
    void demoPersonChosen(smartqueue::UserId user);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeFrame();
    void makeActions();
    void makeBell();
    void watchEngine();
    void watchPeers();
    /// This desktop follows a host that it does not hear.
    bool isCutOff() const;
    /// Says in the ribbon what there is to say of the other desktops; false: nothing.
    bool showPeers();
    /// "Host DESK-01 · 4 of 5 in step".
    QString peersInWords() const;
    bool mayReadPeers() const;
    void openPeers();
    QAction *action(const QString &id, const QKeySequence &keys, void (MainWindow::*slot)());
    void makeChoices();
    void nameChoices();
    bool hasAccount() const;
    void makeAccountActions();
    void nameAccountActions();
    void openAccountMenu();
    void openDemoMenu();
    void nameDemoPeople();
    QString accountName() const;
    QString roleHere() const;
    /// "Administrator · Claire Dupont".
    QString whoIsHere() const;
    /// The branches that the one who sits here sees, without this one.
    QList<std::pair<SiteId, QString>> otherBranches() const;
    void leaveTo(PageId id, const QVariant &argument);
    /// One that holds something half-typed; null: none does.
    Page *pageWithTyped() const;
    QString keysOf(const QString &id) const;
    void retranslate();
    void updateHeader();
    void updateFreshness();
    void updateStatus();
    void fillPalette(const QString &query = {});
    void addTicketItems(const QString &query);
    void runPaletteItem(const QString &id);
    void runPageAction(qint64 address);
    void openPalette();
    void undo();
    void openHelp();
    void openSettings();
    void openShortcuts();
    void toggleFullScreen();
    void closeWindow();
    void refresh();
    void focusFilter();
    static QString demoSentence();
    void showFailure(const Failure &failure);

    presentation::Console &m_console;
    presentation::ConsoleSettings &m_settings;
    QString m_version;
    QList<Page *> m_pages;
    std::map<PageId, std::pair<int, bool>> m_badges;
    ActionRegistry *m_registry;
    QStackedWidget *m_stack = nullptr;
    widgets::Sidebar *m_sidebar = nullptr;
    widgets::HeaderBar *m_header = nullptr;
    widgets::CommandField *m_field = nullptr;
    widgets::CommandPalette *m_palette = nullptr;
    widgets::StatusStrip *m_status = nullptr;
    widgets::Banner *m_notice = nullptr;
    /// Of a copy of the branch that comes from the host.
    QProgressBar *m_copy = nullptr;
    /// The ribbon is about the other desktops.
    bool m_noticeOfPeers = false;
    /// Says on every page that this is the demo; null elsewhere.
    widgets::PillButton *m_demo = nullptr;
    QList<UserId> m_demoPeople;
    widgets::ToastHost *m_toasts = nullptr;
    UndoToasts *m_undoToasts = nullptr;
    HelpWindow *m_help = nullptr;
    AlertBell *m_bell = nullptr;
    /// The page that sent one to the current one.
    std::optional<PageId> m_sentFrom;
    QElapsedTimer m_sinceHeartbeat;
    /// By the last sign of life.
    Instant m_branchTime{};
    QTimer m_freshness;
    QTimer m_statusSoon;
    std::chrono::milliseconds m_staleAfter;
    /// As updateFreshness() last saw it.
    bool m_stale = false;
    std::optional<Failure> m_trouble;
};

} // namespace smartqueue::pages
