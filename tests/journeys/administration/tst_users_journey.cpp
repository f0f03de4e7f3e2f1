#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <smartqueue/pages/administration_page.h>
#include <smartqueue/pages/users_tab.h>
#include <smartqueue/presentation/user_table_model.h>
#include <smartqueue/widgets/empty_state.h>

#include "gallery.h"
#include "small_branch.h"
#include "tenant_house.h"
#include "walk.h"

using namespace smartqueue;
using presentation::UserTableModel;
using testing::HouseDesk;
using testing::TenantHouse;

namespace {

/// The users' tab as one person has it.
struct Users {
    Users(TenantHouse &house, SiteId site, UserId user)
        : desk(house, site, user), tab(new pages::UsersTab(desk.console)), page(desk.console, {tab}), toasts(&page, &pages::Page::toastRequested),
          failures(&page, &pages::Page::failed)
    {
        page.resize(1084, 716);
        page.show();
        page.activateWindow();
        table = page.findChild<QTableView *>(QStringLiteral("usersTable"));
    }

    template <class W>
    W *find(const char *name)
    {
        for (W *found : page.findChildren<W *>(QString::fromLatin1(name))) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void click(const char *name) { find<QAbstractButton>(name)->click(); }
    void type(const char *name, const QString &text)
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY2(field, name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    void choose(const char *name, const QString &text)
    {
        auto *combo = find<QComboBox>(name);
        QVERIFY2(combo, name);
        QVERIFY2(combo->findText(text) >= 0, qPrintable(text));
        combo->setCurrentIndex(combo->findText(text));
    }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            texts.append(table->model()->index(row, column).data().toString());
        return texts;
    }
    QStringList names() const { return column(UserTableModel::name); }
    QModelIndex cell(const QString &name, int column) const
    {
        return table->model()->index(int(names().indexOf(name)), column);
    }
    void clickCell(const QString &name, int column)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell(name, column)).center());
    }
    /// Every row has its room, and there is none for rows that are gone.
    bool isLaidOut() const
    {
        const QHeaderView *rows = table->verticalHeader();
        return rows->length() == table->model()->rowCount() * rows->defaultSectionSize();
    }
    QString count() { return find<QLabel>("usersCount")->text(); }

    HouseDesk desk;
    pages::UsersTab *tab;
    pages::AdministrationPage page;
    QSignalSpy toasts;
    QSignalSpy failures;
    QTableView *table = nullptr;
};

/// An agent of the side, invited by its admin, at counter 1 with a ticket in hand.
UserId agentWithTicket(TenantHouse &house, const TenantHouse::Side &side)
{
    const InviteAgent invite{{"busy@example.org", "Nadia", "Roy", ""}, side.tenant, {side.queue}};
    const UserId user{house.must(invite, side.admin, side.site).entity};
    const engine::SharedSnapshot snapshot = house.settled(side.site);
    for (const auto &[id, agent] : snapshot->state.agents) {
        if (agent.user != user)
            continue;
        house.must(SignIn{id, "1"}, side.admin, side.site);
        house.issue(side);
        house.must(CallNext{id}, side.admin, side.site);
    }
    return user;
}

} // namespace

class TestUsersJourney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void aSuperadminCreatesATenantsAdminByTheSheet()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        QVERIFY(QTest::qWaitForWindowActive(&users.page));
        users.click("usersNew");
        auto *email = users.find<QLineEdit>("userEmail");
        QTRY_VERIFY(email->hasFocus());
        QTest::keyClicks(email, QStringLiteral("NORTH.admin@example.org"));
        // Checked a moment after the typing, whatever the spelling.
        QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("Claire Dupont")));
        testing::picture(users.page, QStringLiteral("users-taken"));
        users.type("userEmail", QStringLiteral("ines.morel@example.org"));
        QTRY_VERIFY(email->accessibleDescription().contains(QLatin1String("Free")));
        users.type("userFirstName", QStringLiteral("Ines"));
        users.type("userLastName", QStringLiteral("Morel"));
        users.type("userPhone", QStringLiteral("+33 1 23 45 67 89"));
        users.click("userGenerate");
        const std::string password = users.find<QLineEdit>("userPassword")->text().toStdString();
        QCOMPARE(password.size(), std::size_t(19));
        users.click("membershipAdd");
        users.choose("membershipTenant", QStringLiteral("South"));
        users.choose("membershipRole", QStringLiteral("Administrator"));
        testing::picture(users.page, QStringLiteral("users-create"));
        QTest::keyClick(email, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(users.toasts.size(), 1);

        const auto directory = house.installation->directory();
        const User *made = directory->userByEmail("ines.morel@example.org");
        QVERIFY(made);
        QCOMPARE(directory->role(made->id, house.south.tenant), std::optional(Role::admin));
        QVERIFY(made->mustChangePassword && made->hasPassword);
        QCOMPARE(users.table->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("Ines Morel"));
        // Nothing of the password stays behind the closed sheet.
        QVERIFY(users.page.findChild<QLineEdit *>(QStringLiteral("userPassword"))->text().isEmpty());
        auto entered = house.installation->signIn("Ines.Morel@example.org", password, {}, "desk");
        entered.waitForFinished();
        QVERIFY(entered.result().has_value());
    }

    void whatCannotBeSavedIsSaidAtItsField()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        users.click("usersNew");
        users.type("userEmail", QStringLiteral("nobody"));
        users.click("setupSave");
        QVERIFY(users.find<QLineEdit>("userEmail")->accessibleDescription().contains(QLatin1String("e-mail address")));
        users.type("userEmail", QStringLiteral("nobody@example.org"));
        users.type("userPassword", QStringLiteral("password1"));
        users.type("userPasswordAgain", QStringLiteral("password2"));
        users.click("setupSave");
        QCOMPARE(users.toasts.size(), 0);
        users.type("userPasswordAgain", QStringLiteral("password1"));
        users.click("setupSave");
        // Only the engine knows that it is a common one.
        QTRY_VERIFY(users.find<QAbstractButton>("setupSave")->isEnabled());
        QCOMPARE(users.toasts.size(), 0);
        QVERIFY(!house.installation->directory()->userByEmail("nobody@example.org"));
        testing::picture(users.page, QStringLiteral("users-refused"));
    }

    void theListIsSearchedSortedAndFiltered()
    {
        TenantHouse house;
        house.must(InviteAgent{{"guest@example.org", "Théo", "Martin", "0612345678"}, house.north.tenant, {house.north.queue}}, house.north.admin, house.north.site);
        house.must(SetUserActive{house.south.supervisor, false}, house.root);
        (void)house.settled(house.north.site);
        Users users(house, house.north.site, house.root);
        QCOMPARE(users.names(), QStringList({QStringLiteral("Claire Dupont"), QStringLiteral("Marek Novak"), QStringLiteral("Ruth Berger"),
                                             QStringLiteral("Sam Dupont"), QStringLiteral("Sam Novak"), QStringLiteral("Théo Martin")}));
        QCOMPARE(users.count(), QStringLiteral("6 people, 5 active"));
        QVERIFY(users.isLaidOut());
        testing::picture(users.page, QStringLiteral("users"));

        users.type("usersFilter", QStringLiteral("061234"));
        QCOMPARE(users.names(), QStringList(QStringLiteral("Théo Martin")));
        QCOMPARE(users.count(), QStringLiteral("1 of 6"));
        QVERIFY(users.isLaidOut());
        users.type("usersFilter", QStringLiteral("south.LEAD"));
        QCOMPARE(users.names(), QStringList(QStringLiteral("Sam Novak")));
        users.type("usersFilter", QStringLiteral("nobody at all"));
        testing::picture(users.page, QStringLiteral("users-none"));
        auto *none = users.page.findChild<widgets::EmptyState *>();
        QVERIFY(none);
        none->findChild<QAbstractButton *>()->click();
        QTRY_COMPARE(users.names().size(), 6);
        QVERIFY(users.isLaidOut());
        users.type("usersFilter", QStringLiteral("dupont"));
        users.find<QLineEdit>("usersFilter")->clear();
        QVERIFY(users.isLaidOut());

        QTest::mouseClick(users.table->horizontalHeader()->viewport(), Qt::LeftButton, {}, {users.table->columnViewportPosition(0) + 20, 10});
        QCOMPARE(users.names().first(), QStringLiteral("Théo Martin"));
        users.table->sortByColumn(UserTableModel::standing, Qt::AscendingOrder);
        QCOMPARE(users.names().first(), QStringLiteral("Ruth Berger"));
        QCOMPARE(users.names().last(), QStringLiteral("Théo Martin"));

        users.choose("usersStanding", QStringLiteral("Supervisor"));
        QCOMPARE(users.names(), QStringList({QStringLiteral("Sam Dupont"), QStringLiteral("Sam Novak")}));
        users.choose("usersStatus", QStringLiteral("Off"));
        QCOMPARE(users.names(), QStringList(QStringLiteral("Sam Novak")));
        users.choose("usersStanding", QStringLiteral("All roles"));
        users.choose("usersStatus", QStringLiteral("Invited"));
        QCOMPARE(users.names(), QStringList(QStringLiteral("Théo Martin")));
        house.clock.advance(std::chrono::hours(73));
        users.tab->activated();
        QVERIFY(users.names().isEmpty());
        users.choose("usersStatus", QStringLiteral("Code expired"));
        QCOMPARE(users.names(), QStringList(QStringLiteral("Théo Martin")));
        QCOMPARE(users.cell(QStringLiteral("Théo Martin"), UserTableModel::lastSeen).data(UserTableModel::secondRole).toString(), QStringLiteral("code expired"));
        testing::picture(users.page, QStringLiteral("users-expired"));
    }

    void theSignInIsSwitchedByTheMouseAndByTheKeyboard()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        QVERIFY(QTest::qWaitForWindowActive(&users.page));
        const auto active = [&] { return house.installation->directory()->user(house.north.supervisor)->active; };
        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::signIn);
        QTRY_COMPARE(users.cell(QStringLiteral("Sam Dupont"), UserTableModel::signIn).data().toString(), QStringLiteral("Off"));
        QVERIFY(!active());
        QCOMPARE(users.toasts.size(), 1);
        users.table->setFocus();
        users.table->setCurrentIndex(users.cell(QStringLiteral("Sam Dupont"), UserTableModel::name));
        QTest::keyClick(users.table, Qt::Key_Space);
        QTRY_COMPARE(users.cell(QStringLiteral("Sam Dupont"), UserTableModel::signIn).data().toString(), QStringLiteral("On"));
        QVERIFY(active());
        // Nobody shuts themselves out by a click.
        QVERIFY(!users.cell(QStringLiteral("Ruth Berger"), UserTableModel::signIn).data(UserTableModel::switchableRole).toBool());
        users.table->setCurrentIndex(users.cell(QStringLiteral("Ruth Berger"), UserTableModel::name));
        QTest::keyClick(users.table, Qt::Key_Space);
        QVERIFY(house.installation->directory()->user(house.root)->active);
    }

    void aRemovalNamesTheConsequencesAndIsRefusedWhileATicketIsOpen()
    {
        TenantHouse house;
        const UserId nadia = agentWithTicket(house, house.north);
        Users users(house, house.north.site, house.root);
        QVERIFY(QTest::qWaitForWindowActive(&users.page));
        users.table->setFocus();
        users.table->setCurrentIndex(users.cell(QStringLiteral("Nadia Roy"), UserTableModel::name));
        QTest::keyClick(users.table, Qt::Key_Return);
        users.click("setupRemove");
        const auto question = [&] {
            for (const QLabel *label : users.page.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String("retention")))
                    return label->text();
            }
            return QString();
        };
        QVERIFY(question().contains(QLatin1String("Nadia Roy")));
        testing::picture(users.page, QStringLiteral("users-remove"));
        users.click("setupYes");
        QTRY_VERIFY(users.find<QLabel>("setupRefusal"));
        QVERIFY(users.find<QLabel>("setupRefusal")->text().contains(QLatin1String("N")));
        testing::picture(users.page, QStringLiteral("users-refusal"));
        QVERIFY(!house.installation->directory()->user(nadia)->removed);

        const engine::SharedSnapshot snapshot = house.settled(house.north.site);
        for (const auto &[id, agent] : snapshot->state.agents) {
            if (agent.user == nadia)
                house.must(MarkNoShow{id}, house.north.admin, house.north.site);
        }
        users.click("setupRemove");
        users.click("setupYes");
        QTRY_COMPARE(users.toasts.size(), 1);
        QVERIFY(house.installation->directory()->user(nadia)->removed);
        QVERIFY(!users.names().contains(QStringLiteral("Nadia Roy")));
    }

    void rolesAreChangedTakenAndGiven()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::name);
        users.choose("membershipRole", QStringLiteral("Agent"));
        users.click("membershipAdd");
        users.choose("userPlatform", QStringLiteral("Staff"));
        testing::picture(users.page, QStringLiteral("users-edit"));
        users.click("setupSave");
        QTRY_COMPARE(users.toasts.size(), 1);
        const auto directory = house.installation->directory();
        QCOMPARE(directory->role(house.north.supervisor, house.north.tenant), std::optional(Role::agent));
        QCOMPARE(directory->role(house.north.supervisor, house.south.tenant), std::optional(Role::agent));
        QCOMPARE(directory->user(house.north.supervisor)->platform, PlatformRole::staff);

        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::name);
        users.click("membershipRemove");
        users.click("setupSave");
        QTRY_COMPARE(users.toasts.size(), 2);
        QVERIFY(!house.installation->directory()->role(house.north.supervisor, house.north.tenant));
    }

    void aNewPasswordAndASignOutEverywhereReachThePerson()
    {
        TenantHouse house;
        const auto sessions = [&] { return house.installation->directory()->user(house.north.supervisor)->sessions; };
        Users users(house, house.north.site, house.north.admin);
        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::name);
        const int before = sessions();
        users.click("userEndSessions");
        users.click("setupYes");
        QTRY_COMPARE(users.toasts.size(), 1);
        QVERIFY(sessions() > before);

        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::name);
        users.click("userGenerate");
        const std::string password = users.find<QLineEdit>("userPassword")->text().toStdString();
        users.click("setupSave");
        QTRY_COMPARE(users.toasts.size(), 2);
        QVERIFY(house.installation->directory()->user(house.north.supervisor)->mustChangePassword);
        auto entered = house.installation->signIn("north.lead@example.org", password, {}, "desk");
        entered.waitForFinished();
        QVERIFY(entered.result().has_value());
    }

    void anAdminSeesTheirOwnMembersAndNothingOfOthers()
    {
        TenantHouse house;
        house.must(GrantRole{house.south.supervisor, house.north.tenant, Role::agent}, house.root);
        // An agent elsewhere, who sees none of the list there.
        house.must(GrantRole{house.north.admin, house.south.tenant, Role::agent}, house.root);
        (void)house.settled(house.north.site);
        Users users(house, house.north.site, house.north.admin);
        QCOMPARE(users.names(), QStringList({QStringLiteral("Claire Dupont"), QStringLiteral("Sam Dupont"), QStringLiteral("Sam Novak")}));
        QCOMPARE(users.cell(QStringLiteral("Sam Novak"), UserTableModel::places).data().toString(), QStringLiteral("North"));
        QCOMPARE(users.cell(QStringLiteral("Sam Novak"), UserTableModel::standing).data().toString(), QStringLiteral("Agent"));
        testing::picture(users.page, QStringLiteral("users-admin"));
        QVERIFY(!users.find<QAbstractButton>("usersNew"));
        QVERIFY(users.find<QAbstractButton>("usersInvite"));
        // Switching accounts off is the platform's: the word alone stands there.
        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::signIn);
        QVERIFY(house.installation->directory()->user(house.north.supervisor)->active);
        QVERIFY(users.find<QLineEdit>("userEmail"));
        QVERIFY(!users.find<QComboBox>("userPlatform"));
        QVERIFY(!users.find<QAbstractButton>("setupRemove"));
        QVERIFY(!users.find<QAbstractButton>("membershipAdd"));
        testing::picture(users.page, QStringLiteral("users-admin-edit"));

        // Who belongs to two is the platform's: only the role here is this admin's.
        users.clickCell(QStringLiteral("Sam Novak"), UserTableModel::name);
        QVERIFY(users.find<QLineEdit>("userFirstName")->isReadOnly());
        QVERIFY(!users.find<QLineEdit>("userPassword"));
        users.choose("membershipRole", QStringLiteral("Supervisor"));
        users.click("setupSave");
        QTRY_COMPARE(users.toasts.size(), 1);
        QCOMPARE(house.installation->directory()->role(house.south.supervisor, house.north.tenant), std::optional(Role::manager));
        QCOMPARE(house.installation->directory()->role(house.south.supervisor, house.south.tenant), std::optional(Role::manager));
    }

    void aSupervisorHasNoTabAndStaffOnlyRead()
    {
        TenantHouse house;
        const UserId staff = house.user("staff@example.org", "Ada", "Stone", PlatformRole::staff, house.root);
        (void)house.settled(house.north.site);
        HouseDesk supervisor(house, house.north.site, house.north.supervisor);
        QVERIFY(!pages::UsersTab::isFor(supervisor.console));
        HouseDesk admin(house, house.north.site, house.north.admin);
        QVERIFY(pages::UsersTab::isFor(admin.console));
        HouseDesk reader(house, house.north.site, staff);
        QVERIFY(pages::UsersTab::isFor(reader.console));

        Users users(house, house.north.site, staff);
        QCOMPARE(users.names().size(), 6);
        QVERIFY(!users.find<QAbstractButton>("usersNew"));
        QVERIFY(!users.find<QAbstractButton>("usersInvite"));
        QVERIFY(users.tab->paletteActions().isEmpty());
        users.clickCell(QStringLiteral("Marek Novak"), UserTableModel::name);
        QVERIFY(users.find<QLineEdit>("userEmail")->isReadOnly());
        for (const char *name : {"setupSave", "setupRemove", "membershipAdd", "membershipRemove", "userGenerate", "userEndSessions"})
            QVERIFY2(!users.find<QAbstractButton>(name), name);
        testing::picture(users.page, QStringLiteral("users-staff"));
    }

    void theOwnerIsAskedToBecomeTheFirstSuperadmin()
    {
        testing::SmallBranch branch;
        engine::Monitor monitor(*branch.engine);
        presentation::Console console(*branch.engine, monitor, false);
        QVERIFY(pages::UsersTab::isFor(console));
        auto *tab = new pages::UsersTab(console);
        pages::AdministrationPage page(console, {tab});
        page.resize(1084, 716);
        page.show();
        testing::picture(page, QStringLiteral("users-owner"));
        QSignalSpy asked(&console, &presentation::Console::ownershipRequested);
        auto *empty = page.findChild<widgets::EmptyState *>();
        QVERIFY(empty && empty->isVisible());
        empty->findChild<QAbstractButton *>()->click();
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(tab->paletteActions().isEmpty());
    }

    void escAsksBeforeTypedTextIsLostAndWhatOthersDoIsFollowed()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        users.click("usersNew");
        users.type("userFirstName", QStringLiteral("Half"));
        QVERIFY(users.tab->holdsTyped());
        house.user("late@example.org", "Zoe", "Late", PlatformRole::none, house.root);
        QTRY_VERIFY(users.names().contains(QStringLiteral("Zoe Late")));
        QCOMPARE(users.find<QLineEdit>("userFirstName")->text(), QStringLiteral("Half"));
        QTest::keyClick(users.find<QLineEdit>("userFirstName"), Qt::Key_Escape);
        QVERIFY(users.find<QLineEdit>("userFirstName"));
        users.click("setupYes");
        QVERIFY(!users.find<QLineEdit>("userFirstName"));
        QVERIFY(!users.tab->holdsTyped());
    }

    void everythingHasANameAndRoomForItsTexts()
    {
        TenantHouse house;
        Users users(house, house.north.site, house.root);
        QCOMPARE(testing::faultsOf(users.page), QString());
        users.clickCell(QStringLiteral("Sam Dupont"), UserTableModel::name);
        QCOMPARE(testing::faultsOf(users.page), QString());
        users.tab->create();
        users.click("membershipAdd");
        users.click("userGenerate");
        QCOMPARE(testing::faultsOf(users.page), QString());
    }
};

QTEST_MAIN(TestUsersJourney)
#include "tst_users_journey.moc"
