#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <smartqueue/domain/failures.h>
#include <smartqueue/domain/personal_keys.h>
#include <smartqueue/engine/customers.h>
#include <smartqueue/engine/memory_store.h>

#include "house.h"

using namespace smartqueue;
using namespace smartqueue::engine;

namespace {

/// A branch with a queue whose customers have names.
struct Visits {
    House house;
    SiteId site;
    QueueId queue;

    explicit Visits(std::unique_ptr<Store> store) : house(std::move(store)), site(house.addTenant("north")), queue(house.addQueue(site)) {}

    TicketId visit(const std::string &customer, const std::string &note = {})
    {
        IssueTicket issue;
        issue.queue = queue;
        issue.customer = customer;
        const TicketId ticket = house.tell(issue, house.root, site)->ticket;
        if (!note.empty())
            (void)house.tell(SaveNote{ticket, note}, house.root, site);
        return ticket;
    }

    Result<CustomerRecords> find(const std::string &text, CustomerMatch match = CustomerMatch::part, UserId user = {})
    {
        auto future = findCustomers(*house.installation, site, user ? user : house.root, text, match);
        future.waitForFinished();
        return future.result();
    }

    std::vector<TicketId> hits(const std::string &text, CustomerMatch match = CustomerMatch::part)
    {
        std::vector<TicketId> tickets;
        const CustomerRecords found = find(text, match).value();
        for (const CustomerRecord &record : found.records)
            tickets.push_back(record.ticket.id);
        return tickets;
    }
};

Done opened(Installation &installation, const std::string &passphrase)
{
    auto future = installation.openVaultWithPassphrase(passphrase);
    future.waitForFinished();
    return future.result();
}

TicketId issueFor(House &house, const std::string &customer)
{
    Service service;
    service.name = "Visits";
    Queue queue;
    queue.name = "Visits";
    if (house.settled(firstSite)->state.queues.empty()) {
        queue.service = {house.tell(DefineService{service}, {})->entity};
        (void)house.tell(DefineQueue{queue}, {});
    }
    IssueTicket issue;
    issue.queue = house.settled(firstSite)->state.queues.begin()->first;
    issue.customer = customer;
    return house.tell(issue, {})->ticket;
}

std::string keptOf(House &house, SiteId site, TicketId ticket)
{
    std::string text;
    const Done read = house.installation->openReader(site).value()->readPersonal([&](TicketId id, const PersonalDatum &datum) {
        if (id == ticket && datum.key.starts_with(customerPrefix))
            text = datum.text;
        return true;
    });
    return read ? text : std::string("unread");
}

} // namespace

/// What is kept of customers: who finds it, who reads it, and that it goes.
class TestPersonalData final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPersonIsFoundHoweverTheyAreSpelled()
    {
        Visits visits(std::make_unique<MemoryStore>());
        const TicketId marie = visits.visit("Marie  Lefèvre");
        const TicketId phone = visits.visit("+33 6 12 34 56 78", "Mme LEFEVRE, rappeler");
        const TicketId other = visits.visit("Paul Martin");
        QCOMPARE(visits.hits("lefevre"), (std::vector<TicketId>{phone, marie}));
        QCOMPARE(visits.hits("06.12.34.56.78").size(), std::size_t(0));
        QCOMPARE(visits.hits("6 12-34 56 78"), std::vector<TicketId>{phone});
        QCOMPARE(visits.hits("marie lefevre", CustomerMatch::whole), std::vector<TicketId>{marie});
        QCOMPARE(visits.hits("Lefèvre", CustomerMatch::whole), std::vector<TicketId>{});
        QCOMPARE(visits.hits("+33612345678", CustomerMatch::whole), std::vector<TicketId>{phone});
        QCOMPARE(visits.hits(visits.house.settled(visits.site)->state.ticket(other)->number), std::vector<TicketId>{other});
        QCOMPARE(visits.hits("  "), std::vector<TicketId>{});
    }

    void nobodyFindsWhatIsNotTheirs()
    {
        Visits visits(std::make_unique<MemoryStore>());
        (void)visits.visit("Marie Lefèvre");
        const SiteId other = visits.house.addTenant("south");
        const UserId stranger = visits.house.addAgent("ann@example.org", other, visits.house.addQueue(other));
        QCOMPARE(codeOf(visits.find("Marie", CustomerMatch::part, stranger).error()), std::string("permission_denied"));
        auto elsewhere = findCustomers(*visits.house.installation, other, stranger, "Marie", CustomerMatch::part);
        elsewhere.waitForFinished();
        QVERIFY(elsewhere.result()->records.empty());
        QCOMPARE(codeOf(visits.house.tell(EraseCustomer{{}, "Marie Lefèvre"}, stranger, visits.site).error()), std::string("permission_denied"));
        QCOMPARE(visits.hits("Marie").size(), std::size_t(1));
    }

    void thePersonGoesAndTheFiguresStay()
    {
        QTemporaryDir folder;
        Visits visits(databaseIn(folder));
        const TicketId first = visits.visit("Marie Lefèvre", "asks twice");
        (void)visits.visit("Marie Lefèvre-Petit");
        const TicketId second = visits.visit("marie lefevre");
        QVERIFY(visits.house.tell(EraseCustomer{{}, "Marie Lefèvre"}, visits.house.root, visits.site));
        QCOMPARE(visits.hits("Marie").size(), std::size_t(1));
        for (const TicketId gone : {first, second})
            QCOMPARE(keptOf(visits.house, visits.site, gone), std::string());
        QCOMPARE(visits.house.installation->openReader(visits.site).value()->ticketCount({}).value(), std::int64_t(3));
        QCOMPARE(codeOf(visits.house.tell(EraseCustomer{{}, "Nobody"}, visits.house.root, visits.site).error()), std::string("unknown_customer"));
        auto copying = visits.house.installation->backup(folder.filePath(QStringLiteral("copy.db")).toStdString());
        copying.waitForFinished();
        QVERIFY(copying.result());
    }

    void whatIsHandedOutIsOnRecordAndWhole()
    {
        Visits visits(std::make_unique<MemoryStore>());
        (void)visits.visit("Marie Lefèvre", "asks twice");
        const auto found = visits.find("marie").value();
        QVERIFY(visits.house.tell(ExportCustomer{{found.records.front().key}}, visits.house.root, visits.site));
        QVERIFY(!visits.house.tell(ExportCustomer{{"password-1"}}, visits.house.root, visits.site));
        const auto file = nlohmann::json::parse(customerFile(found.records, visits.house.settled(visits.site)->state));
        QCOMPARE(file.at("tickets").at(0).at("customer").get<std::string>(), std::string("Marie Lefèvre"));
        QCOMPARE(file.at("tickets").at(0).at("note").get<std::string>(), std::string("asks twice"));
        QCOMPARE(file.at("tickets").at(0).at("legs").at(0).at("queue").get<std::string>(), std::string("Visits"));
    }

    void anotherKeyOpensEverythingAndTheOldOneNothing()
    {
        QTemporaryDir folder;
        SealingKey old;
        TicketId ticket;
        SiteId site;
        {
            Visits visits(databaseIn(folder));
            site = visits.site;
            ticket = visits.visit("Marie Lefèvre");
            old = visits.house.installation->vault()->key();
            QVERIFY(visits.house.tell(RotateKey{}, visits.house.root));
            QVERIFY(visits.house.installation->vault()->key() != old);
            QCOMPARE(visits.hits("Marie").size(), std::size_t(1));
            QVERIFY(!visits.house.installation->vault()->opens(old, keptOf(visits.house, site, ticket)));
        }
        House house(databaseIn(folder));
        QCOMPARE(codeOf(house.installation->openVaultWithKey(old).error()), std::string("sealed"));
        QVERIFY(!house.installation->vault()->isOpen());
        QVERIFY(house.signIn(password));
        QCOMPARE(house.installation->vault()->read(keptOf(house, site, ticket)).value(), std::string("Marie Lefèvre"));
        const SealingKey now = house.installation->vault()->key();
        QVERIFY(house.installation->openVaultWithKey(now));
    }

    void aKeyThatCouldNotBeWrittenIsNoKey()
    {
        auto store = std::make_unique<MemoryStore>();
        MemoryStore &disk = *store;
        Visits visits(std::move(store));
        (void)visits.visit("Marie Lefèvre");
        const SealingKey before = visits.house.installation->vault()->key();
        disk.failAppends(1, {storage_failures::diskFull, {}});
        QCOMPARE(codeOf(visits.house.tell(RotateKey{}, visits.house.root).error()), std::string("disk_full"));
        QCOMPARE(visits.house.installation->vault()->key(), before);
        QCOMPARE(visits.hits("Marie").size(), std::size_t(1));
    }

    void thePassphraseSealsWhatWasKeptOpen()
    {
        QTemporaryDir folder;
        TicketId ticket;
        {
            House house(databaseIn(folder), quietEngine(), false);
            ticket = issueFor(house, "Marie Lefèvre");
            QCOMPARE(keptOf(house, firstSite, ticket), std::string("Marie Lefèvre"));
            QCOMPARE(codeOf(opened(*house.installation, "short").error()), std::string("weak_password"));
            QVERIFY(opened(*house.installation, "a long passphrase"));
            QVERIFY(Vault::isSealed(keptOf(house, firstSite, ticket)));
        }
        House house(databaseIn(folder), quietEngine(), false);
        QCOMPARE(codeOf(opened(*house.installation, "another passphrase").error()), std::string("sealed"));
        QVERIFY(!house.installation->vault()->isOpen());
        QVERIFY(opened(*house.installation, "a long passphrase"));
        QCOMPARE(house.installation->vault()->read(keptOf(house, firstSite, ticket)).value(), std::string("Marie Lefèvre"));
    }

    void noSecondKeyComesBesideOneThatIsOnlyNotAtHand()
    {
        QTemporaryDir folder;
        TicketId ticket;
        {
            House house(databaseIn(folder), quietEngine(), false);
            ticket = issueFor(house, "Marie Lefèvre");
            QVERIFY(opened(*house.installation, "a long passphrase"));
        }
        House house(databaseIn(folder), quietEngine(), false);
        CreateUser first;
        first.profile.email = "root@example.org";
        first.platform = PlatformRole::superadmin;
        first.password.plain = password;
        QCOMPARE(codeOf(house.tell(first, {}).error()), std::string("locked"));
        QCOMPARE(codeOf(house.tell(RotateKey{{"another passphrase"}}, {}).error()), std::string("locked"));
        QCOMPARE(codeOf(house.tell(RotateKey{}, {}).error()), std::string("missing_field"));
        QVERIFY(opened(*house.installation, "a long passphrase"));
        house.addRoot();
        QCOMPARE(house.installation->vault()->read(keptOf(house, firstSite, ticket)).value(), std::string("Marie Lefèvre"));
    }

    void theFirstUserSealsWhatWasKeptOpen()
    {
        House house(std::make_unique<MemoryStore>(), quietEngine(), false);
        const TicketId ticket = issueFor(house, "Marie Lefèvre");
        CreateUser refused;
        refused.profile.email = "root@example.org";
        refused.password.plain = password;
        // The first one is a superadmin; until then there is no key that anybody could open again.
        QVERIFY(!house.tell(refused, {}));
        QVERIFY(!house.installation->vault()->isOpen());
        house.addRoot();
        QVERIFY(house.installation->vault()->isOpen());
        QVERIFY(Vault::isSealed(keptOf(house, firstSite, ticket)));
        QVERIFY(house.signIn(password));
    }

    void onlyThePlatformChangesTheKey()
    {
        Visits visits(std::make_unique<MemoryStore>());
        const UserId ann = visits.house.addAgent("ann@example.org", visits.site, visits.queue);
        QCOMPARE(codeOf(visits.house.tell(RotateKey{}, ann).error()), std::string("permission_denied"));
    }
};

QTEST_GUILESS_MAIN(TestPersonalData)
#include "tst_personal_data.moc"
