#include <QTest>

#include <smartqueue/domain/codec.h>
#include <smartqueue/presentation/audit_export.h>
#include <smartqueue/presentation/audit_words.h>

#include "small_branch.h"

using namespace smartqueue;
using namespace smartqueue::presentation;
using testing::SmallBranch;

namespace {

template <std::size_t... Index>
std::vector<Event> everyEvent(std::index_sequence<Index...>)
{
    return {Event(std::in_place_index<Index>)...};
}

template <std::size_t... Index>
std::vector<std::string_view> everyCommand(std::index_sequence<Index...>)
{
    return {nameOf(CommandBody(std::in_place_index<Index>))...};
}

AuditNames namesOf(SmallBranch &branch)
{
    AuditNames names;
    names.directory = branch.engine->installation().directory();
    names.branches[firstSite] = branch.now();
    return names;
}

EventBatch batchOf(std::string kind, std::vector<Event> events, std::vector<Event> before = {})
{
    EventBatch batch;
    batch.site = firstSite;
    batch.kind = std::move(kind);
    batch.events = std::move(events);
    batch.before = std::move(before);
    return batch;
}

} // namespace

class TestAuditWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasWordsAndAnArea()
    {
        const auto kinds = everyCommand(std::make_index_sequence<std::variant_size_v<CommandBody>>());
        std::size_t listed = 0;
        for (const AuditArea area : {AuditArea::people, AuditArea::tickets, AuditArea::setup, AuditArea::signIns, AuditArea::customers, AuditArea::advice}) {
            QVERIFY(!AuditWords::area(area).isEmpty());
            listed += AuditWords::kindsOf(area).size();
        }
        QCOMPARE(listed, kinds.size());
        for (const std::string_view kind : kinds) {
            QVERIFY2(AuditWords::hasWords(kind), kind.data());
            QVERIFY(!AuditWords::deed(kind).isEmpty());
        }
    }

    void everyEventIsASentence()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        for (const Event &event : everyEvent(std::make_index_sequence<std::variant_size_v<Event>>())) {
            const auto sentences = words.sentences(batchOf("undo", {event}));
            QCOMPARE(sentences.size(), 1);
            QVERIFY2(!sentences.first().isEmpty(), nameOf(event).data());
            // No word of the log, and no place left open.
            QVERIFY2(!sentences.first().contains(QLatin1Char('%')), qPrintable(sentences.first()));
        }
    }

    void theSentenceNamesWhatItIsAbout()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        TicketTransferred transferred;
        transferred.ticket = branch.issue(branch.passports).ticket;
        transferred.fromQueue = branch.passports;
        transferred.toQueue = branch.payments;
        QCOMPARE(AuditWords(namesOf(branch)).headline(batchOf("transfer", {transferred})), QStringLiteral("Transferred A001 from Passports to Payments"));
        QCOMPARE(words.headline(batchOf("set_queue_status", {QueueStatusChanged{branch.payments, QueueStatus::paused}})), QStringLiteral("Paused Payments"));
    }

    void aTicketThatTheBranchForgotIsLookedUp()
    {
        SmallBranch branch;
        AuditNames names = namesOf(branch);
        names.ticketNumber = [](TicketId id) { return id.value == 77 ? QStringLiteral("C077") : QString(); };
        QCOMPARE(AuditWords(names).headline(batchOf("cancel", {TicketCancelled{TicketId{77}}})), QStringLiteral("Cancelled C077"));
        QCOMPARE(AuditWords(names).headline(batchOf("cancel", {TicketCancelled{TicketId{78}}})), QStringLiteral("Cancelled a ticket that is gone"));
    }

    void anAgentWithAnAccountIsCalledAsTheAccountIs()
    {
        auto directory = std::make_shared<accounts::Directory>();
        for (const std::int64_t id : {1, 7}) {
            User user;
            user.id = UserId{id};
            user.platform = id == 1 ? PlatformRole::superadmin : PlatformRole::none;
            directory->users[user.id] = user;
        }
        directory->profiles[UserId{7}] = {"mina@example.org", "Mina", "Brandt", {}};
        AuditNames names;
        names.directory = directory;
        names.reader = UserId{1};
        // The log keeps no name of theirs.
        Agent agent;
        agent.id = AgentId{3};
        agent.user = UserId{7};
        QCOMPARE(AuditWords(names).headline(batchOf("define_agent", {AgentDefined{agent}})), QStringLiteral("Created the agent Mina Brandt"));
        QCOMPARE(AuditWords(names).sentences(batchOf("invite_agent", {AgentDefined{agent}})).first(), QStringLiteral("Set up the agent Mina Brandt"));
        // When the name has left with the retention, somebody was there all the same.
        directory->profiles.clear();
        directory->users[UserId{7}].removed = true;
        QCOMPARE(AuditWords(names).headline(batchOf("define_agent", {AgentDefined{agent}})), QStringLiteral("Created the agent Somebody who left"));
    }

    void whatTheProgramDoesForAnAgentIsTheirs()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        EventBatch batch = batchOf("call_next", {TicketCalled{TicketId{1}, branch.leila, "1", {}}});
        batch.user = theProgram;
        QCOMPARE(words.who(batch), QStringLiteral("SmartQueue"));
        batch.actor = branch.leila;
        QCOMPARE(words.who(batch), QStringLiteral("Leïla Haddad"));
        batch.user = {};
        QCOMPARE(words.who(batch), QStringLiteral("Leïla Haddad"));
    }

    void creatingAndChangingReadDifferently()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        const Queue queue = branch.now()->state.queue(branch.payments)->config;
        Queue renamed = queue;
        renamed.name = "Cash desk";
        QCOMPARE(words.headline(batchOf("define_queue", {QueueDefined{queue}})), QStringLiteral("Created the queue Payments"));
        QCOMPARE(words.headline(batchOf("define_queue", {QueueDefined{renamed}}, {QueueDefined{queue}})), QStringLiteral("Changed the queue Cash desk"));
    }

    void theDifferenceIsOfFieldsInWords()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        Branch was;
        was.name = "Downtown";
        Branch is = was;
        is.timeZone = "Europe/Paris";
        is.opensAt = 7 * 60 + 30;
        is.breakReasons = {{"Lunch", std::chrono::minutes(45)}};
        const auto changes = words.changes(batchOf("define_branch", {BranchDefined{is}}, {BranchDefined{was}}));
        QStringList said;
        for (const AuditChange &change : changes)
            said.append(change.field + QStringLiteral(": ") + change.before + QStringLiteral(" > ") + change.after);
        said.sort();
        QCOMPARE(said, QStringList({QStringLiteral("Opens at: 08:00 > 07:30"), QStringLiteral("Reasons for a break:  > Lunch (45 min)"), QStringLiteral("Time zone: UTC > Europe/Paris")}));
    }

    void whatIsRemovedLeavesItsFieldsOnTheSideOfBefore()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        const Queue queue = branch.now()->state.queue(branch.payments)->config;
        const auto changes = words.changes(batchOf("remove_queue", {QueueRemoved{queue.id}}, {QueueDefined{queue}}));
        QVERIFY(!changes.empty());
        for (const AuditChange &change : changes) {
            QVERIFY(!change.before.isEmpty());
            QVERIFY(change.after.isEmpty());
        }
    }

    void noFieldIsShownInTheLogsOwnWord()
    {
        SmallBranch branch;
        const AuditWords words(namesOf(branch));
        Tenant tenant{TenantId{5}, "north", "North", "fr", "UTC", 30, {}, true, {Role::agent, Role::admin}};
        Branch place;
        place.name = "Downtown";
        place.counters = {"1"};
        place.breakReasons = {{"Lunch", {}}};
        Service service{ServiceId{1}, "Visits", std::chrono::seconds(600), {"cash"}};
        Queue queue = branch.now()->state.queue(branch.payments)->config;
        queue.maxCapacity = 5;
        Agent agent = *branch.now()->state.agent(branch.leila);
        agent.user = UserId{4};
        agent.skills = {"cash"};
        agent.hourlyCost = 2350;
        for (const Event &event : std::vector<Event>{TenantDefined{tenant}, BranchDefined{place, 3}, ServiceDefined{service}, QueueDefined{queue}, AgentDefined{agent},
                                                     SiteDefined{{SiteId{2}, TenantId{5}, "Gate"}}, RoleGranted{UserId{4}, TenantId{5}, Role::agent},
                                                     PlatformRoleChanged{UserId{4}, PlatformRole::staff}, UserActivityChanged{UserId{4}, false},
                                                     DisciplineChanged{queue.id, Discipline::sla}, QueueStatusChanged{queue.id, QueueStatus::paused}, PriorityChanged{TicketId{1}, 5}}) {
            const auto changes = words.changes(batchOf("undo", {event}));
            QVERIFY2(!changes.empty(), nameOf(event).data());
            for (const AuditChange &change : changes) {
                QVERIFY2(!change.field.contains(QLatin1Char('_')) && change.field.front().isUpper(), qPrintable(change.field));
                QVERIFY2(!change.after.contains(QLatin1Char('_')), qPrintable(change.after));
            }
        }
        for (const char *field : {"email", "first_name", "last_name", "phone"})
            QVERIFY(!AuditWords::field(field).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAuditWords)
#include "tst_audit_words.moc"
