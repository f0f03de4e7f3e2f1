#include <QTemporaryDir>
#include <QTest>

#include <smartqueue/engine/memory_outbox.h>
#include <smartqueue/storage/sqlite_outbox.h>

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
        QVERIFY(outbox->drop(*first));
        QCOMPARE(outbox->all()->size(), std::size_t(1));
        QVERIFY(outbox->drop(*second));
        // A number is not given again.
        QVERIFY(*outbox->keep(doneAlone("three")) > *second);
        QVERIFY(outbox->drop(*outbox->keep(doneAlone("four"))));
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
