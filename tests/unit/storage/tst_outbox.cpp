#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/domain/codec.h>
#include <smartqueue/domain/failures.h>
#include <smartqueue/engine/memory_outbox.h>
#include <smartqueue/storage/sqlite_outbox.h>

#include "raw_database.h"

using namespace smartqueue;

namespace {

Command doneAlone(const std::string &id)
{
    Command command{id, CallTicket{{7}, {42}, "wheelchair"}, {7}, {}};
    command.user = {3};
    command.site = {2};
    command.alone = DoneAlone{"desk", Instant(std::chrono::seconds(1'700'000'000)), {41}};
    return command;
}

} // namespace

/// Every implementation of engine::Outbox.
class TestOutbox : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<engine::Outbox> open() const
    {
        QFETCH_GLOBAL(bool, onDisk);
        if (!onDisk)
            return std::make_unique<engine::MemoryOutbox>();
        auto opened = storage::SqliteOutbox::open(m_folder.filePath(QStringLiteral("branch.db.outbox")).toStdString());
        return opened ? std::move(*opened) : nullptr;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::newRow("memory") << false;
        QTest::newRow("sqlite") << true;
    }

    void whatWasKeptComesBackInOrder()
    {
        const auto outbox = open();
        QVERIFY(outbox);
        QVERIFY(outbox->all()->empty());
        const auto first = outbox->keep(doneAlone("one"));
        const auto second = outbox->keep(doneAlone("two"));
        QVERIFY(first && second && *first < *second);
        QVERIFY(outbox->offer(*first));
        const auto all = outbox->all();
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t(2));
        QCOMPARE(all->front().number, *first);
        QVERIFY(all->front().offered && !all->back().offered);
        const Command &back = all->front().command;
        QCOMPARE(back.id, std::string("one"));
        QCOMPARE(back.user.value, std::int64_t(3));
        QCOMPARE(back.site.value, std::int64_t(2));
        QCOMPARE(std::get<CallTicket>(back.body).ticket.value, std::int64_t(42));
        QVERIFY(back.alone && back.alone->device == "desk" && back.alone->ticket == TicketId{41} && back.alone->at == doneAlone("").alone->at);
        const auto third = outbox->keep(doneAlone("three"));
        QVERIFY(outbox->drop({*first, *third}));
        QCOMPARE(outbox->all()->size(), std::size_t(1));
        QCOMPARE(outbox->all()->front().number, *second);
        QVERIFY(outbox->drop({*second}));
        // A number is not given again.
        const auto fourth = outbox->keep(doneAlone("four"));
        QVERIFY(*fourth > *third);
        QVERIFY(outbox->drop({*fourth}));
    }

    void whatIsSetAsideStaysAndHindersNothing()
    {
        const auto outbox = open();
        Command issue = doneAlone("issue");
        issue.body = IssueTicket{};
        std::get<IssueTicket>(issue.body).granted = GrantedNumber{"desk", 990, {77}, "P990"};
        const auto first = outbox->keep(issue);
        const auto second = outbox->keep(doneAlone("two"));
        const std::size_t before = outbox->aside()->size();
        QVERIFY(outbox->setAside(*first, {failures::notAlone, {{"reason", "device"}}}));
        QCOMPARE(outbox->all()->size(), std::size_t(1));
        const auto aside = outbox->aside();
        QCOMPARE(aside->size(), before + 1);
        QCOMPARE(aside->back().number, *first);
        QCOMPARE(aside->back().ticket.value, std::int64_t(77));
        QCOMPARE(aside->back().code, std::string("not_alone"));
        QCOMPARE(aside->back().reason, std::string("device"));
        QCOMPARE(codec::decodeCommand(aside->back().command)->id, std::string("issue"));
        QVERIFY(outbox->drop({*second}));
    }

    void whatCannotBeReadIsSetAside()
    {
        QFETCH_GLOBAL(bool, onDisk);
        if (!onDisk)
            return;
        const auto kept = [this] {
            const auto outbox = open();
            Command issue = doneAlone("unreadable");
            issue.body = IssueTicket{};
            std::get<IssueTicket>(issue.body).granted = GrantedNumber{"desk", 991, {78}, "P991"};
            return std::pair(outbox->keep(issue), outbox->keep(doneAlone("readable")));
        }();
        RawDatabase(m_folder.filePath(QStringLiteral("branch.db.outbox")).toStdString())
            .run("UPDATE outbox SET command = '{\"command\":\"juggle\"' WHERE number = " + std::to_string(*kept.first));
        const auto outbox = open();
        QVERIFY(outbox);
        const auto all = outbox->all();
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().command.id, std::string("readable"));
        const auto aside = outbox->aside();
        QCOMPARE(aside->back().number, *kept.first);
        QCOMPARE(aside->back().ticket.value, std::int64_t(78));
        QCOMPARE(aside->back().code, std::string("unreadable"));
        QVERIFY(outbox->drop({*kept.second}));
    }

    void aFileOfBeforeIsReadOn()
    {
        QFETCH_GLOBAL(bool, onDisk);
        if (!onDisk)
            return;
        const std::string path = m_folder.filePath(QStringLiteral("older.outbox")).toStdString();
        RawDatabase(path).run("CREATE TABLE outbox (number INTEGER PRIMARY KEY AUTOINCREMENT, command TEXT NOT NULL, offered INTEGER NOT NULL DEFAULT 0) STRICT;"
                              "INSERT INTO outbox (command) VALUES ('" + codec::encode(doneAlone("older")) + "')");
        const auto outbox = storage::SqliteOutbox::open(path);
        QVERIFY(outbox);
        QCOMPARE((*outbox)->all()->size(), std::size_t(1));
        QVERIFY((*outbox)->aside()->empty());
    }

    void itIsThereAfterTheProgramEnds()
    {
        QFETCH_GLOBAL(bool, onDisk);
        if (!onDisk)
            return;
        QVERIFY(open()->keep(doneAlone("kept")));
        const auto again = open();
        QCOMPARE(again->all()->size(), std::size_t(1));
        QCOMPARE(again->all()->front().command.id, std::string("kept"));
        QCOMPARE(QFile::permissions(m_folder.filePath(QStringLiteral("branch.db.outbox"))) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void aPlaceThatCannotBeWrittenIsRefused()
    {
        const auto refused = storage::SqliteOutbox::open("/no/such/folder/branch.db.outbox");
        QVERIFY(!refused);
        QVERIFY(!storage::SqliteOutbox::open("branch.db.outbox"));
    }
};

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
