#include <QAbstractButton>
#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/memory_store.h>
#include <smartqueue/pages/agents_page.h>
#include <smartqueue/pages/main_window.h>
#include <smartqueue/pages/tickets_page.h>
#include <smartqueue/secrets/argon2.h>
#include <smartqueue/secrets/oath_passwords.h>
#include <smartqueue/secrets/sodium_hasher.h>
#include <smartqueue/secrets/sodium_sealer.h>
#include <smartqueue/widgets/rank_list.h>

#include "console/console_windows.h"
#include "gallery.h"

using namespace smartqueue;
using pages::AgentsPage;
using presentation::AgentTableModel;

namespace {

/// A branch with a user of each role, and one agent who is at work.
struct StaffedBranch {
    StaffedBranch()
    {
        engine::EngineOptions options;
        options.regularWork = false;
        options.publishInterval = Duration(1);
        installation = engine::Installation::start(std::make_unique<engine::MemoryStore>(), clock, options, {&hasher, &sealer, &oneTime}).value();
        root = user("root", PlatformRole::superadmin, {});
        Branch branch;
        branch.name = "Downtown";
        branch.counters = {"1"};
        tell(DefineBranch{branch}, root);
        tenant = settled()->tenants.begin()->first;
        Service service;
        service.name = "Visits";
        Queue queue;
        queue.name = "Visits";
        queue.service = {tell(DefineService{service}, root).entity};
        visits = {tell(DefineQueue{queue}, root).entity};
        manager = member("manager", Role::manager);
        admin = member("admin", Role::admin);
        colleague = member("colleague", Role::agent);
        desk = member("desk", Role::agent);
        staff = user("staff", PlatformRole::staff, root);
        Agent profile;
        profile.name = "Desk Person";
        profile.user = desk;
        profile.assignments = {{visits, 1}};
        agent = {tell(DefineAgent{profile}, admin).entity};
        tell(SignIn{agent, "1"}, desk);
        tell(IssueTicket{visits}, desk);
        tell(CallNext{agent}, desk);
        settled();
    }

    engine::Receipt tell(CommandBody body, UserId by)
    {
        Command command;
        command.body = std::move(body);
        command.user = by;
        auto future = installation->submit(std::move(command));
        future.waitForFinished();
        const engine::Answer answer = future.result();
        if (!answer)
            throw std::runtime_error(std::string(answer.error().code.name()));
        return *answer;
    }

    engine::SharedDirectory settled()
    {
        auto future = installation->settledSnapshot(firstSite);
        future.waitForFinished();
        return installation->directory();
    }

    const Agent &atDesk()
    {
        settled();
        shown = installation->snapshot(firstSite);
        return *shown->state.agent(agent);
    }

    std::unique_ptr<secrets::Argon2> argon2 = secrets::Argon2::start({1, 8192}).value();
    secrets::SodiumHasher hasher{*argon2};
    secrets::SodiumSealer sealer{*argon2};
    secrets::OathPasswords oneTime;
    ManualClock clock{*fromIso8601("2026-11-19T09:00:00Z")};
    std::unique_ptr<engine::Installation> installation;
    UserId root, manager, admin, colleague, desk, staff;
    TenantId tenant;
    QueueId visits;
    AgentId agent;
    engine::SharedSnapshot shown;

private:
    UserId user(const std::string &name, PlatformRole platform, UserId by)
    {
        CreateUser create;
        create.profile = {name + "@example.org", name, "Person", {}};
        create.platform = platform;
        create.password.plain = "Granite-Kestrel-41";
        return {tell(create, by).entity};
    }

    UserId member(const std::string &name, Role role)
    {
        const UserId made = user(name, PlatformRole::none, root);
        tell(GrantRole{made, tenant, role}, root);
        return made;
    }
};

/// The program's windows as this user sees them.
struct Seat {
    Seat(StaffedBranch &branch, UserId user)
        : settings(folder.filePath(QStringLiteral("console.ini"))), windows(branch.installation->door(firstSite, user), settings, false, "this desk")
    {
        page = windows.window().findChild<AgentsPage *>();
        if (!page)
            return;
        windows.window().resize(1280, 800);
        windows.window().show();
        windows.window().showPage(pages::PageId::agents);
    }

    template <class W>
    W *find(const char *name)
    {
        for (W *found : page->findChildren<W *>(QString::fromLatin1(name))) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    void choose(const presentation::AgentKey &key)
    {
        auto *table = find<QTableView>("agentTable");
        table->setCurrentIndex(table->model()->index(page->model().rowOf(key), 0));
    }

    QTemporaryDir folder;
    presentation::ConsoleSettings settings;
    app::ConsoleWindows windows;
    AgentsPage *page = nullptr;
};

} // namespace

class TestAgentsRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { testing::prepareConsole(); }

    void anAgentHasNoSuchPage()
    {
        StaffedBranch branch;
        Seat seat(branch, branch.desk);
        QVERIFY(!seat.page);
        QVERIFY(Seat(branch, branch.manager).page);
    }

    void staffReadAndDoNothing()
    {
        StaffedBranch branch;
        Seat seat(branch, branch.staff);
        QVERIFY(seat.page);
        seat.choose({branch.agent, branch.desk});
        QCOMPARE(seat.page->model().index(seat.page->model().rowOf({branch.agent, branch.desk}), AgentTableModel::ticket).data().toString(),
                 QStringLiteral("A001"));
        for (const char *act : {"agentTakeOver", "agentSignOut", "agentEdit", "agentNew", "agentBreaks", "agentCreateProfile"})
            QVERIFY2(!seat.find<QAbstractButton>(act), act);
        QVERIFY(!seat.find<widgets::RankList>("agentRanks"));
        QVERIFY(seat.page->paletteActions().isEmpty());
        testing::picture(*seat.page, QStringLiteral("agents-staff"));
    }

    void aManagerTakesOverButDoesNotSetTheBranch()
    {
        StaffedBranch branch;
        Seat seat(branch, branch.manager);
        QVERIFY(!seat.find<QAbstractButton>("agentBreaks"));
        QVERIFY(seat.find<QAbstractButton>("agentNew"));
        seat.choose({branch.agent, branch.desk});
        QVERIFY(seat.find<QAbstractButton>("agentTakeOver"));
        QSignalSpy refused(seat.page, &pages::Page::failed);
        QSignalSpy toasts(seat.page, &pages::Page::toastRequested);
        seat.find<QAbstractButton>("agentTakeOver")->click();
        auto *menu = seat.page->findChild<QMenu *>(QStringLiteral("takeOverMenu"));
        QVERIFY(menu);
        menu->actions().first()->trigger();
        menu->close();
        QTRY_COMPARE(toasts.size(), 1);
        QVERIFY(refused.isEmpty());
        QVERIFY(!branch.atDesk().current);
        // With their name on record.
        auto audit = branch.installation->openAudit();
        UserId by;
        const Done read = (*audit)->read({}, [&](const engine::AuditEntry &entry) {
            by = entry.batch.user;
            return entry.batch.kind != "return";
        });
        QVERIFY(read && by == branch.manager);
        QTRY_VERIFY(seat.find<QAbstractButton>("agentSignOut"));
        seat.find<QAbstractButton>("agentSignOut")->click();
        QTRY_COMPARE(branch.atDesk().status, AgentStatus::offline);
    }

    void aTicketIsActedOnByWhoMay()
    {
        StaffedBranch branch;
        struct Offered {
            bool issues;
            bool acts;
            bool operator==(const Offered &) const = default;
        };
        const auto offeredTo = [&](UserId user) {
            Seat seat(branch, user);
            pages::MainWindow &window = seat.windows.window();
            window.resize(1280, 800);
            window.show();
            window.showPage(pages::PageId::tickets);
            auto *page = window.findChild<pages::TicketsPage *>();
            auto *table = page->findChild<QTableView *>(QStringLiteral("ticketTable"));
            const auto action = [&](const char *name) { return page->findChild<QAction *>(QString::fromLatin1(name)); };
            if (!QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }))
                throw std::runtime_error("no ticket");
            table->setCurrentIndex(table->model()->index(0, 0));
            if (!QTest::qWaitFor([&] { return action("tickets.copy")->isEnabled(); }))
                throw std::runtime_error("no story");
            return Offered{page->findChild<QAbstractButton *>(QStringLiteral("newTicket"))->isVisible(), action("tickets.priority")->isEnabled()};
        };
        QVERIFY((offeredTo(branch.manager) == Offered{true, true}));
        QVERIFY((offeredTo(branch.desk) == Offered{true, true}));
        // The ticket is in another's hands.
        QVERIFY((offeredTo(branch.colleague) == Offered{true, false}));
        QVERIFY((offeredTo(branch.staff) == Offered{false, false}));
    }

    void anAdminSetsTheBreaks()
    {
        StaffedBranch branch;
        Seat seat(branch, branch.admin);
        QVERIFY(seat.find<QAbstractButton>("agentBreaks"));
    }

    void aMemberWithoutAProfileGetsOne()
    {
        StaffedBranch branch;
        Seat seat(branch, branch.manager);
        const presentation::AgentKey nobodyYet{{}, branch.colleague};
        QVERIFY(seat.page->model().rowOf(nobodyYet) >= 0);
        QVERIFY(seat.page->model().rowOf({{}, branch.manager}) < 0);
        seat.choose(nobodyYet);
        testing::picture(*seat.page, QStringLiteral("agents-no-profile"));
        seat.find<QAbstractButton>("agentCreateProfile")->click();
        QTRY_VERIFY(seat.page->model().rowOf(nobodyYet) < 0);
        branch.atDesk();
        const auto &agents = branch.shown->state.agents;
        QCOMPARE(agents.size(), 2u);
        QVERIFY(agents.rbegin()->second.user == branch.colleague);
        QTRY_VERIFY(seat.find<widgets::RankList>("agentRanks"));
    }
};

QTEST_MAIN(TestAgentsRoles)
#include "tst_agents_roles.moc"
