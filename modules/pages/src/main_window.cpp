#include "smartqueue/pages/main_window.h"

#include <algorithm>

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QMenu>
#include <QStackedWidget>
#include <QSystemTrayIcon>
#include <QTableWidget>
#include <QHeaderView>
#include <QVBoxLayout>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/banner.h>
#include <smartqueue/widgets/command_palette.h>
#include <smartqueue/widgets/freshness_chip.h>
#include <smartqueue/widgets/header_bar.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/rich_cell_delegate.h>
#include <smartqueue/widgets/sidebar.h>
#include <smartqueue/widgets/status_strip.h>
#include <smartqueue/widgets/toast.h>

#include "help_window.h"
#include "settings_dialog.h"

namespace smartqueue::pages {

namespace {

using namespace presentation;
using widgets::Icon;

/// Without a heartbeat for this long the figures may be wrong, and the screen says so.
constexpr qint64 staleAfterMs = 5000;

QString idOf(PageId page)
{
    return QStringLiteral("page/%1").arg(int(page));
}

/// now: what happens; understand: the past; run: setting up.
int groupOf(PageId page)
{
    return page == PageId::recorder ? 1 : page == PageId::setup ? 2 : 0;
}

Icon iconOf(const Page &page)
{
    switch (page.id()) {
    case PageId::live: return Icon::live;
    case PageId::alerts: return Icon::bell;
    case PageId::desk: return Icon::headset;
    case PageId::tickets: return Icon::ticket;
    case PageId::recorder: return Icon::history;
    case PageId::setup: return Icon::sliders;
    }
    return Icon::none;
}

} // namespace

MainWindow::MainWindow(Console &console, ConsoleSettings &settings, const QList<Page *> &pages, const QString &version)
    : m_console(console), m_settings(settings), m_version(version), m_pages(pages), m_freshness(this)
{
    setWindowIcon(widgets::applicationIcon());
    setMinimumSize(960, 600);
    resize(1280, 800);

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
    m_demoRibbon = new widgets::Banner;
    m_stack = new QStackedWidget;
    column->addWidget(m_header);
    column->addWidget(m_notice);
    column->addWidget(m_demoRibbon);
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
    m_toasts = new widgets::ToastHost(this);
    m_notice->hide();
    m_demoRibbon->hide();

    for (Page *page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &Page::toastRequested, this, &MainWindow::toast);
        connect(page, &Page::failed, this, &MainWindow::showFailure);
        connect(page, &Page::navigateRequested, this, &MainWindow::showPage);
        connect(page, &Page::headerChanged, this, &MainWindow::updateHeader);
    }
    connect(m_sidebar, &widgets::Sidebar::itemActivated, this, &MainWindow::runPaletteItem);
    connect(m_sidebar, &widgets::Sidebar::collapsedChanged, &m_settings, &ConsoleSettings::setSidebarCollapsed);
    connect(m_palette, &widgets::CommandPalette::triggered, this, &MainWindow::runPaletteItem);
    connect(m_demoRibbon, &widgets::Banner::firstActionRequested, this, [this] {
        m_ribbonClosed = true;
        m_demoRibbon->hide();
    });
    m_sidebar->setCollapsed(m_settings.sidebarCollapsed());

    makeActions();
    makeTray();
    connect(&console.engine(), &engine::Engine::heartbeat, this, [this] {
        m_sinceHeartbeat.restart();
        updateFreshness();
    });
    connect(&console.engine(), &engine::Engine::degraded, this, [this](const Failure &failure) {
        m_trouble = failure;
        updateFreshness();
    });
    connect(&console.engine(), &engine::Engine::recovered, this, [this] {
        m_trouble.reset();
        updateFreshness();
    });
    connect(&console.engine(), &engine::Engine::snapshotChanged, this, &MainWindow::updateStatus);
    m_sinceHeartbeat.start();
    m_freshness.setInterval(1000);
    connect(&m_freshness, &QTimer::timeout, this, &MainWindow::updateFreshness);
    m_freshness.start();

    retranslate();
    restoreGeometry(m_settings.geometry());
    if (!m_pages.isEmpty())
        showPage(m_pages.first()->id());
}

MainWindow::~MainWindow() = default;

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::showPage(PageId id, const QVariant &argument)
{
    for (Page *page : m_pages) {
        if (page->id() != id)
            continue;
        m_stack->setCurrentWidget(page);
        m_sidebar->setCurrentId(idOf(id));
        updateHeader();
        page->activated(argument);
    }
}

void MainWindow::setBadge(PageId id, int count, bool urgent)
{
    m_badges[id] = {count, urgent};
    m_sidebar->setBadge(idOf(id), count, urgent ? widgets::Tone::critical : widgets::Tone::accent, tr("%n to look at", nullptr, count));
    if (m_tray && id == PageId::alerts)
        m_tray->setToolTip(count > 0 ? tr("SmartQueue: %n alert(s)", nullptr, count) : QStringLiteral("SmartQueue"));
}

QAction *MainWindow::action(const QString &id, const QKeySequence &keys, void (MainWindow::*slot)())
{
    auto *made = new QAction(this);
    made->setShortcut(keys);
    made->setShortcutContext(Qt::WindowShortcut);
    connect(made, &QAction::triggered, this, slot);
    addAction(made);
    m_actions.insert(id, made);
    return made;
}

void MainWindow::makeActions()
{
    action(QStringLiteral("palette"), Qt::CTRL | Qt::Key_K, &MainWindow::openPalette);
    action(QStringLiteral("undo"), QKeySequence::Undo, &MainWindow::undo);
    action(QStringLiteral("filter"), Qt::CTRL | Qt::Key_F, &MainWindow::focusFilter);
    action(QStringLiteral("refresh"), Qt::Key_F5, &MainWindow::refresh);
    action(QStringLiteral("settings"), Qt::CTRL | Qt::Key_Comma, &MainWindow::openSettings);
    action(QStringLiteral("shortcuts"), Qt::CTRL | Qt::Key_Slash, &MainWindow::openShortcuts);
    action(QStringLiteral("help"), Qt::Key_F1, &MainWindow::openHelp);
    action(QStringLiteral("fullscreen"), Qt::Key_F11, &MainWindow::toggleFullScreen);
    action(QStringLiteral("firststart"), {}, &MainWindow::firstStartRequested);
    for (int i = 0; i < m_pages.size() && i < 9; ++i) {
        auto *go = new QAction(this);
        go->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + i));
        connect(go, &QAction::triggered, this, [this, id = m_pages[i]->id()] { showPage(id); });
        addAction(go);
        m_actions.insert(idOf(m_pages[i]->id()), go);
    }
}

void MainWindow::makeTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(widgets::applicationIcon(), this);
    connect(m_tray, &QSystemTrayIcon::activated, this, [this] {
        showNormal();
        raise();
        activateWindow();
    });
    m_tray->show();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("SmartQueue Console"));
    const QMap<QString, QString> texts{
        {QStringLiteral("palette"), tr("Search or run a command")}, {QStringLiteral("undo"), tr("Undo the last act")},
        {QStringLiteral("filter"), tr("Filter the page")},         {QStringLiteral("refresh"), tr("Refresh")},
        {QStringLiteral("settings"), tr("Settings")},              {QStringLiteral("shortcuts"), tr("Keyboard shortcuts")},
        {QStringLiteral("help"), tr("Help")},                      {QStringLiteral("fullscreen"), tr("Full screen")},
        {QStringLiteral("firststart"), tr("First start again")}};
    for (auto text = texts.begin(); text != texts.end(); ++text)
        m_actions.value(text.key())->setText(text.value());

    QList<widgets::SidebarItem> items;
    for (const Page *page : m_pages) {
        QAction *go = m_actions.value(idOf(page->id()));
        go->setText(tr("Go to %1").arg(page->title()));
        items.append({idOf(page->id()), page->title(), iconOf(*page), groupOf(page->id()), go->shortcut().toString(QKeySequence::NativeText)});
    }
    m_sidebar->setItems(items);
    m_sidebar->setFooterItems({{QStringLiteral("help"), tr("Help"), Icon::help, 0, QStringLiteral("F1")}});
    if (currentPage())
        m_sidebar->setCurrentId(idOf(currentPage()->id()));
    for (const auto &[id, badge] : m_badges)
        setBadge(id, badge.first, badge.second);
    auto *field = new widgets::CommandField(tr("Search or run a command"), QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    connect(field, &QAbstractButton::clicked, this, &MainWindow::openPalette);
    m_header->setCommandField(field);
    delete m_field;
    m_field = field;
    if (m_console.isDemo() && !m_ribbonClosed) {
        m_demoRibbon->showMessage(widgets::Tone::accent, Icon::demo,
                                  tr("Demo: invented people at thirty times the speed. In two minutes a queue gets into trouble; one suggestion resolves it."),
                                  tr("Close"));
    }
    updateHeader();
    updateFreshness();
    updateStatus();
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
    const qint64 age = m_sinceHeartbeat.elapsed();
    if (page && !page->headerChip().isEmpty()) {
        m_header->chip()->setFreshness(widgets::Freshness::replay, page->headerChip());
    } else if (m_trouble || age > staleAfterMs) {
        m_header->chip()->setFreshness(widgets::Freshness::stale, tr("Not live · %1").arg(words::shortSpan(std::chrono::milliseconds(age))));
    } else {
        m_header->chip()->setFreshness(widgets::Freshness::live, tr("Live · %1 s").arg(age / 1000));
    }
    if (m_trouble) {
        m_notice->showMessage(widgets::Tone::critical, Icon::xCircle, words::failure(*m_trouble));
    } else if (age > staleAfterMs) {
        m_notice->showMessage(widgets::Tone::warning, Icon::offline,
                              tr("The branch has not answered for %1. The figures are from before.").arg(words::shortSpan(std::chrono::milliseconds(age))));
    } else {
        m_notice->hide();
    }
}

void MainWindow::updateStatus()
{
    const auto snapshot = m_console.engine().snapshot();
    const auto online = std::count_if(snapshot->state.agents.begin(), snapshot->state.agents.end(),
                                      [](const auto &agent) { return agent.second.status != AgentStatus::offline; });
    m_status->setItems({{Icon::person, tr("Owner")}, {Icon::monitor, tr("This desktop alone")}, {Icon::people, tr("%n agent(s) online", nullptr, int(online))}});
    m_status->setEndText(tr("SmartQueue Console %1").arg(m_version));
}

void MainWindow::fillPalette()
{
    QList<widgets::PaletteItem> items;
    const auto keys = [](const QAction *entry) { return entry->shortcut().toString(QKeySequence::NativeText); };
    if (Page *page = currentPage()) {
        for (QAction *entry : page->paletteActions())
            items.append({QStringLiteral("act/%1").arg(quintptr(entry)), page->title(), entry->text(), {}, keys(entry), {}, Icon::arrowRight, entry->isEnabled()});
    }
    for (const Page *page : m_pages)
        items.append({idOf(page->id()), tr("Pages"), page->title(), {}, keys(m_actions.value(idOf(page->id()))), {}, iconOf(*page), true});
    const auto snapshot = m_console.engine().snapshot();
    for (const auto &[id, queue] : snapshot->state.queues) {
        items.append({QStringLiteral("queue/%1").arg(id.value), tr("Queues"), QString::fromStdString(queue.config.name), tr("%n waiting", nullptr, queue.waitingCount()), {},
                      QString::fromStdString(queue.config.prefix), Icon::people, true});
    }
    for (const auto &[id, agent] : snapshot->state.agents) {
        items.append({QStringLiteral("agent/%1").arg(id.value), tr("Agents"), QString::fromStdString(agent.name), words::agentStatus(agent.status), {}, {}, Icon::person, true});
    }
    for (auto entry = m_actions.constBegin(); entry != m_actions.constEnd(); ++entry) {
        if (!entry.key().startsWith(QLatin1String("page/")) && entry.key() != QLatin1String("palette"))
            items.append({entry.key(), tr("Console"), entry.value()->text(), {}, keys(entry.value()), {}, Icon::settings, true});
    }
    m_palette->setItems(items);
}

void MainWindow::runPaletteItem(const QString &id)
{
    const QString kind = id.section(QLatin1Char('/'), 0, 0);
    const qint64 value = id.section(QLatin1Char('/'), 1).toLongLong();
    const auto snapshot = m_console.engine().snapshot();
    if (kind == QLatin1String("page")) {
        showPage(PageId(int(value)));
    } else if (kind == QLatin1String("queue")) {
        if (const auto *queue = snapshot->state.queue({value}))
            showPage(PageId::tickets, QString::fromStdString(queue->config.name));
    } else if (kind == QLatin1String("agent")) {
        m_console.setDeskAgent({value});
        showPage(PageId::desk);
    } else if (kind == QLatin1String("act")) {
        for (Page *page : m_pages) {
            for (QAction *entry : page->paletteActions()) {
                if (qint64(quintptr(entry)) == value)
                    entry->trigger();
            }
        }
    } else if (QAction *entry = m_actions.value(id)) {
        entry->trigger();
    }
}

void MainWindow::openPalette()
{
    fillPalette();
    m_palette->open();
}

void MainWindow::undo()
{
    submit(m_console.engine(), Undo{}, AgentId{}, this, [this](const engine::Answer &answer) {
        if (answer)
            toast(answer->number.empty() ? tr("Taken back.") : tr("Taken back: ticket %1.").arg(QString::fromStdString(answer->number)), false);
        else
            showFailure(answer.error());
    });
}

void MainWindow::openHelp()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    m_help->open(m_settings.language());
}

void MainWindow::openSettings()
{
    SettingsDialog dialog(m_settings, this);
    dialog.exec();
}

void MainWindow::openShortcuts()
{
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Keyboard shortcuts"));
    auto *table = new QTableWidget(0, 2);
    widgets::styleTable(*table);
    table->setHorizontalHeaderLabels({tr("What"), tr("Keys")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setAccessibleName(dialog.windowTitle());
    const auto add = [table](const QAction *entry) {
        if (entry->shortcut().isEmpty())
            return;
        const int at = table->rowCount();
        table->insertRow(at);
        table->setItem(at, 0, new QTableWidgetItem(entry->text()));
        table->setItem(at, 1, new QTableWidgetItem(entry->shortcut().toString(QKeySequence::NativeText)));
    };
    for (const Page *page : m_pages) {
        for (const QAction *entry : page->paletteActions())
            add(entry);
    }
    for (const QAction *entry : std::as_const(m_actions))
        add(entry);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(table);
    dialog.resize(560, 520);
    dialog.exec();
}

void MainWindow::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::refresh()
{
    m_console.engine().settledSnapshot();
    toast(tr("Everything shown is as it stands now."), false);
}

void MainWindow::focusFilter()
{
    if (Page *page = currentPage())
        page->focusFilter();
}

void MainWindow::toast(const QString &text, bool undoable)
{
    auto *shown = m_toasts->show({text, undoable ? Icon::checkCircle : Icon::info, undoable ? widgets::Tone::good : widgets::Tone::neutral,
                                  undoable ? tr("Undo") : QString(), std::chrono::seconds(10)});
    if (undoable)
        connect(shown, &widgets::Toast::actionRequested, this, &MainWindow::undo);
}

void MainWindow::showFailure(const Failure &failure)
{
    m_toasts->show({words::failure(failure), Icon::warningTriangle, widgets::Tone::warning, {}, std::chrono::seconds(12)});
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace smartqueue::pages
