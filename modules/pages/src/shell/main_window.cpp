#include "smartqueue/pages/main_window.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QProgressBar>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <smartqueue/engine/demo_branch.h>
#include <smartqueue/engine/when_done.h>
#include <smartqueue/presentation/branch_peers.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/freshness_chip.h>
#include <smartqueue/widgets/header_bar.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/sidebar.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/toast.h>

#include "alert_bell.h"
#include "help_window.h"
#include "page_places.h"
#include "settings_dialog.h"
#include "shortcuts_dialog.h"
#include "shown_keys.h"
#include "undo_toasts.h"

namespace smartqueue::pages {

using namespace presentation;
using widgets::Icon;
using widgets::Tone;

namespace {

constexpr auto usuallyStaleAfter = std::chrono::seconds(5);
/// Snapshots follow each other faster than anyone reads the status bar.
constexpr auto statusPause = std::chrono::milliseconds(250);

/// The manual's topic of a page.
QString topicOf(PageId page)
{
    switch (page) {
    case PageId::live: return QStringLiteral("live");
    case PageId::alerts: return QStringLiteral("alerts");
    case PageId::desk: return QStringLiteral("desk");
    case PageId::tickets: return QStringLiteral("tickets");
    case PageId::forecast: return QStringLiteral("forecast");
    case PageId::recorder: return QStringLiteral("recorder");
    case PageId::agents: return QStringLiteral("agents");
    case PageId::administration: return QStringLiteral("administration");
    }
    return QStringLiteral("index");
}

/// What someone who helps wants to read; never a secret.
QString detailsOf(const Failure &failure)
{
    QString text = QString::fromUtf8(failure.code.name().data(), qsizetype(failure.code.name().size()));
    for (const auto &[key, value] : failure.detail)
        text += QStringLiteral("\n%1: %2").arg(QString::fromStdString(key), QString::fromStdString(value));
    return text;
}

} // namespace

MainWindow::MainWindow(Console &console, ConsoleSettings &settings, const QList<Page *> &pages, const QString &version)
    : m_console(console)
    , m_settings(settings)
    , m_version(version)
    , m_pages(pages)
    , m_registry(new ActionRegistry(settings.store(), this))
    , m_freshness(this)
    , m_statusSoon(this)
    , m_staleAfter(usuallyStaleAfter)
{
    setWindowIcon(widgets::applicationIcon());
    setMinimumSize(800, 480);
    const QSize screen = this->screen()->availableSize();
    resize(QSize(1280, 800).boundedTo(screen));
    makeFrame();
    makeActions();
    makeBell();
    watchEngine();
    watchPeers();
    retranslate();
    if (restoreGeometry(m_settings.geometry()))
        resize(size().boundedTo(screen));
    for (Page *page : m_pages)
        page->restoreView(m_settings.viewState(page->iconName()));
    if (!m_pages.isEmpty())
        showPage(m_pages.first()->id());
}

MainWindow::~MainWindow() = default;

void MainWindow::makeFrame()
{
    auto *frame = new QWidget;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sidebar = new widgets::Sidebar(QStringLiteral("SmartQueue"));
    row->addWidget(m_sidebar);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_header = new widgets::HeaderBar;
    m_notice = new widgets::Banner;
    m_stack = new QStackedWidget;
    column->addWidget(m_header);
    m_copy = new QProgressBar;
    m_copy->setTextVisible(false);
    m_copy->setFixedHeight(6);
    m_copy->hide();
    column->addWidget(m_notice);
    column->addWidget(m_copy);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);
    auto *outer = new QVBoxLayout(frame);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(row, 1);
    m_status = new widgets::StatusStrip;
    outer->addWidget(m_status);
    setCentralWidget(frame);
    m_palette = new widgets::CommandPalette(this);
    m_toasts = new widgets::ToastHost(this, m_status);
    m_undoToasts = new UndoToasts(m_console, *m_toasts, this);
    connect(m_undoToasts, &UndoToasts::failed, this, &MainWindow::showFailure);
    m_notice->hide();

    for (Page *page : m_pages) {
        // Large texts may need more room than the window has: then the page scrolls.
        auto *scroll = new QScrollArea;
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidgetResizable(true);
        scroll->setWidget(page);
        m_stack->addWidget(scroll);
        connect(page, &Page::toastRequested, m_undoToasts, &UndoToasts::tell);
        connect(page, &Page::failed, this, &MainWindow::showFailure);
        connect(page, &Page::navigateRequested, this, &MainWindow::leaveTo);
        connect(page, &Page::headerChanged, this, &MainWindow::updateHeader);
    }
    connect(m_sidebar, &widgets::Sidebar::itemActivated, this, &MainWindow::runPaletteItem);
    connect(m_sidebar, &widgets::Sidebar::collapsedChanged, &m_settings, &ConsoleSettings::setSidebarCollapsed);
    connect(m_palette, &widgets::CommandPalette::triggered, this, &MainWindow::runPaletteItem);
    connect(m_palette, &widgets::CommandPalette::queryChanged, this, &MainWindow::addTicketItems);
    if (m_console.isDemo()) {
        m_demo = new widgets::PillButton;
        m_header->setMark(m_demo);
        connect(m_demo, &widgets::PillButton::pressed, this, &MainWindow::openDemoMenu);
    }
    connect(m_notice, &widgets::Banner::firstActionRequested, this, [this] {
        if (m_trouble)
            QGuiApplication::clipboard()->setText(detailsOf(*m_trouble));
    });
    m_sidebar->setCollapsed(m_settings.sidebarCollapsed());
}

void MainWindow::makeBell()
{
    if (!m_console.may(Permission::readReports))
        return;
    m_bell = new AlertBell(m_console, m_settings, this);
    connect(m_bell, &AlertBell::openChanged, this, [this](int open) { setBadge(PageId::alerts, open, true); });
    connect(m_bell, &AlertBell::told, this, [this](const QString &sentence, bool critical) {
        // These two show it anyway.
        if (currentPage() && (currentPage()->id() == PageId::alerts || currentPage()->id() == PageId::live))
            return;
        auto *shown = m_toasts->show({sentence, critical ? Icon::xCircle : Icon::warningTriangle,
                                      critical ? Tone::critical : Tone::warning, tr("Show"), std::chrono::seconds(12)});
        connect(shown, &widgets::Toast::actionRequested, this, [this] { leaveTo(PageId::alerts, {}); });
    });
    connect(m_bell, &AlertBell::alertsWanted, this, [this] {
        showNormal();
        raise();
        activateWindow();
        showPage(PageId::alerts);
    });
}

void MainWindow::watchEngine()
{
    const engine::Engine &engine = m_console.engine();
    connect(&engine, &engine::Engine::heartbeat, this, [this](Instant at) {
        m_sinceHeartbeat.restart();
        m_branchTime = at;
        updateFreshness();
    });
    connect(&engine, &engine::Engine::degraded, this, [this](const Failure &failure) {
        m_trouble = failure;
        updateFreshness();
    });
    connect(&engine, &engine::Engine::recovered, this, [this] {
        m_trouble.reset();
        updateFreshness();
    });
    m_statusSoon.setSingleShot(true);
    m_statusSoon.setInterval(statusPause);
    connect(&m_statusSoon, &QTimer::timeout, this, &MainWindow::updateStatus);
    connect(&engine, &engine::Engine::snapshotChanged, this, [this] {
        if (!m_statusSoon.isActive())
            m_statusSoon.start();
    });
    connect(&m_console, &Console::deskAgentChanged, this, &MainWindow::updateStatus);
    m_branchTime = engine.snapshot()->at;
    m_sinceHeartbeat.start();
    m_freshness.setInterval(std::chrono::seconds(1));
    connect(&m_freshness, &QTimer::timeout, this, &MainWindow::updateFreshness);
    m_freshness.start();
}

Page *MainWindow::currentPage() const
{
    const auto *scroll = qobject_cast<QScrollArea *>(m_stack->currentWidget());
    return scroll ? qobject_cast<Page *>(scroll->widget()) : nullptr;
}

void MainWindow::showPage(PageId id, const QVariant &argument)
{
    const auto wanted = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page *page) { return page->id() == id; });
    if (wanted == m_pages.end())
        return;
    m_sentFrom.reset();
    m_stack->setCurrentIndex(int(wanted - m_pages.begin()));
    m_sidebar->setCurrentId(placeOf(id));
    updateHeader();
    (*wanted)->activated(argument);
}

void MainWindow::leaveTo(PageId id, const QVariant &argument)
{
    const Page *from = currentPage();
    showPage(id, argument);
    if (from && from->id() != id)
        m_sentFrom = from->id();
}

Page *MainWindow::pageWithTyped() const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(), [](const Page *page) { return page->holdsTyped(); });
    return found == m_pages.end() ? nullptr : *found;
}

void MainWindow::letGo(const std::function<void()> &then)
{
    Page *page = pageWithTyped();
    if (!page) {
        then();
        return;
    }
    if (isMinimized())
        showNormal();
    if (page != currentPage())
        showPage(page->id());
    page->letGo([this, then] { letGo(then); });
}

void MainWindow::setBadge(PageId id, int count, bool urgent)
{
    m_badges[id] = {count, urgent};
    m_sidebar->setBadge(placeOf(id), count, urgent ? Tone::critical : Tone::accent, tr("%n to look at", nullptr, count));
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("SmartQueue Console"));
    const std::pair<const char *, QString> texts[]{
        {"palette", tr("Search or run a command")}, {"undo", tr("Undo the last act")},
        {"filter", tr("Filter the page")},          {"refresh", tr("Refresh")},
        {"settings", tr("Settings")},               {"shortcuts", tr("Keyboard shortcuts")},
        {"help", tr("Help")},                       {"fullscreen", tr("Full screen")},
        {"firststart", tr("First start again")},    {"quit", tr("Quit")}};
    for (const auto &[id, text] : texts) {
        if (QAction *act = m_registry->action(QString::fromLatin1(id)))
            act->setText(text);
    }
    nameChoices();
    nameAccountActions();
    nameDemoPeople();

    QList<widgets::SidebarItem> items;
    for (const Page *page : m_pages) {
        const QString place = placeOf(page->id());
        m_registry->action(place)->setText(tr("Go to %1").arg(page->title()));
        items.append({place, page->title(), iconOf(page->id()), groupOf(page->id()), keysOf(place)});
    }
    for (Page *page : std::as_const(m_pages))
        page->showFilterKeys(keysOf(QStringLiteral("filter")));
    m_sidebar->setItems(items);
    QList<widgets::SidebarItem> footer{{QStringLiteral("help"), tr("Help"), Icon::help, 0, keysOf(QStringLiteral("help"))}};
    if (hasAccount())
        footer.prepend({QStringLiteral("account.menu"), accountName(), Icon::person, 0, keysOf(QStringLiteral("account.menu"))});
    m_sidebar->setFooterItems(footer);
    if (currentPage())
        m_sidebar->setCurrentId(placeOf(currentPage()->id()));
    for (const auto &[id, badge] : m_badges)
        setBadge(id, badge.first, badge.second);
    auto *field = new widgets::CommandField(tr("Search or run a command"), keysOf(QStringLiteral("palette")));
    connect(field, &QAbstractButton::clicked, this, &MainWindow::openPalette);
    m_header->setCommandField(field);
    delete m_field;
    m_field = field;
    // What is made anew would come last for the Tab key.
    setTabOrder(m_sidebar->lastStop(), m_field);
    if (m_demo)
        setTabOrder(m_field, m_demo);
    if (m_demo && m_demoPeople.isEmpty())
        m_demo->setLook({Icon::demo, tr("Demo · %1×", "times the speed").arg(int(engine::demoSpeed)), Tone::accent}, demoSentence());
    else if (m_demo)
        m_demo->setLook({Icon::demo, tr("Demo · %1 ▾", "role").arg(roleHere()), Tone::accent}, tr("Demo: choose who you are"));
    if (m_bell)
        m_bell->retranslate();
    updateHeader();
}

QString MainWindow::keysOf(const QString &id) const
{
    const QAction *found = m_registry->action(id);
    return shownKeys(found);
}

void MainWindow::updateHeader()
{
    if (const Page *page = currentPage())
        m_header->setTitle(page->title(), page->subtitle());
    updateFreshness();
}

void MainWindow::updateFreshness()
{
    const Page *page = currentPage();
    const bool cutOff = isCutOff();
    std::chrono::milliseconds age(m_sinceHeartbeat.elapsed());
    if (const auto silence = cutOff ? m_console.peers()->status()->silence : std::nullopt)
        age = *silence;
    const bool stale = age > m_staleAfter || cutOff;
    const bool changed = std::exchange(m_stale, stale) != stale;
    if (page && !page->headerChip().isEmpty())
        m_header->chip()->setFreshness(widgets::Freshness::replay, page->headerChip());
    else if (m_trouble)
        m_header->chip()->setFreshness(widgets::Freshness::offline, tr("Not saving"));
    else if (stale)
        m_header->chip()->setFreshness(widgets::Freshness::stale, tr("Not live · %1").arg(words::shortSpan(age)));
    else
        m_header->chip()->setFreshness(widgets::Freshness::live, tr("Live · %1 s").arg(age / std::chrono::seconds(1)));
    if (m_trouble) {
        m_noticeOfPeers = false;
        m_notice->showMessage(Tone::critical, Icon::xCircle, words::failure(*m_trouble), tr("Copy details"));
    } else if (showPeers()) {
        // The ribbon is taken.
    } else if (stale) {
        // Without the age, so that it is spoken once and not every second; the chip counts.
        m_notice->showMessage(Tone::warning, Icon::offline,
                              tr("The branch gives no sign of life. The figures are from %1.")
                                  .arg(words::timeOfDay(m_console.engine().snapshot()->at, m_console.engine().snapshot()->zone)));
    } else {
        m_notice->hide();
    }
    updateStatus();
    if (!changed)
        return;
    for (Page *each : std::as_const(m_pages))
        each->setStale(stale);
}

void MainWindow::updateStatus()
{
    const auto snapshot = m_console.engine().snapshot();
    const auto &agents = snapshot->state.agents;
    const auto online = std::count_if(agents.begin(), agents.end(), [](const auto &agent) { return agent.second.status != AgentStatus::offline; });
    const Agent *here = snapshot->state.agent(m_console.deskAgent());
    const bool alive = !m_trouble && !m_stale;
    // A clock that goes on would look alive.
    const QString time = words::timeOfDay(alive ? std::max(m_branchTime, snapshot->at) : snapshot->at, snapshot->zone);
    const QString clock = !alive ? tr("As of %1", "time of day").arg(time) : m_console.isDemo() ? tr("Demo time %1").arg(time) : tr("Branch time %1").arg(time);
    QList<widgets::StatusItem> items{{alive ? Icon::clock : Icon::offline, clock, alive}, {Icon::shield, whoIsHere()}};
    if (here && !(here->user == m_console.engine().user() && here->user))
        items.append({Icon::headset, tr("Desk of %1").arg(QString::fromStdString(here->name))});
    items.append({isCutOff() ? Icon::offline : Icon::link, peersInWords()});
    items.append({Icon::people, tr("%n agent(s) online", nullptr, int(online))});
    m_status->setItems(items);
    m_status->setEndText(tr("SmartQueue Console %1").arg(m_version));
}

void MainWindow::openHelp()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    m_help->open(m_settings.language(), currentPage() ? topicOf(currentPage()->id()) : QStringLiteral("index"));
}

void MainWindow::openSettings()
{
    (new SettingsDialog(m_settings, hasAccount(), this))->open();
}

void MainWindow::openShortcuts()
{
    QMap<QString, QString> places{{QString(), tr("Everywhere")}};
    for (const Page *page : m_pages)
        places.insert(placeOf(page->id()), page->title());
    (new ShortcutsDialog(*m_registry, places, this))->open();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::refresh()
{
    engine::whenDone(m_console.engine().settledSnapshot(), this, [this](const engine::SharedSnapshot &snapshot) {
        updateStatus();
        m_undoToasts->tell(tr("Up to date as of %1.").arg(words::timeWithSeconds(snapshot->at, snapshot->zone)));
    });
}

void MainWindow::focusFilter()
{
    if (Page *page = currentPage())
        page->focusFilter();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // Who shuts the computer down is not held up.
    if (pageWithTyped() && !qGuiApp->isSavingSession()) {
        event->ignore();
        letGo([this] { close(); });
        return;
    }
    keepArrangement();
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::keepArrangement()
{
    m_settings.setGeometry(saveGeometry());
    for (const Page *page : std::as_const(m_pages)) {
        if (const QByteArray state = page->viewState(); !state.isEmpty())
            m_settings.setViewState(page->iconName(), state);
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // Keys that reach the window were wanted by nobody inside: a field's own undo comes first, and so does a page's.
    if (QKeySequence(event->keyCombination()) == m_registry->action(QStringLiteral("undo"))->shortcut()) {
        undo();
    } else if (event->key() == Qt::Key_Escape && isFullScreen()) {
        toggleFullScreen();
    } else if (event->key() == Qt::Key_Escape && m_sentFrom) {
        showPage(*m_sentFrom);
    } else {
        QMainWindow::keyPressEvent(event);
    }
}

} // namespace smartqueue::pages
