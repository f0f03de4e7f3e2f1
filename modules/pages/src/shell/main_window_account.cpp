#include <QActionGroup>
#include <QMenu>

#include <smartqueue/accounts/scope.h>
#include <smartqueue/presentation/people.h>
#include <smartqueue/widgets/icons.h>
#include <smartqueue/widgets/pill.h>
#include <smartqueue/widgets/sidebar.h>

#include "shown_keys.h"
#include "smartqueue/pages/main_window.h"

namespace smartqueue::pages {

using widgets::Icon;
using widgets::themedIcon;
namespace people = presentation::people;

namespace {

/// Longer names have no room in the sidebar.
constexpr int longestInSidebar = 17;

/// What the menu is about. A section of Qt's is a bare line in most styles.
void addHeading(QMenu &menu, const QString &text)
{
    menu.addAction(text)->setEnabled(false);
}

TenantId tenantOf(const accounts::Directory &directory, SiteId id)
{
    const Site *site = directory.site(id);
    return site ? site->tenant : TenantId{};
}

} // namespace

bool MainWindow::hasAccount() const
{
    return m_console.engine().user().value > 0;
}

QString MainWindow::roleHere() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return people::roleIn(*directory, m_console.engine().user(), tenantOf(*directory, m_console.engine().site()));
}

QString MainWindow::whoIsHere() const
{
    if (!hasAccount())
        return roleHere();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    return tr("%1 · %2", "role, name").arg(roleHere(), people::name(*directory, m_console.engine().user()));
}

QString MainWindow::accountName() const
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const QString name = people::name(*directory, m_console.engine().user());
    return name.size() <= longestInSidebar ? name : tr("Account");
}

QList<std::pair<SiteId, QString>> MainWindow::otherBranches() const
{
    QList<std::pair<SiteId, QString>> branches;
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    for (const auto &[id, site] : directory->sites) {
        const Tenant *tenant = directory->tenant(site.tenant);
        if (id == m_console.engine().site() || !tenant || !accounts::enters(*directory, m_console.engine().user(), id))
            continue;
        const bool same = site.tenant == tenantOf(*directory, m_console.engine().site());
        const QString name = QString::fromStdString(site.name);
        branches.append({id, same ? name : tr("%1 · %2", "tenant, branch").arg(people::tenantName(*tenant), name)});
    }
    return branches;
}

void MainWindow::makeAccountActions()
{
    if (!hasAccount())
        return;
    addAction(action(QStringLiteral("account.menu"), {}, &MainWindow::openAccountMenu));
    addAction(action(QStringLiteral("account.own"), {}, &MainWindow::accountRequested));
    // In the demo everybody is a click away, and there is nothing to hide.
    if (m_console.isDemo())
        return;
    addAction(action(QStringLiteral("account.lock"), Qt::CTRL | Qt::Key_L, &MainWindow::lockRequested));
    addAction(action(QStringLiteral("account.switch"), {}, &MainWindow::switchRequested));
    addAction(action(QStringLiteral("account.signout"), {}, &MainWindow::signOutRequested));
}

void MainWindow::nameAccountActions()
{
    const std::pair<const char *, QString> texts[]{{"account.menu", tr("Account menu")},
                                                   {"account.own", tr("My account…")},
                                                   {"account.lock", tr("Lock the console")},
                                                   {"account.switch", tr("Switch person…")},
                                                   {"account.signout", tr("Sign out")}};
    for (const auto &[id, text] : texts) {
        if (QAction *act = m_registry->action(QString::fromLatin1(id)))
            act->setText(text);
    }
}

void MainWindow::openAccountMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("accountMenu"));
    addHeading(*menu, whoIsHere());
    const auto add = [this, menu](const char *id, Icon icon) {
        if (QAction *act = m_registry->action(QString::fromLatin1(id))) {
            QAction *entry = menu->addAction(themedIcon(icon), act->text(), act, &QAction::trigger);
            entry->setShortcut(act->shortcut());
            entry->setShortcutVisibleInContextMenu(true);
            // It only shows the keys; two with the same would both be silent.
            entry->setShortcutContext(Qt::WidgetShortcut);
        }
    };
    add("account.own", Icon::shield);
    add("account.switch", Icon::people);
    add("account.lock", Icon::lock);
    const auto branches = otherBranches();
    if (!branches.isEmpty()) {
        QMenu *other = menu->addMenu(themedIcon(Icon::building), tr("Other branch"));
        for (const auto &[site, name] : branches)
            other->addAction(name, this, [this, site = site] { m_console.requestBranch(site); });
    }
    menu->addSeparator();
    add("account.signout", Icon::personX);
    const QPoint corner = m_sidebar->mapToGlobal(QPoint(0, m_sidebar->height() - menu->sizeHint().height()));
    menu->popup(corner + QPoint(m_sidebar->width(), 0));
}

void MainWindow::offerDemoPeople(const QList<UserId> &offered)
{
    m_demoPeople = offered;
    for (const UserId user : offered) {
        const QString id = QStringLiteral("demo.%1").arg(user.value);
        if (m_registry->action(id))
            continue;
        auto *act = new QAction(this);
        act->setObjectName(id);
        connect(act, &QAction::triggered, this, [this, user] { Q_EMIT demoPersonChosen(user); });
        addAction(act);
        m_registry->adopt(act);
    }
    retranslate();
}

void MainWindow::nameDemoPeople()
{
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const TenantId tenant = tenantOf(*directory, m_console.engine().site());
    for (const UserId user : std::as_const(m_demoPeople)) {
        m_registry->action(QStringLiteral("demo.%1").arg(user.value))
            ->setText(tr("Be %1 · %2", "name, role").arg(people::name(*directory, user), people::roleIn(*directory, user, tenant)));
    }
}

void MainWindow::openDemoMenu()
{
    if (m_demoPeople.isEmpty())
        return explainDemo();
    const engine::SharedDirectory directory = m_console.engine().installation().directory();
    const TenantId tenant = tenantOf(*directory, m_console.engine().site());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("demoMenu"));
    addHeading(*menu, tr("Who are you in the demo?"));
    auto *group = new QActionGroup(menu);
    for (const UserId user : std::as_const(m_demoPeople)) {
        QAction *entry = menu->addAction(tr("%1 · %2", "role, name").arg(people::roleIn(*directory, user, tenant), people::name(*directory, user)));
        entry->setCheckable(true);
        entry->setChecked(user == m_console.engine().user());
        group->addAction(entry);
        connect(entry, &QAction::triggered, this, [this, user] {
            if (!(user == m_console.engine().user()))
                Q_EMIT demoPersonChosen(user);
        });
    }
    menu->addSeparator();
    menu->addAction(themedIcon(Icon::demo), tr("What the demo is"), this, &MainWindow::explainDemo);
    menu->popup(m_demo->mapToGlobal(QPoint(0, m_demo->height() + 4)));
}

} // namespace smartqueue::pages
