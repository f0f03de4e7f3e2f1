#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <smartqueue/foundation/random_source.h>
#include <smartqueue/presentation/agent_table_model.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace smartqueue::presentation;
using namespace std::chrono_literals;
using testing::SmallBranch;

namespace {

struct Shown {
    Shown() { follow(); }

    void follow() { model.follow(branch.now(), directory, firstSite, branch.clock.now()); }
    int rowOf(AgentId agent) const { return model.rowOf({agent, {}}); }
    QString text(AgentId agent, int column) const { return model.index(rowOf(agent), column).data().toString(); }
    QString detail(AgentId agent, int column) const { return model.index(rowOf(agent), column).data(AgentTableModel::detailRole).toString(); }

    SmallBranch branch;
    std::shared_ptr<accounts::Directory> directory = std::make_shared<accounts::Directory>();
    AgentTableModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestAgentTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAgentIsThereAlsoWithoutAQueue()
    {
        Shown shown;
        Agent nina;
        nina.name = "Nina Berg";
        const AgentId id{shown.branch.must(DefineAgent{nina}).entity};
        shown.follow();
        QCOMPARE(shown.model.rowCount(), 3);
        QCOMPARE(shown.text(id, AgentTableModel::queues), QStringLiteral("No queue"));
        QCOMPARE(shown.text(shown.branch.omar, AgentTableModel::queues), QStringLiteral("Payments › Passports"));
        QCOMPARE(shown.text(id, AgentTableModel::status), QStringLiteral("Signed out"));
    }

    void theTimeOfAStatusRunsOn()
    {
        Shown shown;
        shown.branch.must(SignIn{shown.branch.leila, "3"});
        shown.follow();
        QCOMPARE(shown.text(shown.branch.leila, AgentTableModel::counter), QStringLiteral("3"));
        QSignalSpy changes(&shown.model, &QAbstractItemModel::dataChanged);
        shown.model.tick(shown.branch.clock.now() + 12min);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(shown.detail(shown.branch.leila, AgentTableModel::status), QStringLiteral("for 12 min"));
    }

    void aBreakBeyondItsLimitComesFirst()
    {
        Shown shown;
        SmallBranch &branch = shown.branch;
        Branch settings = branch.now()->state.branch;
        settings.breakReasons = {{"Lunch", 30min}};
        branch.must(DefineBranch{settings});
        branch.must(SignIn{branch.leila, "3"});
        branch.must(SignIn{branch.omar, "2"});
        branch.must(SetAgentStatus{branch.omar, AgentStatus::paused, "Lunch"}, branch.omar);
        branch.must(SetAgentStatus{branch.leila, AgentStatus::paused, "errand"}, branch.leila);
        shown.follow();
        QCOMPARE(shown.rowOf(branch.leila), 0);
        QPersistentModelIndex kept(shown.model.index(1, AgentTableModel::name));
        shown.model.tick(branch.clock.now() + 34min);
        QCOMPARE(shown.rowOf(branch.omar), 0);
        QCOMPARE(kept.row(), 0);
        QCOMPARE(kept.data().toString(), QStringLiteral("Omar Said"));
        QVERIFY(shown.model.index(0, 0).data(AgentTableModel::beyondRole).toBool());
        QCOMPARE(shown.detail(branch.omar, AgentTableModel::status), QStringLiteral("Lunch · 34 min, 4 min over"));
        QCOMPARE(shown.model.inNeed(), 1);
        QVERIFY(!shown.model.index(1, 0).data(AgentTableModel::beyondRole).toBool());
        shown.model.sort(AgentTableModel::name, Qt::AscendingOrder);
        QCOMPARE(shown.rowOf(branch.leila), 0);
    }

    void theTicketInHandIsShownAndForgottenOnesAreMarked()
    {
        Shown shown;
        SmallBranch &branch = shown.branch;
        branch.must(SignIn{branch.leila, "3"});
        branch.issue(branch.passports);
        branch.must(CallNext{branch.leila}, branch.leila);
        shown.follow();
        QCOMPARE(shown.text(branch.leila, AgentTableModel::status), QStringLiteral("Called"));
        QCOMPARE(shown.text(branch.leila, AgentTableModel::ticket), QStringLiteral("A001"));
        shown.model.tick(branch.clock.now() + 4min + 12s);
        QCOMPARE(shown.detail(branch.leila, AgentTableModel::ticket), QStringLiteral("04:12"));
        QCOMPARE(shown.model.inNeed(), 0);
        shown.model.tick(branch.clock.now() + 6min);
        QCOMPARE(shown.model.inNeed(), 1);
        QCOMPARE(shown.rowOf(branch.leila), 0);
    }

    void peopleAreSearchedAndNarrowedByStatus()
    {
        Shown shown;
        SmallBranch &branch = shown.branch;
        branch.must(SignIn{branch.leila, "Window B"});
        shown.follow();
        shown.model.setFilter(QStringLiteral("window b"), AgentGroup::all);
        QCOMPARE(shown.model.rowCount(), 1);
        QCOMPARE(shown.model.count(AgentGroup::available), 1);
        QCOMPARE(shown.model.count(AgentGroup::signedOut), 0);
        shown.model.setFilter(QStringLiteral("information"), AgentGroup::all);
        QCOMPARE(shown.model.rowCount(), 1);
        shown.model.setFilter({}, AgentGroup::signedOut);
        QCOMPARE(shown.model.rowCount(), 1);
        QCOMPARE(shown.rowOf(branch.omar), 0);
        shown.model.setFilter(QStringLiteral("nobody"), AgentGroup::all);
        QCOMPARE(shown.model.rowCount(), 0);
        QCOMPARE(shown.model.total(), 2);
    }

    void membersWithoutAProfileHereStandAtTheEnd()
    {
        Shown shown;
        SmallBranch &branch = shown.branch;
        const auto member = [&](std::int64_t id, const char *name, TenantId tenant, Role role) {
            User user;
            user.id = {id};
            user.memberships = {{tenant, role}};
            shown.directory->users[user.id] = user;
            shown.directory->profiles[user.id] = {std::string(name) + "@example.org", name, "Novak", {}};
            return user.id;
        };
        shown.directory->tenants[{1}].id = {1};
        shown.directory->sites[firstSite] = {firstSite, {1}, "Downtown"};
        const UserId ana = member(11, "Ana", {1}, Role::agent);
        member(12, "Mia", {1}, Role::manager);
        member(13, "Ida", {2}, Role::agent);
        const UserId eva = member(14, "Eva", {1}, Role::agent);
        Agent profile;
        profile.name = "Eva Novak";
        profile.user = eva;
        const AgentId evas{branch.must(DefineAgent{profile}).entity};
        // Another directory is another pointer.
        shown.directory = std::make_shared<accounts::Directory>(*shown.directory);
        shown.follow();
        QCOMPARE(shown.model.rowCount(), 4);
        QCOMPARE(shown.model.rowOf({{}, ana}), 3);
        QCOMPARE(shown.model.index(3, AgentTableModel::status).data().toString(), QStringLiteral("No profile here"));
        QCOMPARE(shown.model.index(3, AgentTableModel::name).data(AgentTableModel::detailRole).toString(), QStringLiteral("Ana@example.org"));
        QVERIFY(shown.model.rowOf({evas, eva}) >= 0);
        QVERIFY(shown.detail(branch.omar, AgentTableModel::name).isEmpty());
        QCOMPARE(shown.model.count(AgentGroup::noProfile), 1);
    }

    void whateverHappensTheRowsFollowInSignals()
    {
        RandomSource random(20261119);
        Shown shown;
        SmallBranch &branch = shown.branch;
        std::vector<AgentId> agents{branch.leila, branch.omar};
        for (int i = 0; i < 300; ++i) {
            const AgentId agent = agents[std::size_t(random.between(0, std::int64_t(agents.size()) - 1))];
            switch (random.between(0, 8)) {
            case 0: {
                Agent more;
                more.name = "Agent " + std::to_string(i);
                if (const auto made = branch.act(DefineAgent{more}))
                    agents.push_back({made->entity});
                break;
            }
            case 1: branch.act(RemoveAgent{agent}); break;
            case 2: branch.act(SignIn{agent, {}}); break;
            case 3: branch.act(SignOut{agent}); break;
            case 4: branch.act(SetAgentStatus{agent, AgentStatus::paused, "lunch"}); break;
            case 5: branch.issue(branch.payments); break;
            case 6: branch.act(CallNext{agent}); break;
            case 7: shown.model.setFilter(random.between(0, 1) ? QString() : QStringLiteral("1"), AgentGroup(random.between(0, 4))); break;
            default: shown.model.sort(int(random.between(0, 5)), random.between(0, 1) ? Qt::AscendingOrder : Qt::DescendingOrder); break;
            }
            branch.advance(30s);
            shown.follow();
        }
        shown.model.setFilter({}, AgentGroup::all);
        QCOMPARE(shown.model.rowCount(), int(branch.now()->state.agents.size()));
    }
};

QTEST_GUILESS_MAIN(TestAgentTableModel)
#include "tst_agent_table_model.moc"
