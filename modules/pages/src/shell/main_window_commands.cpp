#include <algorithm>

#include <QApplication>

#include <smartqueue/presentation/submission.h>
#include <smartqueue/presentation/words.h>
#include <smartqueue/widgets/command_palette.h>

#include "page_places.h"
#include "shown_keys.h"
#include "smartqueue/pages/main_window.h"
#include "undo_toasts.h"

namespace smartqueue::pages {

using namespace presentation;
using widgets::Icon;
using widgets::PaletteItem;

namespace {

constexpr int ticketsOffered = 5;
/// One letter finds half the branch.
constexpr int shortestNumber = 2;

Icon iconOfAct(const QString &id)
{
    static const QHash<QString, Icon> icons{
        {QStringLiteral("undo"), Icon::undo},         {QStringLiteral("filter"), Icon::filter},
        {QStringLiteral("refresh"), Icon::refresh},   {QStringLiteral("settings"), Icon::settings},
        {QStringLiteral("shortcuts"), Icon::keyboard}, {QStringLiteral("help"), Icon::help},
        {QStringLiteral("fullscreen"), Icon::expand}, {QStringLiteral("firststart"), Icon::star},
        {QStringLiteral("quit"), Icon::close},        {QStringLiteral("theme.light"), Icon::sun},
        {QStringLiteral("theme.dark"), Icon::moon},   {QStringLiteral("theme.system"), Icon::monitor},
        {QStringLiteral("language.en"), Icon::globe}, {QStringLiteral("language.fr"), Icon::globe},
        {QStringLiteral("account.menu"), Icon::person}, {QStringLiteral("account.own"), Icon::shield},
        {QStringLiteral("account.switch"), Icon::people}, {QStringLiteral("account.lock"), Icon::lock},
        {QStringLiteral("account.signout"), Icon::personX}};
    return icons.value(id, Icon::arrowRight);
}

/// Other words that find an act, in whatever language the console speaks.
QString keywordsOf(const QString &id)
{
    const QString kind = id.section(QLatin1Char('.'), 0, 0);
    if (kind == QLatin1String("theme"))
        return QStringLiteral("theme thème dark light sombre clair");
    if (kind == QLatin1String("language"))
        return QStringLiteral("language langue english anglais french français");
    if (kind == QLatin1String("settings"))
        return QStringLiteral("settings réglages theme thème dark light sombre clair language langue");
    return {};
}

QString addressOf(const QAction *act)
{
    return QStringLiteral("act/%1").arg(quintptr(act));
}

} // namespace

QAction *MainWindow::action(const QString &id, const QKeySequence &keys, void (MainWindow::*slot)())
{
    auto *made = new QAction(this);
    made->setObjectName(id);
    made->setShortcut(keys);
    made->setShortcutContext(Qt::WindowShortcut);
    connect(made, &QAction::triggered, this, slot);
    m_registry->adopt(made);
    return made;
}

void MainWindow::makeActions()
{
    addAction(action(QStringLiteral("palette"), Qt::CTRL | Qt::Key_K, &MainWindow::openPalette));
    addAction(action(QStringLiteral("filter"), Qt::CTRL | Qt::Key_F, &MainWindow::focusFilter));
    addAction(action(QStringLiteral("refresh"), Qt::Key_F5, &MainWindow::refresh));
    addAction(action(QStringLiteral("settings"), Qt::CTRL | Qt::Key_Comma, &MainWindow::openSettings));
    addAction(action(QStringLiteral("shortcuts"), Qt::CTRL | Qt::Key_Slash, &MainWindow::openShortcuts));
    addAction(action(QStringLiteral("help"), Qt::Key_F1, &MainWindow::openHelp));
    addAction(action(QStringLiteral("fullscreen"), Qt::Key_F11, &MainWindow::toggleFullScreen));
    if (m_console.may(Permission::manageSettings))
        action(QStringLiteral("firststart"), {}, &MainWindow::firstStartRequested);
    addAction(action(QStringLiteral("quit"), QKeySequence::Quit, &MainWindow::closeWindow));
    // A shortcut of the whole window would quarrel with the pages' own undo; keyPressEvent comes after them.
    action(QStringLiteral("undo"), QKeySequence::Undo, &MainWindow::undo);
    makeChoices();
    makeAccountActions();
    for (int i = 0; i < m_pages.size(); ++i) {
        Page *page = m_pages[i];
        auto *go = new QAction(this);
        go->setObjectName(placeOf(page->id()));
        if (i < 9)
            go->setShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + i));
        connect(go, &QAction::triggered, this, [this, id = page->id()] { showPage(id); });
        addAction(go);
        m_registry->adopt(go);
        for (QAction *act : page->findChildren<QAction *>())
            m_registry->adopt(act, placeOf(page->id()));
    }
    connect(m_registry, &ActionRegistry::keysChanged, this, &MainWindow::retranslate);
}

void MainWindow::makeChoices()
{
    const auto choice = [this](const QString &id, auto choose) {
        auto *made = new QAction(this);
        made->setObjectName(id);
        connect(made, &QAction::triggered, this, choose);
        addAction(made);
        m_registry->adopt(made);
    };
    for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")})
        choice(QStringLiteral("theme.") + theme, [this, theme] { m_settings.setTheme(theme); });
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")})
        choice(QStringLiteral("language.") + language, [this, language] { m_settings.setLanguage(language); });
}

void MainWindow::nameChoices()
{
    const std::pair<const char *, QString> texts[]{
        {"theme.light", tr("Theme: light")}, {"theme.dark", tr("Theme: dark")}, {"theme.system", tr("Theme: as the system")},
        {"language.en", tr("Language: %1").arg(QStringLiteral("English"))}, {"language.fr", tr("Language: %1").arg(QStringLiteral("Français"))}};
    for (const auto &[id, text] : texts)
        m_registry->action(QString::fromLatin1(id))->setText(text);
}

void MainWindow::closeWindow()
{
    close();
}

void MainWindow::openPalette()
{
    fillPalette();
    m_palette->open();
}

void MainWindow::fillPalette(const QString &query)
{
    QList<PaletteItem> items;
    const auto snapshot = m_console.engine().snapshot();
    const auto &state = snapshot->state;
    if (query.trimmed().size() >= shortestNumber) {
        int found = 0;
        for (const auto &[number, id] : state.numbers) {
            const QString text = QString::fromStdString(number);
            if (!text.contains(query.trimmed(), Qt::CaseInsensitive) || ++found > ticketsOffered)
                continue;
            const Ticket *ticket = state.ticket(id);
            items.append({QStringLiteral("ticket/") + text, tr("Tickets"), text,
                          ticket ? words::ticketState(ticket->state) : QString(), {}, {}, Icon::ticket, true});
        }
    }
    if (Page *page = currentPage()) {
        for (const QAction *act : page->paletteActions())
            items.append({addressOf(act), page->title(), act->text(), {}, shownKeys(act), {}, iconOf(page->id()), act->isEnabled()});
    }
    for (const Page *page : m_pages) {
        const QString place = placeOf(page->id());
        items.append({place, tr("Pages"), page->title(), {}, shownKeys(m_registry->action(place)), {}, iconOf(page->id()), true});
    }
    for (const auto &[site, name] : otherBranches())
        items.append({QStringLiteral("branch/%1").arg(site.value), tr("Branches"), name, {}, {}, {}, Icon::building, true});
    for (const auto &[id, queue] : state.queues) {
        const QString name = QString::fromStdString(queue.config.name);
        const QString key = QString::number(id.value);
        const bool open = queue.config.status == QueueStatus::active;
        items.append({QStringLiteral("queue/") + key, tr("Queues"), name, tr("%n waiting", nullptr, queue.waitingCount()), {},
                      QString::fromStdString(queue.config.prefix), Icon::people, true});
        if (!m_console.may(Permission::manageQueue))
            continue;
        items.append({(open ? QStringLiteral("pause/") : QStringLiteral("open/")) + key, tr("Queues"),
                      open ? tr("Pause %1").arg(name) : tr("Open %1").arg(name), {}, {}, {},
                      open ? Icon::pauseCircle : Icon::playOutline, true});
    }
    for (const auto &[id, agent] : state.agents) {
        if (!(agent.user == m_console.engine().user()) && !m_console.may(Permission::manageAgent))
            continue;
        items.append({QStringLiteral("agent/%1").arg(id.value), tr("Desks"), tr("Desk of %1").arg(QString::fromStdString(agent.name)),
                      words::agentStatus(agent.status), {}, {}, Icon::person, true});
    }
    for (const ActionRegistry::Entry &entry : m_registry->entries()) {
        if (entry.scope.isEmpty() && !entry.id.startsWith(QLatin1String("page/")) && entry.id != QLatin1String("palette"))
            items.append({entry.id, tr("Console"), entry.action->text(), {}, shownKeys(entry.action), keywordsOf(entry.id), iconOfAct(entry.id), true});
    }
    for (const Page *page : m_pages) {
        if (page == currentPage())
            continue;
        for (const QAction *act : page->paletteActions())
            items.append({addressOf(act), page->title(), act->text(), page->title(), shownKeys(act), {}, iconOf(page->id()), act->isEnabled()});
    }
    m_palette->setItems(items);
}

void MainWindow::addTicketItems(const QString &query)
{
    fillPalette(query);
}

void MainWindow::runPaletteItem(const QString &id)
{
    const QString kind = id.section(QLatin1Char('/'), 0, 0);
    const QString rest = id.section(QLatin1Char('/'), 1);
    const qint64 value = rest.toLongLong();
    if (kind == QLatin1String("page")) {
        showPage(PageId(int(value)));
    } else if (kind == QLatin1String("queue")) {
        leaveTo(PageId::tickets, value);
    } else if (kind == QLatin1String("ticket")) {
        leaveTo(PageId::tickets, rest);
    } else if (kind == QLatin1String("agent")) {
        m_console.setDeskAgent({value});
        leaveTo(PageId::desk, {});
    } else if (kind == QLatin1String("branch")) {
        m_console.requestBranch({value});
    } else if (kind == QLatin1String("act")) {
        runPageAction(value);
    } else if (kind == QLatin1String("pause") || kind == QLatin1String("open")) {
        const QueueStatus wanted = kind == QLatin1String("open") ? QueueStatus::active : QueueStatus::paused;
        const engine::SharedSnapshot snapshot = m_console.engine().snapshot();
        const auto *queue = snapshot->state.queue({value});
        const QString name = queue ? QString::fromStdString(queue->config.name) : QString();
        submit(m_console.engine(), SetQueueStatus{{value}, wanted}, AgentId{}, this, [this, name, wanted](const engine::Answer &answer) {
            if (answer)
                m_undoToasts->tell(wanted == QueueStatus::active ? tr("%1 is open.").arg(name) : tr("%1 is paused: nobody is called.").arg(name));
            else
                showFailure(answer.error());
        });
    } else if (QAction *act = m_registry->action(id)) {
        act->trigger();
    }
}

void MainWindow::runPageAction(qint64 address)
{
    for (const Page *page : std::as_const(m_pages)) {
        for (QAction *act : page->paletteActions()) {
            if (qint64(quintptr(act)) != address)
                continue;
            if (page != currentPage())
                showPage(page->id());
            act->trigger();
            return;
        }
    }
}

} // namespace smartqueue::pages
